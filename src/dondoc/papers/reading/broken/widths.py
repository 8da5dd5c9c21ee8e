"""How wide words are in a proportional face, in letters "a": enough to know whether a word would have fitted."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

# Advance widths of a Times face in thousandths of an em; a diacritic adds nothing to its letter.
_EM = {
    **dict.fromkeys("bdghknopqruvxy0123456789–", 500),
    **dict.fromkeys("acez", 444),
    **dict.fromkeys("ijlt/:;", 278),
    **dict.fromkeys(".,", 250),
    **dict.fromkeys("fI()-[]r", 333),
    **dict.fromkeys("wADGHKNOQUVXY", 722),
    **dict.fromkeys("BCRE", 650),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys("LTZ", 611),
    **dict.fromkeys(">≥<≤=+", 556),
    "s": 389,
    "m": 778,
    "J": 389,
    "M": 889,
    "W": 944,
    "%": 833,
    "&": 778,
    '"': 408,
    "“": 444,
    "”": 444,
    "…": 1000,
}
LETTER = 444
BLANK = 250 / LETTER
_OF: dict[str, float] = {}


def _letter(char: str) -> float:
    base = unicodedata.normalize("NFD", char)[0]
    base = {"đ": "d", "Đ": "D"}.get(base, base)
    return _EM.get(base, 722 if base.isupper() else 500) / LETTER


@lru_cache(maxsize=20000)
def width(word: str) -> float:
    """Give the width of a word in letters "a" of a Times face."""
    total = 0.0
    for char in word:
        known = _OF.get(char)
        if known is None:
            known = _OF[char] = _letter(char)
        total += known
    return total


@lru_cache(maxsize=20000)
def first_breakable(word: str) -> float:
    """Give the width of what must fit at the end of the line before: a word up to its first hyphen."""
    hyphen = word.find("-", 1)
    return width(word[: hyphen + 1]) if 0 < hyphen < len(word) - 1 else width(word)
