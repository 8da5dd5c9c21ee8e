"""The table of rights: which role may do what; checks, documentation and tests all read it."""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from dondoc.accounts import wording
from dondoc.accounts.models import Person, Role


class Right(StrEnum):
    """Something that not everybody may do."""

    READ = "read"  # see published directives
    REVIEW = "review"  # upload, type in, review, see what is not published
    PUBLISH = "publish"  # publish, correct afterwards, suspend, withdraw
    ADMINISTER = "administer"  # make accounts


RIGHTS: dict[Role, frozenset[Right]] = {
    Role.ADMINISTRATOR: frozenset({Right.READ, Right.ADMINISTER}),
    Role.CLERK: frozenset({Right.READ, Right.REVIEW}),
    Role.PUBLISHER: frozenset({Right.READ, Right.REVIEW, Right.PUBLISH}),
    Role.READER: frozenset({Right.READ}),
}


def rights_of(person: Person | AnonymousUser) -> frozenset[Right]:
    """Give every right a person has; nobody signed in, or a closed account, has none."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    roles = person.roles_held.values_list("role", flat=True)
    return frozenset(right for role in roles for right in RIGHTS[Role(role)])


def may(person: Person | AnonymousUser, right: Right) -> bool:
    """Say whether a person has a right."""
    return right in rights_of(person)


def require(person: Person | AnonymousUser, right: Right) -> None:
    """Refuse with a sentence where a person lacks a right; raises PermissionDenied."""
    if not may(person, right):
        raise PermissionDenied(wording.lacks(right, getattr(person, "post", "") or str(person)))


def person_of(request: HttpRequest) -> Person:
    """Give the person signed in; raises PermissionDenied where there is none."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user
