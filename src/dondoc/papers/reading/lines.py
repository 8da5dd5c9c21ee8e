"""Text to lines: blank lines counted, page breaks found, running heads and page numbers set aside."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dondoc.papers.reading.forms import Line

PAGE_GAP = 3
"""So many empty lines in a row stand for a page break where the extractor left no form feed."""

LONG_ENOUGH = 18
"""Shorter lines recur at the edges of pages by chance: "Báo cáo" may well end two of them."""

HYPHENED = re.compile(r"\w-$")

PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang\s+)?(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)


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
    """Leave out page numbers and lines that recur at the edge of pages, so that torn rows join cleanly."""
    edges: dict[int, list[int]] = {}
    for index, line in enumerate(lines):
        edges.setdefault(line.page, []).append(index)
    if len(edges) < 2:
        return lines
    pages = list(edges.values())
    recurring = Counter(
        lines[i].text for page in pages for i in {*page[:2], *page[-2:]} if len(lines[i].text) >= LONG_ENOUGH
    )
    drop = {
        index
        for page in pages
        for index in {*page[:2], *page[-2:]}
        if recurring[lines[index].text] >= max(2, len(pages) // 2)
    }
    drop |= _page_numbers(lines, [page[0] for page in pages]) or _page_numbers(lines, [page[-1] for page in pages])
    return [line for index, line in enumerate(lines) if index not in drop]


def _page_numbers(lines: list[Line], edge: list[int]) -> set[int]:
    """Find the page numbers among the first or the last lines of pages: they run on with the pages, ordinals do not."""
    numbers = [
        (index, int(match.group(1)) - order)
        for order, index in enumerate(edge)
        if (match := PAGE_NUMBER.fullmatch(lines[index].text))
    ]
    shift = Counter(shift for _, shift in numbers).most_common(1)
    if not shift or shift[0][1] < max(2, (len(edge) - 1) * 0.6):
        return set()
    return {index for index, step in numbers if step == shift[0][0]}
