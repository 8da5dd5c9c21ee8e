"""The note as a Word paper in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: a draft for a person to sign."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from dondoc.directives import note_words
from dondoc.directives.models import Directive
from dondoc.directives.notes import Note, Question, Remark

# Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I: A4; lề trên, dưới 20-25 mm, trái 30-35, phải 15-20; Times New Roman.
TOP, BOTTOM, LEFT, RIGHT = Mm(20), Mm(20), Mm(30), Mm(15)
FONT = "Times New Roman"
BODY, HEAD, SMALL = Pt(13), Pt(12), Pt(11)
REMARKS, QUESTIONS = (10, 35, 37, 46, 37), (10, 35, 42, 45, 33)  # widths of columns in millimetres: 165 in all
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def write(directive: Directive, note: Note, *, province: str, office: str, prepared_by: str, on: date) -> bytes:
    """Write the paper as a .docx file; its number, day of signing and signer are left for the office to fill in."""
    paper = Document()
    _page(paper)
    _letterhead(paper, province, office, on)
    _line(paper, note_words.kind(), bold=True, align=ALIGN.CENTER, before=12)
    _line(paper, note_words.about(directive), bold=True, align=ALIGN.CENTER)
    _rule(paper, 55)
    _line(paper, note_words.to(directive), align=ALIGN.CENTER, before=8, after=8)
    _line(paper, note_words.opening(directive, note.rows, len(note.remarks), len(note.questions), office), indent=True)
    if note.remarks:
        _line(paper, note_words.remarks_head(), bold=True, indent=True, before=6)
        _table(paper, note_words.REMARKS, REMARKS, [_remark(each) for each in note.remarks])
    if note.questions:
        _line(paper, note_words.questions_head(), bold=True, indent=True, before=8)
        _table(paper, note_words.QUESTIONS, QUESTIONS, [_question(each) for each in note.questions])
    _line(paper, note_words.closing(), indent=True, before=8, after=8)
    _foot(paper, prepared_by)
    out = io.BytesIO()
    paper.save(out)
    return out.getvalue()


def _remark(remark: Remark) -> tuple[str, ...]:
    return remark.place, remark.quote, remark.words, remark.proposal


def _question(question: Question) -> tuple[str, ...]:
    return question.place, question.quote, question.words, question.answer


def _page(paper: Any) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = TOP, BOTTOM, LEFT, RIGHT
    section.different_first_page_header_footer = True
    style = paper.styles["Normal"]
    style.font.name, style.font.size = FONT, BODY
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    number = section.header.paragraphs[0]
    number.alignment = ALIGN.CENTER
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        _field(number.add_run(), kind, text)


def _field(run: Any, kind: str, text: str) -> None:
    element = OxmlElement("w:fldChar" if kind else "w:instrText")
    if kind:
        element.set(qn("w:fldCharType"), kind)
    else:
        element.text = text
    run._r.append(element)


def _letterhead(paper: Any, province: str, office: str, on: date) -> None:
    left, right = _two_columns(paper, 68, 97)
    for words in note_words.committee_of(province):
        _line(left, words, size=HEAD, align=ALIGN.CENTER)
    _line(left, office.upper(), bold=True, size=HEAD, align=ALIGN.CENTER)
    _rule(left, 22)
    _line(left, note_words.number(), align=ALIGN.CENTER, before=4)
    _line(right, note_words.nation(), bold=True, size=HEAD, align=ALIGN.CENTER)
    _line(right, note_words.motto(), bold=True, align=ALIGN.CENTER)
    _rule(right, 17)
    _line(right, note_words.place_and_month(province, on), italic=True, align=ALIGN.CENTER, before=4)


def _foot(paper: Any, prepared_by: str) -> None:
    left, right = _two_columns(paper, 80, 85)
    _line(left, note_words.recipients_head(), bold=True, italic=True, size=HEAD)
    for words in note_words.recipients(prepared_by):
        _line(left, f"- {words}", size=SMALL)
    _line(right, note_words.signer_head(), bold=True, align=ALIGN.CENTER)


def _two_columns(paper: Any, *widths: int) -> Any:
    """Add a table without borders and give its cells, to be written from their first line."""
    table = paper.add_table(rows=1, cols=len(widths))
    _fix_widths(table, widths)
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
        cell._tc.remove(cell.paragraphs[0]._p)
    return table.rows[0].cells


def _table(paper: Any, head: Sequence[object], widths: Sequence[int], lines: Sequence[tuple[str, ...]]) -> None:
    table = paper.add_table(rows=0, cols=len(widths), style="Table Grid")
    _fix_widths(table, widths)
    numbered = [(str(number), *line) for number, line in enumerate(lines, 1)]
    for place, line in enumerate([tuple(map(str, head)), *numbered]):
        row = table.add_row()
        _mark(row, "w:cantSplit")
        if place == 0:
            _mark(row, "w:tblHeader")
        for column, (cell, words, width) in enumerate(zip(row.cells, line, widths, strict=True)):
            cell.width = Mm(width)
            cell._tc.remove(cell.paragraphs[0]._p)
            align = ALIGN.CENTER if place == 0 or column == 0 else ALIGN.LEFT
            _line(cell, words, bold=place == 0, size=SMALL, align=align)


def _fix_widths(table: Any, widths: Sequence[int]) -> None:
    """Fix the columns for Word and for LibreOffice, which reads them from the grid alone."""
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _line(
    place: Any,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: Pt | None = None,
    align: ALIGN = ALIGN.JUSTIFY,
    indent: bool = False,
    before: int = 0,
    after: int = 0,
) -> None:
    paragraph = place.add_paragraph()
    paragraph.alignment = align
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after, shape.line_spacing = Pt(before), Pt(after), 1.0
    if indent:
        shape.first_line_indent, shape.space_after = Mm(10), Pt(6)
    run = paragraph.add_run(UNPRINTABLE.sub("", words))
    run.bold, run.italic, run.font.name, run.font.size = bold, italic, FONT, size or BODY


def _rule(place: Any, inset: int) -> None:
    """Draw the line under a name: the bottom border of an empty line, set in from both sides by millimetres."""
    paragraph = place.add_paragraph()
    shape = paragraph.paragraph_format
    shape.left_indent = shape.right_indent = Mm(inset)
    shape.space_before = shape.space_after = Pt(0)
    shape.line_spacing = Pt(4)
    borders, bottom = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "auto")):
        bottom.set(qn(f"w:{name}"), value)
    borders.append(bottom)
    paragraph._p.get_or_add_pPr().append(borders)
