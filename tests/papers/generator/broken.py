"""Text whose columns are lost: a table is set, cut into pages and taken out cell by cell, as from a PDF.

The physics follow what was measured on a real plan: proportional widths, greedy wrapping, cells centred in
their row (the next piece on the same baseline is glued on, one less than 0.7 of a line away comes after a
single newline), rows torn by pages with only full cells going on, blanks at line ends except after a hyphen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from papers.generator.frame import Frame
from papers.generator.metrics import Line, times, widest, wrap
from papers.generator.sheet import Plan, TrueRow, TrueSection

_ROOM = {
    "text": (14.0, 26.0),
    "lead": (4.3, 8.0),
    "cooperating": (4.3, 8.0),
    "time": (3.0, 5.0),
    "product": (4.0, 7.0),
    "target": (4.0, 7.0),
    "notes": (3.5, 5.0),
}


@dataclass(frozen=True, kw_only=True)
class Setting:
    """How the document is set and taken out."""

    doubled: bool
    trailing: bool
    middle: bool
    page_lines: int
    form_feed: bool
    page_numbers: bool
    running_head: bool
    repeat_header: bool
    tear: bool
    wide_groups: bool
    number_form: str


@dataclass(frozen=True, kw_only=True)
class Taken:
    """The text taken out, where each row's ordinal stands in it, and which rows a page has torn."""

    text: str
    starts: dict[str, int]
    torn: frozenset[str]


def make_setting(random: Random, **fixed: object) -> Setting:
    """Decide how a document is set; what is given in `fixed` stays. `page_lines` 0 means no pages."""
    setting = Setting(
        doubled=random.random() < 0.6,
        trailing=random.random() < 0.6,
        middle=random.random() < 0.7,
        page_lines=random.choice((0, 32, 36, 40, 46)),
        form_feed=random.random() < 0.3,
        page_numbers=random.random() < 0.2,
        running_head=random.random() < 0.1,
        repeat_header=random.random() < 0.25,
        tear=random.random() < 0.85,
        wide_groups=random.random() < 0.4,
        number_form=random.choice(("I", "I", "I.")),
    )
    return replace(setting, **{name: value for name, value in fixed.items() if value is not None})  # type: ignore[arg-type]


def take_out(random: Random, plan: Plan, sections: tuple[TrueSection, ...], frame: Frame, setting: Setting) -> Taken:
    """Set the directive with lost columns and take its text out."""
    press = _Press(random, plan, sections, setting)
    body = 36.0 + 8 * random.random()
    for paragraph in frame.before:
        press.prose(paragraph, body)
    if frame.heading:
        press.new_page()
        for paragraph in frame.heading:
            press.prose(paragraph, body)
    press.header()
    for section in sections:
        press.section(section)
    for paragraph in frame.after:
        press.prose(paragraph, body)
    return press.taken()


