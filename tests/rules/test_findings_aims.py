"""Findings about objectives, figures, statements of results, and other directives."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.catalogue import (
    Baseline,
    Catalogue,
    Due,
    Duty,
    Finding,
    Group,
    Objective,
    RankMilestone,
    Severity,
    ValueMilestone,
)
from dondoc.rules.findings import Structure, proofread_reading
from dondoc.rules.findings.aims import GROUPS, quarter
from dondoc.rules.names import standard_registry
from rules.making import catalogue, found, item, passage, places

HIGH, BEST, LOW = Group.HIGH_AVERAGE, Group.HIGHEST, Group.LOW_AVERAGE


def ranked(
    where: str, *milestones: tuple[int, int, int | None, Group | None], dimension: int | None = 3, **more: Any
) -> Objective:
    made = tuple(
        RankMilestone(from_=first, to=last, top=top, of=63, group=group) for first, last, top, group in milestones
    )
    return Objective(index="PAPI", dimension=dimension, where=where, targets=made, **more)


def figure(
    text: str, *values: tuple[int, str], where: str = "III.5", unit: str | None = "%", dimension: int | None = None
) -> Objective:
    milestones = tuple(
        ValueMilestone(from_=year, to=year, comparator=None, value=Decimal(value), unit=unit) for year, value in values
    )
    return Objective(index=None, dimension=dimension, where=where, text=text, targets=milestones)


def aiming(*objectives: Objective, **more: Any) -> Catalogue:
    return catalogue(objectives=objectives, signed="2022-09-15", term=(2022, 2025), **more)


def body(made: Catalogue, *texts: str) -> list[Finding]:
    passages = tuple(passage(text, f"II.2.{number}") for number, text in enumerate(texts, 1))
    return list(proofread_reading(made, structure=Structure(passages=passages), registry=standard_registry())[1])


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("năm 2022 đạt tối thiểu 60%, mỗi năm tiếp theo tăng 10%, đạt tỷ lệ tối thiểu 90% vào năm 2025", None),
        (
            "đạt từ 20% trở lên trong năm 2022, mỗi năm tiếp theo tăng 5%, đạt tỷ lệ tối thiểu 40% vào năm 2025",
            Severity.WARNING,
        ),
        (
            "đạt tối thiểu 30% năm 2022, mỗi năm tiếp theo tăng ít nhất 5%, đạt tỷ lệ tối thiểu 50% vào năm 2025",
            Severity.NOTE,
        ),
        ("đạt 30% năm 2022 và 50% năm 2025", None),
        ("đạt 30%", None),
    ],
)
@pytest.mark.parametrize("place", ["objective", "item"])
def test_yearly_steps_must_reach_the_last_figure(text: str, severity: Severity | None, place: str) -> None:
    made = (
        aiming(figure(text))
        if place == "objective"
        else catalogue(item("1/1", f"Tỷ lệ hồ sơ {text}"), term=(2022, 2025))
    )
    got = found("trajectory-does-not-add-up", made)
    assert [finding.severity for finding in got] == [severity] * (severity is not None)


def test_the_sum_is_shown_as_a_person_would_reckon_it() -> None:
    (finding,) = found(
        "trajectory-does-not-add-up",
        aiming(figure("đạt 20% năm 2022, mỗi năm tiếp theo tăng 5%, đạt 40% vào năm 2025")),
    )
    assert "20 + 3 × 5 = 35" in finding.message


def test_a_target_cell_with_yearly_steps_is_reckoned_too() -> None:
    made = catalogue(
        item("1/1", "Hồ sơ trực tuyến", ask="Đạt 20% năm 2022, mỗi năm tiếp theo tăng 5%, đạt 40% vào năm 2025")
    )
    assert {finding.where for finding in found("trajectory-does-not-add-up", made)} <= {("1/1",)}


def test_two_places_must_state_the_same_group_for_the_same_year() -> None:
    one = ranked("II.2.3", (2022, 2022, 15, HIGH), (2023, 2025, 10, BEST))
    other = ranked("Phụ lục, III", (2022, 2022, 15, BEST), (2023, 2025, 10, BEST))
    (finding,) = found("objective-differs", aiming(one, other))
    assert finding.where == ("II.2.3", "Phụ lục, III")
    assert "năm 2022" in finding.message
    assert "trung bình cao" in finding.message


def test_years_that_differ_alike_make_one_finding() -> None:
    one, other = ranked("A", (2022, 2024, 20, None)), ranked("B", (2022, 2023, 10, None), (2024, 2025, 20, None))
    (finding,) = found("objective-differs", aiming(one, other))
    assert "năm 2022-2023" in finding.message


def test_years_that_differ_in_other_ways_make_findings_of_their_own() -> None:
    one, other = ranked("A", (2022, 2023, 20, None)), ranked("B", (2022, 2022, 10, None), (2023, 2023, 15, None))
    assert len(found("objective-differs", aiming(one, other))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ranked("A", (2022, 2022, 20, HIGH)), ranked("B", (2022, 2022, 20, HIGH))),
        (ranked("A", (2022, 2022, 20, None)), ranked("B", (2022, 2022, None, HIGH))),
        (ranked("A", (2022, 2022, 20, HIGH)), ranked("B", (2023, 2023, 10, BEST))),
        (ranked("A", (2022, 2022, 20, HIGH)), ranked("B", (2022, 2022, 15, HIGH), dimension=4)),
        (ranked("A", (2022, 2022, 20, HIGH)), ranked("A", (2022, 2022, 15, HIGH))),
        (figure("đạt 20%", (2022, "20")), figure("đạt 30%", (2022, "30"), where="B")),
    ],
    ids=["alike", "left out", "other years", "other dimensions", "one place", "figures"],
)
def test_what_does_not_contradict_is_no_difference(one: Objective, other: Objective) -> None:
    assert places("objective-differs", aiming(one, other)) == []


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        (Baseline(year=2021, rank=6, of=60), Baseline(year=2021, rank=6, of=60, group=BEST), False),
        (Baseline(year=2021, score=Decimal("4.72")), Baseline(year=2021, score=Decimal("4.27")), True),
        (Baseline(year=2021, rank=6), Baseline(year=2020, rank=9), False),
        (Baseline(year=2021, rank=6), None, False),
        (None, Baseline(year=2021, rank=6), False),
    ],
)
def test_two_places_must_start_from_the_same_state(left: Baseline | None, right: Baseline | None, told: bool) -> None:
    made = aiming(
        ranked("A", (2022, 2022, 20, None), baseline=left), ranked("B", (2022, 2022, 20, None), baseline=right)
    )
    assert places("objective-differs", made) == [("A", "B")] * told


def test_the_whole_index_is_named_without_a_dimension() -> None:
    made = aiming(
        ranked("A", (2022, 2022, 15, None), dimension=None), ranked("B", (2022, 2022, 10, None), dimension=None)
    )
    (finding,) = found("objective-differs", made)
    assert finding.message.startswith("PAPI, năm 2022")


def test_the_words_of_the_document_are_quoted_where_they_are_at_hand() -> None:
    made = aiming(ranked("II.2.2", (2022, 2022, 15, HIGH)))
    text = "Mục tiêu: Năm 2022, trong tốp 15/63 tỉnh, thành phố; thuộc Nhóm có điểm số trung bình cao."
    quotes = [one.quote for one in body(made, "Năm 2023 tốp 5.", text) if one.code == "group-contradicts-rank"]
    assert quotes == ["Năm 2022, trong tốp 15/63 tỉnh, thành phố; thuộc Nhóm có điểm số trung bình cao"]
    (alone,) = found("group-contradicts-rank", made)
    assert alone.quote == "Năm 2022-2022: tốp 15, nhóm trung bình cao"


@pytest.mark.parametrize(
    ("top", "group", "told"),
    [
        (15, HIGH, True),
        (16, HIGH, True),
        (17, HIGH, False),
        (10, BEST, False),
        (30, HIGH, False),
        (31, LOW, True),
        (35, LOW, False),
        (20, Group.LOWEST, True),
        (None, HIGH, False),
        (10, None, False),
    ],
)
def test_a_top_must_not_lie_wholly_in_a_better_group(top: int | None, group: Group | None, told: bool) -> None:
    assert places("group-contradicts-rank", aiming(ranked("A", (2022, 2022, top, group)))) == [("A",)] * told


def test_groups_of_63_are_those_papi_made() -> None:
    assert [quarter(group, 63) for group in GROUPS] == [(1, 16), (17, 31), (32, 47), (48, 63)]


@given(st.integers(4, 63))
def test_groups_follow_each_other_and_hold_every_rank(of: int) -> None:
    spans = [quarter(group, of) for group in GROUPS]
    assert spans[0][0] == 1
    assert spans[-1][1] == of
    assert all(left[1] + 1 == right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("baseline", "told"),
    [
        (Baseline(rank=5, of=60, group=LOW), True),
        (Baseline(rank=31, of=60, group=LOW), False),
        (Baseline(rank=30, of=60, group=LOW), False),
        (Baseline(rank=5, group=LOW), False),
        (None, False),
    ],
)
def test_a_past_rank_outside_its_group_is_remarked(baseline: Baseline | None, told: bool) -> None:
    got = found("group-contradicts-rank", aiming(ranked("A", (2022, 2022, 20, HIGH), baseline=baseline)))
    assert [finding.severity for finding in got] == [Severity.NOTE] * told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Từ 2019 - 2022, chỉ số này luôn xếp vào nhóm có điểm số thấp nhất).", True),
        ("Kết quả năm 2022: tỉnh đạt 45 điểm.", True),
        ("Từ 2019 - 2021, chỉ số này luôn xếp vào nhóm thấp nhất.", False),
        ("Từ năm 2022-2025, duy trì trong tốp 5.", False),
        ("Từ ngày 20/12/2022 đã xếp loại.", False),
        ("Năm 2022 đã đạt", True),
    ],
)
def test_a_result_cannot_be_stated_before_its_year_is_over(text: str, told: bool) -> None:
    assert ("statement-before-fact" in {one.code for one in body(aiming(), text)}) == told


def test_aims_below_group_titles_are_read_for_results_too() -> None:
    aims = passage("Năm 2021: Đạt 3,02 (từ 2019-2022, chỉ số này luôn xếp vào nhóm thấp nhất).", "Phụ lục, VII", "aims")
    (finding,) = proofread_reading(aiming(), structure=Structure(passages=(aims,)), registry=standard_registry())[1]
    assert (finding.where, finding.quote) == (
        ("Phụ lục, VII",),
        "từ 2019-2022, chỉ số này luôn xếp vào nhóm thấp nhất",
    )


def test_the_clause_that_states_the_result_is_quoted() -> None:
    (finding,) = body(aiming(), "Xếp thứ 57/60. Từ 2019 - 2022, chỉ số này luôn xếp vào nhóm thấp nhất).")
    assert finding.quote == "Từ 2019 - 2022, chỉ số này luôn xếp vào nhóm thấp nhất"


@pytest.mark.parametrize(
    ("index", "year", "signed", "told"),
    [
        ("PAPI", 2021, "2022-09-15", False),
        ("PAPI", 2021, "2022-03-14", True),
        ("PAPI", 2022, "2022-09-15", True),
        ("PCI", 2021, "2022-01-02", False),
        (None, 2022, "2022-12-31", True),
        ("PAPI", None, "2022-03-14", False),
    ],
)
def test_a_baseline_must_have_been_published(index: str | None, year: int | None, signed: str, told: bool) -> None:
    objective = Objective(index=index, dimension=1, where="A", baseline=Baseline(year=year, rank=3))
    assert places("statement-before-fact", catalogue(objectives=(objective,), signed=signed)) == [("A",)] * told


def test_an_objective_without_baseline_states_no_result() -> None:
    assert places("statement-before-fact", aiming(ranked("A", (2022, 2022, 20, None)))) == []


@pytest.mark.parametrize(
    ("due", "told"),
    [
        (Due(before="06-15", year_offset=0), True),
        (Due(before="12-15", year_offset=-1), True),
        (Due(before="12-10", year_offset=0), False),
        (Due(before="2022-06-30"), True),
        (Due(before="02-29", year_offset=0), False),
        (Due(before="15", month_offset=0), False),
        (Due(days_after=10, event="PAPI published"), False),
        (None, False),
    ],
)
def test_a_duty_over_before_the_signing_is_remarked(due: Due | None, told: bool) -> None:
    duty = Duty(who="Các sở", what="report", text="Báo cáo", due=due)
    for term in ((2022, 2025), None):
        got = found("deadline-impossible", catalogue(duties=(duty,), signed="2022-09-15", term=term))
        assert [finding.severity for finding in got] == [Severity.NOTE] * told


def test_dates_are_written_as_people_write_them() -> None:
    (finding,) = found(
        "deadline-impossible", catalogue(item("1/1", time="Năm 2021"), signed=date(2022, 9, 5).isoformat())
    )
    assert "05/09/2022" in finding.message
