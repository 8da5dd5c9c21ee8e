"""What the columns of a table mean: from its headings in any order and wording, or from its content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.papers.reading.forms import Role
from dondoc.rules import names, schedules, targets

# Order matters: "Đơn vị phối hợp thực hiện" is cooperating although it holds "đơn vị … thực hiện".
HEADINGS: tuple[tuple[Role, str], ...] = (
    (Role.ORDINAL, r"(?:số\s*)?(?:tt|stt)\b|thứ tự|^số$|^#$"),
    (Role.COOPERATING, r"phối\s*hợp|tham gia|thẩm tra|cùng (?:làm|thực hiện)|hỗ trợ"),
    (
        Role.LEAD,
        r"chủ\s*trì|(?:cơ quan|đơn vị|nơi|bộ phận|địa phương)\s+(?:được giao|thực hiện|trình|"
        r"chịu trách nhiệm|đầu mối|thực thi|triển khai)|"
        r"(?:cơ quan|đơn vị) (?:tham mưu|phụ trách)|đầu mối|phân công|đơn vị chịu|trách nhiệm|"
        r"người thực hiện|^(?:các )?cơ quan$|^(?:cơ quan|đơn vị)[,/ ]+(?:đơn vị|địa phương|cơ quan)",
    ),
    (Role.PRODUCT, r"sản\s*phẩm|đầu\s*ra|^kết\s*quả"),
    (Role.TIME, r"thời\s*(?:gian|hạn|điểm)|tiến\s*độ|^hạn\b|kỳ hạn|hoàn\s*thành|^năm\b|lộ trình|định kỳ|tần suất"),
    (Role.PRODUCT, r"sản\s*phẩm|kết\s*quả|đầu\s*ra|hình thức văn bản"),
    (Role.UNIT, r"đơn\s*vị\s*tính|đvt\b|^đơn\s*vị$"),
    (Role.TARGET, r"chỉ\s*tiêu|mục\s*tiêu|định mức|mức (?:phấn đấu|đạt)|yêu cầu (?:đạt|cần đạt)|chỉ số"),
    (Role.OTHER, r"ghi\s*chú|căn\s*cứ|kinh phí|nguồn|lĩnh vực|theo dõi|hiện nay|hiện trạng|mã số|^mã\b|điểm"),
    (
        Role.TEXT,
        r"nhiệm\s*vụ|nội\s*dung|giải\s*pháp|công\s*việc|danh\s*mục|tên|hoạt động|cam kết|việc|đề án|dự án|văn bản",
    ),
)
PATTERNS = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in HEADINGS)
YEAR = re.compile(r"(?:(?:kế hoạch|chỉ tiêu|mục tiêu|kh|đến|giao|phấn đấu)\s+)*(?:năm\s*)?(20[0-6]\d)", re.IGNORECASE)
ROW_NUMBER = re.compile(r"\W*\d{1,3}(?:\.\d{1,2})*[.)]?\W*")
NUMBERED = re.compile(r"\(?\d{1,2}(?:\s*=\s*\(?[\d+\-*/() ]+)?\)?|\([a-zđ]\)|[A-ZĐ]")


def heading_role(heading: str) -> Role | None:
    """Give the role a column heading names, None where it names none that is known."""
    words = " ".join(re.sub(r"[*_|.\-–:]+", " ", heading).split())
    if not words or len(words) > 90:
        return None
    if re.search(r"nhiệm vụ|nội dung", words, re.IGNORECASE) and not re.search(
        r"chủ trì|phối hợp|cơ quan|đơn vị", words, re.IGNORECASE
    ):
        return Role.TEXT
    for role, pattern in PATTERNS:
        if pattern.search(words):
            return role
    return None


def roles_of_heading(cells: Sequence[str]) -> tuple[Role, ...] | None:
    """Give the roles of a row of cells if it is a heading row, None otherwise.

    A heading names at least two different roles, most filled cells have one, and it has an ordinal
    column or three roles; roles are settled together, so that exactly one column is the text. A row that begins
    with a number is never one, whatever words stand in it ("9 | … | Chủ đầu tư các dự án | … | Hoàn thành …").
    """
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > 90 for cell in filled) or ROW_NUMBER.fullmatch(filled[0]):
        return None
    roles = [heading_role(cell) for cell in cells]
    known = [role for role in roles if role is not None]
    if len(set(known)) < 2 or len(known) * 2 < len(filled):
        return None
    if roles[0] is not Role.ORDINAL and len(set(known)) < 3:
        return None
    return _settled(roles)


def years_of(headings: Sequence[str]) -> dict[int, int]:
    """Give the columns that hold the targets of one year each, by place: "2024 | 2025", "Kế hoạch năm 2024".

    One alone is meant so only beside a column of units and without a column of targets; none where they are dates.
    """
    found = {
        place: int(year.group(1)) for place, each in enumerate(headings) if (year := YEAR.fullmatch(each.strip("* ")))
    }
    rest = [heading_role(each) for place, each in enumerate(headings) if place not in found]
    alone = Role.UNIT in rest and (Role.TARGET not in rest or Role.TEXT not in rest)
    return found if len(found) > 1 or (found and alone) else {}


def is_second_heading(above: Sequence[str], below: Sequence[str]) -> bool:
    """Tell whether a row goes on with the heading above it: columns named below one merged heading, nothing else."""
    filled = [cell for cell in below if cell]
    return (
        bool(filled) and not below[0] and len(filled) < sum(map(bool, above)) and all(map(heading_role, filled))
        and any(not cell for cell in above)
    )  # fmt: skip


def unread_headings(headings: Sequence[str], roles: Sequence[Role]) -> tuple[str, ...]:
    """Give the headings whose columns nobody knows what to do with, so that a person is told their words are left."""
    pairs = zip(headings, roles, strict=False)
    return tuple(heading for heading, role in pairs if heading and role is Role.OTHER and heading_role(heading) is None)


def is_column_numbers(cells: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3), or A B 1 2."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= 3 and all(NUMBERED.fullmatch(cell) for cell in filled)


def _settled(roles: list[Role | None]) -> tuple[Role, ...] | None:
    """Make one text column and no role twice: a first column keeps the role, later ones become other."""
    found: list[Role] = [role or Role.OTHER for role in roles]
    if found.count(Role.UNIT) > 1 and Role.LEAD not in found:
        # "Đơn vị" beside "ĐVT" is who does it; alone it is the unit.
        found[found.index(Role.UNIT)] = Role.LEAD
    if Role.TEXT not in found:
        # A table "Chỉ tiêu | Kết quả" states its tasks in the first and its figures in the second.
        for stand_in, becomes in ((Role.TARGET, Role.PRODUCT), (Role.OTHER, None), (Role.PRODUCT, None)):
            if stand_in in found:
                found[found.index(stand_in)] = Role.TEXT
                if becomes in found:
                    found[found.index(becomes)] = Role.TARGET
                break
        else:
            return None
    seen: set[Role] = set()
    for index, role in enumerate(found):
        if role in seen:
            found[index] = Role.OTHER
        seen.add(role)
    if Role.UNIT in seen and Role.TARGET not in seen and Role.LEAD not in seen:
        found[found.index(Role.UNIT)] = Role.LEAD
    return tuple(found)


def roles_of_content(rows: Sequence[Sequence[str]]) -> tuple[Role, ...] | None:
    """Give the roles of columns that have no heading, from what stands in them.

    None where no text column shows, or nothing beside it that a table of tasks has. Takes rows of equal length;
    looks at no more than the first 60.
    """
    rows = [row for row in rows[:60] if any(cell.strip() for cell in row)]
    if not rows:
        return None
    width = max(len(row) for row in rows)
    columns = [[row[i].strip() for row in rows if i < len(row) and row[i].strip()] for i in range(width)]
    guesses = [_guess(column) for column in columns]
    lengths = [sum(map(len, column)) / len(column) if column else 0.0 for column in columns]
    free = [i for i, guess in enumerate(guesses) if guess in (None, Role.TEXT)]
    if not free:
        return None
    text = max(free, key=lambda i: lengths[i])
    roles: list[Role] = []
    for index, guess in enumerate(guesses):
        role = Role.TEXT if index == text else guess if guess not in (None, Role.TEXT) else Role.OTHER
        if role is Role.LEAD and Role.LEAD in roles:
            role = Role.COOPERATING
        roles.append(Role.OTHER if role in roles else role)
    return tuple(roles) if set(roles) - {Role.TEXT, Role.OTHER} else None


def _guess(column: Sequence[str]) -> Role | None:
    """Guess one column's role from its filled cells: most of them must agree."""
    if not column:
        return None
    tests = (
        (Role.ORDINAL, lambda cell: re.fullmatch(r"\d{1,3}[.)]?|[ivxlc]+[.)]?", cell, re.IGNORECASE) is not None),
        (Role.TARGET, targets.is_target_form),
        (Role.TIME, schedules.is_schedule),
        (Role.LEAD, names.looks_like_agencies),
        (Role.PRODUCT, names.looks_like_product),
    )
    for role, test in tests:
        if sum(map(bool, map(test, column))) * 10 >= len(column) * 7:
            return role
    return None
