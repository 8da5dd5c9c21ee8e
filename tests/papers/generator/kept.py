"""Text whose columns stand: tabs, pipes, or two and more blanks between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from random import Random

from papers.generator.frame import Frame
from papers.generator.metrics import characters, widest, wrap
from papers.generator.sheet import Plan, TrueRow, TrueSection

_ROOM = {
    "text": (34, 64),
    "lead": (13, 24),
    "cooperating": (13, 24),
    "time": (9, 14),
    "product": (11, 20),
    "target": (11, 18),
    "notes": (9, 14),
}


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """How the columns are kept apart and how sections and headings look."""

    outer_pipes: bool
    rule_line: bool
    bold: bool
    section_form: str
    header_every: int
    blank_between: bool
    line_break: str


def make_drawing(random: Random, **fixed: object) -> Drawing:
    """Decide how the table is drawn; what is given in `fixed` stays. `header_every` 0 means only once."""
    drawing = Drawing(
        outer_pipes=random.random() < 0.6,
        rule_line=random.random() < 0.7,
        bold=random.random() < 0.3,
        section_form=random.choice(("row", "row", "dotted", "two lines")),
        header_every=random.choice((0, 0, 0, 12, 17)),
        blank_between=random.random() < 0.5,
        line_break=" ",
    )
    return replace(drawing, **{name: value for name, value in fixed.items() if value is not None})  # type: ignore[arg-type]


def draw(
    random: Random, layout: str, plan: Plan, sections: tuple[TrueSection, ...], frame: Frame, drawing: Drawing
) -> tuple[str, dict[str, int]]:
    """Draw the directive with its columns standing; give the text and where each row begins in it."""
    makers = {"tabs": _Tabs, "pipes": _Pipes, "spaces": _Spaces}
    table = makers[layout](random, plan, sections, drawing)
    lines = _Lines()
    lines.paragraphs(frame.before)
    lines.paragraphs(frame.heading)
    if plan.sections != "addressee":
        lines.add(table.header())
    for section in sections:
        _draw_section(table, lines, section, plan, drawing)
    lines.blank()
    lines.paragraphs(frame.after)
    return "\n".join(lines.lines) + "\n", lines.starts


def _draw_section(table: _Table, lines: _Lines, section: TrueSection, plan: Plan, drawing: Drawing) -> None:
    if section.addressee:
        lines.blank()
        lines.add([f"{section.number}. {section.printed}", ""])
        lines.add(table.header())
    elif section.number:
        lines.add(table.group(section))
    for index, row in enumerate(section.rows):
        if drawing.header_every and index and index % drawing.header_every == 0:
            lines.blank()
            lines.add(table.header())
        lines.add(table.row(row), row.ref)


class _Lines:
    """The lines of the text so far, and the offset at which each row begins."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.starts: dict[str, int] = {}
        self._length = 0

    def add(self, lines: Iterable[str], ref: str | None = None) -> None:
        for index, line in enumerate(lines):
            if ref and index == 0:
                self.starts[ref] = self._length
            self.lines.append(line)
            self._length += len(line) + 1

    def blank(self) -> None:
        if self.lines and self.lines[-1]:
            self.add([""])

    def paragraphs(self, paragraphs: Iterable[str]) -> None:
        for paragraph in paragraphs:
            self.add([paragraph, ""])


class _Table:
    """What all three drawings share."""

    def __init__(self, random: Random, plan: Plan, sections: tuple[TrueSection, ...], drawing: Drawing) -> None:
        self.random, self.plan, self.drawing = random, plan, drawing
        self.roles = ("ordinal", *plan.columns)

    def header(self) -> list[str]:
        """Draw the heading row."""
        return self.cells([(self.plan.headings[role],) for role in self.roles])

    def row(self, row: TrueRow) -> list[str]:
        """Draw one task."""
        return self.cells(
            [(row.ordinal,), *(row.paragraphs.get(role) or (row.cells[role],) for role in self.plan.columns)]
        )

    def group(self, section: TrueSection) -> list[str]:
        """Draw the heading of a section: as a row, as "I. TITLE" or as a number with the title on the next line."""
        words = (section.printed, section.aims) if section.aims else (section.printed,)
        if self.drawing.section_form == "dotted":
            return ["", f"{section.number}. {words[0]}", *words[1:]]
        if self.drawing.section_form == "two lines":
            return ["", section.number, *words]
        return self.group_row(section.number, words)

    def group_row(self, number: str, words: tuple[str, ...]) -> list[str]:
        """Draw a section heading as a row of the table, its words in the text column."""
        place = self.plan.columns.index("text")
        empty: list[tuple[str, ...]] = [("",) for _ in self.plan.columns]
        empty[place] = words
        return self.cells([(number,), *empty])

    def cells(self, cells: list[tuple[str, ...]]) -> list[str]:
        """Draw cells, each given as its paragraphs."""
        raise NotImplementedError


class _Tabs(_Table):
    def cells(self, cells: list[tuple[str, ...]]) -> list[str]:
        return ["\t".join(self.drawing.line_break.join(paragraphs) for paragraphs in cells)]


class _Pipes(_Table):
    def header(self) -> list[str]:
        mark = "**" if self.drawing.bold else ""
        lines = self.cells([(f"{mark}{self.plan.headings[role]}{mark}",) for role in self.roles])
        if self.drawing.rule_line:
            dashes = "|".join("---" for _ in self.roles)
            lines.append(f"|{dashes}|" if self.drawing.outer_pipes else dashes)
        return lines

    def cells(self, cells: list[tuple[str, ...]]) -> list[str]:
        words = " | ".join(self.drawing.line_break.join(paragraphs) for paragraphs in cells)
        return [f"| {words} |" if self.drawing.outer_pipes else words]


class _Spaces(_Table):
    def __init__(self, random: Random, plan: Plan, sections: tuple[TrueSection, ...], drawing: Drawing) -> None:
        super().__init__(random, plan, sections, drawing)
        self.gap = random.choice((2, 2, 3, 4))
        self.widths = [6.0]
        for role in plan.columns:
            texts = [row.cells[role] for section in sections for row in section.rows]
            least = widest([*texts, plan.headings[role]], characters)
            self.widths.append(max(float(random.randint(*_ROOM[role])), least))

    def header(self) -> list[str]:
        lines = super().header()
        if self.drawing.rule_line:
            gap = " " * self.gap
            lines.append(gap.join("-" * int(width) for width in self.widths))
        return lines

    def group_row(self, number: str, words: tuple[str, ...]) -> list[str]:
        width = sum(self.widths[1:]) + self.gap * (len(self.widths) - 2)
        wrapped = wrap(words, width, characters)
        lead = number.ljust(int(self.widths[0]) + self.gap)
        lines = [(lead if index == 0 else " " * len(lead)) + line.text for index, line in enumerate(wrapped)]
        return self._spaced(lines)

    def cells(self, cells: list[tuple[str, ...]]) -> list[str]:
        wrapped = [wrap(cell, width, characters) for cell, width in zip(cells, self.widths, strict=True)]
        lines = []
        for index in range(max(len(cell) for cell in wrapped)):
            texts = [cell[index].text if index < len(cell) else "" for cell in wrapped]
            padded = (text.ljust(int(width) + self.gap) for text, width in zip(texts, self.widths, strict=True))
            lines.append("".join(padded).rstrip())
        return self._spaced(lines)

    def _spaced(self, lines: list[str]) -> list[str]:
        return [*lines, ""] if self.drawing.blank_between else lines
