"""Broken tables that say too little: without a heading, or with lines that run across the cells."""

import pytest

from dondoc.papers.reading.broken import reader
from dondoc.papers.reading.plaintext import read_plain

TASKS = (
    "Tuần tra, xử lý vi phạm nồng độ cồn, quá tải, \nquá khổ và cơi nới thành thùng xe",
    "Kiểm soát tải trọng phương tiện ngay từ đầu \nmỏ, bến cảng, kho bãi",
    "Lắp đặt camera giám sát giao thông tại các nút \ngiao trọng điểm",
    "Rào kín lối đi tự mở qua đường sắt, xây dựng \nđường gom dân sinh",
    "Triển khai học bạ số đối với cấp tiểu học và \ntrung học cơ sở",
    "Tổ chức dạy bơi an toàn, phòng chống đuối nước \ncho học sinh dịp hè",
)
LEADS = ("Sở Xây dựng", "Công an \ntỉnh", "Sở Giáo dục \nvà Đào tạo", "Sở Tài chính", "Sở Y tế", "Sở Nội vụ")
TIMES = ("Quý \nII/2024", "Hằng năm", "Thường \nxuyên", "Năm 2025", "Tháng \n9/2024", "Hằng năm")
PRODUCTS = ("Kế hoạch", "Báo cáo", "Quyết định của \nUBND tỉnh", "Kế hoạch", "Báo cáo", "Quyết định của \nUBND tỉnh")
BODY = "KẾ HOẠCH\nVề giao thông\n\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n\n"
WITH = "Các sở, ban, \nngành"


def table(*columns: tuple[str, ...]) -> str:
    rows = [
        f"{number} \n" + "".join(f"{cell} \n" for cell in cells)
        for number, cells in enumerate(zip(*columns, strict=True), 1)
    ]
    return "I \nTrật tự, an toàn giao thông \n" + "".join(rows)


@pytest.mark.parametrize(
    ("columns", "roles"),
    [
        ((TASKS, LEADS, (WITH,) * 6, TIMES, PRODUCTS), ["text", "lead", "cooperating", "time", "product"]),
        ((TASKS, LEADS, (WITH,) * 6, PRODUCTS, TIMES), ["text", "lead", "cooperating", "product", "time"]),
        ((LEADS, TASKS, TIMES, PRODUCTS), ["lead", "text", "time", "product"]),
    ],
)
def test_a_table_without_heading_is_read_by_what_its_cells_hold(columns, roles):
    found = read_plain(BODY + table(*columns))

    assert found.layout == "broken"
    assert [row.ordinal for row in found.rows] == ["1", "2", "3", "4", "5", "6"]
    assert [section.title for section in found.sections] == ["Trật tự, an toàn giao thông"]
    for number, row in enumerate(found.rows):
        cells = [column[number].replace(" \n", " ") for column in columns]
        assert {role.value: cell.text for role, cell in row.cells.items()} == dict(zip(roles, cells, strict=True))


def test_every_cell_of_a_table_without_heading_is_doubted():
    found = read_plain(BODY + table(TASKS, LEADS, (WITH,) * 6, TIMES, PRODUCTS))

    assert all(row.margins and set(row.margins.values()) == {0.0} for row in found.rows)


@pytest.mark.parametrize(
    "text",
    [
        table(TASKS, LEADS, TIMES, PRODUCTS),  # in no appendix
        BODY + "I \nGiao thông \n1 \nRà soát \n2 \nLập danh mục \n3 \nBáo cáo \n",  # one cell a row
        BODY
        + "I \nGiao thông \n"
        + "".join(f"{n} \n" + "Tuần tra, xử lý vi phạm nồng độ cồn ở mọi nơi \n" * 6 for n in range(1, 5)),
        BODY + table(TASKS, LEADS, TIMES, PRODUCTS).replace("Sở Y tế", "Sở   Y tế"),
        BODY + "I \nGiao thông \n1 \n" + "Sở Y tế \n" * 30,  # one row
    ],
)
def test_what_has_not_the_shape_of_a_broken_table_is_prose(text):
    assert read_plain(text).layout != "broken"


def test_where_lines_run_across_the_cells_every_row_is_doubted():
    head = "TT Nhiệm vụ Cơ quan Cơ quan Thời Sản phẩm \nchủ trì phối hợp gian \n"
    rows = "".join(
        f"{number} {task[0]} {lead[0]} Các sở, {time[0]} {product[0]} \n{task[1]} {lead[1]} ban, ngành {time[1]} {product[1]} \n"
        for number, (task, lead, time, product) in enumerate(
            (
                [(*cell.split(" \n"), "")[:2] for cell in cells]
                for cells in zip(TASKS, LEADS, TIMES, PRODUCTS, strict=True)
            ),
            1,
        )
    )

    found = read_plain(head + rows)

    assert len(found.rows) == 6
    assert all(row.margins and set(row.margins.values()) == {0.0} for row in found.rows)


def test_a_table_whose_rows_cost_more_than_is_usual_is_doubted_all_over(monkeypatch):
    head = "TT \nNhiệm vụ \nCơ quan \nchủ trì \nThời gian \nSản phẩm \n"
    usual = read_plain(head + table(TASKS, LEADS, TIMES, PRODUCTS)).rows
    monkeypatch.setattr(reader, "MOST_USUAL", -100.0)

    strange = read_plain(head + table(TASKS, LEADS, TIMES, PRODUCTS)).rows

    assert [row.cells for row in strange] == [row.cells for row in usual]
    assert any(margin for row in usual for margin in row.margins.values())
    assert {margin for row in strange for margin in row.margins.values()} == {0.0}
