"""Spellings made comparable: without marks, without case, without what a scan adds."""

from __future__ import annotations

import re
import unicodedata

_MARKS = dict.fromkeys(range(768, 880))
_MARKS[ord("đ")] = "d"
_MARKS[ord("Đ")] = "D"
PROPER = re.compile(
    r"\b(ubnd|hđnd|mttq|bhxh|đvsn|cntt|kcn|đbqh|hđnd&ubnd|ủy ban nhân dân|mặt trận tổ quốc|việt nam|nhà nước)\b",
    re.IGNORECASE,
)
_WRITTEN = {
    "ủy ban nhân dân": "Ủy ban nhân dân",
    "mặt trận tổ quốc": "Mặt trận Tổ quốc",
    "việt nam": "Việt Nam",
    "nhà nước": "Nhà nước",
}


_PLACE = re.compile(r"\b(xã|phường|thị trấn|thị xã|huyện|quận|thành phố|đặc khu|tỉnh)((?: [^\W\d_]+){1,4})$")
_COLLECTIVE = re.compile(r" (?:các|và|cấp|ủy|uỷ|đoàn|trên|trong|thuộc)\b")


def bare(text: str) -> str:
    """Give the text in lower case without diacritics, whatever its Unicode form and whichever letters it has."""
    return unicodedata.normalize("NFD", text.lower()).translate(_MARKS)


def fold(text: str) -> str:
    """Give the text in lower case without diacritics, blanks made single: what searches compare."""
    return " ".join(bare(text).split())


def skeleton(name: str) -> str:
    """Give the letters of a name without marks, case, hyphens and commas: what survives a scan."""
    return " ".join(re.sub(r"[^0-9a-z&]+", " ", fold(name)).split())


def sentence_case(title: str) -> str:
    """Write a title in capitals as a person would write it in a sentence, as far as that can be known.

    Only the first letter and words known to be proper stay capital; a registry knows more.
    """
    words = " ".join(title.split()).lower()
    words = PROPER.sub(lambda found: _WRITTEN.get(found.group(0), found.group(0).upper()), words)
    words = _PLACE.sub(lambda found: found[1] + (found[2] if _COLLECTIVE.search(found[2]) else found[2].title()), words)
    return words[:1].upper() + words[1:]
