"""Rows of broken tables numbered by group and row: 1.1, 1.2, 2.1."""

import pytest

from dondoc.papers.reading.broken.rows import RowFinder
from dondoc.papers.reading.lines import split_lines
from dondoc.papers.reading.plaintext import read_plain

CELLS = "Rà soát thủ tục hành chính \nSở Y tế \nSở Nội vụ \nHằng \nnăm \nBáo cáo \n"
HEAD = "TT \nNhiệm vụ \nCơ quan \nchủ trì \nCơ quan \nphối hợp \nThời \ngian \nSản \nphẩm \n"


def rows(*numbers: str) -> str:
    return "".join(f"{number} \n{CELLS}" for number in numbers)


def strips(text: str) -> list[tuple[str | None, str]]:
    found = RowFinder(split_lines(text)).find()
    return [(strip.section.printed if strip.section else None, strip.ordinal) for strip in found]


@pytest.mark.parametrize(("one", "two"), [("I", "II"), ("1", "2"), ("A", "B")])
def test_groups_of_any_number_hold_rows_numbered_by_group_and_row(one, two):
    text = f"{one} \nGiáo dục \n{rows('1.1', '1.2')}{two} \nY tế \n{rows('2.1', '2.2')}"

    assert strips(text) == [
        (f"{one}. Giáo dục", "1.1"),
        (f"{one}. Giáo dục", "1.2"),
        (f"{two}. Y tế", "2.1"),
        (f"{two}. Y tế", "2.2"),
    ]


def test_the_next_part_begins_without_a_title_too():
    assert [number for _, number in strips(rows("1.1", "1.2", "2.1", "2.2"))] == ["1.1", "1.2", "2.1", "2.2"]


def test_numbers_of_other_parts_or_out_of_turn_are_words():
    text = rows("1.1", "1.2") + "3.1 \n1.7 \n2.5 \n" + rows("1.3")

    assert [number for _, number in strips(text)] == ["1.1", "1.2", "1.3"]


def test_a_lost_number_costs_one_row_where_rows_are_numbered_by_group_too():
    assert [number for _, number in strips(rows("1.1", "1.2", "1.4", "1.5"))] == ["1.1", "1.2", "1.4", "1.5"]


def test_parts_of_a_row_with_cells_of_its_own_are_no_rows():
    text = f"1 \n{CELLS}1.1 \nViệc thứ nhất \n1.2 \nViệc thứ hai \n{rows('2', '3')}"

    assert [number for _, number in strips(text)] == ["1", "2", "3"]


def test_a_figure_with_a_point_is_no_number_of_rows():
    assert [number for _, number in strips(rows("1") + "1.1 \n" + rows("2"))] == ["1", "2"]


def test_a_heading_ends_at_the_first_row_numbered_by_group_and_row():
    found = read_plain(HEAD + rows("1.1", "1.2", "2.1"))

    assert [row.ordinal for row in found.rows] == ["1.1", "1.2", "2.1"]
    assert {row.section for row in found.rows} == {None}


def test_a_number_with_what_cannot_begin_a_row_is_words():
    text = rows("1.1") + "1.2 triệu lượt \n" + rows("1.2") + "1.3 \nvà hết \n"

    assert [number for _, number in strips(text)] == ["1.1", "1.2"]


def test_a_count_that_breaks_off_is_not_guessed_where_rows_are_numbered_by_group():
    assert [number for _, number in strips(rows("1.1", "1.2", "1.4"))] == ["1.1", "1.2"]


def test_behind_a_row_of_few_lines_no_number_was_lost():
    assert [number for _, number in strips(rows("1.1") + "1.2 \nRà soát \n" + rows("1.4", "1.5"))] == ["1.1", "1.2"]
