"""What an account has to do before anything else: change a first password, add a second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dondoc.accounts.entering import MUST_ENROL
from dondoc.accounts.models import Person

FREE = {"accounts:password", "accounts:sign-out", "accounts:sign-in", "language"}
FREE_TO_ENROL = FREE | {"accounts:second-factor"}


class FirstThingsFirst:
    """Leads to the page of what is still to be done, and lets nothing else through."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: Any) -> HttpResponse | None:
        """Redirect before the view is called."""
        person = request.user
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not isinstance(person, Person):
            return None
        if person.must_change_password and name not in FREE:
            return redirect("accounts:password")
        if request.session.get(MUST_ENROL) and name not in FREE_TO_ENROL:
            return redirect("accounts:second-factor")
        return None
