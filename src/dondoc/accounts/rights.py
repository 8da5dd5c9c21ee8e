"""Who may do what where, today: the table of rights, asked for a person's posts at this moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import CharField, Q, Value
from django.http import HttpRequest
from django.utils import timezone

from dondoc.accounts import posts, wording
from dondoc.accounts.models import ROLE_OF_RANK, Person, Role, RoleHeld, Term, running
from dondoc.accounts.table import TABLE, Position, Right, roles_with
from dondoc.agencies import queries as agencies
from dondoc.agencies.models import Agency
from dondoc.audit.actions import Actor

__all__ = ["Keeper", "Reach", "Right", "agencies_of", "holders", "holdings", "may", "may_somewhere", "person_of",
           "reach", "require", "require_somewhere", "rights_of"]  # fmt: skip

Anybody = Person | AnonymousUser
RANK_OF_ROLE = {role: rank for rank, role in ROLE_OF_RANK.items()}


@dataclass(frozen=True, kw_only=True)
class Holding:
    """A role somebody has today, and the agency (its id) of the post it comes from; None where it has no post."""

    role: Role
    agency: int | None


def holdings(person: Anybody, day: date | None = None) -> list[Holding]:
    """Give every role a person has on a day: from posts, with posts, by handover; none for a closed account."""
    if not isinstance(person, Person) or not person.is_active:
        return []
    day = day or timezone.localdate()
    ranks = Term.objects.filter(running(day), person=person).order_by().values_list("post__rank", "post__agency_id")
    with_term = Q(term__isnull=True) | running(day, "term__")
    given = RoleHeld.objects.filter(with_term, person=person, person__is_active=True)
    signing = Value(Role.SIGNING_DEPUTY.value, output_field=CharField())
    handed = posts.handovers_on(day).filter(to_term__person=person).order_by().select_related(None)
    found = ranks.filter(person__is_active=True).union(
        given.order_by().values_list("role", "term__post__agency_id"),
        handed.annotate(role=signing).values_list("role", "agency_id"),
    )
    return [Holding(role=ROLE_OF_RANK.get(word) or Role(word), agency=agency) for word, agency in found]


def rights_of(person: Anybody) -> frozenset[Right]:
    """Give the rights a person has everywhere; nobody signed in, or a closed account, has none."""
    return frozenset(right for each in holdings(person) for right in TABLE[each.role][Position.EVERYWHERE])


@dataclass(frozen=True, kw_only=True)
class Reach:
    """Where somebody has a right: everywhere, or for the agencies of these ids."""

    everywhere: bool
    agencies: frozenset[int]

    def __bool__(self) -> bool:
        return self.everywhere or bool(self.agencies)

    def covers(self, agency: Agency | int) -> bool:
        """Say whether an agency lies within."""
        return self.everywhere or (agency if isinstance(agency, int) else agency.pk) in self.agencies

    def where(self, field: str = "agency") -> Q:
        """Give the condition of rows whose agency lies within, for a list to be scoped by."""
        return Q() if self.everywhere else Q(**{f"{field}__in": self.agencies})


def reach(person: Anybody, right: Right, day: date | None = None) -> Reach:
    """Say where a person has a right on a day, by the tree of agencies of that day."""
    day = day or timezone.localdate()
    held = holdings(person, day)
    if any(right in TABLE[each.role][Position.EVERYWHERE] for each in held):
        return Reach(everywhere=True, agencies=frozenset())
    own = {each.agency for each in held if right in TABLE[each.role][Position.OWN]}
    roots = {each.agency for each in held if right in TABLE[each.role][Position.BELOW]} - {None}
    below = agencies.all_below(roots, day) if roots else set()
    return Reach(everywhere=False, agencies=frozenset(each for each in own | below if each is not None))


def agencies_of(person: Anybody, day: date | None = None) -> frozenset[int]:
    """Give the ids of the agencies where a person holds a post on a day."""
    return frozenset(each.agency for each in holdings(person, day) if each.agency is not None)


def may(person: Anybody, right: Right, agency: Agency | int | None = None) -> bool:
    """Say whether a person has a right: for an agency, or without one everywhere."""
    return right in rights_of(person) if agency is None else reach(person, right).covers(agency)


def may_somewhere(person: Anybody, right: Right) -> bool:
    """Say whether a person has a right for any agency at all; what it is used on still has to be asked for."""
    return bool(reach(person, right))


def require(person: Anybody, right: Right, agency: Agency | int | None = None) -> None:
    """Refuse where a person lacks a right, naming who has it and who grants it; raises PermissionDenied."""
    if not may(person, right, agency):
        raise PermissionDenied(_refusal(person, right, agency))


def require_somewhere(person: Anybody, right: Right) -> None:
    """Refuse where a person has a right for no agency; raises PermissionDenied."""
    if not may_somewhere(person, right):
        raise PermissionDenied(_refusal(person, right, None))


def _refusal(person: Anybody, right: Right, agency: Agency | int | None) -> str:
    post = getattr(person, "post", "") or str(person)
    return wording.lacks(right, post, holders(right, agency), holders(Right.ADMINISTER))


def holders(right: Right, agency: Agency | int | None = None) -> list[Person]:
    """Give the people with open accounts who have a right for an agency, or without one everywhere, by name."""
    day = timezone.localdate()
    condition = _given(roles_with(right, Position.EVERYWHERE), day)
    if agency is not None:
        own = agency if isinstance(agency, int) else agency.pk
        condition |= _from_posts(right, Position.OWN, {own}, day)
        condition |= _from_posts(right, Position.BELOW, agencies.all_above(own, day), day)
    return list(Person.objects.filter(condition, is_active=True).distinct().order_by("full_name"))


def _given(roles: Iterable[Role], day: date) -> Q:
    """Give the condition of people who have one of these roles; those that come from posts are looked for there."""
    found = list(roles)
    ranks = [RANK_OF_ROLE[role] for role in found if role in RANK_OF_ROLE]
    roles_held = RoleHeld.objects.filter(Q(term__isnull=True) | running(day, "term__"), role__in=found)
    terms = Term.objects.filter(running(day), post__rank__in=ranks)
    return Q(pk__in=roles_held.values("person")) | Q(pk__in=terms.values("person"))


def _from_posts(right: Right, position: Position, places: set[int], day: date) -> Q:
    """Give the condition of people whose post or handover in one of these agencies brings a right."""
    roles = roles_with(right, position)
    ranks = [RANK_OF_ROLE[role] for role in roles if role in RANK_OF_ROLE]
    terms = Term.objects.filter(running(day), post__rank__in=ranks, post__agency__in=places)
    found = Q(pk__in=terms.values("person"))
    if Role.SIGNING_DEPUTY in roles:
        handed = posts.handovers_on(day).filter(agency__in=places)
        found |= Q(pk__in=handed.values("to_term__person"))
    return found


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
