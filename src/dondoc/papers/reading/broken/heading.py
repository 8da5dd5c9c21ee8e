"""The heading of a broken table: which columns it has and in what order, from words broken over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.papers.reading.broken.widths import BLANK, width
from dondoc.papers.reading.columns import heading_role
from dondoc.papers.reading.forms import Line, Role

BEGINS = re.compile(r"(?:TT|STT|Số TT|Stt|Số thứ tự)\b\.?", re.IGNORECASE)
LONGEST = 40
HEADING_FACE = 0.93
"""Headings are bold, a little wider than the face the widths are measured in; they bound a column from below."""
ORDINAL_LINE = re.compile(r"(?:[IVX]{1,5}|[A-H]|0?1(?:\.1)?)[.)]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Heading:
    """The columns of a broken table in reading order without the ordinal, and the line after the heading.

    `widths` are the widest lines of each column's heading in letters: the columns are no narrower.
    """

    roles: tuple[Role, ...]
    cells: tuple[str, ...]
    widths: tuple[float, ...]
    after: int


def heading_at(lines: Sequence[Line], index: int) -> Heading | None:
    """Read the heading that begins on a line with TT or STT, up to the first number or group; None if none does."""
    broken = lines[index].text in ("Số", "SỐ") and index + 1 < len(lines) and lines[index + 1].text.startswith("TT")
    if not broken and not BEGINS.match(lines[index].text):
        return None
    after = index + 1
    while after < len(lines) and after - index < LONGEST and not ORDINAL_LINE.match(lines[after].text):
        if len(lines[after].text) > 90:
            return None
        after += 1
    words: list[str] = []
    breaks: set[int] = set()
    for line in lines[index:after]:
        if "\t" in line.text or line.text.count("|") > 1:
            return None
        words.extend(line.text.split())
        breaks.add(len(words))
    begins = BEGINS.match(" ".join(words))
    skip = len(begins.group().split()) if begins else 1
    cells = _cells(words[skip:])
    if cells is None:
        return None
    roles: list[Role] = []
    for cell in cells:
        role = heading_role(cell) or Role.OTHER
        roles.append(Role.OTHER if role in roles and role is not Role.OTHER else role)
    if Role.TEXT not in roles:
        if Role.TARGET not in roles:
            return None
        roles[roles.index(Role.TARGET)] = Role.TEXT
    if len({*roles}) < 2:
        return None
    return Heading(tuple(roles), tuple(cells), _widths(words, skip, cells, breaks), after)


def _widths(words: Sequence[str], skip: int, cells: Sequence[str], breaks: set[int]) -> tuple[float, ...]:
    widths = []
    at = skip
    for cell in cells:
        end = at + len(cell.split())
        line = widest = 0.0
        for index in range(at, end):
            line = width(words[index]) + (0.0 if index == at or index in breaks else line + BLANK)
            widest = max(widest, line)
        widths.append(widest * HEADING_FACE)
        at = end
    return tuple(widths)


def _cells(words: Sequence[str]) -> list[str] | None:
    """Cut the heading's words into column names: each begins with a capital and names a role, as few as can be."""
    best: list[tuple[float, list[int]]] = [(0.0, [])]
    for end in range(1, len(words) + 1):
        ways = (
            (best[start][0] + _cell_cost(words, start, end), [*best[start][1], end])
            for start in range(max(0, end - 9), end)
        )
        best.append(min(ways))
    cost, ends = best[-1]
    if cost > 6.0 * len(ends):
        return None
    return [" ".join(words[a:b]) for a, b in pairwise([0, *ends])]


def _cell_cost(words: Sequence[str], start: int, end: int) -> float:
    text = " ".join(words[start:end])
    cost = 1.0
    if start and not words[start][0].isupper():
        cost += 6.0
    if start and words[start - 1][-1] in "/,;-":
        cost += 5.0
    # A capital inside a name is a new column, unless a slash or comma binds it.
    for index in range(start + 1, end):
        if words[index][0].isupper() and words[index - 1][-1] not in "/,;-(" and len(words[index]) > 1:
            cost += 2.5
    role = heading_role(text)
    return cost + (0.0 if role is not None and role is not Role.ORDINAL else 4.0)
