"""The occurrences of tasks: how often each schedule asks, and how many times are owed so far."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import schedules
from dondoc.rules.occurrences import Kind, due_so_far, occurrences

TERM = (2022, 2025)


def yielded(words: str | None, term: tuple[int, int] = TERM):
    return occurrences(schedules.parse(words, term=term) if words else None, term)


def test_a_task_without_a_time_is_owed_in_every_year():
    assert [(each.code, each.due_on) for each in yielded(None)] == [
        ("2022", date(2022, 12, 31)),
        ("2023", date(2023, 12, 31)),
        ("2024", date(2024, 12, 31)),
        ("2025", date(2025, 12, 31)),
    ]


@pytest.mark.parametrize(
    ("words", "dues"),
    [
        ("Hàng năm", [date(year, 12, 31) for year in range(2022, 2026)]),
        ("Trước ngày 15/12 hằng năm", [date(year, 12, 14) for year in range(2022, 2026)]),
        ("Hằng năm, từ năm 2024", [date(2024, 12, 31), date(2025, 12, 31)]),
        ("Quý I hằng năm", [date(year, 3, 31) for year in range(2022, 2026)]),
    ],
)
def test_a_yearly_task_has_one_occurrence_a_year_each_with_its_day(words, dues):
    found = yielded(words)

    assert {each.kind for each in found} == {Kind.ONCE}
    assert [each.due_on for each in found] == dues


@pytest.mark.parametrize(
    ("words", "first", "due"),
    [
        ("2023-2025", date(2023, 1, 1), date(2025, 12, 31)),
        ("Năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("Trước 30/6/2023", None, date(2023, 6, 29)),
        ("Quý II/2023", None, date(2023, 6, 30)),
    ],
)
def test_a_dated_task_is_owed_once(words, first, due):
    (found,) = yielded(words)

    assert (found.kind, found.first, found.due_on) == (Kind.ONCE, first, due)


@pytest.mark.parametrize("words", ["Thường xuyên", "Từ năm 2022", "Hằng tuần"])
def test_a_continuous_task_is_reported_and_never_done(words):
    (found,) = yielded(words)

    assert (found.kind, found.due_on) == (Kind.CONTINUOUS, date(2025, 12, 31))


@pytest.mark.parametrize("words", ["Từ khi thực hiện Nghị quyết", "Theo kỳ quy hoạch, kế hoạch sử dụng đất"])
def test_a_task_bound_to_an_event_waits_for_it(words):
    (found,) = yielded(words)

    assert found.kind is Kind.WAITING
    assert found.event


@pytest.mark.parametrize(
    ("words", "on", "owed"),
    [
        ("≥1 lần/năm", date(2022, 12, 30), 0),
        ("≥1 lần/năm", date(2022, 12, 31), 1),
        ("02 lần/quý", date(2022, 6, 29), 2),
        ("02 lần/quý", date(2022, 6, 30), 4),
        ("Hằng tháng", date(2022, 9, 30), 9),
        ("Hằng tháng", date(2021, 9, 30), 0),
        ("Hằng tháng", date(2024, 9, 30), 12),
    ],
)
def test_a_frequency_owes_whole_stretches_only(words, on, owed):
    first = yielded(words)[0]

    assert first.kind is Kind.COUNTED
    assert due_so_far(first, on) == owed


def test_only_counted_occurrences_owe_a_number():
    assert due_so_far(yielded("Hàng năm")[0], date(2022, 12, 31)) is None


def test_a_schedule_of_other_years_than_the_term_is_owed_in_the_term():
    assert [each.code for each in yielded("Hàng năm, từ năm 2030")] == ["2022", "2023", "2024", "2025"]


@given(
    st.sampled_from(["Hàng năm", "≥1 lần/năm", "02 lần/quý", "Hằng tháng", "Thường xuyên", "Năm 2023", None]),
    st.integers(2020, 2030),
    st.integers(0, 8),
)
def test_codes_are_unique_and_days_lie_in_order(words, first, length):
    found = yielded(words, (first, first + length))

    assert len({each.code for each in found}) == len(found) > 0
    assert all(each.first is None or each.due_on is None or each.first <= each.due_on for each in found)


@given(st.dates(date(2022, 1, 1), date(2022, 12, 30)), st.sampled_from(["≥1 lần/năm", "02 lần/quý", "Hằng tháng"]))
def test_what_is_owed_never_falls(day, words):
    first = yielded(words)[0]

    assert due_so_far(first, day) <= due_so_far(first, date.fromordinal(day.toordinal() + 1))
