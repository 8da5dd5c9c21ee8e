"""Figures a plan aims at by year (mục tiêu bằng số): "phấn đấu đến năm 2025 tỷ lệ … đạt trên 95%"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dondoc.rules import dates, letters, targets
from dondoc.rules.catalogue import Objective, ValueMilestone
from dondoc.rules.objectives.indexes import dimension_of, index_of
from dondoc.rules.passages import Passage
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import Comparator, Found, Target

Years = tuple[int, int]

_AIM = Pattern(r"(?<!\w)(?:phan dau|muc tieu|chi tieu|den (?:het |cuoi )?nam 20\d\d)(?!\w)")
_AIMING = Pattern(r"muc tieu|chi tieu|phan dau")
_ELSE = Pattern(
    r"muc dich|to chuc thuc hien|kinh phi|che do bao cao|trach nhiem thuc hien|thuc trang|danh gia|ton tai|han che"
    r"|ket qua (?:dat|thuc hien)|nguyen nhan|dieu khoan|can cu|su can thiet"
)
_BREAK = Pattern(r"(?<=[;!?])\s+|(?<=\.)\s+(?=[A-ZĐÀ-Ỹ\d“])|,?\s*\(?[Tt]rong (?:số )?đó,?:?\s+|,\s*gồm:?\s+")
_LEAD = Pattern(
    r"^.*?(?<!\w)(?:phấn đấu|mục tiêu)(?: cụ thể| chung)?"
    r"(?:,?\s*(?:(?:đến|trong|vào)\s*)?(?:hết |cuối )?năm 20\d\d)?\s*[,:]?\s+",
    re.IGNORECASE,
)
_BULLET = Pattern(r"^\s*(?:[-–+•*]|[a-zđ]\)|\d{1,2}(?:\.\d{1,2})*[.)]?)\s+")
_EDGES = Pattern(r"^(?:và|,)\s+|\s+và$|,$")
_ENDS = Pattern(r"(?:[,;.)–-]|\bvà)\s*$")
_UNIT_END = Pattern(r"\s+(?:đạt|được|có|trở lên|trong|vào|đến|thuộc|trên)\s.*$")
_PERCENT = Pattern(r"đạt\s+[^%;]{0,30}?\d+(?:,\d+)?\s*%")
_NO_FIGURE = frozenset({Comparator.TOP, Comparator.TEXT, Comparator.GRADE})


@dataclass(frozen=True, kw_only=True)
class _Clause:
    text: str
    found: tuple[Found, ...]


@dataclass(frozen=True, kw_only=True)
class _Opening:
    """An introduction that ends in a colon ("Phấn đấu đến năm 2025:"): its place, its mark, the years it names."""

    where: str
    mark: str
    years: Years | None


def read_figures(passages: Sequence[Passage], term: Years | None, default: str | None) -> list[Objective]:
    """Read the figure objectives of a body: one for each clause that states something to reach by a year.

    `default` is the index the document is about; dimensions are only told where it is PAPI.
    """
    reader = _Reader(term, default)
    for passage in passages:
        reader.passage(passage)
    return reader.out


class _Reader:
    def __init__(self, term: Years | None, default: str | None) -> None:
        self.term = term
        self.default = default
        self.out: list[Objective] = []
        self.chapter = ""
        self.chapter_years: Years | None = None
        self.opening: _Opening | None = None

    def passage(self, passage: Passage) -> None:
        """Take one passage: a chapter's title, an introduction, or words that may state figures."""
        if passage.kind == "chapter":
            self.chapter, self.chapter_years = letters.folded(passage.text), _years(passage.text)
            self.opening = None
            return
        if not passage.where or _ELSE.search(self.chapter):
            return
        mark = passage.text[:1] if passage.kind in ("bullet", "lettered") else ""
        if self.opening and (self.opening.where != passage.where or mark in ("", self.opening.mark)):
            self.opening = None
        words = letters.folded(passage.text)
        above = _AIMING.search(f"{self.chapter} {letters.folded(passage.head)}") is not None
        if self.opening or above or _AIM.search(words):
            self._read(passage, aimed=above or self.opening is not None)
        if words.rstrip().endswith(":") and _AIM.search(words[-120:]):
            self.opening = _Opening(where=passage.where, mark=mark, years=_years(passage.text))

    def _read(self, passage: Passage, *, aimed: bool) -> None:
        """Read clause by clause; a year holds on for the clauses behind it, and the nearest heading names the first."""
        opened = self.opening.years if self.opening else None
        years = opened or _years(passage.head) or self.chapter_years
        for clause in _clauses(passage.text):
            aimed = aimed or _AIM.search(letters.folded(clause.text)) is not None
            years = _years(clause.text) or years
            if aimed:
                self._take(passage, clause, years or self._end_of_term())

    def _end_of_term(self) -> Years | None:
        return (self.term[1], self.term[1]) if self.term else None

    def _take(self, passage: Passage, clause: _Clause, years: Years | None) -> None:
        if years is None or (self.term and years[1] < self.term[0]):
            return
        milestones = _milestones(clause, years)
        text = _LEAD.sub("", _BULLET.sub("", clause.text)).strip(" .;,")
        if milestones:
            dimension = dimension_of(passage.head or passage.text) if self.default == "PAPI" else None
            self.out.append(
                Objective(index=index_of(text), dimension=dimension, where=passage.where, text=text, targets=milestones)
            )


