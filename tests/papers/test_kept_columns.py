"""Tables whose columns stand in the text: tabs, pipes, spaces; groups, continuations, repeated headings."""

import pytest

from dondoc.papers.reading.forms import Role
from dondoc.papers.reading.plaintext import read_plain
from dondoc.papers.reading.reader import read_text

HEAD = "STT\tNội dung nhiệm vụ\tCơ quan chủ trì\tThời hạn"


def rows(text: str) -> list[tuple]:
    return [
        (row.section.printed if row.section else None, row.ordinal, *(cell.text for cell in row.cells.values()))
        for row in read_plain(text).rows
    ]


def test_a_tabbed_row_gives_its_cells_with_their_places():
    text = f"{HEAD}\n1\tXây dựng kế hoạch\tSở Nội vụ\tQuý I/2023\n"

    (row,) = read_plain(text).rows

    assert {role.value: text[cell.spans[0].start : cell.spans[0].end] for role, cell in row.cells.items()} == {
        "text": "Xây dựng kế hoạch",
        "lead": "Sở Nội vụ",
        "time": "Quý I/2023",
    }


def test_an_empty_cell_at_the_end_is_no_missing_column():
    assert rows(f"{HEAD}\n1\tXây dựng kế hoạch\tSở Nội vụ\t\n2\tRà soát\t\tHằng năm\n") == [
        (None, "1", "Xây dựng kế hoạch", "Sở Nội vụ"),
        (None, "2", "Rà soát", "Hằng năm"),
    ]


def test_a_heading_repeated_on_the_next_page_does_not_end_the_torn_row():
    text = f"{HEAD}\n1\tXây dựng kế hoạch nâng\tSở Nội\tQuý I\n{HEAD}\n\tcao chất lượng\tvụ\t\n2\tRà soát\tSở Y tế\tQuý II\n"

    assert rows(text) == [
        (None, "1", "Xây dựng kế hoạch nâng cao chất lượng", "Sở Nội vụ", "Quý I"),
        (None, "2", "Rà soát", "Sở Y tế", "Quý II"),
    ]
    assert [row.torn for row in read_plain(text).rows] == [True, False]


def test_a_row_of_column_numbers_is_no_task():
    assert len(rows(f"{HEAD}\n(1)\t(2)\t(3)\t(4)\n1\tXây dựng kế hoạch\tSở Nội vụ\tQuý I\n")) == 1


def test_cells_broken_over_lines_are_joined():
    text = f"{HEAD}\n1\tXây dựng kế hoạch nâng\ncao chất lượng\tSở Nội vụ\tQuý I\n2\tRà soát\tSở Y tế\tTừ 2023-\n2025\n"

    assert rows(text) == [
        (None, "1", "Xây dựng kế hoạch nâng cao chất lượng", "Sở Nội vụ", "Quý I"),
        (None, "2", "Rà soát", "Sở Y tế", "Từ 2023-2025"),
    ]


@pytest.mark.parametrize(
    "group",
    [
        "I\tCải cách thể chế\t\t",
        "I. Cải cách thể chế",
        "I\nCải cách thể chế",
        "\tI. Cải cách thể chế\t\t",
        "I\tCải cách thể chế",
    ],
)
def test_a_group_row_in_any_of_its_forms_names_the_rows_below(group):
    found = rows(f"{HEAD}\n{group}\n1\tXây dựng kế hoạch\tSở Nội vụ\tQuý I\n")

    assert found == [("I. Cải cách thể chế", "1", "Xây dựng kế hoạch", "Sở Nội vụ", "Quý I")]


def test_a_group_in_capitals_without_a_number_and_one_above_the_table():
    text = (
        f"II. NHÓM HAI\n\n{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\tCẢI CÁCH THỂ CHẾ\t\t\n1\tXây dựng\tSở Nội vụ\tQuý I\n"
    )

    assert [row[0] for row in rows(text)] == ["II. NHÓM HAI", "CẢI CÁCH THỂ CHẾ"]


def test_a_group_above_the_table_may_stand_on_two_lines():
    assert rows(f"II\nNhóm hai\n{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n")[0][0] == "II. Nhóm hai"


