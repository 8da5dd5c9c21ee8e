"""Findings in single rows and among rows of the same words."""

from __future__ import annotations

from typing import Any

import pytest

from dondoc.rules.catalogue import Catalogue, Item, Kind, Severity
from dondoc.rules.findings import Structure, proofread, proofread_reading
from dondoc.rules.names import Registry, standard_registry
from rules.making import catalogue, found, item, places

SHARE = "Tỷ lệ văn bản đi trên phần mềm quản lý văn bản ký số"


def lists(*asks: str, text: str = SHARE, **more: Any) -> Catalogue:
    """Make a directive that gives one task to many agencies, each with its own target."""
    return catalogue(*(item(f"{number}/1", text, ask=ask, **more) for number, ask in enumerate(asks, 1)))


def test_an_empty_target_cell_is_missed_where_targets_are_the_rule() -> None:
    made = lists(*[">95%"] * 9, "")
    (finding,) = found("target-missing", made)
    assert (finding.where, finding.severity) == (("10/1",), Severity.WARNING)
    assert "9 trong 10" in finding.message


@pytest.mark.parametrize(
    "made",
    [
        lists(">95%", ""),
        lists(*[">95%"] * 3, *[""] * 3),
        lists("", "", ""),
        catalogue(*(item(f"1/{n}", ask=">95%") for n in range(1, 9)), item("1/9", "Các chỉ tiêu khác:")),
    ],
    ids=["too few rows", "no rule", "no target at all", "a row that only introduces"],
)
def test_an_empty_target_cell_elsewhere_is_no_finding(made: Catalogue) -> None:
    assert places("target-missing", made) == []


def test_a_target_without_figure_date_or_grade_is_not_measurable() -> None:
    made = catalogue(
        item("1/1", ask="Thực hiện theo lộ trình của Bộ"),
        item("1/2", ask="Hoàn thành năm 2022"),
        item("1/3", ask="≥ 90%"),
    )
    assert places("target-not-measurable", made) == [("1/1",)]


@pytest.mark.parametrize(
    ("ask", "told"),
    [("250 lượt", True), ("90%", True), ("100%", False), ("≥ 90%", False), ("Giảm 5%", False), ("Tốp 10/63", False)],
)
def test_a_bare_figure_is_remarked(ask: str, told: bool) -> None:
    assert places("target-without-comparator", catalogue(item("1/1", ask=ask))) == [("1/1",)] * told


def test_a_bare_figure_names_the_sign_its_sisters_set() -> None:
    made = lists(">30%", ">30%", ">30%", "30%")
    (finding,) = found("target-without-comparator", made)
    assert "3 danh sách khác ghi “>30%”" in finding.message
    assert finding.severity == Severity.NOTE


@pytest.mark.parametrize(
    ("text", "ask", "told"),
    [
        ("Tỷ lệ hồ sơ được số hóa", ">100.000 trang", True),
        ("Tỉ lệ hồ sơ được số hóa", "20 hồ sơ", True),
        ("Số lượng hội nghị được tổ chức", "≥ 80%", True),
        ("Tỷ lệ hồ sơ được số hóa", "≥ 80%", False),
        ("Tỷ lệ hồ sơ được số hóa", "Hoàn thành năm 2022", False),
        ("Tỷ lệ doanh nghiệp công nghệ số", "1 doanh nghiệp/1000 dân", False),
        ("Số lượng công bố khoa học tăng trung bình", "10%", False),
        ("Số hóa hồ sơ", "≥ 80%", False),
        ("Hồ sơ được số hóa", "20 hồ sơ", False),
        ("Tỷ lệ hộ nghèo", "Giảm 5%", False),
    ],
)
def test_a_target_counts_what_the_text_asks(text: str, ask: str, told: bool) -> None:
    assert places("target-not-of-text", catalogue(item("1/1", text, ask=ask))) == [("1/1",)] * told


def test_an_agency_cannot_lead_and_cooperate() -> None:
    made = catalogue(
        item("1/1", cooperating=("Sở Y tế", "SỞ NỘI VỤ")),
        item("1/2", cooperating=("Sở Y tế",)),
        item("1/3", leads=("Các bộ, ngành",), cooperating=("Các bộ, ngành",)),
    )
    got = found("lead-also-cooperating", made)
    assert [(one.where, one.quote, one.severity) for one in got] == [
        (("1/1",), "SỞ NỘI VỤ", Severity.WARNING),
        (("1/3",), "Các bộ, ngành", Severity.NOTE),
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Báo cáo", True),
        ("Hàng năm", True),
        ("≥ 90%", True),
        ("Xây dựng kế hoạch", True),
        ("Sở Nội vụ và", True),
        ("- Sở", True),
        ("từ " * 41, True),
        ("Vườn quốc gia Sông Bằng", False),
        ("Chi cục Dân số và Kế hoạch hóa gia đình", False),
        ("Kế hoạch hóa gia đình", False),
        ("Sở Nội vụ", False),
        ("Các đơn vị liên quan", False),
    ],
)
def test_an_addressee_is_the_name_of_a_body(name: str, told: bool) -> None:
    warned = [
        one for one in found("addressee-unknown", catalogue(item(leads=(name,)))) if one.severity == Severity.WARNING
    ]
    assert bool(warned) == told


