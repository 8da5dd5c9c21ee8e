"""A list of accounts as a spreadsheet: read with every fault by row and column, and an empty one as a pattern."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import xlsxwriter

from dondoc.accounts import wording
from dondoc.accounts.models import FROM_POSTS, Role
from dondoc.agencies.models import Post
from dondoc.agencies.sheets import Fault, read_day
from dondoc.rules import names

FIELDS = {
    "sign_in_name": "Tên đăng nhập", "full_name": "Họ và tên", "agency": "Cơ quan", "post": "Chức vụ",
    "rank": "Cấp", "first_day": "Từ ngày", "last_day": "Đến ngày", "role": "Vai trò", "basis": "Căn cứ",
}  # fmt: skip
REQUIRED = ("sign_in_name", "full_name", "agency", "post", "rank", "first_day")
LONGEST = {"sign_in_name": 80, "full_name": 120, "post": 160, "basis": 300}
NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,79}")
RANKS = {names.fold(str(rank.label)): rank for rank in Post.Rank}
ROLES = {names.fold(str(role.label)): role for role in Role if role not in FROM_POSTS}


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One row of the list, read: a person and a post, with the agency's code."""

    row: int
    sign_in_name: str
    full_name: str
    agency: str
    post: str
    rank: Post.Rank
    first_day: date
    last_day: date | None
    role: Role | None
    basis: str

    def meets(self, first: date, last: date | None) -> bool:
        """Say whether the term shares a day with a span."""
        return self.first_day <= (last or date.max) and first <= (self.last_day or date.max)


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is here already: agencies' codes by folded name and code, sign-in names, spans of heads by agency code."""

    agencies: Mapping[str, str]
    people: frozenset[str]
    heads: Mapping[str, Sequence[tuple[date, date | None, str]]]


def parse(rows: Iterable[tuple[int, dict[str, str]]], known: Known) -> tuple[list[Draft], list[Fault]]:
    """Read every row; give the drafts and every fault, in the order of rows."""
    drafts: list[Draft] = []
    faults: list[Fault] = []
    for number, cells in rows:
        found = list(_faults_of(number, cells, known))
        faults += found
        if not found:
            drafts.append(_draft(number, cells, known))
    faults += _faults_between(drafts, known)
    return drafts, sorted(faults, key=lambda fault: fault.row)


def _faults_of(number: int, cells: dict[str, str], known: Known) -> Iterator[Fault]:
    for name in REQUIRED:
        if not cells.get(name):
            yield _fault(number, name, wording.cell_empty())
    for name, longest in LONGEST.items():
        if len(cells.get(name, "")) > longest:
            yield _fault(number, name, wording.cell_too_long(longest))
    sign_in_name = cells.get("sign_in_name", "").lower()
    if sign_in_name and not NAME.fullmatch(sign_in_name):
        yield _fault(number, "sign_in_name", wording.bad_sign_in_name(sign_in_name))
    if sign_in_name in known.people:
        yield _fault(number, "sign_in_name", wording.name_taken(sign_in_name))
    for name, choices in (("agency", known.agencies), ("rank", RANKS), ("role", ROLES)):
        words = cells.get(name, "")
        if words and names.fold(words) not in choices:
            yield _fault(number, name, wording.unknown_choice(name, words))
    yield from _faults_of_days(number, cells)


def _faults_of_days(number: int, cells: dict[str, str]) -> Iterator[Fault]:
    days = {name: read_day(cells.get(name, "")) for name in ("first_day", "last_day")}
    for name, day in days.items():
        if day is None and cells.get(name):
            yield _fault(number, name, wording.bad_day(cells[name]))
    first, last = days["first_day"], days["last_day"]
    if first and last and first > last:
        yield _fault(number, "last_day", wording.days_reversed())


def _draft(number: int, cells: dict[str, str], known: Known) -> Draft:
    first = read_day(cells["first_day"])
    assert first is not None  # noqa: S101 - a row without it has a fault
    return Draft(
        row=number, sign_in_name=cells["sign_in_name"].lower(), full_name=" ".join(cells["full_name"].split()),
        agency=known.agencies[names.fold(cells["agency"])], post=" ".join(cells["post"].split()),
        rank=RANKS[names.fold(cells["rank"])], first_day=first, last_day=read_day(cells.get("last_day", "")),
        role=ROLES.get(names.fold(cells.get("role", ""))), basis=cells.get("basis", ""),
    )  # fmt: skip


def _faults_between(drafts: Sequence[Draft], known: Known) -> Iterator[Fault]:
    """Find what rows are wrong together or with what is here: two people of one name, two heads on one day."""
    first_of: dict[str, Draft] = {}
    heads: dict[str, list[Draft]] = {}
    for draft in drafts:
        same = first_of.setdefault(draft.sign_in_name, draft)
        if same.full_name != draft.full_name:
            yield _fault(draft.row, "sign_in_name", wording.name_twice(draft.sign_in_name, same.row))
        elif same is not draft and (same.agency, same.post) == (draft.agency, draft.post):
            yield _fault(draft.row, "post", wording.row_twice(same.row))
        if draft.rank != Post.Rank.HEAD:
            continue
        for other in heads.setdefault(draft.agency, []):
            if draft.meets(other.first_day, other.last_day):
                yield _fault(draft.row, "rank", wording.two_heads(other.full_name))
        for first, last, name in known.heads.get(draft.agency, ()):
            if draft.meets(first, last):
                yield _fault(draft.row, "rank", wording.two_heads(name))
        heads[draft.agency].append(draft)


def _fault(number: int, name: str, words: str) -> Fault:
    return Fault(row=number, column=FIELDS[name], words=words)


def pattern() -> bytes:
    """Give an empty list with its headings and, on a second sheet, the words for rank and role."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet, words = book.add_worksheet("Tài khoản"), book.add_worksheet("Cách ghi")
        head = book.add_format({"bold": True, "bottom": 2})
        text = book.add_format({"num_format": "@"})
        for place, heading in enumerate(FIELDS.values()):
            sheet.write_string(0, place, heading, head)
            sheet.set_column(place, place, 24, text)
        columns: dict[str, list[str]] = {
            FIELDS["rank"]: [str(rank.label) for rank in RANKS.values()],
            FIELDS["role"]: [str(role.label) for role in ROLES.values()],
        }
        for place, (heading, choices) in enumerate(columns.items()):
            words.write_string(0, place, heading, head)
            words.set_column(place, place, 30)
            for row, choice in enumerate(choices, 1):
                words.write_string(row, place, choice)
        sheet.freeze_panes(1, 0)
    return out.getvalue()
