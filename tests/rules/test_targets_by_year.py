"""Objectives that grow by the year: Kế hoạch 232/KH-UBND, III.5, and others."""

from decimal import Decimal

import pytest

from dondoc.rules import targets
from dondoc.rules.targets import Comparator, Trajectory

_FIRST = (
    "hồ sơ được luân chuyển bằng phương thức điện tử năm 2022 đạt tối thiểu 60%, mỗi năm tiếp theo tăng 10%, "
    "đạt tỷ lệ tối thiểu 90% vào năm 2025."
)
_SECOND = (
    "100% thủ tục hành chính có thể thanh toán trực tuyến, trong số đó, tỷ lệ giao dịch thanh toán trực tuyến trên "
    "tổng số giao dịch đã thực hiện đạt từ 20% trở lên trong năm 2022, mỗi năm tiếp theo tăng 5%, đạt tỷ lệ tối thiểu "
    "40% vào năm 2025."
)
_THIRD = (
    "Tỷ lệ hồ sơ giải quyết trực tuyến mức độ 3 và 4 trên tổng số hồ sơ đạt tối thiểu 30% năm 2022, mỗi năm tiếp theo "
    "tăng ít nhất 5%, đạt tỷ lệ tối thiểu 50% vào năm 2025."
)


def course(sentence: str) -> Trajectory:
    found = targets.course_by_year(sentence)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sentence", "path", "step", "reached", "adds_up", "satisfiable"),
    [
        (_FIRST, [60, 70, 80, 90], 10, 90, True, True),
        (_SECOND, [20, 25, 30, 40], 5, 35, False, False),
        (_THIRD, [30, 35, 40, 50], 5, 45, False, True),
    ],
    ids=["60 and 10 a year", "20 and 5 a year", "30 and at least 5 a year"],
)
def test_the_courses_of_plan_232_are_read_year_by_year(
    sentence: str, path: list[int], step: int, reached: int, adds_up: bool, satisfiable: bool
) -> None:
    found = course(sentence)
    assert [(year, int(value)) for year, value in found.path] == list(zip(range(2022, 2026), path, strict=True))
    assert (found.step, found.reached) == (Decimal(step), Decimal(reached))
    assert (found.adds_up, found.satisfiable) == (adds_up, satisfiable)
    assert [(one.year, one.comparator) for one in found.stated] == [
        (2022, Comparator.AT_LEAST),
        (2025, Comparator.AT_LEAST),
    ]


def test_only_at_least_leaves_room() -> None:
    assert course(_THIRD).step_at_least
    assert not course(_FIRST).step_at_least


def test_the_years_between_take_the_words_of_the_step() -> None:
    assert [target.text for target in course(_FIRST).targets] == [
        "năm 2022 đạt tối thiểu 60%",
        "mỗi năm tiếp theo tăng 10%",
        "mỗi năm tiếp theo tăng 10%",
        "đạt tỷ lệ tối thiểu 90% vào năm 2025",
    ]


def test_without_a_step_only_the_stated_years_are_known() -> None:
    found = course("Năm 2023 đạt 60%, năm 2025 đạt 80%")
    assert (found.step, found.reached) == (None, None)
    assert [(year, int(value)) for year, value in found.path] == [(2023, 60), (2025, 80)]
    assert found.adds_up


def test_a_fall_steps_downwards() -> None:
    found = course("Tỷ lệ hộ nghèo năm 2022 là 5%, giảm 1%/năm, đến năm 2025 còn 2%")
    assert (found.step, found.reached, found.adds_up) == (Decimal(-1), Decimal(2), True)


@pytest.mark.parametrize(
    "sentence",
    [
        "Đạt 60% năm 2022",
        "Đạt 60%, tăng 5%/năm",
        "Năm 2025 đạt 80%, năm 2023 đạt 60%",
        "Năm 2022: 5 xã; năm 2025: 10 xã",
        "",
        "Đạt 60%. Năm 2025",
        "Cấp tỉnh 60%, cấp huyện 50% từ năm 2022-2025 và năm 2024",
    ],
)
def test_figures_for_fewer_than_two_years_are_no_course(sentence: str) -> None:
    assert targets.course_by_year(sentence) is None
