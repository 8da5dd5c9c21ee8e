"""What a directive says, as values: the document, its items, objectives and duties, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from dondoc.rules.targets.values import Comparator, Target, plain


class Kind(StrEnum):
    """The kind of document (tên loại văn bản, Nghị định 30/2020/NĐ-CP, Điều 7)."""

    DECISION = "decision"
    PLAN = "plan"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    PROGRAMME = "programme"
    NOTICE = "notice"
    OFFICIAL_LETTER = "official_letter"
    OTHER = "other"


class Severity(StrEnum):
    """How much a finding matters: an error must be settled before publishing."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Group(StrEnum):
    """The four groups of provinces by score (nhóm có điểm số …)."""

    HIGHEST = "highest"
    HIGH_AVERAGE = "high_average"
    LOW_AVERAGE = "low_average"
    LOWEST = "lowest"


@dataclass(frozen=True, kw_only=True)
class Document:
    """The head and the end of a directive: what it is, who signed it, for which years."""

    number: str | None = None
    kind: Kind = Kind.OTHER
    issued_on: date | None = None
    effective_on: date | None = None
    term: tuple[int, int] | None = None
    issuer: str | None = None
    title: str | None = None
    signer: str | None = None
    signed_as: str | None = None
    legal_bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the document in the form the commands print."""
        return {
            "number": self.number,
            "kind": self.kind,
            "issued_on": self.issued_on and self.issued_on.isoformat(),
            "effective_on": self.effective_on and self.effective_on.isoformat(),
            "term": self.term and {"from": self.term[0], "to": self.term[1]},
            "issuer": self.issuer,
            "title": self.title,
            "signer": self.signer,
            "signed_as": self.signed_as,
            "legal_bases": list(self.legal_bases),
            "recipients": list(self.recipients),
        }


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where an item stands in the text as read: offsets in code points, line from 1; pages where there are any.

    `spans` says for each field (text, lead, cooperating, time, target, product) which stretches it came from.
    """

    start: int
    end: int
    line: int
    page: int | None = None
    boxes: tuple[tuple[int, float, float, float, float], ...] = ()
    spans: dict[str, tuple[tuple[int, int], ...]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Give the place in the form the commands print."""
        return {
            "page": self.page,
            "line": self.line,
            "start": self.start,
            "end": self.end,
            "boxes": [list(box) for box in self.boxes],
            "spans": {name: [list(span) for span in spans] for name, spans in self.spans.items()},
        }


@dataclass(frozen=True, kw_only=True)
class Schedule:
    """When a task is to be done, as typed from its time column (thời gian thực hiện).

    `kind` is yearly, continuous, years, from, frequency, date, event, cycle or text (unclear).
    """

    text: str
    kind: str
    from_: str | None = None
    to: str | None = None
    min: int | None = None
    per: str | None = None
    event: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the schedule in the form the commands print."""
        return {
            "text": self.text,
            "kind": self.kind,
            "from": self.from_,
            "to": self.to,
            "min": self.min,
            "per": self.per,
            "event": self.event,
        }


@dataclass(frozen=True, kw_only=True)
class Doubt:
    """A field a person should look at, with the reason in a sentence."""

    field: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Item:
    """One row of a directive: a task with its addressees, time, product and targets."""

    ref: str
    section: str | None
    ordinal: str | None
    text: str
    text_suggested: str | None = None
    leads: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    schedule: Schedule | None = None
    deliverable: str | None = None
    deliverables: tuple[str, ...] = ()
    condition: str | None = None
    scope: str | None = None
    targets: tuple[Target, ...] = ()
    source: Source
    confidence: float = 1.0
    doubts: tuple[Doubt, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the item in the form the commands print."""
        return {
            "ref": self.ref,
            "section": self.section,
            "ordinal": self.ordinal,
            "text": self.text,
            "text_suggested": self.text_suggested,
            "leads": list(self.leads),
            "cooperating": list(self.cooperating),
            "schedule": self.schedule and self.schedule.as_json(),
            "deliverable": self.deliverable,
            "deliverables": list(self.deliverables),
            "condition": self.condition,
            "scope": self.scope,
            "targets": [target.as_json() for target in self.targets],
            "source": self.source.as_json(),
            "confidence": self.confidence,
            "doubts": [{"field": doubt.field, "reason": doubt.reason} for doubt in self.doubts],
        }


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """Where an objective starts from (kết quả năm …): score, rank among provinces, group."""

    year: int | None = None
    score: Decimal | None = None
    rank: int | None = None
    of: int | None = None
    group: Group | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the baseline in the form the commands print."""
        return {"year": self.year, "score": plain(self.score), "rank": self.rank, "of": self.of, "group": self.group}


@dataclass(frozen=True, kw_only=True)
class RankMilestone:
    """A place to reach in a span of years: among the first `top` of `of` provinces, in `group`."""

    from_: int
    to: int
    top: int | None = None
    of: int | None = None
    group: Group | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the milestone in the form the commands print."""
        return {"from": self.from_, "to": self.to, "top": self.top, "of": self.of, "group": self.group}


@dataclass(frozen=True, kw_only=True)
class ValueMilestone:
    """A figure to reach in a span of years."""

    from_: int
    to: int
    comparator: Comparator | None
    value: Decimal
    unit: str | None

    def as_json(self) -> dict[str, Any]:
        """Give the milestone in the form the commands print."""
        return {
            "from": self.from_,
            "to": self.to,
            "comparator": self.comparator,
            "value": plain(self.value),
            "unit": self.unit,
        }


@dataclass(frozen=True, kw_only=True)
class Objective:
    """One statement of an objective (mục tiêu) at one place of the document; `dimension` None is the whole index."""

    index: str | None
    dimension: int | None
    where: str
    text: str | None = None
    baseline: Baseline | None = None
    targets: tuple[RankMilestone | ValueMilestone, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the objective in the form the commands print."""
        return {
            "index": self.index,
            "dimension": self.dimension,
            "where": self.where,
            "text": self.text,
            "baseline": self.baseline and self.baseline.as_json(),
            "targets": [milestone.as_json() for milestone in self.targets],
        }


@dataclass(frozen=True, kw_only=True)
class Due:
    """When a duty falls due: before a day of the year, or so many days after an event.

    `before` is "MM-DD" or an ISO date; `year_offset` counts from the year the duty is for (-1: the year before).
    With `month_offset` it is "DD", a day of the last month of the period the duty recurs in (1: of the month after).
    """

    before: str | None = None
    year_offset: int | None = None
    month_offset: int | None = None
    days_after: int | None = None
    event: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the due date in the form the commands print: only what is stated."""
        if self.month_offset is not None:
            return {"before": self.before, "month_offset": self.month_offset}
        if self.before is not None:
            return {"before": self.before, "year_offset": self.year_offset}
        return {"days_after": self.days_after, "event": self.event}


@dataclass(frozen=True, kw_only=True)
class Duty:
    """Something the body of a directive asks of somebody, beside its table of tasks (tổ chức thực hiện)."""

    who: str | None
    what: str
    text: str
    to: str | None = None
    every: str | None = None
    due: Due | None = None
    where: str | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the duty in the form the commands print."""
        return {
            "who": self.who,
            "what": self.what,
            "text": self.text,
            "to": self.to,
            "every": self.every,
            "due": self.due and self.due.as_json(),
            "where": self.where,
        }


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Something wrong or remarkable in a directive: a stable code, the words, and the places."""

    code: str
    severity: Severity
    message: str
    quote: str
    where: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the finding in the form the commands print."""
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "quote": self.quote,
            "where": list(self.where),
        }


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """Everything read from one directive."""

    document: Document
    items: tuple[Item, ...] = ()
    objectives: tuple[Objective, ...] = ()
    duties: tuple[Duty, ...] = ()
    findings: tuple[Finding, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Give the catalogue in the form `dondoc read --json` prints."""
        return {
            "document": self.document.as_json(),
            "items": [item.as_json() for item in self.items],
            "objectives": [objective.as_json() for objective in self.objectives],
            "duties": [duty.as_json() for duty in self.duties],
            "findings": [finding.as_json() for finding in self.findings],
        }
