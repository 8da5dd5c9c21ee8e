"""A stretch of prose with the place a person would cite it by; what the rules read objectives and duties from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Words that belong together: `where` is their place ("V.7"), `kind` chapter, article, point, bullet,
    lettered, plain or aims.

    `head` is the introduction a bullet stands below ("4. Giao Chủ tịch UBND các huyện, thành phố:").
    """

    text: str
    where: str
    kind: str = "plain"
    head: str = ""
