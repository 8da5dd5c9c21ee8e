"""Working days of state agencies."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import calendar
from dondoc.rules.calendar import WhenOff

_DAYS = st.dates(min_value=date(2022, 1, 1), max_value=date(2026, 12, 31))


@pytest.mark.parametrize(
    "day",
    [
        date(2022, 2, 1),  # mùng 1 Tết Nhâm Dần
        date(2022, 4, 11),  # made up for Giỗ Tổ on a Sunday
        date(2022, 9, 1),
        date(2023, 1, 26),
        date(2023, 5, 3),
        date(2024, 2, 14),
        date(2024, 4, 29),  # exchanged with Saturday 4 May
        date(2025, 5, 2),
        date(2026, 2, 16),
        date(2026, 4, 27),
        date(2026, 3, 7),  # a Saturday
        date(2026, 3, 8),  # a Sunday
    ],
    ids=str,
)
def test_a_day_off_is_no_working_day(day: date) -> None:
    assert not calendar.is_working_day(day)


@pytest.mark.parametrize(
    "day", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 3, 9), date(2022, 2, 7)], ids=str
)
def test_a_saturday_worked_in_exchange_counts_like_any_working_day(day: date) -> None:
    assert calendar.is_working_day(day)


def test_a_year_without_data_is_judged_by_the_week_and_the_fixed_holidays() -> None:
    assert not calendar.is_working_day(date(2031, 9, 2))
    assert calendar.is_working_day(date(2031, 9, 3))
    assert not calendar.is_certain(date(2031, 9, 3))
    assert calendar.is_certain(date(2031, 9, 6))  # a Saturday
    assert [special.day.month for special in calendar.special_days(2031)] == [1, 4, 5, 9]


def test_what_was_only_announced_is_marked_uncertain() -> None:
    assert not calendar.is_certain(date(2026, 11, 24))
    assert not calendar.is_certain(date(2026, 8, 31))
    assert calendar.is_certain(date(2026, 2, 17))
    assert calendar.is_certain(date(2026, 3, 9))


def test_every_special_day_names_its_source() -> None:
    assert calendar.known_years() == (2022, 2023, 2024, 2025, 2026)
    for year in calendar.known_years():
        assert all("Bộ luật Lao động" in special.source and special.name for special in calendar.special_days(year))


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        (date(2026, 2, 13), 1, date(2026, 2, 23)),  # over Tết
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # a Friday, over the weekend
        (date(2026, 3, 6), 15, date(2026, 3, 27)),  # 15 working days of Quyết định 766
        (date(2026, 3, 9), -1, date(2026, 3, 6)),
        (date(2026, 3, 7), 0, date(2026, 3, 7)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
    ],
)
def test_working_days_are_added(start: date, count: int, end: date) -> None:
    assert calendar.add_working_days(start, count) == end


def test_working_days_between_two_days_count_neither_of_them() -> None:
    assert calendar.working_days_between(date(2026, 3, 6), date(2026, 3, 10)) == 1
    assert calendar.working_days_between(date(2026, 3, 6), date(2026, 3, 9)) == 0


@pytest.mark.parametrize(
    ("when_off", "last"),
    [
        (WhenOff.KEEP, date(2026, 6, 14)),  # a Sunday
        (WhenOff.EARLIER, date(2026, 6, 12)),
        (WhenOff.LATER, date(2026, 6, 15)),
    ],
)
def test_before_a_day_means_strictly_before(when_off: WhenOff, last: date) -> None:
    assert calendar.last_day_before(date(2026, 6, 15), when_off=when_off) == last


def test_a_working_day_is_never_moved() -> None:
    assert calendar.last_day_before(date(2022, 12, 10), when_off=WhenOff.LATER) == date(2022, 12, 9)


@given(_DAYS)
def test_the_next_working_day_s_previous_one_is_not_later_than_the_day(day: date) -> None:
    later = calendar.next_working_day(day)
    assert calendar.is_working_day(later)
    assert later > day
    assert calendar.previous_working_day(later) <= day


@given(_DAYS, st.integers(min_value=1, max_value=40))
def test_adding_working_days_passes_just_that_many(day: date, count: int) -> None:
    end = calendar.add_working_days(day, count)
    assert calendar.working_days_between(day, end + timedelta(days=1)) == count
