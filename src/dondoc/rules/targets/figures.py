"""The figures among the tokens of a phrase: single ones, ratios, ranges, times in a cycle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from dondoc.rules import letters, numbers
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import words
from dondoc.rules.targets.tokens import Token
from dondoc.rules.targets.values import Per


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure among the tokens: from the first to behind the last of its tokens; a range has two ends."""

    first: int
    behind: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    of: int | None = None
    unit: str | None = None
    per: Per | None = None


_SCALE_BEHIND = Pattern(r"[^\W\d]+(?:\s+[^\W\d]+)*$")
_FIGURES = frozenset({"number", "ratio", "cycle", "numword"})


def among(text: str, tokens: Sequence[Token]) -> list[Figure]:
    """Find the figures among the tokens: single ones, ratios, times in a cycle, and ranges "a - b", "từ a đến b"."""
    found: list[Figure] = []
    index = 0
    while index < len(tokens):
        figure = _figure_at(text, tokens, index)
        if figure is None:
            index += 1
        else:
            found.append(figure)
            index = figure.behind
    return found


def _figure_at(text: str, tokens: Sequence[Token], index: int) -> Figure | None:
    token = tokens[index]
    if token.kind not in _FIGURES or (token.kind == "numword" and not _counts(text, tokens, index)):
        return None
    if _is_age(text, tokens, index):
        return None
    if token.kind == "cycle":
        return Figure(index, index + 1, token.value[0], unit="lần", per=token.value[1])
    if token.kind == "ratio":
        return _with_unit(tokens, Figure(index, index + 1, token.value.value, of=token.value.of))
    return _range_at(text, tokens, index) or _with_unit(tokens, Figure(index, index + 1, token.value))


def _is_age(text: str, tokens: Sequence[Token], index: int) -> bool:
    """ "dân số từ 15 tuổi" describes people; "tuổi thọ … trên 75 tuổi" and "73,5 tuổi" alone are figures."""
    if letters.lower(text[tokens[index].end : tokens[index].end + 5]).strip() != "tuổi":
        return False
    before = [token for token in tokens[:index] if token.kind == "word"]
    return bool(before) and "tuổi thọ" not in letters.lower(text[before[0].start : tokens[index].start])


def _counts(text: str, tokens: Sequence[Token], index: int) -> bool:
    """A number in words is a figure behind a comparing word, before a per cent sign, or first before a counted noun."""
    if index and tokens[index - 1].kind in ("compare", "sign", "per"):
        return True
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if behind is None or text[tokens[index].start : tokens[index].end].lower() == "năm":
        return False
    return behind.kind == "percent" or (index == 0 and words.noun_kind(text[behind.start :]) is not None)


def _with_unit(tokens: Sequence[Token], figure: Figure) -> Figure:
    percent = tokens[figure.behind] if figure.behind < len(tokens) else None
    if percent is None or percent.kind != "percent":
        return figure
    return Figure(figure.first, figure.behind + 1, figure.value, figure.low, figure.high, figure.of, unit=percent.value)


def _range_at(text: str, tokens: Sequence[Token], index: int) -> Figure | None:
    """Read "20% - 50%", "16-18", "từ 5 đến 10%": the first figure, perhaps its per cent sign, a joint, the second."""
    joint = index + 1
    if joint < len(tokens) and tokens[joint].kind == "percent":
        joint += 1
    if joint + 1 >= len(tokens) or not _joins(text, tokens, joint) or tokens[joint + 1].kind != "number":
        return None
    low, high = tokens[index].value, tokens[joint + 1].value
    low = _scaled_like(text, tokens[index], tokens[joint + 1], low)
    if low >= high:
        return None
    return _with_unit(tokens, Figure(index, joint + 2, None, low, high))


def _joins(text: str, tokens: Sequence[Token], joint: int) -> bool:
    token = tokens[joint]
    if token.kind == "dash":
        return True
    return token.kind == "toward" and text[token.start : token.end].lower() in ("đến", "tới", "den", "toi")


def _scaled_like(text: str, low: Token, high: Token, value: Decimal) -> Decimal:
    """In "2 - 3 triệu" the scale stands once and holds for both."""
    scale = _SCALE_BEHIND.search(text[high.start : high.end])
    if scale is None or _SCALE_BEHIND.search(text[low.start : low.end]):
        return value
    return value * (numbers.scale_of(scale[0]) or 1)
