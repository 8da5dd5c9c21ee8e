"""Where rows and groups of rows begin in a broken table: by the number that must come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.papers.reading.forms import Line, Section
from dondoc.papers.reading.lines import joined
from dondoc.rules.numbers import from_roman

ORDINAL = re.compile(r"(\d{1,3})([.)]?)(?=\s|$)")
DOTTED = re.compile(r"(\d{1,2})\.(\d{1,3})([.)]?)(?=\s|$)")
"""The second row of the third group may be numbered 3.2."""
ROMAN = re.compile(r"([IVXLC]{1,7})([.)]?)(?=\s|$)")
LETTER = re.compile(r"([A-HĐ])([.)]?)(?=\s|$)")
HEADED = re.compile(r"(\d{1,3})\.\s+(.+)$")
BEGINS_ROW = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ0-9“\"(\[+•-]")
AIMS = re.compile(r"(?:\(?(?:Kết quả )?[Nn]ăm 20\d\d\b|Mục tiêu|Chỉ tiêu|Phấn đấu|\(Mục tiêu)")
# A Roman numeral on a line of its own may end a name: "Kho bạc Nhà nước khu vực / VI".
NUMBERED_NAME = re.compile(
    r"(?:khu vực|[Vv]ùng|[Qq]uân khu|loại|hạng|khóa|thứ|(?<![Hh]ằng )(?<![Hh]àng )[Qq]uý|đợt|lớp|cấp|mức|nhóm)$"
)
MOST_TITLE = 4
"""A row with a plain number has more lines than so many before its parts are numbered; the title of a group has not."""
NEAR = 30
"""A group begins only if its first row follows within so many lines."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number a line begins with: as printed, the digits that count rows, and its part, 3 in 3.2, 0 in a plain one."""

    printed: str
    digits: str
    part: int
    rest: str

    @property
    def value(self) -> int:
        """Give the number a row has within its group."""
        return int(self.digits)


@dataclass(slots=True)
class Strip:
    """The lines of one row: its section, its number as printed, and how many words of its first line that takes."""

    section: Section | None
    ordinal: str
    lines: list[Line] = field(default_factory=list)
    skip: int = 1


