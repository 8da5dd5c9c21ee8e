"""What is learned from a document while it is read: the widths of its columns and the cells that recur."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache

from dondoc.papers.reading.broken.costs import FRESH_AGENCY, fresh_agencies, goes_on
from dondoc.papers.reading.broken.fragments import BEGINS_PARAGRAPH, ENDS_PARAGRAPH, Fragment, plain
from dondoc.papers.reading.broken.heights import Heights
from dondoc.papers.reading.broken.phrases import Phrases
from dondoc.papers.reading.broken.widths import BLANK
from dondoc.papers.reading.forms import Role
from dondoc.rules.names import AGENCY_HEAD

AGENCIES = (Role.LEAD, Role.COOPERATING)
UNFITTED = 1e9
LOOSE_BREAK = 0.4
"""Most that a line costs that ends early where a sentence ended and a listed point begins."""
SENTENCE_BREAK = 2.0
"""Most that a line costs that ends early where a sentence ended and another may begin."""
NAME_BREAK = 3.0
"""Most that a line costs that ends early before the name of an agency, which may be a paragraph of its own."""


def short_line(slack: float) -> float:
    """Price a line that ended although the next word would have fitted, with so much room to spare (letters)."""
    return 0.0 if slack <= 0 else min(1.5 + 2.0 * slack, 7.0)


def wide_line(excess: float) -> float:
    """Price a line wider than its column, by the excess in letters."""
    return 0.0 if excess <= 0 else min(1.5 + 3.0 * excess, 30.0)


MOST_REWARD = 4.5
GLUE_COST = 4.0
GLUE_COST_USUAL = 1.0
"""What it costs that two cells share a line, in documents where that is rare or usual."""
FRESH_COST = 4.0
FRESH_COST_USUAL = 2.0
"""What a name costs that begins a line with no separator before it, where lists are usually separated or not."""
MOST_LOOKED_AT = 15_000
MOST_LOOKED_AT_IN_HASTE = 2_500
"""A row on one page is given up after so many cells: it takes some hundreds, the hardest seen nearly 9,000. The rows
of a document that has taken too long already are given up sooner."""


@dataclass(slots=True)
class Model:
    """The columns of one broken table: their roles in order, widths in letters (0: not known yet), and repetitions."""

    roles: tuple[Role, ...]
    widths: list[float]
    cells: dict[Role, Counter[str]] = field(default_factory=dict)
    agencies: Counter[str] = field(default_factory=Counter)
    empties: Counter[Role] = field(default_factory=Counter)
    fresh: float = FRESH_COST
    glue: float = GLUE_COST
    heights: Heights = field(default_factory=Heights)
    phrases: Phrases = field(default_factory=Phrases)
    known: dict[Role, list[tuple[int, str]]] = field(default_factory=dict)
    looked: int = 0
    may_look: int = MOST_LOOKED_AT
    tried: int = 0
    may_try: int = 0

    def familiar(self, role: Role, raw: str, own: str | None) -> float:
        """Give the reward (negative) for a cell seen elsewhere in the document; `own` is this row's present reading."""
        if role is Role.TEXT:
            return 0.0
        fresh = self.fresh * _fresh(raw) if role in AGENCIES else 0.0
        return fresh + self._reward(role, raw, own)

    def _reward(self, role: Role, raw: str, own: str | None) -> float:
        if not raw:
            seen = self.empties[role] - (own == "")
            return -min(1.3 * math.log(1 + max(seen, 0)), EMPTY_REWARD.get(role, 2.0)) if seen > 0 else 0.0
        key = folded(raw)
        seen = self.cells[role][key] - (own == key) if role in self.cells else 0
        reward = math.log(1 + seen) if seen > 0 else 0.0
        if role in AGENCIES and seen < 30:
            known = [max(self.agencies[name] - (own is not None and name in own), 0) for name in parts(raw)]
            if known:
                reward = max(reward, sum(math.log(1 + count) for count in known) / len(known))
        return -min(1.3 * reward, MOST_REWARD)

    def gains(self, words: str | None = None) -> list[float]:
        """Give for each column the most that repetition can take off the price of a cell.

        With the words of a row (in one line and small letters) only what is said in them can recur.
        """
        return [self._gain(role, words) for role in self.roles]

    def _gain(self, role: Role, words: str | None) -> float:
        if role is Role.TEXT:
            return 0.0
        empty = EMPTY_REWARD.get(role, 2.0) if self.empties[role] else 0.0
        seen = next((count for count, cell in self.known.get(role, ()) if words is None or cell in words), 0)
        return max(empty, min(1.3 * math.log(1 + seen), MOST_REWARD))

    def _known(self, role: Role) -> list[tuple[int, str]]:
        """Give what recurs in a column and how often, the most frequent first."""
        both = self.cells[role] | self.agencies if role in AGENCIES else self.cells[role]
        return sorted(((count, cell) for cell, count in both.items()), reverse=True)

    def remember(self, readings: list[dict[Role, str]]) -> None:
        """Count anew how often each cell, agency and empty cell occurs in the readings."""
        self.cells = {role: Counter() for role in self.roles}
        self.agencies = Counter()
        self.empties = Counter()
        lists = fresh = 0
        for reading in readings:
            for role, raw in reading.items():
                if raw:
                    self.cells[role][folded(raw)] += 1
                    if role in AGENCIES:
                        self.agencies.update(parts(raw))
                        fresh += bool(_fresh(raw))
                        lists += len(parts(raw)) > 1
                else:
                    self.empties[role] += 1
        self.known = {role: self._known(role) for role in self.roles}
        self.fresh = FRESH_COST_USUAL if lists > 3 and fresh * 2 > lists else FRESH_COST


