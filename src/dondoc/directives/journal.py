"""What an entry of the audit trail says was changed, field by field, old and new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dondoc.audit.models import Entry
from dondoc.directives import wording

ROW_FIELDS = (
    "text", "leads", "cooperating", "schedule", "deliverable", "condition", "scope", "targets", "question", "answer",
    "status",
)  # fmt: skip
DOCUMENT_FIELDS = (
    "number", "kind", "issued_on", "effective_on", "term", "issuer", "title", "signer", "decision",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Change:
    """One field that was changed: of which row, its name in words, what it was and what it became."""

    label: str
    field: str
    before: str
    after: str


def changes(entry: Entry) -> list[Change]:
    """Give what an entry changed; nothing where it only says that something was done."""
    before, after = entry.before or {}, entry.after or {}
    if "rows" not in after and "rows" not in before:
        return _fields("", before, after, ROW_FIELDS + DOCUMENT_FIELDS) if before else []
    earlier = {row["id"]: row for row in before.get("rows", [])}
    later = {row["id"]: row for row in after.get("rows", []) if isinstance(row, dict)}
    found = []
    for pk in {**later, **earlier}:
        one, other = earlier.get(pk, {}), later.get(pk, {})
        found += _fields(str(other.get("ref") or one.get("ref") or "").replace("/", "."), one, other, ROW_FIELDS)
    return found


def rows_touched(entry: Entry) -> int:
    """Give how many rows an entry is about."""
    return len((entry.after or {}).get("rows", []))


def _fields(label: str, before: dict[str, Any], after: dict[str, Any], names: tuple[str, ...]) -> list[Change]:
    said = [
        (name, wording.say_value(name, before.get(name)), wording.say_value(name, after.get(name))) for name in names
    ]
    return [
        Change(label=label, field=wording.say_field(name), before=old, after=new)
        for name, old, new in said
        if (name in before or name in after) and old != new
    ]
