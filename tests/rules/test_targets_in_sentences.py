"""Figures inside sentences: what the table of sentences does not show."""

import pytest

from dondoc.rules import targets
from dondoc.rules.targets import Comparator


def test_what_stands_under_a_year_before_the_term_is_a_result() -> None:
    sentence = "Năm 2021: Đạt 4,72/10 điểm, xếp thứ 31/60. Mục tiêu: Năm 2022, trong tốp 20/63"
    found = targets.find(sentence, term=(2022, 2025))
    assert [(one.target.comparator, one.target.value) for one in found] == [(Comparator.TOP, 20)]
    assert len(targets.find(sentence)) == 3


def test_a_past_year_of_another_sentence_says_nothing_of_this_one() -> None:
    (found,) = targets.find("Tiếp nối kết quả của năm 2021. Tỷ lệ hồ sơ số hóa đạt 80%", term=(2022, 2022))
    assert found.target.value == 80


def test_the_year_of_a_one_year_directive_stands_in_for_deadlines() -> None:
    (found,) = targets.find("Tối thiểu 80% hồ sơ được số hóa trước 30/6", term=(2022, 2022))
    assert found.target.by == "30/6"


def test_the_step_of_a_course_is_no_target_of_its_own() -> None:
    found = targets.find("Tỷ lệ hồ sơ trực tuyến năm 2022 đạt 30%, mỗi năm tiếp theo tăng 5%, đạt 50% vào năm 2025")
    assert [(str(one.target.value), one.target.by) for one in found] == [("30", "2022"), ("50", "2025")]


def test_a_further_figure_of_the_sentence_is_of_the_same_thing() -> None:
    found = targets.find("Tỷ lệ hồ sơ trực tuyến đạt 30% năm 2022, đạt 50% năm 2025")
    assert [one.target.subject for one in found] == ["Tỷ lệ hồ sơ trực tuyến"] * 2


def test_a_further_sentence_does_not_take_over_the_subject() -> None:
    found = targets.find("Tỷ lệ hồ sơ trực tuyến đạt 30%. Đạt 50%.")
    assert [one.target.subject for one in found] == ["Tỷ lệ hồ sơ trực tuyến", None]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("Tỷ lệ khám phá án (các loại) (đạt trên 75%)", "Tỷ lệ khám phá án"),
        ("(đạt trên 75%)", None),
        ("Phấn đấu 80% thôn có nhà văn hóa nhằm nâng cao đời sống", "thôn có nhà văn hóa"),
        ("Tăng cường tuyên truyền, tỷ lệ người dân hài lòng đạt 90%", "tỷ lệ người dân hài lòng"),
        ("Rà soát, cắt giảm chi phí tuân thủ ít nhất 15%", "cắt giảm chi phí tuân thủ"),
    ],
)
def test_the_subject_is_cut_down_to_its_clause(sentence: str, subject: str | None) -> None:
    (found,) = targets.find(sentence)
    assert found.target.subject == subject


@pytest.mark.parametrize(
    "sentence",
    [
        "Tỷ lệ thuê bao ước đạt gần 40%",
        "số trạm bằng xấp xỉ 57% số trạm 4G",
        "mức phạt không quá 5% giá trị hợp đồng, phạt tối đa 8%",
        "Báo cáo Quý I, 6 tháng, 9 tháng và hằng năm",
        "Cột 8=10+16 và cột 9 = 4",
        "nhóm 15 tỉnh; các đơn vị dẫn đầu",
        "nhóm 15 tỉnh có các khu công nghiệp tập trung, đô thị lớn và nhiều cảng biển nước sâu được đầu tư",
        "tính đến nay đã có 50% số xã",
    ],
)
def test_what_only_describes_is_left_alone(sentence: str) -> None:
    assert targets.find(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("Số cuộc họp ≥ 4 cuộc", "≥ 4 cuộc"),
        ("Phấn đấu 10 xã đạt chuẩn", "Phấn đấu 10 xã đạt chuẩn"),
        ("Số lượt truy cập đạt 500 lượt", "đạt 500 lượt"),
        ("Cập nhật 12 tin, bài/tháng", "12 tin, bài/tháng"),
        ("Họp giao ban 6 tháng/lần", "6 tháng/lần"),
        ("xếp thứ 20/63", "xếp thứ 20/63"),
        ("trong 10 tỉnh, thành phố dẫn đầu", "10 tỉnh"),
        ("Doanh nghiệp có ít nhất 30% vốn đối ứng", "có ít nhất 30%"),
    ],
)
def test_a_count_to_reach_is_found_with_its_words(sentence: str, text: str) -> None:
    (found,) = targets.find(sentence)
    assert found.target.text == text


@pytest.mark.parametrize(
    "cell",
    [
        "≥1 lần/năm", "100%", ">240 tin, bài/năm", "Xếp hạng A", "Mức 4 ≥ 80%", ">95%", "Tốp 10", "2 lần/năm", "Tốt",
        "A", ">100.000 lượt sử dụng các dịch vụ khác nhau", "Hoàn thành 100%", "Giảm 5%", "20% - 50%", "Mức 4 ≥\n80%",
        "Cập nhật tối thiểu 1 lần/quý", "6 tháng/lần", "Tối thiểu 2 danh mục", "Tăng 2 bậc",
    ],
)  # fmt: skip
def test_a_cell_that_is_a_target_is_told_at_sight(cell: str) -> None:
    assert targets.is_target_form(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "", "Hàng năm", "2022-2023", "2022", "Năm 2022", "Kế hoạch/ Báo cáo", "Từ năm 2022", "Từ tháng 6/2022",
        "Báo cáo", "01 báo cáo", "02 Kế hoạch", "Thường xuyên", "Quý II/2023", "12/2025", "Quyết định UBND tỉnh",
        "UBND cấp xã", "Theo kỳ quy hoạch, kế hoạch sử dụng đất", "Ban hành kế hoạch năm 2022", "Hoàn thành năm 2022",
        "2 - 3 báo cáo", "Nghị định số 13/2018/NĐ-CP", "Phiên họp thứ 5", "Văn bản trả lời/ Phiếu hướng dẫn/ Báo cáo",
        "x" * 130 + " 5%",
        "Báo cáo kết quả thực hiện 100% văn bản quy phạm pháp luật", "Hoàn thành tiêu chí 5",
        "Tuyên truyền trên hệ thống loa truyền thanh của xã, thôn",
    ],
)  # fmt: skip
def test_a_cell_that_is_a_time_or_a_product_is_no_target(cell: str) -> None:
    assert not targets.is_target_form(cell)


def test_a_figure_behind_a_yearly_step_is_read_beside_it() -> None:
    found = targets.find("Tối thiểu 20% năm 2022, mỗi năm tăng 5% đến năm 2025 đạt tối thiểu 35% hồ sơ")

    assert [(one.target.value, one.target.by) for one in found][-1] == (35, "2025")
    assert found[0].target.value == 20
