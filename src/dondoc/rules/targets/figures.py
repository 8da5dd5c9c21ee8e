"""The figures among the tokens of a phrase: single ones, ratios, ranges, times in a cycle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from dondoc.rules import letters, numbers
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import words
from dondoc.rules.targets.tokens import Token
from dondoc.rules.targets.values import Comparator, Per


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure among the tokens: from the first to behind the last of its tokens; a range has two ends.

    `signed` is a figure with + or - before it, `upper` the bound behind "đến" where the lower one is strict.
    """

    first: int
    behind: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    of: int | None = None
    unit: str | None = None
    per: Per | None = None
    signed: bool = False
    upper: bool = False


_SCALE_BEHIND = Pattern(r"[^\W\d]+(?:\s+[^\W\d]+)*$")
_FIGURES = frozenset({"number", "ratio", "cycle", "numword", "part", "fold"})
_STRICT = frozenset({Comparator.GREATER, Comparator.LESS})


def among(text: str, tokens: Sequence[Token]) -> list[Figure]:
    """Find the figures among the tokens: single ones, ratios, times in a cycle, and ranges "a - b", "từ a đến b"."""
    found: list[Figure] = []
    index = 0
    while index < len(tokens):
        figure = _signed_at(text, tokens, index) or _figure_at(text, tokens, index)
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
    if token.kind == "fold":
        return Figure(index, index + 1, token.value, unit="lần")
    if token.kind == "part":
        return Figure(index, index + 1, _share_of(token.value), unit="%")
    if token.kind == "ratio":
        return _with_unit(tokens, Figure(index, index + 1, token.value.value, of=token.value.of))
    upper = _is_upper(text, tokens, index)
    return _range_at(text, tokens, index) or _with_unit(tokens, Figure(index, index + 1, token.value, upper=upper))


def _signed_at(text: str, tokens: Sequence[Token], index: int) -> Figure | None:
    """Read "-5%", "+2 bậc": a figure with its sign."""
    if tokens[index].kind != "polarity" or index + 1 == len(tokens) or tokens[index + 1].kind != "number":
        return None
    value = tokens[index + 1].value
    value = value if text[tokens[index].start] == "+" else -value
    high = _signed_end(text, tokens, index + 2)
    if high is not None and value < high.value:
        return Figure(index, high.behind, None, value, high.value, unit=high.unit, signed=True)
    return _with_unit(tokens, Figure(index, index + 2, value, signed=True))


def _signed_end(text: str, tokens: Sequence[Token], joint: int) -> Figure | None:
    """Read the upper end of "từ -2% đến 2%", behind the per cent sign of the lower and the joint."""
    joint += joint < len(tokens) and tokens[joint].kind == "percent"
    if joint + 1 >= len(tokens) or not _joins(text, tokens, joint):
        return None
    if tokens[joint + 1].kind == "number":
        return _with_unit(tokens, Figure(joint + 1, joint + 2, tokens[joint + 1].value))
    return _signed_at(text, tokens, joint + 1)


def _share_of(part: Fraction) -> Decimal:
    """Write a part as per cent, to two places."""
    return (Decimal(100 * part.numerator) / part.denominator).quantize(Decimal("0.01"))


def _is_upper(text: str, tokens: Sequence[Token], index: int) -> bool:
    """ "trên 40% đến 60%": the upper bound of a stretch whose lower one is not of it."""
    before = index - 2 if index > 1 and tokens[index - 2].kind != "percent" else index - 3
    if before < 1 or tokens[index - 1].kind != "toward" or not _joins(text, tokens, index - 1):
        return False
    return tokens[before].kind == "number" and _is_strict(tokens, before)


def _is_strict(tokens: Sequence[Token], index: int) -> bool:
    before = tokens[index - 1] if index else None
    return before is not None and before.kind in ("sign", "compare", "adjacent") and before.value in _STRICT


def _is_age(text: str, tokens: Sequence[Token], index: int) -> bool:
    """ "dân số từ 15 tuổi" describes people; "tuổi thọ … trên 75 tuổi" and "73,5 tuổi" alone are figures."""
    if letters.lower(text[tokens[index].end : tokens[index].end + 5]).strip() != "tuổi":
        return False
    before = [token for token in tokens[:index] if token.kind == "word"]
    return bool(before) and "tuổi thọ" not in letters.lower(text[before[0].start : tokens[index].start])


def _counts(text: str, tokens: Sequence[Token], index: int) -> bool:
    """A number in words is a figure behind a comparing word, before a per cent sign, or first before a counted noun."""
    counts = index + 1 < len(tokens) and words.noun_kind(text[tokens[index + 1].start :]) is not None
    if index and tokens[index - 1].kind in ("compare", "sign", "per"):
        return counts or not _is_year_word(text, tokens[index])
    shares = index + 1 < len(tokens) and tokens[index + 1].kind == "percent"
    return not _is_year_word(text, tokens[index]) and (shares or (index == 0 and counts))


def _is_year_word(text: str, token: Token) -> bool:
    """ "năm" is five only before something counted; "cao hơn năm trước" compares with a year."""
    return letters.lower(text[token.start : token.end]) == "năm"


def _with_unit(tokens: Sequence[Token], figure: Figure) -> Figure:
    percent = tokens[figure.behind] if figure.behind < len(tokens) else None
    if percent is None or percent.kind != "percent":
        return figure
    return replace(figure, behind=figure.behind + 1, unit=percent.value)


def _range_at(text: str, tokens: Sequence[Token], index: int) -> Figure | None:
    """Read "20% - 50%", "16-18", "từ 5 đến 10%": the first figure, perhaps its per cent sign, a joint, the second."""
    joint = index + 1
    if joint < len(tokens) and tokens[joint].kind == "percent":
        joint += 1
    if joint + 1 >= len(tokens) or not _joins(text, tokens, joint) or tokens[joint + 1].kind != "number":
        return None
    if tokens[joint].kind == "toward" and _is_strict(tokens, index):
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
