"""Figures to reach inside a sentence, each with what it is of and where its words stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import figures, finishing, phrases, segments, trajectories, wanted, words
from dondoc.rules.targets.figures import Figure
from dondoc.rules.targets.tokens import Token, scan, within, without_remains
from dondoc.rules.targets.values import Comparator, Target, is_share


@dataclass(frozen=True, kw_only=True)
class Found:
    """A target found in a sentence and where its words stand: code points from `start` to before `end`."""

    target: Target
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Clause:
    """The tokens of one clause with its one figure, placed among them."""

    tokens: list[Token]
    figure: Figure
    left: int


_LEADING_DEADLINE = re.compile(r"(?:đến|tới|vào|hết|trong)\s+(?:cuối\s+|hết\s+)?năm\s+20\d\d[,:]?\s*$", re.IGNORECASE)


@lru_cache(maxsize=2048)
def find(sentence: str, *, term: tuple[int, int] | None = None) -> tuple[Found, ...]:
    """Find the figures a sentence asks to reach, in order; offsets are those of the sentence as given.

    Numbers of documents, dates, classes, levels, ages and figures of the past are left alone; so is the step of
    a course over years ("mỗi năm tiếp theo tăng 10%"). `term` is the years the document governs: a single one
    stands in where a deadline names no year, and what stands under an earlier year is a result.
    """
    year = term[0] if term is not None and term[0] == term[1] else None
    plain = without_remains(sentence)
    tokens = scan(plain, year)
    chosen = _wanted(plain, tokens, since=term[0] if term is not None else None)
    step = trajectories.step_of(plain)
    bounds = [
        _beside(step, bound, tokens[figure.first].start)
        for figure, bound in zip(chosen, _bounds(plain, tokens, chosen), strict=True)
    ]
    found: list[Found] = []
    former: segments.Draft | None = None
    for figure, (left, right) in zip(chosen, bounds, strict=True):
        clause = _clause(tokens, figure, left, right)
        draft = segments.read(plain, clause.tokens, clause.figure)
        if former is not None and not any(mark in plain[found[-1].end : left] for mark in ";.("):
            segments.carry(former, draft)
        one, former = _found(plain, clause, draft), draft
        subject = one.target.subject or _carried_on(plain, found, one)
        by = one.target.by or _deadline_over(plain, found, one)
        found.append(
            replace(one, target=replace(one.target, text=sentence[one.start : one.end], subject=subject, by=by))
        )
    return tuple(found)


@lru_cache(maxsize=16384)
def is_target_form(text: str) -> bool:
    """Say whether a cell of a time or product column is a target ("≥1 lần/năm", "Xếp hạng A") and nothing else.

    Cheap enough to be asked of thousands of cells: what has neither a figure nor a grade is refused at sight.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST_CELL or _MAYBE.search(letters.folded(text)) is None:
        return False
    found = phrases.parse(text)
    return bool(found) and all(_measures(target) for target in found) and _opens_soon(text)


_LONGEST_CELL = 120
_MOST_WORDS_BEFORE = 3
_MAYBE = Pattern(r"\d|(?<!\w)(?:hang|loai|top|nhom|xuat sac|tot|kha|trung binh|yeu|kem|hoan thanh|[a-f])(?!\w)")


def _opens_soon(text: str) -> bool:
    """A target form comes to its figure after three words at most ("Cập nhật tối thiểu …"); a sentence may not."""
    before = 0
    for token in scan(without_remains(text)):
        if token.kind in ("number", "ratio", "cycle", "numword", "grade", "rank"):
            return True
        before += token.kind == "word"
        if before > _MOST_WORDS_BEFORE:
            return False
    return True


def _measures(target: Target) -> bool:
    """A share, a comparison, a count in a period, a place or a grade; a bare count is a product ("01 báo cáo")."""
    if target.comparator in (Comparator.TEXT, Comparator.STARTS):
        return False
    if target.comparator is Comparator.DONE:
        return target.value is not None
    if target.comparator in (None, Comparator.BETWEEN):
        return target.per is not None or is_share(target.unit) or target.change
    return True


def _wanted(sentence: str, tokens: Sequence[Token], *, since: int | None) -> list[Figure]:
    step = trajectories.step_of(sentence)
    return [
        figure
        for figure in figures.among(sentence, tokens)
        if wanted.is_wanted(sentence, tokens, figure, since=since)
        and not (step is not None and step[0] <= tokens[figure.first].start < step[1])
    ]


def _beside(step: tuple[int, int] | None, bound: tuple[int, int], at: int) -> tuple[int, int]:
    """Keep the words of a yearly step out of the clause of a figure that stands at a place beside it."""
    if step is None or not bound[0] < step[1] or not step[0] < bound[1]:
        return bound
    return (bound[0], step[0]) if at < step[0] else (step[1], bound[1])


def _bounds(sentence: str, tokens: Sequence[Token], chosen: Sequence[Figure]) -> list[tuple[int, int]]:
    """Give each figure its clause: between the nearest stops, and cut between neighbours that no stop parts."""
    bounds: list[tuple[int, int]] = []
    for index, figure in enumerate(chosen):
        former = chosen[index - 1] if index else None
        left = _stop_before(sentence, tokens, former.behind if former else 0, figure.first)
        if left is None:
            left = _cut(sentence, tokens, former, figure) if former else 0
        latter = chosen[index + 1] if index + 1 < len(chosen) else None
        right = _stop_behind(tokens, figure.behind, latter.first if latter else len(tokens))
        if right is None:
            right = _cut(sentence, tokens, figure, latter) if latter else len(sentence)
        bounds.append((left, right))
    return bounds


