"""The occurrences of a task (lần thực hiện): how often its schedule asks for it, and by when each time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dondoc.rules import dates, schedules
from dondoc.rules.catalogue import Schedule

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


class Kind(StrEnum):
    """How an occurrence ends."""

    ONCE = "once"  # done by its day
    CONTINUOUS = "continuous"  # reported every period, never done
    COUNTED = "counted"  # held against the number due so far
    WAITING = "waiting"  # until an event is recorded, or a person gives it a day


@dataclass(frozen=True, kw_only=True)
class Occurrence:
    """One time a task is to be done: a code unique in the task, how it ends, its first and last good day.

    `times` in each `per` (month, quarter, year) is asked of a counted one; `event` is what a waiting one waits for.
    """

    code: str
    kind: Kind
    first: date | None = None
    due_on: date | None = None
    times: int | None = None
    per: str | None = None
    event: str | None = None


def occurrences(schedule: Schedule | None, term: tuple[int, int]) -> tuple[Occurrence, ...]:
    """Give the occurrences a schedule yields over the years a directive governs, first and last year counted.

    A task without a schedule is owed in every year of the term, as the targets of Quyết định 488/QĐ-CT are.
    """
    if schedule is None or schedule.kind == "yearly":
        return tuple(_yearly(schedule, _years(schedule, term)))
    often = schedule.kind == "frequency"
    if often and schedule.min and schedule.per in MONTHS_OF:
        return tuple(_counted(schedule, year) for year in _years(schedule, term))
    if often or schedule.kind in ("continuous", "from"):
        first, last = _years(schedule, term)[0], _years(schedule, term)[-1]
        return (Occurrence(code="all", kind=Kind.CONTINUOUS, first=date(first, 1, 1), due_on=date(last, 12, 31)),)
    due = schedules.due_on(schedule) if schedule.kind in ("date", "years") else None
    if due is None:
        return (Occurrence(code="waiting", kind=Kind.WAITING, event=schedule.event or schedule.text),)
    return (Occurrence(code=schedule.to or due.isoformat(), kind=Kind.ONCE, first=_first(schedule), due_on=due),)


def _years(schedule: Schedule | None, term: tuple[int, int]) -> range:
    """Give the years of the term that the schedule names; all of them where it names none or none of them."""
    first, last = term
    from_ = int(schedule.from_[:4]) if schedule and schedule.from_ else first
    to = int(schedule.to[:4]) if schedule and schedule.to and schedule.to[:4].isdigit() else last
    named = range(max(first, from_), min(last, to) + 1)
    return named or range(first, last + 1)


def _yearly(schedule: Schedule | None, years: range) -> Iterator[Occurrence]:
    for year in years:
        yield Occurrence(code=str(year), kind=Kind.ONCE, first=date(year, 1, 1), due_on=_day_of(schedule, year))


def _day_of(schedule: Schedule | None, year: int) -> date:
    """Give the last good day of a year: the day a yearly schedule names ("trước ngày 15/12"), else its end."""
    for when in dates.find(schedule.text, year=year) if schedule else ():
        due = schedules.last_good(when)
        if due is not None and when.kind != "year" and due.year == year:
            return due
    return date(year, 12, 31)


def _counted(schedule: Schedule, year: int) -> Occurrence:
    return Occurrence(
        code=str(year), kind=Kind.COUNTED, first=date(year, 1, 1), due_on=date(year, 12, 31), times=schedule.min,
        per=schedule.per,
    )  # fmt: skip


def _first(schedule: Schedule) -> date | None:
    when = dates.parse(f"năm {schedule.from_}") if schedule.from_ and len(schedule.from_) == 4 else None
    return when.first if when else None


def due_so_far(occurrence: Occurrence, on: date) -> int | None:
    """Count how many times a counted occurrence is owed by the end of a day: whole stretches only.

    None for an occurrence of another kind. "≥1 lần/quý" owes 2 on 30 June and still 1 the day before.
    """
    if occurrence.times is None or occurrence.per is None or occurrence.first is None:
        return None
    ended = date.fromordinal(on.toordinal() + 1)
    months = (ended.year - occurrence.first.year) * 12 + ended.month - occurrence.first.month
    whole = max(0, min(months, 12)) // MONTHS_OF[occurrence.per]
    return occurrence.times * whole
