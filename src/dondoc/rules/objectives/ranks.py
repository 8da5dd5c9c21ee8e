"""Places among the provinces to reach (thứ hạng): "Năm 2022, trong tốp 20/63, thuộc nhóm có điểm số trung bình cao"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from dondoc.rules import dates, letters
from dondoc.rules.catalogue import Baseline, Group, RankMilestone
from dondoc.rules.objectives.indexes import mentions
from dondoc.rules.patterns import Pattern

GROUPS = {
    "trung binh cao": Group.HIGH_AVERAGE,
    "trung binh thap": Group.LOW_AVERAGE,
    "cao nhat": Group.HIGHEST,
    "thap nhat": Group.LOWEST,
}
"""The groups of provinces by score, as PAPI names them, in small letters without marks."""

_PLACES = r"(?:tinh|thanh pho|dia phuong)"
_TOP = Pattern(
    r"(?<!\w)top\s*(?:dau\s*)?(?P<t1>\d{1,2})(?!\d)(?:\s*/\s*(?P<o1>\d{2}))?"
    rf"|(?:nhom|thuoc|trong|so)\s+(?P<t2>\d{{1,2}})(?:\s*/\s*(?P<o2>\d{{2}}))?\s*{_PLACES}"
    r"[^.;()]{0,40}?(?:dan dau|dung dau|tot nhat|cao nhat)"
    r"|(?<!\w)(?:(?:xep|dung)(?:\s+(?:vi tri|thu|hang|tu|so)){1,4}|(?:thu hang|vi tri)(?:\s+(?:thu|tu|so)){0,2})"
    r"\s+(?P<t3>\d{1,2})(?!\d)"
    r"(?:\s*/\s*(?P<o3>\d{2}))?(?!\s*(?:%|,\d|diem|bac))"
)
_LEADING = Pattern(rf"nhom (?:cac )?(?:{_PLACES}[, ]*)*(?:dan dau|dung dau)")
_GROUP = Pattern(r"nhom[^.;()\d]{0,40}?(?P<group>trung binh\s+(?:cao|thap)|cao nhat|thap nhat)")
_SCORE = Pattern(
    r"dat\s+(?:so diem\s+|diem\s+)?(?P<s1>\d{1,2}(?:[.,]\d{1,4})?)\s*/\s*(?:10|80|100)(?!\d)"
    r"|(?P<s2>\d{1,3}(?:[.,]\d{1,4})?)\s*diem(?! %)"
)
_RESULT = Pattern(r"ket qua|thuc trang|hien (?:nay|tai)|luon (?:xep|thuoc|dung|nam)|da (?:xep|dat|dung)|nam truoc")
_AIM = Pattern(r"muc tieu|phan dau|duy tri|huong toi|tro len|chi tieu")
_STOP = Pattern(r"[.;!?](?=\s|$)|[()]")
_COMPARED = Pattern(r"so voi(?: ket qua)?(?: cua)?\s*$")


@dataclass(frozen=True, kw_only=True)
class Statement:
    """One clause that speaks of a place: years, place, group, score, and whether it tells what has been."""

    start: int
    end: int
    index: str | None = None
    years: tuple[int, int] | None = None
    top: int | None = None
    of: int | None = None
    group: Group | None = None
    score: Decimal | None = None
    leading: bool = False
    fact: bool = False

    @property
    def says(self) -> bool:
        """Tell whether it says anything of a place, a group or a score."""
        return self.leading or any(part is not None for part in (self.top, self.group, self.score))

    @property
    def milestone(self) -> RankMilestone | None:
        """Give it as a milestone; None where it tells the past, or names no years."""
        if self.fact or self.years is None or (self.top is None and self.group is None and not self.leading):
            return None
        return RankMilestone(from_=self.years[0], to=self.years[1], top=self.top, of=self.of, group=self.group)

    @property
    def baseline(self) -> Baseline | None:
        """Give it as the state an objective starts from; None where it states neither score nor place."""
        if not self.fact or (self.score is None and self.top is None):
            return None
        year = self.years[1] if self.years else None
        return Baseline(year=year, score=self.score, rank=self.top, of=self.of, group=self.group)


def statements(text: str, term: tuple[int, int] | None) -> tuple[Statement, ...]:
    """Read the statements of a text about places among the provinces, in order.

    A year begins a statement, as in "Năm 2022, trong tốp 20/63"; one that follows its place belongs to it. An aim
    without any year is for the end of the term the directive governs.
    """
    folded = letters.folded(text)
    found: list[Statement] = []
    for part in sorted(_parts(text, folded), key=lambda part: (part.start, part.end)):
        _take(found, part, folded)
    return tuple(_judged(one, folded, term) for one in found if one.says)


def _parts(text: str, folded: str) -> Iterator[Statement]:
    """Give each year, index, place, group and score of a text as a statement that says only this."""
    for when in dates.find(text):
        if when.kind in ("year", "span") and when.first and when.last and not _COMPARED.search(folded[: when.start]):
            yield Statement(start=when.start, end=when.end, years=(when.first.year, when.last.year))
    for one in mentions(text):
        yield Statement(start=one.start, end=one.end, index=one.code)
    for match in _TOP.finditer(folded):
        which = next(n for n in "123" if match[f"t{n}"])
        of = match[f"o{which}"]
        yield Statement(start=match.start(), end=match.end(), top=int(match[f"t{which}"]), of=int(of) if of else None)
    for match in _GROUP.finditer(folded):
        yield Statement(start=match.start(), end=match.end(), group=GROUPS[" ".join(match["group"].split())])
    for match in _SCORE.finditer(folded):
        score = Decimal((match["s1"] or match["s2"]).replace(",", "."))
        yield Statement(start=match.start(), end=match.end(), score=score)
    for match in _LEADING.finditer(folded):
        yield Statement(start=match.start(), end=match.end(), leading=True)


def _take(found: list[Statement], part: Statement, folded: str) -> None:
    """Join a part to the statement before it, or let it begin another."""
    if not found:
        found.append(part)
        return
    last = found[-1]
    apart = _STOP.search(folded[last.end : part.start]) is not None
    if part.years:
        begins = last.years is not None or (last.says and apart)
        part = replace(part, index=last.index)
    elif part.index:
        begins = last.says and (apart or last.index not in (None, part.index))
        part = replace(part, years=None if apart else last.years)
    else:
        begins = apart and _filled(last, part)
    if begins:
        found.append(part)
    else:
        found[-1] = _joined(last, part)


def _filled(last: Statement, part: Statement) -> bool:
    return any(
        one is not None and other is not None
        for one, other in ((last.top, part.top), (last.group, part.group), (last.score, part.score))
    )


def _joined(last: Statement, part: Statement) -> Statement:
    """Fill what a statement does not say yet; what it says stays, but the index named last holds."""
    return Statement(
        start=last.start,
        end=part.end,
        index=part.index or last.index,
        years=last.years or part.years,
        top=part.top if last.top is None else last.top,
        of=part.of if last.top is None else last.of,
        group=last.group or part.group,
        score=part.score if last.score is None else last.score,
        leading=last.leading or part.leading,
    )


def _judged(one: Statement, folded: str, term: tuple[int, int] | None) -> Statement:
    """Tell what has been from what is aimed at: by "kết quả", by a year before the term, by a score."""
    before = folded[max(0, one.start - 40) : one.start]
    cut = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    near = before[cut:] + folded[one.start : one.end]
    past = one.years is not None and term is not None and one.years[0] < term[0]
    scored = one.score is not None and not _AIM.search(near)
    fact = past or scored or _RESULT.search(near) is not None
    years = one.years or ((term[1], term[1]) if term and not fact else None)
    return replace(one, fact=fact, years=years)
