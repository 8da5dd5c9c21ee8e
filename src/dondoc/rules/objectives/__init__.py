"""Objectives (mục tiêu): what a directive wants to reach as a whole, beside the tasks it gives to single agencies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dondoc.rules import letters
from dondoc.rules.catalogue import Objective
from dondoc.rules.objectives.figures import read_figures
from dondoc.rules.objectives.indexes import dimension_in, dimension_of, index_of, mentions
from dondoc.rules.objectives.ranks import Statement, statements
from dondoc.rules.passages import Passage
from dondoc.rules.patterns import Pattern

__all__ = ["dimension_of", "index_of", "read"]

_HEADING = Pattern(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s*)?(?:[Mm]ục tiêu(?: chung| tổng quát| cụ thể)?\s*[:.]?\s+(?=[A-ZĐÀ-Ỹ]))?"
)
_PROVINCES = Pattern(r"tinh, thanh pho|cac tinh|ca nuoc|toan quoc|dia phuong")

_Key = tuple[str, str | None, int | None]


def read(passages: Sequence[Passage], aims: Sequence[Passage], term: tuple[int, int] | None) -> tuple[Objective, ...]:
    """Read the objectives of a directive from its body and from the aims below the group titles of its appendix.

    One objective for each place where one is stated; a part that is not stated is None. `term` is the years the
    directive governs; a year before it tells the state an objective starts from.
    """
    default = _default_index([*passages, *aims])
    ranked = _ranked(passages, term, default)
    figures = read_figures(passages, term, default)
    return tuple(_in_order(passages, ranked + figures) + _ranked(aims, term, default))


def _default_index(passages: Sequence[Passage]) -> str | None:
    """Give the index the document speaks of most; it is meant where a passage names none."""
    counts = Counter(one.code for passage in passages for one in mentions(passage.text))
    return counts.most_common(1)[0][0] if counts else None


def _ranked(passages: Sequence[Passage], term: tuple[int, int] | None, default: str | None) -> list[Objective]:
    """Read the objectives that name a place among the provinces, one for each place, index and dimension."""
    out: dict[_Key, Objective] = {}
    for passage in passages:
        found = statements(passage.text, term)
        if passage.where and passage.kind != "chapter" and any(one.milestone for one in found):
            for one in found:
                _add(out, passage, one, default)
    return [objective for objective in out.values() if objective.targets]


def _add(out: dict[_Key, Objective], passage: Passage, one: Statement, default: str | None) -> None:
    dimension = dimension_of(passage.head) or dimension_of(passage.text) or dimension_in(passage.text)
    index = one.index or default or _index_by_dimension(passage, dimension)
    if index is None and one.of is None and not _PROVINCES.search(letters.folded(passage.text)):
        return
    dimension = dimension if index == "PAPI" else None
    key = (passage.where, index, dimension)
    text = None if dimension else _HEADING.sub("", passage.text).strip()
    was = out.get(key) or Objective(index=index, dimension=dimension, where=passage.where, text=text)
    out[key] = Objective(
        index=index,
        dimension=dimension,
        where=passage.where,
        text=was.text,
        baseline=was.baseline or one.baseline,
        targets=(*was.targets, one.milestone) if one.milestone else was.targets,
    )


def _index_by_dimension(passage: Passage, dimension: int | None) -> str | None:
    """Take a group titled "Chỉ số nội dung …" for PAPI, whose dimensions alone are called so."""
    return "PAPI" if dimension and "chi so" in letters.folded(passage.head) else None


def _in_order(passages: Sequence[Passage], objectives: list[Objective]) -> list[Objective]:
    """Put the objectives of a body into the order of their places."""
    order: dict[str, int] = {}
    for number, passage in enumerate(passages):
        order.setdefault(passage.where, number)
    return sorted(objectives, key=lambda objective: order[objective.where])
