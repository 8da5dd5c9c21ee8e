"""The steps with a row that a form may ask for, each one action."""

from __future__ import annotations

from collections.abc import Callable

from django.utils import timezone

from dondoc.directives import proposals, queries
from dondoc.directives.actions import asking, reviewing, steps
from dondoc.directives.forms import row_changes, whole_number
from dondoc.directives.models import Item
from dondoc.directives.refusals import NoProposal
from dondoc.directives.views.desk import Desk


def _accept(desk: Desk, item: Item, version: int) -> list[Item]:
    return [reviewing.accept_item(item=item, version=version, by=desk.person, now=timezone.now())]


def _correct(desk: Desk, item: Item, version: int) -> list[Item]:
    changes = row_changes(desk.request.POST, item, desk.directive.term)
    if not changes:
        return [item] if item.decision != Item.Decision.NONE else _accept(desk, item, version)
    return [reviewing.correct_item(item=item, version=version, changes=changes, by=desk.person, now=timezone.now())]


def _suggest(desk: Desk, item: Item, version: int) -> list[Item]:
    proposal = proposals.propose(item, queries.sisters(item))
    if proposal is None:
        raise NoProposal
    changes = proposal.changes
    return [reviewing.correct_item(item=item, version=version, changes=changes, by=desk.person, now=timezone.now())]


def _split(desk: Desk, item: Item, version: int) -> list[Item]:
    at = whole_number(desk.request.POST.get("at", ""))
    return list(reviewing.split_item(item=item, version=version, at=at, by=desk.person, now=timezone.now()))


def _merge(desk: Desk, item: Item, version: int) -> list[Item]:
    return [reviewing.merge_with_above(item=item, version=version, by=desk.person, now=timezone.now())]


def _ask(desk: Desk, item: Item, version: int) -> list[Item]:
    question = desk.request.POST.get("question", "")
    return [asking.ask_item(item=item, version=version, question=question, by=desk.person, now=timezone.now())]


def _answered(desk: Desk, item: Item, version: int) -> list[Item]:
    answer = desk.request.POST.get("answer", "")
    return [asking.answer_item(item=item, version=version, answer=answer, by=desk.person, now=timezone.now())]


def _delete(desk: Desk, item: Item, version: int) -> list[Item]:
    return [reviewing.delete_item(item=item, version=version, by=desk.person, now=timezone.now())]


def _restore(desk: Desk, item: Item, version: int) -> list[Item]:
    return [reviewing.restore_item(item=item, version=version, by=desk.person, now=timezone.now())]


STEPS: dict[str, Callable[[Desk, Item, int], list[Item]]] = {
    "accept": _accept,
    "correct": _correct,
    "suggest": _suggest,
    "split": _split,
    "merge": _merge,
    "ask": _ask,
    "answer": _answered,
    "delete": _delete,
    "restore": _restore,
}


def stands(desk: Desk, verb: str, row: Item) -> bool:
    """Say whether a step stands already: sent again because its answer was lost on the way."""
    if row.decided_by_id != desk.person.pk:
        return False
    if verb == "ask":
        return row.decision == Item.Decision.ASKED and row.question == desk.request.POST.get("question", "").strip()
    if verb == "correct":
        return _corrected_so(desk, row)
    wanted = {"accept": Item.Decision.ACCEPTED, "delete": Item.Decision.DELETED}
    return row.decision == wanted.get(verb)


def _corrected_so(desk: Desk, row: Item) -> bool:
    """Say whether the row stands as this form, on the version it was filled in on, would leave it."""
    row.directive = desk.directive
    filled_in_on = steps.as_it_was(row, whole_number(desk.request.POST.get("version", ""))) or row
    changes = row_changes(desk.request.POST, filled_in_on, desk.directive.term)
    return all(getattr(row, name) == value for name, value in changes.items())
