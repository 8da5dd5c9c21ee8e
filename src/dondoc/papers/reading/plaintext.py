"""Plain text to rows of tasks and prose: every table found, whatever keeps or has lost its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from dondoc.papers.reading.broken.heading import Heading, heading_at
from dondoc.papers.reading.broken.reader import read_broken
from dondoc.papers.reading.forms import GridRow, Line, Section, TaskRow
from dondoc.papers.reading.lines import split_lines, without_running_heads
from dondoc.papers.reading.separated import cell_of, merge_wrapped, separator_of, split_row
from dondoc.papers.reading.spaced import is_spaced_heading, read_spaced
from dondoc.papers.reading.tables import LONE_NUMBER, TableReader, heading_of, titled

Progress = Callable[[int, int], None]
APPENDIX = re.compile(r"\**\s*(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?([IVXLC]+|\d{1,2}|[A-H]))?\s*[:.]?\s*\**$")


# What follows a table that stands in the body: the next chapter, the recipients or the signature.
CLOSING = re.compile(
    r"(?:[IVX]{1,5}[.)]?\s+)?(?:TỔ CHỨC THỰC HIỆN|KINH PHÍ|NGUỒN LỰC|CHẾ ĐỘ|GIẢI PHÁP|CÁC GIẢI PHÁP|TRÁCH NHIỆM)\b"
    r"|\**N[ơo]i nhận\s*:?|(?:TM|KT|TL|TUQ)\.\s*[A-ZĐÀ-Ỹ]{2}"
)


CHAPTER_OF_TABLE = re.compile(
    r"(?:CÁC |DANH MỤC |BẢNG |PHÂN CÔNG |NỘI DUNG,? )*(?:NHIỆM VỤ|CHỈ TIÊU|NỘI DUNG|PHÂN CÔNG|DANH MỤC)\b",
    re.IGNORECASE,
)
"""The chapter of the body a table stands in ("II. NHIỆM VỤ CỤ THỂ") is no group of its rows."""
CELL_REST = re.compile(r"[a-zà-ỹđ]|[\d/.,-]+%?$")
"""How the rest of a full row's last cell begins: a small letter, or a figure alone."""


@dataclass(slots=True)
class Found:
    """What plain text holds: rows of tasks, the groups they stand in, and the lines that are neither."""

    rows: list[TaskRow] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    layout: str = "prose"


def read_plain(text: str, progress: Progress | None = None) -> Found:
    """Find the tables of a text and read their rows; the other lines are its prose, in order."""
    lines = split_lines(text)
    found = Found()
    index = 0
    while index < len(lines):
        line = lines[index]
        if _separator(text, line):
            index = _read_separated(text, lines, index, found)
        elif is_spaced_heading(text, lines, index):
            index = _read_spaced(text, lines, index, found)
        else:
            heading = heading_at(lines, index)
            if heading:
                index = _read_broken(lines, index, heading, found, progress)
            else:
                found.prose.append(line)
                index += 1
    if progress:
        progress(len(lines), len(lines))
    return found


def _separator(text: str, line: Line) -> str | None:
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    return separator_of(text[start : len(text) if end < 0 else end])


def _read_separated(text: str, lines: Sequence[Line], index: int, found: Found) -> int:
    """Read on to the last line with columns; lines between belong to the table if a group begins there."""
    last = index
    for at in range(index, len(lines)):
        if _separator(text, lines[at]):
            last = at
        elif APPENDIX.match(lines[at].text) and at > last:
            break
    while last + 1 < len(lines) and _goes_on(lines[last + 1], 1, 1):
        last += 1
    reader = TableReader()
    reader.section = _section_above(found)
    pending: list[GridRow] = []
    width = 0
    for at in range(index, last + 1):
        line = lines[at]
        separator = _separator(text, line)
        if separator:
            row = split_row(text, line, separator)
            if row is not None:
                pending.append(row)
                width = max(width, len(row.cells))
        elif pending and _goes_on(line, len(pending[-1].cells), width):
            pending.append(
                GridRow(cells=(cell_of(line.text, line.start),), start=line.start, end=line.end, line=line.number)
            )
        else:
            _flush(reader, pending, width)
            reader.between(line)
            if heading_of(line) is None:
                found.prose.append(line)
    _flush(reader, pending, width)
    _take(reader, found, "separated")
    return last + 1


