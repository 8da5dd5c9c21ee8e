"""Signing in and out."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from dondoc.accounts import outside, sessions
from dondoc.accounts.actions import signing_in
from dondoc.accounts.entering import HALF, complete, enter, half
from dondoc.accounts.forms import CodeForm, SignInForm
from dondoc.accounts.guards import for_everybody, for_signed_in
from dondoc.accounts.models import Person
from dondoc.accounts.refusals import OutsideFailed, Refused

OUTSIDE_TO = "dondoc_outside_to"


class SignIn(LoginView):
    """A name and a password; then the second factor where there is one."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, or ask for the second factor."""
        person = form.get_user()
        assert isinstance(person, Person)  # noqa: S101 - the form finds nobody else
        return enter(self.request, person, "password", self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Tell whether the office has a sign-in of its own."""
        more = {"outside": settings.DONDOC_OIDC_NAME if outside.is_on() else ""}
        return super().get_context_data(**kwargs) | more


class SignOut(LogoutView):
    """Ends the session here."""

    next_page = "accounts:sign-in"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Forget the session in the list of open ones, too."""
        sessions.forget(request.session.session_key or "")
        return super().post(request, *args, **kwargs)


sign_in = for_everybody(SignIn.as_view())
sign_out = for_signed_in(SignOut.as_view())


@for_everybody
@sensitive_post_parameters()
def second_step(request: HttpRequest) -> HttpResponse:
    """Ask for a code of the app or a recovery code."""
    waiting = half(request)
    person = Person.objects.filter(pk=waiting["person"], is_active=True).first() if waiting else None
    if waiting is None or person is None:
        request.session.pop(HALF, None)
        return redirect("accounts:sign-in")
    form, refusal, now = CodeForm(request.POST or None), "", timezone.now()
    if request.method == "POST" and form.is_valid():
        try:
            signing_in.count_try(sign_in_name=person.sign_in_name, now=now)
            by = signing_in.use_code(person=person, code=form.cleaned_data["code"], now=now)
        except Refused as refused:
            refusal = str(refused)
        else:
            return complete(request, person, f"{waiting['how']}+{by}", waiting["to"])
    context = {"form": form, "refusal": refusal}
    return render(request, "accounts/second_step.html", context, status=422 if refusal or form.errors else 200)


@for_everybody
def outside_begin(request: HttpRequest) -> HttpResponse:
    """Lead to the office's own sign-in."""
    if not outside.is_on():
        return redirect("accounts:sign-in")
    to = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(to, {request.get_host()}, require_https=request.is_secure())
    request.session[OUTSIDE_TO] = to if safe else ""
    try:
        return outside.begin(request)
    except OutsideFailed as refusal:
        messages.warning(request, str(refusal))
        return redirect("accounts:sign-in")


@for_everybody
def outside_return(request: HttpRequest) -> HttpResponse:
    """Take the office's answer and let the person in."""
    to = request.session.pop(OUTSIDE_TO, "") or resolve_url(settings.LOGIN_REDIRECT_URL)
    try:
        person = outside.finish(request) if outside.is_on() else None
    except Refused as refusal:
        messages.warning(request, str(refusal))
        person = None
    if person is None:
        if not outside.is_on():
            messages.warning(request, _("Cổng đăng nhập của cơ quan chưa được đặt."))
        return redirect("accounts:sign-in")
    return enter(request, person, "oidc", to)
