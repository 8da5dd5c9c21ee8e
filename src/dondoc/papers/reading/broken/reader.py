"""A broken table from heading to rows of cells: learn from whole rows, then read the torn ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from dondoc.papers.reading.broken.fragments import Fragment, make_fragment, plain
from dondoc.papers.reading.broken.heading import Heading
from dondoc.papers.reading.broken.heights import learned
from dondoc.papers.reading.broken.model import (
    GLUE_COST,
    GLUE_COST_USUAL,
    MOST_LOOKED_AT_IN_HASTE,
    Model,
    short_line,
    wide_line,
)
from dondoc.papers.reading.broken.phrases import Phrases
from dondoc.papers.reading.broken.rows import RowFinder, Strip
from dondoc.papers.reading.broken.segment import Cut, WholeRow
from dondoc.papers.reading.broken.torn import MOST_TRIED_A_ROW, MOST_TRIED_IN_ALL, TornRow
from dondoc.papers.reading.broken.widths import BLANK
from dondoc.papers.reading.forms import Cell, Line, Role, Span, TaskRow

ROUNDS = 3
MOST_MISFIT = 7.0
MOST_LINES = 60
MOST_PAGES = 4
MOST_WORDS = 600
UNREAD = 100.0
"""What a row counts that was given up."""
MOST_USUAL = 9.0
"""Half of the whole rows of a table cost less, of those seen 4 at most; where lines run across the cells, 14."""
LOOKS_IN_ALL = 20_000
LOOKS_A_ROW = 3_000
"""All rounds of learning together look at some 1,500 cells a row, of dear rows at more."""
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Reading:
    strip: Strip
    fragments: list[Fragment]
    whole: WholeRow | None = None
    cut: Cut | None = None


def read_broken(lines: Sequence[Line], heading: Heading, progress: Progress | None = None) -> list[TaskRow]:
    """Read the rows below a heading whose cells are broken over lines with no columns left.

    Takes the lines after the heading up to the table's end; gives the rows in order with their cells by role.
    """
    table = Broken(lines, heading, progress)
    return table.rows() if table.readings else []


class Broken:
    """A broken table read under the columns of a heading: its whole rows at once, its torn ones when asked for."""

    def __init__(self, lines: Sequence[Line], heading: Heading, progress: Progress | None = None) -> None:
        doubled = is_doubled(lines)
        self.roles = heading.roles
        # Two columns of one name: the heading's own lines ran across its cells.
        self.named_apart = len({*heading.cells}) == len(heading.cells)
        self.readings = [
            _Reading(strip, fragments)
            for strip in RowFinder(lines).find()
            if (fragments := _fragments(strip, doubled=doubled))
        ]
        for reading in self.readings:
            if len(reading.fragments) == 1 and _readable(reading):
                reading.whole = WholeRow(reading.fragments[0], heading.roles)
        self.model = _learned(self.readings, heading, progress)

    @property
    def cost(self) -> float:
        """Give what a whole row costs, half of them more and half of them less: the less, the better they fit."""
        costs = [reading.cut.cost if reading.cut else UNREAD for reading in self.readings if reading.whole]
        return median(costs) if costs else 0.0

    def rows(self) -> list[TaskRow]:
        """Give the rows in order; all doubted where they hardly fit the columns, as where lines run across cells."""
        torn = [reading for reading in self.readings if len(reading.fragments) > 1]
        self.model.may_try = MOST_TRIED_IN_ALL + MOST_TRIED_A_ROW * len(torn)
        for reading in filter(_readable, torn):
            reading.cut = TornRow(reading.fragments).read(self.model)
        rows = [_row(reading, self.roles) for reading in self.readings]
        if self.named_apart and self.cost <= MOST_USUAL:
            return rows
        return [replace(row, margins=dict.fromkeys(row.margins, 0.0)) for row in rows]


def _readable(reading: _Reading) -> bool:
    """Tell whether a row is of a size a row can have; a larger one is several whose numbers were lost."""
    sizes = [len(part.line_width) for part in reading.fragments]
    words = sum(part.size for part in reading.fragments)
    return max(sizes) <= MOST_LINES and len(sizes) <= MOST_PAGES and words <= MOST_WORDS


def is_doubled(lines: Sequence[Line]) -> bool:
    """Tell whether the text doubles its newlines: then a single one means another cell at nearly the same height."""
    between = [line.blanks for line in lines[1:]]
    return bool(between) and sum(blanks == 1 for blanks in between) * 2 > len(between)


def _fragments(strip: Strip, *, doubled: bool) -> list[Fragment]:
    pages: dict[int, list[Line]] = {}
    for line in strip.lines:
        pages.setdefault(line.page, []).append(line)
    parts = [
        make_fragment(lines, strip.skip if order == 0 else 0, doubled=doubled)
        for order, lines in enumerate(pages.values())
    ]
    return [part for part in parts if part is not None]


def _learned(readings: list[_Reading], heading: Heading, progress: Progress | None) -> Model:
    """Read the whole rows in rounds, each with the widths and repetitions of the one before."""
    whole = [reading for reading in readings if reading.whole]
    text = _text_width(readings)
    best = _rounds(whole, heading, text, 0.0, progress)
    if best.cost >= len(whole) and best.model.looked <= _worth(whole):
        # A dear reading may have fallen into a hole of the learning: begin once more from another width.
        best = min(best, _rounds(whole, heading, text, 9.0, progress), key=lambda learned: learned.cost)
    for reading, cut in zip(whole, best.cuts, strict=True):
        reading.cut = cut
    read = [cut.raws for cut in best.cuts if cut]
    best.model.remember(read)
    best.model.phrases = Phrases(cell for cells in read for cell in cells.values() if cell)
    return best.model


@dataclass(slots=True)
class _Learned:
    cost: float
    model: Model
    cuts: list[Cut | None]


def _rounds(
    whole: Sequence[_Reading], heading: Heading, text: float, guess: float, progress: Progress | None
) -> _Learned:
    """Read, learn and read again, beginning with a guess at the width of every column but the text (0: none)."""
    model = Model(heading.roles, [text if role is Role.TEXT else guess for role in heading.roles])
    for round_ in range(ROUNDS):
        _learn(model, whole, _read_all(whole, model), heading, text)
        if progress:
            progress(round_ + 1, ROUNDS + 1)
        if model.looked > _worth(whole):
            model.may_look = MOST_LOOKED_AT_IN_HASTE
            break
    cuts = _read_all(whole, model)
    return _Learned(sum(cut.cost if cut else UNREAD for cut in cuts), model, cuts)


def _worth(whole: Sequence[_Reading]) -> int:
    """Give how many cells may be looked at while learning: what needs far more has little to teach."""
    return LOOKS_IN_ALL + LOOKS_A_ROW * len(whole)


def _read_all(whole: Sequence[_Reading], model: Model) -> list[Cut | None]:
    return [reading.whole.read(model) if reading.whole else None for reading in whole]


def _learn(model: Model, whole: Sequence[_Reading], cuts: Sequence[Cut | None], heading: Heading, text: float) -> None:
    """Count what recurs, see how usual it is that cells share a line, and fit the widths."""
    model.remember([cut.raws for cut in cuts if cut])
    glued = sum(cut.glued for cut in cuts if cut)
    model.glue = GLUE_COST_USUAL if glued * 8 > len(whole) else GLUE_COST
    model.heights = learned(Counter(border for cut in cuts if cut for border in cut.borders))
    model.widths = _widths(
        [(reading.fragments[0], cut) for reading, cut in zip(whole, cuts, strict=True) if cut], heading, text
    )


def _text_width(readings: Sequence[_Reading]) -> float:
    """Give the width of the text column, at least: nearly all lines of the table are narrower.

    The first line of a row does not count where there are others: number and short cells may be glued to it.
    """
    inner = sorted(width for reading in readings for part in reading.fragments for width in part.line_width[1:])
    widths = inner or sorted(width for reading in readings for part in reading.fragments for width in part.line_width)
    if not widths:
        return 0.0
    return widths[min(len(widths) - 1, int(len(widths) * 0.97))]


def _widths(read: Sequence[tuple[Fragment, Cut]], heading: Heading, text: float) -> list[float]:
    """Fit each column's width to the lines of its cells: the width at which they cost least, the heading fitting in."""
    fitted = []
    for role, least in zip(heading.roles, heading.widths, strict=True):
        lines = [line for part, cut in read for line in _cell_lines(part, *cut.pieces[role][0])]
        width = max(_fit(lines), least)
        fitted.append(max(width, text) if role is Role.TEXT else min(width, text))
    return fitted


