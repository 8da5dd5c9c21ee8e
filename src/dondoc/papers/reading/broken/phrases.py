"""Which words follow each other in a document: a cell that ends between two that always go together is doubtful."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from dondoc.papers.reading.broken.fragments import plain

EDGE = ""
"""Stands before the first word of a cell and behind the last."""
FIGURE = re.compile(r"\d+")


def bare(word: str) -> str:
    """Reduce a word to what is compared: small letters, one sign for every figure, no punctuation around it."""
    return FIGURE.sub("0", word.lower()).strip(".,;:()“”\"'") or word


class Phrases:
    """The pairs of words that stand beside each other in the cells of a document."""

    def __init__(self, cells: Iterable[str] = ()) -> None:
        self.pairs: Counter[tuple[str, str]] = Counter()
        for cell in cells:
            self.pairs.update(pairwise((EDGE, *map(bare, plain(cell).split()), EDGE)))
        self.behind = _habits((before, count) for (before, _), count in self.pairs.items())
        self.before = _habits((behind, count) for (_, behind), count in self.pairs.items())

    def price(self, before: str, behind: str) -> float:
        """Price that a word follows another (both bare, or EDGE): dear where each is known with others only.

        How dear is how seldom something new has followed or preceded so far (Witten and Bell's estimate).
        """
        if (before, behind) in self.pairs:
            return 0.0
        after = self.behind.get(before, 0.0) if before else 0.0
        return after + (self.before.get(behind, 0.0) if behind else 0.0)


def _habits(counts: Iterable[tuple[str, int]]) -> dict[str, float]:
    """Give for each word how unlikely a neighbour not yet seen is, as a price; nothing where half of them are new."""
    seen: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, count in counts:
        seen[word] += count
        kinds[word] += 1
    return {word: max(0.0, math.log((seen[word] + kind) / (2 * kind))) for word, kind in kinds.items()}
