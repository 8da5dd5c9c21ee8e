"""A regular expression that is compiled when it is first used, so that importing the rules costs little."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property


class Pattern:
    """A pattern like one of `re.compile`, compiled late."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first place where the pattern holds."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Hold the pattern against the beginning of a text."""
        return self._compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., re.Match[str] | None]:
        """Hold the pattern against the whole of a text."""
        return self._compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """Find all places where the pattern holds."""
        return self._compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """Find all words the pattern holds for."""
        return self._compiled.findall

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Put other words where the pattern holds."""
        return self._compiled.sub

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.source, self.flags)
