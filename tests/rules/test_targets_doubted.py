"""What a reading of a target leaves open, each with its reason."""

import pytest

from dondoc.rules import targets


def doubts(phrase: str, *, term: tuple[int, int] | None = None) -> tuple[str, ...]:
    return targets.doubts(phrase, targets.parse(phrase, term=term), term=term)


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("hoàn thành trong quý III", "“trong quý III” không nêu năm. Ghi rõ năm."),
        ("≥ 80% trở xuống", "“≥ 80% trở xuống” có hai phép so sánh trái nhau. Ghi rõ ít nhất hay nhiều nhất."),
        ("> 5 - 7%", "“> 5 - 7%” vừa là khoảng vừa có dấu so sánh. Ghi rõ từ bao nhiêu đến bao nhiêu."),
        ("-5%", "Dấu “-” trước con số được hiểu là giảm. Nếu là gạch đầu dòng thì bỏ dấu."),
        ("ít nhất 2/3 số hộ", "“2/3” được làm tròn thành số phần trăm. Kiểm tra cách tính."),
        ("5 năm/lần", "Chưa hiểu “5 năm/lần” trong “5 năm/lần”. Kiểm tra chỉ tiêu."),
        ("Trước 30/6/2022 đạt 5% vào năm 2023", "Chưa rõ mốc thời gian “vào năm 2023” là của chỉ tiêu nào."),
        ("40% ≤ x ≥ 60%", "Chưa hiểu “≤” trong “40% ≤ x ≥ 60%”. Kiểm tra chỉ tiêu."),
        ("40% = x < 60%", "Chưa hiểu “=” trong “40% = x < 60%”. Kiểm tra chỉ tiêu."),
    ],
)
def test_what_is_left_open_is_said_in_a_sentence(phrase: str, reason: str) -> None:
    assert any(each.startswith(reason) for each in doubts(phrase)), doubts(phrase)


def test_a_year_the_document_governs_settles_a_quarter_without_year() -> None:
    assert doubts("hoàn thành trong quý III", term=(2022, 2022)) == ()
    assert doubts("hoàn thành trong quý III", term=(2022, 2025)) != ()


@pytest.mark.parametrize(
    "phrase",
    [
        ">95%", "60% năm 2022 và 80% năm 2025", "Tối thiểu 60% năm 2022, mỗi năm tiếp theo tăng 10%, năm 2025 đạt 90%",
        "2 - 3 triệu lượt khách", "xếp thứ từ 10 đến 15", "+5%", "≥ -2%", "8/9 huyện", "≥ 500 m²", "",
    ],
)  # fmt: skip
def test_a_phrase_that_leaves_nothing_open_is_not_doubted(phrase: str) -> None:
    assert doubts(phrase) == ()
