"""A measured value held against a target: what the table of values does not show."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import targets
from dondoc.rules.targets import Comparator, Target

_SHARE = st.decimals(min_value=0, max_value=200, places=3)


def one(phrase: str) -> Target:
    (target,) = targets.parse(phrase)
    return target


@pytest.mark.parametrize("measured", [None, "", "   "])
def test_without_a_value_nothing_can_be_told(measured: str | None) -> None:
    judged = targets.met(one(">95%"), measured)
    assert judged.as_json() == {"answer": "cannot_tell", "why": "Chưa có số đo."}


@given(_SHARE)
def test_more_than_is_kept_apart_from_at_least_and_nothing_is_rounded(value: Decimal) -> None:
    more, least = targets.met(one(">95%"), value).answer, targets.met(one("≥95%"), value).answer
    assert (more == "met") == (value > 95)
    assert (least == "met") == (value >= 95)


@given(_SHARE)
def test_a_bare_figure_is_met_when_reached(value: Decimal) -> None:
    assert targets.met(one("90%"), value).answer == ("met" if value >= 90 else "not_met")


@given(st.integers(min_value=-20, max_value=20))
def test_a_fall_is_met_by_a_fall_at_least_as_deep(value: int) -> None:
    assert targets.met(one("Giảm 5%/năm"), value).answer == ("met" if value <= -5 else "not_met")


@pytest.mark.parametrize("measured", [Decimal("NaN"), Decimal("Infinity")])
def test_what_is_no_number_cannot_be_judged(measured: Decimal) -> None:
    assert targets.met(one(">95%"), measured).answer == "cannot_tell"


def test_the_reason_is_a_sentence_people_read() -> None:
    assert targets.met(one(">95%"), Decimal("94.996")).why == "Số đo 94,996 chưa đạt chỉ tiêu “trên 95%”."
    assert targets.met(one(">95%"), "95,2%").why == "Số đo 95,2% đạt chỉ tiêu “trên 95%”."
    assert targets.met(one(">95%"), "95 hồ sơ").why == (
        "Số đo tính bằng “hồ sơ”, chỉ tiêu tính bằng “%”: không so được."
    )


def test_a_share_given_for_a_figure_without_unit_is_not_compared() -> None:
    judged = targets.met(one("≥ 90"), "95%")
    assert judged.answer == "cannot_tell"
    assert "không có đơn vị" in judged.why


def test_a_place_without_its_figure_cannot_be_judged() -> None:
    assert targets.met(Target(text="tốp", comparator=Comparator.TOP), "3").answer == "cannot_tell"


def test_a_target_without_figure_is_met_by_anything_from_nought() -> None:
    assert targets.met(Target(text="", comparator=None), "0").answer == "met"


@pytest.mark.parametrize(
    ("phrase", "measured", "answer"),
    [
        ("0 hồ sơ trễ hạn", "5", "not_met"),
        ("0 hồ sơ trễ hạn", "0", "met"),
        ("khoảng 50%", "49", "cannot_tell"),
        ("khoảng 50%", "51", "met"),
        ("gần 1.000 hộ", "990", "cannot_tell"),
    ],
)
def test_a_figure_of_none_and_a_figure_given_about_are_held_with_care(phrase, measured, answer):
    assert targets.met(targets.parse(phrase)[0], measured).answer == answer


def test_one_value_against_two_targets_is_an_answer_only_where_both_give_it():
    found = targets.parse("Năm 2023: 40%; năm 2024: 50%")

    assert [targets.met_all(found, value).answer for value in ("45", "55", "30")] == ["cannot_tell", "met", "not_met"]


@pytest.mark.parametrize(
    ("measured", "answer"),
    [("39,9%", "not_met"), ("40%", "met"), ("59,9%", "met"), ("60%", "not_met"), ("5 hồ sơ", "cannot_tell")],
)
def test_two_bounds_of_one_figure_are_met_together(measured: str, answer: str) -> None:
    assert targets.met_all(targets.parse("40% ≤ tỷ lệ < 60%"), measured).answer == answer


def test_bounds_of_two_things_are_not_met_together() -> None:
    found = targets.parse("Hồ sơ trực tuyến ≥ 40%; hồ sơ trễ hạn < 60%")
    assert targets.met_all(found, "70%").answer == "cannot_tell"


@pytest.mark.parametrize(
    ("phrase", "measured", "answer"),
    [
        ("dưới 1%", "8‰", "met"),
        ("dưới 1%", "10‰", "not_met"),
        ("dưới 5‰", "0,4%", "met"),
        ("dưới 5‰", "0,5%", "not_met"),
        ("dưới 5‰", "4 hồ sơ", "cannot_tell"),
    ],
)
def test_parts_of_a_thousand_and_of_a_hundred_are_held_against_each_other(phrase, measured, answer) -> None:
    assert targets.met(one(phrase), measured).answer == answer


@pytest.mark.parametrize(
    ("phrase", "measured", "answer"),
    [
        ("từ 50% lên 70%", "70%", "met"),
        ("từ 50% lên 70%", "69%", "not_met"),
        ("giảm từ 10% xuống 5%", "5%", "met"),
        ("giảm từ 10% xuống 5%", "6%", "not_met"),
        ("≥ -2%", "-1,9%", "met"),
        ("≥ -2%", "-2,1%", "not_met"),
        ("-5%", "-6%", "met"),
        ("không còn hộ nghèo", "0", "met"),
        ("không còn hộ nghèo", "2 hộ", "not_met"),
    ],
)
def test_levels_signed_figures_and_none_of_something_are_held(phrase, measured, answer) -> None:
    assert targets.met(one(phrase), measured).answer == answer
