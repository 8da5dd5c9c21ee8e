"""The steps of a review: keep, correct, split, merge, add, delete, restore a row; each can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.db.models import F

from dondoc.accounts.models import Person
from dondoc.directives import queries, rows, stretches
from dondoc.directives.actions.steps import decide, finish, fresh, locked
from dondoc.directives.folding import sameness
from dondoc.directives.models import Directive, Item
from dondoc.directives.refusals import CannotSplitThere, NoRowAbove, Refusal, Several, TargetInvalid, TextMissing
from dondoc.rules import targets
from dondoc.rules.catalogue_json import target_from_json

EDITABLE = frozenset(
    {"text", "leads", "cooperating", "schedule", "deliverable", "deliverables", "condition", "scope", "targets"}
)
Decision = Item.Decision
# Kept with the row like the reasons of the reading: Vietnamese whatever the language of the interface.
CUT = "Dòng vừa tách đôi. Xem lại lời, nơi nhận và chỉ tiêu của phần này."


@transaction.atomic
def accept_item(*, item: Item, version: int, by: Person, now: datetime) -> Item:
    """Keep a row as the document has it; raises ItemChanged and NotInReview."""
    row = fresh(item, version, by)
    before = [rows.snapshot(row, ("ref", *rows.DECISION))]
    decide(row, Decision.ACCEPTED, by, now)
    row.save()
    finish(
        directive=row.directive, verb="accept-item", before=before, changed=[row], by=by, now=now,
        names=("ref", *rows.DECISION),
    )  # fmt: skip
    return row


@transaction.atomic
def accept_clear(*, directive: Directive, by: Person, now: datetime) -> int:
    """Keep every row without a doubt that nobody has decided; give how many. Raises NotInReview."""
    directive = locked(directive.pk, by)
    clear = list(directive.items.filter(doubtful=False, decision=Decision.NONE))
    if not clear:
        return 0
    names = ("ref", *rows.DECISION)
    before = [rows.snapshot(row, names) for row in clear]
    for row in clear:
        decide(row, Decision.ACCEPTED, by, now)
    directive.items.filter(pk__in=[row.pk for row in clear]).update(
        decision=Decision.ACCEPTED, decided_by=by, decided_at=now, version=F("version") + 1
    )
    finish(directive=directive, verb="accept-clear", before=before, changed=clear, by=by, now=now, names=names)
    return len(clear)


@transaction.atomic
def correct_item(*, item: Item, version: int, changes: dict[str, Any], by: Person, now: datetime) -> Item:
    """Change fields of a row; `changes` holds only fields of EDITABLE, targets in the form the commands print.

    Raises ItemChanged, NotInReview, TextMissing and TargetInvalid.
    """
    row = fresh(item, version, by)
    before = [rows.snapshot(row)]
    write(row, changes)
    decide(row, Decision.ADDED if row.decision == Decision.ADDED else Decision.CORRECTED, by, now)
    row.save()
    finish(directive=row.directive, verb="correct-item", before=before, changed=[row], by=by, now=now)
    return row


def write(row: Item, changes: dict[str, Any]) -> None:
    """Write checked fields into a row, not yet saved; raises TextMissing, TargetInvalid, or Several of them."""
    raise_all(faults(row, changes))
    for name, value in changes.items():
        setattr(row, name, value)
    if "text" in changes:
        row.same_text = sameness(row.text)
    rows.refold(row, row.directive.number)


def raise_all(found: Sequence[Refusal]) -> None:
    """Raise what stands in the way: the one thing, or Several; nothing where there is none."""
    if found:
        raise found[0] if len(found) == 1 else Several(found)


def faults(row: Item, changes: dict[str, Any]) -> list[Refusal]:
    """Give everything that is wrong with changes of a row, in the order of its fields."""
    if not EDITABLE.issuperset(changes):
        raise ValueError(f"not editable: {sorted(set(changes) - EDITABLE)}")
    wordless = not changes.get("text", row.text).strip()
    wrong = [_target_fault(number, target) for number, target in enumerate(changes.get("targets", ()), 1)]
    return [*([TextMissing()] if wordless else []), *(fault for fault in wrong if fault)]


def _target_fault(number: int, target: dict[str, Any]) -> TargetInvalid | None:
    """Say what is wrong with fields that make no target, by its number from 1."""
    try:
        value = target_from_json(target)
    except (ValueError, ArithmeticError, KeyError, TypeError):
        return TargetInvalid(number, "value", str(target.get("value")))
    share = (value.unit or "").startswith("%") and not value.change and value.value is not None
    if share and value.value is not None and not 0 <= value.value <= 100:
        return TargetInvalid(number, "share", targets.plain(value.value) or "")
    if value.comparator is targets.Comparator.BETWEEN and (value.low is None or value.high is None):
        return TargetInvalid(number, "between", "")
    compared = {">", ">=", "<", "<=", "=", None}
    missing = value.comparator in compared and value.value is None
    return TargetInvalid(number, "missing", "") if missing else None


@transaction.atomic
def split_item(*, item: Item, version: int, at: int, by: Person, now: datetime) -> tuple[Item, Item]:
    """Cut a row in two before character `at` of its text; addressees go to both, targets stay with the first.

    Nobody has looked at the halves yet, so both carry a doubt.

    Raises ItemChanged, NotInReview and CannotSplitThere.
    """
    row = fresh(item, version, by)
    head, tail = row.text[:at].strip(), row.text[at:].strip()
    if not head or not tail:
        raise CannotSplitThere
    before = [rows.snapshot(row)]
    second = Item.objects.get(pk=row.pk)
    second.pk, second.directive = None, row.directive
    row.source, second.source = stretches.cut(row.directive.text, row.source, row.text, at)
    row.text, second.text = head, tail
    row.text_suggested = second.text_suggested = ""
    second.targets, second.ref, second.position = [], _free_ref(row), _place_after(row)
    for part in (row, second):
        part.same_text = sameness(part.text)
        rows.refold(part, row.directive.number)
        part.doubts, part.doubtful = [*part.doubts, {"field": "text", "reason": CUT}], True
        decide(part, Decision.NONE, by, now)
    second.version = 1
    row.save()
    second.save()
    finish(directive=row.directive, verb="split-item", before=before, changed=[row, second], by=by, now=now)
    return row, second


def _free_ref(row: Item) -> str:
    taken = set(Item.objects.filter(directive=row.directive, ref__startswith=row.ref).values_list("ref", flat=True))
    return next(ref for ref in (f"{row.ref}{letter}" for letter in _letters()) if ref not in taken)


def _letters() -> list[str]:
    single = [chr(code) for code in range(ord("b"), ord("z") + 1)]
    return single + [f"z{number}" for number in range(1, 1000)]


def _place_after(row: Item) -> Decimal:
    """Give a place between a row and the next one."""
    following = Item.objects.filter(directive=row.directive, position__gt=row.position).order_by("position").first()
    return (row.position + following.position) / 2 if following else row.position + 1


@transaction.atomic
def merge_with_above(*, item: Item, version: int, by: Person, now: datetime) -> Item:
    """Join a row to the one above it and take it out of the list; gives the joined row.

    Raises ItemChanged, NotInReview and NoRowAbove.
    """
    row = fresh(item, version, by)
    standing = row.directive.items.exclude(decision=Decision.DELETED)
    above = standing.filter(position__lt=row.position).order_by("position").last()
    if above is None:
        raise NoRowAbove
    above.directive = row.directive
    before = [rows.snapshot(above), rows.snapshot(row)]
    above.text = f"{above.text} {row.text}"
    above.targets = [*above.targets, *row.targets]
    above.leads = list(dict.fromkeys([*above.leads, *row.leads]))
    above.cooperating = list(dict.fromkeys([*above.cooperating, *row.cooperating]))
    above.source = stretches.join(above.source, row.source)
    above.text_suggested = ""
    above.same_text = sameness(above.text)
    rows.refold(above, row.directive.number)
    decide(above, Decision.CORRECTED, by, now)
    decide(row, Decision.DELETED, by, now)
    above.save()
    row.save()
    finish(directive=row.directive, verb="merge-items", before=before, changed=[above, row], by=by, now=now)
    return above


@transaction.atomic
def add_item(*, directive: Directive, after: Item | None, values: dict[str, Any], by: Person, now: datetime) -> Item:
    """Add a row that the reading missed or a person types, below `after` or at the end.

    Raises NotInReview, TextMissing and TargetInvalid.
    """
    directive = locked(directive.pk, by)
    last = directive.items.order_by("position").last()
    row = Item(directive=directive, section=after.section if after else (last.section if last else ""))
    if after is not None:
        row.ref, row.position = _free_ref(after), _place_after(after)
    else:
        row.ref, row.position = _next_ref(directive), (last.position + 1 if last else Decimal(1))
    write(row, values)
    decide(row, Decision.ADDED, by, now)
    row.version = 1
    row.save()
    finish(directive=directive, verb="add-item", before=[], changed=[row], by=by, now=now)
    return row


def _next_ref(directive: Directive) -> str:
    taken = set(directive.items.values_list("ref", flat=True))
    return next(ref for ref in map(str, range(1, 100_000)) if ref not in taken)


@transaction.atomic
def delete_item(*, item: Item, version: int, by: Person, now: datetime) -> Item:
    """Take a row out of the list; it can be restored. Raises ItemChanged and NotInReview."""
    return _decided(item, version, Decision.DELETED, "delete-item", by, now)


@transaction.atomic
def restore_item(*, item: Item, version: int, by: Person, now: datetime) -> Item:
    """Put a deleted row back, to be looked at again where it had doubts. Raises ItemChanged and NotInReview."""
    decision = Decision.ACCEPTED if not item.doubtful else Decision.NONE
    return _decided(item, version, decision, "restore-item", by, now)


def _decided(item: Item, version: int, decision: Item.Decision, verb: str, by: Person, now: datetime) -> Item:
    row = fresh(item, version, by)
    names = ("ref", *rows.DECISION)
    before = [rows.snapshot(row, names)]
    decide(row, decision, by, now)
    row.save()
    finish(directive=row.directive, verb=verb, before=before, changed=[row], by=by, now=now, names=names)
    return row


def doubts_left(directive: Directive) -> int:
    """Count the rows with doubts that nobody has decided."""
    return directive.items.filter(queries.WAITING).count()
