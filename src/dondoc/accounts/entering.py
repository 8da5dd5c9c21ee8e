"""The last steps of every way in: the second factor where there is one, then the session."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from dondoc.accounts.actions import signing_in
from dondoc.accounts.models import Person, SecondFactor
from dondoc.accounts.rights import Right, may

HALF, MUST_ENROL = "dondoc_half", "dondoc_must_enrol"
PATIENCE = timedelta(minutes=10)
BACKEND = "django.contrib.auth.backends.ModelBackend"


def enter(request: HttpRequest, person: Person, how: str, to: str) -> HttpResponse:
    """Let somebody in who proved who they are, or ask for the second factor first."""
    if not SecondFactor.objects.filter(person=person).exists():
        return complete(request, person, how, to)
    until = (timezone.now() + PATIENCE).timestamp()
    request.session[HALF] = {"person": person.pk, "how": how, "to": to, "until": until}
    return redirect("accounts:second-step")


def half(request: HttpRequest) -> dict[str, Any] | None:
    """Give who waits at the second step of this session, None where nobody does or no longer."""
    found: dict[str, Any] | None = request.session.get(HALF)
    return found if found and found["until"] > timezone.now().timestamp() else None


def complete(request: HttpRequest, person: Person, how: str, to: str) -> HttpResponse:
    """Begin the session and lead to where the person wanted to go."""
    request.session.pop(HALF, None)
    login(request, person, backend=BACKEND)
    if how != "oidc" and must_have_second_factor(person):
        request.session[MUST_ENROL] = True
    signing_in.signed_in(
        person=person, how=how, key=request.session.session_key or "", address=request.META.get("REMOTE_ADDR") or None,
        device=request.headers.get("User-Agent", ""), now=timezone.now(),
    )  # fmt: skip
    return redirect(to)


def must_have_second_factor(person: Person) -> bool:
    """Say whether the site asks a second factor of somebody who has none yet."""
    wanted = settings.DONDOC_SECOND_FACTOR
    asked = wanted == "everyone" or (wanted == "administrators" and may(person, Right.ADMINISTER))
    return asked and not SecondFactor.objects.filter(person=person).exists()
