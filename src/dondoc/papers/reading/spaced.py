"""Lines of text in which two or more spaces keep the columns: places on the line tell which cell a word is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.papers.reading.columns import heading_role, roles_of_heading
from dondoc.papers.reading.forms import Cell, GridRow, Line, Role, Span
from dondoc.papers.reading.landmarks import begins_appendix, begins_end
from dondoc.papers.reading.lines import raw_line
from dondoc.papers.reading.tables import GROUP_NUMBER, NUMBER, join_cells

RULE = re.compile(r"[-=_+\s]{5,}")
TIGHT = re.compile(r"((?:Số )?S?TT|Stt)\s+(?=\S)")
CHUNK = re.compile(r"\S+(?: \S+)*")


MOST_BY_CHANCE = 2
"""So many rows with their number below their first line are no accident."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Words between gaps: where they stand on the line and in the text."""

    left: int
    right: int
    text: str
    start: int


def chunks_of(text: str, line: Line) -> list[Chunk]:
    """Give the words of a line between gaps of two or more spaces."""
    raw, begin = raw_line(text, line)
    return [Chunk(m.start(), m.end(), m.group(), begin + m.start()) for m in CHUNK.finditer(raw)]


def heading_chunks(text: str, line: Line) -> list[Chunk]:
    """Give the words of a heading between gaps; a single blank parts the narrow number column from the next."""
    chunks = chunks_of(text, line)
    tight = TIGHT.match(chunks[0].text)
    if not tight:
        return chunks
    first, size = chunks[0], tight.end()
    number = Chunk(first.left, first.left + len(tight.group(1)), tight.group(1), first.start)
    return [number, Chunk(first.left + size, first.right, first.text[size:], first.start + size), *chunks[1:]]


