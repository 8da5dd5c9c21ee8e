"""A typed target in words, as screens show it."""

import pytest

from dondoc.rules import targets


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        (">95%", "trên 95%"),
        ("$\\geq 30\\%$", "tối thiểu 30%"),
        ("100%", "100%"),
        ("= 100%", "đúng 100%"),
        ("< 5%", "dưới 5%"),
        ("<= 5%", "tối đa 5%"),
        ("Mức 4 ≥ 80%", "Mức 4 tối thiểu 80%"),
        (">240 tin, bài/năm", "trên 240 tin, bài/năm"),
        (">100.000 trang", "trên 100.000 trang"),
        ("20% - 50%", "từ 20% đến 50%"),
        ("16 - 18 km", "từ 16 đến 18 km"),
        ("Giảm 5%/năm", "giảm 5%/năm"),
        ("Giảm từ 1 đến 1,5%/năm", "giảm từ 1% đến 1,5%/năm"),
        ("tăng ít nhất 01 bậc so với năm 2024", "tăng tối thiểu 1 bậc so với năm 2024"),
        ("Cắt giảm chi phí tối thiểu 20% so với quy định", "Cắt giảm chi phí tối thiểu 20% so với quy định"),
        ("trong tốp 05/63 tỉnh, thành phố", "tốp 5/63"),
        ("Xếp hạng A", "xếp hạng A"),
        ("Đạt loại tốt", "xếp loại Tốt"),
        ("Đạt cấp độ 3", "đạt cấp độ 3"),
        ("hoàn thành tốt nhiệm vụ", "Hoàn thành tốt nhiệm vụ"),
        ("Hoàn thành năm 2022", "hoàn thành đến năm 2022"),
        ("Hoàn thành 30% dữ liệu trong năm 2022", "hoàn thành 30% dữ liệu đến năm 2022"),
        ("Ban hành trong quý II/2022", "hoàn thành trong quý II/2022"),
        ("Bắt đầu từ tháng 6/2022", "bắt đầu từ tháng 6/2022"),
        ("Bắt đầu từ quý II", "Bắt đầu từ quý II"),
        ("Xong trước 31/12/2024", "hoàn thành đến ngày 31/12/2024"),
        ("Cấp tỉnh: 100%", "Cấp tỉnh: 100%"),
        ("Thường xuyên", "Thường xuyên"),
        ("≥ 15/19 tiêu chí", "tối thiểu 15/19 tiêu chí"),
        ("≥ 15/19 tiêu chí đạt chuẩn", "tối thiểu 15/19 tiêu chí đạt chuẩn"),
    ],
)
def test_a_target_is_said_in_a_short_phrase(phrase: str, said: str) -> None:
    (target,) = targets.parse(phrase)
    assert targets.say(target) == said


def test_a_unit_of_its_own_stands_in_brackets() -> None:
    (target,) = targets.parse("≥ 3", unit="% tổng chi NSNN")
    assert targets.say(target) == "tối thiểu 3 (% tổng chi NSNN)"


def test_free_words_that_would_read_as_figures_are_put_in_angle_quotes() -> None:
    (target,) = targets.parse("‹trên 5 hồ sơ; 10%›: ≥ 80%")
    assert target.subject == "trên 5 hồ sơ; 10%"
    assert targets.say(target) == "‹trên 5 hồ sơ; 10%›: tối thiểu 80%"


def test_the_quoted_subject_of_a_place_is_kept_whole() -> None:
    (target,) = targets.parse("‹các xã thuộc nhóm›: tốp 10")
    assert target.subject == "các xã thuộc nhóm"


def test_no_deadline_says_nothing() -> None:
    assert targets.say_due(None) == ""