def test_a_name_no_list_holds_makes_one_note_with_all_its_rows() -> None:
    made = catalogue(
        item("1/1", leads=("Hạt Kiểm lâm A",)), item("1/2", leads=("Trạm B",), cooperating=("Hạt Kiểm lâm A", "Các sở"))
    )
    notes = found("addressee-unknown", made)
    assert [(one.severity, one.quote, one.where) for one in notes] == [
        (Severity.NOTE, "Hạt Kiểm lâm A", ("1/1", "1/2")),
        (Severity.NOTE, "Trạm B", ("1/2",)),
    ]
    assert "Hạt" not in notes[1].message


def test_a_name_a_scan_damaged_in_a_cell_is_told_with_both_spellings() -> None:
    made = catalogue(item("1/1"), item("1/2"), item("1/3"))
    read = (
        ("Sơ Y tế", "Sở Y tế", "1/1"),
        ("Sơ Y tế", "Sở Y tế", "1/3"),
        ("SỞ NỘI VỤ", "Sở Nội vụ", "1/2"),
        ("Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh", "1/2"),
    )
    findings = proofread_reading(made, structure=Structure(names_read=read), registry=standard_registry())[1]
    told = [(one.message, one.quote, one.where) for one in findings if one.code == "spelling-repaired"]
    assert told == [("Bản quét ghi “Sơ Y tế”, đọc là “Sở Y tế”.", "Sơ Y tế", ("1/1", "1/3"))]


def test_a_name_of_the_province_s_own_list_is_known() -> None:
    made = catalogue(item(leads=("Hạt Kiểm lâm A",)))
    own = Registry([("Hạt Kiểm lâm A", ())])
    assert proofread_reading(made, structure=Structure(), registry=own)[1] == ()
    assert proofread(made, registry=own) == ()


def test_a_task_given_twice_to_the_same_agency_is_found_once() -> None:
    made = catalogue(
        item("1/1", "Xây dựng Đề án"),
        item("1/2", "Xây dựng đề án."),
        item("2/1", "Xây dựng Đề án"),
        item("2/2", "Xây dựng Đề án", leads=("Sở Y tế",)),
        item("3/1", "Xây dựng Đề án", leads=()),
        item("3/2", "Xây dựng Đề án", leads=()),
        item("4/1", "–"),
        item("4/2", "–"),
        item("5", "Xây dựng Đề án", leads=()),
        item("6", "Xây dựng Đề án", leads=()),
    )
    assert places("item-repeated", made) == [("1/1", "1/2"), ("3/1", "3/2")]


def test_one_list_that_asks_another_figure_stands_out() -> None:
    made = lists(*[">95%"] * 9, ">25%")
    (finding,) = found("target-outlier", made)
    assert (finding.where, finding.quote, finding.severity) == (("10/1",), ">25%", Severity.WARNING)
    assert "9 trong 10" in finding.message


@pytest.mark.parametrize(
    "asks",
    [
        [">95%"] * 3 + [">25%"],
        [">95%"] * 5 + [">25%"] * 5,
        ["Mức 4 ≥ 20%", "Mức 4 ≥ 30%", "Mức 4 ≥ 50%", "Mức 4 ≥ 80%", "Mức 4 ≥ 80%", "Mức 4 ≥ 80%"],
        [">95%"] * 8,
        ["Kịp thời"] * 8,
        ["100%"] * 8,
    ],
    ids=["too few lists", "two camps", "set agency by agency", "all alike", "no figures", "no signs"],
)
def test_thresholds_that_vary_have_no_outlier(asks: list[str]) -> None:
    assert places("target-outlier", lists(*asks)) == []


def test_a_row_that_says_whom_it_leaves_out_may_ask_less() -> None:
    rows: list[Item] = [item(f"{number}/1", SHARE, ask="100%") for number in range(1, 9)]
    scoped = item("9/1", SHARE, ask="≥98%", scope="tạm thời chưa tính thủ tục tuyển sinh")
    assert places("target-outlier", catalogue(*rows, scoped)) == []
    everywhere = [item(f"{number}/1", SHARE, ask="100%", scope="trừ văn bản mật") for number in range(1, 9)]
    assert places("target-outlier", catalogue(*everywhere, scoped)) == [("9/1",)]


