"""Reporting periods (kỳ báo cáo): their codes, the windows their data is of, and the days their reports are due.

The windows of Nghị định 09/2019/NĐ-CP, Điều 12 run from the 15th of the month before to the 14th of the last
month; the law's figures are dated parameters, not constants.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any

from dondoc.rules import calendar, parameters
from dondoc.rules.calendar import WhenOff
from dondoc.rules.catalogue import Due
from dondoc.rules.patterns import Pattern


class Kind(StrEnum):
    """The kind of a reporting period."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    NINE_MONTHS = "nine_months"
    YEAR = "year"


class UnknownPeriod(ValueError):
    """The code names no reporting period."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """The days a report's data is of, both ends counted."""

    from_: date
    to: date

    def as_json(self) -> dict[str, str]:
        """Give the window in the form the commands print."""
        return {"from": self.from_.isoformat(), "to": self.to.isoformat()}


@dataclass(frozen=True, kw_only=True)
class Period:
    """A reporting period with its window by the law in force, and the day its report is due with the Government."""

    code: str
    kind: Kind
    window: Window
    due_on: date
    source: str

    def as_json(self) -> dict[str, Any]:
        """Give the period in the form `dondoc periods --json` prints."""
        return {
            "code": self.code,
            "kind": self.kind,
            "window": self.window.as_json(),
            "due_on": self.due_on.isoformat(),
            "source": self.source,
        }


class Clash(StrEnum):
    """What is wrong between a window and a due day."""

    DUE_BEFORE_END = "due-before-end"
    NO_WORKING_DAY_BETWEEN = "no-working-day-between"


@dataclass(frozen=True, kw_only=True)
class DueClash:
    """A due day that does not fit the window, in a sentence; a warning, never a bar."""

    clash: Clash
    message: str


@dataclass(frozen=True, kw_only=True)
class _Pack:
    """The law's figures from a day on."""

    valid_from: date
    source: str
    due_source: str
    gap_source: str
    starts_on: int
    ends_on: int
    due_on: int
    working_days_between: int


_SPANS: dict[str, tuple[Kind, int, int]] = (
    {"": (Kind.YEAR, 1, 12), "H1": (Kind.HALF, 1, 6), "H2": (Kind.HALF, 7, 12), "9M": (Kind.NINE_MONTHS, 1, 9)}
    | {f"Q{quarter}": (Kind.QUARTER, 3 * quarter - 2, 3 * quarter) for quarter in range(1, 5)}
    | {f"{month:02}": (Kind.MONTH, month, month) for month in range(1, 13)}
)
"""Suffix of a code: kind, first and last month."""

_CODE = Pattern(r"(?P<year>\d{4})(?:-(?P<suffix>H[12]|9M|Q[1-4]|0[1-9]|1[0-2]))?")
REPLACING = frozenset({Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR})
"""The kinds of Thông tư 47/2025/TT-BKHCN: nine months are reported as the third quarter."""


def period(code: str) -> Period:
    """Give the period a code names ("2026", "2026-H1", "2026-9M", "2026-Q1", "2026-03").

    Raises UnknownPeriod where the code names none.
    """
    found = _CODE.fullmatch(code)
    if found is None or not 1900 <= int(found["year"]) <= 9998:
        raise UnknownPeriod(code)
    year = int(found["year"])
    kind, first, last = _SPANS[found["suffix"] or ""]
    pack = _pack(date(year, last, 1))
    before_year, before_month = (year - 1, 12) if first == 1 else (year, first - 1)
    window = Window(from_=date(before_year, before_month, pack.starts_on), to=date(year, last, pack.ends_on))
    return Period(code=code, kind=kind, window=window, due_on=date(year, last, pack.due_on), source=pack.source)


def periods_of(year: int) -> tuple[Period, ...]:
    """List a year's periods: the year, the first half, nine months, the quarters, the months."""
    return tuple(period(f"{year}-{suffix}" if suffix else str(year)) for suffix in _SPANS if suffix != "H2")


