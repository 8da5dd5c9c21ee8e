"""Answers to findings and to proposed pairs, and findings made anew after rows were corrected."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives.actions.steps import locked, touch
from dondoc.directives.models import Directive, Finding, Pair


@transaction.atomic
def decide_finding(*, finding: Finding, decision: Finding.Decision, note: str, by: Person, now: datetime) -> Finding:
    """Accept a finding, call it settled, or open it again. Raises NotInReview."""
    directive = locked(finding.directive_id, by)
    before = {"decision": finding.decision, "note": finding.note}
    finding.decision, finding.note = decision, note.strip()
    opened = decision == Finding.Decision.OPEN
    finding.decided_by, finding.decided_at = (None, None) if opened else (by, now)
    finding.save()
    touch(directive, now)
    audit.record(
        by=by.as_actor(), now=now, verb="decide-finding", kind="directive", code=directive.code, reason=finding.note,
        before=before, after={"finding": finding.code, "where": finding.where, "decision": decision},
    )  # fmt: skip
    return finding


@transaction.atomic
def decide_pair(*, pair: Pair, decision: Pair.Decision, reason: str, by: Person, now: datetime) -> Pair:
    """Say whether two tasks are reported as one line."""
    pair = Pair.objects.select_for_update().select_related("left__directive", "right__directive").get(pk=pair.pk)
    require(by, Right.REVIEW)
    before = {"decision": pair.decision}
    pair.decision, pair.reason, pair.decided_by, pair.decided_at = decision, reason.strip(), by, now
    pair.save()
    directive: Directive = pair.right.directive
    audit.record(
        by=by.as_actor(), now=now, verb="decide-pair", kind="directive", code=directive.code, reason=pair.reason,
        before=before, after={"left": pair.left.ref, "right": pair.right.ref, "decision": decision},
    )  # fmt: skip
    return pair