def test_a_plain_number_with_few_cells_stays_a_row():
    assert rows(f"{HEAD}\n1\tXây dựng kế hoạch\t\t\n") == [(None, "1", "Xây dựng kế hoạch")]


def test_a_long_sentence_between_tables_is_no_group():
    text = f"{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\n2. Các cơ quan báo cáo kết quả;\n\n{HEAD}\n2\tXây dựng\tSở Nội vụ\tQuý I\n"

    assert [row[0] for row in rows(text)] == [None, None]


@pytest.mark.parametrize(
    "table",
    [
        "| TT | Nhiệm vụ | Chủ trì |\n|---|---|---|\n| 1 | **Rà soát**<br>thủ tục | Sở Y tế |\n",
        "TT | Nhiệm vụ | Chủ trì\n---+---+---\n1 | Rà soát thủ tục | Sở Y tế\n",
        "|TT|Nhiệm vụ|Chủ trì|\n|1|Rà soát thủ tục|Sở Y tế|\n",
    ],
)
def test_pipes_in_their_usual_dresses(table):
    assert rows(table) == [(None, "1", "Rà soát thủ tục", "Sở Y tế")]


def test_a_table_without_heading_is_read_by_its_content():
    text = "1\tRà soát thủ tục hành chính nội bộ\tSở Y tế\n2\tXây dựng quy chế làm việc của cơ quan\tSở Nội vụ\n"

    assert rows(text) == [
        (None, "1", "Rà soát thủ tục hành chính nội bộ", "Sở Y tế"),
        (None, "2", "Xây dựng quy chế làm việc của cơ quan", "Sở Nội vụ"),
    ]


def test_lines_with_tabs_that_are_no_table_give_no_rows():
    assert rows("100%\t>95%\n90%\t80%\n") == []


def test_rows_without_a_number_column_are_rows_each():
    text = "Nhiệm vụ\tChủ trì\tThời hạn\nRà soát\tSở Y tế\tQuý I\nXây dựng\tSở Nội vụ\tQuý II\n"

    assert [row[2] for row in rows(text)] == ["Rà soát", "Xây dựng"]


def test_a_number_that_is_none_still_begins_a_row():
    assert rows(f"{HEAD}\n*\tRà soát\tSở Y tế\tQuý I\n") == [(None, "*", "Rà soát", "Sở Y tế", "Quý I")]


def test_a_continuation_before_any_row_is_left_out():
    assert rows(f"{HEAD}\n\t\tvụ\t\n1\tRà soát\tSở Y tế\tQuý I\n") == [(None, "1", "Rà soát", "Sở Y tế", "Quý I")]


def test_two_tables_with_other_columns_in_one_document():
    text = f"{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\nSTT\tNhiệm vụ\tChỉ tiêu\n1\tTỷ lệ hồ sơ\t100%\n"

    assert [list(row.cells) for row in read_plain(text).rows] == [
        [Role.TEXT, Role.LEAD, Role.TIME],
        [Role.TEXT, Role.TARGET],
    ]


def test_tables_of_two_appendices_are_read_apart():
    text = f"{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\nPHỤ LỤC II\n\n{HEAD}\n1\tXây dựng\tSở Nội vụ\tQuý I\n"

    assert len(rows(text)) == 2


SPACED = """\
TT   Nhiệm vụ                       Cơ quan        Thời gian
                                    chủ trì        hoàn thành
I    Cải cách thể chế
1    Rà soát, đơn giản hóa thủ      Sở Nội vụ;     Hằng năm
     tục hành chính                 Sở Tư pháp
2    Xây dựng quy chế               Sở Y tế        Quý I/2023

Nơi nhận:
"""


def test_columns_kept_by_spaces_are_told_by_their_places():
    assert rows(SPACED) == [
        ("I. Cải cách thể chế", "1", "Rà soát, đơn giản hóa thủ tục hành chính", "Sở Nội vụ; Sở Tư pháp", "Hằng năm"),
        ("I. Cải cách thể chế", "2", "Xây dựng quy chế", "Sở Y tế", "Quý I/2023"),
    ]


