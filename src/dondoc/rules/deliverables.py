"""The things a product column lists (sản phẩm, kết quả): "Kế hoạch/ Quyết định/ Báo cáo" are three."""

from __future__ import annotations

import re
from itertools import pairwise

from dondoc.rules.patterns import Pattern

_BORDER = Pattern(
    r"\s*;\s*|(?<![\d\s])\s*/\s*(?!\s*(?:năm|quý|tháng|tuần|ngày|lần|kỳ|\d)(?!\w))|(?<=\d)\s*/\s+(?=[^\W\d])"
    r"|,\s+(?=[A-ZĐÀ-Ỹ])"
)
"""A slash between figures, in a symbol ("488/QĐ-CT") or before a period ("bài/năm") parts nothing."""
_WHOLE = Pattern(r"\([^()]*\)|(?<!\w)(?:tin|bài|lượt|người)\s*/\s*(?:tin|bài|lượt|người)(?!\w)", re.IGNORECASE)


def split(cell: str) -> tuple[str, ...]:
    """Split the words of a product column into the things it lists, each with a capital; empty where it is empty.

    At semicolons and slashes, and at commas before a capital, but not inside brackets.
    """
    words = " ".join(cell.split())
    whole = [found.span() for found in _WHOLE.finditer(words)]
    borders = [
        border.span()
        for border in _BORDER.finditer(words)
        if not any(start < border.end() and border.start() < end for start, end in whole)
    ]
    edges = [(0, 0), *borders, (len(words), len(words))]
    things = (words[former[1] : latter[0]].strip(" .,-–") for former, latter in pairwise(edges))
    return tuple(thing[:1].upper() + thing[1:] for thing in things if thing)
