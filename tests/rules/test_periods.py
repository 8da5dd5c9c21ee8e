"""Reporting periods by Nghị định 09/2019/NĐ-CP; the vectors are those of the law's table."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import calendar, periods
from dondoc.rules.calendar import WhenOff
from dondoc.rules.catalogue import Due
from dondoc.rules.periods import Clash, Kind

_YEARS = st.integers(min_value=2019, max_value=2060)


@pytest.mark.parametrize(
    ("code", "kind", "first", "last", "due"),
    [
        ("2026-03", "month", date(2026, 2, 15), date(2026, 3, 14), date(2026, 3, 25)),
        ("2026-01", "month", date(2025, 12, 15), date(2026, 1, 14), date(2026, 1, 25)),
        ("2026-Q1", "quarter", date(2025, 12, 15), date(2026, 3, 14), date(2026, 3, 25)),
        ("2026-Q4", "quarter", date(2026, 9, 15), date(2026, 12, 14), date(2026, 12, 25)),
        ("2026-H1", "half", date(2025, 12, 15), date(2026, 6, 14), date(2026, 6, 25)),
        ("2026-H2", "half", date(2026, 6, 15), date(2026, 12, 14), date(2026, 12, 25)),
        ("2026-9M", "nine_months", date(2025, 12, 15), date(2026, 9, 14), date(2026, 9, 25)),
        ("2026", "year", date(2025, 12, 15), date(2026, 12, 14), date(2026, 12, 25)),
    ],
)
def test_a_period_has_the_window_and_due_day_of_the_decree(
    code: str, kind: str, first: date, last: date, due: date
) -> None:
    assert periods.period(code).as_json() == {
        "code": code,
        "kind": kind,
        "window": {"from": first.isoformat(), "to": last.isoformat()},
        "due_on": due.isoformat(),
        "source": "Nghị định 09/2019/NĐ-CP, Điều 12",
    }


def test_a_year_lists_its_nineteen_periods() -> None:
    codes = [period.code for period in periods.periods_of(2026)]
    months = [f"2026-{month:02}" for month in range(1, 13)]
    assert codes == ["2026", "2026-H1", "2026-9M", "2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4", *months]


@pytest.mark.parametrize("code", ["", "26", "2026-13", "2026-Q5", "2026-q1", "2026/03", "0001", "2026-3", "9999-12"])
def test_a_code_that_names_no_period_is_refused(code: str) -> None:
    with pytest.raises(periods.UnknownPeriod):
        periods.period(code)


@given(_YEARS, st.sampled_from(["quarters", "months", "halves"]))
def test_quarters_months_and_halves_tile_the_year(year: int, parts: str) -> None:
    suffixes = {"quarters": ["Q1", "Q2", "Q3", "Q4"], "halves": ["H1", "H2"]}
    codes = [f"{year}-{suffix}" for suffix in suffixes.get(parts, [f"{month:02}" for month in range(1, 13)])]
    windows = [periods.period(code).window for code in codes]
    whole = periods.period(str(year)).window
    assert (windows[0].from_, windows[-1].to) == (whole.from_, whole.to)
    for former, latter in itertools.pairwise(windows):
        assert latter.from_ == former.to + timedelta(days=1)


@given(_YEARS)
def test_every_report_is_due_after_its_window(year: int) -> None:
    assert all(period.due_on > period.window.to > period.window.from_ for period in periods.periods_of(year))


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("2026-Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2026-H2", date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_the_plain_calendar_window_is_there_too(code: str, first: date, last: date) -> None:
    window = periods.calendar_window(code)
    assert (window.from_, window.to) == (first, last)


def test_longer_reports_replace_shorter_ones_so_that_twelve_remain() -> None:
    codes = [period.code for period in periods.required(2026)]
    months = [f"2026-{month:02}" for month in (1, 2, 4, 5, 7, 8, 10, 11)]
    assert codes == ["2026", "2026-H1", "2026-Q1", "2026-Q3", *months]


@pytest.mark.parametrize(
    ("code", "longer"),
    [
        ("2026-03", "2026-Q1"),
        ("2026-06", "2026-H1"),
        ("2026-Q2", "2026-H1"),
        ("2026-09", "2026-Q3"),
        ("2026-12", "2026"),
        ("2026-Q4", "2026"),
        ("2026-H1", None),
        ("2026-05", None),
        ("2026-9M", None),
    ],
)
def test_a_report_is_replaced_by_the_longest_that_ends_with_it(code: str, longer: str | None) -> None:
    assert periods.replaced_by(code) == longer


def test_where_nine_months_are_asked_they_replace_the_third_quarter() -> None:
    kinds = [Kind.QUARTER, Kind.NINE_MONTHS]
    assert periods.replaced_by("2026-Q3", kinds=kinds) == "2026-9M"
    assert [period.code for period in periods.required(2026, kinds=kinds)] == [
        "2026-9M",
        "2026-Q1",
        "2026-Q2",
        "2026-Q4",
    ]


@pytest.mark.parametrize(
    ("due", "year", "last"),
    [
        (Due(before="06-15", year_offset=0), 2023, date(2023, 6, 14)),
        (Due(before="12-10", year_offset=0), 2023, date(2023, 12, 9)),
        (Due(before="12-15", year_offset=-1), 2023, date(2022, 12, 14)),
        (Due(before="12-15"), 2023, date(2023, 12, 14)),
        (Due(before="2023-06-30"), 2025, date(2023, 6, 29)),
        (Due(days_after=10, event="PAPI published"), 2023, None),
        (Due(before="02-30"), 2023, None),
    ],
)
def test_a_duty_s_last_good_day_is_the_one_before(due: Due, year: int, last: date | None) -> None:
    assert periods.last_good_day(due, year) == last


def test_a_last_day_off_may_be_moved() -> None:
    due = Due(before="06-15", year_offset=0)
    assert periods.last_good_day(due, 2026, when_off=WhenOff.EARLIER) == date(2026, 6, 12)


def test_plan_232_s_annual_report_before_10_december_clashes_with_the_window_s_end() -> None:
    found = periods.clash(periods.period("2022").window.to, date(2022, 12, 9))
    assert found is not None
    assert found.clash is Clash.DUE_BEFORE_END
    assert "09/12/2022" in found.message
    assert "14/12/2022" in found.message


def test_before_the_15th_leaves_no_working_day_after_the_14th() -> None:
    found = periods.clash(date(2026, 4, 14), date(2026, 4, 14))
    assert found is not None
    assert found.clash is Clash.NO_WORKING_DAY_BETWEEN
    assert "Điều 8 khoản 5 điểm b" in found.message


def test_the_decree_s_own_due_days_fit_their_windows() -> None:
    assert all(periods.clash(period.window.to, period.due_on) is None for period in periods.periods_of(2026))


def test_a_day_before_the_first_law_is_judged_by_the_first_law() -> None:
    assert periods.period("2015-Q1").window.to == date(2015, 3, 14)


def test_the_due_day_may_fall_on_a_day_off() -> None:
    assert not calendar.is_working_day(periods.period("2026-01").due_on)


@pytest.mark.parametrize(
    ("due", "code", "day"),
    [
        (Due(before="15", month_offset=0), "2026-Q1", date(2026, 3, 14)),
        (Due(before="20", month_offset=0), "2026-05", date(2026, 5, 19)),
        (Due(before="05", month_offset=1), "2026-12", date(2027, 1, 4)),
        (Due(before="31", month_offset=0), "2026-06", None),
        (Due(before="06-15", year_offset=0), "2026-H1", date(2026, 6, 14)),
        (Due(days_after=10, event="PAPI published"), "2026", None),
    ],
)
def test_the_last_good_day_in_a_reporting_period(due: Due, code: str, day: date | None) -> None:
    assert periods.last_good_day_in(due, code) == day


def test_a_day_of_each_month_has_no_one_day_in_a_year() -> None:
    assert periods.last_good_day(Due(before="15", month_offset=0), 2026) is None
