"""The mark every protected view carries: which right it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from dondoc.accounts import rights
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right

View = Callable[..., HttpResponseBase]


def needs(right: Right) -> Callable[[View], View]:
    """Let a view be called only by people with a right, given to it as its second argument; else answer 403."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person: Person = rights.person_of(request)
            rights.require(person, right)
            return view(request, person, *args, **kwargs)

        guarded.right = right  # type: ignore[attr-defined]
        return guarded

    return mark
