"""Plain text to rows of tasks and prose: every table found, whatever keeps or has lost its columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dondoc.papers.reading.broken.heading import Heading, heading_at
from dondoc.papers.reading.broken.headless import headless_at, read_headless
from dondoc.papers.reading.broken.reader import read_broken
from dondoc.papers.reading.columns import unread_headings
from dondoc.papers.reading.forms import GridRow, Line, Role, Section, TaskRow
from dondoc.papers.reading.landmarks import begins_appendix, begins_end, is_frame
from dondoc.papers.reading.lines import split_lines, with_page_breaks, without_page_numbers, without_running_heads
from dondoc.papers.reading.separated import NO_CELLS, cell_of, lines_of_cells, merge_wrapped, split_row
from dondoc.papers.reading.spaced import is_spaced_heading, read_spaced
from dondoc.papers.reading.tables import LONE_NUMBER, TableReader, heading_of, titled

Progress = Callable[[int, int], None]
NEXT_CHAPTER = re.compile(
    r"(?:[IVX]{1,5}[.)]?\s+)?(?:TỔ CHỨC THỰC HIỆN|KINH PHÍ|NGUỒN LỰC|CHẾ ĐỘ|GIẢI PHÁP|CÁC GIẢI PHÁP|TRÁCH NHIỆM)\b"
)
"""What may follow a table that stands in the body."""
CHAPTER_OF_TABLE = re.compile(
    r"(?:CÁC |DANH MỤC |BẢNG |PHÂN CÔNG |NỘI DUNG,? )*(?:NHIỆM VỤ|CHỈ TIÊU|NỘI DUNG|PHÂN CÔNG|DANH MỤC)\b",
    re.IGNORECASE,
)
"""The chapter of the body a table stands in ("II. NHIỆM VỤ CỤ THỂ") is no group of its rows."""
MOST_BETWEEN = 12
"""So many lines without columns end a table; a group's title and its aims are shorter."""
CELL_REST = re.compile(r"[a-zà-ỹđ]|[\d/.,-]+%?$")
"""How the rest of a full row's last cell begins: a small letter, or a figure alone."""


@dataclass(slots=True)
class Found:
    """What plain text holds: rows of tasks, the groups they stand in, and the lines that are neither."""

    rows: list[TaskRow] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    prose: list[Line] = field(default_factory=list)
    layout: str = "prose"
    roles: tuple[Role, ...] | None = None


def read_plain(text: str, progress: Progress | None = None) -> Found:
    """Find the tables of a text and read their rows; the other lines are its prose, in order."""
    lines = without_page_numbers(split_lines(text))
    found = Found()
    index = 0
    while index < len(lines):
        line = lines[index]
        if split_row(text, line) is not None:
            index = _read_separated(text, lines, index, found)
        elif is_spaced_heading(text, lines, index):
            index = _read_spaced(text, lines, index, found)
        else:
            heading = heading_at(lines, index)
            if heading:
                index = _read_broken(lines, index, heading, found, progress)
            elif _opens_headless(lines, index, found):
                index = _read_headless(lines, index, found, progress)
            else:
                found.prose.append(line)
                index += 1
    if progress:
        progress(len(lines), len(lines))
    return found


def _read_separated(text: str, lines: Sequence[Line], index: int, found: Found) -> int:
    """Read a table with its columns kept, or a letterhead set out in columns; give the line after it."""
    rows = _separated(text, lines, index)
    first = rows[0] or NO_CELLS
    if is_frame([cell.text for cell in first.cells]):
        found.prose += lines_of_cells(first, lines[index])
        return index + 1
    known = found.roles if found.roles and len(found.roles) == len(first.cells) else None
    reader = TableReader(roles=known, section=_section_above(found))
    prose = len(found.prose)
    _feed(zip(lines[index:], rows, strict=False), reader, found)
    if _take(reader, found, "separated"):
        found.roles = reader.roles
    else:
        del found.prose[prose:]
        for line, row in zip(lines[index:], rows, strict=False):
            found.prose += lines_of_cells(row, line) if row else [line]
    return index + len(rows)


def _separated(text: str, lines: Sequence[Line], index: int) -> list[GridRow | None]:
    """Cut the lines of a table into rows, None for lines between them, up to the last row.

    It ends at the next appendix, at a signature in columns, or where a long stretch keeps no columns.
    """
    rows: list[GridRow | None] = []
    last = 0
    for line in lines[index:]:
        row = split_row(text, line)
        if row is not None:
            if rows and is_frame([cell.text for cell in row.cells]):
                break
            last = len(rows)
        elif len(rows) - last > MOST_BETWEEN or begins_appendix(line.text):
            break
        rows.append(row)
    while last + 1 < len(rows) and _goes_on(lines[index + last + 1], 1, 1):
        last += 1
    return rows[: last + 1]


def _feed(lines: Iterable[tuple[Line, GridRow | None]], reader: TableReader, found: Found) -> None:
    """Give a table's lines to its reader: rows, the rests of cells broken off them, and what stands between."""
    pending: list[GridRow] = []
    width = 0
    for line, row in lines:
        if row is not None:
            pending += [row] if row.cells else []
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


def _take(reader: TableReader, found: Found, layout: str) -> bool:
    """Take over what a table held; tell whether it held any row."""
    rows = reader.finish()
    found.rows += rows
    if rows:
        found.sections += reader.sections
        found.layout = layout
    return bool(rows)


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
    rows = read_broken(without_running_heads(with_page_breaks(body)), heading, progress)
    if not rows:
        found.prose.extend(lines[index:end])
        return end
    _take_broken([replace(rows[0], unread=unread_headings(heading.cells, heading.roles)), *rows[1:]], found)
    return end


def _opens_headless(lines: Sequence[Line], index: int, found: Found) -> bool:
    """Tell whether a broken table without a heading opens here: right below the title of an appendix."""
    if not any(begins_appendix(line.text) for line in found.prose[-MOST_BETWEEN:]):
        return False
    return headless_at(lines, index, _table_end(lines, index))


def _read_headless(lines: Sequence[Line], index: int, found: Found, progress: Progress | None) -> int:
    end = _table_end(lines, index)
    _take_broken(read_headless(without_running_heads(with_page_breaks(lines[index:end])), progress), found)
    return end


def _take_broken(rows: Sequence[TaskRow], found: Found) -> None:
    found.rows += rows
    for row in rows:
        if row.section and row.section not in found.sections:
            found.sections.append(row.section)
    found.layout = "broken"


def _table_end(lines: Sequence[Line], start: int) -> int:
    """Find the line at which a broken table is over: another appendix, a chapter of the body, or the signature."""
    for at in range(start, len(lines)):
        words = lines[at].text
        if begins_appendix(words) or begins_end(words) or NEXT_CHAPTER.match(words):
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
