"""Tables of assignments: a directive handed out, each agency's tasks, and the times each task is due."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dondoc.accounts.models import Person
from dondoc.agencies.models import Agency
from dondoc.directives.models import Directive, Item
from dondoc.rules import occurrences


class HandOut(models.Model):
    """One directive handed out to its addressees on a day, and the office that takes their reports in."""

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="hand_out")
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    chosen = models.JSONField(default=dict)  # printed names that a person said whom they mean
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        """Newest first."""

        ordering = ("-at",)

    def __str__(self) -> str:
        return str(self.directive)


class Assignment(models.Model):
    """One task of one agency: a row of a directive, or a leader's word without a document."""

    class Part(models.TextChoices):
        """What the agency has in the task."""

        LEAD = "lead", _("chủ trì")
        COOPERATING = "cooperating", _("phối hợp")

    class State(models.TextChoices):
        """Where the assignment stands."""

        WAITING = "waiting", _("chờ nhận")
        ACCEPTED = "accepted", _("đã nhận")
        RETURNED = "returned", _("đề nghị giao lại")
        TRANSFERRED = "transferred", _("đã chuyển nơi khác")
        ENDED = "ended", _("đã thôi giao")

    hand_out = models.ForeignKey(HandOut, null=True, on_delete=models.PROTECT, related_name="assignments")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="assignments")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="assignments")
    receiver = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices)
    text = models.TextField(blank=True)
    basis = models.CharField(max_length=300, blank=True)
    on = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    reason = models.TextField(blank=True)
    transferred_to = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="transferred_from")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        """An agency has a row once; a task without a row says its words and who gave it."""

        ordering = ("item__position", "id")
        constraints = (
            models.UniqueConstraint(
                fields=("item", "agency"), condition=Q(item__isnull=False), name="assignments_item_once_an_agency"
            ),
            models.CheckConstraint(
                condition=Q(item__isnull=False) | (~Q(text="") & ~Q(basis="")), name="assignments_has_words_and_basis"
            ),
            models.CheckConstraint(
                condition=~Q(state="returned") | ~Q(reason=""), name="assignments_returned_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="transferred", transferred_to__isnull=False)
                | (~Q(state="transferred") & Q(transferred_to__isnull=True)),
                name="assignments_transferred_goes_somewhere",
            ),
        )
        indexes = (models.Index(fields=("agency", "state"), name="assignments_agency_state"),)

    def __str__(self) -> str:
        return f"{self.agency} {self.item or self.text[:60]}"


class Occurrence(models.Model):
    """One time a task is to be done: once by a day, all along, so many times, or when something has happened."""

    assignment = models.ForeignKey(Assignment, on_delete=models.CASCADE, related_name="occurrences")
    code = models.CharField(max_length=20)
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in occurrences.Kind])
    first = models.DateField(null=True)
    due_on = models.DateField(null=True)
    times = models.PositiveSmallIntegerField(null=True)
    per = models.CharField(max_length=8, blank=True)
    event = models.TextField(blank=True)
    happened_on = models.DateField(null=True)

    class Meta:
        """Each time once, days in order; what waits for an event has no day before it."""

        ordering = ("assignment", "due_on", "id")
        constraints = (
            models.UniqueConstraint(fields=("assignment", "code"), name="assignments_occurrence_once"),
            models.CheckConstraint(
                condition=Q(first__isnull=True) | Q(due_on__isnull=True) | Q(first__lte=F("due_on")),
                name="assignments_occurrence_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(kind="waiting") | Q(due_on__isnull=False), name="assignments_occurrence_has_day"
            ),
        )
        indexes = (models.Index(fields=("due_on",), name="assignments_occurrence_due"),)

    def __str__(self) -> str:
        return f"{self.assignment} {self.code}"