class _Press:
    """Sets lines on pages and writes them down in the order an extractor meets them."""

    def __init__(self, random: Random, plan: Plan, sections: tuple[TrueSection, ...], setting: Setting) -> None:
        self.random, self.plan, self.setting = random, plan, setting
        self.widths = _widths(random, plan, sections)
        self.parts: list[str] = []
        self.length, self.left, self.page = 0, setting.page_lines or 10**9, 1
        self.last: Line | None = None
        self.starts: dict[str, int] = {}
        self.torn: set[str] = set()

    def taken(self) -> Taken:
        """Close the text and give it."""
        self._put(self._end("far")[:-1] + "\n" if self.last else "")
        return Taken(text="".join(self.parts), starts=self.starts, torn=frozenset(self.torn))

    def prose(self, paragraph: str, width: float) -> None:
        """Set a paragraph of the body over the whole width."""
        for line in wrap((paragraph,), width, times):
            if self.left < 1:
                self.new_page()
            self._write("far", line)
            self.left -= 1

    def header(self) -> None:
        """Set the heading row of the table."""
        words = [self.plan.headings[role] for role in ("ordinal", *self.plan.columns)]
        cells = [wrap((text,), width, times) for text, width in zip(words, self.widths, strict=True)]
        self._row(cells, None, tear=False)

    def section(self, section: TrueSection) -> None:
        """Set a section: its group row or heading, and its rows."""
        if section.addressee:
            self.prose(f"{section.number}. {section.printed}", 40.0)
            self.header()
        elif section.number:
            self._group(section)
        for row in section.rows:
            self._row(self._cells(row), row.ref, tear=self.setting.tear)

    def new_page(self) -> None:
        """Break the page: blank lines or a form feed, with page number, running head and header where there are any."""
        setting = self.setting
        if setting.page_lines == 0:
            return
        if setting.page_numbers:
            self._write("far", Line(text=str(self.page)))
        self.page, self.left = self.page + 1, setting.page_lines
        self._break = True
        if setting.running_head:
            self._write("page", Line(text="Phụ lục nhiệm vụ kèm theo văn bản của UBND tỉnh"))

    _break = False

    def _cells(self, row: TrueRow) -> list[list[Line]]:
        cells = [[Line(text=row.ordinal)]]
        for role, width in zip(self.plan.columns, self.widths[1:], strict=True):
            paragraphs = row.paragraphs.get(role) or (row.cells[role],)
            cells.append(wrap(paragraphs, width, times))
        return cells

    def _group(self, section: TrueSection) -> None:
        number = [Line(text=section.number + self.setting.number_form[1:])]
        rest = sum(self.widths[2:]) + 0.4 * len(self.widths[2:])
        aims = (section.aims,) if section.aims else ()
        if self.setting.wide_groups or self.plan.columns[0] != "text":
            title = wrap((section.printed, *aims), self.widths[1] + rest, times)
            self._row([number, title], None, tear=False)
        else:
            title = wrap((section.printed,), self.widths[1], times)
            self._row([number, title, wrap(aims, rest, times)], None, tear=False)

    def _row(self, cells: list[list[Line]], ref: str | None, *, tear: bool) -> None:
        height = max(len(cell) for cell in cells)
        if height > self.left and not (tear and self.left >= 1):
            self._next_table_page(ref)
        if height <= self.left or self.setting.page_lines == 0:
            self._fragment(cells, height, ref, middle=self.setting.middle)
            self.left -= height
            return
        room = self.left
        self._fragment([cell[:room] for cell in cells], room, ref, middle=self.setting.middle)
        self.torn |= {ref} if ref else set()
        self._next_table_page(ref)
        rest = [cell[room:] for cell in cells]
        self._row_rest(rest, ref)

    def _row_rest(self, rest: list[list[Line]], ref: str | None) -> None:
        """Set what is left of a torn row: every piece begins at the top; a very long row is torn again."""
        while any(rest):
            room = min(self.left, max(len(cell) for cell in rest))
            self._fragment([cell[:room] for cell in rest], room, None, middle=False)
            self.left -= room
            rest = [cell[room:] for cell in rest]
            if any(rest):
                self._next_table_page(ref)

    def _next_table_page(self, ref: str | None) -> None:
        self.new_page()
        if self.setting.repeat_header and ref:
            self.header()

    def _fragment(self, cells: list[list[Line]], height: int, ref: str | None, *, middle: bool) -> None:
        baseline: float | None = None
        for cell in cells:
            top = (height - len(cell)) / 2 if middle else 0.0
            if middle and self.random.random() < 0.03:
                top += 0.25
            for index, line in enumerate(cell):
                here = top + index
                self._write(_gap(baseline, here), line, ref if baseline is None else None)
                baseline = here

    def _write(self, gap: str, line: Line, ref: str | None = None) -> None:
        if self._break:
            gap, self._break = "page", False
        if self.last:
            self._put(self._end(gap))
        if ref:
            self.starts[ref] = self.length
        self._put(line.text)
        self.last = line

    def _end(self, gap: str) -> str:
        setting = self.setting
        if gap == "glued":
            return " "
        blank = " " if setting.trailing and self.last and not self.last.hyphen else ""
        if gap == "page":
            return blank + ("\n\f" if setting.form_feed else "\n" * self.random.choice((4, 4, 4, 5)))
        return blank + ("\n\n" if setting.doubled and gap == "far" else "\n")

    def _put(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)


def _gap(before: float | None, here: float) -> str:
    """Tell how the next piece follows: glued on the same baseline, near (below 0.7 line) or far."""
    if before is None:
        return "far"
    distance = abs(here - before)
    return "glued" if distance < 0.1 else "near" if distance < 0.7 else "far"


def _widths(random: Random, plan: Plan, sections: tuple[TrueSection, ...]) -> list[float]:
    """Choose column widths, none narrower than the longest word that stands in the column."""
    widths = [2.5]
    for role in plan.columns:
        texts = [row.cells[role] for section in sections for row in section.rows]
        texts.append(plan.headings[role])
        widths.append(max(random.uniform(*_ROOM[role]), widest(texts, times) + 0.05))
    return widths
