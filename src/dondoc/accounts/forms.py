"""Forms of signing in, of one's own account, of people and their posts."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dondoc.accounts import parameters, wording
from dondoc.accounts.actions import signing_in
from dondoc.accounts.models import FROM_POSTS, Person, Role
from dondoc.accounts.refusals import AccountClosed, MustWait
from dondoc.agencies.models import Post
from dondoc.rules import dates


class SignInForm(AuthenticationForm):
    """A name and a password; every try is counted before it is looked at."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["username"] = forms.CharField(
            label=_("Tên đăng nhập"),
            max_length=80,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
            error_messages={"required": _("Tên đăng nhập còn trống.")},
        )
        self.fields["password"].label = _("Mật khẩu")
        self.fields["password"].error_messages = {"required": _("Mật khẩu còn trống.")}

    def clean(self) -> dict[str, Any]:
        """Find the person; wrong names and wrong passwords are told alike."""
        name, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not name or not password:
            return self.cleaned_data
        now = timezone.now()
        try:
            signing_in.count_try(sign_in_name=name, now=now)
        except MustWait as refusal:
            raise ValidationError(str(refusal), code="wait") from refusal
        person = authenticate(self.request, username=name, password=password)
        if not isinstance(person, Person):
            raise ValidationError(wording.wrong_sign_in(), code="invalid_login")
        if signing_in.is_idle(person, now):
            signing_in.close_idle(now=now)
            days = parameters.on(timezone.localdate(now)).idle_days
            raise ValidationError(str(AccountClosed(days)), code="idle")
        self.user_cache = person
        return self.cleaned_data


class DayField(forms.CharField):
    """A day as people write it: 14/3/2022, or as browsers send it."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "placeholder": "14/3/2022"})

    def clean(self, value: Any) -> date | None:
        """Read the day; nothing stays nothing."""
        words = super().clean(value)
        if not words:
            return None
        try:
            return date.fromisoformat(words)
        except ValueError:
            found = dates.read_day(words)
        if found is None:
            raise ValidationError(_("“%(words)s” không phải một ngày. Ghi như 14/3/2022."), params={"words": words})
        return found


def _words(label: Any, *, most: int = 300, required: bool = True, **attrs: str) -> forms.CharField:
    empty = {"required": _("Ô này còn trống.")}
    widget = forms.TextInput(attrs=attrs)
    return forms.CharField(label=label, max_length=most, required=required, widget=widget, error_messages=empty)


def _password(label: Any, kind: str) -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": kind})
    return forms.CharField(label=label, widget=widget, strip=False, error_messages={"required": _("Ô này còn trống.")})


class CodeForm(forms.Form):
    """A code of the authenticator app, or a recovery code."""

    code = _words(_("Mã"), most=40, autocomplete="one-time-code", autocapitalize="none", spellcheck="false")


class PasswordForm(forms.Form):
    """The password there is, and twice the new one."""

    old = _password(_("Mật khẩu hiện tại"), "current-password")
    new = _password(_("Mật khẩu mới"), "new-password")
    again = _password(_("Mật khẩu mới, lần nữa"), "new-password")

    def clean_again(self) -> str:
        """Hold both against each other."""
        again: str = self.cleaned_data["again"]
        if again != self.cleaned_data.get("new", again):
            raise ValidationError(_("Hai lần nhập mật khẩu mới khác nhau."))
        return again


class ProofForm(forms.Form):
    """The password there is, shown again before something that matters."""

    password = _password(_("Mật khẩu hiện tại"), "current-password")


class HandoverForm(forms.Form):
    """Who signs, from when to when, why."""

    to = forms.IntegerField(label=_("Người ký"), error_messages={"required": _("Chưa chọn người ký.")})
    first_day = DayField(label=_("Từ ngày"), error_messages={"required": _("Ô này còn trống.")})
    last_day = DayField(label=_("Đến hết ngày"), error_messages={"required": _("Ô này còn trống.")})
    reason = _words(_("Lý do"))


class PersonForm(forms.Form):
    """A new account."""

    sign_in_name = _words(_("Tên đăng nhập"), most=80, autocomplete="off", autocapitalize="none", spellcheck="false")
    full_name = _words(_("Họ và tên"), most=120, autocomplete="off")
    post = _words(_("Công việc, nếu không giữ chức vụ ở cơ quan nào"), most=200, required=False)


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = _words(_("Lý do"))


class RolesForm(ReasonForm):
    """The roles somebody has beside those of their posts, and why."""

    roles = forms.MultipleChoiceField(
        label=_("Vai trò"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(role.value, role.label) for role in Role if role not in FROM_POSTS],
    )  # fmt: skip


class TermForm(forms.Form):
    """A post for somebody: in which agency, what it is called, what it is there, from when."""

    agency = forms.CharField(label=_("Cơ quan"), error_messages={"required": _("Chưa chọn cơ quan.")})
    post = _words(_("Chức vụ"), most=160)
    rank = forms.ChoiceField(label=_("Cấp"), choices=Post.Rank.choices)
    first_day = DayField(label=_("Từ ngày"), error_messages={"required": _("Ô này còn trống.")})
    last_day = DayField(label=_("Đến hết ngày (để trống nếu chưa có)"), required=False)
    basis = _words(_("Căn cứ"), required=False)
    role = forms.ChoiceField(
        label=_("Vai trò kèm chức vụ"), required=False,
        choices=[("", _("không")), *((role.value, role.label) for role in Role if role not in FROM_POSTS)],
    )  # fmt: skip


class EndTermForm(ReasonForm):
    """The last day of a term, and why."""

    term = forms.IntegerField()
    last_day = DayField(label=_("Đến hết ngày"), error_messages={"required": _("Ô này còn trống.")})
