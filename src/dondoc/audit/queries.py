"""Reading the audit trail of one object."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from dondoc.audit.models import Entry


def entries_of(kind: str, code: str) -> QuerySet[Entry]:
    """Give what was done to one object and to what lies inside it ("488-QD-CT-2022/8/13"), oldest first."""
    return Entry.objects.filter(Q(object_kind=kind, object_code=code) | Q(object_code__startswith=f"{code}/"))
