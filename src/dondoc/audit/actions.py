"""Adding to the audit trail, called inside the transaction of every action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dondoc.audit import chain
from dondoc.audit.models import Entry, Head


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who did it, as plain values: name and post as they were then."""

    name: str
    post: str = ""
    id: int | None = None


SYSTEM = Actor(name="Hệ thống")


def record(
    *,
    by: Actor,
    now: datetime,
    verb: str,
    kind: str,
    code: str,
    reason: str = "",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> Entry:
    """Add one entry at the end of the chain; the caller's transaction makes it stand or fall with what it speaks of."""
    head, _ = Head.objects.select_for_update().get_or_create(pk=1, defaults={"hash": chain.BEGINNING})
    entry = Entry(
        number=head.number + 1, previous=head.hash, at=now, actor_id=by.id, actor_name=by.name, actor_post=by.post,
        verb=verb, object_kind=kind, object_code=code, reason=reason, before=before, after=after,
    )  # fmt: skip
    entry.hash = chain.digest(vars(entry), entry.previous)
    entry.save(force_insert=True)
    Head.objects.filter(pk=1).update(number=entry.number, hash=entry.hash)
    return entry
