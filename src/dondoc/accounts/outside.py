"""The office's own sign-in by OpenID Connect: off unless its address and a client are set."""

from __future__ import annotations

from typing import Any

from authlib.integrations.base_client import OAuthError
from authlib.integrations.django_client import OAuth
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from joserfc.errors import JoseError
from requests import RequestException

from dondoc.accounts.actions import signing_in
from dondoc.accounts.models import OutsideIdentity, Person
from dondoc.accounts.refusals import OutsideFailed, Unknown
from dondoc.audit import actions as audit


def is_on() -> bool:
    """Say whether an office's sign-in is set."""
    return bool(settings.DONDOC_OIDC_ISSUER and settings.DONDOC_OIDC_CLIENT)


def _client() -> Any:
    address = settings.DONDOC_OIDC_ISSUER.rstrip("/") + "/.well-known/openid-configuration"
    oauth = OAuth()
    oauth.register(
        "office", server_metadata_url=address, client_id=settings.DONDOC_OIDC_CLIENT,
        client_secret=settings.DONDOC_OIDC_SECRET,
        client_kwargs={"scope": "openid profile", "code_challenge_method": "S256", "timeout": 10},
    )  # fmt: skip
    return oauth.office


def begin(request: HttpRequest) -> HttpResponse:
    """Lead to the office's sign-in; raises OutsideFailed where it does not answer."""
    back = request.build_absolute_uri(reverse("accounts:outside-return"))
    try:
        answer: HttpResponse = _client().authorize_redirect(request, back)
    except (OAuthError, RequestException, ValueError) as error:
        raise OutsideFailed from error
    return answer


def finish(request: HttpRequest) -> Person:
    """Give the person the office vouches for, its signature, audience, nonce and state verified.

    Raises OutsideFailed, Unknown.
    """
    try:
        token = _client().authorize_access_token(request)
    except (OAuthError, JoseError, RequestException, ValueError) as error:
        raise OutsideFailed from error
    told = token.get("userinfo") or {}
    if not told.get("sub") or not told.get("iss"):
        raise OutsideFailed
    return _person(str(told["iss"]), str(told["sub"]), str(told.get(settings.DONDOC_OIDC_CLAIM) or ""))


@transaction.atomic
def _person(issuer: str, subject: str, name: str) -> Person:
    """Find the person bound to an identity; bind it at its first use to the account of that name, never to another."""
    now = timezone.now()
    bound = OutsideIdentity.objects.filter(issuer=issuer, subject=subject).select_related("person").first()
    person = bound.person if bound else _bind(issuer, subject, name)
    if not person.is_active or signing_in.is_idle(person, now):
        raise Unknown(name or person.sign_in_name)
    return person


def _bind(issuer: str, subject: str, name: str) -> Person:
    found = Person.objects.select_for_update().filter(sign_in_name=name.strip().lower(), is_active=True).first()
    if not name.strip() or found is None or OutsideIdentity.objects.filter(person=found).exists():
        raise Unknown(name or subject)
    OutsideIdentity.objects.create(person=found, issuer=issuer, subject=subject)
    audit.record(
        by=found.as_actor(), now=timezone.now(), verb="bind-identity", kind="person", code=found.sign_in_name,
        after={"issuer": issuer, "subject": subject},
    )  # fmt: skip
    return found
