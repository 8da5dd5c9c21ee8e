"""The sign-in form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from dondoc.accounts import wording


class SignInForm(AuthenticationForm):
    """A name and a password."""

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
        self.error_messages = {"invalid_login": wording.wrong_sign_in(), "inactive": wording.wrong_sign_in()}
