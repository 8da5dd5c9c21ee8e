"""Tables whose columns were lost: the physics of the text, the numbers of rows, headings and torn rows."""

import pytest

from dondoc.papers.reading.broken import reader, torn
from dondoc.papers.reading.broken.costs import HOPELESS, cell_cost
from dondoc.papers.reading.broken.fragments import make_fragment, plain
from dondoc.papers.reading.broken.heading import heading_at
from dondoc.papers.reading.broken.model import Model, short_line, wide_line, wrapping
from dondoc.papers.reading.broken.reader import read_broken
from dondoc.papers.reading.broken.rows import RowFinder
from dondoc.papers.reading.broken.segment import WholeRow, cheapest
from dondoc.papers.reading.broken.torn import TornRow
from dondoc.papers.reading.broken.widths import first_breakable, width
from dondoc.papers.reading.forms import Role
from dondoc.papers.reading.lines import split_lines, without_page_numbers, without_running_heads
from dondoc.papers.reading.plaintext import read_plain

HEAD = "TT Nhiệm vụ cụ thể \nCơ quan \nchủ trì \nCơ quan \nphối hợp \nThời \ngian \nSản \nphẩm \n"


def read(text: str) -> list[dict[str, str]]:
    return [
        {"ordinal": row.ordinal, "section": row.section.printed if row.section else None}
        | {role.value: cell.text for role, cell in row.cells.items()}
        for row in read_plain(text).rows
    ]


def strips(text: str) -> list[tuple]:
    found = RowFinder(split_lines(text)).find()
    return [(strip.section.printed if strip.section else None, strip.ordinal, len(strip.lines)) for strip in found]


def test_a_word_is_as_wide_as_its_letters_whatever_marks_they_bear():
    assert width("a") == 1
    assert width("ấ") == width("a")
    assert width("đ") == width("d")
    assert width("M") > width("m") > width("i")
    assert width("漢") > 0


def test_a_hyphened_word_may_break_behind_its_hyphen():
    assert first_breakable("2023-2025") == width("2023-")
    assert first_breakable("báo-") == width("báo-")


@pytest.mark.parametrize(
    ("raw", "text"), [("2023-\n2025", "2023-2025"), ("báo\ncáo", "báo cáo"), ("2020 -\n2025", "2020 - 2025")]
)
def test_broken_lines_are_joined_without_a_blank_only_behind_a_hyphen(raw, text):
    assert plain(raw) == text


def test_lines_cost_by_how_badly_they_fill_their_column():
    assert short_line(-1) == wide_line(-1) == 0
    assert short_line(0.5) < short_line(3) == 7
    assert wide_line(1) < wide_line(5) <= wide_line(100) == 30


def test_without_a_width_nothing_costs():
    part = make_fragment(split_lines("Sở Nội\nvụ\n"), 0, doubled=False)

    assert wrapping(part, 0.0, Role.LEAD).cost(0, 3) == 0
    assert wrapping(part, 0.0, Role.LEAD).across(3, part, 0) == 0


def test_a_piece_that_is_only_the_number_leaves_no_fragment():
    assert make_fragment(split_lines("12\n"), 1, doubled=False) is None


