"""The body of a directive: broken lines joined into paragraphs, each with the place that names it (V.7, Điều 2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.papers.reading.forms import Line
from dondoc.papers.reading.landmarks import begins_appendix, begins_end
from dondoc.papers.reading.lines import joined
from dondoc.rules.duties.who import is_heading

CHAPTER = re.compile(
    r"(?:(?:Chương|CHƯƠNG|Phần|PHẦN)\s+)?([IVXLC]{1,7})[.:)]?\s+(\S.*)$|(?:Chương|CHƯƠNG|Phần|PHẦN)\s+([IVXLC]{1,7})$"
)
ARTICLE = re.compile(r"\**Điều\s+(\d{1,3})\s*[.:]?\**\s*(.*)$")
POINT = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\S)")
LETTERED = re.compile(r"([a-zđ])\)\s+(?=\S)")
BULLET = re.compile(r"[-–+•*]\s+(?=\S)")
MARK = re.compile(
    r"(?:\**Điều\s+\d+\s*[.:]?\**|\d{1,2}(?:\.\d{1,2})*[.)]?(?=\s)|[-–+•*](?=\s)|[a-zđ]\)|[IVXLC]+[.:)]?(?=\s))\s*"
)
UNWRAPPED = 200
"""Lines longer than this are whole paragraphs: such a text breaks no line inside one."""
# The closing words of a chapter are no part of its last point.
CLOSING = re.compile(
    r"(?:UBND|Ủy ban nhân dân|Chủ tịch UBND)\b.{0,40}\byêu cầu\b|Trên đây là|Trong quá trình|"
    r"Yêu cầu (?:các|Thủ trưởng)\b"
)
ENDED = re.compile(r"(?:[.;:!?]|\./\.)[\"”)]*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words that belong together, and where they stand: `where` names the place as a person would cite it.

    `kind` is chapter, article, point, bullet or plain; `number` the printed number; `head` the paragraph's
    introduction where it is a bullet below one ("4. Giao Chủ tịch UBND các huyện, thành phố:").
    """

    text: str
    kind: str
    number: str
    where: str
    start: int
    end: int
    line: int
    head: str = ""


class _Builder:
    def __init__(self, *, widest: int) -> None:
        self.widest = widest
        self.out: list[Paragraph] = []
        self.chapter = ""
        self.article = ""
        self.point = ""
        self.head = ""
        self.lines: list[Line] = []
        self.kind = "plain"
        self.number = ""

    def where(self) -> str:
        if self.article:
            place = f"Điều {self.article}"
            return f"{place}, khoản {self.point}" if self.point else place
        return ".".join(part for part in (self.chapter, self.point) if part)

    def add(self, line: Line) -> None:
        found = self._begins(line)
        if found is None and self.lines and not self._breaks(line):
            self.lines.append(line)
            return
        self.close()
        self.kind, self.number = found or ("plain", "")
        self.lines = [line]
        self._enter(line)

    def _begins(self, line: Line) -> tuple[str, str] | None:
        text = line.text
        article = ARTICLE.match(text)
        if article:
            return "article", article.group(1)
        chapter = CHAPTER.match(text)
        if chapter and (chapter.group(3) or _titled(chapter.group(2))):
            return "chapter", chapter.group(1) or chapter.group(3)
        point = POINT.match(text)
        if point and (text[point.end()].isupper() or text[point.end()] in '“"(') and self._is_point(point.group(1)):
            return "point", point.group(1)
        if BULLET.match(text):
            return "bullet", ""
        lettered = LETTERED.match(text)
        return ("lettered", lettered.group(1)) if lettered else None

    def _is_point(self, number: str) -> bool:
        """Tell whether a number continues the count, so that a wrapped "20 tỉnh" begins nothing."""
        mine = [int(part) for part in number.split(".")]
        last = [int(part) for part in self.point.split(".")] if self.point else [0]
        deeper = mine[: len(last)] == last
        following = last < mine <= [*last[:-1], last[-1] + 1]
        return mine[-1] == 1 or deeper or following

    def _breaks(self, line: Line) -> bool:
        last = self.lines[-1]
        if _stands_alone(line.text) or _stands_alone(last.text):
            return True
        if self.kind == "chapter" or (last.text.isupper() != line.text.isupper() and len(last.text) > 3):
            return not (self.kind == "chapter" and last.text.isupper() and line.text.isupper())
        if line.text[:1].isupper() and (self.widest > UNWRAPPED or self._heads(last)):
            return True
        return bool(ENDED.search(last.text)) and line.text[:1].isupper() and (line.blanks > 1 or len(last.text) < 60)

    def _heads(self, last: Line) -> bool:
        """Tell whether what was read so far only names whom the words below charge: a short line, a name alone."""
        alone = len(self.lines) == 1 and len(last.text) * 5 < self.widest * 3
        return alone and self.kind != "plain" and is_heading(unmarked(last.text))

    def _enter(self, line: Line) -> None:
        if self.kind == "chapter":
            self.chapter, self.article, self.point, self.head = self.number, "", "", ""
        elif self.kind == "article":
            self.article, self.point, self.head = self.number, "", ""
        elif self.kind == "point":
            self.point, self.head = self.number, ""
        elif self.kind == "plain" and (line.text.isupper() or CLOSING.match(line.text)):
            self.head = ""
            self.point = "" if CLOSING.match(line.text) else self.point

    def close(self) -> None:
        if not self.lines:
            return
        text = join_lines(self.lines)
        first, last = self.lines[0], self.lines[-1]
        head = self.head if self.kind in ("bullet", "lettered", "plain") else ""
        self.out.append(
            Paragraph(text, self.kind, self.number, self.where(), first.start, last.end, first.number, head)
        )
        if self.kind in ("point", "article"):
            self.head = text
        self.lines = []


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Join the lines of a body into paragraphs and name the place of each."""
    builder = _Builder(widest=max((len(line.text) for line in lines), default=0))
    for line in lines:
        builder.add(line)
    builder.close()
    return builder.out


def join_lines(lines: Sequence[Line]) -> str:
    """Join lines into one text, the marks of bold left out."""
    return " ".join(joined(line.text.replace("**", "") for line in lines).split())


def unmarked(text: str) -> str:
    """Give the words of a paragraph without the number, letter or bullet before them."""
    mark = MARK.match(text)
    return text[mark.end() :] if mark else text


def _stands_alone(words: str) -> bool:
    """Tell whether recipients, signature or appendix begin: they stand by themselves, whatever stood before them."""
    return begins_appendix(words) or begins_end(words)


def _titled(title: str) -> bool:
    letters = [char for char in title if char.isalpha()]
    return bool(letters) and sum(map(str.isupper, letters)) > 0.8 * len(letters)
