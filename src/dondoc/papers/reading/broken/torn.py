"""Reading a row torn by page breaks: a walk through the columns on each page, all of them at once.

A cell goes on overleaf only if it filled its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, starmap

from dondoc.papers.reading.broken.costs import HOPELESS, cell_cost
from dondoc.papers.reading.broken.fragments import Follow, Fragment
from dondoc.papers.reading.broken.heights import Lie, height
from dondoc.papers.reading.broken.model import MOST_REWARD, Model, wrapping
from dondoc.papers.reading.broken.phrases import EDGE, bare
from dondoc.papers.reading.broken.segment import (
    BUDGETS,
    SINGLE_BORDER,
    SLACK,
    Cut,
    Piece,
    Pieces,
    Way,
    cheapest,
    cheapest_ends,
    edges_cost,
    line_prices,
)

MOST_GAIN = MOST_REWARD - SINGLE_BORDER
GLUED_TORN = 1.0
ONE_LINE_SHORT = 4.5
PHRASE = 0.7
MOST_TRIED = 25_000
MOST_TRIED_MANY_PAGES = 15_000
MOST_TRIED_IN_ALL = 80_000
MOST_TRIED_A_ROW = 1_000
"""Torn rows need some hundred tries each, the hardest seen 19,000; what needs far more is a heap of lines."""

Places = tuple[int, ...]
Heights = tuple[tuple[int, bool], ...]
# Where each page's walk stands; how many lines its full cells have (so many, or at least so many); and the lines of
# the first page's last cell that had words, as far as they matter.
TornState = tuple[Places, Heights, int]
Edge = tuple[TornState, TornState, float]


class TornRow:
    """A row torn by page breaks: every cell is made of its piece on each page, and the pieces are found together."""

    def __init__(self, fragments: Sequence[Fragment]) -> None:
        self.fragments = tuple(fragments)

    def read(self, model: Model) -> Cut | None:
        """Give the cheapest reading under the widths and repetitions learned from whole rows; None if there is none."""
        search = _TornSearch(self.fragments, model)
        way: Way[TornState] | None = None
        for budget in BUDGETS[:-1]:
            layers = search.layers(budget)
            ends = {to for _, to, _ in layers[-1] if search.finished(to)}
            way = cheapest(layers, search.begin, ends)
            if search.given_up or (way is not None and way.cost <= budget):
                break
        if way is None or search.given_up:
            return None
        pieces = {role: _pieces(*step) for role, step in zip(model.roles, way.steps, strict=True)}
        raws = {role: search.raw(pieces[role]) for role in model.roles}
        return Cut(pieces, raws, way.cost, dict(zip(model.roles, way.margins, strict=True)))


def _pieces(before: TornState, after: TornState) -> Pieces:
    return tuple(zip(before[0], after[0], strict=True))


class _TornSearch:
    """The states a torn row can pass through, column by column."""

    def __init__(self, fragments: tuple[Fragment, ...], model: Model) -> None:
        self.fragments = fragments
        self.model = model
        self.wraps = [
            [wrapping(part, width, role) for part in fragments]
            for role, width in zip(model.roles, model.widths, strict=True)
        ]
        self.ends = [part.all_ends(loose=page > 0) for page, part in enumerate(fragments)]
        by_page = [
            line_prices(part, ends, [wraps[page] for wraps in self.wraps], GLUED_TORN).least
            for page, (part, ends) in enumerate(zip(fragments, self.ends, strict=True))
        ]
        self.least = list(zip(*by_page, strict=True))
        self.bare = [list(map(bare, part.words)) for part in fragments]
        self.joined = [
            [0.0, *accumulate(starmap(model.phrases.price, pairwise(words)), initial=0.0)] for words in self.bare
        ]
        self.lines: dict[tuple[int, Pieces], float] = {}
        self.words: dict[tuple[int, Pieces], float] = {}
        self.gains = model.gains()
        self.tried = 0
        number = 0 if fragments[0].begins is None else 1
        self.begin: TornState = (tuple(0 for _ in fragments), tuple((0, False) for _ in fragments), number)

    @property
    def given_up(self) -> bool:
        """Tell whether more was tried than a torn row, or all of a document's, can be worth."""
        most = MOST_TRIED if len(self.fragments) == 2 else MOST_TRIED_MANY_PAGES
        return self.tried > most or self.model.tried > self.model.may_try

    def finished(self, state: TornState) -> bool:
        """Tell whether every page has been walked to its end."""
        return all(place == part.size for place, part in zip(state[0], self.fragments, strict=True))

    def layers(self, budget: float) -> list[list[Edge]]:
        """Give for each column the steps from every state that can still end within the budget."""
        reachable: dict[TornState, float] = {self.begin: 0.0}
        layers: list[list[Edge]] = []
        for column in range(len(self.model.roles)):
            reach = budget + SLACK + sum(self.gains[column + 1 :])
            edges = [
                (state, after, price)
                for state, so_far in reachable.items()
                for after, price in self._steps(column, state, reach - so_far)
            ]
            layers.append(edges)
            reachable = cheapest_ends(edges, reachable)
        return layers

    def _steps(self, column: int, state: TornState, limit: float) -> Iterator[tuple[TornState, float]]:
        for ends, heights, last, penalty in self._ends(0, state, limit, carried=True):
            self.tried += 1
            self.model.tried += 1
            if self.given_up:
                return
            penalty_and_rest = penalty + sum(
                least[end] for least, end in zip(self.least[column + 1], ends, strict=True)
            )
            if penalty_and_rest > limit + MOST_GAIN:
                continue
            pieces = tuple(zip(state[0], ends, strict=True))
            price = self._price(column, pieces, limit - penalty_and_rest)
            if price + penalty_and_rest <= limit:
                yield (ends, heights, last), price + penalty

    def _ends(
        self, page: int, state: TornState, limit: float, *, carried: bool
    ) -> Iterator[tuple[Places, Heights, int, float]]:
        """Give the ways a cell can lie on this page and the following ones; `carried`: it may have words here."""
        if page == len(self.fragments):
            yield (), (), 0, 0.0
            return
        place, (lines, known) = state[0][page], state[1][page]
        part = self.fragments[page]
        ends = self.ends[page][place] if carried else [place]
        for end in ends:
            last, strange = self._stands(page, state[2], place, end)
            if strange > limit + MOST_GAIN:
                continue
            taken = part.lines(place, end)
            short = ONE_LINE_SHORT if known and taken == lines - 1 else 0.0
            # The cell ends on this page: it has no more lines than the full ones.
            if not known or taken <= lines:
                height_ = (lines, True) if known else (max(lines, taken), False)
                for rest, heights, _, penalty in self._ends(page + 1, state, limit, carried=False):
                    yield (end, *rest), (height_, *heights), last, penalty + strange
            # The cell goes on overleaf: it is as full as any.
            full = taken and (taken == lines if known else taken >= lines)
            if page + 1 < len(self.fragments) and (full or (short and taken)):
                height_ = (lines, True) if known else (taken, True)
                for rest, heights, _, penalty in self._ends(page + 1, state, limit, carried=True):
                    if rest[0] > state[0][page + 1]:
                        yield (end, *rest), (height_, *heights), last, penalty + short + strange

    def _stands(self, page: int, last: int, place: int, end: int) -> tuple[int, float]:
        """Give the lines of the first page's last cell with this one, and what the cell's place in the row costs."""
        heights, part = self.model.heights, self.fragments[page]
        if end == place:
            return last, 0.0
        lines = height(part.lines(place, end))
        if page or heights.lie is Lie.TOP:
            # It hangs from the top: what follows one line, and nothing else, stands on that line.
            fits = end == part.size or (part.follow(end) is Follow.GLUED) == (lines == 1)
            return 0, 0.0 if fits else heights.strange
        price = heights.prices[last, lines, part.follow(place)] if last else 0.0
        return lines, price

    def _price(self, column: int, pieces: Pieces, limit: float) -> float:
        """Price a cell; the words are looked at only where its lines leave hope to stay within the limit."""
        role = self.model.roles[column]
        key = (column, pieces)
        lines = self.lines.get(key)
        if lines is None:
            lines = self.lines[key] = self._lines_price(column, pieces)
        if lines - self.gains[column] > limit:
            return HOPELESS + limit
        words = self.words.get(key)
        if words is None:
            raw = self.raw(pieces)
            words = self.words[key] = cell_cost(role, raw) + self.model.familiar(role, raw, None)
        return lines + words

    def _lines_price(self, column: int, pieces: Pieces) -> float:
        wraps = self.wraps[column]
        filled = [(page, piece) for page, piece in enumerate(pieces) if piece[1] > piece[0]]
        price = sum(
            wraps[page].cost(*piece) + edges_cost(self.fragments[page], *piece, GLUED_TORN) for page, piece in filled
        )
        for (page, (_, end)), (following, (start, _)) in pairwise(filled):
            price += wraps[page].across(end, self.fragments[following], start)
        return price + PHRASE * self._phrases_price(filled)

    def _phrases_price(self, filled: Sequence[tuple[int, Piece]]) -> float:
        """Price how well the words of a cell follow each other, and that it begins and ends with these."""
        price, before = 0.0, EDGE
        for page, (start, end) in filled:
            words, joined = self.bare[page], self.joined[page]
            price += self.model.phrases.price(before, words[start]) + joined[end] - joined[start + 1]
            before = words[end - 1]
        return price + self.model.phrases.price(before, EDGE) if filled else 0.0

    def raw(self, pieces: Pieces) -> str:
        """Join the pieces of a cell, lines apart by newlines."""
        texts = (part.text(start, end) for part, (start, end) in zip(self.fragments, pieces, strict=True))
        return "\n".join(text for text in texts if text)
