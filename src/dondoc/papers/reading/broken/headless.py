"""A broken table whose columns bear no names: found by its shape, read by the columns such tables usually have."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from dondoc.papers.reading.broken.heading import ORDINAL_LINE, Heading
from dondoc.papers.reading.broken.reader import Broken, Progress
from dondoc.papers.reading.broken.rows import RowFinder
from dondoc.papers.reading.forms import Line, Role, TaskRow

LEAST_ROWS = 3
LEAST_LINES = 4
"""Rows of several columns broken over lines have at least so many, usually."""
SHORT, LONG = 30, 70
"""Half of the lines of such a table are shorter, hardly any is longer; a paragraph fills its lines but the last."""
MOST_LONG = 0.1
ENOUGH = 200
"""From the first so many lines the columns are told."""

TEXT, LEAD, WITH, TIME, PRODUCT = Role.TEXT, Role.LEAD, Role.COOPERATING, Role.TIME, Role.PRODUCT
ORDERS = (
    (TEXT, LEAD, WITH, TIME, PRODUCT),
    (TEXT, LEAD, WITH, PRODUCT, TIME),
    (TEXT, PRODUCT, LEAD, WITH, TIME),
    (TEXT, LEAD, WITH, TIME),
    (TEXT, LEAD, TIME, PRODUCT),
    (LEAD, TEXT, TIME, PRODUCT),
)
"""The columns tables of tasks have most often."""


def headless_at(lines: Sequence[Line], index: int, end: int) -> bool:
    """Tell whether a broken table without any heading begins here, by the shape of the lines up to its end."""
    body = lines[index:end]
    if len(body) < LEAST_ROWS * LEAST_LINES or not ORDINAL_LINE.match(body[0].text):
        return False
    if any("\t" in line.text or "|" in line.text or "   " in line.text for line in body):
        return False
    lengths = [len(line.text) for line in body]
    if median(lengths) >= SHORT or sum(length > LONG for length in lengths) > MOST_LONG * len(lengths):
        return False
    strips = RowFinder(body).find()
    return len(strips) >= LEAST_ROWS and median(len(strip.lines) for strip in strips) > LEAST_LINES


def read_headless(lines: Sequence[Line], progress: Progress | None = None) -> list[TaskRow]:
    """Read the rows under the usual columns that fit them best; every cell is doubted, for nobody named them."""
    beginning = lines[:ENOUGH]
    roles = min(ORDERS, key=lambda roles: _table(beginning, roles).cost)
    return _table(lines, roles, progress).rows()


def _table(lines: Sequence[Line], roles: tuple[Role, ...], progress: Progress | None = None) -> Broken:
    heading = Heading(roles, ("",) * len(roles), (0.0,) * len(roles), 0)
    return Broken(lines, heading, progress)
