"""Dates that cannot be: days no calendar has, deadlines before the signing, results stated before they were known."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dondoc.rules import dates, letters, schedules
from dondoc.rules.catalogue import Due, Finding, Item, Kind, Objective
from dondoc.rules.findings.material import Material, error, note, warning
from dondoc.rules.patterns import Pattern

_DAY = Pattern(r"(?<![\d/])(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(20\d\d)(?!\d)")
_HELD = Pattern(
    r"^[\s,)]*(?:chi so|noi dung|ket qua|tinh|linh vuc)?[^.;:]{0,40}?(?:luon|deu|lien tuc|da)\s+(?:duoc\s+)?"
    r"(?:xep|thuoc|dung|nam|dat)"
)
_RESULT = Pattern(r"ket qua(?: thuc hien| dat duoc)?\s*\(?\s*$")
_END = Pattern(r"[.;)]")
_PUBLISHED_IN = {"PAPI": 4}
"""The month of the next year in which an index comes out (papi.org.vn); others are taken to be known on 1 January."""


def deadline_impossible(material: Material) -> Iterator[Finding]:
    """Find deadlines nobody can keep: no such day, over when the document was signed, or outside its term.

    In a report past deadlines are its subject; there and for the directive's own duties they are only remarked.
    """
    for item in material.items:
        for text in _times(item):
            yield from _no_such_day(item, text)
            yield from _over(material, item, text)
    yield from _outside(material)
    yield from _duties_over(material)


def statement_before_fact(material: Material) -> Iterator[Finding]:
    """Find results stated for a year that was not over, or not published, when the document was signed."""
    signed = material.catalogue.document.issued_on
    if signed is None:
        return
    for passage in material.structure.passages:
        for when in dates.find(passage.text):
            quote = _stated(passage.text, when) if when.last and when.last >= signed else None
            if quote:
                message = (
                    f"Nêu kết quả đến năm {when.last.year if when.last else ''}, nhưng văn bản ký ngày "
                    f"{signed:%d/%m/%Y}, khi năm ấy chưa hết. Kiểm tra lại năm."
                )
                yield warning("statement-before-fact", message, quote, passage.where)
    for objective in material.catalogue.objectives:
        yield from _baseline_unknown(objective, signed)


def _stated(text: str, when: dates.When) -> str | None:
    """Quote the clause that states a result for a stretch of years; None where it is aimed at only."""
    folded = letters.folded(text)
    held = _HELD.match(folded[when.end :]) or _RESULT.search(folded[: when.start])
    if when.kind not in ("year", "span") or not held:
        return None
    end = _END.search(text[when.end :])
    return text[when.start : when.end + end.start() if end else len(text)]


def _baseline_unknown(objective: Objective, signed: date) -> Iterator[Finding]:
    base = objective.baseline
    if base is None or base.year is None:
        return
    if signed < date(base.year + 1, _PUBLISHED_IN.get(objective.index or "", 1), 1):
        message = (
            f"Ghi kết quả năm {base.year}, nhưng văn bản ký ngày {signed:%d/%m/%Y}, trước khi có kết quả ấy. "
            "Kiểm tra lại năm."
        )
        quote = objective.text or f"Kết quả năm {base.year}"
        yield warning("statement-before-fact", message, quote, objective.where)


def _times(item: Item) -> tuple[str, ...]:
    """Give the words of a row that say when: its time column, and targets that are due by a time."""
    stated = [item.schedule.text] if item.schedule else []
    # A year that is compared with ("so với năm 2023") is when nothing is due.
    due = (target.text for target in item.targets if not (target.baseline and target.by is None))
    return tuple(dict.fromkeys([*stated, *due]))


def _no_such_day(item: Item, text: str) -> Iterator[Finding]:
    for found in _DAY.finditer(text):
        day, month, year = map(int, found.groups())
        try:
            date(year, month, day)
        except ValueError:
            message = f"Không có ngày {found[0]}. Sửa thời hạn trước khi ban hành."
            yield error("deadline-impossible", message, text, item.ref)


def _over(material: Material, item: Item, text: str) -> Iterator[Finding]:
    """Hold the end of a row's time against the day of signing."""
    document = material.catalogue.document
    end = schedules.due_on(schedules.parse(text, term=document.term))
    if end and document.issued_on and end < document.issued_on:
        message = f"Thời hạn “{text}” đã qua khi văn bản được ký ngày {document.issued_on:%d/%m/%Y}. Kiểm tra lại năm."
        make = note if document.kind is Kind.OTHER else warning
        yield make("deadline-impossible", message, text, item.ref)


def _outside(material: Material) -> Iterator[Finding]:
    """Remark all rows together whose time ends after the term the directive governs."""
    term = material.catalogue.document.term
    late = {
        item.ref: item.schedule.text
        for item in material.items
        if term and item.schedule and (end := schedules.due_on(item.schedule)) and end.year > term[1]
    }
    if term and late:
        message = f"{len(late)} nhiệm vụ có thời hạn sau năm {term[1]}, ngoài thời gian của văn bản."
        yield note("deadline-impossible", message, "; ".join(dict.fromkeys(late.values())), *late)


def _duties_over(material: Material) -> Iterator[Finding]:
    """Remark duties whose day was over, in the first year of the term, when the document was signed."""
    document = material.catalogue.document
    if document.issued_on is None:
        return
    year = document.term[0] if document.term else document.issued_on.year
    for duty in material.catalogue.duties:
        day = _first_due(duty.due, year)
        if day is not None and day < document.issued_on:
            message = (
                f"Hạn {day:%d/%m/%Y} đã qua khi văn bản được ký ngày {document.issued_on:%d/%m/%Y}; "
                "chỉ thực hiện được từ kỳ sau."
            )
            yield note("deadline-impossible", message, duty.text, duty.where or "")


def _first_due(due: Due | None, year: int) -> date | None:
    """Give the day a duty first falls due; None where it has none, comes every month, or not in that year (29/2)."""
    if due is None or due.before is None or due.month_offset is not None:
        return None
    if due.year_offset is None:
        return date.fromisoformat(due.before)
    try:
        return date.fromisoformat(f"{year + due.year_offset}-{due.before}")
    except ValueError:
        return None
