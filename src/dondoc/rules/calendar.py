"""Working days of state agencies: weekends, holidays and days exchanged, kept as data by year with their source.

What a year's data does not hold is judged by the week and the holidays that never move; `is_certain` says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any

from dondoc.rules import parameters


class WhenOff(StrEnum):
    """What becomes of a last day that falls on a day off."""

    KEEP = "keep"
    EARLIER = "earlier"
    LATER = "later"


@dataclass(frozen=True, kw_only=True)
class SpecialDay:
    """A day that differs from its weekday: off on a working day, or a Saturday worked in exchange."""

    day: date
    name: str
    off: bool
    certain: bool
    source: str


_ONE_DAY = timedelta(days=1)
_FIXED = {(1, 1): "Tết Dương lịch", (4, 30): "Ngày Chiến thắng", (5, 1): "Ngày Quốc tế lao động", (9, 2): "Quốc khánh"}
_LAW = "Bộ luật Lao động 2019, Điều 112"
_SATURDAY = 5


@cache
def known_years() -> tuple[int, ...]:
    """Name the years whose days off are held as data."""
    return tuple(sorted({day.year for day in _special_days()}))


def special_days(year: int) -> tuple[SpecialDay, ...]:
    """List the days off and Saturdays worked of a year, in order; without data for it the holidays that never move."""
    found = tuple(special for day, special in sorted(_special_days().items()) if day.year == year)
    return found or tuple(_fixed(date(year, month, day), name) for (month, day), name in _FIXED.items())


def is_working_day(day: date) -> bool:
    """Say whether state agencies work on a day."""
    special = _special_days().get(day)
    if special is not None:
        return not special.off
    if day.year not in known_years() and (day.month, day.day) in _FIXED:
        return False
    return day.weekday() < _SATURDAY


def is_certain(day: date) -> bool:
    """Say whether the answer of `is_working_day` rests on known data; False for years without data, save weekends."""
    special = _special_days().get(day)
    if special is not None:
        return special.certain
    return day.year in known_years() or day.weekday() >= _SATURDAY


def next_working_day(day: date) -> date:
    """Give the first working day after a day."""
    return next(later for later in _days_from(day, 1) if is_working_day(later))


def previous_working_day(day: date) -> date:
    """Give the last working day before a day."""
    return next(earlier for earlier in _days_from(day, -1) if is_working_day(earlier))


def add_working_days(day: date, count: int) -> date:
    """Give the working day that is `count` working days after a day (before it where negative); 0 gives the day itself.

    The day itself is not counted, as in Bộ luật Dân sự 2015, Điều 147.
    """
    step = next_working_day if count > 0 else previous_working_day
    for _ in range(abs(count)):
        day = step(day)
    return day


def working_days_between(first: date, last: date) -> int:
    """Count the working days after the first and before the last day."""
    return sum(is_working_day(first + timedelta(days=step)) for step in range(1, (last - first).days))


def last_day_before(day: date, *, when_off: WhenOff = WhenOff.KEEP) -> date:
    """Give the last good day of "trước ngày …": strictly before; a day off may be kept, moved earlier or later.

    Bộ luật Dân sự 2015, Điều 148 khoản 5 moves a term's end to the next working day; a directive's own practice
    may differ, so the caller chooses.
    """
    return settled(day - _ONE_DAY, when_off=when_off)


def settled(day: date, *, when_off: WhenOff) -> date:
    """Move a day that is off as asked; a working day stays."""
    if is_working_day(day) or when_off is WhenOff.KEEP:
        return day
    return previous_working_day(day) if when_off is WhenOff.EARLIER else next_working_day(day)


def _days_from(day: date, step: int) -> Iterator[date]:
    while True:
        day += step * _ONE_DAY
        yield day


def _fixed(day: date, name: str) -> SpecialDay:
    return SpecialDay(day=day, name=name, off=True, certain=True, source=_LAW)


@cache
def _special_days() -> dict[date, SpecialDay]:
    found: dict[date, SpecialDay] = {}
    for year in parameters.load("days_off")["years"].values():
        for special in _of_year(year):
            found[special.day] = special
    return found


def _of_year(year: dict[str, Any]) -> Iterator[SpecialDay]:
    for entry in year["off"]:
        for step in range((entry["to"] - entry["from"]).days + 1):
            yield _special(entry, entry["from"] + timedelta(days=step), off=True, source=year["source"])
    for entry in year.get("works", []):
        yield _special(entry, entry["day"], off=False, source=year["source"])


def _special(entry: dict[str, Any], day: date, *, off: bool, source: str) -> SpecialDay:
    return SpecialDay(day=day, name=entry["name"], off=off, certain=entry.get("certain", True), source=source)
