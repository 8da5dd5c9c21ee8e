"""A catalogue read back from the JSON that commands print and that stands in the database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from dondoc.rules.catalogue import (
    Baseline,
    Catalogue,
    Document,
    Doubt,
    Due,
    Duty,
    Finding,
    Group,
    Item,
    Kind,
    Objective,
    RankMilestone,
    Schedule,
    Severity,
    Source,
    ValueMilestone,
)
from dondoc.rules.targets.values import Combine, Comparator, Per, Target

Json = dict[str, Any]


def catalogue_from_json(values: Json) -> Catalogue:
    """Make a catalogue from its JSON values; raises KeyError or ValueError where they are not such."""
    return Catalogue(
        document=document_from_json(values["document"]),
        items=tuple(item_from_json(item) for item in values["items"]),
        objectives=tuple(_objective(objective) for objective in values["objectives"]),
        duties=tuple(_duty(duty) for duty in values["duties"]),
        findings=tuple(finding_from_json(finding) for finding in values["findings"]),
    )


def document_from_json(values: Json) -> Document:
    """Make the document's head from its JSON values."""
    term = values["term"]
    return Document(
        number=values["number"],
        kind=Kind(values["kind"]),
        issued_on=_day(values["issued_on"]),
        effective_on=_day(values["effective_on"]),
        term=(term["from"], term["to"]) if term else None,
        issuer=values["issuer"],
        title=values["title"],
        signer=values["signer"],
        signed_as=values["signed_as"],
        legal_bases=tuple(values["legal_bases"]),
        recipients=tuple(values["recipients"]),
    )


def item_from_json(values: Json) -> Item:
    """Make an item from its JSON values."""
    return Item(
        ref=values["ref"],
        section=values["section"],
        ordinal=values["ordinal"],
        text=values["text"],
        text_suggested=values["text_suggested"],
        leads=tuple(values["leads"]),
        cooperating=tuple(values["cooperating"]),
        schedule=schedule_from_json(values["schedule"]),
        deliverable=values["deliverable"],
        deliverables=tuple(values["deliverables"]),
        condition=values["condition"],
        scope=values["scope"],
        targets=tuple(target_from_json(target) for target in values["targets"]),
        source=_source(values["source"]),
        confidence=values["confidence"],
        doubts=tuple(Doubt(field=doubt["field"], reason=doubt["reason"]) for doubt in values["doubts"]),
    )


def target_from_json(values: Json) -> Target:
    """Make a target from its JSON values."""
    comparator = Comparator(values["comparator"]) if values["comparator"] else None
    grade = comparator is Comparator.GRADE
    return Target(
        text=values["text"],
        subject=values["subject"],
        comparator=comparator,
        value=None if grade else _figure(values["value"]),
        grade=values["value"] if grade else None,
        unit=values["unit"],
        low=_figure(values["low"]),
        high=_figure(values["high"]),
        of=values["of"],
        change=values["change"],
        baseline=values["baseline"],
        qualifier=values["qualifier"],
        per=Per(values["per"]) if values["per"] else None,
        by=values["by"],
        combine=Combine(values["combine"]) if values["combine"] else None,
    )


def schedule_from_json(values: Json | None) -> Schedule | None:
    """Make a schedule from its JSON values, None from None."""
    if values is None:
        return None
    return Schedule(
        text=values["text"],
        kind=values["kind"],
        from_=values["from"],
        to=values["to"],
        min=values["min"],
        per=values["per"],
        event=values["event"],
    )


def finding_from_json(values: Json) -> Finding:
    """Make a finding from its JSON values."""
    return Finding(
        code=values["code"],
        severity=Severity(values["severity"]),
        message=values["message"],
        quote=values["quote"],
        where=tuple(values["where"]),
    )


def _source(values: Json) -> Source:
    return Source(
        start=values["start"],
        end=values["end"],
        line=values["line"],
        page=values["page"],
        boxes=tuple(tuple(box) for box in values["boxes"]),
        spans={name: tuple((start, end) for start, end in spans) for name, spans in values.get("spans", {}).items()},
    )


def _objective(values: Json) -> Objective:
    baseline = values["baseline"]
    return Objective(
        index=values["index"],
        dimension=values["dimension"],
        where=values["where"],
        text=values["text"],
        baseline=Baseline(
            year=baseline["year"],
            score=_figure(baseline["score"]),
            rank=baseline["rank"],
            of=baseline["of"],
            group=_group(baseline["group"]),
        )
        if baseline
        else None,
        targets=tuple(_milestone(milestone) for milestone in values["targets"]),
    )


def _milestone(values: Json) -> RankMilestone | ValueMilestone:
    if "top" in values:
        return RankMilestone(
            from_=values["from"], to=values["to"], top=values["top"], of=values["of"], group=_group(values["group"])
        )
    return ValueMilestone(
        from_=values["from"],
        to=values["to"],
        comparator=Comparator(values["comparator"]) if values["comparator"] else None,
        value=Decimal(values["value"]),
        unit=values["unit"],
    )


def _duty(values: Json) -> Duty:
    due = values["due"]
    return Duty(
        who=values["who"],
        what=values["what"],
        text=values["text"],
        to=values["to"],
        every=values["every"],
        due=Due(**due) if due else None,
        where=values["where"],
    )


def _group(name: str | None) -> Group | None:
    return Group(name) if name else None


def _figure(text: str | None) -> Decimal | None:
    return Decimal(text) if text is not None else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
