"""Tables of directives: the file as it came, what was read, what people decided, what was published."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dondoc.accounts.models import Person
from dondoc.directives import stretches
from dondoc.rules.catalogue import Severity


class Upload(models.Model):
    """One file on its way in: waiting, being read, read, or refused with a sentence; a refused file is not kept."""

    class State(models.TextChoices):
        """Where the file is."""

        WAITING = "waiting", _("đang chờ đọc")
        READING = "reading", _("đang đọc")
        DONE = "done", _("đã đọc xong")
        REFUSED = "refused", _("không đọc được")

    code = models.CharField(max_length=32, unique=True)
    filename = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    words = models.CharField(max_length=200, blank=True)
    refusal_code = models.CharField(max_length=40, blank=True)
    refusal = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="uploads")
    at = models.DateTimeField()
    directive = models.ForeignKey("Directive", null=True, on_delete=models.CASCADE, related_name="uploads")
    dismissed_at = models.DateTimeField(null=True)  # a refusal that its person has read and put away

    class Meta:
        """One file is read once at a time."""

        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("sha256",),
                condition=Q(state__in=("waiting", "reading")),
                name="directives_upload_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state="refused") | ~Q(refusal=""), name="directives_upload_refusal_has_sentence"
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(directive__isnull=False), name="directives_upload_done_has_directive"
            ),
        )

    def __str__(self) -> str:
        return f"{self.filename} ({self.state})"


class Directive(models.Model):
    """A signed document (văn bản chỉ đạo) with what was read from it."""

    class State(models.TextChoices):
        """Where the directive stands."""

        IN_REVIEW = "in_review", _("đang soát")
        PUBLISHED = "published", _("đã công bố")
        WITHDRAWN = "withdrawn", _("đã thu hồi")

    code = models.CharField(max_length=80, unique=True)
    number = models.CharField(max_length=60, blank=True)
    kind = models.CharField(max_length=20)
    issued_on = models.DateField(null=True)
    effective_on = models.DateField(null=True)
    term_from = models.PositiveSmallIntegerField(null=True)
    term_to = models.PositiveSmallIntegerField(null=True)
    issuer = models.CharField(max_length=300, blank=True)
    title = models.TextField(blank=True)
    signer = models.CharField(max_length=120, blank=True)
    signed_as = models.CharField(max_length=200, blank=True)
    legal_bases = models.JSONField(default=list)
    recipients = models.JSONField(default=list)

    state = models.CharField(max_length=12, choices=State.choices, default=State.IN_REVIEW)
    version = models.PositiveIntegerField(default=1)
    search_text = models.TextField(blank=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="directives_entered")
    entered_at = models.DateTimeField()
    saved_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="directives_published")
    published_at = models.DateTimeField(null=True)
    publish_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    # The original and what was read from it; never changed after reading. Empty for a directive typed by hand.
    filename = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField(null=True)
    sha256 = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - unique where there is a file
    text = models.TextField(blank=True)
    text_format = models.CharField(max_length=10, blank=True)
    catalogue = models.JSONField(null=True)

    class Meta:
        """What must never be."""

        ordering = ("-entered_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state="published") | Q(published_by__isnull=False, published_at__isnull=False),
                name="directives_published_has_publisher",
            ),
            models.CheckConstraint(
                condition=~Q(state="withdrawn") | ~Q(withdrawn_reason=""), name="directives_withdrawn_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(term_from__isnull=True) | Q(term_to__gte=models.F("term_from")),
                name="directives_term_in_order",
            ),
            models.CheckConstraint(
                condition=Q(sha256__isnull=True) | Q(size__isnull=False), name="directives_original_has_size"
            ),
        )

    def __str__(self) -> str:
        return self.number or self.code

    @property
    def in_review(self) -> bool:
        """Say whether rows may still be decided."""
        return self.state == Directive.State.IN_REVIEW

    @property
    def term(self) -> tuple[int, int] | None:
        """Give the first and the last year the directive governs, None where it says none."""
        return (self.term_from, self.term_to) if self.term_from and self.term_to else None


class Item(models.Model):
    """One row: a task with its addressees, targets, time and product, and what people decided about it."""

    class Decision(models.TextChoices):
        """What a person did with the row as read."""

        NONE = "none", _("chưa xem")
        ACCEPTED = "accepted", _("giữ như văn bản")
        CORRECTED = "corrected", _("đã sửa")
        ADDED = "added", _("thêm vào")
        DELETED = "deleted", _("đã bỏ")
        ASKED = "asked", _("đang hỏi")

    class Status(models.TextChoices):
        """Whether the published task is in force."""

        IN_FORCE = "in_force", _("đang có hiệu lực")
        SUSPENDED = "suspended", _("tạm dừng")
        WITHDRAWN = "withdrawn", _("đã rút")

    class Measure(models.TextChoices):
        """What can be held against the task."""

        FIGURE = "figure", _("có chỉ tiêu đo được")
        WORDS = "words", _("chỉ tiêu bằng lời")
        NONE = "none", _("không ghi chỉ tiêu")

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="items")
    position = models.DecimalField(max_digits=20, decimal_places=10)
    ref = models.CharField(max_length=60)
    section = models.TextField(blank=True)
    ordinal = models.CharField(max_length=30, blank=True)
    text = models.TextField()
    text_suggested = models.TextField(blank=True)
    leads = models.JSONField(default=list)
    cooperating = models.JSONField(default=list)
    schedule = models.JSONField(null=True)
    deliverable = models.TextField(blank=True)
    deliverables = models.JSONField(default=list)
    condition = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    targets = models.JSONField(default=list)
    source = models.JSONField(null=True)
    confidence = models.FloatField(default=1.0)
    doubts = models.JSONField(default=list)
    doubtful = models.BooleanField(default=False)
    question = models.TextField(blank=True)  # for the office that issued the document
    answer = models.TextField(blank=True)

    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.NONE)
    version = models.PositiveIntegerField(default=1)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.IN_FORCE)

    # Folded copies that searches and filters compare: no case, no marks, single blanks.
    search_text = models.TextField(blank=True)
    agencies_text = models.TextField(blank=True)
    same_text = models.CharField(max_length=64, blank=True)
    measure = models.CharField(max_length=8, blank=True, choices=Measure.choices)

    class Meta:
        """A row's code is unique in its directive, its place is positive, its text is not empty."""

        ordering = ("directive_id", "position")
        constraints = (
            models.UniqueConstraint(fields=("directive", "ref"), name="directives_item_ref_once"),
            models.UniqueConstraint(fields=("directive", "position"), name="directives_item_position_once"),
            models.CheckConstraint(condition=Q(position__gt=0), name="directives_item_position_positive"),
            models.CheckConstraint(condition=~Q(text=""), name="directives_item_has_text"),
            models.CheckConstraint(
                condition=Q(decision="none") | Q(decided_by__isnull=False), name="directives_item_decision_has_person"
            ),
        )
        indexes = (models.Index(fields=("directive", "same_text"), name="directives_item_same_text"),)

    def __str__(self) -> str:
        return f"{self.ref}: {self.text[:60]}"

    @property
    def label(self) -> str:
        """Give the row's number as people say it: 8.13."""
        return self.ref.replace("/", ".")

    @property
    def waiting(self) -> bool:
        """Say whether the row has a doubt that nobody has decided."""
        return self.doubtful and self.decision == Item.Decision.NONE

    @property
    def target_asked(self) -> bool:
        """Say whether the row has no target and the reading wonders why."""
        return not self.targets and any(doubt["field"] == "targets" for doubt in self.doubts)

    @property
    def doubts_by_reason(self) -> dict[str, list[str]]:
        """Give the doubts with the fields that share a reason together."""
        out: dict[str, list[str]] = {}
        for doubt in self.doubts:
            out.setdefault(doubt["reason"], []).append(doubt["field"])
        return out

    @property
    def stretches(self) -> list[tuple[int, int, str]]:
        """Give the stretches of the document the row came from, each with its field; none overlap."""
        return stretches.placed(self.source)


