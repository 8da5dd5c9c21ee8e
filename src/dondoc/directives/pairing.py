"""Proposals that two tasks be one reporting line, made when a directive comes in."""

from __future__ import annotations

from dondoc.directives import queries, rows
from dondoc.directives.models import Directive, Item, Pair
from dondoc.rules import pairs


def propose(directive: Directive) -> int:
    """Propose like tasks of a directive with each other and with those of every other one; give how many."""
    mine = _standing(directive)
    values = [rows.item_value(row) for row in mine]
    by_ref = {row.ref: row for row in mine}
    found = [_row(pair, by_ref, by_ref) for pair in pairs.propose(values, term=directive.term)]
    for pair in found:
        pair.right.same_text = pair.left.same_text
    Item.objects.bulk_update([pair.right for pair in found], ["same_text"])
    for other in queries.others_beside(directive).defer("text", "catalogue"):
        theirs = _standing(other)
        near = pairs.propose(
            values, [rows.item_value(row) for row in theirs], term=directive.term, others_term=other.term
        )
        found += [_row(pair, by_ref, {row.ref: row for row in theirs}) for pair in near]
    Pair.objects.bulk_create(found, ignore_conflicts=True)
    return len(found)


def _standing(directive: Directive) -> list[Item]:
    return list(directive.items.exclude(decision=Item.Decision.DELETED).order_by("position"))


def _row(pair: pairs.Pair, left: dict[str, Item], right: dict[str, Item]) -> Pair:
    return Pair(
        left=left[pair.left_ref],
        right=right[pair.right_ref],
        kind="equal" if pair.same_words else "near",
        same_threshold=pair.same_threshold,
        same_time=pair.same_time,
        why=pair.why,
    )