def _cell_lines(part: Fragment, start: int, end: int) -> list[tuple[float, float | None]]:
    """Give for each line of a cell its width and what would have had to fit behind it; None where nothing follows."""
    lines: list[tuple[float, float | None]] = []
    at = start
    while at < end:
        line = part.line_of[at]
        stop = min(part.first[line + 1], end)
        width = part.prefix[stop] - part.prefix[at] - BLANK
        following = part.next_break[line] if stop < end and not part.paragraph[line] else None
        lines.append((width, following))
        at = stop
    return lines


def _fit(lines: Sequence[tuple[float, float | None]]) -> float:
    """Give the width in letters at which the lines break best, 0 where no line tells."""
    if not lines:
        return 0.0
    candidates = sorted({round(width + 0.05, 2) for width, _ in lines})
    candidates = candidates[-60:]
    best = min(candidates, key=lambda column: (_misfit(lines, column), column))
    # Any width up to the tightest break is as good: take the middle of that stretch.
    limit = min(
        (width + BLANK + following for width, following in lines if following and width + BLANK + following > best),
        default=best,
    )
    return best + min(max(limit - best, 0.0), 1.0) / 2


def _misfit(lines: Sequence[tuple[float, float | None]], column: float) -> float:
    cost = 0.0
    for width, following in lines:
        if width > column:
            # One cell read wrongly must not stretch the column: a line counts against a width only so much.
            cost += min(wide_line(width - column), MOST_MISFIT)
        elif following is not None:
            cost += short_line(column - width - BLANK - following)
    return cost


