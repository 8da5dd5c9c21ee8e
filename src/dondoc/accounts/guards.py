"""The mark every view carries: who may call it. A view without one fails the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.urls import URLResolver

from dondoc.accounts import rights
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Keeper, Right
from dondoc.agencies.queries import get_agency

View = Callable[..., HttpResponseBase]
OPEN, SIGNED_IN, EVERYWHERE, SOMEWHERE, AGENCY = "open", "signed-in", "everywhere", "somewhere", "agency"


@dataclass(frozen=True, kw_only=True)
class Guard:
    """What a view asks for: nothing, somebody signed in, or a right: everywhere, for some agency, or for the agency
    that the address names (`of`: the part of the address that holds its code)."""

    asks: str
    right: Right | None = None
    of: str = ""


def guard_of(view: Any) -> Guard | None:
    """Give the mark of a view, None where it has none."""
    return getattr(view, "guard", None)


def routes(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, View]]:
    """Give every address of the site with its view."""
    for each in resolver.url_patterns:
        address = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, address)
        else:
            yield address, each.callback


def _marked(view: View, guard: Guard) -> View:
    view.guard = guard  # type: ignore[attr-defined]
    return view


def needs(right: Right, *, of: str = "", somewhere: bool = False) -> Callable[[View], View]:
    """Let a view be called only by people with a right, given to it as its second argument; else answer 403.

    The right is asked for everywhere; for the agency whose code stands in the address as `of`; or, with `somewhere`,
    for any agency: then the view itself asks again for what it shows or changes.
    """
    asks = AGENCY if of else SOMEWHERE if somewhere else EVERYWHERE

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            person: Person = rights.person_of(request)
            if somewhere:
                rights.require_somewhere(person, right)
            else:
                rights.require(person, right, get_agency(kwargs[of]) if of else None)
            return view(request, person, *args, **kwargs)

        return _marked(guarded, Guard(asks=asks, right=right, of=of))

    return mark


def for_oneself(view: View) -> View:
    """Let a view be called by everybody signed in, about their own account only, given as its second argument."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, rights.person_of(request), *args, **kwargs)

    return _marked(guarded, Guard(asks=SIGNED_IN))


def for_signed_in(view: View) -> View:
    """Mark a view of others that everybody signed in may call."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        rights.person_of(request)
        return view(request, *args, **kwargs)

    return _marked(guarded, Guard(asks=SIGNED_IN))


def for_everybody(view: View) -> View:
    """Mark a view that nobody has to sign in for."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return view(request, *args, **kwargs)

    return _marked(login_not_required(guarded), Guard(asks=OPEN))


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