class RowFinder:
    """Walks the lines below a heading and cuts them into rows and groups."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.strips: list[Strip] = []
        self.sections: list[Section] = []
        self.section: Section | None = None
        self.expected = 1
        self.leading_zero = False
        self.restarts: bool | None = None
        self.dotted = is_dotted(lines)
        self.part = 0

    def find(self) -> list[Strip]:
        """Give the rows in order; lines before the first row belong to none."""
        index = 0
        while index < len(self.lines):
            taken = self._group(index) or self._row(index)
            if taken:
                index += taken
            else:
                if self.strips and self.strips[-1].section is self.section:
                    self.strips[-1].lines.append(self.lines[index])
                index += 1
        return self.strips

    def _number(self, index: int) -> Number | None:
        """Give the number of a row a line may begin with, of the kind this table numbers its rows with."""
        words = self.lines[index].text
        match = (DOTTED if self.dotted else ORDINAL).match(words)
        if not match:
            return None
        rest = words[match.end() :].strip()
        if rest and not BEGINS_ROW.match(rest):
            return None
        if self.dotted:
            return Number(f"{match.group(1)}.{match.group(2)}", match.group(2), int(match.group(1)), rest)
        return Number(match.group(1), match.group(1), 0, rest)

    def _row(self, index: int) -> int:
        number = self._number(index)
        if number is None or not (self._is_next(number) or self._skips(number, index)):
            return 0
        if not number.rest and not self._goes_on(index):
            return 0
        if self.expected == 1 and number.digits.startswith("0"):
            self.leading_zero = True
        self.strips.append(Strip(self.section, number.printed, [self.lines[index]]))
        self.expected, self.part = number.value + 1, number.part
        return 1

    def _is_next(self, number: Number) -> bool:
        """Tell whether a number is the one that must come next; "06" is not 6 where rows read 5."""
        if number.part == self.part + 1:
            return number.value == 1
        shows_zeros = number.value == 1 and number.digits.startswith("0")
        fits = self._fits(number.digits) or shows_zeros
        return number.value == self.expected and number.part == self.part and fits

    def _skips(self, number: Number, index: int) -> bool:
        """Tell whether a number stands for the row after one whose number was lost: it must be followed by the next."""
        if number.value != self.expected + 1 or number.part != self.part or not self._fits(number.digits):
            return False
        if not self.strips or len(self.strips[-1].lines) < 6:
            return False
        for at in range(index + 1, min(index + 1 + 4 * NEAR, len(self.lines))):
            after = self._number(at)
            if after and after.part == self.part and after.value in (number.value - 1, number.value + 1):
                return after.value == number.value + 1 and self._fits(after.digits)
        return False

    def _fits(self, digits: str) -> bool:
        return digits.startswith("0") == (self.leading_zero and int(digits) < 10)

    def _goes_on(self, index: int) -> bool:
        """Tell whether a number alone on its line is followed by what can begin a row."""
        following = self.lines[index + 1 : index + 2]
        return bool(following) and bool(BEGINS_ROW.match(following[0].text))

    def _group(self, index: int) -> int:
        """Take a group's number, title and aims if one begins here: give how many lines, 0 for none."""
        line = self.lines[index]
        number, rest = self._group_number(line)
        before = " ".join(each.text for each in self.lines[max(0, index - 2) : index])
        if number is None or (not rest and NUMBERED_NAME.search(before)):
            return 0
        after = self._first_row(index)
        if after is None:
            return 0
        if not rest and index + 1 < len(self.lines) and not BEGINS_ROW.match(self.lines[index + 1].text):
            return 0
        self.section = make_section(number, rest, line, self.lines[index + 1 : after])
        self.sections.append(self.section)
        first = self._number(after)
        self.expected = first.value if first else 1
        if len(self.sections) > 1:
            self.restarts = self.expected == 1
        return after - index

    def _group_number(self, line: Line) -> tuple[str | None, str]:
        order = len(self.sections) + 1
        match = ROMAN.match(line.text)
        if match and from_roman(match.group(1)) == order:
            return match.group(1), line.text[match.end() :].strip()
        letter = LETTER.match(line.text)
        if letter and "ABCDEFGH".find(letter.group(1)) == order - 1:
            return letter.group(1), line.text[letter.end() :].strip()
        plain = ORDINAL.match(line.text)
        if self.dotted and plain and int(plain.group(1)) == self.part + 1:
            return plain.group(1), line.text[plain.end() :].strip()
        headed = HEADED.match(line.text)
        if headed and headed.group(2) == headed.group(2).upper() and len(headed.group(2)) > 5:
            return headed.group(1), headed.group(2)
        return None, ""

    def _first_row(self, index: int) -> int | None:
        """Give the line on which the group's first row begins, None if none follows soon."""
        for at in range(index + 1, min(index + 1 + NEAR, len(self.lines))):
            number = self._number(at)
            if number and self._may_begin(number):
                return at
        return None

    def _may_begin(self, number: Number) -> bool:
        """Tell whether a group's first row may bear a number: 1, or the next where groups do not count anew."""
        if self.dotted:
            return number.value == 1 and number.part == self.part + 1
        return number.value == 1 or (number.value == self.expected and self.restarts is not True)


def is_dotted(lines: Sequence[Line]) -> bool:
    """Tell whether rows are numbered 1.1, 1.2, 2.1: then plain numbers number groups, and have nothing but a title."""
    dotted = [(index, match.group()) for index, line in enumerate(lines) if (match := DOTTED.match(line.text))]
    if not dotted or dotted[0][0] > NEAR or "1.1" not in dotted[0][1] or not any("1.2" in each for _, each in dotted):
        return False
    before = lines[: dotted[0][0]]
    plain = next((index for index, line in enumerate(before) if ORDINAL.match(line.text)), None)
    return plain is None or dotted[0][0] - plain <= MOST_TITLE


def make_section(number: str, rest: str, line: Line, following: Sequence[Line]) -> Section:
    """Make a section from its number, the rest of that line, and the lines before its first row: title, then aims."""
    texts = [*([rest] if rest else []), *(each.text for each in following)]
    border = next((i for i, text in enumerate(texts) if i and AIMS.match(text)), len(texts))
    end = following[-1].end if following else line.end
    return Section(
        number=number,
        title=joined(texts[:border]),
        start=line.start,
        end=end,
        line=line.number,
        aims=joined(texts[border:]),
    )
