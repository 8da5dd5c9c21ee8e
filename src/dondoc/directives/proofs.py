"""Findings of a directive, made when it is read and made anew after every change of its rows."""

from __future__ import annotations

from typing import Any

from django.db.models import Max

from dondoc.directives import queries, rows
from dondoc.directives.models import Directive, Finding, Item
from dondoc.rules import catalogue as values
from dondoc.rules import findings

GONE = "hết sau khi sửa"
Key = tuple[str, str, tuple[str, ...]]


def first(directive: Directive, found: tuple[values.Finding, ...]) -> None:
    """Write the findings of the reading, and those that other directives give reason for."""
    value = _value(directive)
    alone = findings.proofread(value)
    others = [_value(other) for other in queries.others_beside(directive)]
    beside = [each for each in findings.proofread(value, others=others) if each.code == "differs-from-directive"]
    renewable = {_key(each) for each in alone}
    made = []
    for position, each in enumerate([*found, *beside]):
        row = rows.finding_row(each, directive=directive, position=position)
        row.renewable = _key(each) in renewable
        made.append(row)
    Finding.objects.bulk_create(made)


def renew(directive: Directive) -> None:
    """Look again at what follows from the rows: what is new is added, answers stay.

    What the reading found and is gone is settled; what only a step of the review gave reason for goes with it.
    """
    now_there = {_key(each): each for each in findings.proofread(_value(directive))}
    known = {(row.code, row.quote, tuple(row.where)): row for row in directive.findings.filter(renewable=True)}
    printed = _of_the_reading(directive)
    directive.findings.filter(pk__in=[row.pk for key, row in known.items() if key not in now_there | printed]).delete()
    for key, row in known.items():
        if key in now_there or key in printed:
            _follow(row, now_there.get(key))
    last = 1 + (directive.findings.aggregate(last=Max("position"))["last"] or 0)
    fresh = [each for key, each in now_there.items() if key not in known]
    made = [rows.finding_row(each, directive=directive, position=last + n) for n, each in enumerate(fresh)]
    for row in made:
        row.renewable = True
    Finding.objects.bulk_create(made)


def _of_the_reading(directive: Directive) -> dict[Key, Any]:
    found = (directive.catalogue or {}).get("findings", [])
    return {(each["code"], each["quote"], tuple(each["where"])): each for each in found}


def _follow(row: Finding, now: values.Finding | None) -> None:
    """Settle a finding that is gone, open one that is back, keep the words up to date."""
    gone = row.decision == Finding.Decision.SETTLED and row.note == GONE
    if now is None and row.decision == Finding.Decision.OPEN:
        row.decision, row.note = Finding.Decision.SETTLED, GONE
    elif now is not None and (gone or row.message != now.message):
        row.message = now.message
        row.decision = Finding.Decision.OPEN if gone else row.decision
        row.note = "" if gone else row.note
    else:
        return
    row.save(update_fields=["decision", "note", "message"])


def _value(directive: Directive) -> values.Catalogue:
    standing = directive.items.exclude(decision=Item.Decision.DELETED).order_by("position")
    return rows.catalogue_value(directive, standing)


def _key(finding: values.Finding) -> Key:
    return finding.code, finding.quote, tuple(finding.where)
