"""When a duty falls due (bao giờ): every year or quarter, before a day, or so many days after an event."""

from __future__ import annotations

import re
from datetime import date

from dondoc.rules import letters
from dondoc.rules.catalogue import Due
from dondoc.rules.objectives import index_of
from dondoc.rules.patterns import Pattern

Occasion = tuple[str | None, Due | None]
"""How often, and due when: ("year", before 15/6)."""

_EVERY = {
    "week": Pattern(r"(?:h[àằ]ng|mỗi|từng) tuần|báo cáo tuần"),
    "month": Pattern(r"(?:h[àằ]ng|mỗi|từng) tháng|báo cáo tháng|ngày \d+ (?:của )?tháng sau"),
    "quarter": Pattern(r"(?:h[àằ]ng|mỗi|từng) quý|báo cáo quý|(?:theo|định kỳ) quý"),
    "half_year": Pattern(r"(?:định kỳ|báo cáo) (?:0?6|sáu) tháng(?! đầu| cuối)|0?6 tháng(?:/| một | 1 )lần"),
    "year": Pattern(
        r"(?:h[àằ]ng|mỗi|từng) năm|báo cáo (?:tổng kết )?năm(?! 20)|(?:0?6|0?9|sáu|chín) tháng (?:đầu|cuối) năm"
        r"|báo cáo (?:sơ kết|tổng kết)(?! \d| giai đoạn| thực hiện)"
    ),
}
_AT_HAND = Pattern(
    r"^\W*(?:định kỳ\s+)?(?:\w+\s+){0,2}?(?:h[àằ]ng|mỗi) (?:năm|quý|tháng|tuần)"
    r"|,\s*(?:h[àằ]ng|mỗi) (?:năm|quý|tháng|tuần)|định kỳ (?:h[àằ]ng|mỗi)"
)
_DATE = r"(?P<day>\d{1,2})\s*(?:/|thang|-)\s*(?P<month>\d{1,2})(?:\s*(?:/|nam|-)\s*(?P<year>20\d\d))?(?!\d)(?!/\d)"
_DAY = Pattern(
    r"(?:truoc(?!\s+den)|cham nhat|muon nhat|xong|den het|vao)\s+(?:(?:la|truoc|vao|het|den)\s+)*(?:ngay\s+)?"
    rf"{_DATE}(?P<tail>[^.;()\d]{{0,40}})"
)
_AND_DAY = Pattern(rf"(?:\s*,|\s+va)\s*(?:truoc\s+)?(?:ngay\s+)?{_DATE}(?P<tail>[^.;()\d]{{0,40}})")
_BEFORE = Pattern(r"nam truoc|nam lien truoc")
_NEXT = Pattern(r"^\W*(?:cua )?nam (?:sau|tiep theo|ke tiep|lien ke)")
_AFTER = Pattern(
    r"(?:trong (?:vong|thoi han)|cham nhat|sau)\s+(?:la\s+|sau\s+)?(?P<n1>\d{1,3}) ngay(?P<work1> lam viec)?"
    r",?\s*(?:ke tu|tu|sau)\s*(?:ngay |khi |ngay khi )?(?P<e1>[^.;(),]{4,120})"
    r"|sau (?:khi|ngay)\s+(?P<e2>[^.;()\d]{4,120}?),?\s*(?P<n2>\d{1,3}) ngay(?P<work2> lam viec)?"
)


def occasions(clause: str, *, periodic: bool) -> tuple[Occasion, ...]:
    """Read how often and when a duty falls due: one occasion for each day named, at least one in all.

    Where the act is not `periodic` by nature, only words at hand count: "Kế hoạch hàng năm" is a thing, no period.
    What cannot be expressed without guessing ("trước ngày 20 hằng tháng") is None.
    """
    folded = letters.folded(clause)
    low = letters.lower(clause)
    often = _every(low) if periodic or _AT_HAND.search(low) else None
    after = _AFTER.search(folded)
    if after:
        return ((often, _after(clause, after)),)
    found = [due for match in _days(folded) if (due := _before(match)) is not None]
    return tuple((_of_day(often, due), due) for due in found) or ((often, None),)


def _every(low: str) -> str | None:
    return next((code for code, words in _EVERY.items() if words.search(low)), None)


def _of_day(often: str | None, due: Due) -> str | None:
    """A day of the year comes every year, whatever stretch the report is about; a full date comes once."""
    if due.year_offset is None:
        return None
    return "year" if often else None


def _days(folded: str) -> list[re.Match[str]]:
    """Find the days a clause names: the first behind "trước", others joined to it by "và" or a comma."""
    out: list[re.Match[str]] = []
    for found in _DAY.finditer(folded):
        out.append(found)
        end = found.start("tail")
        while more := _AND_DAY.match(folded[end:]):
            out.append(more)
            end += more.start("tail")
    return out


def _before(found: re.Match[str]) -> Due | None:
    try:
        known = date(int(found["year"] or 2000), int(found["month"]), int(found["day"]))
    except ValueError:
        return None
    if found["year"]:
        return Due(before=known.isoformat())
    offset = -1 if _BEFORE.search(found["tail"]) else 1 if _NEXT.search(found["tail"]) else 0
    return Due(before=f"{known:%m-%d}", year_offset=offset)


def _after(clause: str, found: re.Match[str]) -> Due:
    """Count days after an event; working days cannot be counted without a calendar, so their number stays None."""
    which = "1" if found["n1"] else "2"
    event = clause[found.start(f"e{which}") : found.end(f"e{which}")].strip(" ,")
    index = index_of(event)
    if index and "cong bo" in letters.folded(event):
        event = f"{index} published"
    days = None if found[f"work{which}"] else int(found[f"n{which}"])
    return Due(days_after=days, event=event)
