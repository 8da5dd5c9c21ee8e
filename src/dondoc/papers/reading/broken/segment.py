"""Cutting a row into its cells: the cheapest way through all places where a cell may end.

A row on one page is read here; `torn` reads rows torn by page breaks with the same search.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any, Generic, TypeVar

from dondoc.papers.reading.broken.costs import HOPELESS, cell_cost
from dondoc.papers.reading.broken.fragments import Follow, Fragment
from dondoc.papers.reading.broken.heights import Border, height
from dondoc.papers.reading.broken.model import Model, Wrapping, folded, wrapping
from dondoc.papers.reading.forms import Role

SINGLE_INSIDE = 6.0
SINGLE_BORDER = -1.0
SLACK = 4.0
"""How far beyond the budget a search looks, so that the next best reading is known too."""
BUDGETS = (2.0, 6.0, 11.0, 17.0, 25.0, 40.0, 64.0, 1e6)
"""A row is searched for readings up to a cost, and only if there is none, for dearer ones."""

UNREACHED = 1e9

State = TypeVar("State", bound=tuple[Any, ...])
Piece = tuple[int, int]
Pieces = tuple[Piece, ...]


@dataclass(slots=True)
class Cut:
    """The reading of a row: pieces by role, its cost, and by how much the next best reading of each cell is worse.

    `borders` says how the cells stand to the one before or the row's number, for rows on one page; `glued` counts the
    cells on a line with the cell before.
    """

    pieces: dict[Role, Pieces]
    raws: dict[Role, str]
    cost: float
    margins: dict[Role, float]
    borders: tuple[Border, ...] = ()
    glued: int = 0


@dataclass(slots=True)
class Way(Generic[State]):
    """A way through the columns: its step in each, its cost, and the margin of each step."""

    steps: list[tuple[State, State]]
    cost: float
    margins: list[float]


# The next word, and the lines of the last cell that had words, as far as heights tell them apart.
WholeState = tuple[int, int]
Edge = tuple[WholeState, WholeState, float]


class WholeRow:
    """A row that stands on one page; a cell is priced when it is first looked at, and the price kept."""

    def __init__(self, fragment: Fragment, roles: tuple[Role, ...]) -> None:
        self.fragment = fragment
        self.roles = roles
        self.own: dict[Role, str] = {}
        self.looked = 0
        self.words = folded(fragment.raw)
        self.gains: list[float] = []
        self.priced: list[dict[Piece, float]] = [{} for _ in roles]
        self.ends = fragment.all_ends(loose=False)
        self.begin: WholeState = (0, 0 if fragment.begins is None else 1)

    def read(self, model: Model) -> Cut | None:
        """Give the cheapest reading under what is learned so far; None if there is none."""
        wraps = [wrapping(self.fragment, width, role) for role, width in zip(self.roles, model.widths, strict=True)]
        prices = line_prices(self.fragment, self.ends, wraps, model.glue)
        way: Way[WholeState] | None = None
        self.looked = 0
        self.gains = model.gains(self.words)
        for budget in BUDGETS:
            layers = self._layers(model, prices, budget)
            if self.looked > model.may_look:
                return None
            ends = {to for _, to, _ in layers[-1] if to[0] == self.fragment.size}
            way = cheapest(layers, self.begin, ends)
            if way is not None and way.cost <= budget:
                break
        return None if way is None else self._cut(way)

    def _cut(self, way: Way[WholeState]) -> Cut:
        spans = {role: (start[0], end[0]) for role, (start, end) in zip(self.roles, way.steps, strict=True)}
        raws = {role: self.fragment.text(*span) for role, span in spans.items()}
        self.own = {role: folded(raw) for role, raw in raws.items()}
        margins = dict(zip(self.roles, way.margins, strict=True))
        borders = tuple(
            (start[1], height(self.fragment.lines(start[0], end[0])), self.fragment.follow(start[0]))
            for start, end in way.steps
            if start[1] and start[0] < end[0]
        )
        glued = sum(0 < start < end and self.fragment.follow(start) is Follow.GLUED for start, end in spans.values())
        return Cut({role: (span,) for role, span in spans.items()}, raws, way.cost, margins, borders, glued)

    def _layers(self, model: Model, prices: LinePrices, budget: float) -> list[list[Edge]]:
        """Give for each column the steps from every state that can still end within the budget."""
        reached: dict[WholeState, float] = {self.begin: 0.0}
        layers: list[list[Edge]] = []
        for index in range(len(self.roles)):
            before = self.looked
            reach = budget + SLACK + sum(self.gains[index + 1 :])
            layer = list(self._steps(index, reached, model, prices, reach))
            model.looked += self.looked - before
            layers.append(layer)
            reached = cheapest_ends(layer, reached)
        return layers

    def _steps(
        self, index: int, reached: dict[WholeState, float], model: Model, prices: LinePrices, reach: float
    ) -> Iterator[Edge]:
        part, borders = self.fragment, model.heights.prices
        cells, least = prices.cells[index], prices.least[index + 1]
        starts: dict[int, list[tuple[WholeState, float]]] = {}
        for state, cost in reached.items():
            starts.setdefault(state[0], []).append((state, cost))
        for start, states in starts.items():
            self.looked += len(self.ends[start])
            if self.looked > model.may_look:
                return
            limit = reach - min(cost for _, cost in states)
            follow = part.follow(start) if start < part.size else Follow.FAR
            for end, lines in zip(self.ends[start], cells[start], strict=True):
                rest = limit - least[end]
                price = self._price(index, (start, end), model, lines, rest)
                if price > rest:
                    continue
                high = height(part.lines(start, end))
                for state, cost in states:
                    whole = price + borders[state[1], high, follow]
                    if cost + whole + least[end] <= reach:
                        yield state, (end, high or state[1]), whole

    def _price(self, index: int, piece: Piece, model: Model, lines: float, limit: float) -> float:
        """Price a cell whose lines cost so much; the words are looked at only where hope stays to keep the limit."""
        role = self.roles[index]
        most = limit + self.gains[index]
        if lines > most:
            return UNREACHED
        words = self.priced[index].get(piece)
        raw = self.fragment.text(*piece)
        if words is None:
            words = self.priced[index][piece] = cell_cost(role, raw)
        if words >= HOPELESS or lines + words > most:
            return UNREACHED
        return lines + words + model.familiar(role, raw, self.own.get(role))


def edges_cost(part: Fragment, start: int, end: int, glue: float) -> float:
    """Price single newlines inside a cell, and how it ends; `glue` where the next cell shares its last line."""
    if end == start:
        return 0.0
    top, bottom = part.line_of[start], part.line_of[end - 1]
    price = SINGLE_INSIDE * (part.singles[bottom + 1] - part.singles[top + 1])
    if end < part.size:
        if part.line_of[end] == bottom:
            price += glue
        elif part.single[part.line_of[end]]:
            price += SINGLE_BORDER
    return price


@dataclass(slots=True)
class LinePrices:
    """What the lines of a fragment cost under the widths learned so far.

    `cells` gives for each column and each word that begins a cell the prices of the ends it may have; `least` for each
    column and word what the lines from there on cost at least, in this column and the later ones.
    """

    cells: list[dict[int, list[float]]]
    least: list[list[float]]


def line_prices(part: Fragment, ends: Sequence[Sequence[int]], wraps: Sequence[Wrapping], glue: float) -> LinePrices:
    """Price the lines of every cell there can be."""
    size = part.size
    edges = {
        start: [edges_cost(part, start, end, glue) for end in found] for start, found in enumerate(ends[:-1]) if found
    }
    columns = [[UNREACHED] * size + [0.0]]
    cells: list[dict[int, list[float]]] = []
    for wrap in reversed(wraps):
        behind, least = columns[-1], [UNREACHED] * size + [0.0]
        priced = {size: [0.0]}
        for start, own in edges.items():
            prices = [wrap.cost(start, end) + edge for end, edge in zip(ends[start], own, strict=True)]
            least[start] = min(price + behind[end] for end, price in zip(ends[start], prices, strict=True))
            priced[start] = prices
        cells.append(priced)
        columns.append(least)
    return LinePrices(cells[::-1], columns[::-1])


def cheapest_ends(layer: Sequence[tuple[State, State, float]], reached: dict[State, float]) -> dict[State, float]:
    """Give what it costs at least to come to every state behind a layer of steps."""
    following: dict[State, float] = {}
    for start, end, price in layer:
        before = reached.get(start)
        if before is not None and before + price < following.get(end, UNREACHED):
            following[end] = before + price
    return following


def cheapest(
    layers: Sequence[Sequence[tuple[State, State, float]]], begin: State, ends: Collection[State]
) -> Way[State] | None:
    """Find the cheapest way through layers of steps (from, to, price) to one of the ends; None if all are out of reach.

    The margin of a layer is by how much the best way that takes another piece there is dearer; what a state knows
    beside its place (its first value) makes no other piece.
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
        piece = mine[1][0], mine[2][0]
        others = (cost for cost, start, end in ways if (start[0], end[0]) != piece)
        margins.append(min(others, default=best + HOPELESS) - best)
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
        forward.append(cheapest_ends(layer, forward[-1]))
    return forward