def _cut(sentence: str, tokens: Sequence[Token], former: Figure, latter: Figure) -> int:
    cut = phrases.cut(sentence, tokens, former, latter)
    return tokens[wanted.lead(tokens, latter)].start if cut is None else cut


def _stop_before(sentence: str, tokens: Sequence[Token], floor: int, index: int) -> int | None:
    """Find the stop before a figure; closed brackets on the way, and a date with its colon, are passed over."""
    depth = 0
    for place in range(index - 1, floor - 1, -1):
        token = tokens[place]
        mark = sentence[token.start] if token.kind == "stop" else ""
        if mark == ":" and place and tokens[place - 1].kind == "when":
            continue
        if mark == ")":
            depth += 1
        elif mark == "(" and depth:
            depth -= 1
        elif mark and not depth:
            return token.end
    return None


def _stop_behind(tokens: Sequence[Token], index: int, ceiling: int) -> int | None:
    return next((tokens[place].start for place in range(index, ceiling) if tokens[place].kind == "stop"), None)


def _clause(tokens: Sequence[Token], figure: Figure, left: int, right: int) -> _Clause:
    inside = within(tokens, left, right)
    shift = bisect_left(tokens, inside[0].start, key=lambda token: token.start)
    return _Clause(inside, replace(figure, first=figure.first - shift, behind=figure.behind - shift), left)


def _found(sentence: str, clause: _Clause, draft: segments.Draft) -> Found:
    start, end = _extent(clause)
    target = finishing.target(draft, sentence[start:end])
    if draft.behind and target.unit and sentence.startswith(target.unit, draft.behind[0][0]):
        end = max(end, draft.behind[0][0] + len(target.unit))
    subject = target.subject or _subject_outside(sentence, clause)
    return Found(target=replace(target, subject=_pruned(subject)), start=start, end=end)


_TAIL = frozenset({"percent", "per", "after", "baseline", "when", "leading"})


def _extent(clause: _Clause) -> tuple[int, int]:
    """The words of the figure itself: from what compares it to its unit, period and baseline."""
    first = wanted.lead(clause.tokens, clause.figure)
    last = clause.figure.behind
    counted = not is_share(clause.figure.unit) and clause.figure.of is None
    while last < len(clause.tokens) and _belongs(clause.tokens, last, counted=counted):
        last += 1
    return clause.tokens[first].start, clause.tokens[last - 1].end


def _belongs(tokens: Sequence[Token], index: int, *, counted: bool) -> bool:
    """Behind a count its nouns belong to it too, over a comma if a period follows ("240 tin, bài/năm")."""
    if tokens[index].kind in _TAIL:
        return True
    if not counted:
        return False
    if tokens[index].kind == "comma":
        return any(token.kind == "per" for token in tokens[index : index + 4])
    return tokens[index].kind == "word"


def _subject_outside(sentence: str, clause: _Clause) -> str | None:
    """A figure alone in brackets is of what stands before the bracket: "Kiềm chế … (Giảm 5%/năm)"."""
    if not sentence[: clause.left].endswith("("):
        return None
    outer = _BRACKETED.sub("", sentence[: clause.left - 1])
    start = max(outer.rfind(mark) for mark in ";.(:)") + 1
    return outer[start:].strip(" ,-–+") or None


_CUT = Pattern(rf"(?:{'|'.join(words.CUT)})(?!\w)")
_CLAUSE_HEAD = Pattern(
    r"(?<=, )(?:tỷ lệ|tỉ lệ|tỷ trọng|mức độ|lĩnh vực|khu vực|số lượng|chỉ số|kim ngạch|thu nhập|tổng)(?!\w)"
)
_BRACKETED = Pattern(r"(?:\s*\([^()]*\))+\s*$")
_PURPOSE = Pattern(r"(?:,\s*|\s+)(?:góp phần|nhằm|qua đó|bảo đảm|đảm bảo|trong đó(?! có)|để)(?!\w).*$")


def _pruned(subject: str | None) -> str | None:
    """Cut a subject down to its clause: from the word of cutting, or from the noun behind the last comma."""
    if subject is None:
        return None
    small = letters.lower(subject)
    cut = _CUT.search(small)
    if cut is not None:
        return subject[cut.start() :]
    heads = [found.start() for found in _CLAUSE_HEAD.finditer(small)]
    subject = subject[heads[-1] :] if heads else subject
    return _PURPOSE.sub("", subject).strip(" ,-–+") or None


def _deadline_over(sentence: str, found: Sequence[Found], one: Found) -> str | None:
    """A deadline in front of a list holds for all of it: "đến năm 2025 trên 95% …; tỷ lệ … đạt 45%"."""
    if not found or found[-1].target.by is None or any(mark in sentence[found[-1].end : one.start] for mark in ".)"):
        return None
    leading = _LEADING_DEADLINE.search(sentence[max(0, found[-1].start - 40) : found[-1].start])
    return (
        found[-1].target.by if leading or (len(found) > 1 and _deadline_over(sentence, found[:-1], found[-1])) else None
    )


def _carried_on(sentence: str, found: Sequence[Found], one: Found) -> str | None:
    """In one sentence a further figure without words of its own is of the same thing as the one before."""
    if not found or any(mark in sentence[found[-1].end : one.start] for mark in ";.("):
        return None
    return found[-1].target.subject