def _row(reading: _Reading, roles: tuple[Role, ...]) -> TaskRow:
    strip, cut = reading.strip, reading.cut
    first, last = strip.lines[0], strip.lines[-1]
    cells: dict[Role, Cell] = {}
    margins: dict[Role, float] = {}
    if cut is None:
        raw = "\n".join(part.text(0, part.size) for part in reading.fragments)
        cells[Role.TEXT] = Cell(
            plain(raw), tuple(span for part in reading.fragments for span in _spans(part, 0, part.size))
        )
        margins = dict.fromkeys(roles, 0.0)
    else:
        margins = cut.margins
        for role in roles:
            spans = [
                span
                for part, (start, end) in zip(reading.fragments, cut.pieces[role], strict=True)
                for span in _spans(part, start, end)
            ]
            cells[role] = Cell(plain(cut.raws[role]), tuple(spans))
    return TaskRow(
        section=strip.section,
        ordinal=strip.ordinal,
        cells=cells,
        start=first.start,
        end=last.end,
        line=first.number,
        torn=len(reading.fragments) > 1,
        margins=margins,
    )


def _spans(part: Fragment, start: int, end: int) -> list[Span]:
    """Give the stretches the words stand in, apart where lines between them belong to no cell."""
    spans: list[Span] = []
    at = start
    for line, first in enumerate(part.first[:-1]):
        if at < first < end and part.gap[line]:
            spans.append(_span(part, at, first))
            at = first
    return [*spans, _span(part, at, end)] if end > start else []


def _span(part: Fragment, start: int, end: int) -> Span:
    return Span(part.starts[start], part.starts[end - 1] + len(part.words[end - 1]))
