"""A list of agencies as a spreadsheet: read with every fault by row and column, and written in the same form."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import python_calamine
import xlsxwriter

from dondoc.agencies import wording
from dondoc.rules import codes, names

FIELDS = {
    "code": "Mã",
    "name": "Tên",
    "short_name": "Tên ngắn",
    "aliases": "Tên khác",
    "kind": "Loại",
    "parent": "Cấp trên",
    "old_code": "Mã định danh cũ",
    "new_code": "Mã định danh mới",
    "area_code": "Mã đơn vị hành chính",
    "valid_from": "Từ ngày",
    "valid_to": "Đến ngày",
    "source": "Nguồn",
    "uncertain": "Chưa chắc",
}
REQUIRED = ("code", "name", "kind")
SLUG = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)*")
LONGEST = {"code": 80, "name": 200, "short_name": 80, "source": 300, "uncertain": 300}
MOST_ROWS = 20_000


class Unusable(Exception):
    """A file that is no list of agencies; its words tell a person what to do."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """What is wrong in one cell: the row as the spreadsheet numbers it, the heading of the column, a sentence."""

    row: int
    column: str
    words: str


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One row of the list, read: an agency's standing with the codes of agency, kind and parent."""

    row: int
    code: str
    name: str
    kind: str
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    parent: str = ""
    old_code: str = ""
    new_code: str = ""
    area_code: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    uncertain: str = ""


def read(
    data: bytes, filename: str, fields: Mapping[str, str] = FIELDS, required: Sequence[str] = REQUIRED
) -> list[tuple[int, dict[str, str]]]:
    """Give the filled rows of a spreadsheet or CSV with their numbers, cells by field; raises Unusable.

    `fields` are the headings by the names of fields, of agencies unless another list is read; `required` those without
    which a row is no heading.
    """
    table = _table(data, filename)
    heading = next((index for index, row in enumerate(table) if _fields_of(row, fields, required)), None)
    if heading is None:
        raise Unusable(wording.no_heading(tuple(fields[name] for name in required)))
    places = _fields_of(table[heading], fields, required)
    rows = [
        (number, {name: row[place] if place < len(row) else "" for name, place in places.items()})
        for number, row in enumerate(table[heading + 1 :], heading + 2)
        if any(row)
    ]
    if not rows:
        raise Unusable(wording.no_rows())
    if len(rows) > MOST_ROWS:
        raise Unusable(wording.too_many_rows(len(rows), MOST_ROWS))
    return rows


def _table(data: bytes, filename: str) -> list[list[str]]:
    if filename.lower().endswith((".csv", ".txt")):
        try:
            return [[cell.strip() for cell in row] for row in csv.reader(io.StringIO(data.decode("utf-8-sig")))]
        except (UnicodeDecodeError, csv.Error) as error:
            raise Unusable(wording.not_text(filename)) from error
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except Exception as error:  # calamine raises its own errors and Rust panics alike for what is no workbook
        raise Unusable(wording.not_a_workbook(filename)) from error
    return [[_written(cell) for cell in row] for row in sheet]


def _written(cell: object) -> str:
    """Give a cell as a person would type it: days as 14/3/2022, whole numbers without a point."""
    if isinstance(cell, datetime | date):
        return f"{cell.day}/{cell.month}/{cell.year}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


def _fields_of(row: Sequence[str], fields: Mapping[str, str], required: Sequence[str]) -> dict[str, int]:
    """Find which column holds which field from a heading row in any order; nothing where a needed one is missing."""
    headings = {names.fold(heading): name for name, heading in fields.items()}
    places = {
        headings[folded]: place
        for place, cell in reversed([*enumerate(row)])
        if (folded := names.fold(cell)) in headings
    }
    return places if all(name in places for name in required) else {}


def parse(
    rows: Iterable[tuple[int, dict[str, str]]], *, kinds: Iterable[str], known: Iterable[str]
) -> tuple[list[Draft], list[Fault]]:
    """Read every row; give the drafts and every fault, in the order of rows.

    `kinds` are the codes of kinds, `known` those of agencies that are here already, so that a row may be under one.
    """
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for number, cells in rows:
        found = list(_faults_of(number, cells, frozenset(kinds)))
        faults += found
        if not found:
            drafts.append(_draft(number, cells))
    faults += _faults_between(drafts, frozenset(known))
    return drafts, sorted(faults, key=lambda fault: fault.row)


