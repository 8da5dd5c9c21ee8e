"""What is to be reached without a figure: a grade, something done or begun in time, none of something, mere words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from dondoc.rules import letters
from dondoc.rules.dates import Relation, When
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import finishing, words
from dondoc.rules.targets.tokens import Token, tidy
from dondoc.rules.targets.values import Combine, Comparator, Per, Target

_OF_TIME = Pattern(r"(?<!\w)(?:của|so với|như|bằng)\s+năm\s+20\d\d")
"""A year that is compared with, and no deadline."""
_RHYTHM = Pattern(r"định kỳ\s+\d+\s+(?:tháng|quý|năm)(?!.*lần)")
_NONE_OF = Pattern(rf"(?:{'|'.join(words.NONE_OF)})\s+(?=\w)".replace(" ", r"\s+"), re.IGNORECASE)
_BARE_GRADE = Pattern(
    rf"(?:A\+?|[B-F])(?:\s+trở lên)?|(?:{'|'.join(words.GRADES)})(?:\s+trở lên)?".replace(" ", r"\s+"), re.IGNORECASE
)


def read(phrase: str, tokens: Sequence[Token], text: str) -> list[Target]:
    """Read a stretch without a figure: a grade, something done or begun by a date, none of something, or mere words.

    `text` is the words of the stretch; several days ("trước ngày 25/6 và 25/12") give a target each.
    """
    monthly = _day_of_month(text)
    if monthly is not None:
        return [monthly]
    whens = [token.value for token in tokens if token.kind == "when"]
    by = finishing.code(whens[-1]) if whens else None
    none = _none_of(phrase, tokens, text)
    if none is not None:
        return [
            Target(
                text=text,
                comparator=Comparator.EQUAL,
                value=Decimal(0),
                unit=none,
                by=by,
                combine=finishing.combine(none, Comparator.EQUAL),
            )
        ]
    grade = (
        next((token.value for token in tokens if token.kind == "grade"), None)
        or _bare_grade(text)
        or _level(text, tokens)
    )
    if grade is not None:
        return [Target(text=text, comparator=Comparator.GRADE, grade=grade, by=by, combine=Combine.LATEST)]
    if whens and _begins(phrase, tokens, whens):
        code = finishing.code(whens[0])
        return [Target(text=text, comparator=Comparator.STARTS, by=code, combine=Combine.LATEST)]
    if _does(phrase, tokens, whens):
        return _done(phrase, tokens, whens, text)
    return [Target(text=text, comparator=Comparator.TEXT, by=None if _OF_TIME.search(letters.lower(text)) else by)]


_DAY_OF_MONTH = Pattern(
    r"(?:\w+\s+){0,3}?(?:trước|chậm nhất|muộn nhất|vào|đến)\s+(?:(?:là|vào)\s+)?ngày\s+(?P<day>\d{1,2})\s+(?:của\s+)?"
    r"(?:(?:hằng|hàng|mỗi) tháng|(?P<quarter>tháng cuối (?:cùng )?(?:của )?quý))\.?"
)


def _day_of_month(text: str) -> Target | None:
    """Read a day of every month or of the last month of every quarter: "trước ngày 5 hằng tháng"."""
    found = _DAY_OF_MONTH.fullmatch(letters.lower(text))
    if found is None:
        return None
    per = Per.QUARTER if found["quarter"] else Per.MONTH
    return Target(text=text, comparator=Comparator.DONE, by=found["day"], per=per, combine=Combine.LATEST)


def _done(phrase: str, tokens: Sequence[Token], whens: Sequence[When], text: str) -> list[Target]:
    """Make a target of each day something is to be done by; "hằng năm" makes them days of every year."""
    per = next((token.value for token in tokens if token.kind == "per"), None)
    one = Target(
        text=text,
        subject=_done_subject(phrase, tokens),
        comparator=Comparator.DONE,
        per=per,
        combine=Combine.LATEST,
    )
    days = whens if len(whens) > 1 and all(when.kind == "day" for when in whens) else whens[-1:]
    return [replace(one, by=finishing.code(when)) for when in days] or [one]


def is_rhythm(text: str) -> bool:
    """Say whether words name only how often ("Định kỳ 06 tháng, năm"): its figure counts months."""
    return _RHYTHM.match(letters.lower(text)) is not None


def is_none_of(text: str) -> bool:
    """Say whether words wish that there be none of something: "không còn hộ nghèo", "không để xảy ra cháy rừng"."""
    found = _NONE_OF.match(text)
    if found is None:
        return False
    return letters.lower(found[0]).rstrip().endswith(("ra", "sinh")) or words.noun_kind(text[found.end() :]) is not None


def none_of_until(phrase: str, tokens: Sequence[Token], start: int) -> int | None:
    """Find the comma where such a wish at the front ends, None where there is no such wish or no comma."""
    if not is_none_of(phrase[start:].lstrip()):
        return None
    return next((token.end for token in tokens if token.kind == "comma"), None)


def _none_of(phrase: str, tokens: Sequence[Token], text: str) -> str | None:
    """Give what there shall be none of, without the deadline."""
    found = _NONE_OF.match(text)
    if found is None or not is_none_of(text):
        return None
    deadline = next((token.start for token in tokens if token.kind == "when" and token.start > tokens[0].start), None)
    end = tokens[-1].end if deadline is None else deadline
    start = next(token.start for token in tokens if token.start >= tokens[0].start + found.end())
    thing = tidy(phrase, start, end).strip(" ,;.")
    return thing.removeprefix("mới").strip() or None


def _level(text: str, tokens: Sequence[Token]) -> str | None:
    """A level alone is a grade of its own scheme: "Đạt cấp độ 3"."""
    kinds = [token.kind for token in tokens if token.kind not in ("after", "filler")]
    standard = letters.lower(text).startswith("đạt chuẩn") and kinds == ["word", "level"]
    if not (standard or kinds == ["level"]) or not any(map(str.isdigit, text)):
        return None
    found = _LEVEL.search(letters.lower(text))
    return found and " ".join(found[0].split()).capitalize()


_LEVEL = Pattern(r"(?:mức độ|mức|cấp độ|cấp)\s*\d+".replace(" ", r"\s+"))


def _bare_grade(text: str) -> str | None:
    if not _BARE_GRADE.fullmatch(text):
        return None
    grade = re.sub(r"\s+trở lên$", "", text, flags=re.IGNORECASE)
    return grade if len(grade) <= 2 else grade.lower().capitalize()


def _begins(phrase: str, tokens: Sequence[Token], whens: Sequence[When]) -> bool:
    """Something begins: "Bắt đầu …", "Khởi công …", or nothing but "[Triển khai] từ …"."""
    first = letters.lower(phrase[tokens[0].start : tokens[0].end])
    if first.startswith(("bắt đầu", "khởi")):
        return True
    others = [token for token in tokens if token.kind not in ("when", "stop", "starting", "comma")]
    return whens[0].relation is Relation.FROM and whens[0].kind != "span" and not others


def _does(phrase: str, tokens: Sequence[Token], whens: Sequence[When]) -> bool:
    """Something is to be done: "Hoàn thành", "Ban hành trong quý II"; or a deadline stands alone."""
    if not tokens:
        return False
    head = letters.lower(phrase[tokens[0].start : tokens[0].end])
    if tokens[0].kind == "doing":
        return bool(whens) or head in _DONE_ALONE
    return bool(whens) and all(
        token.kind in ("when", "stop", "starting", "comma", "doing", "per") or _joins(phrase, token) for token in tokens
    )


def _joins(phrase: str, token: Token) -> bool:
    return letters.folded(phrase[token.start : token.end]) == "va"


_DONE_ALONE = (*words.COMPLETING, "đã ban hành")


def _done_subject(phrase: str, tokens: Sequence[Token]) -> str | None:
    """What is done, between the word of doing and the deadline; "trước thời hạn", "đúng tiến độ" say when, not what."""
    free = [token for token in tokens[1:] if token.kind not in ("when", "stop", "comma", "per")]
    if free and _joins(phrase, free[-1]):
        free.pop()
    if not free or letters.lower(phrase[tokens[0].start : tokens[0].end]) == "trình":
        return None
    subject = tidy(phrase, free[0].start, free[-1].end)
    return None if _IN_TIME.match(letters.lower(subject)) else subject or None


_IN_TIME = Pattern(r"(?:trước|đúng|vượt|trong)\s+(?:thời\s+)?(?:hạn|tiến độ|kế hoạch|quy định|thời gian)")
