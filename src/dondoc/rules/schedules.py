"""When a task is to be done, read from the words of its time column (thời gian thực hiện)."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from dondoc.rules import dates, letters, numbers
from dondoc.rules.catalogue import Schedule
from dondoc.rules.dates import Relation, When
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets.tokens import Token, scan
from dondoc.rules.targets.values import Comparator, Per

_PERIOD_CODES = {"ngay": "day", "tuan": "week", "thang": "month", "quy": "quarter", "nam": "year"}
_EVERY = Pattern(r"(?<!\w)(?:dinh ky )?(?:hang|moi|tung) (?:mot )?(?P<period>ngay|tuan|thang|quy|nam)(?!\w)")
_CONTINUOUS = Pattern(r"(?<!\w)(?:thuong xuyen|lien tuc|quanh nam|suot nam|ca nam)(?!\w)")
_EVENT = Pattern(
    r"^(?:ke )?(?:tu |ngay )?(?:sau |tu )?khi\s|^sau khi\s|^ngay sau|^khi co|^trong (?:vong|thoi han) |^sau \d+ ngay"
    r"|^\d+ ngay"
)
_SUDDEN = Pattern(r"(?<!\w)(?:dot xuat|khi (?:co )?(?:yeu cau|phat sinh)|theo yeu cau|phat sinh)(?!\w)")
_CYCLE = Pattern(r"^(?:theo |tung )?(?:chu ky|nhiem ky|dinh ky|ky)(?!\w)")
_OPEN_END = Pattern(
    r"(?:va|,)?\s*(?:(?:nhung|cac) )?nam (?:tiep theo|sau|ke tiep)|tro di|(?:va )?(?:nhung|cac) nam tiep"
)
_SCHOOL_YEAR = Pattern(r"nam hoc (?P<from>20\d\d)\s*[-–]\s*(?P<to>20\d\d)")
_LEAD_OF_EVENT = Pattern(r"^(?:kể\s+từ|ngay\s+sau|ngay|từ|sau)?\s*(?:khi\s+)?", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(text: str, *, term: tuple[int, int] | None = None) -> Schedule:
    """Read a time cell into a schedule; what is unclear becomes kind text and never raises.

    `term` is the years the document governs: a single one stands in where a date names no year. Years, quarters
    and months are codes ("2023", "2023-Q2", "2023-06"), days are ISO; a day of every year is "MM-DD".
    """
    text = unicodedata.normalize("NFC", text)
    words = " ".join(text.split())
    year = term[0] if term is not None and term[0] == term[1] else None
    folded = letters.folded(words)
    whens = dates.find(words, year=year)
    for read in _READERS:
        schedule = read(text, words, folded, whens)
        if schedule is not None:
            return schedule
    return Schedule(text=text, kind="text")


def due_on(schedule: Schedule) -> date | None:
    """Give the last good day of a dated schedule: before a day is the day before; None where no day follows.

    A year that its words do not say is that of its end, which the term of the directive gave.
    """
    if schedule.kind not in ("date", "years") or schedule.to is None:
        return None
    whens = dates.find(schedule.text)
    if not any(when.first is not None for when in whens) and schedule.to[:4].isdecimal():
        whens = dates.find(schedule.text, year=int(schedule.to[:4]))
    ends = [last_good(when) for when in whens]
    known = [end for end in ends if end is not None]
    return max(known) if known else _end_of(schedule.to)


def last_good(when: When) -> date | None:
    """Give the last good day of a stretch of time: before a day is the day before; None where no year is known."""
    if when.relation is Relation.BEFORE and when.first is not None:
        return when.first - timedelta(days=1)
    return when.last


def _end_of(code: str) -> date | None:
    when = dates.parse(f"năm {code}") if len(code) == 4 else None
    return when.last if when is not None else None


def _frequency(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """ "≥1 lần/năm", "02 lần/quý", "6 tháng/lần", "hằng quý": at least so many times in a period."""
    tokens = scan(words)
    for index, token in enumerate(tokens):
        if token.kind == "cycle":
            return Schedule(text=text, kind="frequency", min=int(token.value[0]), per=token.value[1])
        if token.kind in ("number", "numword") and _times(words, tokens, index):
            return _times_in(text, tokens, index)
    every = _EVERY.search(folded)
    if every is None or every["period"] == "nam" or _CONTINUOUS.search(folded):
        return None
    return Schedule(text=text, kind="frequency", min=1, per=_PERIOD_CODES[every["period"]])


_AND = Pattern(r"\s*(?:,|;|/|va|&)\s*(?:truoc\s+)?")
_ORDER_ALONE = Pattern(r"(?<!\w)(?:iv|iii|ii|i|[1-4])(?!\w)")


def _each_year(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """Days, months or quarters of no year that do not follow each other are times of each year: "25/6 và 25/12"."""
    kinds = {when.kind for when in whens}
    if len(kinds) != 1 or any(re.search(r"\d{4}", when.text) for when in whens):
        return None
    listed = all(_AND.fullmatch(folded[one.end : other.start]) for one, other in itertools.pairwise(whens))
    places = _NUMBERS.get(kinds.pop(), _none)(folded, whens) if listed else []
    apart = any(latter - former != 1 for former, latter in itertools.pairwise(places))
    return Schedule(text=text, kind="frequency", min=len(places), per=Per.YEAR) if apart else None


def _none(folded: str, whens: tuple[When, ...]) -> list[int]:
    return []


def _days(folded: str, whens: tuple[When, ...]) -> list[int]:
    """Number days so that none follows another: each is a time of its own."""
    return [2 * order for order in range(len(whens))]


def _months(folded: str, whens: tuple[When, ...]) -> list[int]:
    return [int(number) for when in whens for number in re.findall(r"\d+", when.text)]


def _quarters(folded: str, whens: tuple[When, ...]) -> list[int]:
    """Number the quarters of a list ("quý II và quý IV"); "quý II-IV" is one stretch of time."""
    if any(mark in folded for mark in ("-", "–", "den")):
        return []
    found = [order for when in whens for order in _ORDER_ALONE.findall(folded[when.start : when.end])]
    return [int(order) if order.isdigit() else numbers.from_roman(order.upper()) for order in found]


_NUMBERS = {"day": _days, "month": _months, "quarter": _quarters}


def _times(words: str, tokens: tuple[Token, ...], index: int) -> bool:
    return index + 1 < len(tokens) and letters.folded(words[tokens[index + 1].start : tokens[index + 1].end]) in (
        "lan",
        "ky",
        "dot",
        "cuoc",
    )


def _times_in(text: str, tokens: tuple[Token, ...], index: int) -> Schedule | None:
    per = next((token.value for token in tokens if token.kind == "per"), None)
    if not isinstance(per, Per):
        return None
    more = bool(index) and tokens[index - 1].value is Comparator.GREATER
    return Schedule(text=text, kind="frequency", min=int(tokens[index].value) + more, per=per)


def _event(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    if _EVENT.search(folded):
        return Schedule(text=text, kind="event", event=_event_named(words))
    if _SUDDEN.search(folded) and not whens and not _EVERY.search(folded) and not _CONTINUOUS.search(folded):
        return Schedule(text=text, kind="event", event=words.lower())
    return None


def _event_named(words: str) -> str:
    """Name the event without "từ", "sau khi"; a condition ("khi có yêu cầu") keeps its "khi"."""
    if words[:4].lower() == "khi ":
        return f"khi {words[4:]}"
    return _LEAD_OF_EVENT.sub("", words) or words


def _cycle(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    if whens or not _CYCLE.search(folded) or _EVERY.search(folded):
        return None
    return Schedule(text=text, kind="cycle")


def _continuous(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    if not _CONTINUOUS.search(folded):
        return None
    first, last = _ends(whens)
    return Schedule(text=text, kind="continuous", from_=first, to=last)


def _yearly(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """ "Hàng năm", also with a day in every year ("trước ngày 15/12 hằng năm") or with the first and last year."""
    if not _EVERY.search(folded):
        return None
    for when in dates.find(words, year=2001):
        if when.kind in ("day", "month", "quarter", "half") and when.last is not None and when.last.year == 2001:
            return Schedule(text=text, kind="yearly", to=when.last.strftime("%m-%d"))
    first, last = _ends(whens)
    return Schedule(text=text, kind="yearly", from_=first, to=last)


def _ends(whens: tuple[When, ...]) -> tuple[str | None, str | None]:
    """First and last year of the stretches named; "từ" leaves the end open, "đến" the beginning."""
    if not whens:
        return None, None
    firsts = [
        when.first for when in whens if when.first is not None and when.relation not in (Relation.BY, Relation.BEFORE)
    ]
    lasts = [
        when.last
        for when in whens
        if when.last is not None and (when.relation is not Relation.FROM or when.kind == "span")
    ]
    return (str(firsts[0].year) if firsts else None), (str(lasts[-1].year) if lasts else None)


def _from(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """ "Từ năm 2022", "Từ tháng 6/2022", "2025 và những năm tiếp theo"."""
    if _OPEN_END.search(folded):
        first = next((when for when in whens if when.first is not None), None)
        year = re.search(r"20[0-6]\d", words)
        code = _code(first) if first is not None else year and year[0]
        return Schedule(text=text, kind="from", from_=code) if code else None
    if len(whens) == 1 and whens[0].relation is Relation.FROM and whens[0].kind != "span" and whens[0].code is not None:
        return Schedule(text=text, kind="from", from_=_code(whens[0]))
    return None


def _code(when: When) -> str | None:
    return when.first.isoformat() if when.kind == "day" and when.first is not None else when.code


def _bare_years(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """Years without any word: "2022", "2023, 2024", or a school year."""
    school = _SCHOOL_YEAR.search(folded)
    if school:
        return Schedule(text=text, kind="years", from_=school["from"], to=school["to"])
    if not whens and re.fullmatch(r"20[0-6]\d(?:\s*(?:,|;|va|&)\s*20[0-6]\d)*\.?", folded):
        years = re.findall(r"20[0-6]\d", folded)
        return Schedule(text=text, kind="years", from_=min(years), to=max(years))
    return None


def _dated(text: str, words: str, folded: str, whens: tuple[When, ...]) -> Schedule | None:
    """Stretches of time with whatever words around: years where only years are named, else a date."""
    known = [when for when in whens if when.code is not None and when.last is not None]
    if not known:
        return None
    if all(when.kind in ("year", "span") for when in known):
        first, last = _ends(tuple(known))
        return Schedule(text=text, kind="years", from_=first, to=last)
    end = known[-1]
    first = _code(known[0]) if known[0].relation is Relation.FROM and len(known) > 1 else None
    if end.kind == "quarter" and first is None:
        first = _first_quarter(end)
    return Schedule(text=text, kind="date", from_=first, to=_code(end))


def _first_quarter(when: When) -> str | None:
    if when.first is None or when.last is None or when.last.month - when.first.month < 3:
        return None
    return f"{when.first.year}-Q{when.first.month // 3 + 1}"


_READERS: tuple[Callable[[str, str, str, tuple[When, ...]], Schedule | None], ...] = (
    _event, _frequency, _each_year, _continuous, _cycle, _yearly, _bare_years, _from, _dated,
)  # fmt: skip

_YEAR = r"20[0-6]\d"
_ORDER = r"(?:iv|iii|ii|i|[1-4])"
_LEADS = (
    r"(?:(?:cham nhat|muon nhat|bat dau|cho den|ke tu|xong|den|het|tu|truoc|sau|toi|trong|vao|cuoi|dau|giua|la|du kien"
    r"|hoan thanh)\s+)*"
)
_STRETCHES = (
    rf"(?:(?:giai doan|thoi ky|nhiem ky|cac nam|nam)\s*)?{_YEAR}(?:\s*(?:-|–|den|va|,)\s*(?:nam\s+)?{_YEAR})*",
    r"(?:ngay\s+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}",
    r"ngay \d{1,2} thang \d{1,2}(?: nam \d{4})?",
    r"(?:ngay )?\d{1,2}/\d{1,2}(?!\d)",
    rf"(?:quy\s*|q){_ORDER}(?:\s*(?:,|va|-|–)\s*(?:quy\s+)?{_ORDER})*(?!\w)(?:\s*[/,-]?\s*(?:nam\s*)?[-/]?\s*{_YEAR})?",
    rf"thang\s*\d{{1,2}}(?:\s*[/-]?\s*(?:nam\s*)?{_YEAR})?",
    rf"\d{{1,2}}\s*/\s*{_YEAR}",
    rf"0?[69] thang (?:dau|cuoi)?(?: nam)?(?:\s*{_YEAR})?",
    rf"nam hoc {_YEAR}\s*[-–]\s*{_YEAR}",
    r"nam$",
)
_STRETCH = rf"{_LEADS}(?:{'|'.join(_STRETCHES)})"
_PERIOD = r"(?:ngay|tuan|thang|quy|nam)"
_ATOMS = (
    _STRETCH,
    r"(?:nhiem vu )?thuong xuyen|lien tuc|ca nam|quanh nam|tro di|dinh ky|dot xuat|theo yeu cau",
    rf"(?:dinh ky )?(?:hang|moi|tung) {_PERIOD}",
    r"(?:[>≥<≤=]\s*=?\s*|toi thieu |it nhat |khong qua |toi da )?\d+\s*(?:lan|ky|dot|cuoc)\s*/\s*(?:0?1 )?" + _PERIOD,
    rf"\d+\s*{_PERIOD}\s*/\s*(?:0?1 )?lan",
    r"khi (?:co yeu cau|phat sinh)",
    r"(?:nhung |cac )?nam (?:tiep theo|sau)",
    r"(?:theo )?(?:ky|chu ky|dinh ky)(?= )(?: [^;.]{1,60})?",
)
_FREE = (
    r"theo (?:ky|chu ky|nhiem ky|dinh ky|ke hoach|lo trinh|tien do|quy dinh|chuong trinh|yeu cau)(?:[ ,][^.;]{0,80})?",
    r"(?:ke |ngay )?(?:tu|sau) khi [^.;]{3,100}",
    r"khi [^.;]{3,80}",
    r"sau \d+ ngay [^.;]{3,80}",
    rf"(?:ban hanh|hoan thanh|trinh|xong|thuc hien|trien khai|phe duyet|cong bo)(?: [^\d.;]{{1,60}})? {_STRETCH}",
)
"""Time expressions with words of their own; the atoms may follow each other."""
_ATOM = f"(?:{'|'.join(_ATOMS)})"
_SCHEDULE = Pattern(rf"(?:{_ATOM}(?:\s*(?:[,;/+]|va|hoac|\(|\)|-)?\s*{_ATOM})*\)?|{'|'.join(_FREE)})\.?")


@lru_cache(maxsize=16384)
def is_schedule(text: str) -> bool:
    """Say cheaply whether a whole cell is a time expression; used thousands of times on broken columns."""
    return len(text) <= 120 and _SCHEDULE.fullmatch(" ".join(letters.folded(text).split())) is not None
