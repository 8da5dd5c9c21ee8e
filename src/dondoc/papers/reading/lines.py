"""Text to lines: blank lines counted, page breaks found, running heads and page numbers set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dondoc.papers.reading.forms import Line

PAGE_GAP = 3
"""So many empty lines in a row stand for a page break where the extractor left no form feed."""

LONG_ENOUGH = 18
"""Shorter lines recur at the edges of pages by chance: "Báo cáo" may well end two of them."""

HYPHENED = re.compile(r"\w-$")

MOST_ROW = 120
"""Rows with their cells broken over lines are hardly longer."""

ORDINAL = re.compile(r"(?:\d{1,2}\.)?(\d{1,3})[.)]?(?:\s*$|\s+(?=[A-ZĐÀ-Ỹ]))")

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)

MARKED_NUMBER = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]|trang\s+\d{1,4}(?:\s*/\s*\d{1,4})?", re.IGNORECASE)
"""A page number nobody can take for anything else: between dashes, or behind the word."""

MOST_SET_OFF = 12
"""Where more than one line in so many is set off by empty lines, these are no page breaks."""

EDGE = 4
"""So many lines from the edge of a page a marked number may stand: running heads stand above it."""


def split_lines(text: str) -> list[Line]:
    """Give the filled lines of a text with their offsets, the empty lines before each, and its page."""
    lines: list[Line] = []
    start = blanks = page = 0
    for number, raw in enumerate(text.split("\n"), 1):
        feeds = raw.count("\f")
        words = raw.strip()
        if feeds or (words and blanks >= PAGE_GAP and lines):
            page += max(feeds, 1)
        if words:
            begin = start + raw.index(words[0])
            end = begin + len(words)
            lines.append(Line(words, begin, end, number, blanks, page))
            blanks = 0
        else:
            blanks += 1
        start += len(raw) + 1
    return lines


def raw_line(text: str, line: Line) -> tuple[str, int]:
    """Give a line as it stands in the text, with the blanks around it, and the offset at which it begins."""
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.end)
    return text[start : len(text) if end < 0 else end], start


def joined(pieces: Iterable[str]) -> str:
    """Join broken lines or cells: nothing between where a hyphen was wrapped, a blank elsewhere."""
    parts: list[str] = []
    for piece in pieces:
        # Only the piece before is looked at: a paragraph may have ten thousand lines.
        if parts and piece and not HYPHENED.search(parts[-1]):
            parts.append(" ")
        if piece:
            parts.append(piece)
    return "".join(parts)


def without_running_heads(lines: list[Line]) -> list[Line]:
    """Leave out lines that recur at the edge of pages, so that torn rows join cleanly; for the lines of one table.

    The heading of a table recurs too: this is not for the lines of a whole document.
    """
    pages = _pages(lines)
    edges = [index for page in pages for index in {*page[:2], *page[-2:]}]
    recurring = Counter(lines[index].text for index in edges if len(lines[index].text) >= LONG_ENOUGH)
    drop = {index for index in edges if recurring[lines[index].text] >= max(2, len(pages) // 2)}
    return [line for index, line in enumerate(lines) if index not in drop]


def without_page_numbers(lines: list[Line]) -> list[Line]:
    """Leave out the page numbers of a document, wherever on the page they stand."""
    pages = _pages(lines)
    edges = {index for page in pages for index in (*page[:EDGE], *page[-EDGE:])}
    drop = {index for index in edges if MARKED_NUMBER.fullmatch(lines[index].text)}
    first, last = [page[0] for page in pages], [page[-1] for page in pages]
    drop |= _page_numbers(lines, first) or _page_numbers(lines, last)
    return [line for index, line in enumerate(lines) if index not in drop]


def with_page_breaks(lines: Sequence[Line]) -> list[Line]:
    """Break pages at page numbers set off by an empty line, and leave those out; for a table without empty lines.

    Where rows or cells are set off by empty lines these are no page breaks; where hardly any line is, they are.
    """
    set_off = [index for index in range(1, len(lines)) if lines[index].blanks]
    if len(set_off) * MOST_SET_OFF > len(lines):
        return list(lines)
    beside = sorted({*set_off, *(index - 1 for index in set_off)})
    inside = {index: ordinal for index, line in enumerate(lines) if index not in beside and (ordinal := _ordinal(line))}
    breaks = {index for index in beside if _rows_run_on(lines[index], index, inside)}
    out: list[Line] = []
    page = 0
    for index, line in enumerate(lines):
        if index in breaks:
            page += 1
        else:
            out.append(replace(line, page=line.page + page))
    return out


def _pages(lines: list[Line]) -> list[list[int]]:
    """Give the places of the lines of each page; none where there is one page only."""
    pages: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        pages.setdefault(line.page, []).append(index)
    return list(pages.values()) if len(pages) > 1 else []


def _page_numbers(lines: list[Line], edge: list[int]) -> set[int]:
    """Find the page numbers among the first or the last lines of pages: they run on with the pages, ordinals do not."""
    inside = {index: ordinal for index, line in enumerate(lines) if index not in edge and (ordinal := _ordinal(line))}
    numbers = [
        (index, int(match.group(1)) - order)
        for order, index in enumerate(edge)
        if (match := PAGE_NUMBER.fullmatch(lines[index].text)) and not _counts_rows(lines[index], index, inside)
    ]
    shift = Counter(shift for _, shift in numbers).most_common(1)
    if not shift or shift[0][1] < max(2, (len(edge) - 1) * 0.6):
        # One page may bear the only number: there it must be the page's own, and no row's.
        alone = len(numbers) == 1 and numbers[0][0] != edge[0] and numbers[0][1] in (0, 1)
        return {numbers[0][0]} if alone and _rows_run_on(lines[numbers[0][0]], numbers[0][0], inside) else set()
    return {index for index, step in numbers if step == shift[0][0]}


def _rows_run_on(line: Line, index: int, inside: dict[int, int]) -> bool:
    """Tell whether rows stand around a number and are counted on without it."""
    before, after = _neighbours(index, inside)
    if not line.text.isdecimal() or not before:
        return False
    number = int(line.text)
    return after == number or (number != before + 1 and after in (before + 1, 1, 0))


def _neighbours(index: int, inside: dict[int, int]) -> tuple[int, int]:
    """Give the ordinals of the rows before and after a line, 0 where none stands near."""
    near = [(at, ordinal) for at, ordinal in inside.items() if abs(at - index) < MOST_ROW]
    before = next((ordinal for at, ordinal in reversed(near) if at < index), 0)
    return before, next((ordinal for at, ordinal in near if at > index), 0)


def _counts_rows(line: Line, index: int, inside: dict[int, int]) -> bool:
    """Tell whether a number at the edge of a page is the ordinal of a row: it stands between its neighbours inside."""
    if not line.text.isdecimal():
        return False
    number = int(line.text)
    before, after = _neighbours(index, inside)
    return after == number + 1 and before in (number - 1, 0)


def _ordinal(line: Line) -> int:
    """Give the number a line begins with as rows do, 0 where it begins with none."""
    match = ORDINAL.match(line.text)
    return int(match.group(1)) if match else 0
