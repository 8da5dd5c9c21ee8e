"""One's own account: posts, password, second factor, where one is signed in."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from dondoc.accounts import factors, posts, rights
from dondoc.accounts.actions import signing_in
from dondoc.accounts.entering import MUST_ENROL
from dondoc.accounts.forms import CodeForm, PasswordForm, ProofForm
from dondoc.accounts.guards import for_oneself
from dondoc.accounts.models import OpenSession, Person, SecondFactor
from dondoc.accounts.refusals import NotTheSame, Refused

NEW_SECRET = "dondoc_new_secret"  # noqa: S105 - the name of a place in the session


@for_oneself
def account(request: HttpRequest, person: Person) -> HttpResponse:
    """Show one's posts, second factor and open sessions."""
    day = timezone.localdate()
    context = {
        "person": person, "terms": posts.terms_of(person, day), "key": request.session.session_key,
        "sessions": OpenSession.objects.filter(person=person), "proof": ProofForm(),
        "factor": SecondFactor.objects.filter(person=person).first(),
        "codes_left": person.recovery_codes.filter(used_at__isnull=True).count(),
        "keeps": rights.may(person, rights.Right.ADMINISTER),
        "signs_for": posts.agencies_headed(person, day), "handed": posts.handed_to(person, day),
        "roles": [role.role.label for role in rights.holdings(person, day)],
    }  # fmt: skip
    return render(request, "accounts/account.html", context)


@for_oneself
@sensitive_post_parameters()
def password(request: HttpRequest, person: Person) -> HttpResponse:
    """Change one's password; a first one has to be changed before anything else."""
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        now, key = timezone.now(), request.session.session_key or ""
        try:
            signing_in.prove(person, form.cleaned_data["old"], now)
            changed = signing_in.change_password(person=person, password=form.cleaned_data["new"], now=now, key=key)
        except Refused as refusal:
            form.add_error("old" if not isinstance(refusal, NotTheSame) else "new", str(refusal))
        except ValidationError as weak:
            form.add_error("new", weak)
        else:
            _keep_signed_in(request, changed, key)
            messages.success(request, _("Đã đổi mật khẩu. Các phiên đăng nhập nơi khác đã kết thúc."))
            return redirect("accounts:account")
    context = {"form": form, "first": person.must_change_password}
    return render(request, "accounts/password.html", context, status=422 if form.errors else 200)


def _keep_signed_in(request: HttpRequest, person: Person, key: str) -> None:
    """Go on in this session under the new password; its key changes, so the list of open ones follows."""
    update_session_auth_hash(request, person)
    OpenSession.objects.filter(key=key).update(key=request.session.session_key or "")


@for_oneself
@sensitive_post_parameters()
def second_factor(request: HttpRequest, person: Person) -> HttpResponse:
    """Show a new secret as QR code and letters, and take it into use when the app shows a right code."""
    secret = request.session.setdefault(NEW_SECRET, factors.new_secret())
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = signing_in.add_second_factor(
                person=person, secret=secret, code=form.cleaned_data["code"], now=timezone.now()
            )
        except Refused as refusal:
            form.add_error("code", str(refusal))
        else:
            request.session.pop(NEW_SECRET)
            request.session.pop(MUST_ENROL, None)
            return render(request, "accounts/recovery_codes.html", {"codes": codes, "person": person})
    address = factors.address_of(secret, person.sign_in_name)
    context = {
        "form": form, "letters": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "drawing": mark_safe(factors.drawn(address)),  # noqa: S308 - drawn by us from letters and digits
        "must": request.session.get(MUST_ENROL, False),
    }  # fmt: skip
    return render(request, "accounts/second_factor.html", context, status=422 if form.errors else 200)


def _proven(request: HttpRequest, person: Person) -> bool:
    """Say whether the password shown again is right; else leave the reason for the next page."""
    form = ProofForm(request.POST)
    try:
        signing_in.prove(person, form["password"].value() or "", timezone.now())
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return False
    return True


@for_oneself
@require_POST
@sensitive_post_parameters()
def drop_second_factor(request: HttpRequest, person: Person) -> HttpResponse:
    """Take one's app out of use, the password shown again."""
    if _proven(request, person):
        signing_in.drop_second_factor(person=person, reason=_("tự bỏ"), by=person, now=timezone.now())
        messages.success(request, _("Đã bỏ xác thực hai lớp."))
    return redirect("accounts:account")


@for_oneself
@require_POST
@sensitive_post_parameters()
def renew_codes(request: HttpRequest, person: Person) -> HttpResponse:
    """Make new recovery codes, the password shown again."""
    if not _proven(request, person):
        return redirect("accounts:account")
    codes = signing_in.renew_recovery_codes(person=person, now=timezone.now())
    return render(request, "accounts/recovery_codes.html", {"codes": codes, "person": person})


@for_oneself
@require_POST
def end_sessions(request: HttpRequest, person: Person) -> HttpResponse:
    """End one's sessions elsewhere, all or one."""
    only = request.POST.get("only", "")
    count = signing_in.end_sessions(
        person=person, but=request.session.session_key or "", only=int(only) if only.isdecimal() else None,
        now=timezone.now(),
    )  # fmt: skip
    messages.success(request, _("Đã kết thúc %(count)d phiên đăng nhập nơi khác.") % {"count": count})
    return redirect("accounts:account")
