"""When a duty falls due (bao giờ): every year or quarter, before a day, or so many days after an event."""

from __future__ import annotations

import re
from datetime import date

from dondoc.rules import dates, letters
from dondoc.rules.catalogue import Due
from dondoc.rules.dates import When
from dondoc.rules.objectives import index_of
from dondoc.rules.patterns import Pattern

Occasion = tuple[str | None, Due | None]
"""How often, and due when: ("year", before 15/6)."""

_EVERY = {
    "week": Pattern(r"(?:h[àằ]ng|mỗi|từng) tuần|báo cáo tuần"),
    "month": Pattern(r"(?:h[àằ]ng|mỗi|từng) tháng|báo cáo tháng|ngày \d+ (?:của )?tháng (?:sau|tiếp theo|kế tiếp)"),
    "quarter": Pattern(
        r"(?:h[àằ]ng|mỗi|từng) quý|báo cáo quý|(?:theo|định kỳ) quý|tháng cuối (?:cùng )?(?:của )?quý"
        r"|tháng đầu (?:tiên )?(?:của )?quý (?:sau|tiếp theo|kế tiếp)"
    ),
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
_BOUNDS = Pattern(r"^(?:truoc(?!\s+den)|cham nhat|muon nhat|xong|den het|vao)(?!\w)")
_AND = Pattern(r"\s*(?:,|;|và)\s*(?:trước\s+)?$")
_DAY_OF_MONTH = Pattern(
    r"(?:truoc|cham nhat|muon nhat|xong|vao)\s+(?:(?:la|truoc|vao)\s+)*ngay\s+(?P<day>\d{1,2})(?!\d|[/.-]\d)"
    r"(?:\s*,?\s*(?:cua\s+)?(?:(?P<month>(?:hang|moi|tung) thang|thang bao cao|trong thang)"
    r"|(?P<next>(?:dau )?thang (?:sau|tiep theo|ke tiep|lien ke|ke sau)"
    r"|thang dau(?: tien)?(?: cua)? quy (?:sau|tiep theo|ke tiep))"
    r"|(?P<last>thang cuoi(?: cung)?(?: cua)? (?:quy|ky)|cuoi (?:quy|ky)))(?!\w)|(?!\s*thang \d))"
)
"""A day of the month without the month: "ngày 20 hằng tháng", "ngày 15 của tháng cuối quý", "ngày 05 tháng sau"."""
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
    What cannot be expressed without guessing is None.
    """
    folded = letters.folded(clause)
    low = letters.lower(clause)
    often = _every(low) if periodic or _AT_HAND.search(low) else None
    after = _AFTER.search(folded)
    if after:
        return ((often, _after(clause, after)),)
    found = [_before(folded, day) for day in _days(clause)]
    if found:
        often = often or ("year" if len(found) > 1 else None)
        return tuple((_of_day(often, due), due) for due in found)
    return ((often, _in_month(folded, often)),)


def _every(low: str) -> str | None:
    return next((code for code, words in _EVERY.items() if words.search(low)), None)


def _of_day(often: str | None, due: Due) -> str | None:
    """A day of the year comes every year, whatever stretch the report is about; a full date comes once."""
    if due.year_offset is None:
        return None
    return "year" if often else None


def _days(clause: str) -> list[When]:
    """Find the days that bound a clause: those behind "trước", "chậm nhất", and what a list goes on with."""
    out: list[When] = []
    for when in dates.find(clause, year=_ANY_YEAR):
        if when.kind != "day" or when.first is None:
            continue
        goes_on = bool(out) and _AND.fullmatch(clause[out[-1].end : when.start]) is not None
        if goes_on or _BOUNDS.match(letters.folded(when.text)):
            out.append(when)
    return out


_ANY_YEAR = 2000
"""A leap year stands in where none is named, so that 29/2 is a day."""


def _before(folded: str, day: When) -> Due:
    known = day.first or date.max
    if known.year != _ANY_YEAR:
        return Due(before=known.isoformat())
    tail = _TAIL.match(folded[day.end :])
    words = tail[0] if tail else ""
    offset = -1 if _BEFORE.search(words) else 1 if _NEXT.search(words) else 0
    return Due(before=f"{known:%m-%d}", year_offset=offset)


_TAIL = Pattern(r"[^.;()\d]{0,40}")


def _in_month(folded: str, often: str | None) -> Due | None:
    """Read a day of the month; where nothing says of which month, only that of a monthly duty is known."""
    found = _DAY_OF_MONTH.search(folded)
    if found is None or often is None or not 1 <= int(found["day"]) <= _LONGEST_MONTH:
        return None
    placed = found["month"] or found["next"] or found["last"]
    if not (placed or often == "month"):
        return None
    return Due(before=f"{int(found['day']):02}", month_offset=1 if found["next"] else 0)


_LONGEST_MONTH = 31


def _after(clause: str, found: re.Match[str]) -> Due:
    """Count days after an event; working days cannot be counted without a calendar, so their number stays None."""
    which = "1" if found["n1"] else "2"
    event = clause[found.start(f"e{which}") : found.end(f"e{which}")].strip(" ,")
    index = index_of(event)
    if index and "cong bo" in letters.folded(event):
        event = f"{index} published"
    days = None if found[f"work{which}"] else int(found[f"n{which}"])
    return Due(days_after=days, event=event)
