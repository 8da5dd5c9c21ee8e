"""Objectives read from the body and the appendix of directives."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import objectives
from dondoc.rules.catalogue import Baseline, Group, Objective, RankMilestone, ValueMilestone
from dondoc.rules.targets import Comparator
from rules.making import chapter, passage, prose, truth

AIMS = chapter("II. MỤC TIÊU")


def read(*texts: str, term: tuple[int, int] | None = (2022, 2025), above: Any = AIMS) -> tuple[Objective, ...]:
    return objectives.read([above, *(passage(text) for text in texts)], (), term)


def plan_232() -> tuple[Objective, ...]:
    return objectives.read(*prose("ke-hoach-232"), (2022, 2025))


def key(objective: dict[str, Any]) -> str:
    return json.dumps([objective[name] for name in ("index", "dimension", "where", "baseline", "targets")])


def test_plan_232_states_39_objectives_and_each_is_read_at_its_place() -> None:
    got = [objective.as_json() for objective in plan_232()]
    wanted = truth("ke-hoach-232")["objectives"]
    assert sorted(map(key, got)) == sorted(map(key, wanted))


def test_the_figures_of_plan_232_are_told_apart_by_their_words() -> None:
    got = plan_232()
    for wanted in truth("ke-hoach-232")["objectives"]:
        if wanted["index"] is None:
            like = [
                one for one in got if one.where == wanted["where"] and wanted["key"].lower() in (one.text or "").lower()
            ]
            assert [json.loads(json.dumps(one.as_json()))["targets"] for one in like] == [wanted["targets"]]


def test_words_of_an_objective_stand_in_the_document() -> None:
    body, _ = prose("ke-hoach-232")
    text = " ".join(one.text for one in body)
    assert all(one.text in text for one in plan_232() if one.text)


def test_decision_488_states_no_objective() -> None:
    assert objectives.read(*prose("quyet-dinh-488"), (2022, 2022)) == ()


def test_objectives_of_a_body_stand_in_its_order() -> None:
    places = [one.where for one in plan_232() if not one.where.startswith("Phụ lục")]
    assert places == sorted(places, key=lambda where: [place.where for place in prose("ke-hoach-232")[0]].index(where))


def test_several_indexes_in_one_sentence_are_several_objectives() -> None:
    text = (
        "1. Phấn đấu năm 2026, Chỉ số PAR INDEX của tỉnh xếp thứ 10/34 trở lên; SIPAS thuộc nhóm 15 tỉnh, thành phố dẫn đầu"
        " cả nước; PCI trong tốp 20; Chỉ số chuyển đổi số (DTI) trong nhóm dẫn đầu."
    )
    got = {one.index: one.targets for one in read(text, term=(2026, 2026))}
    assert got == {
        "PAR INDEX": (RankMilestone(from_=2026, to=2026, top=10, of=34),),
        "SIPAS": (RankMilestone(from_=2026, to=2026, top=15),),
        "PCI": (RankMilestone(from_=2026, to=2026, top=20),),
        "DTI": (RankMilestone(from_=2026, to=2026),),
    }


@pytest.mark.parametrize(
    ("text", "milestone"),
    [
        ("Năm 2024, PCI trong tốp 5/63", RankMilestone(from_=2024, to=2024, top=5, of=63)),
        ("PCI nằm trong tốp đầu 10 vào năm 2025.", RankMilestone(from_=2025, to=2025, top=10)),
        ("Đến năm 2025, PCI nằm trong 10 địa phương dẫn đầu cả nước", RankMilestone(from_=2025, to=2025, top=10)),
        ("Giai đoạn 2023 - 2025: PCI xếp vị trí thứ 5 trở lên", RankMilestone(from_=2023, to=2025, top=5)),
        ("Thứ hạng 12/63 của PCI vào năm 2023", RankMilestone(from_=2023, to=2023, top=12, of=63)),
        (
            "PCI thuộc nhóm có điểm số trung bình cao năm 2023",
            RankMilestone(from_=2023, to=2023, group=Group.HIGH_AVERAGE),
        ),
        ("Duy trì thứ hạng PCI trong tốp 5 cả nước", RankMilestone(from_=2025, to=2025, top=5)),
        ("Các năm 2023, 2024 PCI thuộc nhóm điểm thấp nhất", RankMilestone(from_=2023, to=2024, group=Group.LOWEST)),
        ("So với năm 2021, PCI vào tốp 9 năm 2025", RankMilestone(from_=2025, to=2025, top=9)),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_places_are_read_in_many_words(text: str, milestone: RankMilestone) -> None:
    (one,) = read(text)
    assert (one.index, one.targets, one.baseline) == ("PCI", (milestone,), None)


@pytest.mark.parametrize(
    "text",
    [
        "- Nâng cấp Bệnh viện đa khoa lên hạng 1 năm 2025.",
        "- Phấn đấu tăng ít nhất 05 bậc so với năm 2024.",
        "- Xây dựng tốp 5 sản phẩm chủ lực năm 2025.",
        "- Năm 2021, PCI xếp thứ 15/63.",
        "- Năm 2021 đạt 60 điểm.",
        "- Xếp thứ hạng ngày càng cao.",
    ],
)
def test_what_names_no_place_to_reach_is_no_objective(text: str) -> None:
    assert read(text) == ()


def test_a_rank_without_index_counts_where_provinces_are_spoken_of() -> None:
    (one,) = read("An toàn thông tin mạng xếp thứ 10 các tỉnh, thành phố năm 2024.")
    assert (one.index, one.targets) == (None, (RankMilestone(from_=2024, to=2024, top=10),))


def test_the_state_before_is_the_baseline() -> None:
    text = "Phấn đấu PAPI thuộc nhóm có điểm số cao nhất vào năm 2025 (năm 2021 đạt 42,5 điểm, xếp thứ 20/61)."
    (one,) = read(text)
    assert one.baseline == Baseline(year=2021, score=Decimal("42.5"), rank=20, of=61)
    assert one.targets == (RankMilestone(from_=2025, to=2025, group=Group.HIGHEST),)


def test_a_result_without_year_is_a_baseline_without_year() -> None:
    (one,) = read("Kết quả năm trước: 5,19 điểm. Phấn đấu PAPI thuộc nhóm 20 tỉnh dẫn đầu cả nước.", term=(2024, 2024))
    assert one.baseline == Baseline(score=Decimal("5.19"))
    assert one.targets == (RankMilestone(from_=2024, to=2024, top=20),)


def test_without_term_an_aim_must_name_its_year() -> None:
    assert read("PCI trong tốp 10.", term=None) == ()
    assert len(read("PCI trong tốp 10 năm 2030.", term=None)) == 1


def test_a_second_place_in_another_sentence_is_another_statement() -> None:
    (one,) = read("Năm 2023 PCI trong tốp 20. Trong tốp 10 năm 2025.")
    assert [(milestone.from_, milestone.top) for milestone in one.targets if isinstance(milestone, RankMilestone)] == [
        (2023, 20),
        (2025, 10),
    ]


def test_the_first_of_two_places_in_one_sentence_holds() -> None:
    (one,) = read("Năm 2023 PCI trong tốp 20, phấn đấu tốp 15.")
    assert one.targets == (RankMilestone(from_=2023, to=2023, top=20),)


@pytest.mark.parametrize(
    ("heading", "dimension"),
    [
        ("Chỉ số nội dung 1: Tham gia của người dân ở cấp cơ sở", 1),
        ("2. Nội dung: Công khai, minh bạch trong hoạch định chính sách", 2),
        ("Chỉ số nội dung: Công khai, minh bạch trong việc ra quyết định ở địa phương", 2),
        ("2.3. Trách nhiệm giải trình với người dân", 3),
        ("Nội dung 4", 4),
        ("Nội dung số 8: Chính quyền điện tử", 8),
        ("2.5 Nội dung thủ tục hành chính công", 5),
        ("Về quản trị môi trường", 7),
        ("Cải cách thủ tục hành chính", None),
        ("Nội dung 9", None),
        ("Công khai, minh bạch tài chính", None),
        ("", None),
    ],
)
def test_a_heading_names_its_dimension_by_words_or_number(heading: str, dimension: int | None) -> None:
    assert objectives.dimension_of(heading) == dimension


def test_a_sentence_may_name_the_dimension_itself() -> None:
    (one,) = read("Chỉ số PAPI: nội dung “Quản trị điện tử” trong tốp 5 năm 2025.")
    assert (one.index, one.dimension) == ("PAPI", 8)


def test_a_group_titled_chi_so_noi_dung_is_of_papi_though_nobody_says_so() -> None:
    title = "Chỉ số nội dung 3: Trách nhiệm giải trình"
    aims = passage(f"{title} Năm 2022, trong tốp 20/63.", "Phụ lục, III", "aims", title)
    (one,) = objectives.read([], [aims], (2022, 2022))
    assert (one.index, one.dimension, one.where) == ("PAPI", 3, "Phụ lục, III")


def test_a_figure_belongs_to_the_year_of_its_introduction() -> None:
    body = [
        chapter("III. GIẢI PHÁP", "III"),
        passage("1. Thủ tục hành chính", "III.1"),
        passage("- Cải cách mạnh mẽ. Phấn đấu đến năm 2025:", "III.1", "bullet"),
        passage("+ 100% hồ sơ nộp trực tuyến.", "III.1", "bullet"),
        passage("- Có 3 mô hình.", "III.1", "bullet"),
        passage("+ 50% hồ sơ khác.", "III.1", "bullet"),
    ]
    got = objectives.read(body, (), (2022, 2030))
    assert [(one.text, one.targets) for one in got] == [
        (
            "100% hồ sơ nộp trực tuyến",
            (ValueMilestone(from_=2025, to=2025, comparator=None, value=Decimal(100), unit="%"),),
        )
    ]


def test_an_introduction_ends_with_its_place() -> None:
    body = [
        chapter("III. GIẢI PHÁP", "III"),
        passage("1. Phấn đấu đến năm 2025:", "III.1"),
        passage("2. Có 100% hồ sơ điện tử.", "III.2"),
    ]
    assert objectives.read(body, (), (2022, 2030)) == ()


@pytest.mark.parametrize(
    ("text", "milestones"),
    [
        ("100% hồ sơ đúng hạn; tối thiểu 80% hồ sơ trực tuyến", [(2025, 2025, None, "100"), (2025, 2025, ">=", "80")]),
        ("90% hồ sơ cấp tỉnh, 80% hồ sơ cấp huyện", [(2025, 2025, None, "90"), (2025, 2025, None, "80")]),
        ("khu vực đô thị đạt 97% và khu vực nông thôn đạt 90%", [(2025, 2025, None, "97"), (2025, 2025, None, "90")]),
        ("Tăng trưởng bình quân 10%/năm giai đoạn 2023 - 2025", [(2023, 2025, None, "10")]),
        ("tỷ lệ hộ có nước sạch đạt 60% năm 2024", [(2024, 2024, None, "60")]),
        ("giảm 20% chi phí tuân thủ", []),
        ("Năm 2021 tỷ lệ hộ có nước sạch đạt 60%", []),
        ("Thực hiện tốt các mục tiêu đề ra", []),
        ("Xếp hạng A về an toàn thông tin", []),
        (
            "Tỷ lệ hồ sơ trực tuyến đạt 30% năm 2022, mỗi năm tiếp theo tăng 10%, đạt 50% vào năm 2024",
            [(2022, 2022, None, "30"), (2023, 2023, None, "40"), (2024, 2024, None, "50")],
        ),
    ],
)
def test_figures_of_a_chapter_of_aims_are_objectives(
    text: str, milestones: list[tuple[int, int, str | None, str]]
) -> None:
    got = [
        milestone for one in read(f"- {text}.") for milestone in one.targets if isinstance(milestone, ValueMilestone)
    ]
    wanted = [(a, b, sign and Comparator(sign), Decimal(value)) for a, b, sign, value in milestones]
    assert [(milestone.from_, milestone.to, milestone.comparator, milestone.value) for milestone in got] == wanted


def test_a_figure_of_an_index_names_it() -> None:
    got = read("- Chỉ số SIPAS đạt trên 90%; chỉ số PAR INDEX đạt 89,5% vào năm 2025.")
    assert [one.index for one in got] == ["SIPAS", "PAR INDEX"]


def test_the_title_of_a_chapter_names_the_year() -> None:
    (one,) = read("a) 100% dịch vụ công trực tuyến.", term=None, above=chapter("II. MỤC TIÊU ĐẾN NĂM 2025"))
    assert [milestone.to for milestone in one.targets] == [2025]


def test_figures_without_any_year_are_left_alone() -> None:
    assert read("- 100% dịch vụ công trực tuyến.", term=None) == ()


@pytest.mark.parametrize("title", ["V. TỔ CHỨC THỰC HIỆN", "IV. KINH PHÍ", "I. MỤC ĐÍCH, YÊU CẦU", "I. THỰC TRẠNG"])
def test_figures_of_other_chapters_are_no_objectives(title: str) -> None:
    assert read("- Phấn đấu đến năm 2025 đạt 100% hồ sơ điện tử.", above=chapter(title)) == ()


def test_what_stands_before_the_first_chapter_is_no_objective() -> None:
    before = passage("với mục tiêu PAPI nằm trong 10 tỉnh, thành phố dẫn đầu cả nước năm 2025", "", "plain")
    assert objectives.read([before], (), (2022, 2025)) == ()


def test_words_behind_the_aim_are_the_text() -> None:
    (one,) = read(
        "- Nâng cao chất lượng y tế, phấn đấu đến năm 2025 tỷ lệ người dân có thẻ bảo hiểm y tế đến đạt trên 95%."
    )
    assert one.text == "tỷ lệ người dân có thẻ bảo hiểm y tế đến đạt trên 95%"


def test_a_counted_aim_keeps_its_unit_short() -> None:
    (one,) = read("- Đến năm 2025 có ít nhất 01 huyện đạt chuẩn nông thôn mới.")
    assert one.targets == (
        ValueMilestone(from_=2025, to=2025, comparator=Comparator.AT_LEAST, value=Decimal(1), unit="huyện"),
    )


@given(st.text(alphabet="năm 2022/63tốpPAPI;.,()%đạtxếpthứnhómcao5-", max_size=80))
def test_any_words_are_read_without_failing(text: str) -> None:
    for one in read(text):
        assert one.targets


@given(st.integers(1, 63), st.integers(2022, 2030))
def test_a_place_and_its_year_are_read_whatever_they_are(top: int, year: int) -> None:
    (one,) = read(f"Năm {year}, PAPI trong tốp {top:02}/63.", term=(2022, 2030))
    assert one.targets == (RankMilestone(from_=year, to=year, top=top, of=63),)
