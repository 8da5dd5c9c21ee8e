"""Schedules: what the table does not show."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.rules import schedules
from dondoc.rules.catalogue import Schedule


def test_the_year_of_the_document_stands_in_where_none_is_said() -> None:
    schedule = schedules.parse("Trước ngày 15/6", term=(2022, 2022))
    assert (schedule.kind, schedule.to) == ("date", "2022-06-15")
    assert schedules.parse("Trước ngày 15/6", term=(2022, 2025)).kind == "text"


@pytest.mark.parametrize(
    ("text", "kind", "to", "due"),
    [
        ("Quý II", "date", "2022-Q2", date(2022, 6, 30)),
        ("Quý II, III", "date", "2022-Q3", date(2022, 9, 30)),
        ("Tháng 6", "date", "2022-06", date(2022, 6, 30)),
        ("6 tháng đầu năm", "date", "2022-06", date(2022, 6, 30)),
        ("Trước ngày 15/6", "date", "2022-06-15", date(2022, 6, 14)),
        ("Chậm nhất 15/6", "date", "2022-06-15", date(2022, 6, 15)),
        ("Trong năm", "years", "2022", date(2022, 12, 31)),
        ("Từ tháng 4 đến tháng 6", "date", "2022-06", date(2022, 6, 30)),
        ("Quý II/2023", "date", "2023-Q2", date(2023, 6, 30)),
        ("Hằng quý", "frequency", None, None),
        ("Tháng 6/2022 và tháng 12/2023", "date", "2023-12", date(2023, 12, 31)),
    ],
)
def test_the_one_year_a_directive_governs_places_and_dates_its_time_cells(text, kind, to, due) -> None:
    schedule = schedules.parse(text, term=(2022, 2022))
    assert (schedule.kind, schedule.to, schedules.due_on(schedule)) == (kind, to, due)


@pytest.mark.parametrize("text", ["Quý II", "Tháng 6", "6 tháng đầu năm", "Trước ngày 15/6", "Trong năm"])
def test_without_one_year_a_time_cell_that_names_none_is_unclear(text: str) -> None:
    assert schedules.parse(text).kind == "text"
    assert schedules.parse(text, term=(2022, 2025)).kind == "text"


def test_a_date_typed_by_hand_without_words_still_falls_due() -> None:
    assert schedules.due_on(Schedule(text="", kind="years", to="2024")) == date(2024, 12, 31)
    assert schedules.due_on(Schedule(text="", kind="date", to="2024-Q2")) is None
    assert schedules.due_on(Schedule(text="", kind="years", to="0000")) is None
    assert schedules.due_on(schedules.parse("Thường xuyên")) is None
    assert schedules.due_on(Schedule(text="", kind="years")) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2 lần", "text"),
        ("1 lần/tuần", "text"),
        ("Định kỳ", "cycle"),
        ("Hằng năm và đột xuất", "yearly"),
        ("Từ năm 2022 và những năm tiếp theo", "from"),
        ("và các năm tiếp theo", "text"),
        ("Trình tháng 6/2023, ban hành tháng 9/2023", "date"),
        ("Từ tháng 6/2023 đến tháng 9/2023", "date"),
    ],
)
def test_awkward_wordings_have_their_kind(text: str, kind: str) -> None:
    assert schedules.parse(text).kind == kind


def test_a_stretch_between_two_dates_keeps_both() -> None:
    schedule = schedules.parse("Từ tháng 6/2023 đến tháng 9/2023")
    assert (schedule.from_, schedule.to) == ("2023-06", "2023-09")


@given(st.text(max_size=60))
@settings(max_examples=200, deadline=None)
def test_no_text_whatever_makes_the_reader_raise(text: str) -> None:
    schedule = schedules.parse(text)
    schedules.due_on(schedule)
    schedules.is_schedule(text)
    assert schedule.text == text or schedule.text
