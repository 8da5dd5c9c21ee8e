"""Sections printed twice (đề mục in hai lần)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dondoc.rules import names
from dondoc.rules.catalogue import Catalogue, Finding, Item
from dondoc.rules.findings.material import Material, Structure, section_of, warning
from dondoc.rules.pairs import thresholds

CODE = "section-repeated"


@dataclass(frozen=True, kw_only=True)
class Repetition:
    """Two printings of one section: codes of both, its heading, and the ordinals of the rows that differ."""

    first: str
    second: str
    printed: str
    differing: tuple[str, ...]


def repetitions(material: Material) -> tuple[Repetition, ...]:
    """Find the sections printed twice: the same title, and the same rows but for a few.

    A person lays the two tables side by side and reads them against each other.
    """
    titled: dict[str, list[str]] = defaultdict(list)
    for code, items in material.sections.items():
        if code and items[0].section:
            titled[names.skeleton(_title(items[0].section))].append(code)
    pairs = [(codes[0], second) for codes in titled.values() for second in codes[1:]]
    compared = (_compare(material, first, second) for first, second in pairs)
    return tuple(one for one in compared if one is not None)


def without_second_printings(catalogue: Catalogue, found: Sequence[Repetition]) -> Catalogue:
    """Leave out the items of printings that repeat a section word for word."""
    dropped = {one.second for one in found if not one.differing}
    return replace(catalogue, items=tuple(item for item in catalogue.items if section_of(item) not in dropped))


def section_repeated(found: Sequence[Repetition], structure: Structure) -> tuple[Finding, ...]:
    """Say of each section printed twice where, and whether the second printing was left out."""
    return tuple(_finding(one, _lines(one, structure)) for one in found)


def _finding(one: Repetition, lines: str) -> Finding:
    if not one.differing:
        message = f"Bảng “{one.printed}” in hai lần, giống nhau từng chữ{lines}. Chỉ lấy lần in đầu, lần sau bỏ qua."
        return warning(CODE, message, one.printed, one.first)
    message = (
        f"Bảng “{one.printed}” in hai lần{lines} nhưng khác nhau ở dòng {', '.join(one.differing)}. "
        "Cả hai được giữ lại; chọn bản đúng rồi xóa bản kia."
    )
    return warning(CODE, message, one.printed, one.first, one.second)


def _lines(one: Repetition, structure: Structure) -> str:
    title = names.skeleton(one.printed)
    lines = [str(line) for number, words, line in structure.sections if names.skeleton(f"{number} {words}") == title]
    return f" (dòng {' và '.join(lines)})" if len(lines) > 1 else ""


def _title(printed: str) -> str:
    number, _, title = printed.partition(". ")
    return title or number


def _compare(material: Material, first: str, second: str) -> Repetition | None:
    """Compare two sections of one title row by row; None where they are different tables."""
    left = {item.ordinal: item for item in material.sections[first]}
    right = {item.ordinal: item for item in material.sections[second]}
    ordinals = list(dict.fromkeys([*left, *right]))
    differing = tuple(str(one) for one in ordinals if _words(left.get(one)) != _words(right.get(one)))
    if len(differing) > len(ordinals) // 4:
        return None
    printed = material.sections[first][0].section or ""
    return Repetition(first=first, second=second, printed=printed, differing=differing)


def _words(item: Item | None) -> tuple[object, ...] | None:
    """Give what a row says, comparable; a scan may mark letters otherwise the second time."""
    if item is None:
        return None
    schedule = item.schedule.text if item.schedule else ""
    cells = (item.text, *item.leads, *item.cooperating, schedule, item.deliverable or "")
    return (*map(names.skeleton, cells), *thresholds(item))
