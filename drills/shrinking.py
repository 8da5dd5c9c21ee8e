"""Cutting a failing document down to what makes it fail: whole stretches of lines first, then stretches of letters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from drills.damage import Case

TRIES = 400
T = TypeVar("T")


def shrink(one: Case, read: Callable[[Case], Any], word: str) -> bytes:
    """Give the smallest bytes found that still have the outcome `word`; tries at most a few hundred readings."""
    left = [TRIES]

    def fails(data: bytes) -> bool:
        left[0] -= 1
        return left[0] >= 0 and bool(read(replace(one, data=data)).word == word)

    lines = _fewer(one.data.splitlines(keepends=True), lambda parts: fails(b"".join(parts)))
    try:
        letters: Sequence[str] = b"".join(lines).decode()
    except UnicodeDecodeError:
        return b"".join(lines)
    return "".join(_fewer(list(letters), lambda parts: fails("".join(parts).encode()))).encode()


def _fewer(parts: list[T], fails: Callable[[list[T]], bool]) -> list[T]:
    """Leave out ever smaller stretches as long as what stays still fails."""
    size = len(parts) // 2
    while size:
        place = 0
        while place < len(parts):
            rest = parts[:place] + parts[place + size :]
            if rest and fails(rest):
                parts = rest
            else:
                place += size
        size //= 2
    return parts