def _years(text: str) -> Years | None:
    """Give the years a text names last: "đến năm 2025" is that year, "giai đoạn 2026-2030" all of them."""
    years = [
        (when.first.year, when.last.year)
        for when in dates.find(text)
        if when.first and when.last and when.kind in ("year", "span")
    ]
    return years[-1] if years else None


def _clauses(text: str) -> list[_Clause]:
    """Cut a passage into clauses with one aim each: at stops, at "trong đó", and between two figures."""
    out: list[_Clause] = []
    for part in _split(text):
        found = _found(part)
        if len(found) < 2 or targets.course_by_year(part):
            out.append(_Clause(text=part, found=found))
            continue
        borders = [_border(part, left, right) for left, right in pairwise(found)]
        for start, end, one in zip([0, *borders], [*borders, len(part)], found, strict=True):
            out.append(_Clause(text=_EDGES.sub("", part[start:end].strip()), found=(one,)))
    return out


def _split(text: str) -> list[str]:
    parts, start = [], 0
    for found in _BREAK.finditer(text):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def _found(text: str) -> tuple[Found, ...]:
    """Find the figures to reach; one behind "đạt" counts although the words before it only describe."""
    found = targets.find(text)
    behind = None if found else _PERCENT.search(text)
    return targets.find(text[behind.start() : behind.end()]) if behind else found


def _border(text: str, left: Found, right: Found) -> int:
    """Cut between two figures: before one that leads its words ("90% ở tỉnh, 80% ở huyện"), else at the first comma."""
    between = text[left.end : right.start]
    if _ENDS.search(between):
        return right.start
    return left.end + max(between.find(", "), between.find(" và "), 0)


def _milestones(clause: _Clause, years: Years) -> tuple[ValueMilestone, ...]:
    course = targets.course_by_year(clause.text)
    if course:
        return tuple(milestone for target in course.targets for milestone in _milestone(target, _year(target)))
    return _milestone(clause.found[0].target, years) if clause.found else ()


def _milestone(target: Target, years: Years) -> tuple[ValueMilestone, ...]:
    """Make the milestone of one figure; none of a change ("giảm 20%"), a rank or a grade, which no value states."""
    if target.value is None or target.change or target.comparator in _NO_FIGURE:
        return ()
    unit = _UNIT_END.sub("", target.unit) if target.unit else None
    milestone = ValueMilestone(from_=years[0], to=years[1], comparator=target.comparator, value=target.value, unit=unit)
    return (milestone,)


def _year(target: Target) -> Years:
    """Give the one year a step of a course is due in."""
    year = int(target.by or 0)
    return year, year
