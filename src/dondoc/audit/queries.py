"""Reading the audit trail: of one object, or the whole chain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from dondoc.audit import chain
from dondoc.audit.models import Entry, Head


def entries_of(kind: str, code: str) -> QuerySet[Entry]:
    """Give what was done to one object and to what lies inside it ("488-QD-CT-2022/8/13"), oldest first."""
    return Entry.objects.filter(Q(object_kind=kind, object_code=code) | Q(object_code__startswith=f"{code}/"))


def values() -> Iterator[Mapping[str, Any]]:
    """Give every entry as plain values in the order of the chain, a few at a time."""
    return Entry.objects.order_by("number").values().iterator(chunk_size=1000)


def head() -> chain.Head:
    """Give the end of the chain as it is kept beside it."""
    kept = Head.objects.filter(pk=1).first()
    return chain.Head(number=kept.number, hash=kept.hash) if kept else chain.Head(number=0, hash=chain.BEGINNING)


def count() -> int:
    """Count the entries."""
    return Entry.objects.count()
