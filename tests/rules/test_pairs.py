"""Equal and nearly equal tasks, within one directive and between two."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules.catalogue import Item
from dondoc.rules.pairs import Pair, groups, propose, thresholds, years
from dondoc.rules.targets import parse
from rules.making import item, read, truth

SIGNED = "Tỷ lệ văn bản đi trên phần mềm quản lý văn bản ký số"
TRAINED = "Tỷ lệ cán bộ của cơ quan được cử tham dự tập huấn kỹ năng số cơ bản do cơ quan có thẩm quyền tổ chức"


def sisters(items: Sequence[Item]) -> tuple[tuple[str, ...], ...]:
    """Name the items of each group of recurring tasks."""
    return tuple(tuple(item.ref for item in group) for group in groups(items))


def plan() -> tuple[Item, ...]:
    return read("ke-hoach-232").items


def decision() -> tuple[Item, ...]:
    return read("quyet-dinh-488").items


def between() -> dict[tuple[str, str], Pair]:
    pairs = propose(plan(), decision(), term=(2022, 2025), others_term=(2022, 2022))
    return {(pair.left_ref, pair.right_ref): pair for pair in pairs}


def test_the_pairs_of_plan_and_decision_are_found_and_no_other() -> None:
    wanted = {(pair["plan_232"], pair["decision_488"]) for pair in truth("pairs")["pairs"]}
    either = {(pair["plan_232"], ref) for pair in truth("pairs")["either"] for ref in pair["decision_488"]}
    got = {pair for pair in between() if pair[0].startswith("VIII/") and pair[1].startswith("1/")}
    assert wanted <= got <= wanted | either


def test_pairs_say_what_is_the_same_and_what_is_not() -> None:
    got = between()
    for wanted in truth("pairs")["pairs"]:
        pair = got[wanted["plan_232"], wanted["decision_488"]]
        assert pair.same_words == wanted["same_words"]
        assert pair.same_threshold == wanted["same_threshold"]
        assert pair.same_time == wanted["same_time"]


def test_only_the_last_section_of_the_plan_shares_tasks_with_the_decision() -> None:
    assert {left.partition("/")[0] for left, _ in between()} == {"VIII"}


def test_the_eighteen_recurring_tasks_of_the_decision_are_grouped() -> None:
    wanted = {frozenset(task["same"] + task["near"]) for task in truth("quyet-dinh-488")["recurring"]}
    assert {frozenset(group) for group in sisters(decision())} == wanted


def test_the_plan_repeats_no_task_in_itself() -> None:
    assert sisters(plan()) == ()
    assert propose(plan()) == ()


def test_each_recurring_task_is_paired_with_the_first_of_its_sisters() -> None:
    pairs = propose(decision())
    assert len(pairs) == sum(len(group) - 1 for group in sisters(decision()))
    assert {pair.left_ref for pair in pairs} == {group[0] for group in sisters(decision())}


def test_two_directives_are_compared_in_a_moment() -> None:
    left, right = plan(), decision()
    began = time.perf_counter()
    propose(left, right)
    assert time.perf_counter() - began < 0.3


@pytest.mark.parametrize(
    ("left", "right", "likeness"),
    [
        (SIGNED, SIGNED, 100),
        (SIGNED, f"{SIGNED}.", 100),
        (SIGNED, SIGNED.upper(), 100),
        (f"{SIGNED} (tính từ khi được cấp)", SIGNED, 100),
        ("Xây dựng CSDL về TTHC của tỉnh", "Xây dựng cơ sở dữ liệu về thủ tục hành chính của tỉnh", 100),
        ("Tỷ lệ mua sắm tài sản công năm 2022 được cập nhật", "Tỷ lệ mua sắm tài sản công năm 2023 được cập nhật", 90),
        (
            "Tỷ lệ trả lời kiến nghị thuộc trách nhiệm của cơ quan",
            "Tỷ lệ trả lời kiến nghị thuộc trách nhiệm của địa phương",
            86,
        ),
    ],
    ids=["equal", "a stop", "capitals", "parentheses", "abbreviations", "another year", "another body"],
)
def test_tasks_that_say_the_same_are_paired(left: str, right: str, likeness: int) -> None:
    (pair,) = propose([item("1/1", left)], [item("2/1", right)])
    assert pair.likeness == pytest.approx(likeness, abs=6)
    assert pair.same_words == (left == right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Tỉ lệ người dân dùng Mobile banking", "Tỉ lệ người dân dùng Internet banking"),
        (
            "Xây dựng Kế hoạch điều tra lấy ý kiến người dân về chính sách",
            "Triển khai Kế hoạch điều tra lấy ý kiến người dân về chính sách",
        ),
        (TRAINED, "Tỷ lệ cán bộ của cơ quan được tập huấn kỹ năng số cơ bản"),
        ("(tính từ khi được cấp)", "(tính từ khi được cấp)"),
        (SIGNED, "Xây dựng nhà văn hóa"),
    ],
    ids=["another thing", "another act", "much added", "nothing told", "nothing shared"],
)
def test_tasks_that_say_something_else_are_not_paired(left: str, right: str) -> None:
    assert propose([item("1/1", left)], [item("2/1", right)]) == ()


def test_the_name_of_the_agency_itself_is_no_difference() -> None:
    left = item(
        "1/1", "Tỷ lệ kiến nghị thuộc trách nhiệm của Hạt Kiểm lâm được trả lời đúng hạn", leads=("Hạt Kiểm lâm",)
    )
    right = item("2/1", "Tỷ lệ kiến nghị thuộc trách nhiệm của cơ quan được trả lời đúng hạn")
    assert len(propose([left], [right])) == 1


def test_a_repaired_text_is_compared_instead_of_the_damaged_one() -> None:
    left = item("1/1", "Đổi mượn bảo trợ xã hội", text_suggested="Đối tượng bảo trợ xã hội")
    assert len(propose([left], [item("2/1", "Đối tượng bảo trợ xã hội")])) == 1


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (">95%", "> 95%", True),
        (">95%", "≥95%", False),
        ("Mức 4 ≥ 30%", "Mức 4 ≥ 80%", False),
        ("", "", True),
        ("Xếp hạng A", "Xếp hạng B", False),
    ],
)
def test_thresholds_are_compared_by_sign_figure_and_level(left: str, right: str, same: bool) -> None:
    (pair,) = propose([item("1/1", SIGNED, ask=left)], [item("2/1", SIGNED, ask=right)])
    assert pair.same_threshold == same
    assert ("cùng chỉ tiêu" in pair.why) == same


def test_a_range_is_a_threshold() -> None:
    assert thresholds(item(ask="20% - 50%")) == ("between20–50 %",)
    assert parse("20% - 50%")[0].low is not None


@pytest.mark.parametrize(
    ("time", "ask", "term", "wanted"),
    [
        ("2023", "", (2022, 2025), (2023, 2023)),
        ("2023-2024", "", (2022, 2025), (2023, 2024)),
        ("Từ năm 2023", "", (2022, 2025), (2023, 2025)),
        ("Từ năm 2023", "", None, (2023, 2023)),
        ("Từ năm 2030", "", (2022, 2025), (2030, 2030)),
        ("Hàng năm", "", (2022, 2025), (2022, 2025)),
        ("Hàng năm, đến năm 2024", "", (2022, 2025), (2022, 2024)),
        ("Hàng năm, đến năm 2024", "", None, (2024, 2024)),
        ("Thường xuyên", "", None, None),
        ("≥1 lần/năm", "", (2022, 2025), (2022, 2025)),
        ("", "Hoàn thành năm 2024", (2022, 2025), (2024, 2024)),
        ("", ">95%", (2022, 2025), (2022, 2025)),
        ("", "", None, None),
    ],
)
def test_the_years_of_a_task_come_from_its_time_its_target_or_the_term(
    time: str, ask: str, term: tuple[int, int] | None, wanted: tuple[int, int] | None
) -> None:
    assert years(item(time=time, ask=ask), term) == wanted


@given(st.permutations([SIGNED, SIGNED, TRAINED, f"{SIGNED}.", TRAINED.upper(), "Xây dựng kế hoạch", "", ""]))
def test_groups_do_not_depend_on_the_order_of_the_items(texts: list[str]) -> None:
    items = [item(f"{number}/1", text) for number, text in enumerate(texts)]
    grouped = {frozenset(texts[int(ref.partition("/")[0])] for ref in group) for group in sisters(items)}
    assert grouped == {frozenset({SIGNED, f"{SIGNED}."}), frozenset({TRAINED, TRAINED.upper()})}


@given(st.text(max_size=60), st.text(max_size=60))
def test_pairing_is_the_same_from_both_sides(left: str, right: str) -> None:
    one = propose([item("1/1", left)], [item("2/1", right)])
    other = propose([item("2/1", right)], [item("1/1", left)])
    assert [pair.likeness for pair in one] == [pair.likeness for pair in other]
