"""What every step of the review shares: the lock, the version, the undo log, the audit entry; and undoing."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives import proofs, rows
from dondoc.directives.models import Directive, Item, Step
from dondoc.directives.refusals import CannotUndo, ItemChanged, NothingToUndo, NotInReview

KEEPING = (
    "accept-item",
    "accept-clear",
    "ask-item",
    "answer-item",
)  # steps after which the rows say what they said before


def locked(directive_id: int, by: Person, right: Right = Right.REVIEW) -> Directive:
    """Lock a directive in review until the transaction ends; raises PermissionDenied and NotInReview."""
    directive = Directive.objects.select_for_update().get(pk=directive_id)
    require(by, right)
    if not directive.in_review:
        raise NotInReview(directive)
    return directive


def fresh(item: Item, version: int, by: Person) -> Item:
    """Give the row as it stands in the locked directive; raises ItemChanged where it is not the version seen."""
    directive = locked(item.directive_id, by)
    row = Item.objects.select_related("decided_by").get(pk=item.pk)
    row.directive = directive
    if row.version != version:
        raise ItemChanged(row)
    return row


def as_it_was(row: Item, version: int) -> Item | None:
    """Give a row as its last change found it, where that was this version; None where it was another."""
    for step in row.directive.steps.filter(undone=False).order_by("-id").iterator():
        made = {kept["id"]: kept["version"] for kept in step.after}
        if row.pk in made:
            found = next((kept for kept in step.before if kept["id"] == row.pk), None)
            if found is None or (made[row.pk], found["version"]) != (row.version, version):
                return None
            earlier = copy.copy(row)
            rows.put_back(earlier, found)
            return earlier
    return None


def decide(row: Item, decision: Item.Decision, by: Person, now: datetime) -> None:
    """Write who decided what about a row, when; its version grows."""
    row.decision, row.decided_by, row.decided_at = decision, by, now
    row.version += 1


def finish(
    *,
    directive: Directive,
    verb: str,
    before: list[dict[str, Any]],
    changed: Sequence[Item],
    by: Person,
    now: datetime,
    names: Iterable[str] = rows.CONTENT + rows.DECISION,
) -> Step:
    """Note a step in the undo log and in the audit trail, and when the review was saved last."""
    names = tuple(names)
    after = [rows.snapshot(row, names) for row in changed]
    step = Step.objects.create(directive=directive, verb=verb, by=by, at=now, before=before, after=after)
    touch(directive, now)
    if verb not in KEEPING:
        proofs.renew(directive)
    refs = sorted(row.ref for row in changed)
    code = f"{directive.code}/{refs[0]}" if len(refs) == 1 else directive.code
    audit.record(
        by=by.as_actor(), now=now, verb=verb, kind="item" if len(refs) == 1 else "directive", code=code,
        before={"rows": _differing(before, after)}, after={"rows": _differing(after, before)},
    )  # fmt: skip
    return step


def touch(directive: Directive, now: datetime) -> None:
    """Write when the review was saved last."""
    directive.saved_at = now
    directive.version += 1
    directive.save(update_fields=["saved_at", "version"])


def _differing(mine: list[dict[str, Any]], other: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Keep of each snapshot what the other one says differently, so that the trail stays readable."""
    theirs = {kept["id"]: kept for kept in other}
    out = []
    for kept in mine:
        same = theirs.get(kept["id"], {})
        shown = {k: v for k, v in kept.items() if k in ("id", "ref") or (k not in rows.FOLDED and same.get(k) != v)}
        out.append(shown)
    return out


@transaction.atomic
def undo(*, directive: Directive, by: Person, now: datetime) -> Step:
    """Undo the last step of the review that still stands.

    Raises NothingToUndo, and CannotUndo where a row has changed since.
    """
    directive = locked(directive.pk, by)
    step = directive.steps.filter(undone=False).last()
    if step is None:
        raise NothingToUndo
    now_there = Item.objects.in_bulk([kept["id"] for kept in step.after])
    for kept in step.after:
        row = now_there.get(kept["id"])
        if row is None or row.version != kept["version"]:
            raise CannotUndo(kept.get("ref", ""))
    _take_back(step, now_there, directive)
    step.undone = True
    step.save(update_fields=["undone"])
    if step.verb not in KEEPING:
        proofs.renew(directive)
    touch(directive, now)
    audit.record(
        by=by.as_actor(), now=now, verb="undo", kind="directive", code=directive.code,
        before={"rows": _differing(step.after, step.before)},
        after={"step": step.pk, "verb": step.verb, "rows": _differing(step.before, step.after)},
    )  # fmt: skip
    return step


def _take_back(step: Step, now_there: dict[int, Item], directive: Directive) -> None:
    """Remove the rows the step made, and give the others the values they had."""
    earlier = {kept["id"] for kept in step.before}
    Item.objects.filter(pk__in=set(now_there) - earlier).delete()
    for kept in step.before:
        row = now_there[kept["id"]]
        row.directive = directive
        rows.put_back(row, kept)
        row.version += 1
        row.save()
    # Earlier steps know these rows by the version they had before this step.
    versions = {kept["id"]: kept["version"] for kept in step.before}
    for older in directive.steps.filter(undone=False).exclude(pk=step.pk):
        if any(kept["id"] in versions for kept in older.after):
            for kept in older.after:
                if versions.get(kept["id"]) == kept["version"]:
                    kept["version"] = now_there[kept["id"]].version
            older.save(update_fields=["after"])