def _faults_of(number: int, cells: dict[str, str], kinds: frozenset[str]) -> Iterator[Fault]:
    for name in REQUIRED:
        if not cells.get(name):
            yield _fault(number, name, wording.missing())
    for name, longest in LONGEST.items():
        if len(cells.get(name, "")) > longest:
            yield _fault(number, name, wording.too_long(longest))
    code, kind = cells.get("code", ""), cells.get("kind", "")
    if code and not SLUG.fullmatch(code):
        yield _fault(number, "code", wording.bad_slug(code))
    if kind and kind not in kinds:
        yield _fault(number, "kind", wording.unknown_kind(kind, sorted(kinds)))
    for name, holds in (
        ("old_code", codes.is_old_code),
        ("new_code", codes.is_new_code),
        ("area_code", codes.is_area_code),
    ):
        if cells.get(name) and not holds(cells[name]):
            yield _fault(number, name, wording.bad_code(name, cells[name]))
    days = {name: read_day(cells.get(name, "")) for name in ("valid_from", "valid_to")}
    for name, day in days.items():
        if day is None and cells.get(name):
            yield _fault(number, name, wording.bad_day(cells[name]))
    first, last = days["valid_from"], days["valid_to"]
    if first and last and first > last:
        yield _fault(number, "valid_to", wording.days_reversed())


def _faults_between(drafts: Sequence[Draft], known: frozenset[str]) -> Iterator[Fault]:
    """Find what rows are wrong together: a parent nobody knows, circles of parents, standings that overlap."""
    parents = {draft.code: draft.parent for draft in drafts}
    for draft in drafts:
        if draft.parent and draft.parent not in parents and draft.parent not in known:
            yield _fault(draft.row, "parent", wording.unknown_parent(draft.parent))
        elif _circles(draft.code, parents):
            yield _fault(draft.row, "parent", wording.under_itself(draft.parent))
    by_code: dict[str, list[Draft]] = {}
    for draft in drafts:
        for other in by_code.setdefault(draft.code, []):
            if _overlap(draft, other):
                yield _fault(draft.row, "valid_from", wording.overlaps(draft.code, other.row))
        by_code[draft.code].append(draft)


def _circles(code: str, parents: dict[str, str]) -> bool:
    seen: set[str] = set()
    at = parents.get(code, "")
    while at and at not in seen:
        if at == code:
            return True
        seen.add(at)
        at = parents.get(at, "")
    return False


def _overlap(one: Draft, other: Draft) -> bool:
    return (one.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
        one.valid_to or date.max
    )


def _fault(number: int, name: str, words: str) -> Fault:
    return Fault(row=number, column=FIELDS[name], words=words)


def read_day(words: str) -> date | None:
    """Read a day as a cell holds it: 14/3/2022 or 2022-03-14; None where it is none."""
    for pattern, order in ((r"(\d{4})-(\d{1,2})-(\d{1,2})", (1, 2, 3)), (r"(\d{1,2})/(\d{1,2})/(\d{4})", (3, 2, 1))):
        found = re.fullmatch(pattern, words)
        if found:
            try:
                return date(*(int(found.group(place)) for place in order))
            except ValueError:
                return None
    return None


def _draft(number: int, cells: dict[str, str]) -> Draft:
    def words(name: str) -> str:
        return cells.get(name, "")

    return Draft(
        row=number, code=words("code"), name=words("name"), kind=words("kind"), short_name=words("short_name"),
        aliases=tuple(alias.strip() for alias in words("aliases").split(";") if alias.strip()), parent=words("parent"),
        old_code=words("old_code"), new_code=words("new_code"), area_code=words("area_code"),
        valid_from=read_day(words("valid_from")), valid_to=read_day(words("valid_to")), source=words("source"),
        uncertain=words("uncertain"),
    )  # fmt: skip


def write(drafts: Iterable[Draft]) -> bytes:
    """Write a list of agencies as an Excel file that `read` takes back unchanged; every cell is text."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Cơ quan")
        text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
        head = book.add_format({"bold": True, "bottom": 2})
        for place, heading in enumerate(FIELDS.values()):
            sheet.write_string(0, place, heading, head)
            sheet.set_column(place, place, 40 if heading == FIELDS["name"] else 18)
        for number, draft in enumerate(drafts, 1):
            for place, name in enumerate(FIELDS):
                sheet.write_string(number, place, _cell(getattr(draft, name)), text)
        sheet.freeze_panes(1, 2)
    return out.getvalue()


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else str(value)
