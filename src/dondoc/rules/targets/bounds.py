"""Two bounds of one figure: "40% ≤ tỷ lệ < 60%", "trên 40% đến 60%", "không dưới 3, không quá 5 người"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.finishing import combine
from dondoc.rules.targets.tokens import Token, tidy
from dondoc.rules.targets.values import LOWER, UPPER, Comparator, Target

_TURNED = {
    Comparator.LESS: Comparator.GREATER, Comparator.AT_MOST: Comparator.AT_LEAST,
    Comparator.GREATER: Comparator.LESS, Comparator.AT_LEAST: Comparator.AT_MOST,
}  # fmt: skip
"""A sign behind its figure, seen from the other side: "40% ≤ x" is "x ≥ 40%"."""


def chain(phrase: str, tokens: Sequence[Token], stated: Sequence[Figure], text: str, unit: str | None) -> list[Target]:
    """Read a range with a sign behind its first figure and one before its second; empty where there is none.

    With both ends in it is a range, else two bounds, in the order they are written.
    """
    if len(stated) != 2 or not _between_signs(tokens, *stated):
        return []
    first, second = stated
    left, right = _TURNED.get(tokens[first.behind].value), tokens[second.first - 1].value
    if left is None or right not in _TURNED or (left in LOWER) == (right in LOWER):
        return []
    named = unit or first.unit or second.unit
    subject = tidy(phrase, tokens[first.behind].end, tokens[second.first - 1].start).strip(" .…:,") or None
    one = Target(text=text, subject=subject, unit=named, combine=combine(named, left))
    if {left, right} == {Comparator.AT_LEAST, Comparator.AT_MOST}:
        ends = sorted(figure.value for figure in stated if figure.value is not None)
        return [replace(one, comparator=Comparator.BETWEEN, low=ends[0], high=ends[-1])]
    return [replace(one, comparator=left, value=first.value), replace(one, comparator=right, value=second.value)]


def _between_signs(tokens: Sequence[Token], first: Figure, second: Figure) -> bool:
    signs = first.behind, second.first - 1
    return first.first == 0 and signs[0] < signs[1] and all(tokens[sign].kind == "sign" for sign in signs)


def with_shared_unit(found: Sequence[Target], phrase: str) -> list[Target]:
    """A lower bound takes its unit from the upper one behind it: "từ 70 đến dưới 90 điểm"."""
    out = list(found)
    for index, (lower, upper) in enumerate(itertools.pairwise(found)):
        if lower.unit is None and are_bounds(replace(lower, unit=upper.unit), upper) and _in_one_breath(phrase, upper):
            subject = lower.subject or upper.subject
            out[index] = replace(lower, unit=upper.unit, combine=upper.combine, subject=subject)
            out[index + 1] = replace(upper, subject=subject)
    return out


def are_bounds(lower: Target, upper: Target) -> bool:
    """Say whether two targets are the lower and the upper bound of one figure."""
    one, other = (upper, lower) if lower.comparator in UPPER else (lower, upper)
    if one.comparator not in LOWER or other.comparator not in UPPER or one.value is None or other.value is None:
        return False
    return (
        one.value < other.value
        and one.unit == other.unit
        and (one.subject or other.subject) == (other.subject or one.subject)
        and (one.qualifier, one.per, one.by, one.change) == (other.qualifier, other.per, other.by, other.change)
    )


def _in_one_breath(phrase: str, upper: Target) -> bool:
    """Say whether no semicolon or line parts the upper bound from what is before it."""
    return phrase[: phrase.find(upper.text)].rstrip()[-1:] not in (";", "", ".")
