"""Publishing a reviewed directive, and withdrawing it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives import queries
from dondoc.directives.actions.reviewing import doubts_left
from dondoc.directives.actions.steps import locked
from dondoc.directives.models import Directive, Finding, Item
from dondoc.directives.refusals import (
    DoubtsLeft,
    ErrorsOpen,
    NothingToPublish,
    NotPublished,
    ReasonMissing,
    SecondCopy,
    SecondPersonNeeded,
    WasPublished,
)


@transaction.atomic
def publish(*, directive: Directive, reason: str, second_person: bool, by: Person, now: datetime) -> Directive:
    """Put a directive into force.

    Raises NothingToPublish, ErrorsOpen, DoubtsLeft where doubts or questions are left without a reason, SecondCopy
    where another copy stands without a reason, SecondPersonNeeded where the setting asks for somebody who decided
    nothing in the review, and NotInReview.
    """
    directive = locked(directive.pk, by, Right.PUBLISH)
    standing = directive.items.exclude(decision=Item.Decision.DELETED)
    if not standing.exists():
        raise NothingToPublish
    left = obstacles(directive)
    if left:
        raise ErrorsOpen(left)
    doubts, asked = doubts_left(directive), standing.filter(queries.ASKED).count()
    if not reason.strip():
        _need_no_reason(directive, doubts, asked)
    if second_person and reviewed_by(directive, by):
        raise SecondPersonNeeded
    directive.state, directive.published_by, directive.published_at = Directive.State.PUBLISHED, by, now
    directive.publish_reason, directive.saved_at = reason.strip(), now
    directive.version += 1
    directive.save()
    after = {"items": standing.count(), "doubts_left": doubts, "asked": asked, "number": directive.number}
    audit.record(
        by=by.as_actor(), now=now, verb="publish", kind="directive", code=directive.code, reason=reason.strip(),
        after=after,
    )  # fmt: skip
    return directive


def _need_no_reason(directive: Directive, doubts: int, asked: int) -> None:
    if doubts or asked:
        raise DoubtsLeft(doubts, asked)
    copies = queries.other_copies(directive)
    if copies:
        raise SecondCopy(copies[0])


def obstacles(directive: Directive) -> list[Finding]:
    """Give the errors that must be settled before publishing."""
    return list(directive.findings.filter(severity="error", decision=Finding.Decision.OPEN))


def reviewed_by(directive: Directive, person: Person) -> bool:
    """Say whether a person brought the directive in or decided anything about its rows."""
    return directive.entered_by_id == person.pk or directive.items.filter(decided_by=person).exists()


@transaction.atomic
def withdraw_directive(*, directive: Directive, reason: str, by: Person, now: datetime) -> Directive:
    """Take a published directive out of force; its rows and history stay. Raises NotPublished, ReasonMissing."""
    directive = Directive.objects.select_for_update().get(pk=directive.pk)
    require(by, Right.PUBLISH)
    if directive.state != Directive.State.PUBLISHED:
        raise NotPublished(directive)
    if not reason.strip():
        raise ReasonMissing
    directive.state, directive.withdrawn_at = Directive.State.WITHDRAWN, now
    directive.withdrawn_reason = reason.strip()
    directive.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
    audit.record(
        by=by.as_actor(), now=now, verb="withdraw-directive", kind="directive", code=directive.code,
        reason=reason.strip(),
    )  # fmt: skip
    return directive


@transaction.atomic
def drop_directive(*, directive: Directive, reason: str, by: Person, now: datetime) -> Directive:
    """Put a directive never published aside (a second copy, a wrong file). Raises NotInReview and ReasonMissing."""
    directive = locked(directive.pk, by)
    if not reason.strip():
        raise ReasonMissing
    directive.state, directive.withdrawn_at = Directive.State.WITHDRAWN, now
    directive.withdrawn_reason = reason.strip()
    directive.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
    audit.record(
        by=by.as_actor(), now=now, verb="drop-directive", kind="directive", code=directive.code, reason=reason.strip()
    )
    return directive


@transaction.atomic
def reopen_directive(*, directive: Directive, by: Person, now: datetime) -> Directive:
    """Take a directive that was put aside back into review. Raises WasPublished."""
    directive = Directive.objects.select_for_update().get(pk=directive.pk)
    require(by, Right.REVIEW)
    if directive.published_at is not None:
        raise WasPublished
    if not directive.in_review:
        directive.state, directive.withdrawn_at, directive.withdrawn_reason = Directive.State.IN_REVIEW, None, ""
        directive.save(update_fields=["state", "withdrawn_at", "withdrawn_reason"])
        audit.record(by=by.as_actor(), now=now, verb="reopen-directive", kind="directive", code=directive.code)
    return directive
