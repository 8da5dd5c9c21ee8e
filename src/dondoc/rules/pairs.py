"""Equal or nearly equal tasks (nhiệm vụ trùng), across agencies and across directives: one reporting line for both."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dondoc.rules import names
from dondoc.rules.catalogue import Item
from dondoc.rules.targets import Target, plain

Term = tuple[int, int] | None
NEAR = 80
"""Percent of words two tasks must share to be proposed as one."""
ADDED = 90
"""Percent to share where the words of one go beyond the other's by more than names of bodies and people."""


def words(text: str) -> frozenset[str]:
    """Make a set of the words of a text."""
    return frozenset(text.split())


_TRIFLES = words("va cac cua duoc co la cho tai tren trong theo den voi ve de do")
_NEUTRAL = words(
    "co quan don vi dia phuong ubnd uy ban nhan dan huyen thanh pho thi xa phuong tran tinh so nganh thu truong chu"
    " tich lanh dao can bo cong chuc vien nguoi lao dong giam doc"
)
"""Words that name who does it, not what is done: one list says "cơ quan" where another says "Thanh tra tỉnh"."""
_YEAR = re.compile(r"20\d\d")
_ABBREVIATED = {
    "tthc": "thu tuc hanh chinh",
    "dvc": "dich vu cong",
    "dvctt": "dich vu cong truc tuyen",
    "csdl": "co so du lieu",
    "cntt": "cong nghe thong tin",
    "cds": "chuyen doi so",
    "cchc": "cai cach hanh chinh",
    "vbqppl": "van ban quy pham phap luat",
    "bhyt": "bao hiem y te",
    "bhxh": "bao hiem xa hoi",
    "cbccvc": "can bo cong chuc vien chuc",
    "ntm": "nong thon moi",
    "ti": "ty",
}
"""Abbreviations written out, in small letters without marks, so that "TTHC" and "thủ tục hành chính" are one."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two tasks that say the same: `likeness` is the percent of words shared, `why` a sentence for people."""

    left_ref: str
    right_ref: str
    same_words: bool
    same_threshold: bool
    same_time: bool
    likeness: int
    why: str


@dataclass(frozen=True, slots=True)
class _Task:
    """A task's telling words, and those of them that only name its agency."""

    item: Item
    words: tuple[str, ...]
    neutral: frozenset[str]


@lru_cache(maxsize=8192)
def telling_words(text: str) -> tuple[str, ...]:
    """Give the words of a task that tell it from others: no parentheses, marks, trifles; abbreviations written out."""
    outside = re.sub(r"\([^()]*\)", " ", text)
    out: list[str] = []
    for word in names.skeleton(outside).split():
        out += _ABBREVIATED.get(word, word).split()
    return tuple(word for word in out if word not in _TRIFLES)


def propose(
    items: Sequence[Item], others: Sequence[Item] = (), *, term: Term = None, others_term: Term = None
) -> tuple[Pair, ...]:
    """Propose pairs of tasks that say the same, in document order.

    Without `others` each task is paired with the first of its sisters in the same directive; with `others` with every
    like task of that directive. The terms are the years the directives govern, None where unknown.
    """
    if not others:
        return tuple(
            _pair(group[0], sister, _likeness(_task(group[0]), _task(sister)) or NEAR, term, term)
            for group in groups(items)
            for sister in group[1:]
        )
    index = _Index(map(_task, others))
    return tuple(
        _pair(item, other.item, share, term, others_term) for item in items for other, share in index.near(_task(item))
    )


