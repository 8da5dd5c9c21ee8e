"""Changes after publication (đính chính, tạm dừng, rút): each with its reason, both versions kept."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives.actions import reviewing
from dondoc.directives.models import Correction, Directive, Item
from dondoc.directives.refusals import ItemChanged, NothingChanged, NotPublished, ReasonMissing, StatusUnchanged

VERBS = {
    Item.Status.SUSPENDED: ("suspend-item", Correction.Kind.SUSPENSION),
    Item.Status.WITHDRAWN: ("withdraw-item", Correction.Kind.WITHDRAWAL),
    Item.Status.IN_FORCE: ("resume-item", Correction.Kind.RESUMPTION),
}


@transaction.atomic
def publish_correction(
    *, item: Item, version: int, changes: dict[str, Any], reason: str, by: Person, now: datetime
) -> Correction:
    """Correct a published row.

    Raises ItemChanged, NotPublished, NothingChanged, ReasonMissing, TextMissing, TargetInvalid, or Several of them.
    """
    row = _published(item, version, by)
    missing = [] if reason.strip() else [ReasonMissing()]
    reviewing.raise_all([*reviewing.faults(row, changes), *missing])
    if not changes:
        raise NothingChanged
    before = {name: getattr(row, name) for name in changes}
    reviewing.write(row, changes)
    row.version += 1
    row.save()
    after = {name: getattr(row, name) for name in changes}
    return _note(row, "publish-correction", Correction.Kind.CORRECTION, reason, before, after, by, now)


@transaction.atomic
def change_status(
    *, item: Item, version: int, status: Item.Status, reason: str, by: Person, now: datetime
) -> Correction:
    """Suspend, withdraw or resume a published task.

    Raises ItemChanged, NotPublished, ReasonMissing and StatusUnchanged.
    """
    row = _published(item, version, by)
    if not reason.strip():
        raise ReasonMissing
    if row.status == status:
        raise StatusUnchanged
    before = {"status": row.status}
    row.status = status
    row.version += 1
    row.save()
    verb, kind = VERBS[status]
    return _note(row, verb, kind, reason, before, {"status": row.status}, by, now)


def _published(item: Item, version: int, by: Person) -> Item:
    directive = Directive.objects.select_for_update().get(pk=item.directive_id)
    require(by, Right.PUBLISH)
    if directive.state != Directive.State.PUBLISHED:
        raise NotPublished(directive)
    row = Item.objects.get(pk=item.pk)
    row.directive = directive
    if row.version != version:
        raise ItemChanged(row)
    return row


def _note(
    row: Item,
    verb: str,
    kind: Correction.Kind,
    reason: str,
    before: dict[str, Any],
    after: dict[str, Any],
    by: Person,
    now: datetime,
) -> Correction:
    audit.record(
        by=by.as_actor(), now=now, verb=verb, kind="item", code=f"{row.directive.code}/{row.ref}",
        reason=reason.strip(), before=before, after=after,
    )  # fmt: skip
    return Correction.objects.create(
        item=row, kind=kind, reason=reason.strip(), by_name=by.full_name, by_post=by.post, at=now,
        before=before, after=after,
    )  # fmt: skip