def test_the_same_figure_with_another_sign_is_only_remarked() -> None:
    (finding,) = found("target-outlier", lists(*[">30%"] * 7, "≥30%"))
    assert (finding.where, finding.severity) == (("8/1",), Severity.NOTE)
    assert places("target-outlier", lists(*[">30%"] * 4, *["≥30%"] * 4)) == []
    assert places("target-outlier", lists(*[">30%"] * 7, "30%")) == []


def test_remains_of_formulas_are_shown_as_plain_signs() -> None:
    (finding,) = found("target-outlier", lists(*[">95%"] * 9, r"$\geq 15\%$"))
    assert "“≥ 15%”" in finding.message
    assert finding.quote == r"$\geq 15\%$"


@pytest.mark.parametrize(
    ("time", "severity"),
    [
        ("Trước ngày 31/02/2022", Severity.ERROR),
        ("Trước ngày 10/3/2022", Severity.WARNING),
        ("Năm 2021", Severity.WARNING),
        ("Năm 2023", Severity.NOTE),
        ("2021-2022", None),
        ("Tháng 3/2022", None),
        ("Thường xuyên", None),
        ("Năm 2022", None),
    ],
)
def test_a_deadline_must_be_possible(time: str, severity: Severity | None) -> None:
    got = found("deadline-impossible", catalogue(item("1/1", time=time)))
    assert [finding.severity for finding in got] == [severity] * (severity is not None)


def test_a_target_due_before_the_signing_is_found_too() -> None:
    assert places("deadline-impossible", catalogue(item("1/1", ask="Hoàn thành năm 2021"))) == [("1/1",)]


def test_in_a_report_past_deadlines_are_only_remarked() -> None:
    made = catalogue(item("1/1", time="Năm 2021"))
    report = Catalogue(
        document=type(made.document)(kind=Kind.OTHER, issued_on=made.document.issued_on), items=made.items
    )
    assert [finding.severity for finding in proofread(report)] == [Severity.NOTE]


def test_rows_after_the_term_make_one_note_together() -> None:
    made = catalogue(item("1/1", time="Năm 2023"), item("1/2", time="Năm 2024"), item("1/3", time="Năm 2023"))
    (finding,) = found("deadline-impossible", made)
    assert finding.where == ("1/1", "1/2", "1/3")
    assert finding.quote == "Năm 2023; Năm 2024"


def test_without_dates_of_its_own_a_document_has_no_impossible_deadline() -> None:
    made = catalogue(item("1/1", time="Năm 2021"), term=None)
    bare = Catalogue(document=type(made.document)(), items=made.items)
    assert proofread(bare) == ()


def test_names_damaged_by_a_scan_are_remarked_where_they_head_a_section() -> None:
    heads = {
        "2": "SƠ Y TẾ",
        "3": "SỞ VĂN HOÁ, THỂ THAO VÀ DU LỊCH",
        "4": "SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI",
        "5": "VIỆC CHUNG",
        "6": "SƠ Y TẾ",
    }
    rows = [item(f"{code}/1", f"Việc {code}", section=f"{code}. {title}") for code, title in heads.items()]
    got = found(
        "spelling-repaired", catalogue(*rows, item("7/1", "Việc khác", section="Phần chung"), item("1", "Việc lẻ"))
    )
    assert [(finding.where, finding.quote) for finding in got] == [(("2",), "SƠ Y TẾ")]
    assert "“Sở Y tế”" in got[0].message


def test_slips_in_texts_and_targets_are_remarked() -> None:
    made = catalogue(
        item("1/1", "Đổi tượng bảo trợ", ask="Theo lộ trình của Bộ LD-TB&XH"),
        item("1/2", "Đạt 90% theo theo kế hoạch", ask="90%"),
    )
    got = found("spelling-repaired", made)
    assert [(finding.where, finding.quote) for finding in got] == [
        (("1/1",), "Đổi tượng"),
        (("1/1",), "Bộ LD-TB"),
        (("1/2",), "theo theo"),
    ]
    kept, _ = proofread_reading(made, structure=Structure(), registry=Registry(()))
    assert [one.text_suggested for one in kept.items] == ["Đối tượng bảo trợ", None]


def test_a_suggestion_a_clerk_made_stays() -> None:
    made = catalogue(item("1/1", "Đổi tượng", text_suggested="Đối tượng bảo trợ"))
    kept, _ = proofread_reading(made, structure=Structure(), registry=Registry(()))
    assert kept.items[0].text_suggested == "Đối tượng bảo trợ"
