"""What a reading of a target leaves open (chỗ cần xem): figures, days and comparisons that no target accounts for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from dondoc.rules import letters, numbers
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets.tokens import Ratio, Token, scan, within, without_remains
from dondoc.rules.targets.trajectories import trajectory
from dondoc.rules.targets.values import LOWER, UPPER, Comparator, Target

_SCALES = (Decimal(1), *numbers.SCALES.values(), Decimal(1_000_000_000_000))
_BOTH_WAYS = Pattern(r"(?<!\w)đạt(?:,| và) vượt(?!\w)")
_IN_TURN = Pattern(r"(?<!\w)lần lượt(?!\w)")
_HUNDRED = 100


def doubts(phrase: str, found: Sequence[Target], *, term: tuple[int, int] | None = None) -> tuple[str, ...]:
    """Say in a sentence each what a person should settle before a reading of a phrase is relied on.

    `found` is what was read from the phrase, `term` the years its document governs, as when it was read.
    """
    plain = without_remains(phrase)
    tokens = scan(plain, term[0] if term is not None and term[0] == term[1] else None)
    reasons = [*_unread_figures(plain, tokens, found), *_open_days(tokens, found), *_inexact(plain, tokens)]
    for target in found:
        reasons += [*_open_comparison(target), *_open_subject(target)]
    if len(found) > 1 and _IN_TURN.search(letters.lower(plain)):
        reasons.append(f"“{' '.join(plain.split())}” nêu lần lượt nhiều con số. Kiểm tra mỗi con số là của mốc nào.")
    return tuple(dict.fromkeys((*reasons, *_carried(found))))


def _unread_figures(text: str, tokens: Sequence[Token], found: Sequence[Target]) -> Iterator[str]:
    """Find the figures that stand in no field of any target; the step of a course over years is in all of them."""
    course = trajectory(text)
    if course is not None and course.step is not None:
        return
    said = " ".join(_words_of(target) for target in found)
    for token in tokens:
        written = text[token.start : token.end]
        unread = token.kind in ("number", "ratio") and not _is_taken(token, found) and written not in said
        unread = unread or (token.kind == "sign" and written in said)
        if unread or (token.kind == "word" and any(map(str.isdecimal, written))):
            yield f"Chưa hiểu “{written}” trong “{' '.join(text.split())}”. Kiểm tra chỉ tiêu."


def _words_of(target: Target) -> str:
    if target.comparator is Comparator.TEXT:
        return ""
    fields = (target.subject, target.unit, target.baseline, target.qualifier, target.by, target.grade)
    return " ".join(field for field in fields if field)


def _is_taken(token: Token, found: Sequence[Target]) -> bool:
    values = [value for target in found for value in (target.value, target.low, target.high) if value is not None]
    if isinstance(token.value, Ratio):
        stated = token.value.value in values and any(target.of == token.value.of for target in found)
        return stated or _HUNDRED * token.value.value / token.value.of in values
    if any(target.comparator is Comparator.TOP for target in found) and token.value <= max(values) + 1:
        return True
    return any(abs(value) == token.value * scale for value in values for scale in _SCALES) or any(
        target.of == token.value for target in found
    )


def _open_days(tokens: Sequence[Token], found: Sequence[Target]) -> Iterator[str]:
    """Find stretches of time that name no year, and days that bound no target."""
    codes = {target.by for target in found}
    said = " ".join(_words_of(target) for target in found)
    for token in tokens:
        if token.kind != "when" or token.value.text in said:
            continue
        when = token.value
        if when.code is None and not (when.kind == "year" and any(target.per for target in found)):
            yield f"“{when.text}” không nêu năm. Ghi rõ năm."
        elif when.code is not None and when.code not in codes:
            yield f"Chưa rõ mốc thời gian “{when.text}” là của chỉ tiêu nào."


def _inexact(text: str, tokens: Sequence[Token]) -> Iterator[str]:
    """Find parts that no two decimals can say (2/3), and a sign before a figure that may be a bullet."""
    for index, token in enumerate(tokens):
        if token.kind == "part" and _HUNDRED % token.value.denominator:
            yield f"“{text[token.start : token.end]}” được làm tròn thành số phần trăm. Kiểm tra cách tính."
        signed = token.kind == "polarity" and text[token.start] != "+"
        if signed and not (index and tokens[index - 1].kind in ("sign", "compare", "adjacent")):
            yield "Dấu “-” trước con số được hiểu là giảm. Nếu là gạch đầu dòng thì bỏ dấu."


def _open_comparison(target: Target) -> Iterator[str]:
    """Find comparisons that contradict each other, lose their strictness in a range, or say two things."""
    text = without_remains(target.text)
    tokens = within(scan(text), 0, len(text))
    signs = [token.value for token in tokens if token.kind in ("sign", "compare", "after")]
    if target.comparator is Comparator.BETWEEN and any(sign in (Comparator.GREATER, Comparator.LESS) for sign in signs):
        yield f"“{target.text}” vừa là khoảng vừa có dấu so sánh. Ghi rõ từ bao nhiêu đến bao nhiêu."
    elif target.comparator in LOWER | UPPER and LOWER & set(signs) and UPPER & set(signs) and not _is_chain(target):
        yield f"“{target.text}” có hai phép so sánh trái nhau. Ghi rõ ít nhất hay nhiều nhất."
    elif _BOTH_WAYS.search(letters.lower(text)):
        yield f"“{target.text}”: khi vừa bằng mức ấy thì đã đạt chưa? Ghi rõ."


def _open_subject(target: Target) -> Iterator[str]:
    """Find subjects that are none: a lone preposition or sign, and a rhythm that counts for itself."""
    if _NO_SUBJECT.fullmatch(letters.lower(target.subject or "")):
        yield f"Chưa hiểu “{target.subject}” trong “{target.text}”. Kiểm tra chỉ tiêu."


_NO_SUBJECT = Pattern(r"sau|trước|trong|từ|đến|đến hết|vào|±|.*\d lần.*")


def _is_chain(target: Target) -> bool:
    """Two bounds read from one range ("40% ≤ x < 60%") keep the words of the whole range."""
    return sum(token.kind == "number" for token in scan(without_remains(target.text))) > 1


def _carried(found: Sequence[Target]) -> Iterator[str]:
    """Find movements and bounds taken over from the figure before, which the words of the figure do not say."""
    for target in found[1:]:
        kinds = {token.kind for token in scan(without_remains(target.text))}
        if target.change and not kinds & _MOVING:
            yield f"“{target.text}” được hiểu là cùng tăng hoặc giảm như con số trước. Kiểm tra."
        elif target.comparator in UPPER and not kinds & _COMPARING:
            yield f"“{target.text}” được hiểu là cùng mức chặn trên như con số trước. Kiểm tra."


_COMPARING = frozenset({"sign", "compare", "adjacent", "after", "toward"})
_MOVING = frozenset({"up", "down", "cut", "polarity", "adjacent"})
