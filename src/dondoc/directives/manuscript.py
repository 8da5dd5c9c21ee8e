"""The document's own words laid out for the screen: real tables where columns stand, lines as printed elsewhere.

Every element that carries words says in `data-o` at which character of the text they begin, so that any stretch
can be coloured exactly, here for the open row and in the browser for every other one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Stretch = tuple[int, int, str]
HEADINGS = re.compile(r"^(?:stt|tt|số tt)$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the text and where it begins."""

    start: int
    words: str


def lines_of(text: str) -> Iterator[Line]:
    """Give the lines of a text without their ends, each with its offset."""
    start = 0
    for words in text.split("\n"):
        yield Line(start=start, words=words)
        start += len(words) + 1


def lay_out(text: str, marked: Sequence[Stretch] = ()) -> SafeString:
    """Lay a document out as HTML, with some stretches coloured."""
    return mark_safe("".join(_pieces(lines_of(text), marked, _usual_blanks(text))))  # noqa: S308 - all words escaped


def _pieces(lines: Iterable[Line], marked: Sequence[Stretch], usual: int) -> Iterator[str]:
    """Give tables and paragraphs; one after more blank lines than `usual` is set apart."""
    blanks = 0
    for tabular, group in groupby(lines, key=lambda line: _separator(line.words) is not None):
        if tabular:
            yield _table(list(group), marked)
            blanks = 0
            continue
        for line in group:
            if line.words.strip():
                yield _paragraph(line, marked, after_blank=blanks > usual)
            blanks = 0 if line.words.strip() else blanks + 1


def _usual_blanks(text: str) -> int:
    """Give how many blank lines usually stand between two lines: text out of a PDF often has one after each."""
    gaps = Counter(gap.count("\n") - 1 for gap in re.findall(r"\n\s*", text.strip()))
    return gaps.most_common(1)[0][0] if gaps else 0


def _separator(words: str) -> str | None:
    if "\t" in words.strip():
        return "\t"
    return "|" if words.count("|") >= 2 else None


def _paragraph(line: Line, marked: Sequence[Stretch], *, after_blank: bool) -> str:
    css = " class=gap" if after_blank else ""
    return f"<p{css} data-o={line.start}>{_words(line.start, line.words, marked)}</p>"


def _table(lines: Sequence[Line], marked: Sequence[Stretch]) -> str:
    return f"<table>{''.join(_row(line, marked) for line in lines)}</table>"


def _row(line: Line, marked: Sequence[Stretch]) -> str:
    cells = list(_cells(line))
    tag = "th" if HEADINGS.match(cells[0].words.strip()) else "td"
    drawn = (f"<{tag} data-o={cell.start}>{_words(cell.start, cell.words, marked)}</{tag}>" for cell in cells)
    return f"<tr>{''.join(drawn)}</tr>"


def _cells(line: Line) -> Iterator[Line]:
    separator = _separator(line.words) or "\t"
    words, start = line.words, line.start
    if separator == "|":
        lead = len(words) - len(words.lstrip(" |"))
        words, start = words[lead:].rstrip(" |"), start + lead
    for cell in words.split(separator):
        yield Line(start=start, words=cell)
        start += len(cell) + 1


def _words(start: int, words: str, marked: Iterable[Stretch]) -> str:
    out: list[str] = []
    place, end = start, start + len(words)
    for first, last, field in marked:
        first, last = max(first, place), min(last, end)
        if first >= last:
            continue
        out.append(escape(words[place - start : first - start]))
        out.append(f"<mark data-field={field}>{escape(words[first - start : last - start])}</mark>")
        place = last
    out.append(escape(words[place - start :]))
    return "".join(out)


def excerpt(text: str, marked: Sequence[Stretch], around: int = 2) -> SafeString:
    """Lay out the lines of some stretches with a few lines around them."""
    if not marked:
        return SafeString("")
    first, last = min(start for start, _, _ in marked), max(end for _, end, _ in marked)
    lines = [line for line in lines_of(text) if line.words.strip()]
    touched = [n for n, line in enumerate(lines) if line.start < last and line.start + len(line.words) > first]
    if not touched:
        return SafeString("")
    shown = lines[max(0, touched[0] - around) : touched[-1] + around + 1]
    return SafeString("".join(_pieces(shown, marked, 0)))
