"""Proven slips of scans and drafters."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import repairs
from rules.making import words


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("một cửa điện tử, Công Dịch vụ công của tỉnh", "một cửa điện tử, Cổng Dịch vụ công của tỉnh"),
        ("trên công dịch vụ công quốc gia", "trên cổng dịch vụ công quốc gia"),
        ("lên Công thông tin điện tử", "lên Cổng thông tin điện tử"),
        ("Công Thông tin - Giao tiếp điện tử", "Cổng Thông tin - Giao tiếp điện tử"),
        ("Đổi tượng bảo trợ và đổi tượng khác", "Đối tượng bảo trợ và đối tượng khác"),
        ("lộ trình của Bộ LD-TB&XH", "lộ trình của Bộ LĐ-TB&XH"),
        ("Noi nhận:", "Nơi nhận:"),
    ],
)
def test_what_a_scan_damaged_is_repaired(text: str, right: str) -> None:
    assert repairs.suggested(text) == right


@pytest.mark.parametrize(
    "text",
    [
        "Cổng Dịch vụ công của tỉnh",
        "Công chức tiếp nhận dịch vụ công",
        "đổi mới phương thức, tượng đài",
        "Sở Công Thương",
        "thành công dịch vụ",
        "",
    ],
)
def test_sound_words_are_left_alone(text: str) -> None:
    assert repairs.find(text) == ()
    assert repairs.suggested(text) is None


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("vướng mắc trong quá thực hiện các chỉ tiêu", "trong quá thực hiện", "trong quá trình thực hiện"),
        ("kết nối vào mạng truyền số dữ liệu", "mạng truyền số dữ liệu", "mạng truyền số liệu"),
        ("hệ thống hội truyền hình nghị trực tuyến", "hội truyền hình nghị", "hội nghị truyền hình"),
        ("trên Cơ sở quốc gia về pháp luật", "Cơ sở quốc gia về pháp luật", "Cơ sở dữ liệu quốc gia về pháp luật"),
        ("nhằm công khai, minh khai", "công khai, minh khai", "công khai, minh bạch"),
        ("cấp xã theo theo Thông tư", "theo theo", "theo"),
        ("trong trong Quy hoạch", "trong trong", "trong"),
        ("chỉ số PAPI tỉnh của Vĩnh Phúc", "PAPI tỉnh của", "PAPI của tỉnh"),
    ],
)
def test_slips_of_the_drafter_are_remarked_but_not_repaired(text: str, wrong: str, right: str) -> None:
    (slip,) = repairs.find(text)
    assert (slip.wrong, slip.right, slip.scan) == (wrong, right, False)
    assert text[slip.start : slip.end] == wrong
    assert repairs.suggested(text) is None


def test_words_doubled_on_purpose_are_no_slip() -> None:
    assert repairs.find("dần dần, ngày ngày, nhà nhà thi đua") == ()


def test_of_two_slips_that_overlap_the_first_is_taken() -> None:
    assert [slip.wrong for slip in repairs.find("vướng mắc trong trong quá thực hiện")] == ["trong trong"]


def test_the_scanned_decision_has_no_other_slip() -> None:
    found = [slip.wrong for slip in repairs.find(words("quyet-dinh-488"))]
    wanted = {
        "Noi nhận": 1,
        "Công Dịch vụ công": 2,
        "Đổi tượng": 2,
        "đổi tượng": 1,
        "Bộ LD-TB": 1,
        "trong quá thực hiện": 1,
    }
    assert Counter(found) == wanted


@given(st.text(max_size=80))
def test_a_repaired_text_needs_no_further_repair(text: str) -> None:
    repaired = repairs.suggested(text)
    assert repaired is None or repairs.suggested(repaired) is None