@pytest.mark.parametrize(
    ("role", "good", "bad"),
    [
        (Role.LEAD, "Sở Nội vụ", "xuyên"),
        (Role.LEAD, "Sở Nội vụ;\nSở Y tế", "Sở Nội vụ;"),
        (Role.LEAD, "Văn phòng\nUBND tỉnh", "Văn phòng"),
        (Role.LEAD, "Sở Nội vụ", "Sở Nội vụ\nNăm 2022"),
        (Role.LEAD, "Sở Nội vụ", "Sở Nội vụ 95%"),
        (Role.LEAD, "Sở Nội vụ", "Sở Nội vụ\nBáo cáo"),
        (Role.COOPERATING, "các cơ quan liên quan", "quan liên quan"),
        (Role.TIME, "Hàng\nnăm", "Sở Nội vụ"),
        (Role.TIME, "Theo hướng dẫn của Bộ", "Từ khi thực hiện"),
        (Role.TIME, "Sau khi Kế hoạch\nđược ban hành", "Sau khi Kế hoạch\nđược ban"),
        (Role.LEAD, "Sở Y tế,\nVăn phòng\nUBND tỉnh", "Sở Y tế,\nVăn phòng\nVăn phòng\nUBND tỉnh"),
        (Role.TIME, "Ít nhất 2 lần mỗi năm", "năm 2022 các sở ngành báo cáo"),
        (Role.PRODUCT, "Kế hoạch/\nBáo cáo", "Kế hoạch\nBáo cáo"),
        (Role.PRODUCT, ">95%", "95% Nhiệm vụ mới"),
        (Role.PRODUCT, "Báo cáo", "Sở Nội vụ"),
        (Role.PRODUCT, "Báo cáo", "Hàng năm"),
        (Role.PRODUCT, "Báo cáo", "báo cáo của"),
        (Role.PRODUCT, "Văn bản", "Văn bản\nMật độ cao"),
        (Role.TARGET, "Mức 4 ≥ 80%", "công khai"),
        (Role.TARGET, "Kịp thời", "Sở Nội vụ 3"),
        (Role.TARGET, "100%", "100% của"),
        (Role.TEXT, "Xây dựng kế hoạch", "dựng kế hoạch của"),
        (Role.TEXT, "Xây dựng kế hoạch", "Xây"),
        (Role.OTHER, "Lồng ghép", "ghép với nhiệm vụ của năm trước"),
        (Role.UNIT, "%", "x" * 40),
        (Role.ORDINAL, "", "1"),
        (Role.LEAD, "Sở Y tế", ""),
    ],
    ids=str,
)
def test_words_cost_less_in_a_cell_they_fit(role, good, bad):
    assert cell_cost(role, good) < cell_cost(role, bad)


@pytest.mark.parametrize("role", [Role.LEAD, Role.TIME, Role.PRODUCT, Role.TARGET])
def test_no_cell_is_as_long_as_a_page(role):
    assert cell_cost(role, "Báo cáo kết quả " * 30) >= HOPELESS


def test_only_the_number_that_must_come_next_begins_a_row():
    text = "1\nRà soát Đề án\n06\n4 trên tổng số hồ sơ\n7\n2\nXây dựng kế hoạch\n3 Tổ chức\n"

    assert strips(text) == [(None, "1", 5), (None, "2", 2), (None, "3", 1)]


def test_numbers_with_zeros_or_points_are_numbers_too():
    assert strips("01\nRà soát\n02\nXây dựng\n") == [(None, "01", 2), (None, "02", 2)]
    assert strips("1. Rà soát\n2. Xây dựng\n") == [(None, "1", 1), (None, "2", 1)]


def test_a_lost_number_costs_one_row_not_the_rest():
    body = "".join(f"{n}\nRà soát thủ tục\nhành chính\nSở Nội vụ\nSở Y tế\nHàng năm\nBáo cáo\n" for n in (1, 2, 4, 5))

    assert [strip[1] for strip in strips(body)] == ["1", "2", "4", "5"]
    assert [strip[1] for strip in strips(body.replace("5\nRà", "3\nRà"))] == ["1", "2", "3"]
    assert [strip[1] for strip in strips(body[: body.index("5\nRà")])] == ["1", "2"]


def test_a_group_needs_the_next_numeral_and_a_first_row_soon():
    text = "I\nNhóm một\nNăm 2021: Đạt 4,72 điểm.\n1\nRà soát\nKho bạc khu vực\nII\nHàng năm\n2\nXây dựng\nII. Nhóm hai\n1\nTổ chức\n"

    assert strips(text) == [("I. Nhóm một", "1", 5), ("I. Nhóm một", "2", 2), ("II. Nhóm hai", "1", 2)]


def test_groups_by_letter_by_heading_and_with_numbers_running_on():
    assert strips("A Nhóm một\n1\nRà soát\nB\nNhóm hai\n2\nXây dựng\n") == [
        ("A. Nhóm một", "1", 2),
        ("B. Nhóm hai", "2", 2),
    ]
    assert strips("1. SỞ NỘI VỤ\n1\nRà soát\n2. SỞ Y TẾ\n1\nXây dựng\n") == [
        ("1. SỞ NỘI VỤ", "1", 2),
        ("2. SỞ Y TẾ", "1", 2),
    ]