def groups(items: Sequence[Item]) -> tuple[tuple[Item, ...], ...]:
    """Group recurring tasks: equal words first, then nearly equal ones join the largest group they are near to."""
    equal: dict[tuple[str, ...], list[Item]] = defaultdict(list)
    for item in items:
        equal[_task(item).words].append(item)
    order = {item.ref: number for number, item in enumerate(items)}
    index = _Index(())
    found: dict[str, list[Item]] = {}
    for words, members in sorted(equal.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        if not words:
            continue
        task = _task(min(members, key=lambda item: item.ref))
        centre = max(index.near(task), key=lambda near: near[1], default=None)
        if centre is None:
            index.add(task)
            found[task.item.ref] = list(members)
        else:
            found[centre[0].item.ref] += members
    grouped = [sorted(group, key=lambda item: order[item.ref]) for group in found.values() if len(group) > 1]
    return tuple(tuple(group) for group in sorted(grouped, key=lambda group: order[group[0].ref]))


def thresholds(item: Item) -> tuple[str, ...]:
    """Give what an item's targets ask, comparable: sign, figure, unit, level and period, without the words around."""
    return tuple(threshold(target) for target in item.targets)


def threshold(target: Target) -> str:
    """Give what one target asks as comparable words (">95%", "Mức 4 ≥80%", "hạng A")."""
    figure = target.grade or plain(target.value) or "–".join(filter(None, (plain(target.low), plain(target.high))))
    parts = (target.qualifier, f"{target.comparator or ''}{figure}", target.unit, target.per and f"/{target.per}")
    return " ".join(names.fold(str(part)) for part in parts if part)


def years(item: Item, term: Term) -> Term:
    """Give the first and last year an item counts in: its own column, its target's year, else the directive's term."""
    stated = _stated(item)
    if stated is None or (stated[0] is None and stated[1] is None):
        return term
    low = stated[0] or (term[0] if term else None) or stated[1]
    high = stated[1] or (max(term[1], stated[0] or 0) if term else None) or stated[0]
    return (low, high) if low is not None and high is not None else term


def _stated(item: Item) -> tuple[int | None, int | None] | None:
    schedule = item.schedule
    if schedule is not None and schedule.kind in ("years", "from", "date", "continuous", "yearly"):
        return _year(schedule.from_) or _single(schedule.kind, schedule.to), _year(schedule.to)
    by = [year for target in item.targets if (year := _year(target.by)) is not None]
    return (min(by), max(by)) if by else None


def _single(kind: str, to: str | None) -> int | None:
    return _year(to) if kind in ("years", "date") else None


def _year(code: str | None) -> int | None:
    found = _YEAR.search(code or "")
    return int(found[0]) if found else None


class _Index:
    """Tasks found by the rarer of their words, so that 372 times 84 comparisons are never made."""

    def __init__(self, tasks: Iterable[_Task]) -> None:
        self.tasks: list[_Task] = []
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for task in tasks:
            self.add(task)

    def add(self, task: _Task) -> None:
        for word in set(task.words):
            self.by_word[word].append(len(self.tasks))
        self.tasks.append(task)

    def near(self, task: _Task) -> Iterator[tuple[_Task, int]]:
        """Give the tasks near to one, with the percent of words shared, in the order they were added."""
        shared: Counter[int] = Counter()
        for word in set(task.words):
            shared.update(self.by_word.get(word, ()))
        least = 0.6 * len(set(task.words))
        for number in sorted(number for number, count in shared.items() if count >= least):
            share = _likeness(task, self.tasks[number])
            if share is not None:
                yield self.tasks[number], share


def _task(item: Item) -> _Task:
    words = telling_words(item.text_suggested or item.text)
    named = frozenset(word for lead in item.leads for word in names.skeleton(lead).split())
    return _Task(item=item, words=words, neutral=named)


def _likeness(left: _Task, right: _Task) -> int | None:
    """Give the percent of words two tasks share; None where they do not say the same.

    What one says beyond the other may be added words or another agency; where each has words of its own
    ("Mobile banking", "Internet banking"; "Xây dựng", "Triển khai"), they are two tasks.
    """
    mine, theirs = Counter(left.words), Counter(right.words)
    total = len(left.words) + len(right.words)
    share = (400 * sum((mine & theirs).values()) + total) // (2 * total)
    neutral = _NEUTRAL | left.neutral | right.neutral
    own = _own(mine - theirs, neutral), _own(theirs - mine, neutral)
    if share < NEAR or (own[0] and own[1]) or ((own[0] or own[1]) and share < ADDED):
        return None
    return share


def _own(words: Counter[str], neutral: frozenset[str]) -> list[str]:
    return [word for word in words if word not in neutral and not _YEAR.fullmatch(word)]


def _pair(left: Item, right: Item, share: int, term: Term, others_term: Term) -> Pair:
    same_words = left.text == right.text
    same_threshold = thresholds(left) == thresholds(right)
    same_time = _overlap(years(left, term), years(right, others_term))
    return Pair(
        left_ref=left.ref,
        right_ref=right.ref,
        same_words=same_words,
        same_threshold=same_threshold,
        same_time=same_time,
        likeness=share,
        why=_why(same_words, same_threshold, same_time, share),
    )


def _overlap(left: Term, right: Term) -> bool:
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def _why(same_words: bool, same_threshold: bool, same_time: bool, share: int) -> str:
    words = "Cùng lời văn" if same_words else f"Lời văn giống nhau {share}%"
    threshold = "cùng chỉ tiêu" if same_threshold else "khác chỉ tiêu"
    return f"{words}, {threshold}, {'cùng thời gian' if same_time else 'khác thời gian'}."