def is_spaced_heading(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell whether a heading with columns kept by spaces begins on this line (it may go on below)."""
    chunks = heading_chunks(text, lines[index])
    if len(chunks) < 3:
        return False
    return heading_role(chunks[0].text) is Role.ORDINAL and sum(heading_role(c.text) is not None for c in chunks) >= 2


def read_spaced(text: str, lines: Sequence[Line], index: int) -> tuple[list[GridRow | Line], int]:
    """Read a table with columns kept by spaces from its heading on.

    Gives its rows, the heading first, with the lines that cross the columns between them; and the line after it.
    """
    after = _end(text, lines, index)
    body = _heading_height(text, lines, index, after)
    starts = _column_starts(text, lines[index:body], lines[body:after])
    heads = [_sliced(text, line, starts) for line in lines[index:body]]
    heading = GridRow(
        cells=tuple(join_cells(column) for column in zip(*heads, strict=True)),
        start=lines[index].start, end=lines[body - 1].end, line=lines[index].number,
    )  # fmt: skip
    if roles_of_heading([cell.text for cell in heading.cells]) is None:
        return [], index + 1
    names = {line.text for line in lines[index:body]}
    blocks: list[list[GridRow | Line]] = []
    apart = True
    for line in lines[body:after]:
        if line.text in names or RULE.fullmatch(line.text):
            apart = True
            continue
        part = _row_or_line(text, line, starts)
        apart = apart or (bool(blocks) and _is_group(blocks[-1][-1])) or _is_group(part)
        if apart or line.blanks or isinstance(part, Line) or isinstance(blocks[-1][-1], Line):
            blocks.append([])
        blocks[-1].append(part)
        apart = False
    if _centred(blocks):
        return [heading, *_blocks_joined(blocks)], after
    return _rows_joined([heading, *(part for block in blocks for part in block)]), after


def _is_group(part: GridRow | Line) -> bool:
    """Tell whether a line begins a group: its number is Roman or a letter."""
    number = part.cells[0].text if isinstance(part, GridRow) else ""
    return GROUP_NUMBER.fullmatch(number) is not None and not number[0].isdecimal()


def _centred(blocks: Sequence[Sequence[GridRow | Line]]) -> bool:
    """Tell whether blank lines part the rows and numbers stand in the middle of them, not on their first lines."""
    numbered = [[part.cells[0].filled for part in block if isinstance(part, GridRow)] for block in blocks]
    ones = [block for block in numbered if sum(block) == 1]
    late = sum(not block[0] for block in ones)
    return late >= MOST_BY_CHANCE and len(ones) * 5 >= len([block for block in numbered if block]) * 4


def _blocks_joined(blocks: Sequence[Sequence[GridRow | Line]]) -> list[GridRow | Line]:
    """Make one row of each block; one without a number goes on with the row that a page has torn."""
    out: list[GridRow | Line] = []
    for block in blocks:
        rows = [part for part in block if isinstance(part, GridRow)]
        if not rows:
            out.extend(block)
            continue
        last = out[-1] if out else None
        if isinstance(last, GridRow) and not any(row.cells[0].filled for row in rows):
            rows, out = [last, *rows], out[:-1]
        cells = tuple(join_cells(column) for column in zip(*(row.cells for row in rows), strict=True))
        out.append(GridRow(cells=cells, start=rows[0].start, end=rows[-1].end, line=rows[0].line))
    return out


def _end(text: str, lines: Sequence[Line], index: int) -> int:
    """Find where the table ends: at the next appendix or signature, or where many lines keep no columns."""
    idle = 0
    for at in range(index + 1, len(lines)):
        if begins_appendix(lines[at].text) or begins_end(lines[at].text):
            return at
        idle = 0 if len(chunks_of(text, lines[at])) > 1 else idle + 1
        if idle > 25:
            return at - 25
    return len(lines)


def _heading_height(text: str, lines: Sequence[Line], index: int, after: int) -> int:
    """Find the line after the heading: it goes on over lines that begin neither a row nor a group, at most six."""
    at = index + 1
    while at < min(index + 6, after):
        chunks = chunks_of(text, lines[at])
        first = chunks[0].text.split()[0]
        alone = chunks[0].left <= 3 and len(chunks) == 1
        if alone or NUMBER.fullmatch(first) or GROUP_NUMBER.fullmatch(first):
            break
        at += 1
    return at


def _column_starts(text: str, heads: Sequence[Line], body: Sequence[Line]) -> list[int]:
    """Find where columns begin: between neighbours of the heading, where the fewest lines have a word."""
    chunks = sorted((c for line in heads for c in heading_chunks(text, line)), key=lambda c: c.left)
    columns: list[list[int]] = []
    for chunk in chunks:
        if columns and chunk.left < columns[-1][1]:
            columns[-1][1] = max(columns[-1][1], chunk.right)
        else:
            columns.append([chunk.left, chunk.right])
    used: dict[int, int] = {}
    for line in body:
        pieces = chunks_of(text, line)
        if len(pieces) > 1:
            for piece in pieces:
                for place in range(piece.left, piece.right):
                    used[place] = used.get(place, 0) + 1
    starts = [0]
    for (left, _), (following, right) in pairwise(columns):
        # A centred heading begins after its column does: the border lies between the two headings' middles.
        first = max(left + 1, starts[-1] + 1)
        places = range(first, max((following + right) // 2, following, first) + 1)
        least = min(used.get(place, 0) for place in places)
        best = max(_runs(places, used, least), key=lambda run: (run[1] - run[0], run[1]))
        starts.append(best[1])
    return starts


def _runs(places: range, used: dict[int, int], least: int) -> list[tuple[int, int]]:
    """Give the stretches of places with the fewest words: first place and the place after the last."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if used.get(place, 0) == least:
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
    return runs


def _sliced(text: str, line: Line, starts: Sequence[int]) -> list[Cell]:
    """Put each stretch of words into the column it mostly stands in."""
    cells: list[list[Chunk]] = [[] for _ in starts]
    for chunk in _separate(chunks_of(text, line), starts):
        cells[_column(chunk, starts)].append(chunk)
    return [_cell(pieces) for pieces in cells]


def _separate(chunks: Sequence[Chunk], starts: Sequence[int]) -> list[Chunk]:
    """Cut words that run into the next column with a single blank between: a word begins where that column does."""
    out: list[Chunk] = []
    for chunk in chunks:
        at = 0
        for start in starts[1:]:
            place = start - chunk.left
            if at < place < len(chunk.text) and chunk.text[place - 1] == " ":
                out.append(Chunk(chunk.left + at, chunk.left + place - 1, chunk.text[at : place - 1], chunk.start + at))
                at = place
        out.append(Chunk(chunk.left + at, chunk.right, chunk.text[at:], chunk.start + at))
    return out


def _column(chunk: Chunk, starts: Sequence[int]) -> int:
    ends = [*starts[1:], 10_000]
    overlap = [min(chunk.right, end) - max(chunk.left, start) for start, end in zip(starts, ends, strict=True)]
    return max(range(len(starts)), key=lambda i: overlap[i])


def _cell(pieces: Sequence[Chunk]) -> Cell:
    return join_cells(Cell(p.text, (Span(p.start, p.start + len(p.text)),)) for p in pieces)


def _row_or_line(text: str, line: Line, starts: Sequence[int]) -> GridRow | Line:
    chunks = chunks_of(text, line)
    crossing = len(chunks) <= 2 and any(
        chunk.left < start - 1 and chunk.right > start + 2 for chunk in chunks for start in starts[1:]
    )
    if crossing:
        return line
    return GridRow(cells=tuple(_sliced(text, line, starts)), start=line.start, end=line.end, line=line.number)


def _rows_joined(parts: Sequence[GridRow | Line]) -> list[GridRow | Line]:
    """Join the lines of one row; a row begins at its number, its cells' first lines standing beside it."""
    out: list[GridRow | Line] = []
    for part in parts:
        last = out[-1] if out else None
        begins = isinstance(part, Line) or part.cells[0].filled or not isinstance(last, GridRow) or len(out) == 1
        if begins or not isinstance(last, GridRow) or isinstance(part, Line):
            out.append(part)
        else:
            cells = tuple(join_cells(pair) for pair in zip(last.cells, part.cells, strict=True))
            out[-1] = GridRow(cells=cells, start=last.start, end=part.end, line=last.line)
    return out
