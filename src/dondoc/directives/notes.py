"""What goes into the note to the office that issued a directive: remarks with a proposal each, and questions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.directives import note_words, proposals, queries, wording
from dondoc.directives.models import Directive, Finding, Item

Decision = Item.Decision
OFFERED = {"target-outlier": "targets", "spelling-repaired": "text"}  # the field that answers a finding


@dataclass(frozen=True, kw_only=True)
class Remark:
    """One line of the note: where, the document's words, what is remarked, what is proposed."""

    place: str
    quote: str
    words: str
    proposal: str


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: where, the document's words, the question, the answer where there is one."""

    place: str
    quote: str
    words: str
    answer: str


@dataclass(frozen=True, kw_only=True)
class Note:
    """Everything the note says."""

    remarks: Sequence[Remark]
    questions: Sequence[Question]
    rows: int

    @property
    def empty(self) -> bool:
        """Say whether there is nothing to send."""
        return not self.remarks and not self.questions


def compose(directive: Directive) -> Note:
    """Gather what a directive's note says, in the order of the document's rows.

    Errors and warnings go in unless they are settled or a person kept their rows as they are; notes only where
    a person took them up. A row that is asked about speaks by its question.
    """
    rows = list(directive.items.filter(queries.STANDING).order_by("position"))
    by_ref = {row.ref: row for row in rows}
    order = {row.ref: n for n, row in enumerate(rows)}
    told = [finding for finding in directive.findings.all() if _goes_in(finding, by_ref)]
    told.sort(key=lambda finding: min((order[ref] for ref in finding.where if ref in order), default=-1))
    sisters = _sisters(rows)
    return Note(
        remarks=[_remark(finding, by_ref, sisters) for finding in told],
        questions=[_question(row) for row in rows if row.question],
        rows=len(rows),
    )


def _goes_in(finding: Finding, by_ref: dict[str, Item]) -> bool:
    if finding.decision == Finding.Decision.SETTLED:
        return False
    if finding.decision == Finding.Decision.ACCEPTED:
        return True
    about = [by_ref[ref] for ref in finding.where if ref in by_ref]
    answered = {Decision.ACCEPTED, Decision.ASKED}
    kept = bool(about) and all(row.decision in answered and row.doubtful for row in about)
    return finding.severity != "note" and not kept


def _sisters(rows: Sequence[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for row in rows:
        found.setdefault(row.same_text, []).append(row)
    return found


def _remark(finding: Finding, by_ref: dict[str, Item], sisters: dict[str, list[Item]]) -> Remark:
    about = [by_ref[ref] for ref in finding.where if ref in by_ref]
    alone = about[0] if len(about) == 1 else None
    proposal = finding.note or note_words.PROPOSALS.get(finding.code, note_words.PROPOSALS[""])
    if alone is not None:
        offer = proposals.propose(alone, [row for row in sisters[alone.same_text] if row.pk != alone.pk])
        if offer and OFFERED.get(finding.code) in offer.changes:
            proposal = note_words.change_to(offer.words)
    return Remark(
        place=_place(finding.where, about),
        quote=finding.quote,
        words=note_words.bare(finding.message),
        proposal=str(proposal),
    )


def _place(where: Sequence[str], about: Sequence[Item]) -> str:
    if len(about) == 1:
        return note_words.place_of(about[0])
    rows = {row.ref for row in about}
    return note_words.places([note_words.place_named(ref, row=ref in rows) for ref in where])


def _question(row: Item) -> Question:
    printed = wording.say_targets(row.targets)
    quote = f"{row.text}: {printed}" if printed else row.text
    return Question(place=note_words.place_of(row), quote=quote, words=row.question, answer=row.answer)
