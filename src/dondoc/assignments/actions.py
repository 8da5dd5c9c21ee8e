"""Writes about assignments: each one transaction, with its entry in the audit trail."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.agencies import queries as agencies
from dondoc.agencies.models import Agency
from dondoc.assignments import plans
from dondoc.assignments.models import Assignment, HandOut, Occurrence
from dondoc.assignments.refusals import HandedOut, NamesOpen, NobodyStands, NoTerm, NotInForce
from dondoc.audit import actions as audit
from dondoc.directives.models import Directive, Item
from dondoc.rules import occurrences
from dondoc.rules.addressees import Addressees
from dondoc.rules.catalogue import Schedule

BATCH = 2000


@transaction.atomic
def hand_out(
    *, directive: Directive, receiver: Agency, on: date, chosen: Mapping[str, str], by: Person, now: datetime
) -> HandOut:
    """Give every row of a published directive to the agencies its addressees mean on a day, with its occurrences.

    `chosen` says whom names mean that nobody here bears; an empty code means nobody. Raises NotInForce, HandedOut,
    NoTerm, NobodyStands, and NamesOpen with every name that is still open.
    """
    require(by, Right.PUBLISH)
    directive = Directive.objects.select_for_update().get(pk=directive.pk)
    term = _ready(directive)
    addressees = Addressees(agencies.bodies(on))
    if not addressees.bodies:
        raise NobodyStands
    planned = plans.plan(directive, on=on, chosen=chosen)
    if planned.open_names:
        raise NamesOpen(planned.open_names)
    handed = HandOut.objects.create(
        directive=directive, receiver=receiver, on=on, chosen=dict(chosen), by=by, at=now
    )  # fmt: skip
    by_code = {agency.code: agency for agency in Agency.objects.all()}
    made: list[tuple[Assignment, Item]] = []
    for item in plans.standing_items(directive):
        for code, part in plans.shares(item, addressees, chosen).items():
            made.append((_assignment(handed, item, by_code[code], part), item))
    Assignment.objects.bulk_create((assignment for assignment, _ in made), batch_size=BATCH)
    Occurrence.objects.bulk_create(
        (one for assignment, item in made for one in _occurrences(assignment, item, term)), batch_size=BATCH
    )
    after = {"items": planned.items, "assignments": len(made), "receiver": receiver.code, "on": on.isoformat(),
             "chosen": dict(chosen)}  # fmt: skip
    audit.record(
        by=by.as_actor(), now=now, verb="hand-out", kind="directive", code=directive.code, after=after
    )  # fmt: skip
    return handed


def _ready(directive: Directive) -> tuple[int, int]:
    """Give the years a directive governs; raises where it cannot be handed out."""
    if directive.state != Directive.State.PUBLISHED:
        raise NotInForce
    if HandOut.objects.filter(directive=directive).exists():
        raise HandedOut
    term = directive.term or ((directive.issued_on.year,) * 2 if directive.issued_on else None)
    if term is None:
        raise NoTerm
    return term


def _assignment(handed: HandOut, item: Item, agency: Agency, part: str) -> Assignment:
    return Assignment(
        hand_out=handed, item=item, agency=agency, receiver=handed.receiver, part=part, on=handed.on
    )  # fmt: skip


def _occurrences(assignment: Assignment, item: Item, term: tuple[int, int]) -> list[Occurrence]:
    """Give the times of a row for its lead; who cooperates has none of its own."""
    if assignment.part != Assignment.Part.LEAD:
        return []
    return [
        Occurrence(
            assignment=assignment, code=one.code, kind=one.kind, first=one.first, due_on=one.due_on, times=one.times,
            per=one.per or "", event=one.event or "",
        )
        for one in occurrences.occurrences(_schedule(item), term)
    ]  # fmt: skip


def _schedule(item: Item) -> Schedule | None:
    if not item.schedule:
        return None
    values = dict(item.schedule)
    return Schedule(
        text=values.get("text", ""), kind=values.get("kind", "text"), from_=values.get("from"), to=values.get("to"),
        min=values.get("min"), per=values.get("per"), event=values.get("event"),
    )  # fmt: skip
