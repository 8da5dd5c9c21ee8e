"""Tables whose columns stand, from any format: rows of cells and the lines between them become rows of tasks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from dondoc.papers.reading.columns import (
    is_column_numbers,
    is_second_heading,
    roles_of_content,
    roles_of_heading,
    unread_headings,
    years_of,
)
from dondoc.papers.reading.forms import Cell, GridRow, Line, Role, Section, TaskRow
from dondoc.papers.reading.lines import joined

NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,2})*[a-zđ]?)[.)]?")
GROUP_NUMBER = re.compile(r"([IVXLC]{1,7}|[A-HĐ]|\d{1,3})[.)]?")
# A heading between tables: a number with its title in capitals, or a Roman numeral or letter with a title.
HEADING = re.compile(
    r"(?:(\d{1,3})[.)]\s+|([IVXLC]{1,7})[.):]?\s+|([A-HĐ])[.):]\s+|(?:MỤC|PHẦN|Mục|Phần)\s+([IVXLC]+|\d{1,2}|[A-H])[.:]?\s+)(\S.*)"
)


LONE_NUMBER = re.compile(r"(?:[IVXLC]{1,7}|[A-HĐ])[.)]?")


def heading_of(line: Line) -> Section | None:
    """Give the group a line between rows begins: a numbered title in capitals, or a Roman or lettered title."""
    match = HEADING.fullmatch(line.text)
    if not match:
        return None
    digits, romans, letter, part, title = match.groups()
    if digits and not _in_capitals(title):
        return None
    if len(title) > 250 or title.endswith(";"):
        return None
    return Section(
        number=digits or romans or letter or part, title=title.strip(), start=line.start, end=line.end, line=line.number
    )


def titled(number: Line, title: Line) -> Section:
    """Make a group from a number on a line of its own and the title below it."""
    return Section(
        number=number.text.rstrip(".)"), title=title.text, start=number.start, end=title.end, line=number.number
    )


def _in_capitals(title: str) -> bool:
    letters = [char for char in re.sub(r"\([^()]*\)", "", title) if char.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


@dataclass(slots=True)
class _Open:
    """The row being read: it may go on in rows without a number."""

    ordinal: str | None
    cells: dict[Role, list[Cell]]
    start: int
    end: int
    line: int
    section: Section | None
    torn: bool = False
    yearly: list[tuple[int, Cell]] = field(default_factory=list)


@dataclass(slots=True)
class TableReader:
    """Reads rows of cells and the lines between them in order; gives rows of tasks at the end.

    Feed `row` and `between` in the order of the document, then take `finish()`.
    """

    roles: tuple[Role, ...] | None = None
    section: Section | None = None
    rows: list[TaskRow] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    headings: int = 0
    unread: tuple[str, ...] = ()
    years: dict[int, int] = field(default_factory=dict)
    _above: tuple[str, ...] = ()
    _open: _Open | None = None
    _number: Line | None = None
    _waiting: list[GridRow] = field(default_factory=list)

    def between(self, line: Line) -> None:
        """Take a line that stands outside the rows: the heading of a group, or nothing of ours."""
        number, self._number = self._number, None
        if number is not None and line.blanks <= number.blanks + 1 and not GROUP_NUMBER.fullmatch(line.text):
            section: Section | None = titled(number, line)
        else:
            section = heading_of(line)
        if section is None and LONE_NUMBER.fullmatch(line.text):
            self._number = line
        if section is not None:
            self._close()
            self._enter(section)

    def row(self, row: GridRow) -> None:
        """Take one row of cells: a heading, a group, a row of tasks, or the continuation of one."""
        texts = [cell.text for cell in row.cells]
        if self._above and is_second_heading(self._above, texts):
            texts = [below or above for above, below in zip_longest(self._above, texts, fillvalue="")]
        years = years_of(texts)
        roles = roles_of_heading(["" if place in years else text for place, text in enumerate(texts)])
        self._above = tuple(texts) if roles is not None else ()
        if roles is not None:
            self.headings += 1
            # A heading repeated on the next page must not end the row that was torn there.
            if roles != self.roles:
                self._close()
                self.roles, self.years = roles, years
                self.unread = unread_headings(
                    ["" if place in years else text for place, text in enumerate(texts)], roles
                )
            return
        if is_column_numbers(texts) and self.headings:
            return
        if self.roles is None:
            self._waiting.append(row)
            return
        self._content(row)

    def finish(self) -> list[TaskRow]:
        """Give the rows read; a table without any heading is read by what its columns hold."""
        if self._waiting and self.roles is None:
            self.roles = roles_of_content([[cell.text for cell in row.cells] for row in self._waiting])
            for row in self._waiting if self.roles else ():
                self._content(row)
        self._close()
        return self._grouped()

    def _grouped(self) -> list[TaskRow]:
        """Take "1 | Chuyển đổi số" as the group of 1.1, 1.2, … where no other groups are: such a row asks nothing."""
        out: list[TaskRow] = []
        group: Section | None = None
        for row, following in zip_longest(self.rows, self.rows[1:]):
            below = f"{row.ordinal}."
            heads = set(row.cells) == {Role.TEXT} and following and (following.ordinal or "").startswith(below)
            if row.section is None and row.ordinal and heads:
                title = row.cell(Role.TEXT).text
                group = Section(number=row.ordinal, title=title, start=row.start, end=row.end, line=row.line)
                self.sections.append(group)
                continue
            inside = group and row.section is None and (row.ordinal or "").startswith(f"{group.number}.")
            out.append(replace(row, section=group) if inside else row)
        return out

    def _content(self, row: GridRow) -> None:
        cells = self._by_role(row)
        ordinal = cells.get(Role.ORDINAL)
        number = NUMBER.fullmatch(ordinal.text) if ordinal else None
        if self._is_group(row, cells, numbered=number is not None):
            return
        if number or (Role.ORDINAL not in (self.roles or ()) and cells.get(Role.TEXT)):
            self._close()
            self._begin(row, cells, number.group(1) if number else None)
        elif self._open is not None and not (ordinal and ordinal.filled):
            self._extend(row, cells)
        elif cells.get(Role.TEXT):
            self._close()
            self._begin(row, cells, ordinal.text if ordinal and ordinal.filled else None)

    def _by_role(self, row: GridRow) -> dict[Role, Cell]:
        roles = self.roles or ()
        found: dict[Role, Cell] = {}
        for role, cell in zip(roles, row.cells, strict=False):
            if cell.filled and role not in found:
                found[role] = cell
        return found

    def _is_group(self, row: GridRow, cells: dict[Role, Cell], *, numbered: bool) -> bool:
        """Take a row as a group: few filled cells, and its number Roman, lettered or missing."""
        filled = [cell for cell in row.cells if cell.filled]
        if numbered and not (len(filled) == 2 and _in_capitals(filled[1].text)):
            return False
        ordinal = cells.get(Role.ORDINAL)
        rest = [cell for cell in filled if cell is not ordinal]
        others = {role for role in cells if role not in (Role.ORDINAL, Role.TEXT)}
        if len({cell.text for cell in rest}) != 1 or (others and Role.TEXT in cells):
            return False
        title = rest[0].text
        group = GROUP_NUMBER.fullmatch(ordinal.text) if ordinal else None
        joined = re.match(r"([IVXLC]{1,7}|[A-HĐ])[.)]\s+(.*)", title)
        if not group and joined:
            number, title = joined.group(1), joined.group(2)
        elif group:
            number = group.group(1)
        elif ordinal is None and _in_capitals(title) and Role.ORDINAL in (self.roles or ()):
            number = ""
        else:
            return False
        self._close()
        self._enter(Section(number=number, title=title, start=row.start, end=row.end, line=row.line))
        return True

    def _enter(self, section: Section) -> None:
        self.section = section
        self.sections.append(section)

    def _begin(self, row: GridRow, cells: dict[Role, Cell], ordinal: str | None) -> None:
        self._open = _Open(
            ordinal,
            {role: [cell] for role, cell in cells.items() if role is not Role.ORDINAL},
            row.start,
            row.end,
            row.line,
            self.section,
            yearly=self._yearly(row),
        )

    def _yearly(self, row: GridRow) -> list[tuple[int, Cell]]:
        return [(self.years[at], cell) for at, cell in enumerate(row.cells) if at in self.years and cell.filled]

    def _extend(self, row: GridRow, cells: dict[Role, Cell]) -> None:
        assert self._open is not None  # noqa: S101 - the caller has seen to it
        for role, cell in cells.items():
            self._open.cells.setdefault(role, []).append(cell)
        self._open.end = row.end
        self._open.torn = True

    def _close(self) -> None:
        if self._open is None:
            return
        row, self._open = self._open, None
        if not row.cells.get(Role.TEXT):
            return
        self.rows.append(
            TaskRow(
                section=row.section,
                ordinal=row.ordinal,
                cells={role: join_cells(cells) for role, cells in row.cells.items()},
                start=row.start,
                end=row.end,
                line=row.line,
                torn=row.torn,
                unread=self.unread,
                yearly=tuple(row.yearly),
            )
        )
        self.unread = ()


def join_cells(cells: Iterable[Cell]) -> Cell:
    """Join the pieces of one cell, with the places they came from."""
    pieces = tuple(cells)
    lines = tuple(line for piece in pieces for line in piece.lines or (piece.text,) if line)
    return Cell(
        joined(piece.text for piece in pieces),
        tuple(span for piece in pieces for span in piece.spans),
        lines if any(piece.lines for piece in pieces) else (),
    )
