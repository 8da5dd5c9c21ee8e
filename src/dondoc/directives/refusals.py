"""What the actions refuse, as facts; the sentences stand in wording.py."""

from __future__ import annotations

from collections.abc import Sequence

from dondoc.directives.models import Directive, Finding, Item, Upload


class Refusal(Exception):
    """Something that cannot be done now, for a reason a person can act on."""


class ItemChanged(Refusal):
    """The row was changed by somebody else since the page was opened; carries the row as it stands."""

    def __init__(self, item: Item) -> None:
        super().__init__(item.ref)
        self.item = item


class NotInReview(Refusal):
    """The directive is published or withdrawn, so its rows are changed only by correction."""

    def __init__(self, directive: Directive) -> None:
        super().__init__(directive.code)
        self.directive = directive


class NotPublished(Refusal):
    """The directive is not in force, so there is nothing to correct or to suspend."""

    def __init__(self, directive: Directive) -> None:
        super().__init__(directive.code)
        self.directive = directive


class NothingToUndo(Refusal):
    """No step is left to undo."""


class CannotUndo(Refusal):
    """A later change of the same row stands in the way."""

    def __init__(self, ref: str) -> None:
        super().__init__(ref)
        self.ref = ref


class NoRowAbove(Refusal):
    """The first row has none above to be merged with."""


class CannotSplitThere(Refusal):
    """One of the two parts would be empty."""


class TextMissing(Refusal):
    """A row without words."""


class TargetInvalid(Refusal):
    """A target field that does not make a target; carries its number from 1 and the field."""

    def __init__(self, number: int, field: str, words: str) -> None:
        super().__init__(field)
        self.number, self.field, self.words = number, field, words


class Several(Refusal):
    """More than one thing is wrong; all are told."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__(len(refusals))
        self.refusals = refusals


class NothingChanged(Refusal):
    """A correction that would change nothing."""


class ReasonMissing(Refusal):
    """What cannot be undone needs a reason."""


class ErrorsOpen(Refusal):
    """Findings of severity error that nobody has answered."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(len(findings))
        self.findings = findings


class DoubtsLeft(Refusal):
    """Rows with doubts that nobody has decided, or with questions not answered; publishing needs a reason then."""

    def __init__(self, count: int, asked: int = 0) -> None:
        super().__init__(count)
        self.count, self.asked = count, asked


class QuestionMissing(Refusal):
    """A row to be asked about needs a question."""


class AnswerMissing(Refusal):
    """An answer without words, or to a row that nobody asked about."""


class WasPublished(Refusal):
    """What was published is withdrawn, not dropped, and does not come back to review."""


class NotRefused(Refusal):
    """Only a file that was refused can be put away."""


class SecondCopy(Refusal):
    """Another directive has the same number, day and issuer; publishing needs a reason then."""

    def __init__(self, other: Directive) -> None:
        super().__init__(other.code)
        self.other = other


class NothingToPublish(Refusal):
    """A directive without a single row."""


class SecondPersonNeeded(Refusal):
    """The one who reviewed cannot publish where the setting asks for another person."""


class AlreadyHere(Refusal):
    """The same file is in the system already."""

    def __init__(self, directive: Directive) -> None:
        super().__init__(directive.code)
        self.directive = directive


class BeingRead(Refusal):
    """The same file is being read right now."""

    def __init__(self, upload: Upload) -> None:
        super().__init__(upload.code)
        self.upload = upload


class NumberMissing(Refusal):
    """A directive typed by hand needs a number."""


class StatusUnchanged(Refusal):
    """The task already stands as asked."""


class NoProposal(Refusal):
    """The software has nothing to propose for this row."""