@lru_cache(maxsize=200_000)
def _fresh(raw: str) -> int:
    return fresh_agencies(raw)


EMPTY_REWARD = {
    Role.LEAD: 5.0,
    Role.COOPERATING: 2.0,
    Role.TIME: 3.0,
    Role.TARGET: 3.0,
    Role.PRODUCT: 3.0,
    Role.OTHER: 1.0,
}
BULLET = re.compile(r"[-+•]")
NAME_AFTER_COMMA = re.compile(rf",\s*(?={AGENCY_HEAD.pattern})")


@lru_cache(maxsize=400_000)
def folded(raw: str) -> str:
    """Give a piece in one line and small letters, end signs off: what repetitions are counted by."""
    return plain(raw).lower().strip(" .;,")


@lru_cache(maxsize=200_000)
def parts(raw: str) -> tuple[str, ...]:
    """Give the addressees inside an agency cell, folded: apart at separators and where a line begins a new name."""
    marked = NAME_AFTER_COMMA.sub(";", FRESH_AGENCY.sub(_apart, raw)) if "\n" in raw or "," in raw else raw
    return tuple(part for part in map(folded, marked.replace("/", ";").split(";")) if part)


def _apart(fresh: re.Match[str]) -> str:
    """Put a separator where a line begins a new name, none where it goes on with one ("Văn phòng / UBND tỉnh")."""
    return "\n" if goes_on(fresh) else ";"


@dataclass(slots=True)
class Wrapping:
    """Prices of the lines of one fragment in a column of one width, summed up so that any span costs one look."""

    fragment: Fragment
    width: float
    breaks: list[float]
    excess: list[float]
    most: list[float]

    def cost(self, start: int, end: int) -> float:
        """Price the lines of a cell that takes the words from `start` to before `end`."""
        if end <= start or not self.width:
            return 0.0
        part = self.fragment
        top, bottom = part.line_of[start], part.line_of[end - 1]
        if top == bottom:
            return wide_line(part.prefix[end] - part.prefix[start] - BLANK - self.width)
        cost = self.breaks[bottom] - self.breaks[top + 1] + self.excess[bottom + 1] - self.excess[top + 1]
        head = part.prefix[part.first[top + 1]] - part.prefix[start] - BLANK
        return cost + wide_line(head - self.width) + self._break(top, head)

    def _break(self, line: int, width: float) -> float:
        part = self.fragment
        cost = short_line(self.width - width - BLANK - part.next_break[line])
        return min(cost, self.most[line])

    def across(self, end: int, other: Fragment, start: int) -> float:
        """Price the break between the last line of a piece and the next page's first word."""
        if not self.width or end == 0:
            return 0.0
        part = self.fragment
        line = part.line_of[end - 1]
        head = part.prefix[end] - part.prefix[part.first[line]] - BLANK
        cost = short_line(self.width - head - BLANK - _breakable(other, start))
        return min(cost, _most_between(part.words[end - 1], other.words[start]))


def _breakable(part: Fragment, start: int) -> float:
    from_word = part.words[start]
    hyphen = from_word.find("-", 1)
    full = part.prefix[start + 1] - part.prefix[start] - BLANK
    return full if hyphen <= 0 else full * (hyphen + 1) / len(from_word)


def _most_between(last: str, first: str) -> float:
    """Give the most that a line costs that ends early with a word, by the first word of the next line."""
    if not ENDS_PARAGRAPH.search(last) or not BEGINS_PARAGRAPH.match(first):
        return UNFITTED
    return LOOSE_BREAK if BULLET.match(first) else SENTENCE_BREAK


def _most(fragment: Fragment, role: Role) -> list[float]:
    """Give the most that each line can cost by ending early."""
    named = role in AGENCIES
    words, first = fragment.words, fragment.first
    between = [_most_between(words[start - 1], words[start]) for start in first[1:-1]]
    return [
        min(most, NAME_BREAK) if named and before else most
        for most, before in zip([*between, UNFITTED], fragment.before_agency, strict=True)
    ]


def wrapping(fragment: Fragment, column_width: float, role: Role) -> Wrapping:
    """Sum up the prices of all whole lines of a fragment for a column's width in letters (0: no prices) and role."""
    wrap = Wrapping(fragment, column_width, [0.0], [0.0], _most(fragment, role))
    if column_width:
        for line, line_width in enumerate(fragment.line_width):
            last = line + 1 == len(fragment.line_width)
            wrap.breaks.append(wrap.breaks[-1] + (0.0 if last else wrap._break(line, line_width)))
            wrap.excess.append(wrap.excess[-1] + wide_line(line_width - column_width))
    return wrap
