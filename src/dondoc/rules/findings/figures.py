"""Figures of the body against the targets of the appendix, where both are of the same thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dondoc.rules.catalogue import Finding, Item, Objective, ValueMilestone
from dondoc.rules.findings.material import Material, shown, warning
from dondoc.rules.numbers import say
from dondoc.rules.objectives import dimension_of
from dondoc.rules.pairs import telling_words, words, years
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import Comparator, Target

_SAME = 0.68
"""Part of the telling words of the shorter statement that must stand in the longer."""
_WORDY = words(
    "dat toi thieu it nhat ty le so tren tong muc tieu tung gom dam bao trien khai thuc hien cac den nam moi tang giam"
    " tro len nham muc do su co hoan thanh"
)
"""Words every aim is made of; they tell nothing of what it is of."""
_FIGURE = Pattern(r"\d+(?:,\d+)?\s*%|20\d\d|mỗi năm tiếp theo.*$")
_NO_FIGURE = frozenset({Comparator.TOP, Comparator.DONE, Comparator.TEXT, Comparator.GRADE, Comparator.STARTS})


@dataclass(frozen=True, kw_only=True)
class _Match:
    objective: Objective
    item: Item
    target: Target
    share: float


def figure_differs(material: Material) -> Iterator[Finding]:
    """Find targets of the appendix that ask another figure, for the same year, than the body aims at.

    A person looks up each figure of the body in the appendix: the same thing by its words, then the same year.
    """
    said: set[tuple[str, str]] = set()
    for match in _matches(material):
        milestone = _other_milestone(material, match)
        key = (match.objective.text or "", match.item.ref)
        if milestone is not None and key not in said:
            said.add(key)
            yield _differs(match, milestone)


def _differs(match: _Match, milestone: ValueMilestone) -> Finding:
    objective, item, target = match.objective, match.item, match.target
    figure = (
        f"{say(milestone.value)}{milestone.unit}"
        if milestone.unit == "%"
        else f"{say(milestone.value)} {milestone.unit or ''}".strip()
    )
    message = (
        f"{objective.where} ghi {figure} năm {milestone.from_}, Phụ lục {item.ref} ghi “{shown(target)}” "
        "cho cùng việc: "
        f"{target.subject or item.text}. Thống nhất hai chỗ."
    )
    return warning("figure-differs", message, objective.text or "", objective.where, item.ref)


def _other_milestone(material: Material, match: _Match) -> ValueMilestone | None:
    """Give the first milestone for a year the item counts in whose figure is another; None where all agree."""
    span = years(match.item, material.catalogue.document.term)
    for milestone in match.objective.targets:
        if not isinstance(milestone, ValueMilestone) or milestone.value == match.target.value:
            continue
        if span is None or (span[0] <= milestone.to and milestone.from_ <= span[1]):
            return milestone
    return None


def _matches(material: Material) -> Iterator[_Match]:
    """Give each target of the appendix with the one objective of the body it says the most of."""
    objectives = [one for one in material.catalogue.objectives if one.text and _units(one)]
    for item in material.items if objectives else ():
        dimension = dimension_of((item.section or "").partition(" ")[2])
        for target in item.targets:
            if target.value is None or target.change or target.comparator in _NO_FIGURE:
                continue
            near = [_match(one, item, target) for one in objectives if _comparable(one, dimension, target)]
            best = max(near, key=lambda match: match.share, default=None)
            if best is not None and best.share >= _SAME:
                yield best


def _match(objective: Objective, item: Item, target: Target) -> _Match:
    share = _share(target.subject or item.text, objective.text or "")
    return _Match(objective=objective, item=item, target=target, share=share)


def _units(objective: Objective) -> set[str | None]:
    return {milestone.unit for milestone in objective.targets if isinstance(milestone, ValueMilestone)}


def _comparable(objective: Objective, dimension: int | None, target: Target) -> bool:
    """Tell whether an objective counts in the unit of a target and, where both say one, is of its dimension."""
    return objective.dimension in (None, dimension or objective.dimension) and target.unit in _units(objective)


def _share(left: str, right: str) -> float:
    """Give the part of the shorter statement's telling words that the longer one has too.

    What each counts comes first in its words, and must stand in the other: a share of roads "của các xã đạt chuẩn
    nông thôn mới" is no share of communes.
    """
    mine, theirs = _told(left), _told(right)
    if min(len(mine), len(theirs)) < 3 or mine[0] not in theirs or theirs[0] not in mine:
        return 0.0
    return sum((Counter(mine) & Counter(theirs)).values()) / min(len(mine), len(theirs))


def _told(text: str) -> list[str]:
    return [word for word in telling_words(_FIGURE.sub(" ", text)) if word not in _WORDY and not word.isdigit()]
