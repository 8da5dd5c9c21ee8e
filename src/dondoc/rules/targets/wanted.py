"""Which figures of a sentence are to be reached, and which only describe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import words
from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.finishing import PLACES
from dondoc.rules.targets.tokens import Token
from dondoc.rules.targets.values import is_share

_PAST = Pattern(
    r"(?<!\w)(?<!thực )(?<!thể )(?<!phát )(?<!xuất )(?<!biểu )(?:hiện nay|hiện có|hiện mới|hiện đã|hiện|mới đạt|mới chỉ"
    r"|đã đạt|ước đạt|ước tính|kết quả năm|năm trước|thực trạng|tính đến nay|tính đến thời điểm|đến nay|trước đây"
    r"|thời gian qua|lũy kế)(?!\w)"
)
_GRANTED = Pattern(
    r"(?:hỗ trợ|miễn|miễn giảm|hưởng|phạt|thuế suất|lãi suất|trích|được giảm|đặt cọc|tạm ứng|nắm giữ|sở hữu|bị trừ|trừ)"
    r"(?:\s+(?:tối đa|không quá|khoảng|bằng|mức|tối thiểu|ít nhất))*\s*$"
)
_OF_CAPITAL = Pattern(r"\s*vốn(?!\w)")
_DESCRIBED = Pattern(
    r"(?<!\w)(?:xã|phường|thôn|hộ|huyện|tỉnh|đơn vị|cơ quan|doanh nghiệp|trường|địa phương|dự án|công trình|cơ sở"
    r"|cá nhân|tổ chức|người|hợp tác xã|khu|gói thầu)\s+(?:\w+\s+){0,3}?(?:có|với)\s+(?:tổng\s+)?(?:tỷ lệ|tỉ lệ|mức|số"
    r"|diện tích|dân số|vốn|quy mô|thu nhập|doanh thu|công suất|trữ lượng|giá trị|chi phí|tổng)\s+(?:\w+\s+){0,6}$"
)
_WISHED = Pattern(
    r"(?:đạt|phấn đấu|mục tiêu|chỉ tiêu|đảm bảo|bảo đảm|lên|hướng tới|duy trì)(?:\s+(?:đạt|là|mức|có|được))*\s*:?\s*$"
)
_APPROXIMATED = Pattern(r"(?<!\w)(?:gần|xấp xỉ|ước)\s*$")
_NO_UNIT = Pattern(r"\s*(?:tuổi|(?:năm|tháng|quý)(?!\s*[\d/])|lần thứ|tháng tuổi)(?!\w)")
_PROCEDURE = Pattern(r"\s*(?:ngày|giờ|tháng)(?:\s+làm việc)?\s*(?:,\s*)?(?:trước|kể từ|sau|tính từ|tiếp theo)")
_ACT = Pattern(
    r"(?:^|.*[,;.:]\s*)(?:hằng năm\s+|mỗi năm\s+)?(?:tổ chức|xây dựng|mở|thành lập|đào tạo|trồng|số hóa|thu hút"
    r"|tuyển dụng|cung cấp|phát triển|giới thiệu|cập nhật|hỗ trợ|kết nối|tập huấn|bồi dưỡng|phấn đấu|đăng tải"
    r"|triển khai)(?:\s+(?:được|mới|thêm|có))?\s*$"
)
_LEADS = frozenset({"sign", "compare", "adjacent", "filler", "up", "down", "toward", "rank", "doing"})
_STRONG = frozenset({"compare", "sign"})


@dataclass(frozen=True, slots=True)
class _Place:
    """The neighbourhood of a figure: its leading tokens by kind, and the words before and behind in small letters."""

    kinds: frozenset[str]
    asked: str
    before: str
    behind: str
    first_mark: str


def is_wanted(sentence: str, tokens: Sequence[Token], figure: Figure, *, since: int | None = None) -> bool:
    """Judge by a figure's neighbourhood whether it is to be reached.

    `since` is the first year the document governs: a figure standing under an earlier year is a result.
    """
    place = _place(sentence, tokens, figure)
    if _PAST.search(place.before) or _NO_UNIT.match(place.behind) or _PROCEDURE.match(place.behind):
        return False
    if since is not None and _year_over(sentence, tokens, figure, since):
        return False
    if _DESCRIBED.search(place.asked) and "compare" not in place.kinds:
        return False
    return _share(place) if is_share(figure.unit) else _count(tokens, figure, place)


def lead(tokens: Sequence[Token], figure: Figure) -> int:
    """Find the first of the comparing and weak words that lead to the figure."""
    index = figure.first
    while index and tokens[index - 1].kind in _LEADS:
        index -= 1
    return index


def _place(sentence: str, tokens: Sequence[Token], figure: Figure) -> _Place:
    first = lead(tokens, figure)
    small = _small(sentence)
    start, end = tokens[figure.first].start, tokens[figure.behind - 1].end
    opened = max(_clause_start(sentence, tokens, first), tokens[first].start - _FAR)
    clause = max(_clause_start(sentence, tokens, figure.first), start - _FAR)
    return _Place(
        kinds=frozenset(token.kind for token in tokens[first : figure.first]),
        asked=small[opened : tokens[first].start],
        before=small[clause:start],
        behind=small[end : end + _FAR],
        first_mark=small[max(0, start - 9) : start].rstrip()[-1:],
    )


_FAR = 400
"""Letters and tokens farther away say nothing of a figure."""

_small = lru_cache(maxsize=16)(letters.lower)


def _clause_start(sentence: str, tokens: Sequence[Token], index: int) -> int:
    for place in range(index - 1, max(0, index - _FAR) - 1, -1):
        if tokens[place].kind == "stop" and sentence[tokens[place].start] != ":":
            return tokens[place].end
    return 0


def _year_over(sentence: str, tokens: Sequence[Token], figure: Figure, since: int) -> bool:
    """Say whether the nearest date before the figure, within its sentence, is of a year before `since`."""
    for token in reversed(tokens[max(0, figure.first - _FAR) : figure.first]):
        if token.kind == "stop" and sentence[token.start] in ".;)\n":
            return False
        if token.kind == "when":
            return token.value.last is not None and token.value.last.year < since
    return False


def _share(place: _Place) -> bool:
    """A share is a aim unless it is granted, is of capital, or is a bare statistic in brackets or by guess."""
    if _GRANTED.search(place.asked) or (_OF_CAPITAL.match(place.behind) and not place.kinds & _STRONG):
        return False
    if _APPROXIMATED.search(place.before):
        return False
    return not (place.first_mark == "(" and place.behind[:1] in ("),"))


def _count(tokens: Sequence[Token], figure: Figure, place: _Place) -> bool:
    """A count is a aim with a strong word or sign, in a period, as a place, behind "đạt", or right behind an act."""
    if place.kinds & {"compare", "rank"} or figure.per is not None or _has_period(tokens, figure):
        return True
    if "sign" in place.kinds:
        return not place.behind.lstrip().startswith(("+", "=", "-")) and "=" not in place.first_mark
    if _leads(tokens, figure, place):
        return True
    if _WISHED.search(place.before if not place.kinds else place.asked) or _WISHED.search(place.before):
        return place.behind.lstrip()[:1].isalpha()
    return bool(_ACT.match(place.before)) and words.noun_kind(place.behind.strip()) in ("turns", "people", "things")


def _has_period(tokens: Sequence[Token], figure: Figure) -> bool:
    for token in tokens[figure.behind : figure.behind + 6]:
        if token.kind == "per":
            return True
        if token.kind not in ("word", "comma"):
            return False
    return False


def _leads(tokens: Sequence[Token], figure: Figure, place: _Place) -> bool:
    """ "nhóm 15 tỉnh, thành phố dẫn đầu": a number of places and, before the next stop, that they lead."""
    if not PLACES.match(place.behind.strip()):
        return False
    for token in tokens[figure.behind : figure.behind + 12]:
        if token.kind == "leading":
            return True
        if token.kind == "stop":
            return False
    return False
