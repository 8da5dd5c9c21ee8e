"""The table of rights: which role may do what; checks, documentation and tests all read it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from dondoc.accounts import wording
from dondoc.accounts.models import Person, Role
from dondoc.audit.actions import Actor


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


def holders(right: Right) -> list[Person]:
    """Give the people with a right whose accounts are open, by name."""
    roles = [role for role, rights in RIGHTS.items() if right in rights]
    return list(Person.objects.filter(is_active=True, roles_held__role__in=roles).distinct().order_by("full_name"))


def require(person: Person | AnonymousUser, right: Right) -> None:
    """Refuse where a person lacks a right, naming who has it and who grants it; raises PermissionDenied."""
    if may(person, right):
        return
    post = getattr(person, "post", "") or str(person)
    raise PermissionDenied(wording.lacks(right, post, holders(right), holders(Right.ADMINISTER)))


@dataclass(frozen=True)
class Keeper:
    """A person as the room of agencies, which lies below this one, knows somebody who keeps its list."""

    person: Person

    def as_actor(self) -> Actor:
        """Give the plain values that the audit trail keeps."""
        return self.person.as_actor()

    def require_keeping(self) -> None:
        """Refuse where the person may not change agencies; raises PermissionDenied."""
        require(self.person, Right.ADMINISTER)


def person_of(request: HttpRequest) -> Person:
    """Give the person signed in; raises PermissionDenied where there is none."""
    if not isinstance(request.user, Person):
        raise PermissionDenied
    return request.user
