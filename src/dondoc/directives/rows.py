"""Values of the rules as table rows and back: items, findings, the whole catalogue."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from dondoc.directives import folding
from dondoc.directives.models import Directive, Finding, Item
from dondoc.rules import catalogue as values
from dondoc.rules.catalogue_json import catalogue_from_json, document_from_json, item_from_json

FOLDED = ("search_text", "agencies_text", "same_text", "measure", "doubtful")
DECISION = ("decision", "decided_by_id", "decided_at", "version")
CONTENT = (
    "position", "ref", "section", "ordinal", "text", "text_suggested", "leads", "cooperating", "schedule",
    "deliverable", "deliverables", "condition", "scope", "targets", "source", "confidence", "doubts", "doubtful",
    "question", "answer",
    "search_text", "agencies_text", "same_text", "measure",
)  # fmt: skip
NO_SOURCE: dict[str, Any] = {"page": None, "line": 0, "start": 0, "end": 0, "boxes": [], "spans": {}}


def item_row(item: values.Item, *, directive: Directive, position: int) -> Item:
    """Make a row, not yet saved, from an item as read."""
    plain = item.as_json()
    row = Item(directive=directive, position=Decimal(position))
    for name in CONTENT:
        if name in plain:
            setattr(row, name, plain[name] if plain[name] is not None or name in ("schedule", "source") else "")
    row.doubtful, row.same_text = bool(item.doubts), folding.sameness(row.text)
    return refold(row, directive.number)


def refold(row: Item, number: str) -> Item:
    """Write the folded copies that searches compare anew; call it after every change of a row."""
    schedule = (row.schedule or {}).get("text", "")
    targets = " ".join(target["text"] for target in row.targets)
    words = (number, row.label, row.text, row.text_suggested, *row.leads, *row.cooperating, targets, schedule)
    row.search_text = folding.fold(" ".join((*words, row.deliverable, row.condition, row.scope)))
    row.agencies_text = folding.fold_names([*row.leads, *row.cooperating])
    row.measure = _measure(row)
    return row


def _measure(row: Item) -> Item.Measure:
    if not row.targets:
        return Item.Measure.NONE
    worded = all(target["comparator"] == "text" for target in row.targets)
    return Item.Measure.WORDS if worded else Item.Measure.FIGURE


def item_value(row: Item) -> values.Item:
    """Give a row as the rules know it."""
    plain = {name: getattr(row, name) for name in CONTENT}
    for name in ("section", "ordinal", "text_suggested", "deliverable", "condition", "scope"):
        plain[name] = plain[name] or None
    return item_from_json(plain | {"source": row.source or NO_SOURCE})


def catalogue_value(directive: Directive, rows: Iterable[Item]) -> values.Catalogue:
    """Give the directive as reviewed: the document, objectives and duties as read, the rows as they stand now."""
    items = tuple(item_value(row) for row in rows)
    if directive.catalogue is None:
        return values.Catalogue(document=document_from_json(document_json(directive)), items=items)
    return replace(catalogue_from_json(directive.catalogue | {"items": [], "findings": []}), items=items)


def document_json(directive: Directive) -> dict[str, Any]:
    """Give what the directive says of itself in the form the commands print."""
    term = {"from": directive.term_from, "to": directive.term_to} if directive.term_from else None
    return {
        "number": directive.number or None,
        "kind": directive.kind,
        "issued_on": directive.issued_on and directive.issued_on.isoformat(),
        "effective_on": directive.effective_on and directive.effective_on.isoformat(),
        "term": term,
        "issuer": directive.issuer or None,
        "title": directive.title or None,
        "signer": directive.signer or None,
        "signed_as": directive.signed_as or None,
        "legal_bases": directive.legal_bases,
        "recipients": directive.recipients,
    }


def describe(directive: Directive, document: values.Document) -> None:
    """Fill in what the document says of itself."""
    directive.number = document.number or ""
    directive.kind = document.kind.value
    directive.issued_on, directive.effective_on = document.issued_on, document.effective_on
    directive.term_from, directive.term_to = document.term or (None, None)
    directive.issuer, directive.title = document.issuer or "", document.title or ""
    directive.signer, directive.signed_as = document.signer or "", document.signed_as or ""
    directive.legal_bases, directive.recipients = list(document.legal_bases), list(document.recipients)
    refold_directive(directive)


def refold_directive(directive: Directive) -> None:
    """Write the folded copy that searches compare anew."""
    issued = f"{directive.issued_on:%d/%m/%Y}" if directive.issued_on else ""
    directive.search_text = folding.fold(f"{directive.number} {issued} {directive.title} {directive.issuer}")


def finding_row(finding: values.Finding, *, directive: Directive, position: int) -> Finding:
    """Make a row, not yet saved, from a finding."""
    return Finding(
        directive=directive,
        position=position,
        code=finding.code,
        severity=finding.severity.value,
        message=finding.message,
        quote=finding.quote,
        where=list(finding.where),
    )


def snapshot(row: Item, names: Iterable[str] = CONTENT + DECISION) -> dict[str, Any]:
    """Give a row as plain JSON values, for the undo log and the audit trail."""
    return {"id": row.pk} | {name: _plain(getattr(row, name)) for name in names}


def put_back(row: Item, kept: dict[str, Any]) -> None:
    """Give a row the values of a snapshot, but for its version, which only ever grows."""
    for name, value in kept.items():
        if name not in ("id", "version"):
            setattr(row, name, Decimal(value) if name == "position" else value)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    return value.isoformat() if hasattr(value, "isoformat") else value
