"""Objectives that grow by the year: a first figure, a step "mỗi năm tiếp theo tăng 10%", and the figure at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import figures, segments, wanted
from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.tokens import Token, scan
from dondoc.rules.targets.values import Combine, Comparator, Target, is_share


@dataclass(frozen=True, kw_only=True)
class Stated:
    """A figure the text states for a year."""

    year: int
    value: Decimal
    comparator: Comparator | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Trajectory:
    """A course over years: what is stated, the yearly step (with "ít nhất" or without), and the path year by year.

    `reached` is where the steps lead in the last stated year; None where there is no step.
    """

    stated: tuple[Stated, ...]
    step: Decimal | None
    step_at_least: bool
    path: tuple[tuple[int, Decimal], ...]
    targets: tuple[Target, ...]
    reached: Decimal | None

    @property
    def adds_up(self) -> bool:
        """Say whether the steps lead to the last stated figure."""
        return self.reached is None or self.reached == self.stated[-1].value

    @property
    def satisfiable(self) -> bool:
        """Say whether the last stated figure can be kept together with the steps: "ít nhất" leaves room upwards."""
        return self.adds_up or (
            self.step_at_least and self.reached is not None and self.reached < self.stated[-1].value
        )


_SIZE = r"(?P<{least}>ít nhất|tối thiểu)?\s*(?P<{step}>\d+(?:,\d+)?)\s*%?"
_STEP = Pattern(
    r"(?:mỗi năm|hằng năm|hàng năm|bình quân|trung bình)[^.;%]{0,40}?(?P<way>tăng|giảm)[^.;%\d]{0,40}?"
    + _SIZE.format(least="least", step="step")
    + r"|(?P<way2>tăng|giảm)\s+(?:thêm\s+)?"
    + _SIZE.format(least="least2", step="step2")
    + r"\s*(?:/\s*năm|mỗi năm|hằng năm|hàng năm)"
)


@lru_cache(maxsize=512)
def trajectory(sentence: str) -> Trajectory | None:
    """Read the course a sentence states over years; None where it states figures for fewer than two years."""
    if "20" not in sentence:
        return None
    step = _step(sentence)
    stated = _stated(sentence, step.span() if step else None)
    years = [one.year for one in stated]
    if len(stated) < 2 or years != sorted(set(years)):
        return None
    size = None if step is None else _size(step)
    path = _path(stated, size)
    reached = None if size is None else stated[0].value + size * (stated[-1].year - stated[0].year)
    least = step is not None and bool(step["least"] or step["least2"])
    words = sentence[step.start() : step.end()] if step else ""
    return Trajectory(
        stated=stated, step=size, step_at_least=least, path=path, reached=reached, targets=_targets(stated, path, words)
    )


def step_of(sentence: str) -> tuple[int, int] | None:
    """Say where the yearly step of a course stands; None where the sentence states none beside figures by year."""
    course = trajectory(sentence)
    step = _step(sentence)
    return step.span() if course is not None and step is not None else None


def _step(sentence: str) -> re.Match[str] | None:
    return _STEP.search(letters.lower(sentence))


def _size(step: re.Match[str]) -> Decimal:
    value = Decimal((step["step"] or step["step2"]).replace(",", "."))
    return -value if (step["way"] or step["way2"]) == "giảm" else value


def _stated(sentence: str, step: tuple[int, int] | None) -> tuple[Stated, ...]:
    """Collect each figure with the year that stands nearest to it in its own clause."""
    tokens = [token for token in scan(sentence) if step is None or token.end <= step[0] or token.start >= step[1]]
    shares = figures.among(sentence, tokens)
    found = []
    for index, figure in enumerate(shares):
        left = shares[index - 1].behind if index else 0
        right = shares[index + 1].first if index + 1 < len(shares) else len(tokens)
        one = _one(sentence, tokens, figure, (left, right))
        if one is not None:
            found.append(one)
    return tuple(found)


def _one(sentence: str, tokens: list[Token], figure: Figure, bounds: tuple[int, int]) -> Stated | None:
    """Join a share with its year: the next behind it in its clause, else the last before it."""
    left, right = bounds
    if figure.value is None or not is_share(figure.unit):
        return None
    before = [token for token in tokens[left : figure.first] if _names_year(token)]
    behind = [token for token in tokens[figure.behind : right] if _names_year(token)]
    nearest = _in_clause(sentence, tokens, figure, behind) or (before[-1] if before else None)
    if nearest is None:
        return None
    placed = Figure(figure.first - left, figure.behind - left, figure.value, unit=figure.unit)
    draft = segments.read(sentence, tokens[left:right], placed)
    start = min(nearest.start, tokens[wanted.lead(tokens, figure)].start)
    end = max(nearest.end, tokens[figure.behind - 1].end)
    year = nearest.value.last.year
    return Stated(year=year, value=figure.value, comparator=draft.comparator, text=sentence[start:end])


def _names_year(token: Token) -> bool:
    return (
        token.kind == "when"
        and token.value.last is not None
        and token.value.kind in ("year", "day", "month", "quarter", "half")
    )


def _in_clause(sentence: str, tokens: list[Token], figure: Figure, behind: list[Token]) -> Token | None:
    """A year behind the figure counts before the next comma or stop only."""
    if not behind:
        return None
    gap = sentence[tokens[figure.behind - 1].end : behind[0].start]
    return None if any(mark in gap for mark in ",;.:") else behind[0]


def _path(stated: tuple[Stated, ...], step: Decimal | None) -> tuple[tuple[int, Decimal], ...]:
    """Give a figure for every year: stated ones as stated, the years between by steps from the last one stated."""
    known = {one.year: one.value for one in stated}
    path: dict[int, Decimal] = {}
    for year in range(stated[0].year, stated[-1].year + 1):
        if year in known:
            path[year] = known[year]
        elif step is not None:
            path[year] = path[year - 1] + step
    return tuple(path.items())


def _targets(stated: tuple[Stated, ...], path: tuple[tuple[int, Decimal], ...], step: str) -> tuple[Target, ...]:
    by_year = {one.year: one for one in stated}
    found = []
    for year, value in path:
        one = by_year.get(year)
        comparator = one.comparator if one else stated[0].comparator
        text = one.text if one else step
        found.append(
            Target(text=text, comparator=comparator, value=value, unit="%", by=str(year), combine=Combine.RATIO)
        )
    return tuple(found)
