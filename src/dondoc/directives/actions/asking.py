"""Questions about rows for the office that issued the document, and its answers; both can be undone."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dondoc.accounts.models import Person
from dondoc.directives import note_words, rows
from dondoc.directives.actions.steps import decide, finish, fresh
from dondoc.directives.models import Item
from dondoc.directives.refusals import AnswerMissing, QuestionMissing

NAMES = ("ref", "question", "answer", "doubts", "doubtful", *rows.DECISION)


@transaction.atomic
def ask_item(*, item: Item, version: int, question: str, by: Person, now: datetime) -> Item:
    """Mark a row as one to ask about; the question goes into the note.

    Raises ItemChanged, NotInReview and QuestionMissing.
    """
    row = fresh(item, version, by)
    if not question.strip():
        raise QuestionMissing
    before = [rows.snapshot(row, NAMES)]
    row.question, row.answer = question.strip(), ""
    decide(row, Item.Decision.ASKED, by, now)
    row.save()
    finish(directive=row.directive, verb="ask-item", before=before, changed=[row], by=by, now=now, names=NAMES)
    return row


@transaction.atomic
def answer_item(*, item: Item, version: int, answer: str, by: Person, now: datetime) -> Item:
    """Write down the answer; the row is to be looked at again with it.

    Raises ItemChanged, NotInReview and AnswerMissing.
    """
    row = fresh(item, version, by)
    if not answer.strip() or row.decision != Item.Decision.ASKED:
        raise AnswerMissing
    before = [rows.snapshot(row, NAMES)]
    row.answer = answer.strip()
    row.doubts = [{"field": "text", "reason": note_words.answered(row.answer)}, *row.doubts]
    row.doubtful = True
    decide(row, Item.Decision.NONE, by, now)
    row.save()
    finish(directive=row.directive, verb="answer-item", before=before, changed=[row], by=by, now=now, names=NAMES)
    return row
