"""Days and stretches of time in the words of documents: `14/3/2022`, `tháng 6/2022`, `quý II/2023`, `6 tháng đầu năm`.

A code names a stretch: `2022`, `2023-Q2`, `2022-06`; a day is kept as it is written, because directives say
"trước 30/6/2023" and mean the day before.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from enum import StrEnum
from functools import cache, lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern


class Relation(StrEnum):
    """How a stretch of time bounds what is said beside it."""

    IN = "in"
    FROM = "from"
    BEFORE = "before"
    BY = "by"
    AFTER = "after"


@dataclass(frozen=True, kw_only=True)
class When:
    """A stretch of time named in words: where it stands, what kind it is, its code, its first and last day.

    `kind` is day, month, quarter, half, year or span. `code` is a year, a quarter, a year-month or a day as
    written; for a span it is that of the end. Code and days are None where no year is said.
    """

    text: str
    start: int
    end: int
    kind: str
    relation: Relation
    code: str | None
    first: date | None = None
    last: date | None = None


_YEAR = r"20[0-6]\d"
_LINK = rf"(?:\s*[/,-]?\s*(?:của\s+)?(?:năm)?\s*[-/]?\s*(?P<{{}}>{_YEAR})(?!\d))?"
_LEADS = {
    "chậm nhất": Relation.BY, "muộn nhất": Relation.BY, "bắt đầu": Relation.FROM, "kể từ": Relation.FROM,
    "cho đến": Relation.BY, "đến trước": Relation.BEFORE, "đến hết": Relation.BY, "trước": Relation.BEFORE,
    "xong": Relation.BY, "sau": Relation.AFTER, "từ": Relation.FROM, "đến": Relation.BY, "tới": Relation.BY,
    "hết": Relation.BY, "cuối": Relation.BY, "trong": Relation.IN, "vào": Relation.IN, "tại": Relation.IN,
    "đầu": Relation.IN, "giữa": Relation.IN, "là": Relation.IN, "khoảng": Relation.IN,
}  # fmt: skip
_LEAD_WORDS = "|".join(_LEADS).replace(" ", r"\s+").replace("đầu", "(?<!đứng )(?<!dẫn )(?<!hàng )(?<!tốp )đầu")
_LEAD = rf"(?:(?P<lead>(?<!\w)(?:(?:{_LEAD_WORDS})\s+)+)|(?<!\w))"
_ORDER = r"(?:iv|i{1,3}|[1-4]|một|hai|ba|tư|bốn)(?!\w)"
_DAY = (
    r"(?:ngày\s*)?(?P<d1>\d{1,2})\s*[/.-]\s*(?P<m1>\d{1,2})\s*[/.-]\s*(?P<y1>\d{4})(?!\d)"
    r"|ngày\s+(?P<d2>\d{1,2})\s+tháng\s+(?P<m2>\d{1,2})(?:\s+năm\s+(?P<y2>\d{4}))?"
    r"|ngày\s+(?P<d3>\d{1,2})\s*/\s*(?P<m3>\d{1,2})(?![\d/])"
    r"|(?(lead)(?P<d4>\d{1,2})/(?P<m4>\d{1,2})(?![\d/%])(?!\s*%)|(?!))"
)
_QUARTER = rf"(?:quý\s*|q)(?P<quarters>{_ORDER}(?:\s*(?:,|và|-|–|đến)\s*(?:quý\s+)?{_ORDER})*)" + _LINK.format(
    "quarter_year"
)
_HALF = r"(?P<months>0?[69])\s+tháng\s+(?:(?P<half>đầu|cuối)(?:\s+năm)?|(?=năm))" + _LINK.format("half_year")
_MONTH = (
    r"tháng\s*(?P<month>\d{1,2})(?!\d)" + _LINK.format("month_year")
    + rf"|(?<![\d/.,])(?P<bare_month>\d{{1,2}})\s*/\s*(?P<bare_month_year>{_YEAR})(?![\d/])"
)  # fmt: skip
_SPAN = (
    rf"(?:(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ|(?:các\s+)?năm)\s*:?\s*)?(?<![\d./,])(?<!học )(?P<span_from>{_YEAR})"
    rf"\s*(?:-|–|—|đến(?:\s+hết)?|tới)\s*(?:năm\s+)?(?P<span_to>{_YEAR})(?![\d/%])(?!\s*%)"
    rf"|(?:các\s+)?năm\s+(?P<listed>{_YEAR}(?:\s*(?:,|và)\s*(?:năm\s+)?{_YEAR}(?![\d/]))+)"
)
_ONE_YEAR = (
    rf"năm\s*:?\s*(?P<year>{_YEAR})(?!\d)"
    rf"|(?<![\d./,-])(?P<headed_year>{_YEAR})(?=\s*:(?!\d))|(?:(?<=%\()|(?<=%\s\())(?P<bracketed_year>{_YEAR})(?=\))"
    rf"|(?(lead)(?P<bare_year>{_YEAR})(?!\d)(?=\s*(?:[;,.:()]|$|đạt|là))|(?!))"
    r"|(?(lead)(?P<this_year>năm)(?=\s*(?:[;,.:()]|$|đạt))|(?!))"
)
_WORDS = rf"{_LEAD}(?:{_DAY}|{_QUARTER}|{_HALF}|{_SPAN}|{_MONTH}|{_ONE_YEAR})"
_PATTERN = Pattern(_WORDS)
_AND_DAY = Pattern(
    r"\s*(?:,|;|và|va)\s*(?:trước\s+)?(?P<written>(?:ngày\s+)?(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})"
    r"(?:\s*/\s*(?P<y>\d{4}))?)(?![\d/%])(?!\s*%)"
)
"""A further day of a list: "trước ngày 25/6 và 25/12"."""
_HINT = Pattern(r"20\d|n[ăa]m|qu[ýy]|th[áa]ng|ng[àa]y|\d/\d")
"""What every stretch of time has in it, looked for first because most phrases name none."""
_PLAIN_LEADS = {letters.unmarked(words): relation for words, relation in _LEADS.items()}
_LEAD_WORD = Pattern(rf"{_LEAD_WORDS}|{letters.unmarked(_LEAD_WORDS)}")
_ORDERS = {
    "mot": 1,
    "bon": 4,
    "tu": 4,
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "một": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
}
_ONE_ORDER = Pattern(rf"{_ORDER}|(?:mot|bon|tu)(?!\w)")
_ORDERS |= {str(order): order for order in range(1, 5)}


def parse(text: str, *, year: int | None = None) -> When | None:
    """Read a phrase that is nothing but a stretch of time ("trước ngày 15/6"); None where it is anything else.

    `year` stands in where the phrase names none.
    """
    text = text.strip()
    found = _pattern(text).fullmatch(letters.lower(text))
    return None if found is None else _when(text, found, year)


@lru_cache(maxsize=4096)
def find(text: str, *, year: int | None = None) -> tuple[When, ...]:
    """Find the stretches of time named in a text, in order; `year` stands in where none is said."""
    small = letters.lower(text)
    if _HINT.search(small) is None:
        return ()
    whens: list[When] = []
    at = 0
    while found := _pattern(text).search(small, at):
        when = _when(text, found, year)
        whens += [] if when is None else _listed_days(text, small, when, year)
        at = max(whens[-1].end if whens else 0, found.end())
    return tuple(whens)


def _listed_days(text: str, small: str, first: When, year: int | None) -> list[When]:
    """Read the days a list goes on with, all bounding as its first does; a year said at its end is that of all."""
    days = [first]
    while first.kind == "day" and (found := _AND_DAY.match(small, days[-1].end)):
        reading = _listed_day(text, found, int(found["y"]) if found["y"] else year)
        if reading is None:
            break
        days.append(replace(reading, relation=first.relation))
    ends = [day.first.year for day in days if day.first is not None]
    return [_in_year(day, ends[-1]) for day in days] if ends else days


def _listed_day(text: str, found: re.Match[str], year: int | None) -> When | None:
    reading = day_reading(text[found.start("d") : found.end()].strip(), int(found["d"]), int(found["m"]), year)
    if reading is None:
        return None
    start, end = found.span("written")
    _, code, first, last = reading
    return When(
        text=text[start:end], start=start, end=end, kind="day", relation=Relation.IN, code=code, first=first, last=last
    )


def _in_year(day: When, year: int) -> When:
    """Place a day of a list that has no year of its own; its code stays as written."""
    if day.first is not None or day.code is None:
        return day
    number, month = (int(part) for part in re.findall(r"\d{1,2}", day.code)[:2])
    reading = day_reading(day.code, number, month, year)
    return day if reading is None else replace(day, first=reading[2], last=reading[3])


def read_day(text: str) -> date | None:
    """Read one full day ("ngày 14 tháng 3 năm 2022", "14/3/2022"); None where there is none or it does not exist."""
    when = parse(text)
    return when.first if when is not None and when.kind == "day" else None


def official(day: date) -> str:
    """Write a day as documents carry it: zeros before days under 10 and months 1, 2 (Nghị định 30/2020, phụ lục I)."""
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


@cache
def _plain_pattern() -> Pattern:
    return Pattern(letters.unmarked(_WORDS))


def _pattern(text: str) -> Pattern:
    """Words typed without any marks are understood too, but never a text that has marks elsewhere."""
    return _plain_pattern() if text.isascii() else _PATTERN


def _when(text: str, found: re.Match[str], year: int | None) -> When | None:
    """Turn a match into a stretch of time; None where the figures name no day, as in 31/2/2022."""
    read = next(read for group, read in _READERS.items() if found[group] is not None)
    # A document damaged enough says that it governs the year 0000: that is no year to stand in.
    reading = read(found, year if year and year <= MAXYEAR else None)
    if reading is None:
        return None
    kind, code, first, last = reading
    start, end = found.span()
    return When(
        text=text[start:end],
        start=start,
        end=end,
        kind=kind,
        relation=_relation(found),
        code=code,
        first=first,
        last=last,
    )


_Reading = tuple[str, str | None, date | None, date | None]


def _relation(found: re.Match[str]) -> Relation:
    """Take the strictest of the leading words: the last but "chậm nhất là ngày", "từ đầu năm" keep their first."""
    relations = [
        _PLAIN_LEADS[letters.folded(" ".join(word.split()))] for word in _LEAD_WORD.findall(found["lead"] or "")
    ]
    telling = [relation for relation in relations if relation is not Relation.IN]
    return telling[-1] if telling else Relation.IN


def _day(group: str) -> Callable[[re.Match[str], int | None], _Reading | None]:
    def read(found: re.Match[str], year: int | None) -> _Reading | None:
        named = found[f"y{group}"] if group in "12" else None
        written = found[0][found.start(f"d{group}") - found.start() :].strip()
        return day_reading(written, int(found[f"d{group}"]), int(found[f"m{group}"]), int(named) if named else year)

    return read


def day_reading(written: str, day: int, month: int, year: int | None) -> _Reading | None:
    """Build a day; without a year only its words are known."""
    try:
        known = date(year or 2000, month, day)
    except ValueError:
        return None
    return ("day", written, known, known) if year else ("day", written, None, None)


def _quarter(found: re.Match[str], year: int | None) -> _Reading | None:
    orders = [_ORDERS[order] for order in _ONE_ORDER.findall(found["quarters"])]
    return _months(found["quarter_year"], year, 3 * min(orders) - 2, 3 * max(orders), "quarter")


def _half(found: re.Match[str], year: int | None) -> _Reading | None:
    first, last = (7, 12) if found["half"] in ("cuối", "cuoi") else (1, int(found["months"]))
    return _months(found["half_year"], year, first, last, "half")


def _month(found: re.Match[str], year: int | None) -> _Reading | None:
    month = int(found["month"])
    return _months(found["month_year"], year, month, month, "month") if 1 <= month <= 12 else None


def _bare_month(found: re.Match[str], year: int | None) -> _Reading | None:
    month = int(found["bare_month"])
    return _months(found["bare_month_year"], year, month, month, "month") if 1 <= month <= 12 else None


def _months(named: str | None, year: int | None, first: int, last: int, kind: str) -> _Reading:
    known = int(named) if named else year
    if known is None:
        return kind, None, None, None
    code = f"{known}-Q{last // 3}" if kind == "quarter" else f"{known}-{last:02}"
    return kind, code, date(known, first, 1), _last_day(known, last)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _span(found: re.Match[str], year: int | None) -> _Reading | None:
    return _years(int(found["span_from"]), int(found["span_to"]))


def _listed(found: re.Match[str], year: int | None) -> _Reading | None:
    years = [int(word) for word in re.findall(_YEAR, found["listed"])]
    return _years(min(years), max(years))


def _years(first: int, last: int) -> _Reading | None:
    return ("span", str(last), date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def _one_year(group: str) -> Callable[[re.Match[str], int | None], _Reading | None]:
    def read(found: re.Match[str], year: int | None) -> _Reading | None:
        known = int(found[group])
        return "year", str(known), date(known, 1, 1), date(known, 12, 31)

    return read


def _this_year(found: re.Match[str], year: int | None) -> _Reading | None:
    if year is None:
        return "year", None, None, None
    return "year", str(year), date(year, 1, 1), date(year, 12, 31)


_READERS: dict[str, Callable[[re.Match[str], int | None], _Reading | None]] = {
    "d1": _day("1"), "d2": _day("2"), "d3": _day("3"), "d4": _day("4"), "quarters": _quarter, "months": _half,
    "span_from": _span, "listed": _listed, "month": _month, "bare_month": _bare_month, "year": _one_year("year"),
    "bare_year": _one_year("bare_year"),
    "headed_year": _one_year("headed_year"),
    "bracketed_year": _one_year("bracketed_year"), "this_year": _this_year,
}  # fmt: skip
