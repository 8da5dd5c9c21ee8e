"""Adding to the audit trail, called inside the transaction of every action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dondoc.audit.models import Entry


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
    """Add one entry; the caller's transaction makes it stand or fall with what it speaks of."""
    return Entry.objects.create(
        at=now,
        actor_id=by.id,
        actor_name=by.name,
        actor_post=by.post,
        verb=verb,
        object_kind=kind,
        object_code=code,
        reason=reason,
        before=before,
        after=after,
    )
