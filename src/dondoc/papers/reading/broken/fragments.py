"""The part of a row on one page: words in reading order, the lines they stand on, and where a cell may end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate

from dondoc.papers.reading.broken.widths import BLANK, first_breakable, width
from dondoc.papers.reading.forms import Line
from dondoc.rules.names import AGENCY_HEAD, PRODUCT_NOUN

HYPHENED = re.compile(r"(?<=\w)-\n")
BEGINS_CELL = re.compile(
    r"[A-ZĐÀ-ỸĂÂÊÔƠƯ0-9≥≤><“\"(+-]|(?:các|hàng|hằng|thường|theo|từ|năm|quý|trước|trong|định|đến|sau|tháng)\b"
)
# In a text of capitals alone a capital says nothing; what begins there must be known.
BEGINS_IN_CAPITALS = re.compile(
    rf"[0-9≥≤><“\"(+-]|(?:các|hàng|hằng|thường|theo|từ|năm|quý|trước|trong|định|đến|sau|tháng)\b|"
    rf"{AGENCY_HEAD.pattern}|{PRODUCT_NOUN.pattern}",
    re.IGNORECASE,
)
ENDS_PARAGRAPH = re.compile(r"[.;:]$")
BEGINS_PARAGRAPH = re.compile(r"[-+•]|[A-ZĐÀ-Ỹ]")


def plain(raw: str) -> str:
    """Join the lines of a piece: nothing between where a hyphen was wrapped, a blank elsewhere."""
    return HYPHENED.sub("-", raw).replace("\n", " ")


class Follow(IntEnum):
    """How a word follows the one before: on its line, near below, far below, or below in a text that tells no more."""

    GLUED = 0
    NEAR = 1
    FAR = 2
    BELOW = 3


@dataclass(slots=True)
class Fragment:
    """The words of a row on one page with everything a border is judged by.

    `line_of` gives the line of each word, `first` the first word of each line (and the number of words at the end),
    `line_width` and `next_break` are in letters, `single` marks lines set off by one newline only where the
    text doubles its newlines, `singles` counts them up to each line; `begins` says how the first word follows the
    row's number, None on a later page.
    """

    words: list[str]
    starts: list[int]
    line_of: list[int]
    first: list[int]
    line_width: list[float]
    next_break: list[float]
    paragraph: list[bool]
    before_agency: list[bool]
    single: list[int]
    singles: list[int]
    doubled: bool
    begins: Follow | None
    gap: list[bool]
    raw: str
    raw_start: list[int]
    raw_end: list[int]
    prefix: list[float]
    inline: dict[int, list[int]]
    any_inline: dict[int, list[int]]

    @property
    def size(self) -> int:
        """Count the words."""
        return len(self.words)

    def text(self, start: int, end: int) -> str:
        """Give the words from `start` to before `end`, lines kept apart by newlines."""
        return self.raw[self.raw_start[start] : self.raw_end[end - 1]] if end > start else ""

    def lines(self, start: int, end: int) -> int:
        """Count the lines the words stand on."""
        return self.line_of[end - 1] - self.line_of[start] + 1 if end > start else 0

    def follow(self, word: int) -> Follow:
        """Tell how a word follows the one before; the first one of a later page begins far below."""
        if not word:
            return Follow.FAR if self.begins is None else self.begins
        line = self.line_of[word]
        if self.line_of[word - 1] == line:
            return Follow.GLUED
        if not self.doubled:
            return Follow.BELOW
        return Follow.NEAR if self.single[line] else Follow.FAR

    def all_ends(self, *, loose: bool) -> list[list[int]]:
        """Give for each word, and behind the last, where a cell that begins there may end; nothing where none can."""
        inner = self.any_inline if loose else self.inline
        begins = {*self.first, *(word for words in inner.values() for word in words)}
        ends = [self.ends(start, loose=loose) if start in begins else [] for start in range(self.size)]
        return [*ends, [self.size]]

    def ends(self, start: int, *, loose: bool) -> list[int]:
        """Give the places where a cell that begins at `start` may end, `start` itself for an empty one.

        A cell ends at the end of a line, or inside its only line, because the extractor glues the next cell to
        a line only there; `loose` allows that at every word, as is needed in torn rows.
        """
        line = self.line_of[start]
        inner = (self.any_inline if loose else self.inline).get(line, [])
        return [start, *(word for word in inner if word > start), *self.first[line + 1 :]]


def make_fragment(lines: Sequence[Line], skip: int, *, doubled: bool) -> Fragment | None:
    """Make the fragment of some lines, leaving out the first `skip` words (the ordinal); None if no words remain."""
    words: list[str] = []
    starts: list[int] = []
    line_of: list[int] = []
    first: list[int] = []
    single: list[int] = []
    gap: list[bool] = []
    before: Line | None = None
    begins: Follow | None = None
    for line in lines:
        tokens = list(re.finditer(r"\S+", line.text))
        if skip:
            taken = min(skip, len(tokens))
            tokens, skip = tokens[taken:], skip - taken
            begins = Follow.GLUED if tokens else Follow.BELOW
        elif begins is Follow.BELOW and doubled and not words:
            begins = Follow.FAR if line.blanks else Follow.NEAR
        if not tokens:
            continue
        first.append(len(words))
        # Lines left out before this one (a heading printed again) belong to no cell.
        gap.append(before is not None and line.number - line.blanks - 1 != before.number)
        before = line
        single.append(1 if doubled and line.blanks == 0 and first[-1] else 0)
        for token in tokens:
            words.append(token.group())
            starts.append(line.start + token.start())
            line_of.append(len(first) - 1)
    if not words:
        return None
    return _measured(words, starts, line_of, first, single, gap, begins=begins, doubled=doubled)


def _measured(
    words: list[str],
    starts: list[int],
    line_of: list[int],
    first: list[int],
    single: list[int],
    gap: list[bool],
    *,
    begins: Follow | None,
    doubled: bool,
) -> Fragment:
    count = len(first)
    first = [*first, len(words)]
    prefix = [0.0]
    for word in words:
        prefix.append(prefix[-1] + width(word) + BLANK)
    raw_parts: list[str] = []
    raw_start: list[int] = []
    raw_end: list[int] = []
    at = 0
    for index, word in enumerate(words):
        if index:
            raw_parts.append("\n" if line_of[index] != line_of[index - 1] else " ")
            at += 1
        raw_start.append(at)
        at += len(word)
        raw_end.append(at)
        raw_parts.append(word)
    line_width = [prefix[first[i + 1]] - prefix[first[i]] - BLANK for i in range(count)]
    next_break = [first_breakable(words[first[i + 1]]) if i + 1 < count else 0.0 for i in range(count)]
    paragraph = [
        i + 1 < count
        and bool(ENDS_PARAGRAPH.search(words[first[i + 1] - 1]))
        and bool(BEGINS_PARAGRAPH.match(words[first[i + 1]]))
        for i in range(count)
    ]
    before_agency = [
        i + 1 < count and AGENCY_HEAD.match(" ".join(words[first[i + 1] : first[i + 1] + 3])) is not None
        for i in range(count)
    ]
    singles = [0, *accumulate(single)]
    any_inline = {i: list(range(first[i] + 1, first[i + 1])) for i in range(count)}
    capitals = "".join(raw_parts).isupper()
    inline = {i: [w for w in inner if _may_begin(words, w, capitals=capitals)] for i, inner in any_inline.items()}
    return Fragment(
        words, starts, line_of, first, line_width, next_break, paragraph, before_agency, single, singles, doubled,
        begins, gap, "".join(raw_parts), raw_start, raw_end, prefix, inline, any_inline,
    )  # fmt: skip


def _may_begin(words: list[str], word: int, *, capitals: bool) -> bool:
    """Tell whether a word inside a line may begin a cell."""
    if capitals:
        return BEGINS_IN_CAPITALS.match(" ".join(words[word : word + 4])) is not None
    return BEGINS_CELL.match(words[word]) is not None