def test_a_numeral_without_rows_or_title_begins_no_group():
    assert strips("1\nRà soát\nI\n") == [(None, "1", 3)]
    assert strips("1\nRà soát\nI\nvà các văn bản\n2\nXây dựng\n") == [(None, "1", 4), (None, "2", 2)]


def test_lines_before_the_first_row_of_a_group_belong_to_none():
    assert strips("Ghi chú chung\n1\nRà soát\n") == [(None, "1", 2)]


def test_the_heading_is_read_from_words_broken_over_lines():
    heading = heading_at(split_lines(HEAD + "I\n"), 0)

    assert heading.cells == ("Nhiệm vụ cụ thể", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")
    assert heading.roles == (Role.TEXT, Role.LEAD, Role.COOPERATING, Role.TIME, Role.PRODUCT)


def test_the_words_of_its_first_column_may_be_broken_too():
    assert heading_at(split_lines("Số\nTT\nNhiệm vụ\nChủ trì\n1\n"), 0).roles == (Role.TEXT, Role.LEAD)


def test_a_table_of_targets_and_results_has_its_tasks_in_the_first():
    assert heading_at(split_lines("TT Chỉ tiêu\nCơ quan theo dõi\n1\n"), 0).roles == (Role.TEXT, Role.OTHER)


@pytest.mark.parametrize(
    "lines",
    [
        "Nội dung\nChủ trì\n1\n",
        "TT\n1\n",
        "TT Ghi chú\nChủ trì\n1\n",
        "TT Nhiệm vụ\n1\n",
        "TT\tNhiệm vụ\n1\n",
        f"TT Nhiệm vụ\n{'x' * 95}\n1\n",
        "TT " + "xin chào các bạn " * 4 + "\nvà tạm biệt mọi người ở đây\n1\n",
    ],
)
def test_other_lines_are_no_heading(lines):
    assert heading_at(split_lines(lines), 0) is None


ROWS = HEAD + (
    "1 \n\nXây dựng kế hoạch nâng cao chất lượng phục vụ \n\nngười dân, doanh nghiệp \n\n"
    "Sở Nội \n\nvụ \n\nCác cơ \n\nquan liên \n\nquan \n\nHàng \n\nnăm \nBáo cáo \n\n"
    "2 \n\nRà soát các văn bản quy phạm pháp luật hiện hành \n\ncủa tỉnh về thủ tục \n\n"
    "Sở Tư \n\npháp \n\nCác cơ \n\nquan liên \n\nquan \n\nHàng \n\nnăm \nBáo cáo \n\n"
    "3 \n\nTổ chức tập huấn nghiệp vụ cho cán bộ, công chức \n\ncấp xã trên địa bàn \n\n"
)
TORN = "Sở Nội \n\nCác cơ \n\nHàng \n\nKế \n\n\n\nvụ \n\nquan liên \n\nquan \n\nnăm \n\nhoạch \n"


def test_whole_rows_teach_the_widths_by_which_a_torn_one_is_read():
    found = read_plain(ROWS.replace("cấp xã trên địa bàn \n\n", "") + TORN).rows

    assert [cell.text for cell in found[2].cells.values()][1:] == [
        "Sở Nội vụ", "Các cơ quan liên quan", "Hàng năm", "Kế hoạch",
    ]  # fmt: skip
    assert [row.torn for row in found] == [False, False, True]


def test_every_cell_knows_where_its_words_stand():
    text = ROWS + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan liên \n\nquan \n\nHàng \n\nnăm \nKế hoạch \n"

    for row in read_plain(text).rows:
        for cell in row.cells.values():
            assert " ".join(" ".join(text[s.start : s.end] for s in cell.spans).split()) == cell.text


def test_a_heap_of_lines_whose_numbers_were_lost_is_kept_as_text_and_doubted():
    text = HEAD + "1\n" + "Xây dựng kế hoạch và báo cáo kết quả\n" * 120

    (row,) = read_plain(text).rows

    assert set(row.margins.values()) == {0.0}
    assert row.cell(Role.TEXT).text.startswith("Xây dựng kế hoạch")


def test_a_heading_without_rows_is_prose():
    found = read_plain(HEAD + "I\n")

    assert found.rows == []
    assert found.prose


def test_a_table_of_torn_rows_only_is_still_read():
    assert len(read(HEAD + "1 \n\nXây dựng kế hoạch \n\n" + TORN)) == 1


def test_page_numbers_and_running_heads_between_pages_are_left_out():
    page = "Kế hoạch kèm theo văn bản số 12\nnội dung {0}\nnội dung tiếp\n{0}\n"
    lines = split_lines("\f".join(page.format(n) for n in (1, 2, 3, 4)))

    kept = [line.text for line in without_page_numbers(without_running_heads(lines))]

    assert "Kế hoạch kèm theo văn bản số 12" not in kept
    assert not {"1", "2", "3", "4"} & set(kept)
    assert kept.count("nội dung tiếp") == 4


def test_numbers_that_do_not_run_on_with_the_pages_stay():
    lines = split_lines("\f".join(f"{n}\nnội dung\nhết\n" for n in (1, 4, 9)))

    assert [line.text for line in without_running_heads(lines)].count("4") == 1


def test_a_row_that_cannot_be_cut_at_all_has_no_reading():
    roles = (Role.UNIT,)
    part = make_fragment(split_lines("x" * 300 + "\n"), 0, doubled=False)

    assert WholeRow(part, roles).read(Model(roles, [0.0])) is None
    assert TornRow((part, part, part)).read(Model((Role.ORDINAL,), [1.0])) is None


def test_no_way_to_the_end_is_none():
    assert cheapest([[("a", "b", 1.0)]], "a", ("c",)) is None


def test_reading_tells_its_progress():
    told: list[tuple[int, int]] = []
    lines = split_lines(ROWS + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan \n\nHàng \n\nnăm \nBáo cáo \n")
    heading = heading_at(lines, 0)

    read_broken(lines[heading.after :], heading, lambda done, of: told.append((done, of)))

    assert told == sorted(told)
    assert told[-1][0] <= told[-1][1]


def test_no_lines_give_no_rows():
    assert read_broken([], heading_at(split_lines(HEAD + "I\n"), 0)) == []


def test_numbers_that_cannot_begin_a_row_are_words_of_the_row_above():
    assert strips("1\nRà soát\n2 trên tổng số\n2\ntrên cả nước\n02\nNgày\n2\nXây dựng\n") == [
        (None, "1", 7),
        (None, "2", 2),
    ]


def test_a_lost_number_at_the_end_of_the_table_is_not_guessed():
    assert [strip[1] for strip in strips("1\nRà soát\nthủ tục\nSở A\nSở B\nHàng năm\n3\nXây dựng\n")] == ["1"]


def test_a_number_with_nothing_behind_it_is_no_row():
    assert [row["ordinal"] for row in read(HEAD + "1\n2\nRà soát văn bản\nSở Nội vụ\nHàng năm\n")] == ["2"]


def test_a_lost_number_is_not_guessed_where_the_count_then_breaks_off():
    body = "1\nRà soát\nthủ tục\nSở Nội vụ\nSở Y tế\nHàng năm\n3\nXây dựng\n2\nTổ chức\n"

    assert [strip[1] for strip in strips(body)] == ["1", "2"]


def test_the_first_row_of_a_group_is_one_that_can_begin():
    assert strips("1\nRà soát\nII\nNhóm\n2 và\n2\nXây dựng\n")[-1] == (None, "2", 2)
    assert strips("I\nNhóm\n1 và các văn bản\n1\nXây dựng\n") == [("I. Nhóm 1 và các văn bản", "1", 2)]


def test_a_torn_row_that_takes_too_much_trying_is_given_up(monkeypatch):
    monkeypatch.setattr(torn, "MOST_TRIED", 1)

    row = read_plain(ROWS.replace("cấp xã trên địa bàn \n\n", "") + TORN).rows[2]

    assert set(row.margins.values()) == {0.0}


def test_a_cell_of_separators_only_is_like_nothing_seen():
    model = Model((Role.LEAD,), [9.0])
    model.remember([{Role.LEAD: "Sở Nội vụ"}])

    assert model.familiar(Role.LEAD, ";", None) == 0
    assert model.familiar(Role.LEAD, "Sở Nội vụ", None) < 0


def test_page_numbers_with_words_are_left_out():
    pages = [f"Trang {n}/3\n1. Rà soát\n2. Số hóa\n" for n in range(1, 4)]

    assert not [line for line in without_page_numbers(split_lines("\f".join(pages))) if "Trang" in line.text]


def test_a_row_s_number_at_the_top_of_a_page_is_no_page_number():
    rows = {n: f"{n}\nRà soát thủ tục số {n}\nSở Y tế\n" for n in range(1, 13)}
    pages = ["".join(rows[n] for n in part) for part in ((1, 2, 3), (4, 5, 6, 7), (8, 9, 10), (11, 12))]

    kept = [line.text for line in without_page_numbers(split_lines("\f".join(pages)))]

    assert [text for text in kept if text.isdigit()] == [str(n) for n in range(1, 13)]


def test_a_heading_printed_again_is_left_out_however_its_lines_break():
    again = "\f" + HEAD.replace("Cơ quan \nchủ trì \n", "Cơ quan chủ \ntrì \n")
    rest = "4 \n\nSố hóa hồ sơ \n\nSở Y tế \n\nSở Nội vụ \n\nHàng năm \n\nBáo cáo \n"
    whole = ROWS + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan liên \n\nquan \n\nHàng \n\nnăm \nKế hoạch \n\n"

    assert [row["ordinal"] for row in read(whole + again + rest)] == ["1", "2", "3", "4"]
    assert "TT" not in read(whole + again + rest)[2]["product"].split()
    assert "cụ thể" in " ".join(filter(None, read(whole + "\fTT Nhiệm vụ cụ thể\n")[2].values()))


def test_a_table_in_the_body_ends_at_the_next_chapter():
    text = (
        ROWS
        + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan \n\nHàng \n\nnăm \nBáo cáo \n\nIII. TỔ CHỨC THỰC HIỆN \n\n4. Báo cáo \n"
    )

    assert [row["ordinal"] for row in read(text)] == ["1", "2", "3"]


def test_a_dear_torn_row_is_still_read_when_the_budgets_are_spent(monkeypatch):
    monkeypatch.setattr(torn, "BUDGETS", (-5.0, 0.0))

    row = read_plain(ROWS.replace("cấp xã trên địa bàn \n\n", "") + TORN).rows[2]

    assert row.cell(Role.TEXT).text.startswith("Tổ chức tập huấn")


def test_the_places_of_a_cell_leave_out_a_heading_printed_in_its_midst():
    whole = ROWS + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan liên \n\nquan \n\nHàng \n\nnăm \nKế hoạch \n\n"
    text = whole.replace("cấp xã trên", HEAD.replace("TT ", "TT ", 1) + "\ncấp xã trên")

    for row in read_plain(text).rows:
        for cell in row.cells.values():
            assert " ".join(" ".join(text[s.start : s.end] for s in cell.spans).split()) == cell.text


def test_inside_a_line_of_capitals_only_what_is_known_begins_a_cell():
    part = make_fragment(split_lines("RÀ SOÁT VĂN BẢN SỞ Y TẾ NĂM 2022\n"), 0, doubled=False)

    assert [part.words[word] for word in part.inline[0]] == ["VĂN", "SỞ", "NĂM", "2022"]


def test_a_row_that_takes_too_many_looks_is_kept_as_text_and_doubted(monkeypatch):
    monkeypatch.setattr(reader, "LOOKS_IN_ALL", 0)
    monkeypatch.setattr(reader, "LOOKS_A_ROW", 0)
    monkeypatch.setattr(reader, "MOST_LOOKED_AT_IN_HASTE", 3)

    rows = read_plain(ROWS + "Sở Nội \n\nvụ \n\nCác cơ \n\nquan \n\nHàng \n\nnăm \nBáo cáo \n").rows

    assert [row.ordinal for row in rows] == ["1", "2", "3"]
    assert {margin for row in rows for margin in row.margins.values()} == {0.0}
