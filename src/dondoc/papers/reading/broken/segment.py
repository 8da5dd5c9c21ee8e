"""Cutting one row into its cells: the cheapest way through all places where a cell may end.

A row torn by page breaks is several walks through the columns, one a page; a cell goes on overleaf only if it
filled its page. Whole and torn rows are read by the same search; a whole row has one fragment.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Generic, TypeVar

from dondoc.papers.reading.broken.costs import HOPELESS, cell_cost
from dondoc.papers.reading.broken.fragments import Fragment
from dondoc.papers.reading.broken.model import Model, Wrapping, folded, wrapping
from dondoc.papers.reading.forms import Role

GLUED_TORN = 2.0
SINGLE_INSIDE = 6.0
SINGLE_BORDER = -1.0
ONE_LINE_SHORT = 4.5
OUT_OF_THE_QUESTION = 14.0
MOST_TRIED = 100_000
MOST_TRIED_MANY_PAGES = 15_000
MOST_TRIED_IN_ALL = 150_000
MOST_TRIED_A_ROW = 25_000
"""Torn rows need some ten thousand tries each (13,000 in Plan 232); what needs far more is a heap of lines."""
SLACK = 4.0
"""How far beyond the budget a search looks, so that the next best reading is known too."""
BUDGETS = (6.0, 20.0, 60.0)
"""A torn row is searched for readings up to a cost, and only if there is none, for dearer ones: most cost under 6."""
MOST_REWARD = 5.5
"""No cell lowers the cost of a reading by more (repetition 4.5, border 1)."""

UNREACHED = 1e9

State = TypeVar("State", bound=Hashable)
Piece = tuple[int, int]
Pieces = tuple[Piece, ...]


@dataclass(slots=True)
class Cut:
    """The reading of a row: pieces by role, its cost, and by how much the next best reading of each cell is worse."""

    pieces: dict[Role, Pieces]
    raws: dict[Role, str]
    cost: float
    margins: dict[Role, float]
    glued: int = 0


@dataclass(slots=True)
class Way(Generic[State]):
    """A way through the columns: its step in each, its cost, and the margin of each step."""

    steps: list[tuple[State, State]]
    cost: float
    margins: list[float]


class WholeRow:
    """A row that stands on one page; its possible cells are priced once and read many times."""

    def __init__(self, fragment: Fragment, roles: tuple[Role, ...]) -> None:
        self.fragment = fragment
        self.roles = roles
        self.own: dict[Role, str] = {}
        self.steps = [self._steps(index, role) for index, role in enumerate(roles)]

    def _steps(self, index: int, role: Role) -> list[tuple[int, int, float, str, bool]]:
        """Give the cells a column could take: from word, to word, price, words, whether the next is glued to it."""
        part = self.fragment
        borders = self._borders()
        begins = [0] if index == 0 else borders if self.roles[0] is Role.TEXT else [0, *borders]
        steps = []
        for start in begins:
            if start == part.size:
                steps.append((start, start, cell_cost(role, ""), "", False))
                continue
            for end in part.ends(start, loose=False):
                raw = part.text(start, end)
                price = cell_cost(role, raw)
                if price < HOPELESS:
                    price += self._edges(start, end)
                    steps.append((start, end, price, raw, self._glued(start, end)))
        return steps

    def _borders(self) -> list[int]:
        part = self.fragment
        return sorted({*part.first[1:], *(word for inner in part.inline.values() for word in inner)})

    def _edges(self, start: int, end: int) -> float:
        """Price single newlines inside, and how the cell ends."""
        part = self.fragment
        if end == start:
            return 0.0
        top, bottom = part.line_of[start], part.line_of[end - 1]
        price = SINGLE_INSIDE * sum(part.single[top + 1 : bottom + 1])
        if end < part.size and part.line_of[end] != bottom and part.single[part.line_of[end]]:
            price += SINGLE_BORDER
        return price

    def _glued(self, start: int, end: int) -> bool:
        """Tell whether the cell ends inside a line, the next one glued to it."""
        part = self.fragment
        return start < end < part.size and part.line_of[end] == part.line_of[end - 1]

    def read(self, model: Model) -> Cut | None:
        """Give the cheapest reading under what is learned so far; None if there is none."""
        wraps = [wrapping(self.fragment, width, role) for role, width in zip(self.roles, model.widths, strict=True)]
        priced = [self._priced(index, role, model, wraps[index]) for index, role in enumerate(self.roles)]
        way = cheapest(priced, 0, (self.fragment.size,))
        if way is None:
            return None
        spans = dict(zip(self.roles, way.steps, strict=True))
        raws = {role: self.fragment.text(*spans[role]) for role in self.roles}
        self.own = {role: folded(raw) for role, raw in raws.items()}
        margins = dict(zip(self.roles, way.margins, strict=True))
        glued = sum(self._glued(*span) for span in spans.values())
        return Cut({role: (span,) for role, span in spans.items()}, raws, way.cost, margins, glued)

    def _priced(self, index: int, role: Role, model: Model, wrap: Wrapping) -> list[tuple[int, int, float]]:
        own = self.own.get(role)
        priced = []
        for start, end, price, raw, glued in self.steps[index]:
            price += wrap.cost(start, end) + (model.glue if glued else 0.0)
            # What is that dear already is not made likely by repetition; looking it up is what takes the time.
            if price < OUT_OF_THE_QUESTION:
                price += model.familiar(role, raw, own)
            priced.append((start, end, price))
        return priced


class TornRow:
    """A row torn by page breaks: every cell is made of its piece on each page, and the pieces are found together."""

    def __init__(self, fragments: Sequence[Fragment], roles: tuple[Role, ...]) -> None:
        self.fragments = tuple(fragments)
        self.roles = roles

    def read(self, model: Model) -> Cut | None:
        """Give the cheapest reading under the widths and repetitions learned from whole rows; None if there is none."""
        search = _TornSearch(self.fragments, model)
        way: Way[TornState] | None = None
        for budget in BUDGETS:
            layers = search.layers(budget)
            ends = {to for _, to, _ in layers[-1] if search.finished(to)}
            way = cheapest(layers, search.begin, ends)
            if search.given_up or (way is not None and way.cost <= budget):
                break
        if way is None or search.given_up:
            return None
        pieces = {role: _pieces(*step) for role, step in zip(self.roles, way.steps, strict=True)}
        raws = {role: search.raw(pieces[role]) for role in self.roles}
        return Cut(pieces, raws, way.cost, dict(zip(self.roles, way.margins, strict=True)))


# Where each page's walk stands, and how many lines its full cells have: so many, or at least so many.
TornState = tuple[tuple[int, ...], tuple[tuple[int, bool], ...]]


Edge = tuple[TornState, TornState, float]


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
        self.lines: dict[tuple[int, Pieces], float] = {}
        self.words: dict[tuple[int, Pieces], float] = {}
        self.tried = 0
        self.begin: TornState = (tuple(0 for _ in fragments), tuple((0, False) for _ in fragments))

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
        columns = len(self.model.roles)
        for column in range(columns):
            following: dict[TornState, float] = {}
            edges: list[Edge] = []
            reach = budget + SLACK + MOST_REWARD * (columns - 1 - column)
            for state, so_far in reachable.items():
                for after, price in self._steps(column, state, reach - so_far):
                    edges.append((state, after, price))
                    cost = so_far + price
                    if cost < following.get(after, 1e9):
                        following[after] = cost
            layers.append(edges)
            reachable = following
        return layers

    def _steps(self, column: int, state: TornState, limit: float) -> Iterator[tuple[TornState, float]]:
        for ends, heights, penalty in self._ends(0, state, carried=True):
            self.tried += 1
            self.model.tried += 1
            if self.given_up:
                return
            pieces = tuple(zip(state[0], ends, strict=True))
            price = self._price(column, pieces, limit - penalty)
            if price + penalty <= limit:
                yield (ends, heights), price + penalty

    def _ends(
        self, page: int, state: TornState, *, carried: bool
    ) -> Iterator[tuple[tuple[int, ...], tuple[tuple[int, bool], ...], float]]:
        """Give the ways a cell can lie on this page and the following ones; `carried`: it may have words here."""
        if page == len(self.fragments):
            yield (), (), 0.0
            return
        place, (lines, known) = state[0][page], state[1][page]
        part = self.fragments[page]
        ends = part.ends(place, loose=page > 0) if carried and place < part.size else [place]
        for end in ends:
            taken = part.lines(place, end)
            short = ONE_LINE_SHORT if known and taken == lines - 1 else 0.0
            # The cell ends on this page: it has no more lines than the full ones.
            if not known or taken <= lines:
                height = (lines, True) if known else (max(lines, taken), False)
                for rest, heights, penalty in self._ends(page + 1, state, carried=False):
                    yield (end, *rest), (height, *heights), penalty
            # The cell goes on overleaf: it is as full as any.
            full = taken and (taken == lines if known else taken >= lines)
            if page + 1 < len(self.fragments) and (full or (short and taken)):
                height = (lines, True) if known else (taken, True)
                for rest, heights, penalty in self._ends(page + 1, state, carried=True):
                    if rest[0] > state[0][page + 1]:
                        yield (end, *rest), (height, *heights), penalty + short

    def _price(self, column: int, pieces: Pieces, limit: float) -> float:
        """Price a cell; the words are looked at only where its lines leave hope to stay within the limit."""
        key = (column, pieces)
        lines = self.lines.get(key)
        if lines is None:
            lines = self.lines[key] = self._lines_price(column, pieces)
        if lines - MOST_REWARD > limit:
            return HOPELESS + limit
        words = self.words.get(key)
        if words is None:
            role, raw = self.model.roles[column], self.raw(pieces)
            words = self.words[key] = cell_cost(role, raw) + self.model.familiar(role, raw, None)
        return lines + words

    def _lines_price(self, column: int, pieces: Pieces) -> float:
        wraps = self.wraps[column]
        price = 0.0
        last: tuple[int, int] | None = None
        for page, (start, end) in enumerate(pieces):
            if end == start:
                continue
            price += wraps[page].cost(start, end) + self._edges(self.fragments[page], start, end)
            if last is not None:
                price += wraps[last[0]].across(last[1], self.fragments[page], start)
            last = (page, end)
        return price

    def _edges(self, part: Fragment, start: int, end: int) -> float:
        top, bottom = part.line_of[start], part.line_of[end - 1]
        price = SINGLE_INSIDE * sum(part.single[top + 1 : bottom + 1])
        if end < part.size and part.line_of[end] == bottom:
            price += GLUED_TORN
        elif end < part.size and part.single[part.line_of[end]]:
            price += SINGLE_BORDER
        return price

    def raw(self, pieces: Pieces) -> str:
        """Join the pieces of a cell, lines apart by newlines."""
        texts = (part.text(start, end) for part, (start, end) in zip(self.fragments, pieces, strict=True))
        return "\n".join(text for text in texts if text)


def cheapest(
    layers: Sequence[Sequence[tuple[State, State, float]]], begin: State, ends: Collection[State]
) -> Way[State] | None:
    """Find the cheapest way through layers of steps (from, to, price) to one of the ends; None if all are out of reach.

    The margin of a layer is by how much the best way that takes another step there is dearer.
    """
    forward = _reached(layers, begin)
    backward: dict[State, float] = {end: 0.0 for end in ends if end in forward[-1]}
    if not backward:
        return None
    best = min(forward[-1][end] for end in backward)
    steps: list[tuple[State, State]] = []
    margins: list[float] = []
    for layer, so_far in zip(reversed(layers), reversed(forward[:-1]), strict=True):
        ways = [
            (so_far[start] + price + backward[end], start, end)
            for start, end, price in layer
            if start in so_far and end in backward
        ]
        mine = min((way for way in ways if not steps or way[2] == steps[-1][0]), key=itemgetter(0))
        steps.append((mine[1], mine[2]))
        margins.append(min((way[0] for way in ways if way[1:] != mine[1:]), default=best + HOPELESS) - best)
        earlier: dict[State, float] = {}
        for cost, start, _ in ways:
            rest = cost - so_far[start]
            if rest < earlier.get(start, UNREACHED):
                earlier[start] = rest
        backward = earlier
    return Way(steps[::-1], best, margins[::-1])


def _reached(layers: Sequence[Sequence[tuple[State, State, float]]], begin: State) -> list[dict[State, float]]:
    """Give for each layer what it costs to come to every state before it, and last behind all of them."""
    forward: list[dict[State, float]] = [{begin: 0.0}]
    for layer in layers:
        so_far = forward[-1]
        reached: dict[State, float] = {}
        for start, end, price in layer:
            before = so_far.get(start)
            if before is not None and before + price < reached.get(end, UNREACHED):
                reached[end] = before + price
        forward.append(reached)
    return forward
