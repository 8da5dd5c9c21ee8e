"""Lines of text in which tabs or pipes keep the columns: each becomes a row of cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dondoc.papers.reading.forms import Cell, GridRow, Line, Span
from dondoc.papers.reading.lines import raw_line
from dondoc.papers.reading.tables import NUMBER, join_cells

RULE = re.compile(r"[\s|:+=_-]+")


NO_CELLS = GridRow(cells=(), start=0, end=0, line=0)


def separator_of(raw: str) -> str | None:
    """Tell what separates the cells of a line: a tab, a pipe, or nothing."""
    if "\t" in raw.strip("\n") and (raw.strip().count("\t") or raw.rstrip(" ").endswith("\t")):
        return "\t"
    bars = raw.count("|")
    if bars >= 2 or (bars == 1 and re.match(r"\s*\|?\s*\d+\s*\|", raw)):
        return "|"
    return None


def split_row(text: str, line: Line) -> GridRow | None:
    """Cut one line into cells with their places; a rule under a heading has none. None where no column stands."""
    raw, at = raw_line(text, line)
    separator = separator_of(raw)
    if separator is None:
        return None
    if separator == "|" and RULE.fullmatch(raw):
        return NO_CELLS
    cells: list[Cell] = []
    for part in raw.split(separator):
        cells.append(cell_of(part, at))
        at += len(part) + 1
    if separator == "|":
        first, last = raw.lstrip().startswith("|"), raw.rstrip().endswith("|")
        cells = cells[1 if first else 0 : -1 if last else None]
    return GridRow(cells=tuple(cells), start=line.start, end=line.end, line=line.number)


def lines_of_cells(row: GridRow, line: Line) -> list[Line]:
    """Take the filled cells of a row as lines of their own, as in a letterhead set out in two columns."""
    return [
        replace(line, text=cell.text, start=cell.spans[0].start, end=cell.spans[-1].end)
        for cell in row.cells
        if cell.filled
    ]


def cell_of(part: str, at: int) -> Cell:
    """Make a cell of a part of a line that begins at an offset of the text."""
    words = part.strip()
    if not words:
        return Cell("")
    begin = at + part.index(words[0])
    lines = clean(words)
    return Cell(" ".join(lines), (Span(begin, begin + len(words)),), lines if len(lines) > 1 else ())


def clean(words: str) -> tuple[str, ...]:
    """Give the lines of a cell without the marks of bold; a converter writes their breaks as <br>."""
    lines = re.split(r"<br\s*/?>", words.replace("**", "").replace("\\|", "|"))
    return tuple(line for each in lines if (line := " ".join(each.split())))


def merge_wrapped(rows: Sequence[GridRow], width: int) -> list[GridRow]:
    """Join lines that are one row whose cells hold line breaks: they have too few cells, and no number begins them."""
    merged: list[GridRow] = []
    for row in rows:
        short = merged and len(merged[-1].cells) < width
        numbered = bool(row.cells and NUMBER.fullmatch(row.cells[0].text))
        fits = merged and len(merged[-1].cells) + len(row.cells) - 1 <= width
        if fits and not numbered and (short or len(row.cells) == 1):
            last = merged[-1]
            seam = join_cells((last.cells[-1], row.cells[0]))
            merged[-1] = GridRow(
                cells=(*last.cells[:-1], seam, *row.cells[1:]), start=last.start, end=row.end, line=last.line
            )
        else:
            merged.append(row)
    return merged
