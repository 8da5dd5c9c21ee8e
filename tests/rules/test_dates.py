"""Days and stretches of time in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import dates
from dondoc.rules.dates import Relation


@pytest.mark.parametrize(
    ("words", "kind", "relation", "code"),
    [
        ("ngày 14 tháng 3 năm 2022", "day", "in", "14 tháng 3 năm 2022"),
        ("14/3/2022", "day", "in", "14/3/2022"),
        ("14-3-2022", "day", "in", "14-3-2022"),
        ("14.3.2022", "day", "in", "14.3.2022"),
        ("trước 30/6/2023", "day", "before", "30/6/2023"),
        ("Trước ngày 15/6", "day", "before", "15/6"),
        ("trước 15/6", "day", "before", "15/6"),
        ("ngày 15 tháng 6", "day", "in", "15 tháng 6"),
        ("chậm nhất là ngày 05 tháng 01 năm 2024", "day", "by", "05 tháng 01 năm 2024"),
        ("tháng 6/2022", "month", "in", "2022-06"),
        ("tháng 6 năm 2022", "month", "in", "2022-06"),
        ("tháng 6", "month", "in", None),
        ("12/2025", "month", "in", "2025-12"),
        ("Bắt đầu từ tháng 6/2022", "month", "from", "2022-06"),
        ("quý II/2023", "quarter", "in", "2023-Q2"),
        ("Quý 2 năm 2023", "quarter", "in", "2023-Q2"),
        ("Q2/2023", "quarter", "in", "2023-Q2"),
        ("quý hai năm 2023", "quarter", "in", "2023-Q2"),
        ("hết quý I năm 2024", "quarter", "by", "2024-Q1"),
        ("Quý IV năm - 2021", "quarter", "in", "2021-Q4"),
        ("Quý III, IV/2023", "quarter", "in", "2023-Q4"),
        ("Quý III", "quarter", "in", None),
        ("06 tháng đầu năm 2023", "half", "in", "2023-06"),
        ("6 tháng cuối năm 2023", "half", "in", "2023-12"),
        ("9 tháng năm 2023", "half", "in", "2023-09"),
        ("06 tháng đầu năm", "half", "in", None),
        ("năm 2022", "year", "in", "2022"),
        ("trong năm 2022", "year", "in", "2022"),
        ("đến năm 2025", "year", "by", "2025"),
        ("vào năm 2025", "year", "in", "2025"),
        ("đến hết năm 2025", "year", "by", "2025"),
        ("cuối năm 2025", "year", "by", "2025"),
        ("sau năm 2025", "year", "after", "2025"),
        ("đến 2025", "year", "by", "2025"),
        ("trong năm", "year", "in", None),
        ("giai đoạn 2022-2025", "span", "in", "2025"),
        ("2022- 2023", "span", "in", "2023"),
        ("2021 – 2025", "span", "in", "2025"),
        ("từ năm 2022 đến năm 2025", "span", "from", "2025"),
        ("các năm 2023, 2024, 2025", "span", "in", "2025"),
        ("năm 2022 và 2023", "span", "in", "2023"),
        ("den nam 2025", "year", "by", "2025"),
        ("quy bon nam 2023", "quarter", "in", "2023-Q4"),
        ("6 thang cuoi nam 2023", "half", "in", "2023-12"),
    ],
)
def test_a_stretch_of_time_is_named(words: str, kind: str, relation: str, code: str | None) -> None:
    when = dates.parse(words)
    assert when is not None
    assert (when.kind, when.relation, when.code) == (kind, Relation(relation), code)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("14/3/2022", date(2022, 3, 14), date(2022, 3, 14)),
        ("tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("tháng 12/2022", date(2022, 12, 1), date(2022, 12, 31)),
        ("quý II/2023", date(2023, 4, 1), date(2023, 6, 30)),
        ("quý III, IV/2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("6 tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("năm 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-2025", date(2022, 1, 1), date(2025, 12, 31)),
    ],
)
def test_a_stretch_of_time_has_its_first_and_last_day(words: str, first: date, last: date) -> None:
    when = dates.parse(words)
    assert when is not None
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize(
    ("words", "code"),
    [("trong năm", "2022"), ("quý II", "2022-Q2"), ("tháng 6", "2022-06"), ("6 tháng đầu năm", "2022-06")],
)
def test_the_year_of_the_document_stands_in_where_none_is_said(words: str, code: str) -> None:
    when = dates.parse(words, year=2022)
    assert when is not None
    assert when.code == code


@pytest.mark.parametrize("year", [0, 99999])
@pytest.mark.parametrize("words", ["trong năm", "quý II", "tháng 6", "trước ngày 15/6"])
def test_a_year_no_calendar_has_does_not_stand_in(words: str, year: int) -> None:
    assert dates.parse(words, year=year) == dates.parse(words)


def test_a_day_without_year_takes_the_document_s_year_but_keeps_its_words() -> None:
    when = dates.parse("trước ngày 15/6", year=2022)
    assert when is not None
    assert (when.code, when.first) == ("15/6", date(2022, 6, 15))


@pytest.mark.parametrize(
    "words", ["31/2/2022", "tháng 13/2022", "13/2018", "năm học", "hồ sơ", "2025-2022", "", "mức 3"]
)
def test_what_names_no_time_is_none(words: str) -> None:
    assert dates.parse(words) is None


@pytest.mark.parametrize(
    "words", ["Nghị định số 13/2018/NĐ-CP", "dẫn đầu năm học", "năm học 2022-2023", "1.2022.555 hồ sơ", "02/BHYT"]
)
def test_numbers_that_look_like_time_are_left_alone(words: str) -> None:
    assert dates.find(words) == ()


def test_several_stretches_are_found_in_order_with_their_places() -> None:
    text = "Năm 2022 đạt 60%, đến năm 2025 đạt 90%"
    found = dates.find(text)
    assert [when.code for when in found] == ["2022", "2025"]
    assert all(text[when.start : when.end] == when.text for when in found)


def test_a_full_day_is_read_and_nothing_else() -> None:
    assert dates.read_day("ngày 14 tháng 3 năm 2022") == date(2022, 3, 14)
    assert dates.read_day("tháng 3 năm 2022") is None
    assert dates.read_day("ngày 31 tháng 2 năm 2022") is None


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 3, 5), "ngày 05 tháng 3 năm 2026"),
        (date(2026, 2, 9), "ngày 09 tháng 02 năm 2026"),
        (date(2026, 11, 15), "ngày 15 tháng 11 năm 2026"),
    ],
)
def test_days_are_written_as_on_documents(day: date, written: str) -> None:
    assert dates.official(day) == written


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2068, 12, 31)))
def test_a_day_as_on_documents_reads_back(day: date) -> None:
    assert dates.read_day(dates.official(day)) == day


def test_days_of_a_list_all_bound_as_its_first_does() -> None:
    found = dates.find("Báo cáo trước ngày 25/6, 25/9 và ngày 25/12 hằng năm")
    assert [(when.text, when.code, when.relation) for when in found] == [
        ("trước ngày 25/6", "25/6", dates.Relation.BEFORE),
        ("25/9", "25/9", dates.Relation.BEFORE),
        ("ngày 25/12", "25/12", dates.Relation.BEFORE),
    ]


def test_a_year_at_the_end_of_a_list_of_days_is_the_year_of_all() -> None:
    found = dates.find("trước ngày 25/6 và 25/12/2023")
    assert [(when.code, when.first) for when in found] == [
        ("25/6", date(2023, 6, 25)),
        ("25/12/2023", date(2023, 12, 25)),
    ]
    assert [when.first for when in dates.find("trước ngày 29/2 và 25/12/2023")] == [None, date(2023, 12, 25)]


def test_a_list_of_days_ends_where_no_day_follows() -> None:
    assert [when.code for when in dates.find("trước ngày 25/6 và 35/12")] == ["25/6"]
    assert [when.code for when in dates.find("trước ngày 25/6, 19/19 tiêu chí")] == ["25/6"]


def test_the_last_year_of_the_calendar_ends_too() -> None:
    found = dates.find("Quý IV", year=9999)

    assert [when.last.isoformat() for when in found] == ["9999-12-31"]
