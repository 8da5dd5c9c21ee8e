"""The hash chain of the audit trail: what each entry's hash is made of, and how a broken chain is found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FIELDS = (
    "number", "at", "actor_id", "actor_name", "actor_post", "verb", "object_kind", "object_code", "reason", "before",
    "after",
)  # fmt: skip
BEGINNING = "0" * 64
"""What the first entry has for its predecessor's hash."""


def digest(values: Mapping[str, Any], previous: str) -> str:
    """Give the SHA-256, in hexadecimal, of an entry's values and the hash of the entry before it."""
    plain = {name: _plain(values[name]) for name in FIELDS} | {"previous": previous}
    words = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    return value.astimezone(UTC).isoformat(timespec="microseconds") if isinstance(value, datetime) else value


@dataclass(frozen=True, kw_only=True)
class Break:
    """A place where the trail is not what was written: the entry's number and what is wrong: changed, missing,
    doubled, out-of-order, unlinked, head or exported."""

    number: int
    code: str


@dataclass(frozen=True, kw_only=True)
class Head:
    """The end of the trail at some time: the number and hash of its last entry."""

    number: int
    hash: str


def breaks(entries: Iterable[Mapping[str, Any]], head: Head, exported: Iterable[Head] = ()) -> Iterator[Break]:
    """Find every break of a trail, its entries given in the order of their numbers.

    Each entry is held against its own hash, its predecessor's, and the numbers run from 1 without gap; the last one
    against the head kept beside the trail; and what stood at each exported head against that.
    """
    wanted = {each.number: each.hash for each in exported}
    last, previous = 0, BEGINNING
    for values in entries:
        number = values["number"]
        if number != last + 1:
            yield from _misnumbered(last, number)
        elif values["previous"] != previous:
            yield Break(number=number, code="unlinked")
        if digest(values, values["previous"]) != values["hash"]:
            yield Break(number=number, code="changed")
        if wanted.pop(number, values["hash"]) != values["hash"]:
            yield Break(number=number, code="exported")
        last, previous = number, values["hash"]
    if (head.number, head.hash) != (last, previous):
        yield Break(number=last, code="head")
    yield from (Break(number=number, code="missing") for number in sorted(wanted) if number > last)


def _misnumbered(last: int, number: int) -> Iterator[Break]:
    if number <= last:
        yield Break(number=number, code="doubled" if number == last else "out-of-order")
    else:
        yield from (Break(number=missing, code="missing") for missing in range(last + 1, min(number, last + 1001)))
