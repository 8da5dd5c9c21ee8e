"""What a reading costs: how well words fill a cell of each kind, before widths and repetition are known.

The relative sizes were found by experiment on Plan 232 and simulated texts; they are weights, not law.
"""

from __future__ import annotations

import re

from dondoc.papers.reading.broken.fragments import plain
from dondoc.papers.reading.forms import Role
from dondoc.rules import names, schedules, targets
from dondoc.rules.names import AGENCY_HEAD, PRODUCT_NOUN

HOPELESS = 24.0
UNKNOWN_HEAD = 4.5
LONGEST_TARGET = 90
"""A target of more letters is a sentence; to look closely at every heap of lines takes long."""
SMALL_LETTER = 3.0
"""A cell seldom begins with a small letter: more often it is the end of the cell before."""
CAPITAL = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ]")
BEGINS_TEXT = re.compile(r"[A-ZĐÀ-ỸĂÂÊÔƠƯ0-9“\"(\[+•-]")
DATE_WORD = re.compile(
    r"\n(?:Hàng|Hằng|Thường\s+xuyên|Năm|Từ\s+năm|Định\s+kỳ|Quý|Tháng|Trước|\d{4}|≥|>)|(?<![\w/])20[12]\d\b(?!/)"
)
# A product noun, or the head of an agency, that begins a line although nothing before it separates two names.
PAPERS = (
    r"báo cáo|kế hoạch|quyết định|công văn|văn bản|nghị quyết|tờ trình|quy chế|quy định|đề án|dự thảo|chỉ thị|"
    r"thông báo|phiếu"
)
FRESH_PAPER = re.compile(rf"(?<![;,/\n+-])\n(?=[A-ZĐÀ-Ỹ])(?:{PAPERS.replace(' ', chr(92) + 's+')})", re.IGNORECASE)
FRESH_PRODUCT = re.compile(
    rf"(?<![;,/\n+-])\n(?=[A-ZĐÀ-Ỹ]){PRODUCT_NOUN.pattern.replace(' ', chr(92) + 's+')}", re.IGNORECASE
)
# Inside a wrapped product a line begins with a capital only in a name; otherwise the next column began there.
FRESH_CAPITAL = re.compile(
    r"(?<![;,/\n+-])\n(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])(?!(?:Nghị|Trung|Chính|Đảng|Quốc|Việt|Thủ|Bộ|Ban|Sở|Tỉnh|Chủ|Ủy|Hội|Internet)\b)"
)
# Nobody writes the beginning of a name twice: the second one stands in the next column.
TWICE = re.compile(r"\b(\w+)\s+(\w+)\s+\1\s+\2\b")
HINT = re.compile(r"[\d%]|[Xx]ếp|[Hh]oàn thành|[Tt]ốp|[Hh]ạng|[Ll]oại")
# A figure is followed by its unit in small letters; a capital there begins the next column.
AFTER_FIGURE = re.compile(r"(?:%|/(?:năm|quý|tháng)) (?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
FRESH_AGENCY = re.compile(rf"(?<![;,/\n+-])\n(?!(?:Tỉnh|Thành|Huyện|Đảng)\s+ủy|Khu\b|Nhà\b)(?={AGENCY_HEAD.pattern})")
# "Từ khi thực hiện" wants an object, "sau khi được ban hành" has it; "được ban" is no whole verb.
WANTS_MORE = re.compile(r"(?:(?<!được )(?:thực hiện|ban hành)|khi|[Bb]an|Từ|đến)$")
SIGN = re.compile(r"[%≥≤<>]|\d\s*/\s*(?:năm|quý|tháng)")


def cell_cost(role: Role, raw: str) -> float:
    """Price words (lines apart by newlines) as a cell of a role; 24 and more is hopeless."""
    if not raw:
        return EMPTY_COST[role]
    return PRICES[role](raw)


def _text(raw: str) -> float:
    cost = 0.0 if BEGINS_TEXT.match(raw) else 5.0
    if names.is_dangling(raw):
        cost += 7.0
    if raw.count("\n") == 0 and len(raw) < 12:
        cost += 3.0
    return cost


def _agency(raw: str) -> float:
    if len(raw) > 260:
        return HOPELESS
    cost = 0.0 if CAPITAL.match(raw) else 5.0
    if not AGENCY_HEAD.match(raw):
        cost += 2.0 if raw.startswith(("các ", "các\n")) else UNKNOWN_HEAD
    last = raw[-1]
    if last in ",;":
        cost += 9.0
    elif names.is_incomplete(plain(raw[-40:])):
        cost += 6.0
    cost += 5.0 * len(DATE_WORD.findall(raw))
    if SIGN.search(raw):
        cost += 6.0
    if raw.endswith("."):
        cost += 1.0
    if TWICE.search(raw):
        cost += 5.0
    return cost + 3.0 * _capitals(FRESH_PAPER, raw)


def fresh_agencies(raw: str) -> int:
    """Count the names that begin a line of an agency cell with no separator before them."""
    return sum(not goes_on(fresh) for fresh in FRESH_AGENCY.finditer(raw))


def goes_on(fresh: re.Match[str]) -> bool:
    """Tell whether the head that begins a line belongs to the name before it, which is incomplete."""
    return names.is_incomplete(plain(fresh.string[max(0, fresh.start() - 40) : fresh.start()]))


def _fresh_products(raw: str) -> int:
    """Count the lines that begin with a product noun in capitals without a separator before them."""
    return _capitals(FRESH_PRODUCT, raw)


def _capitals(pattern: re.Pattern[str], raw: str) -> int:
    """Count the places where a line begins as the pattern says, with a capital (the pattern takes both cases)."""
    return sum(raw[fresh.start() + 1].isupper() for fresh in pattern.finditer(raw))


def _time(raw: str) -> float:
    if len(raw) > 80:
        return HOPELESS
    words = plain(raw)
    count = words.count(" ") + 1
    if count > 14:
        return HOPELESS
    if schedules.is_schedule(words) or ("lần" in words and _is_target(words)):
        cost = 0.0
    else:
        cost = 1.5 if words.startswith("Theo ") else 3.0 + 1.6 * count
    if words[0].islower():
        cost += SMALL_LETTER
    if names.is_dangling(words):
        cost += 5.0
    return cost + 3.0 * _fresh_products(raw) + (5.0 if WANTS_MORE.search(words) else 0.0)


def _is_target(words: str) -> bool:
    """Tell whether words are a target, looking closer only where a figure or one of the usual words stands."""
    return len(words) <= LONGEST_TARGET and HINT.search(words) is not None and targets.is_target_form(words)


def _product(raw: str) -> float:
    words = plain(raw)
    if len(words) > 160 or raw.count("\n") > 12:
        return HOPELESS
    noun = PRODUCT_NOUN.match(words) is not None
    cost = 0.0 if noun or _is_target(words) else 4.0
    if words[0].islower():
        cost += SMALL_LETTER
    if schedules.is_schedule(words):
        cost += 4.0
    if names.is_dangling(words):
        cost += 5.0
    cost += 3.0 * _fresh_products(raw) + 3.0 * len(FRESH_CAPITAL.findall(raw)) + 3.0 * len(AFTER_FIGURE.findall(words))
    if AGENCY_HEAD.match(words) and not noun:
        cost += 3.0
    return cost


def _target(raw: str) -> float:
    words = plain(raw)
    if len(words) > 160:
        return HOPELESS
    small = SMALL_LETTER if words[0].islower() else 0.0
    small += 3.0 * len(AFTER_FIGURE.findall(words)) + 3.0 * len(FRESH_CAPITAL.findall(raw))
    small += 5.0 if names.is_dangling(words) else 0.0
    if _is_target(words):
        return small
    cost = small + (2.0 if re.search(r"\d", words) else 3.0)
    if re.match(
        r"(?:Hoàn thành|Đạt|Tối thiểu|Ít nhất|Thực hiện|Bắt đầu|Xếp|Mức|Cập nhật|Tốp|Kịp thời|Đầy đủ|"
        r"Đúng|Đáp ứng|Bảo đảm|Đảm bảo|Thường xuyên|Theo|Có|Không)",
        words,
    ):
        cost -= 1.5
    if AGENCY_HEAD.match(words):
        cost += 4.0
    return cost


def _other(raw: str) -> float:
    return 1.0 + 0.4 * (raw.count(" ") + raw.count("\n")) + (SMALL_LETTER if raw[0].islower() else 0.0)


def _unit(raw: str) -> float:
    return 0.5 if len(raw) < 25 else HOPELESS


def _ordinal(raw: str) -> float:
    return HOPELESS


EMPTY_COST = {
    Role.TEXT: HOPELESS,
    Role.LEAD: 9.0,
    Role.COOPERATING: 4.5,
    Role.TIME: 4.5,
    Role.TARGET: 4.5,
    Role.UNIT: 2.0,
    Role.PRODUCT: 4.5,
    Role.OTHER: 0.2,
    Role.ORDINAL: 0.0,
}
PRICES = {
    Role.TEXT: _text,
    Role.LEAD: _agency,
    Role.COOPERATING: _agency,
    Role.TIME: _time,
    Role.TARGET: _target,
    Role.UNIT: _unit,
    Role.PRODUCT: _product,
    Role.OTHER: _other,
    Role.ORDINAL: _ordinal,
}
