"""Where rows and groups of rows begin in a broken table: by the number that must come next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from dondoc.papers.reading.forms import Line, Section
from dondoc.papers.reading.lines import joined
from dondoc.rules.numbers import from_roman

ORDINAL = re.compile(r"(\d{1,3})([.)]?)(?=\s|$)")
ROMAN = re.compile(r"([IVXLC]{1,7})([.)]?)(?=\s|$)")
LETTER = re.compile(r"([A-HĐ])([.)]?)(?=\s|$)")
HEADED = re.compile(r"(\d{1,3})\.\s+(.+)$")
BEGINS_ROW = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ0-9“\"(\[+•-]")
AIMS = re.compile(r"(?:\(?(?:Kết quả )?[Nn]ăm 20\d\d\b|Mục tiêu|Chỉ tiêu|Phấn đấu|\(Mục tiêu)")
# A Roman numeral on a line of its own may end a name: "Kho bạc Nhà nước khu vực / VI".
NUMBERED_NAME = re.compile(
    r"(?:khu vực|[Vv]ùng|[Qq]uân khu|loại|hạng|khóa|thứ|(?<![Hh]ằng )(?<![Hh]àng )[Qq]uý|đợt|lớp|cấp|mức|nhóm)$"
)
NEAR = 30
"""A group begins only if its first row follows within so many lines."""


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

    def _row(self, index: int) -> int:
        line = self.lines[index]
        match = ORDINAL.match(line.text)
        if not match or not (self._is_next(match.group(1)) or self._skips(match.group(1), index)):
            return 0
        rest = line.text[match.end() :].strip()
        if rest and not BEGINS_ROW.match(rest):
            return 0
        if not rest and not self._goes_on(index):
            return 0
        if self.expected == 1 and match.group(1).startswith("0"):
            self.leading_zero = True
        self.strips.append(Strip(self.section, match.group(1), [line]))
        self.expected += 1
        return 1

    def _is_next(self, digits: str) -> bool:
        """Tell whether printed digits are the number that must come next; "06" is not 6 where rows read 5."""
        number = int(digits)
        shows_zeros = number == 1 and digits.startswith("0")
        return number == self.expected and (self._fits(digits) or shows_zeros)

    def _skips(self, digits: str, index: int) -> bool:
        """Tell whether a number stands for the row after one whose number was lost: it must be followed by the next."""
        number = int(digits)
        if number != self.expected + 1 or not self._fits(digits) or not self.strips or len(self.strips[-1].lines) < 6:
            return False
        for line in self.lines[index + 1 : index + 1 + 4 * NEAR]:
            match = ORDINAL.match(line.text)
            if match and int(match.group(1)) in (number - 1, number + 1):
                if int(match.group(1)) == number + 1 and self._fits(match.group(1)):
                    self.expected = number
                    return True
                return False
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
        first = self._number_at(after)
        if len(self.sections) > 1:
            self.restarts = first == 1
        self.expected = first
        return after - index

    def _group_number(self, line: Line) -> tuple[str | None, str]:
        order = len(self.sections) + 1
        match = ROMAN.match(line.text)
        if match and from_roman(match.group(1)) == order:
            return match.group(1), line.text[match.end() :].strip()
        letter = LETTER.match(line.text)
        if letter and "ABCDEFGH".find(letter.group(1)) == order - 1:
            return letter.group(1), line.text[letter.end() :].strip()
        headed = HEADED.match(line.text)
        if headed and headed.group(2) == headed.group(2).upper() and len(headed.group(2)) > 5:
            return headed.group(1), headed.group(2)
        return None, ""

    def _first_row(self, index: int) -> int | None:
        """Give the line on which the group's first row begins, None if none follows soon."""
        for at in range(index + 1, min(index + 1 + NEAR, len(self.lines))):
            match = ORDINAL.match(self.lines[at].text)
            if match and self._may_begin(int(match.group(1))):
                rest = self.lines[at].text[match.end() :].strip()
                if not rest or BEGINS_ROW.match(rest):
                    return at
        return None

    def _may_begin(self, number: int) -> bool:
        """Tell whether a group's first row may bear a number: 1, or the next where groups do not count anew."""
        return number == 1 or (number == self.expected and self.restarts is not True)

    def _number_at(self, index: int) -> int:
        match = ORDINAL.match(self.lines[index].text)
        return int(match.group(1)) if match else 1


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
