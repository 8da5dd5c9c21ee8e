"""Typed tokens of a phrase, with offsets: the free words are kept apart before anything is judged.

One pattern is run once over the text; what could be mistaken for a figure (dates, numbers of documents,
classes, levels) is taken as a whole. Remains of scans (`$\\geq 30\\%$`, `**`) are tokens too, so offsets stay true.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any, NamedTuple

from dondoc.rules import dates, letters, numbers
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import starts, words
from dondoc.rules.targets.values import Comparator, Per


class Token(NamedTuple):
    """A typed piece of a phrase; `value` is a comparator, a figure, a stretch of time …, by kind."""

    kind: str
    start: int
    end: int
    value: Any = None


class Ratio(NamedTuple):
    """A figure out of so many: 15/19 criteria, rank 10/63."""

    value: Decimal
    of: int


_PART = r"(?<!\w)(?:(?:một\s+)?nửa|(?:một|hai|ba|bốn)\s+phần\s+(?:hai|ba|tư|năm|mười))(?!\w)"
_AHEAD = rf"(?=\s*(?:(?:mức|khoảng|hạng|thứ|thứ\s+hạng|vị\s+trí)\s+)*(?:\d|[-+−–]\d|{_PART}))"
_ROMAN = r"(?:viii|vii|vi|iv|ix|iii|ii|i|v|x)"
_PERIOD = r"(?:năm|quý|tháng)"
_WHEN = ("\x01", "\x02")
_SYMBOL_MARK = "\x03"
_SYMBOL = Pattern(
    r"(?:(?<!\w)[Ss]ố\s*:?\s*)?(?<![\w.,/])\d+[a-z]?\s?[/-]\s?(?:\d{4}\s?/\s?)?(?:[A-ZĐ]{2,}|CTr|QyĐ)[\w.Đ-]*(?:/[\w.-]+)*"
)
"""The number and symbol of a document ("số 171/KH-UBND"): only capitals make a symbol."""
_PATTERNS = {
    "quoted": r"‹[^‹›]*›",
    "sign": (
        r"(?:&[gl]t;=?|&[gl]e;|\\[gl]eq*(?:slant)?(?![a-z])|\\[gl]t(?![a-z])|>\s?=|=\s?>|<\s?=|=\s?<|＞＝|＜＝"
        r"|[>＞<＜=＝≥≧⩾⪰≽≤≦⩽⪯≼])"
    ),
    "docno": r"\x03+|(?<!\w)24/(?:7|24h?)(?!\d)|(?<!\w)năm\s+học\s+\d{4}\s*[-–]\s*\d{4}",
    "cycle": (
        rf"(?<!\w)(?P<cycle_n>\d{{1,3}}|một)\s*(?P<cycle_p>{_PERIOD})\s*(?:/|một|01|1)\s*(?:01\s+|1\s+|một\s+)?lần(?!\w)"
        rf"|(?<!\w)(?P<times>\d{{1,4}})\s+lần\s*/\s*(?P<cycle_m>\d{{1,3}})\s*(?P<cycle_q>{_PERIOD})(?!\w)"
    ),
    "part": (
        rf"{_PART}(?!\s+(?:chừng|vời)(?!\w))"
        r"|(?<![\w/.,])(?P<part_n>\d)\s*/\s*(?P<part_of>\d{1,2})"
        r"(?=\s+(?:tổng|số|diện\s+tích|thời\s+gian|dân\s+số|chi\s+phí|kinh\s+phí|quy\s+mô)(?!\w))"
    ),
    "fold": rf"(?<=gấp ){words.any_of(words.FOLDS)}(?!\s+lần)",
    "polarity": r"(?<![\w%‰)])[-+−–](?=\d)",
    "per": (
        r"(?:/\s*(?:(?:mỗi|một|01|1)\s*)?"
        r"|(?<!\w)(?:(?:bình\s+quân|trung\s+bình)\s+)?(?:trong\s+)?(?:mỗi|hằng|hàng|từng|một|01|1)\s+"
        r"|(?<!\w)trên\s+(?=tháng|quý))"
        rf"(?P<per_p>{_PERIOD})(?!\w)(?!\s*(?:20\d\d|học|lần|\d+\s*/))"
    ),
    "when": r"\x01+|\x02+",
    "school": r"(?<!\w)(?:lớp|khối)\s+\d+(?:\s*(?:,|và|-|đến)\s*(?:lớp\s+)?\d+)*(?!\s*%)(?![\d.])",
    "level": (
        r"(?<!\w)(?:đạt\s+)?(?:mức\s+độ|cấp\s+độ|mức|cấp)\s*"
        rf"(?:\d(?:\s*(?:,|và|-|/)\s*\d(?![\d.]|,\d))*(?!\d|[.,]\d|\s*\\?%)|{_ROMAN}(?!\w))"
        r"(?!\s+(?:điểm|lần|lượt|ngày)(?!\w))"
        r"|(?<!\w)(?:toàn\s+trình|một\s+phần)(?!\w)"
    ),
    "named": (
        rf"(?P<namer>{words.any_of(words.NAMED)})\s+(?:số\s+)?(?:\d+(?:[/:.-]\w+)*(?![\d]|[.,]\d|\s*\\?%)|{_ROMAN}(?!\w))"
        r"|(?<!\w)\d{1,2}\s?(?:h|giờ)\s?\d{2}(?!\w)|(?<!\w)(?<=trước\s)\d{1,2}\s?h(?!\w)"
        r"|(?<!\w)(?<!mỗi\s)(?<!hằng\s)(?<!hàng\s)(?:ngày|mùng|mồng)\s+\d{1,2}(?!\d|\s*[/.-]\d)|(?<!\w)điểm\s+[a-z](?!\w)|(?<!\w)kỳ\s+\d+(?!\w)"
    ),
    "baseline": (
        r"(?<!\w)so\s+với\s+(?P<base>‹[^‹›]*›|(?:[^,;.()]|[.,](?=\d))+?)"
        rf"(?=\s*(?:[,.](?!\d)|[;()]|$|/\s*{_PERIOD}(?!\w)|[≥≤<>]|\s(?:\x01|\x02))"
        r"|\s(?:tối\s+thiểu|ít\s+nhất|mỗi\s+năm|không\s+quá|giảm|tăng)\s)"
    ),
    "grade": (
        r"(?<!\w)(?:được\s+)?(?:xếp\s+hạng|xếp\s+loại|xếp\s+mức|đánh\s+giá\s+loại|đạt\s+hạng|đạt\s+loại|đạt\s+mức|hạng|loại|mức)"
        r"(?:\s+đạt)?\s*:?\s*(?:từ\s+)?(?:loại\s+|hạng\s+|mức\s+)?[“\"]?"
        rf"(?P<grade_letter>(?:a{{1,3}}\+?|[a-f]\+?|{_ROMAN})(?!\w))?(?(grade_letter)|(?P<grade_word>{{grades}}))"
        r"[”\"]?(?:\s+trở\s+lên)?"
        r"|(?<!\w)(?P<grade_class>{classes})(?:\s+được\s+giao)?(?!\w)"
    )
    .replace("{grades}", words.any_of(words.GRADES))
    .replace("{classes}", "|".join(words.CLASSES)),
    "compare": words.any_of(words.COMPARING),
    "adjacent": words.any_of(words.ADJACENT)
    + _AHEAD
    + rf"|{words.any_of(words.WITHIN)}(?=\s+\d{{1,3}}\s+(?:ngày|giờ|phút|tuần)(?!\w))",
    "after": words.any_of(words.AFTER) + r"|(?<=[\d%])\s?\+(?!\w)",
    "rank": (
        words.any_of(words.RANKING)
        + r"(?=\s*(?:thứ\s+|hạng\s+|trong\s+)?(?:tốp|top)?\s*(?:[≤<>≥\d$]|\\l|(?:từ|không|trong|trên|tối)\s))"
    ),
    "leading": words.any_of(words.LEADING),
    "cut": words.any_of(words.CUT),
    "up": r"(?<!gia )" + words.any_of(words.UP) + r"(?!\s+(?:cường|trưởng|tốc|cao)(?!\w))",
    "down": words.any_of(words.DOWN) + r"(?!\s+(?:thiểu|sát|trừ|tải)(?!\w))",
    "toward": words.any_of(words.TO_LEVEL),
    "doing": words.any_of(words.DOING),
    "starting": words.any_of(words.STARTING),
    "filler": words.any_of(words.FILLERS),
    "ratio": (
        rf"(?<![\w/])(?P<ratio_n>{numbers.DIGITS})\s*/\s*"
        r"(?P<ratio_of>\d{1,3}(?:\.\d{3})+|\d{1,4})(?:,0+)?(?!\d|/\d)"
    ),
    "number": (
        rf"(?<![\w/])(?P<digits>{numbers.DIGITS})(?:(?:\s*(?P<scale>{numbers.SCALE}))?(?!\w|[/-]\d)|(?=[^\W\d_])|(?=[/-]\d))"
    ),
    "numword": (
        rf"(?<!\w)(?P<spelt>{numbers.WORDS})(?:\s+(?P<spelt_scale>{numbers.SCALE}))?(?=\s+[^\W\d]|\s*%)"
        r"(?!\s+(?:phần|số|cửa|cách|trong|vài|loạt|chiều|cấp|bên|là|mặt)(?!\w))"
    ),
    "percent": (
        r"(?P<mille>‰|%o(?!\w)|(?<!\w)phần\s+(?:nghìn|ngàn)(?!\w))|\(\s*(?P<named_share>%[^()%]*)\)|(?:\\?%|％)(?:\s*(?P<of_product>grdp|gdp|gni|gnp)(?!\w))?"
        r"|(?<!\w)phần\s+trăm(?!\w)"
    ),
    "dash": r"[-–—−~÷]",
    "acronym": r"\([a-z]{2,8}\d?\)",
    "stop": r"[;\n:()\[\]|•]|\.(?=\s|$)|…|\.{2,}",
    "comma": r",",
    "word": r"[^\W\d_]+(?:['’.&][^\W\d_]+)*",
    "other": r"\S",
}


@cache
def _pattern() -> Pattern:
    kinds = (f"(?P<{kind}>{pattern})" for kind, pattern in _PATTERNS.items())
    return Pattern(letters.unmarked("|".join(kinds)))


_REMAINS = Pattern(r"\$|\*\*+|__+|\\(?:text|mathrm|mathbf|left|right|quad|[ ,;!{}])|[{}]|[“”\"«»\u200b\ufeff]")


def without_remains(text: str) -> str:
    """Blank out what typesetting left behind (`$`, `**`, `\\mathrm{}`), one for one, so that places stay true."""
    return _REMAINS.sub(lambda found: " " * len(found[0]), text)


@lru_cache(maxsize=4096)
def scan(text: str, year: int | None = None) -> tuple[Token, ...]:
    """Cut a text into typed tokens; `year` stands in for deadlines that name none."""
    symbols = [found.span() for found in _SYMBOL.finditer(text)]
    whens = [
        when for when in dates.find(text, year=year) if not any(a < when.end and when.start < b for a, b in symbols)
    ]
    covered = [(start, end, _SYMBOL_MARK) for start, end in symbols]
    covered += [(when.start, when.end, _WHEN[count % 2]) for count, when in enumerate(whens)]
    folded = _marked(letters.folded(text), sorted(covered))
    at = {when.start: when for when in whens}
    tokens: list[Token] = []
    found = _pattern().search(folded)
    while found is not None:
        token = _token(text, found, at)
        tokens.append(_AMONG.get(token.kind, _as_it_is)(text, tokens, token))
        found = _pattern().search(folded, token.end)
    return tuple(starts.with_baselines(text, tokens))


def _as_it_is(text: str, before: list[Token], token: Token) -> Token:
    """Most tokens do not depend on those before them."""
    return token


def _signed(text: str, before: list[Token], token: Token) -> Token:
    """A dash is a sign at the front, behind a comparison or a colon; between figures it joins them."""
    if not before or before[-1].kind in _UNSIGNED or text[before[-1].start] in ":(":
        return token
    return token._replace(kind="dash")


_UNSIGNED = frozenset({"sign", "compare", "adjacent", "up", "down", "filler", "toward"})


def _marked(folded: str, covered: list[tuple[int, int, str]]) -> str:
    """Write a mark over each stretch that is one token already."""
    pieces: list[str] = []
    at = 0
    for start, end, mark in covered:
        pieces += (folded[at:start], mark * (end - start))
        at = end
    return "".join((*pieces, folded[at:]))


def within(tokens: Sequence[Token], start: int, end: int) -> list[Token]:
    """Take the tokens that stand wholly between two places."""
    first = bisect_left(tokens, start, key=_start)
    return [token for token in tokens[first : bisect_left(tokens, end, key=_start)] if token.end <= end]


def _start(token: Token) -> int:
    return token.start


def _token(text: str, found: re.Match[str], at: dict[int, dates.When]) -> Token:
    """Type a match; where the marks of the word deny it, only its first word is taken, as a plain word."""
    kind, start, end = found.lastgroup or "other", found.start(), found.end()
    if kind == "when":
        return Token(kind, start, end, at[start])
    if kind == "level" and not letters.lower(text[start:end]).startswith(_LEVELS):
        return Token("named", start, end, True)
    if kind in ("number", "numword"):
        return _counted(text, found)
    read = _VALUES.get(kind)
    if read is None:
        return Token(kind, start, end)
    value = read(text, found)
    if value is None:
        return _declined(text, kind, start, end)
    return Token(kind, start, end, value)


def tidy(text: str, start: int, end: int) -> str:
    """Give the words of a stretch, blanks joined, angle quotes taken off."""
    return " ".join(text[start:end].replace("‹", "").replace("›", "").split())


_LEVELS = ("mức", "muc", "cấp", "cap", "đạt", "dat", "toàn", "toan", "một", "mot")
"""How a level begins; without these marks it is something else with a number, as "mục 3"."""


def _declined(text: str, kind: str, start: int, end: int) -> Token:
    """Take the first word of a match that its marks deny; a cycle no period can hold ("5 năm/lần") is all words."""
    first = _FIRST_WORD.match(text, start)
    if first is None or (kind == "cycle" and letters.lower(text[start:end]).endswith("lần")):
        return Token("word", start, end)
    if kind == "cycle":
        return Token("number", start, first.end(), Decimal(first[0]))
    return Token("word", start, first.end())


_FIRST_WORD = Pattern(r"\w+")
_LAW = Pattern(r"(?:luat|phap lenh|nghi dinh|thong tu|hien phap)(?: [^\W\d]+)* $")


_LONGEST_LAW = 100


def _describing(text: str, before: list[Token], when: Token) -> Token:
    """A date right behind the number or the name of a legal document belongs to it and is no deadline."""
    led = letters.lower(text[when.start : when.start + 5])
    if when.value.relation is not dates.Relation.IN or led.startswith(("trong", "vào")):
        return when
    if before and before[-1].kind in ("docno", "named"):
        return Token("named", when.start, when.end, True)
    if when.value.kind == "year" and _LAW.search(letters.folded(text[: when.start][-_LONGEST_LAW:])):
        return Token("named", when.start, when.end, True)
    return when


_AMONG: dict[str, Callable[[str, list[Token], Token], Token]] = {"when": _describing, "polarity": _signed}
_Reader = Callable[[str, re.Match[str]], Any]


def _known(table: Mapping[str, Any]) -> _Reader:
    return lambda text, found: words.known(text[found.start() : found.end()], table)


def _listed(phrases: Iterable[str]) -> _Reader:
    return _known(dict.fromkeys(phrases, True))


def _sign(text: str, found: re.Match[str]) -> Comparator:
    return words.SIGNS["".join(found[0].split())]


def _after(text: str, found: re.Match[str]) -> Comparator:
    return words.known(text[found.start() : found.end()], words.AFTER) or Comparator.AT_LEAST


def _per(text: str, found: re.Match[str]) -> Per | None:
    per: Per | None = words.known(text[found.start("per_p") : found.end("per_p")], words.PERIODS)
    return per


_MONTHS = {Per.MONTH: 1, Per.QUARTER: 3, Per.YEAR: 12}


def _cycle(text: str, found: re.Match[str]) -> tuple[Decimal, Per] | None:
    """Turn "6 tháng/lần" and "1 lần/6 tháng" into times in a period: twice a year."""
    count, group = (found["cycle_n"], "cycle_p") if found["cycle_n"] else (found["cycle_m"], "cycle_q")
    period = words.PERIODS[letters.folded(text[found.start(group) : found.end(group)])]
    months = (1 if count == "mot" else int(count)) * _MONTHS[period]
    times, per = words.CYCLES.get(months, (0, period))
    return (Decimal(times * int(found["times"] or 1)), per) if times else None


def _counted(text: str, found: re.Match[str]) -> Token:
    """Take a number with its scale; where the marks deny the scale ("5 trạm" is not "5 trăm") it is the next word."""
    start, end = found.span()
    group, scale = ("digits", "scale") if found.lastgroup == "number" else ("spelt", "spelt_scale")
    written = text[found.start(group) : found.end(group)]
    figure = numbers.digits(found["digits"]) if group == "digits" else numbers.words(written)
    if figure is None:
        return _declined(text, "word", start, end)
    factor = numbers.scale_of(text[found.start(scale) : found.end(scale)]) if found[scale] else Decimal(1)
    if factor is None:
        return Token(found.lastgroup or "number", start, found.end(group), figure)
    return Token(found.lastgroup or "number", start, end, figure * factor)


def _ratio(text: str, found: re.Match[str]) -> Ratio | None:
    value, of = numbers.digits(found["ratio_n"]), int(found["ratio_of"].replace(".", ""))
    return Ratio(value, of) if value is not None and of else None


def _grade(text: str, found: re.Match[str]) -> str | None:
    """Take the grade: a capital letter as it stands, a word with its capital."""
    if found["grade_letter"]:
        letter = text[found.start("grade_letter") : found.end("grade_letter")]
        return letter if letter == letter.upper() else None
    group = "grade_word" if found["grade_word"] else "grade_class"
    grade = " ".join(text[found.start(group) : found.end(group)].lower().split())
    return grade.capitalize() if grade in words.GRADES or group == "grade_class" else None


def _named(text: str, found: re.Match[str]) -> bool | None:
    return words.known(text[found.start("namer") : found.end("namer")], _NAMED) if found["namer"] else True


_NAMED = dict.fromkeys(words.NAMED, True)


def _doing(text: str, found: re.Match[str]) -> str | None:
    """Say whether the word may take a share ("completing") or only a deadline ("making")."""
    phrase = text[found.start() : found.end()]
    if words.known(phrase, _DOING) is None:
        return None
    return "completing" if words.known(phrase, _COMPLETING) else "making"


_DOING = dict.fromkeys(words.DOING, True)
_COMPLETING = dict.fromkeys(words.COMPLETING, True)


def _acronym(text: str, found: re.Match[str]) -> bool | None:
    return text[found.start() + 1 : found.end() - 1].isupper() or None


def _part(text: str, found: re.Match[str]) -> Fraction | None:
    """Read a part of a whole: "một nửa", "3/4 số thôn"; a figure above one is none."""
    if found["part_n"]:
        part, of = int(found["part_n"]), int(found["part_of"])
    else:
        part, of = words.known(text[found.start() : found.end()], words.PARTS) or (0, 0)
    return Fraction(part, of) if 0 < part < of else None


def _percent(text: str, found: re.Match[str]) -> str:
    if found["mille"]:
        return "‰"
    if found["named_share"]:
        return " ".join(text[found.start("named_share") : found.end("named_share")].split())
    return f"% {found['of_product'].upper()}" if found["of_product"] else "%"


def _baseline(text: str, found: re.Match[str]) -> str:
    return " ".join(text[found.start("base") : found.end("base")].strip("‹› ").split())


_VALUES: dict[str, _Reader] = {
    "sign": _sign, "compare": _known(words.COMPARING), "adjacent": _known(words.ADJACENT | words.WITHIN),
    "after": _after, "per": _per, "cycle": _cycle, "ratio": _ratio, "part": _part, "fold": _known(words.FOLDS),
    "grade": _grade, "named": _named, "percent": _percent, "baseline": _baseline, "rank": _listed(words.RANKING),
    "leading": _listed(words.LEADING), "cut": _listed(words.CUT), "up": _listed(words.UP), "down": _listed(words.DOWN),
    "toward": _listed(words.TO_LEVEL), "doing": _doing, "starting": _listed(words.STARTING),
    "filler": _listed(words.FILLERS), "acronym": _acronym,
}  # fmt: skip
