"""The mark every protected view carries: which right it asks for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from dondoc.accounts import rights
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Keeper, Right

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


def keeps_agencies(view: View) -> View:
    """Let a view of agencies be called only by who may change their list, given to it as its keeper."""

    @needs(Right.ADMINISTER)
    def guarded(request: HttpRequest, person: Person, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, Keeper(person), *args, **kwargs)

    return guarded


def sees_agencies(view: View) -> View:
    """Let a view of agencies be called by who may read, and tell it whether that person keeps their list."""

    @needs(Right.READ)
    def guarded(request: HttpRequest, person: Person, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, rights.may(person, Right.ADMINISTER), *args, **kwargs)

    return guarded
