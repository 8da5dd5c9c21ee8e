"""Folded text for searches: small letters without marks, words and numbers with single blanks between and around."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from dondoc.rules import names

_BETWEEN = re.compile(r"[^0-9a-z]+")


def fold(text: str) -> str:
    """Fold a text: "Tỷ lệ số hóa (1.18)" becomes " ty le so hoa 1 18 "; nothing but signs becomes one blank."""
    words = _BETWEEN.sub(" ", unicodedata.normalize("NFKD", names.bare(text))).strip()
    return f" {words} " if words else " "


def needle(query: str) -> str:
    """Fold what was typed: whole words, the last one perhaps not finished, numbers always whole."""
    folded = fold(query)
    return folded if folded.strip().split(" ")[-1].isdigit() else folded.rstrip() or " "


def fold_names(names_: Iterable[str]) -> str:
    """Fold a list of names so that each can be found whole: "|so y te|so tai chinh|"."""
    folded = "|".join(fold(name).strip() for name in names_)
    return f"|{folded}|" if folded else ""


def sameness(text: str) -> str:
    """Give a short mark that equal texts share, whatever their case, marks and signs."""
    return hashlib.sha256(fold(text).encode()).hexdigest()
