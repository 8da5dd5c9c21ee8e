"""What every answer carries: an incident number when it failed, and the policy that keeps foreign scripts out."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


def incident(get_response: Answer) -> Answer:
    """Give each request a short number, shown on error pages and written in the log."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.META["dondoc.incident"] = secrets.token_hex(4)
        return get_response(request)

    return middleware


def language(get_response: Answer) -> Answer:
    """Speak the language the person chose on this site, else Vietnamese, whatever the browser was installed in."""
    known = dict(settings.LANGUAGES)

    def middleware(request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        with translation.override(chosen if chosen in known else settings.LANGUAGE_CODE):
            return get_response(request)

    return middleware


def content_policy(get_response: Answer) -> Answer:
    """Allow scripts, styles and requests from this site only, nothing inline; keep pages out of shared caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"
        )
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-store")
        return response

    return middleware
