"""Appointing people to posts and ending their terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dondoc.accounts.actions.people import given, locked
from dondoc.accounts.models import Person, Role, RoleHeld, Term
from dondoc.accounts.posts import named
from dondoc.accounts.refusals import DaysReversed, HeldAlready, NoReason, NotOneself, PostEnded, PostTaken, TermOver
from dondoc.accounts.rights import Right, require
from dondoc.agencies.models import Agency, Post
from dondoc.audit import actions as audit
from dondoc.audit.actions import SYSTEM, Actor


@transaction.atomic
def appoint(
    *, person: Person, post: Post, first_day: date, last_day: date | None = None, basis: str = "",
    roles: Iterable[Role] = (), by: Person | None, now: datetime,
) -> Term:  # fmt: skip
    """Let a person hold a post from a day to a day, both counted, with roles that end with it.

    `basis` is the paper it stands on; `by` is None only for the first ones, made by the system. Raises PostTaken,
    HeldAlready, DaysReversed, PostEnded, NotGiven, NotOneself.
    """
    person = locked(person, by) if by else Person.objects.select_for_update().get(pk=person.pk)
    return new_term(
        person=person, post=post, first_day=first_day, last_day=last_day, basis=basis, roles=roles,
        actor=by.as_actor() if by else SYSTEM, now=now,
    )  # fmt: skip


def new_term(
    *, person: Person, post: Post, first_day: date, last_day: date | None, basis: str, roles: Iterable[Role],
    actor: Actor, now: datetime,
) -> Term:  # fmt: skip
    """Let a person hold a post, inside the transaction of who asked for the right; raises as appoint does."""
    agency = Agency.objects.select_for_update().get(pk=post.agency_id)
    _check(person, post, agency, first_day, last_day)
    held = given(roles)
    term = Term.objects.create(
        person=person, post=post, heads=agency if post.rank == Post.Rank.HEAD else None, first_day=first_day,
        last_day=last_day, basis=basis.strip(),
    )  # fmt: skip
    RoleHeld.objects.bulk_create(RoleHeld(person=person, term=term, role=role) for role in held)
    audit.record(
        by=actor, now=now, verb="appoint", kind="person", code=person.sign_in_name,
        reason=term.basis, after=_plain(term, held),
    )  # fmt: skip
    return term


def _check(person: Person, post: Post, agency: Agency, first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise DaysReversed(first, last)
    if post.ended_on is not None and (last is None or last > post.ended_on):
        raise PostEnded(post.name)
    same = _between(Term.objects.filter(person=person, post=post), first, last).first()
    if same is not None:
        raise HeldAlready(same)
    if post.rank == Post.Rank.HEAD:
        other = _between(Term.objects.filter(heads=agency), first, last)
        for taken in named(other, first)[:1]:
            raise PostTaken(taken)


def _between(terms: QuerySet[Term], first: date, last: date | None) -> QuerySet[Term]:
    """Keep the terms that share a day with a span."""
    begun = Q() if last is None else Q(first_day__lte=last)
    return terms.filter(begun, Q(last_day__isnull=True) | Q(last_day__gte=first))


@transaction.atomic
def end_term(*, term: Term, last_day: date, reason: str, by: Person, now: datetime) -> Term:
    """Let a term run until the end of a day and no longer: what came with it ends then, handovers too.

    Raises TermOver where it ends earlier already, DaysReversed, NoReason, NotOneself.
    """
    require(by, Right.ADMINISTER)
    term = Term.objects.select_for_update(of=("self",)).select_related("person", "post__agency").get(pk=term.pk)
    if term.person_id == by.pk:
        raise NotOneself
    if not reason.strip():
        raise NoReason
    if last_day < term.first_day:
        raise DaysReversed(term.first_day, last_day)
    if term.last_day is not None and term.last_day <= last_day:
        raise TermOver(term)
    before = _plain(term, ())
    term.last_day = last_day
    term.save(update_fields=["last_day"])
    audit.record(
        by=by.as_actor(), now=now, verb="end-term", kind="person", code=term.person.sign_in_name,
        reason=reason.strip(), before=before, after=_plain(term, ()),
    )  # fmt: skip
    return term


def _plain(term: Term, roles: Iterable[Role]) -> dict[str, Any]:
    return {
        "post": term.post.name, "agency": term.post.agency.code, "rank": term.post.rank,
        "first_day": term.first_day.isoformat(), "last_day": term.last_day.isoformat() if term.last_day else None,
        "roles": [str(role) for role in roles],
    }  # fmt: skip
