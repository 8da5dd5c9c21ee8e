"""The intermediate form of every format: lines and blocks of text, tables of rows and cells, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a column of a table of tasks means."""

    ORDINAL = "ordinal"
    TEXT = "text"
    LEAD = "lead"
    COOPERATING = "cooperating"
    TIME = "time"
    TARGET = "target"
    UNIT = "unit"
    PRODUCT = "product"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text: its words without the blanks around, and its offsets in code points.

    `blanks` counts the empty lines before it; `page` counts form feeds and gaps that stand for page breaks, from 0.
    """

    text: str
    start: int
    end: int
    number: int
    blanks: int
    page: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text as read, from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of one cell, broken lines joined, and the stretches they came from.

    `lines` are its lines where the document itself breaks them, empty where it does not: one agency may stand on each.
    """

    text: str
    spans: tuple[Span, ...] = ()
    lines: tuple[str, ...] = ()

    @property
    def filled(self) -> bool:
        """Tell whether the cell holds anything."""
        return bool(self.text)


EMPTY = Cell("")


@dataclass(frozen=True, kw_only=True)
class TaskRow:
    """A row of a table of tasks after its columns are known: cells by role and how sure the cut is.

    `margins` gives for each role by how much the second-best reading was worse (None: not in question);
    `yearly` the cells of columns that hold the targets of one year each; `unread` the headings of the table's
    columns nobody knows what to do with, in its first row only.
    """

    section: Section | None
    ordinal: str | None
    cells: dict[Role, Cell]
    start: int
    end: int
    line: int
    torn: bool = False
    margins: dict[Role, float] = field(default_factory=dict)
    unread: tuple[str, ...] = ()
    yearly: tuple[tuple[int, Cell], ...] = ()
    page: int | None = None
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()

    def cell(self, role: Role) -> Cell:
        """Give the cell of a role, empty where the table has no such column."""
        return self.cells.get(role, EMPTY)


@dataclass(frozen=True, kw_only=True)
class Section:
    """A group of rows: its number and title as printed, and the words below the title that are no task."""

    number: str
    title: str
    start: int
    end: int
    line: int
    aims: str = ""

    @property
    def printed(self) -> str:
        """Give number and title in one line."""
        return f"{self.number}. {self.title}".strip() if self.number else self.title


@dataclass(frozen=True, kw_only=True)
class GridRow:
    """One row of a table with standing columns; `line` is where it begins."""

    cells: tuple[Cell, ...]
    start: int
    end: int
    line: int
