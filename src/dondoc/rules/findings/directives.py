"""One directive against the others already in the system."""

from __future__ import annotations

from collections.abc import Iterator

from dondoc.rules.catalogue import Catalogue, Finding, Item
from dondoc.rules.findings.material import Material, shown, warning
from dondoc.rules.pairs import Pair, propose, years


def differs_from_directive(material: Material) -> Iterator[Finding]:
    """Find tasks that another directive gives to the same agency with another figure or for other years."""
    document = material.catalogue.document
    mine = {item.ref: item for item in material.items}
    for other in material.others:
        theirs = {item.ref: item for item in other.items}
        pairs = propose(material.items, other.items, term=document.term, others_term=other.document.term)
        for pair in pairs:
            left, right = mine[pair.left_ref], theirs[pair.right_ref]
            if _same_agency(left, right) and not (pair.same_threshold and pair.same_time):
                yield _differs(material, other, left, right, pair)


def _same_agency(left: Item, right: Item) -> bool:
    return not left.leads or not right.leads or bool(set(left.leads) & set(right.leads))


def _differs(material: Material, other: Catalogue, left: Item, right: Item, pair: Pair) -> Finding:
    number = other.document.number or "văn bản khác"
    parts = []
    if not pair.same_threshold:
        parts.append(f"ở đây ghi “{_asked(left)}”, {number} ghi “{_asked(right)}”")
    if not pair.same_time:
        mine, theirs = years(left, material.catalogue.document.term), years(right, other.document.term)
        parts.append(f"ở đây cho năm {_said(mine)}, {number} cho năm {_said(theirs)}")
    message = f"Cùng nhiệm vụ với {number}, mục {right.ref}: {'; '.join(parts)}."
    return warning("differs-from-directive", message, left.text, left.ref, f"{number}, {right.ref}")


def _asked(item: Item) -> str:
    return "; ".join(shown(target) for target in item.targets) or "không có chỉ tiêu"


def _said(span: tuple[int, int] | None) -> str:
    return "-".join(dict.fromkeys(map(str, span or ())))
