"""From a draft to a typed target: what the free words are, which comparator holds, how periods combine."""

from __future__ import annotations

import re
from decimal import Decimal

from dondoc.rules import letters
from dondoc.rules.dates import Relation, When
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import words
from dondoc.rules.targets.segments import Draft
from dondoc.rules.targets.tokens import tidy
from dondoc.rules.targets.values import Combine, Comparator, Per, Target, is_share

_HEAD = Pattern(
    r"(?:tỷ lệ|tỉ lệ|tỷ trọng|tỉ trọng|mức|mức độ|số(?! h[óo][aá])|tổng|chỉ số|điểm|lĩnh vực|khu vực|sự|thời gian"
    r"|tốc độ|quy mô|cấp|kinh phí|chi|thu|diện tích|năng suất|sản lượng|độ|dân số|phí|giá trị|kim ngạch|doanh thu|hộ"
    r"|thu nhập)(?!\w)"
)
_LEADING_WORDS = Pattern(
    r"^(?:(?:trong đó|trong số đó|riêng|và|còn|thì|lần lượt|đối với|cụ thể|phấn đấu|mục tiêu|chỉ tiêu|tiến tới)"
    r"(?!\w)[\s,:]*)+",
    re.IGNORECASE,
)
_TRAILING_WORDS = Pattern(r"(?:\s+(?:đến|tới|(?<!trở )lên|và|thì))+$", re.IGNORECASE)
_JOINED_ON = Pattern(
    r"^(?:và|nhưng|hoặc|theo|do|trong|tại|của|để|nhằm|khi|bằng|được|trên|với|vào|cho|trừ|không|kể từ|đối với|nếu)(?!\w)"
)
_REASON = Pattern(r"\s+(?:theo|nhằm|để|kể từ|tính từ|trước khi|sau khi)(?!\w).*$", re.IGNORECASE)
_SCOPE = Pattern(r"^(?:của|trong|tại|ở|về|trên|so với)\s+")
PLACES = Pattern(
    rf"^(?:các\s+)?(?:(?:{'|'.join(words.PLACES)})(?:\s*(?:,|và|/)?\s*))+(?:trực thuộc\s+\w+\s*\w*\s*)?"
    r"(?:có (?:điểm|chỉ)\s*số\s*)?"
)
_AREA = Pattern(r"^(?:khu vực|vùng|cụm|khối|đồng bằng|miền)(?!\w)")
_ALL = Pattern(r"^(?:trong|của|trên)?\s*(?:cả nước|toàn quốc|cả tỉnh|toàn tỉnh|toàn cầu)?\s*$")
_CUT = Pattern(rf"(?:{'|'.join(words.CUT)})(?!\w)")
_MOVING_AT_FRONT = Pattern(rf"^(?:{'|'.join((*words.CUT, *words.UP, *words.DOWN))})(?!\w)\s*", re.IGNORECASE)
_ONE = "|".join(sorted((*words.EACH, *words.PLACES), key=len, reverse=True))
_EACH_BEFORE = Pattern(
    r"^(?P<act>(?:[^\W\d]+\s+){0,3}?)(?:(?:bình quân|trung bình)\s+)?(?:mỗi|từng|hằng|hàng)\s+"
    rf"(?P<each>(?:{_ONE})(?!\w)(?:\s*(?:,|/|và)\s*(?:{_ONE})(?!\w))*)"
    r"(?:\s+(?:có|đạt|phải|cần))*\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_OF_SHARE = Pattern(r"^(?:/|ở\s+)\s*", re.IGNORECASE)
_EACH_BEHIND = Pattern(rf"\s+(?:(?:cho|trên|tại)\s+)?mỗi\s+(?P<each>(?:{_ONE})(?!\w).*)$", re.IGNORECASE)
_TIMES = Pattern(r"lần năm")
_PLANNED = ("dự toán", "kế hoạch", "chỉ tiêu", "định mức", "mục tiêu", "so với")
_FIRST = Pattern(rf"^(?:{'|'.join(words.LEADING)})\s*")
_RANKED = Pattern(
    r"(?:(?:^|\s)(?:thuộc|trong|nằm|lọt|vào|nhóm|số|các|đạt|duy trì|phấn đấu|xếp|đứng|ở|top|tốp|vị trí|thứ hạng))+$",
    re.IGNORECASE,
)
RANK_UNITS = ("thứ bậc", "thứ hạng", "hạng", "vị trí", "thứ", "xếp hạng")


def target(draft: Draft, text: str, *, unit: str | None = None, per: Per | None = None) -> Target:
    """Make the target of a draft; `unit` and `per` come from a unit column of their own."""
    per = draft.per or per
    if _is_rank(draft, unit):
        return _rank(draft, text)
    before, behind = _before(draft), _behind(draft)
    named, subject = _for_each(draft, *_unit_and_subject(draft, before, behind, unit))
    if _exceeds(draft, subject):
        draft.movement, draft.comparator = "up", None
        draft.baseline, subject = draft.baseline or subject, None
    _settle_time(draft)
    is_cut = subject is not None and letters.lower(subject).startswith(words.CUT)
    change = _is_change(draft) or (is_cut and not draft.to_level)
    comparator, value = _held(draft, named)
    low, high = _ends(draft)
    return Target(
        text=text,
        subject=subject,
        comparator=comparator,
        value=value,
        unit=named,
        low=low,
        high=high,
        of=draft.figure.of,
        change=change,
        baseline=draft.baseline,
        qualifier=draft.qualifier,
        per=per or draft.per,
        by=code(draft.by),
        combine=combine(named, comparator, change=change),
    )


def code(when: When | None) -> str | None:
    """Give the code of a deadline; a day without its year stays as written."""
    return when.code if when is not None else None


def combine(unit: str | None, comparator: Comparator | None, *, change: bool = False) -> Combine:
    """Say how the values of several periods make one.

    Shares add both parts, turns and things made add up, people are counted once; ranks, scores, steps and
    standing things and rates ("người/vạn dân") take the last value.
    """
    if comparator in (Comparator.DONE, Comparator.STARTS, Comparator.TOP, Comparator.GRADE, Comparator.TEXT) or change:
        return Combine.LATEST
    if unit is None:
        return Combine.LATEST
    if is_share(unit):
        return Combine.RATIO
    if "/" in unit:
        return Combine.LATEST
    return _BY_NOUN.get(words.noun_kind(unit) or "", Combine.SUM)


_BY_NOUN = {"standing": Combine.LATEST, "people": Combine.DISTINCT}


def _for_each(draft: Draft, unit: str | None, subject: str | None) -> tuple[str | None, str | None]:
    """ "mỗi xã 01 mô hình" counts for each commune, "mô hình/xã"; a share of each keeps it as its subject."""
    if unit is None or is_share(unit):
        return unit, subject
    behind = _EACH_BEHIND.search(unit)
    if behind is not None:
        unit = f"{unit[: behind.start()]}/{behind['each']}"
    before = _EACH_BEFORE.match(subject or "")
    if before is None:
        return unit, subject
    return f"{unit}/{before['each']}", f"{before['act']}{before['rest']}".strip() or None


def _settle_time(draft: Draft) -> None:
    """ "2 lần trong năm" counts in each year; "gấp 2 lần năm 2020" starts from that year."""
    if draft.by is None or draft.by.kind != "year" or draft.by.relation is not Relation.IN:
        return
    if draft.by.code is None and draft.per is None and not is_share(draft.figure.unit):
        draft.per = Per.YEAR
    elif draft.baseline is None and draft.movement == "up" and _TIMES.match(_lower_from(draft, draft.by.start - 4)):
        draft.baseline, draft.by = draft.by.text, None


def _lower_from(draft: Draft, start: int) -> str:
    return letters.lower(draft.text[max(0, start) :])


def _exceeds(draft: Draft, subject: str | None) -> bool:
    """ "vượt 5% dự toán" goes beyond the estimate by so much; "vượt 80%" and "vượt 110% kế hoạch" name a level."""
    if not draft.exceeds or not is_share(draft.figure.unit) or draft.figure.value is None or draft.figure.value >= 100:
        return False
    return draft.baseline is not None or letters.lower(subject or "").startswith(_PLANNED)


_FEW_WORDS = 5
"""Between "hoàn thành" and its share stand few words, as in "hoàn thành số hóa 80%"."""


def _is_change(draft: Draft) -> bool:
    """A movement is a change unless words name the level reached ("tăng lên 80%") or a bound below ("giảm dưới 3%")."""
    if draft.figure.signed and draft.movement is None:
        return draft.comparator is None
    if draft.movement is None or draft.to_level:
        return False
    return not (draft.movement == "down" and draft.comparator is Comparator.LESS)


def _ends(draft: Draft) -> tuple[Decimal | None, Decimal | None]:
    """Give the ends of a range; a fall counts downwards, so its ends change sign and place."""
    low, high = draft.figure.low, draft.figure.high
    if low is None or high is None or not _falls(draft):
        return low, high
    return -high, -low


def _falls(draft: Draft) -> bool:
    return _is_change(draft) and draft.movement == "down"


def _held(draft: Draft, unit: str | None) -> tuple[Comparator | None, Decimal | None]:
    """Find the comparator and the signed value: a fall is negative, a level fallen to is at most, risen to at least."""
    figure, comparator = draft.figure, draft.comparator
    if figure.low is not None:
        return Comparator.BETWEEN, None
    if draft.doing and unit == "%" and len(draft.before) <= _FEW_WORDS:
        return Comparator.DONE, figure.value
    if draft.to_level and comparator is None:
        comparator = Comparator.AT_LEAST if draft.movement == "up" else Comparator.AT_MOST
    return comparator, -abs(figure.value) if _falls(draft) and figure.value is not None else figure.value


def _before(draft: Draft) -> str | None:
    """The free words before the figure; where a count has none, what is to be done with it ("Ban hành 02 văn bản")."""
    if not draft.before:
        share = is_share(draft.figure.unit)
        return tidy(draft.text, *draft.act) if draft.act is not None and not share else None
    start, end = draft.before[0][0], draft.before[-1][1]
    if draft.text[start] == "‹":
        return tidy(draft.text, start, end)
    words_before = tidy(draft.text, start, end).strip(" ,:;-–+•")
    words_before = _TRAILING_WORDS.sub("", _LEADING_WORDS.sub("", words_before)).strip(" ,")
    if draft.to_level:
        words_before = _MOVING_AT_FRONT.sub("", words_before)
    return words_before or None


def _behind(draft: Draft) -> str | None:
    if not draft.behind:
        return None
    return _joined(draft).strip(" ,:;-–.") or None


def _joined(draft: Draft) -> str:
    """Join the free words behind the figure over what was taken out between them, as "/năm" from "cuộc/năm/đơn vị"."""
    (start, end), *rest = draft.behind
    pieces: list[str] = []
    for next_start, next_end in rest:
        if draft.text[end:next_start].strip():
            pieces.append(tidy(draft.text, start, end))
            start = next_start
        end = next_end
    pieces.append(tidy(draft.text, start, end))
    return " ".join(pieces).replace(" /", "/")


def _unit_and_subject(
    draft: Draft, before: str | None, behind: str | None, unit: str | None
) -> tuple[str | None, str | None]:
    """Share the free words out: behind a bare figure stands its unit, behind a share what it is a share of."""
    if unit is not None or draft.figure.unit is not None:
        named = draft.figure.unit if unit is None else unit
        behind = _OF_SHARE.sub("", behind) if behind is not None else None
        if behind is not None and _JOINED_ON.match(letters.lower(behind)):
            behind = None
        if unit is not None and behind is not None and behind.lower() == unit.lower():
            behind = None
        if draft.movement == "cut" and before is not None:
            return named, f"{_from_cut(before)} {behind or ''}".strip()
        if before is not None and (behind is None or draft.reached or _HEAD.match(letters.lower(before))):
            return named, before
        return named, behind
    if behind is not None and _is_name(behind):
        return None, behind
    return (None if behind is None else _REASON.sub("", behind)), before


def _from_cut(before: str) -> str:
    """Begin the subject at the word of cutting: it is the cut that has the size."""
    found = _CUT.search(letters.lower(before))
    return before[found.start() :] if found else before


def _is_name(phrase: str) -> bool:
    """A capital opens a name ("Đông Nam Á"), but not acronyms ("TTHC"), symbols ("Mbps") or nouns that are counted."""
    first = phrase.split()[0]
    if not first[0].isupper() or any(letter.isupper() for letter in first[1:]):
        return False
    return words.noun_kind(phrase) is None and any(letter in "aeiouy" for letter in letters.folded(first))


def _is_rank(draft: Draft, unit: str | None) -> bool:
    if draft.movement is not None and not draft.to_level:
        return False
    if draft.comparator in (Comparator.AT_LEAST, Comparator.GREATER) and draft.signed:
        return False
    if draft.rank or (unit is not None and unit.lower() in RANK_UNITS):
        return True
    behind = letters.lower(_behind(draft) or "")
    if draft.grouped and draft.figure.of is not None and (not behind or PLACES.match(behind)):
        return True
    return draft.leading and draft.figure.unit is None and PLACES.match(behind) is not None


def _rank(draft: Draft, text: str) -> Target:
    """A place among others: the last good rank. "dưới thứ 30" and "trên hạng 20" stop one place before."""
    figure = draft.figure
    value = figure.high if figure.value is None else figure.value
    if value is not None and draft.comparator in (Comparator.LESS, Comparator.GREATER):
        value -= 1
    return Target(
        text=text,
        subject=_rank_subject(draft),
        comparator=Comparator.TOP,
        value=value,
        of=figure.of,
        baseline=draft.baseline,
        qualifier=draft.qualifier,
        per=None,
        by=code(draft.by),
        combine=Combine.LATEST,
    )


def _rank_subject(draft: Draft) -> str | None:
    """Among whom the place is held, or whose place it is; the stock words of ranking say neither."""
    behind = _behind(draft) or ""
    lowered = letters.lower(behind)
    for pattern in (PLACES, _FIRST, _SCOPE):
        cut = pattern.match(lowered)
        behind, lowered = (behind[cut.end() :], lowered[cut.end() :]) if cut else (behind, lowered)
    if behind and not _ALL.match(lowered) and (_is_name(behind) or behind.split()[0].isupper() or _AREA.match(lowered)):
        return behind.strip(" ,")
    before = _before(draft)
    if draft.before and draft.text[draft.before[0][0]] == "‹":
        return before
    return _RANKED.sub("", before).strip(" ,") or None if before else None
