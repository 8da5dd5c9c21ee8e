"""Wrapping words into cells: proportional widths like those of Times, or one width for every character."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass

_WIDTHS = {
    250: " .,",
    278: "ijlt:;/",
    333: "frI-()",
    389: "sJ",
    408: '"“”',
    444: "acez",
    500: "bdghknopquvxyđơ0123456789…–",
    540: "ư",
    556: "FPSƯ",
    564: "><≥≤=+",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYĐwƠ",
    778: "m&",
    833: "%",
    889: "M",
    944: "W",
}
_EMS = {character: width / 1000 for width, characters in _WIDTHS.items() for character in characters}
_BREAKS = re.compile(r"(?<=\w-)(?=\w)")


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a cell; `hyphen` says that it was wrapped inside a word, after a hyphen."""

    text: str
    hyphen: bool = False


def times(text: str) -> float:
    """Measure text in em of a Times-like face; letters with marks are as wide as their base."""
    return sum(_EMS.get(character) or _base_width(character) for character in text)


def characters(text: str) -> float:
    """Measure text in characters."""
    return float(len(text))


def _base_width(character: str) -> float:
    base = unicodedata.normalize("NFD", character)
    width = _EMS.get(base[0], 0.5)
    return width + (0.06 if "\u031b" in base else 0.0)


def pieces(text: str) -> list[tuple[str, bool]]:
    """Split text into what cannot be broken, with whether a blank stands before each piece."""
    found: list[tuple[str, bool]] = []
    for word in text.split():
        parts = _BREAKS.split(word)
        found.extend((part, index == 0) for index, part in enumerate(parts))
    return found


def widest(texts: Iterable[str], measure: Callable[[str], float]) -> float:
    """Give the width of the widest piece that cannot be broken."""
    return max((measure(piece) for text in texts for piece, _ in pieces(text)), default=0.0)


def wrap(paragraphs: Iterable[str], width: float, measure: Callable[[str], float]) -> list[Line]:
    """Wrap paragraphs greedily into lines of at most `width`; each paragraph begins a new line."""
    return [line for paragraph in paragraphs for line in _wrap_one(paragraph, width, measure)]


def _wrap_one(paragraph: str, width: float, measure: Callable[[str], float]) -> list[Line]:
    lines: list[Line] = []
    current = ""
    for piece, blank in pieces(paragraph):
        joined = f"{current}{' ' if blank and current else ''}{piece}"
        if current and measure(joined) > width:
            lines.append(Line(text=current, hyphen=not blank))
            current = piece
        else:
            current = joined
    return [*lines, Line(text=current)] if current else lines