def _goes_on(line: Line, filled: int, width: int) -> bool:
    """Tell whether a line without separators is the rest of a cell of the row above, broken there."""
    if line.blanks or heading_of(line) is not None or LONE_NUMBER.fullmatch(line.text):
        return False
    return filled < width or CELL_REST.match(line.text) is not None


def _flush(reader: TableReader, pending: list[GridRow], width: int) -> None:
    for row in merge_wrapped(pending, width):
        reader.row(row)
    pending.clear()


def _section_above(found: Found) -> Section | None:
    """Take the heading that stands right above a table, in one line or two, as the group of its first rows."""
    above = found.prose[-2:]
    if not above:
        return None
    section = heading_of(above[-1])
    if section is None and len(above) == 2 and LONE_NUMBER.fullmatch(above[0].text) and len(above[1].text) < 250:
        section = titled(above[0], above[1])
    if section is not None and not CHAPTER_OF_TABLE.match(section.title):
        del found.prose[-1 if section.start == above[-1].start else -2 :]
        found.sections.append(section)
        return section
    return None


def _take(reader: TableReader, found: Found, layout: str) -> None:
    rows = reader.finish()
    found.rows += rows
    found.sections += reader.sections
    if rows:
        found.layout = layout


def _read_spaced(text: str, lines: Sequence[Line], index: int, found: Found) -> int:
    parts, after = read_spaced(text, lines, index)
    if not parts:
        found.prose.append(lines[index])
        return index + 1
    reader = TableReader()
    reader.section = _section_above(found)
    for part in parts:
        if isinstance(part, Line):
            reader.between(part)
        else:
            reader.row(part)
    _take(reader, found, "spaced")
    return after


def _read_broken(lines: Sequence[Line], index: int, heading: Heading, found: Found, progress: Progress | None) -> int:
    """Read a broken table from below its heading to its end, repeated headings and running heads left out."""
    end = _table_end(lines, heading.after)
    words = [word for line in lines[index : heading.after] for word in line.text.split()]
    body = _without_repeated(lines[heading.after : end], words)
    rows = read_broken(without_running_heads(body), heading, progress)
    if not rows:
        found.prose.extend(lines[index:end])
        return end
    found.rows += rows
    for row in rows:
        if row.section and row.section not in found.sections:
            found.sections.append(row.section)
    found.layout = "broken"
    return end


def _table_end(lines: Sequence[Line], start: int) -> int:
    """Find the line at which a broken table is over: another appendix, a chapter of the body, or the signature."""
    for at in range(start, len(lines)):
        if APPENDIX.match(lines[at].text) or CLOSING.match(lines[at].text):
            return at
    return len(lines)


def _without_repeated(lines: Sequence[Line], head: Sequence[str]) -> list[Line]:
    """Leave out the heading where it is printed again at the top of a page, however its lines break there."""
    out: list[Line] = []
    index = 0
    while index < len(lines):
        taken = _repeats(lines, index, head)
        if taken:
            index += taken
        else:
            out.append(lines[index])
            index += 1
    return out


def _repeats(lines: Sequence[Line], index: int, head: Sequence[str]) -> int:
    """Count the lines from here on that hold just the words of the heading; 0 if they do not."""
    at = taken = 0
    while at < len(head) and index + taken < len(lines):
        words = lines[index + taken].text.split()
        if words != list(head[at : at + len(words)]):
            return 0
        at += len(words)
        taken += 1
    return taken if at == len(head) else 0
