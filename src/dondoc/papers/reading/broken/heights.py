"""How cells stand beside one another in a row: what an extractor leaves between two of them tells how high they are.

It stays on a line where the next cell begins at the same height, goes on after a single newline where that is less
than a line away, and after a whole line elsewhere. In a row whose cells are centred, cells of one line follow on one
line, of one and two lines half a line apart; in a row whose cells hang from the top, whatever follows a cell of one
line stands on its line. What is left of a row on a later page always hangs from the top. Of the 368 borders of Plan
232 one does otherwise.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import product

from dondoc.papers.reading.broken.fragments import Follow

MOST_LINES = 3
"""Cells of more lines than this stand to their neighbours as those of so many."""
NEARLY_CERTAIN = 5.0
PRIOR = 10
"""A document is believed to follow a rule as if so many borders had been seen to do so."""

Border = tuple[int, int, Follow]
"""Lines of the cell before, of the cell behind (0: there is none), and how the one follows the other."""


class Lie(Enum):
    """Where in the height of its row a cell stands."""

    TOP = "top"
    MIDDLE = "middle"


def fits(lie: Lie, border: Border) -> bool:
    """Tell whether two cells of so many lines can follow each other like that."""
    before, behind, follow = border
    if lie is Lie.TOP:
        return (follow is Follow.GLUED) == (before == 1)
    if before == behind == 1:
        return follow is Follow.GLUED
    if before + behind == 3:
        return follow in (Follow.NEAR, Follow.BELOW)
    return follow in (Follow.FAR, Follow.BELOW)


def height(lines: int) -> int:
    """Give the lines of a cell as far as they matter here."""
    return min(lines, MOST_LINES)


def _prices(lie: Lie | None, strange: float) -> dict[Border, float]:
    sizes = range(MOST_LINES + 1)
    return {
        border: strange if lie and border[0] and border[1] and not fits(lie, border) else 0.0
        for border in product(sizes, sizes, Follow)
    }


@dataclass(slots=True)
class Heights:
    """How cells stand in the rows of a document (None: not known yet), and what a border costs that does not fit."""

    lie: Lie | None = None
    strange: float = math.log(PRIOR)
    prices: dict[Border, float] = field(default_factory=lambda: _prices(None, 0.0))


def learned(borders: Mapping[Border, int]) -> Heights:
    """See from the borders of rows read how cells stand in a document, and how surely they do."""
    fitting = Counter({lie: sum(count for border, count in borders.items() if fits(lie, border)) for lie in Lie})
    lie, right = fitting.most_common(1)[0]
    wrong = sum(borders.values()) - right
    strange = min(max(math.log((right + PRIOR) / (wrong + 1)), 0.0), NEARLY_CERTAIN)
    return Heights(lie, strange, _prices(lie, strange))
