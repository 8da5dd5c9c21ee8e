"""Where a change starts from: "từ 50% (năm 2021)" before "lên 70%" is no target but a baseline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dondoc.rules import letters
from dondoc.rules.targets import words

if TYPE_CHECKING:
    from dondoc.rules.targets.tokens import Token

_FIGURES = frozenset({"number", "ratio", "part"})
_BEFORE_FIGURE = frozenset({"rank", "filler", "level"})
_BETWEEN = frozenset({"percent", "word", "when", "stop", "filler", "rank"})
_AFTER_LEVEL = frozenset({"toward", "filler", "rank", "adjacent", "compare", "sign"})
_FAR = 10


def with_baselines(text: str, tokens: Sequence[Token]) -> list[Token]:
    """Join the tokens from "từ" to before "lên", "xuống", "còn" into one baseline where figures stand on both sides."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        end = _level_left(text, tokens, index) if _is_from(text, tokens[index]) else None
        if end is None:
            out.append(tokens[index])
            index += 1
        else:
            first, last = tokens[index + 1].start, tokens[end - 1].end
            baseline = " ".join(text[first:last].split())
            out.append(tokens[index]._replace(kind="baseline", end=last, value=baseline))
            index = end
    return out


def _is_from(text: str, token: Token) -> bool:
    return token.end - token.start == 2 and letters.lower(text[token.start : token.end]) == "từ"


def _level_left(text: str, tokens: Sequence[Token], index: int) -> int | None:
    """Find behind "từ" and a figure the verb or the word that names the level reached; None where there is none."""
    place = _past(tokens, index + 1, _BEFORE_FIGURE)
    if place >= len(tokens) or tokens[place].kind not in _FIGURES:
        return None
    end = _past(tokens, place + 1, _BETWEEN)
    reached = _past(tokens, end, frozenset({"up", "down"}))
    if end - index > _FAR or reached >= len(tokens) or not _names_level(text, tokens[reached]):
        return None
    figure = _past(tokens, reached + 1, _AFTER_LEVEL)
    return end if figure < len(tokens) and tokens[figure].kind in _FIGURES else None


def _past(tokens: Sequence[Token], index: int, kinds: frozenset[str]) -> int:
    while index < len(tokens) and tokens[index].kind in kinds:
        index += 1
    return index


def _names_level(text: str, token: Token) -> bool:
    return token.kind == "toward" and letters.lower(text[token.start : token.end]) in words.RISEN
