"""Numbers of chapters, articles, points and rows: none left out, none used twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dondoc.rules import numbers
from dondoc.rules.catalogue import Finding, Item
from dondoc.rules.findings.material import Material, warning
from dondoc.rules.passages import Passage
from dondoc.rules.patterns import Pattern

_PLACE = Pattern(r"(?P<parent>.*?)(?:[.,] |\.|^)?(?P<kind>Điều |khoản )?(?P<number>\d+)$")


def numbering_broken(material: Material) -> Iterator[Finding]:
    """Find numbers left out: among chapters, articles and points of the body, and among the rows of each section.

    A section may go on counting where the one before ended; headings repeated at page breaks count nothing.
    """
    yield from _chapters_left_out(material)
    yield from _points_left_out(material.structure.passages)
    last = 0
    for items in _tables(material):
        ordinals = [_number(item) for item in items]
        if None not in ordinals:
            yield from _rows_left_out(items, last)
        last = ordinals[-1] or 0


def numbering_repeated(material: Material) -> Iterator[Finding]:
    """Find numbers used twice: by two chapters of the body, or by two rows of one section."""
    yield from _chapters_twice(material.structure.chapters)
    for items in _tables(material):
        yield from _rows_twice(items)


def _tables(material: Material) -> list[Sequence[Item]]:
    """Give the rows of each section of the tables; sentences bear the numbers of points, which are looked at there."""
    return [] if material.structure.sentences else list(material.sections.values())


def _chapters_left_out(material: Material) -> Iterator[Finding]:
    """Find a chapter number skipped; a number that heads a table of tasks is not missing."""
    heads = {value_of(number) for number, _, _ in material.structure.sections}
    before = 0
    for number, words, _ in material.structure.chapters:
        value = value_of(number)
        missing = [numbers.roman(each) for each in range(before + 1, value) if each not in heads]
        if before and missing:
            lost = ", ".join(missing)
            message = (
                f"Sau chương {numbers.roman(before)} là chương {number}: thiếu chương {lost}, hoặc số bị đánh nhầm."
            )
            yield warning("numbering-broken", message, words, number)
        before = value


def _chapters_twice(chapters: Sequence[tuple[str, str, int]]) -> Iterator[Finding]:
    """Find two chapters of one number; a count that begins again at I is that of another part."""
    seen: dict[int, tuple[str, str, int]] = {}
    before = 0
    for chapter in chapters:
        value = value_of(chapter[0])
        if value == 1 and before > 1:
            seen.clear()
        first = seen.setdefault(value, chapter)
        if value and first[1] != chapter[1]:
            message = (
                f"Hai chương cùng mang số {chapter[0]}: “{first[1]}” (dòng {first[2]}) "
                f"và “{chapter[1]}” (dòng {chapter[2]}). Đánh số lại để trích dẫn không nhầm."
            )
            yield warning("numbering-repeated", message, chapter[1], chapter[0])
        before = value


def _points_left_out(passages: Sequence[Passage]) -> Iterator[Finding]:
    """Find an article or a point skipped in a count that began at 1."""
    last: dict[str, int] = {}
    for passage in passages:
        if passage.kind == "chapter":
            last.clear()
        place = _PLACE.fullmatch(passage.where) if passage.kind in ("article", "point") else None
        if place is None:
            continue
        parent, number = f"{place['parent']}{place['kind'] or ''}", int(place["number"])
        before = last.get(parent, 0)
        if before and number > before + 1:
            missing = _listed(before, number)
            message = f"Trước {passage.where} thiếu số {missing}: bỏ sót, đánh số nhầm, hoặc máy đọc sót."
            yield warning("numbering-broken", message, passage.text[:120], passage.where)
        if before or number == 1:
            last[parent] = number


def _rows_left_out(items: Sequence[Item], last: int) -> Iterator[Finding]:
    before = _number(items[0]) or 0
    if before not in (0, 1, last + 1):
        yield _gap(items[0], 0, before)
    for item in items[1:]:
        number = _number(item) or 0
        if number > before + 1:
            yield _gap(item, before, number)
        before = max(before, number)


def _gap(item: Item, before: int, number: int) -> Finding:
    place = f"Trong “{item.section}”, s" if item.section else "S"
    message = (
        f"{place}ố thứ tự nhảy từ {before} sang {number}: thiếu số {_listed(before, number)}. "
        "Văn bản thiếu dòng, đánh số nhầm, hoặc máy đọc sót."
    )
    return warning("numbering-broken", message, f"{item.ordinal} {item.text}", item.ref)


def _listed(before: int, number: int) -> str:
    if number - before > 6:
        return f"{before + 1} đến {number - 1}"
    return ", ".join(str(each) for each in range(before + 1, number))


def _rows_twice(items: Sequence[Item]) -> Iterator[Finding]:
    """Find two rows of one number; a count that begins again at 1 is that of another table."""
    seen: dict[int, Item] = {}
    for item in items:
        number = _number(item)
        if number is None:
            continue
        if number == 1 and len(seen) > 1:
            seen.clear()
        first = seen.setdefault(number, item)
        if first is not item:
            place = f" trong “{item.section}”" if item.section else ""
            message = f"Số thứ tự {item.ordinal} dùng hai lần{place}."
            yield warning("numbering-repeated", message, f"{item.ordinal} {item.text}", first.ref, item.ref)


def _number(item: Item) -> int | None:
    """Give a plain row number; None for letters, sub-numbers and rows without any."""
    printed = (item.ordinal or "").strip(" .)")
    return int(printed) if printed.isdecimal() and len(printed) < 16 else None


def value_of(number: str) -> int:
    """Give the value of a roman or arabic number; 0 where it is neither."""
    if number.isdecimal() and len(number) < 10:
        return int(number)
    return numbers.from_roman(number)
