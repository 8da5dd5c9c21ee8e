"""Reads of assignments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from dondoc.agencies.models import Agency
from dondoc.assignments.models import Assignment, HandOut
from dondoc.directives.models import Directive


def handed_out(directive: Directive) -> HandOut | None:
    """Give how a directive was handed out, None where it has not been."""
    return HandOut.objects.filter(directive=directive).select_related("receiver", "by").first()


@dataclass(frozen=True, kw_only=True)
class Share:
    """What one agency has of a directive: tasks it leads, tasks it helps with, and the first day due."""

    agency: Agency
    leads: int
    cooperates: int
    next_due: date | None


def shares_of(handed: HandOut, today: date) -> list[Share]:
    """Give each agency's share of a directive, the largest first."""
    lead = Q(assignments__hand_out=handed, assignments__part="lead")
    helps = Q(assignments__hand_out=handed, assignments__part="cooperating")
    ahead = lead & Q(assignments__occurrences__due_on__gte=today)
    rows = (
        Agency.objects.filter(assignments__hand_out=handed)
        .annotate(
            leads=Count("assignments", filter=lead, distinct=True),
            cooperates=Count("assignments", filter=helps, distinct=True),
            next_due=Min("assignments__occurrences__due_on", filter=ahead),
        )
        .order_by("-leads", "-cooperates", "code")
    )
    return [
        Share(agency=row, leads=row.leads, cooperates=row.cooperates, next_due=row.next_due) for row in rows
    ]  # fmt: skip


def assignments_of(agency: Agency, handed: HandOut | None = None) -> QuerySet[Assignment]:
    """Give the assignments of an agency with their rows and times, those it leads first."""
    found = Assignment.objects.filter(agency=agency).select_related("item__directive", "receiver")
    if handed is not None:
        found = found.filter(hand_out=handed)
    return found.prefetch_related("occurrences").order_by("-part", "item__position", "id")
