"""Figures of the body against the appendix, and one directive against another."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from dondoc.rules.catalogue import Catalogue, Finding, Objective, RankMilestone, ValueMilestone
from dondoc.rules.findings import proofread
from rules.making import catalogue, found, item, places, read


def figure(
    text: str, *values: tuple[int, str], where: str = "III.5", unit: str | None = "%", dimension: int | None = None
) -> Objective:
    milestones = tuple(
        ValueMilestone(from_=year, to=year, comparator=None, value=Decimal(value), unit=unit) for year, value in values
    )
    return Objective(index=None, dimension=dimension, where=where, text=text, targets=milestones)


PAID = "tỷ lệ giao dịch thanh toán trực tuyến trên tổng số giao dịch đã thực hiện đạt từ 20% trở lên trong năm 2022"
RANK = Objective(
    index=None,
    dimension=None,
    where="A",
    text="giao dịch thanh toán trực tuyến",
    targets=(RankMilestone(from_=2022, to=2022, top=20),),
)


def test_the_appendix_must_not_ask_another_figure_than_the_body() -> None:
    row = item("V/3", "Tỷ lệ giao dịch thanh toán trực tuyến", ask="30%", time="Hàng năm")
    (finding,) = found("figure-differs", catalogue(row, objectives=(figure(PAID, (2022, "20")),), term=(2022, 2025)))
    assert finding.where == ("III.5", "V/3")
    assert "ghi 20% năm 2022" in finding.message


@pytest.mark.parametrize(
    ("text", "ask", "time", "objective"),
    [
        ("Tỷ lệ giao dịch thanh toán trực tuyến", "20%", "Hàng năm", figure(PAID, (2022, "20"))),
        ("Tỷ lệ giao dịch thanh toán trực tuyến", "30%", "Năm 2023", figure(PAID, (2022, "20"))),
        ("Tỷ lệ giao dịch thanh toán trực tuyến", "30 lượt", "Hàng năm", figure(PAID, (2022, "20"))),
        ("Tỷ lệ giao dịch thanh toán trực tuyến", "Giảm 30%", "Hàng năm", figure(PAID, (2022, "20"))),
        ("Tỷ lệ hồ sơ được luân chuyển điện tử", "30%", "Hàng năm", figure(PAID, (2022, "20"))),
        ("Thanh toán", "30%", "Hàng năm", figure(PAID, (2022, "20"))),
        (
            "Tỷ lệ đường trục của các xã đạt chuẩn nông thôn mới nâng cao",
            "100%",
            "",
            figure("40% số xã đạt chuẩn nông thôn mới nâng cao", (2022, "40")),
        ),
        (
            "Tỷ lệ giao dịch thanh toán trực tuyến",
            "30%",
            "Hàng năm",
            RANK,
        ),
    ],
    ids=[
        "same figure",
        "other year",
        "other unit",
        "a change",
        "another thing",
        "too little told",
        "another noun",
        "a rank",
    ],
)
def test_figures_of_other_things_or_years_do_not_differ(text: str, ask: str, time: str, objective: Objective) -> None:
    made = catalogue(item("V/3", text, ask=ask, time=time), objectives=(objective,), term=(2022, 2025))
    assert places("figure-differs", made) == []


def test_figures_are_compared_within_one_dimension() -> None:
    objective = figure(PAID, (2022, "20"), dimension=5)
    title = "V Chỉ số nội dung {}: {}"
    titles = [title.format(5, "Thủ tục hành chính"), title.format(8, "Quản trị điện tử"), None]
    rows = [
        item(f"V/{n}", f"Tỷ lệ giao dịch thanh toán trực tuyến {n}", ask="30%", section=one)
        for n, one in enumerate(titles, 1)
    ]
    assert places("figure-differs", catalogue(*rows, objectives=(objective,))) == [("III.5", "V/1"), ("III.5", "V/3")]


def test_without_term_every_year_is_compared() -> None:
    row = item("V/3", "Tỷ lệ giao dịch thanh toán trực tuyến", ask="30%")
    assert len(found("figure-differs", catalogue(row, objectives=(figure(PAID, (2022, "20")),), term=None))) == 1


def test_counted_figures_are_compared_by_their_unit() -> None:
    row = item("V/3", "Xây dựng xã hội học tập kiểu mẫu", ask="3 huyện")
    objective = figure("xây dựng ít nhất 5 xã hội học tập kiểu mẫu", (2022, "5"), unit="huyện")
    (finding,) = found("figure-differs", catalogue(row, objectives=(objective,)))
    assert "ghi 5 huyện năm 2022" in finding.message


def test_two_targets_of_one_row_against_one_aim_make_one_finding() -> None:
    row = item("V/4", "Tỷ lệ giao dịch thanh toán trực tuyến", ask="30%; 40%")
    assert len(row.targets) == 2
    assert len(found("figure-differs", catalogue(row, objectives=(figure(PAID, (2022, "20")),)))) == 1


def other(*rows: Any, **more: Any) -> Catalogue:
    return catalogue(*rows, signed="2021-05-05", **more)


def differing(made: Catalogue, *others: Catalogue) -> list[Finding]:
    return [finding for finding in proofread(made, others=others) if finding.code == "differs-from-directive"]


SHARE = "Tỷ lệ văn bản đi trên phần mềm quản lý văn bản ký số"


def test_another_directive_that_asks_another_figure_is_named() -> None:
    (finding,) = differing(catalogue(item("1/1", SHARE, ask=">95%")), other(item("2/5", SHARE, ask="100%")))
    assert finding.where == ("1/1", "1/QĐ-UBND, 2/5")
    assert "ở đây ghi “>95%”, 1/QĐ-UBND ghi “100%”" in finding.message


def test_another_directive_for_other_years_is_named() -> None:
    (finding,) = differing(catalogue(item("1/1", SHARE, time="Năm 2023")), other(item("2/5", SHARE, time="2020-2021")))
    assert "ở đây cho năm 2023, 1/QĐ-UBND cho năm 2020-2021" in finding.message


@pytest.mark.parametrize(
    "theirs",
    [
        item("2/5", SHARE, ask=">95%"),
        item("2/5", SHARE, ask="100%", leads=("Sở Y tế",)),
        item("2/5", "Việc khác", ask="100%"),
    ],
    ids=["the same", "another agency", "another task"],
)
def test_directives_that_agree_do_not_differ(theirs: Any) -> None:
    assert differing(catalogue(item("1/1", SHARE, ask=">95%")), other(theirs)) == []


def test_a_task_without_addressee_is_compared_with_all() -> None:
    (finding,) = differing(catalogue(item("1/1", SHARE, leads=())), other(item("2/5", SHARE, ask="100%")))
    assert "ở đây ghi “không có chỉ tiêu”" in finding.message


def test_a_directive_without_number_is_still_named() -> None:
    bare = Catalogue(document=type(catalogue().document)(), items=(item("2/5", SHARE, ask="100%"),))
    (finding,) = differing(catalogue(item("1/1", SHARE, ask=">95%")), bare)
    assert finding.where == ("1/1", "văn bản khác, 2/5")


def test_plan_232_differs_from_decision_488_in_two_years() -> None:
    got = differing(read("ke-hoach-232"), read("quyet-dinh-488"))
    assert [finding.where for finding in got] == [("VIII/7", "488/QĐ-CT, 1/5"), ("VIII/10", "488/QĐ-CT, 1/10")]