def test_the_number_column_may_stand_one_blank_from_the_next():
    text = (
        "STT Nhiệm vụ                  Cơ quan chủ trì   Thời hạn\n"
        "9   Số hóa hồ sơ thủ tục      Sở Nội vụ         Quý II\n"
        "    hành chính của tỉnh\n"
        "10  Ký số văn bản đi          Sở Y tế           Năm 2024\n"
    )

    assert rows(text) == [
        (None, "9", "Số hóa hồ sơ thủ tục hành chính của tỉnh", "Sở Nội vụ", "Quý II"),
        (None, "10", "Ký số văn bản đi", "Sở Y tế", "Năm 2024"),
    ]


def test_a_row_of_content_is_never_taken_for_a_heading():
    text = f"{HEAD}\n9\tTrồng rừng tập trung\tChủ đầu tư các dự án\tHoàn thành quý I\n10\tSố hóa\tSở Y tế\tQuý II\n"

    assert [row[1:3] for row in rows(text)] == [("9", "Trồng rừng tập trung"), ("10", "Số hóa")]


def test_whole_numbers_over_decimal_ones_are_groups():
    text = (
        f"{HEAD}\n1\tCải cách thủ tục\t\t\n1.1\tRà soát\tSở Y tế\tQuý I\n1.2\tSố hóa\tSở Y tế\tQuý I\n"
        "2\tChuyển đổi số\t\t\n2.1\tKý số\tSở Nội vụ\tQuý I\n3\tBáo cáo\tSở Y tế\tQuý I\n"
    )

    assert [row[:3] for row in rows(text)] == [
        ("1. Cải cách thủ tục", "1.1", "Rà soát"),
        ("1. Cải cách thủ tục", "1.2", "Số hóa"),
        ("2. Chuyển đổi số", "2.1", "Ký số"),
        (None, "3", "Báo cáo"),
    ]


def test_line_breaks_inside_a_cell_part_the_agencies_it_lists():
    text = (
        "| TT | Nhiệm vụ | Chủ trì | Phối hợp | Sản phẩm |\n|---|---|---|---|---|\n"
        "| 1 | Rà soát<br>thủ tục | Ban Quản lý<br>Khu kinh tế | VNPT tỉnh<br>Viettel tỉnh | Kế hoạch<br>Báo cáo |\n"
    )

    (item,) = read_text(text).items

    assert (item.text, item.leads) == ("Rà soát thủ tục", ("Ban Quản lý Khu kinh tế",))
    assert item.cooperating == ("VNPT tỉnh", "Viettel tỉnh")
    assert (item.deliverable, item.deliverables) == ("Kế hoạch Báo cáo", ("Kế hoạch", "Báo cáo"))


def test_a_column_nobody_knows_is_named_in_the_first_row():
    text = "TT\tNhiệm vụ\tChủ trì\tKết nối\tGhi chú\n1\tRà soát thủ tục\tSở Y tế\tCó\tx\n2\tSố hóa\tSở Y tế\tKhông\t\n"

    assert [row.unread for row in read_plain(text).rows] == [("Kết nối",), ()]
    first, second = read_text(text).items
    assert [doubt.reason for doubt in first.doubts] == [
        "Cột “Kết nối” của bảng không rõ là gì; nội dung cột này chưa đưa vào nhiệm vụ."
    ]
    assert second.doubts == ()


def test_a_word_that_runs_up_to_the_next_column_is_cut_where_that_begins():
    text = SPACED.replace("1    Rà soát, đơn giản hóa thủ      Sở", "1    Rà soát, đơn giản hóa mười thủ Sở")

    assert rows(text)[0][2:4] == ("Rà soát, đơn giản hóa mười thủ tục hành chính", "Sở Nội vụ; Sở Tư pháp")


def test_a_line_across_the_columns_is_a_heading_between():
    across = "II. Nhóm nhiệm vụ về phát triển nguồn nhân lực và tài chính"
    text = SPACED.replace("2    Xây dựng quy chế   ", f"{across}\n2    Xây dựng quy chế   ")

    assert [row[0] for row in rows(text)] == ["I. Cải cách thể chế", across]


def test_a_line_with_gaps_that_is_no_heading_is_prose():
    found = read_plain("STT      chủ trì      phối hợp\nNội dung khác\n")

    assert found.rows == []
    assert len(found.prose) == 2


