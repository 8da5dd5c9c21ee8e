"""A directive typed by hand, and what a document says of itself put right."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.directives import rows
from dondoc.directives.actions.reading import free_code
from dondoc.directives.actions.steps import locked, touch
from dondoc.directives.models import Directive
from dondoc.directives.refusals import NumberMissing

FIELDS = ("number", "kind", "issued_on", "issuer", "title", "signer", "term_from", "term_to")


@transaction.atomic
def enter_directive(*, values: dict[str, Any], by: Person, now: datetime) -> Directive:
    """Begin a directive typed by hand, without rows; raises NumberMissing."""
    require(by, Right.REVIEW)
    if not str(values.get("number") or "").strip():
        raise NumberMissing
    directive = Directive(entered_by=by, entered_at=now, saved_at=now)
    _write(directive, values)
    directive.code = free_code(directive)
    directive.save()
    audit.record(
        by=by.as_actor(), now=now, verb="enter-directive", kind="directive", code=directive.code,
        after=rows.document_json(directive),
    )  # fmt: skip
    return directive


@transaction.atomic
def change_document(*, directive: Directive, values: dict[str, Any], by: Person, now: datetime) -> Directive:
    """Put right what the document says of itself; its code stays. Raises NotInReview and NumberMissing."""
    directive = locked(directive.pk, by)
    before = rows.document_json(directive)
    if not str(values.get("number") or "").strip():
        raise NumberMissing
    _write(directive, values)
    directive.save()
    for row in directive.items.all():
        rows.refold(row, directive.number).save(update_fields=["search_text"])
    touch(directive, now)
    audit.record(
        by=by.as_actor(), now=now, verb="change-document", kind="directive", code=directive.code,
        before=before, after=rows.document_json(directive),
    )  # fmt: skip
    return directive


def _write(directive: Directive, values: dict[str, Any]) -> None:
    for name in FIELDS:
        value: str | int | date | None = values.get(name)
        empty = None if name in ("issued_on", "term_from", "term_to") else ""
        setattr(directive, name, value if value else empty)
    if directive.term_from and not directive.term_to:
        directive.term_to = directive.term_from
    rows.refold_directive(directive)
