"""What columns mean, by their headings and by what stands in them."""

import pytest

from dondoc.papers.reading.columns import heading_role, is_column_numbers, roles_of_content, roles_of_heading
from dondoc.papers.reading.forms import Role

R = Role


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("STT", R.ORDINAL),
        ("Số TT", R.ORDINAL),
        ("TT.", R.ORDINAL),
        ("Nội dung nhiệm vụ", R.TEXT),
        ("Nhiệm vụ cụ thể", R.TEXT),
        ("Tên nhiệm vụ", R.TEXT),
        ("Cơ quan chủ trì", R.LEAD),
        ("_Cơ quan . chủ trì", R.LEAD),
        ("Sở, ngành chủ trì tham mưu", R.LEAD),
        ("Đơn vị thực hiện", R.LEAD),
        ("Đơn vị phối hợp thực hiện", R.COOPERATING),
        ("Cơ quan tham gia thẩm tra", R.COOPERATING),
        ("Thời gian hoàn thành", R.TIME),
        ("Tiến độ", R.TIME),
        ("Hoàn thành", R.TIME),
        ("Sản phẩm hoàn thành", R.PRODUCT),
        ("Sản phẩm/ Kết quả/ Ghi chú", R.PRODUCT),
        ("Kết quả", R.PRODUCT),
        ("Chỉ tiêu", R.TARGET),
        ("Đơn vị tính", R.UNIT),
        ("Đơn vị", R.UNIT),
        ("Ghi chú", R.OTHER),
        ("Màu sắc", None),
        ("", None),
        ("x" * 95, None),
    ],
)
def test_a_heading_names_its_role(heading, role):
    assert heading_role(heading) is role


@pytest.mark.parametrize(
    ("cells", "roles"),
    [
        (("STT", "Nội dung nhiệm vụ", "Chỉ tiêu"), (R.ORDINAL, R.TEXT, R.TARGET)),
        (("TT", "Sản phẩm", "Nhiệm vụ", "Thời hạn"), (R.ORDINAL, R.PRODUCT, R.TEXT, R.TIME)),
        (("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"), (R.ORDINAL, R.TEXT, R.UNIT, R.TARGET)),
        (("TT", "Nội dung", "Đơn vị", "Thời gian"), (R.ORDINAL, R.TEXT, R.LEAD, R.TIME)),
        (("TT", "Mã", "Chủ trì", "Thời hạn"), (R.ORDINAL, R.TEXT, R.LEAD, R.TIME)),
        (("TT", "Sản phẩm", "Chủ trì", "Thời hạn"), (R.ORDINAL, R.TEXT, R.LEAD, R.TIME)),
        (("Nhiệm vụ", "Chủ trì", "Chủ trì thẩm tra", "Thời hạn"), (R.TEXT, R.LEAD, R.COOPERATING, R.TIME)),
        (("TT", "Nhiệm vụ", "Chủ trì", "Cơ quan thực hiện", "Tiến độ"), (R.ORDINAL, R.TEXT, R.LEAD, R.OTHER, R.TIME)),
    ],
    ids=lambda value: " | ".join(value),
)
def test_roles_are_settled_together_with_exactly_one_text_column(cells, roles):
    assert roles_of_heading(cells) == roles


@pytest.mark.parametrize(
    "cells",
    [
        ("Nội dung",),
        ("1", "Xây dựng chuyên mục", "100%"),
        ("Nhiệm vụ", "Chủ trì"),
        ("TT", "STT"),
        ("TT", "Chủ trì", "Thời hạn"),
        ("TT", "Nhiệm vụ " * 12, "Chủ trì"),
        ("TT", "màu", "mùi", "vị", "Nhiệm vụ"),
    ],
    ids=lambda cells: " | ".join(cells)[:40],
)
def test_other_rows_are_no_heading(cells):
    assert roles_of_heading(cells) is None


@pytest.mark.parametrize(
    ("cells", "numbers"),
    [
        (("(1)", "(2)", "(3)"), True),
        (("A", "B", "1"), True),
        (("1", "", "3"), False),
        (("1", "2"), False),
        (("1", "Việc", "3"), False),
    ],
)
def test_a_row_that_numbers_the_columns_is_known(cells, numbers):
    assert is_column_numbers(cells) is numbers


ROWS = [
    ("1", "Sở Nội vụ", "Rà soát, đơn giản hóa thủ tục hành chính trên địa bàn tỉnh", "100%", "Hằng năm", "Báo cáo"),
    ("2", "Sở Y tế", "Tổ chức tập huấn cho cán bộ y tế cơ sở về hồ sơ sức khỏe", ">95%", "Quý II/2023", "Kế hoạch"),
    ("3", "Sở Tài chính", "Công khai thu, chi ngân sách cấp xã theo quy định", "≥ 4 lần/năm", "2023-2025", "Công văn"),
]


def test_without_a_heading_the_content_tells():
    assert roles_of_content(ROWS) == (R.ORDINAL, R.LEAD, R.TEXT, R.TARGET, R.TIME, R.PRODUCT)


def test_a_second_agency_column_is_the_cooperating_one():
    rows = [(n, lead, text, "Sở Tư pháp") for n, lead, text, *_ in ROWS]

    assert roles_of_content(rows) == (R.ORDINAL, R.LEAD, R.TEXT, R.COOPERATING)


def test_a_column_that_repeats_a_role_or_stays_empty_is_other():
    rows = [(n, text, "Sở Y tế", "Sở Y tế", "Sở Tư pháp", "") for n, _, text, *_ in ROWS]

    assert roles_of_content(rows) == (R.ORDINAL, R.TEXT, R.LEAD, R.COOPERATING, R.OTHER, R.OTHER)


def test_no_text_column_gives_nothing():
    assert roles_of_content([]) is None
    assert roles_of_content([("1", "100%"), ("2", ">95%")]) is None
