"""Damaged documents that once crashed the reader or held it up, each cut down to what mattered.

They are read through the child with the ten seconds a document may take, so that a relapse fails and harms nothing.
"""

from pathlib import Path

import pytest

from dondoc.papers.reading import isolated
from dondoc.papers.reading.reader import Reading, read_text
from papers.generator import Sample, generate

SECONDS = 10
HEADING = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n"
ROW = "{}\tRà soát thủ tục hành chính\tSở Y tế\tQuý I\n"
COLUMNS = ("text", "lead", "cooperating", "time", "product")


def read_in_time(text: str, folder: Path) -> Reading:
    path = folder / "van-ban.txt"
    path.write_text(text, encoding="utf-8")
    return isolated.read(path, filename=path.name, seconds=SECONDS)


def broken(seed: int, count: int) -> Sample:
    return generate(seed, "broken", count=count, sections="none", columns=COLUMNS, page_lines=0)


@pytest.mark.parametrize("sign", ["²", "①", "٣", pytest.param("9" * 5000, id="5000 digits")])
def test_an_ordinal_that_is_no_plain_number_still_has_its_place(sign):
    items = read_text(HEADING + ROW.format(sign) + ROW.format("2")).items

    assert len(items) == 2


def test_a_jump_of_ordinals_by_billions_is_remarked_without_counting_them_one_by_one(tmp_path):
    reading = read_in_time(HEADING + ROW.format("1") + ROW.format("99999999999"), tmp_path)

    assert len(reading.catalogue.items) == 2
    assert "numbering-broken" in {finding.code for finding in reading.catalogue.findings}


@pytest.mark.slow
@pytest.mark.parametrize("every", [8, 20], ids="pages of {} lines".format)
def test_rows_torn_by_very_short_pages_are_read_in_time(every, tmp_path):
    lines = broken(3, 20).text.split("\n")
    text = "\n".join(f"\f{line}" if number % every == 0 else line for number, line in enumerate(lines))

    assert len(read_in_time(text, tmp_path).catalogue.items) == 20


@pytest.mark.slow
def test_a_row_with_a_line_of_hundreds_of_names_is_read_in_time(tmp_path):
    sample = broken(1, 8)
    line_end = sample.text.index("\n", sample.starts[sample.rows[3].ref])
    text = f"{sample.text[:line_end]}\n{'Sở Y tế; ' * 900}{sample.text[line_end:]}"

    assert len(read_in_time(text, tmp_path).catalogue.items) == 8


def test_years_and_a_quarter_run_together_are_no_stumbling_block():
    assert len(read_text(HEADING + "1\tNăm 2024-TM quýI\tSở Y tế\tQuý I\n").items) == 1


def test_a_line_of_opening_brackets_is_read_in_time(tmp_path):
    reading = read_in_time(HEADING + ROW.format("1") + f"1. {'(' * 60_000}\n", tmp_path)

    assert len(reading.catalogue.items) == 1


@pytest.mark.parametrize(
    "name", ["Tổ giúp việc Chương trình 81", "Phân hiệu Cao đẳng nghề", "Tiểu đoàn Cảnh sát cơ động"]
)
def test_a_section_addressed_to_a_body_nobody_knows_gives_its_rows_that_addressee(name):
    rows = "TT\tNội dung\tChỉ tiêu\n1\tTỷ lệ hồ sơ giải quyết đúng hạn\t≥ 95%\n2\tTỷ lệ văn bản ký số\t100%\n"
    text = f"PHỤ LỤC\n\n1. SỞ Y TẾ\n\n{rows}\n2. {name.upper()}\n\n{rows}\n3. SỞ TÀI CHÍNH\n\n{rows}"

    leads = [item.leads for item in read_text(text).items]

    assert [len(each) for each in leads] == [1] * 6
    assert leads[2][0].lower() == name.lower()


@pytest.mark.parametrize("share", ["whole", "every word on its line"])
def test_broken_columns_in_capitals_are_read_in_time(share, tmp_path):
    """In capitals every word could begin a cell; with a word a line every word could end one."""
    text = broken(2, 30).text.upper()
    if share != "whole":
        text = text.replace(" ", "\n")

    reading = read_in_time(text, tmp_path)

    assert reading.catalogue.items


def test_a_line_of_a_hundred_thousand_blanks_is_looked_through_for_stamps_in_time(tmp_path):
    text = f"{HEADING}{ROW.format('1')}".replace("\n", " ") + " " * 100_000 + "Sở Y tế\n"

    assert read_in_time(text, tmp_path)


def test_a_point_that_stands_right_before_a_chapter_is_no_heading_of_it():
    text = (
        "ỦY BAN NHÂN DÂN TỈNH\nKẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Y tế rà soát thủ tục hành chính\n"
        "II. TỔ CHỨC THỰC HIỆN\n1. Sở Nội vụ tổng hợp, báo cáo kết quả.\n"
    )

    assert "Sở Y tế" in {lead for item in read_text(text).items for lead in item.leads}


def test_columns_with_a_target_and_every_word_on_a_line_are_read_in_time(tmp_path):
    """Heaps of words look like targets wherever a figure stands among them; looking closer takes the time."""
    columns = ("text", "target", "time", "lead", "cooperating", "product")
    sample = generate(4, "broken", count=20, sections="none", columns=columns, page_lines=40)

    assert read_in_time(sample.text.replace(" ", "\n"), tmp_path).catalogue.items


def test_a_paragraph_of_twenty_thousand_lines_is_joined_in_time(tmp_path):
    words = "Rà soát, cập nhật và công khai thủ tục hành chính của các sở, ban, ngành " * 1_500

    assert read_in_time("KẾ HOẠCH\nI. MỤC ĐÍCH\n" + words.replace(" ", "\n"), tmp_path).catalogue.items == ()


def test_a_number_right_before_the_end_below_an_appendix_opens_no_table(tmp_path):
    text = "KẾ HOẠCH\nPHỤ LỤC\nDANH MỤC NHIỆM VỤ\n1. TỔ CHỨC THỰC HIỆN\nPHỤ LỤC II\n1\n"

    assert read_in_time(text, tmp_path).catalogue.items == ()


def test_headings_that_stand_closer_than_their_columns_still_part_them(tmp_path):
    heads = "STT     Nhiệm vụ cụ㴻 thể    \U000c7484\n                        ß  \U0004462c\n"

    assert read_in_time(f"KẾ HOẠCH\n{heads}", tmp_path)