class Finding(models.Model):
    """Something remarkable in the document as a whole, and what a person said to it."""

    class Decision(models.TextChoices):
        """The answer."""

        OPEN = "open", _("chưa trả lời")
        ACCEPTED = "accepted", _("đã nhận")
        SETTLED = "settled", _("đã xử lý")

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    severity = models.CharField(max_length=10, choices=[(each.value, each.value) for each in Severity])
    message = models.TextField()
    quote = models.TextField(blank=True)
    where = models.JSONField(default=list)
    renewable = models.BooleanField(default=False)  # follows from the rows, so it is looked at again after each change
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.OPEN)
    note = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """In the order of the proof-reader."""

        ordering = ("directive_id", "position", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(decision="accepted") | Q(decided_by__isnull=False),
                name="directives_finding_answer_has_person",
            ),
        )

    def __str__(self) -> str:
        return f"{self.code}: {self.message[:60]}"


class Step(models.Model):
    """One step of the review, with the rows before and after, so that it can be undone."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=60)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    before = models.JSONField(default=list)
    after = models.JSONField(default=list)
    undone = models.BooleanField(default=False)

    class Meta:
        """Oldest first."""

        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.verb} {self.at:%H:%M}"


class Correction(models.Model):
    """A change of a published row (đính chính, tạm dừng, rút): what, why, by whom."""

    class Kind(models.TextChoices):
        """What was done."""

        CORRECTION = "correction", _("Đính chính")
        SUSPENSION = "suspension", _("Tạm dừng")
        WITHDRAWAL = "withdrawal", _("Rút")
        RESUMPTION = "resumption", _("Cho tiếp tục")

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="corrections")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.TextField()
    by_name = models.CharField(max_length=200)
    by_post = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField()
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        """Oldest first; never without a reason."""

        ordering = ("id",)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="directives_correction_has_reason"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.kind} {self.at:%Y-%m-%d}"


class Pair(models.Model):
    """Two tasks that say the same or nearly the same, proposed as one reporting line."""

    class Decision(models.TextChoices):
        """The answer."""

        PROPOSED = "proposed", _("chờ trả lời")
        ACCEPTED = "accepted", _("báo cáo chung")
        REFUSED = "refused", _("báo cáo riêng")

    left = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="pairs_left")
    right = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="pairs_right")
    kind = models.CharField(max_length=10, choices=[("equal", _("giống hệt")), ("near", _("gần giống"))])
    same_threshold = models.BooleanField(default=True)
    same_time = models.BooleanField(default=True)
    why = models.TextField(blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, default=Decision.PROPOSED)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        """Two rows make at most one pair, and no row pairs with itself."""

        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("left", "right"), name="directives_pair_once"),
            models.CheckConstraint(condition=~Q(left=models.F("right")), name="directives_pair_of_two"),
            models.CheckConstraint(
                condition=Q(decision="proposed") | Q(decided_by__isnull=False), name="directives_pair_answer_has_person"
            ),
        )

    def __str__(self) -> str:
        return f"{self.left_id} = {self.right_id}"