def calendar_window(code: str) -> Window:
    """Give the plain calendar window of a period; raises UnknownPeriod where the code names none."""
    named = period(code)
    _, first, last = _SPANS[code[5:]]
    year = named.window.to.year
    end = date(year, 12, 31) if last == 12 else date.fromordinal(date(year, last + 1, 1).toordinal() - 1)
    return Window(from_=date(year, first, 1), to=end)


def required(year: int, *, kinds: Iterable[Kind] = REPLACING) -> tuple[Period, ...]:
    """List the reports a year really asks for: of periods that end together only the longest is reported.

    Thông tư 47/2025/TT-BKHCN: the quarter replaces month 3, the half-year month 6 and quarter 2, the year the rest.
    """
    asked = [one for one in periods_of(year) if one.kind in set(kinds)]
    return tuple(one for one in asked if replaced_by(one.code, kinds=kinds) is None)


def replaced_by(code: str, *, kinds: Iterable[Kind] = REPLACING) -> str | None:
    """Name the longer period whose report stands in for this one's; None where it must be reported itself."""
    one = period(code)
    year = one.window.to.year
    together = [other for other in periods_of(year) if other.kind in set(kinds) and other.window.to == one.window.to]
    longest = min(together, key=lambda other: other.window.from_, default=one)
    return longest.code if longest.window.from_ < one.window.from_ else None


def last_good_day(due: Due, year: int, *, when_off: WhenOff = WhenOff.KEEP) -> date | None:
    """Give the last good day of a duty for a year: "before 06-15" means 14 June at the latest; None where none follows.

    `year_offset` -1 is the year before the one the duty is for, as in "trước 15/12 của năm trước năm kế hoạch".
    """
    if due.before is None or due.month_offset is not None:
        return None
    text = due.before if len(due.before) > 5 else f"{year + (due.year_offset or 0)}-{due.before}"
    try:
        return calendar.last_day_before(date.fromisoformat(text), when_off=when_off)
    except ValueError:
        return None


def last_good_day_in(due: Due, code: str, *, when_off: WhenOff = WhenOff.KEEP) -> date | None:
    """Give the last good day of a duty for one reporting period ("2026-Q1"); None where none follows.

    A day of the month ("trước ngày 15 của tháng cuối quý", "ngày 05 tháng sau") counts from the period's last month.
    """
    end = period(code).window.to
    if due.month_offset is None or due.before is None:
        return last_good_day(due, end.year, when_off=when_off)
    months = end.year * 12 + end.month - 1 + due.month_offset
    try:
        return calendar.last_day_before(date(months // 12, months % 12 + 1, int(due.before)), when_off=when_off)
    except ValueError:
        return None


def clash(window_end: date, last_day: date) -> DueClash | None:
    """Hold a due day against the end of the data's window; None where they fit.

    A report cannot be due before its data is closed, and Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b wants at
    least one working day between.
    """
    pack = _pack(window_end)
    if last_day < window_end:
        return DueClash(
            clash=Clash.DUE_BEFORE_END,
            message=f"Hạn gửi {_say(last_day)} đến trước ngày chốt số liệu {_say(window_end)}. "
            "Đặt ngày chốt số liệu riêng cho chế độ báo cáo này hoặc lùi hạn gửi.",
        )
    between = calendar.working_days_between(window_end, last_day) + (
        calendar.is_working_day(last_day) and last_day > window_end
    )
    if between >= pack.working_days_between:
        return None
    return DueClash(
        clash=Clash.NO_WORKING_DAY_BETWEEN,
        message=f"Từ ngày chốt số liệu {_say(window_end)} đến hạn gửi {_say(last_day)} không có ngày làm việc nào; "
        f"{pack.gap_source} yêu cầu ít nhất {pack.working_days_between} ngày làm việc.",
    )


def _say(day: date) -> str:
    return f"{day.day:02}/{day.month:02}/{day.year}"


def _pack(day: date) -> _Pack:
    """Take the law in force on a day; before the first law its figures are used all the same."""
    packs = _packs()
    return next((pack for pack in reversed(packs) if pack.valid_from <= day), packs[0])


@cache
def _packs() -> tuple[_Pack, ...]:
    return tuple(_Pack(**pack) for pack in parameters.load("report_periods")["packs"])
