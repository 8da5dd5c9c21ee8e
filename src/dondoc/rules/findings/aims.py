"""Objectives against themselves and against each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from dondoc.rules import targets
from dondoc.rules.catalogue import Baseline, Finding, Group, Objective, RankMilestone
from dondoc.rules.findings.material import Material, note, warning
from dondoc.rules.numbers import say
from dondoc.rules.objectives.ranks import statements

GROUPS = (Group.HIGHEST, Group.HIGH_AVERAGE, Group.LOW_AVERAGE, Group.LOWEST)
SAID = {
    Group.HIGHEST: "cao nhất",
    Group.HIGH_AVERAGE: "trung bình cao",
    Group.LOW_AVERAGE: "trung bình thấp",
    Group.LOWEST: "thấp nhất",
}


@dataclass(frozen=True, kw_only=True)
class _Difference:
    first: int
    last: int
    one: RankMilestone
    other: RankMilestone


def trajectory_does_not_add_up(material: Material) -> Iterator[Finding]:
    """Reckon the yearly steps of a figure and hold the sum against the figure stated for the last year.

    "Ít nhất" before the step leaves a higher end possible: then it is only a note.
    """
    for where, text in _courses(material):
        course = targets.course_by_year(text)
        if course is None or course.adds_up or course.reached is None or course.step is None:
            continue
        first, last = course.stated[0], course.stated[-1]
        years = last.year - first.year
        reckoned = f"{say(first.value)} + {years} × {say(course.step)} = {say(course.reached)}"
        message = f"Lộ trình không cộng ra: {reckoned}, văn bản ghi {say(last.value)}% vào năm {last.year}."
        if course.satisfiable:
            message += " Vì có chữ “ít nhất” nên vẫn có thể đạt."
            yield note("trajectory-does-not-add-up", message, text, where)
        else:
            yield warning("trajectory-does-not-add-up", message, text, where)


def objective_differs(material: Material) -> Iterator[Finding]:
    """Lay the places side by side where one objective is stated, and compare year by year.

    Ranks are compared as numbers (06 is 6); what one place leaves out is no difference.
    """
    for same in _by_subject(material).values():
        for one, other in combinations(same, 2):
            if one.where == other.where:
                continue
            for difference in _differences(one, other):
                yield _differs(material, one, other, difference)
            yield from _baseline_differs(one, other)


def group_contradicts_rank(material: Material) -> Iterator[Finding]:
    """Hold the place to reach against the group named beside it; groups are quarters of the number of provinces."""
    for objective in material.catalogue.objectives:
        for milestone in objective.targets:
            if isinstance(milestone, RankMilestone) and milestone.top and milestone.of and milestone.group:
                better = _better_group(milestone.top, milestone.of, milestone.group)
                if better is not None:
                    yield _contradicts(material, objective, milestone, better)
        yield from _baseline_contradicts(objective)


def quarter(group: Group, of: int) -> tuple[int, int]:
    """Give the first and last rank of a group among `of` provinces: 63 make 1-16, 17-31, 32-47, 48-63."""
    number = GROUPS.index(group)
    return _last_rank(number, of) + 1, _last_rank(number + 1, of)


def _last_rank(groups: int, of: int) -> int:
    return -((2 - of * groups) // 4)


def _better_group(top: int, of: int, group: Group) -> Group | None:
    """Give the group in which a top lies wholly, where that is a better one than the group stated."""
    return next((each for each in GROUPS[: GROUPS.index(group)] if top <= quarter(each, of)[1]), None)


def _contradicts(material: Material, objective: Objective, milestone: RankMilestone, better: Group) -> Finding:
    first, last = quarter(better, milestone.of or 0)
    message = (
        f"Tốp {milestone.top} trong {milestone.of} nằm trọn trong nhóm {SAID[better]} (hạng {first} đến {last}), "
        f"văn bản lại ghi nhóm {SAID[milestone.group or better]}."
    )
    return warning("group-contradicts-rank", message, _quote(material, objective, milestone), objective.where)


def _baseline_contradicts(objective: Objective) -> Iterator[Finding]:
    """Remark a past rank that lies clearly outside the group named beside it; borders move with ties."""
    base = objective.baseline
    if base is None or not (base.rank and base.of and base.group):
        return
    first, last = quarter(base.group, base.of)
    if not first - 1 <= base.rank <= last + 1:
        message = f"Hạng {base.rank} trong {base.of} không thuộc nhóm {SAID[base.group]} (hạng {first} đến {last})."
        yield note("group-contradicts-rank", message, _said_baseline(base), objective.where)


def _courses(material: Material) -> Iterator[tuple[str, str]]:
    for objective in material.catalogue.objectives:
        if objective.text:
            yield objective.where, objective.text
    for item in material.items:
        yield item.ref, item.text
        for target in item.targets:
            if target.text not in item.text:
                yield item.ref, target.text


def _by_subject(material: Material) -> dict[tuple[str | None, int | None], list[Objective]]:
    found: dict[tuple[str | None, int | None], list[Objective]] = defaultdict(list)
    for objective in material.catalogue.objectives:
        if any(isinstance(milestone, RankMilestone) for milestone in objective.targets):
            found[(objective.index, objective.dimension)].append(objective)
    return found


def _differences(one: Objective, other: Objective) -> list[_Difference]:
    """Compare two statements year by year and join neighbouring years that differ in the same way."""
    out: list[_Difference] = []
    mine, theirs = _by_year(one.targets), _by_year(other.targets)
    for year in sorted(mine.keys() & theirs.keys()):
        left, right = mine[year], theirs[year]
        if not _contrary(left.top, right.top) and not _contrary(left.group, right.group):
            continue
        if out and out[-1].last == year - 1 and out[-1].one is left and out[-1].other is right:
            out[-1] = _Difference(first=out[-1].first, last=year, one=left, other=right)
        else:
            out.append(_Difference(first=year, last=year, one=left, other=right))
    return out


def _by_year(milestones: Sequence[object]) -> dict[int, RankMilestone]:
    return {
        year: milestone
        for milestone in milestones
        if isinstance(milestone, RankMilestone)
        for year in range(milestone.from_, milestone.to + 1)
    }


def _contrary(left: object, right: object) -> bool:
    return left is not None and right is not None and left != right


def _differs(material: Material, one: Objective, other: Objective, found: _Difference) -> Finding:
    years = str(found.first) if found.first == found.last else f"{found.first}-{found.last}"
    message = (
        f"{_name(one)}, năm {years}: {one.where} ghi {_said(found.one)}, {other.where} ghi {_said(found.other)}. "
        "Thống nhất hai chỗ."
    )
    return warning("objective-differs", message, _quote(material, one, found.one), one.where, other.where)


def _baseline_differs(one: Objective, other: Objective) -> Iterator[Finding]:
    left, right = one.baseline, other.baseline
    if left is None or right is None or _contrary(left.year, right.year):
        return
    if any(_contrary(getattr(left, name), getattr(right, name)) for name in ("score", "rank", "of", "group")):
        message = (
            f"{_name(one)}: {one.where} ghi kết quả {_said_baseline(left)}, {other.where} ghi {_said_baseline(right)}."
        )
        yield warning("objective-differs", message, _said_baseline(left), one.where, other.where)


def _name(objective: Objective) -> str:
    index = objective.index or "Mục tiêu"
    return f"{index}, nội dung {objective.dimension}" if objective.dimension else index


def _said(milestone: RankMilestone) -> str:
    place = f"tốp {milestone.top}" if milestone.top else ""
    return ", ".join(filter(None, (place, f"nhóm {SAID[milestone.group]}" if milestone.group else "")))


def _said_baseline(base: Baseline) -> str:
    parts = (
        f"{say(base.score)} điểm" if base.score is not None else "",
        f"hạng {base.rank}" + (f"/{base.of}" if base.of else "") if base.rank else "",
        f"nhóm {SAID[base.group]}" if base.group else "",
        f"năm {base.year}" if base.year else "",
    )
    return ", ".join(filter(None, parts))


def _quote(material: Material, objective: Objective, milestone: RankMilestone) -> str:
    """Quote the words a milestone stands in; put into words where the document's own are not at hand."""
    term = material.catalogue.document.term
    for passage in material.structure.passages:
        if passage.where == objective.where:
            for one in statements(passage.text, term):
                if one.milestone == milestone:
                    return passage.text[one.start : one.end]
    return objective.text or f"Năm {milestone.from_}-{milestone.to}: {_said(milestone)}"