def test_a_table_with_spaces_ends_where_many_lines_keep_no_columns():
    text = SPACED.replace("Nơi nhận:\n", "Một đoạn văn dài.\n" * 40)

    assert len(rows(text)) == 2


def test_the_chapter_a_table_stands_in_is_no_group_of_its_rows():
    text = f"II. NHIỆM VỤ CỤ THỂ\n\n{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n"

    assert rows(text) == [(None, "1", "Rà soát", "Sở Y tế", "Quý I")]


def test_an_aim_is_no_heading():
    text = f"Mục tiêu: nâng cao chất lượng\n{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n"

    assert rows(text)[0][0] is None


def test_rules_drawn_under_a_heading_with_spaces_are_no_rows():
    head, _, body = SPACED.partition("I    Cải")

    assert len(rows(f"{head}---  -----------------  ---------\nI    Cải{body}")) == 2


def test_a_number_alone_that_no_title_follows_is_forgotten():
    assert (
        rows(f"{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\nII\n\n\n\nGhi chú\n{HEAD}\n2\tXây dựng\tSở Nội vụ\t\n")[1][0]
        is None
    )


def test_rows_of_numbers_only_are_left_out():
    assert rows(f"{HEAD}\n1\t\t\t\n2\tXây dựng\tSở Nội vụ\t\n") == [(None, "2", "Xây dựng", "Sở Nội vụ")]


def test_a_line_that_ends_in_a_semicolon_is_a_sentence_not_a_group():
    text = f"{HEAD}\n1\tRà soát\tSở Y tế\tQuý I\n\nII. Nhóm hai;\n\n{HEAD}\n2\tXây dựng\tSở Nội vụ\t\n"

    assert rows(text)[1][0] is None


def test_a_heading_with_spaces_may_end_at_a_line_of_one_word():
    text = (
        "TT   Nhiệm vụ            Cơ quan\nNhóm\n1    Rà soát thủ tục     Sở Y tế\n2    Xây dựng quy chế    Sở Nội vụ\n"
    )

    assert [row[2:] for row in rows(text)] == [("Rà soát thủ tục", "Sở Y tế"), ("Xây dựng quy chế", "Sở Nội vụ")]


def test_a_heading_with_spaces_is_at_most_six_lines_high():
    head = "TT   Nhiệm vụ            Cơ quan\n" + "     cụ thể              chủ trì\n" * 7
    text = f"{head}1    Rà soát thủ tục     Sở Y tế\n2    Xây dựng quy chế    Sở Nội vụ\n"

    assert len(rows(text)) == 2


def test_numbers_in_the_middle_of_rows_that_blank_lines_part():
    text = """\
TT    Nội dung nhiệm vụ              Cơ quan chủ trì       Thời gian
I     Giảm nghèo
      Đào tạo nghề cho lao động      Văn phòng Điều phối
1     nông thôn từ 15 tuổi           nông thôn mới tỉnh    Hàng năm
      trở lên

      Giám sát, đánh giá             Tổ công tác Đề án     Trước ngày
2     Chương trình mục tiêu          06 tỉnh               30/6/2024
      quốc gia

3     Hỗ trợ xóa nhà tạm             Sở Xây dựng           Quý II

MỘT DÒNG CHỮ DÀI CHẠY QUA TẤT CẢ CÁC CỘT CỦA BẢNG NÀY KHÔNG CHỪA CHỖ NÀO

      Cho vay vốn tín dụng           Sở Tài chính
4     chính sách                                           Quý III

                                     và Kho bạc
"""

    assert [row[1:] for row in rows(text)] == [
        ("1", "Đào tạo nghề cho lao động nông thôn từ 15 tuổi trở lên", "Văn phòng Điều phối nông thôn mới tỉnh",
         "Hàng năm"),
        ("2", "Giám sát, đánh giá Chương trình mục tiêu quốc gia", "Tổ công tác Đề án 06 tỉnh", "Trước ngày 30/6/2024"),
        ("3", "Hỗ trợ xóa nhà tạm", "Sở Xây dựng", "Quý II"),
        ("4", "Cho vay vốn tín dụng chính sách", "Sở Tài chính và Kho bạc", "Quý III"),
    ]  # fmt: skip
