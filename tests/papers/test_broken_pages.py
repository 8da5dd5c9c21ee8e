"""Page numbers and running heads in broken tables: told from the numbers of rows, wherever they stand."""

from dondoc.papers.reading.lines import split_lines, with_page_breaks, without_page_numbers

CELLS = "Rà soát thủ tục hành chính \nSở Y tế \nSở Nội vụ \nHằng \nnăm \nBáo cáo \n"


def rows(*numbers: int | str) -> str:
    return "".join(f"{n} \n{CELLS}" for n in numbers)


def digits(lines) -> list[str]:
    return [line.text for line in lines if line.text.strip("-– ").isdigit()]


def test_a_number_set_off_by_an_empty_line_amid_a_row_is_a_page_break():
    text = rows(1, 2, 3) + "4 \nLập danh mục \nBan Quản lý \nVườn \n\n2\nquốc gia \n" + rows(5, 6)

    lines = with_page_breaks(split_lines(text))

    assert digits(lines) == ["1", "2", "3", "4", "5", "6"]
    assert [line.page for line in lines if line.text in ("Vườn", "quốc gia")] == [0, 1]


def test_a_page_number_right_above_the_row_of_that_number_leaves_the_row():
    lines = with_page_breaks(split_lines(rows(1, 2) + "\n3\n" + rows(3, 4, 5)))

    assert digits(lines) == ["1", "2", "3", "4", "5"]


def test_a_page_number_below_an_end_of_a_group_is_no_row_of_the_next():
    lines = with_page_breaks(split_lines(rows(1, 2, 3) + "\n2\nII \nGiáo dục \n" + rows(1, 2)))

    assert digits(lines) == ["1", "2", "3", "1", "2"]


def test_numbers_of_rows_set_off_by_empty_lines_stay():
    each = "\n".join(rows(n) for n in range(1, 7))
    one = rows(1, 2) + "\n" + rows(3, 4, 5)

    assert digits(with_page_breaks(split_lines(each))) == ["1", "2", "3", "4", "5", "6"]
    assert digits(with_page_breaks(split_lines(one))) == ["1", "2", "3", "4", "5"]


def test_in_a_text_that_doubles_its_newlines_an_empty_line_is_no_page_break():
    text = rows(1, 2, 3).replace("\n", "\n\n") + "2\n\n" + rows(4).replace("\n", "\n\n")

    assert digits(with_page_breaks(split_lines(text))) == ["1", "2", "3", "2", "4"]


def test_a_number_between_dashes_or_behind_its_word_is_the_page_s_even_alone():
    text = (
        rows(1, 2)
        + "3 \nLập danh mục \nSở Y \n\fKế hoạch số 5/KH-UBND\nTrang 2/3\ntế \n"
        + rows(4)
        + "\f- 3 -\n"
        + rows(5)
    )

    kept = without_page_numbers(split_lines(text))

    assert digits(kept) == ["1", "2", "3", "4", "5"]
    assert "Trang 2/3" not in [line.text for line in kept]


def test_a_single_page_number_goes_where_the_rows_run_on_without_it():
    torn = "Lập danh mục \nSở Y \n\f2\ntế \n"

    assert digits(without_page_numbers(split_lines(rows(1, 2) + "3 \n" + torn + rows(4)))) == ["1", "2", "3", "4"]
    assert digits(without_page_numbers(split_lines(rows(1) + "\f" + rows(2, 3)))) == ["1", "2", "3"]


def test_a_number_at_the_top_of_a_page_that_no_row_stands_above_stays():
    assert digits(without_page_numbers(split_lines("Mức độ\n\f2\nvà 3\n"))) == ["2"]


def test_rows_numbered_by_group_and_row_tell_page_numbers_too():
    text = rows("1.1", "1.2", "1.3") + "1.4 \nLập danh mục \nBan Quản lý \nVườn \n\n2\nquốc gia \n" + rows("1.5", "1.6")

    assert "2" not in [line.text for line in with_page_breaks(split_lines(text))]
