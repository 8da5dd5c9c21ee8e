"""Tables of agencies: what each is called and where it stands from one day to another, and its posts."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class Kind(models.Model):
    """A kind of agency (loại cơ quan), kept as data: laws make new ones."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        """In the order of lists."""

        ordering = ("position", "code")

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """One agency through all its names (cơ quan, đơn vị, địa phương); what it is called stands in its standings."""

    code = models.SlugField(max_length=80, unique=True, allow_unicode=False)

    class Meta:
        """By code."""

        ordering = ("code",)
        constraints = (models.CheckConstraint(condition=~Q(code=""), name="agencies_agency_has_code"),)

    def __str__(self) -> str:
        return self.code


class Standing(models.Model):
    """How an agency stands from a day to a day, both counted: its name, kind, codes and whom it is under.

    An open first day means "as long as this system knows"; an open last day "until further notice".
    """

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="standings")
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=80, blank=True)
    aliases = models.JSONField(default=list)
    kind = models.ForeignKey(Kind, on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="children")
    old_code = models.CharField(max_length=13, blank=True)
    new_code = models.CharField(max_length=35, blank=True)
    area_code = models.CharField(max_length=5, blank=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    source = models.CharField(max_length=300, blank=True)
    uncertain = models.CharField(max_length=300, blank=True)
    search_text = models.TextField(blank=True)

    class Meta:
        """Days in order; only one standing goes on."""

        ordering = ("kind__position", "id")
        constraints = (
            models.CheckConstraint(condition=~Q(name=""), name="agencies_standing_has_name"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to")),
                name="agencies_standing_days_in_order",
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("agency")), name="agencies_standing_not_under_itself"
            ),
            models.UniqueConstraint(
                fields=("agency",), condition=Q(valid_to__isnull=True), name="agencies_one_standing_goes_on"
            ),
            models.UniqueConstraint(
                fields=("agency",), condition=Q(valid_from__isnull=True), name="agencies_one_standing_comes_first"
            ),
        )
        indexes = (models.Index(fields=("valid_from", "valid_to"), name="agencies_standing_days"),)

    def __str__(self) -> str:
        return self.name

    @property
    def called(self) -> str:
        """Give the short name where there is one."""
        return self.short_name or self.name


class Event(models.Model):
    """Something that befell agencies on a day: founded, renamed, merged, split, ended, moved, functions handed over."""

    class Sort(models.TextChoices):
        """What befell them (rules.md, phụ lục A, org_event)."""

        FOUNDED = "founded", _("thành lập")
        RENAMED = "renamed", _("đổi tên")
        MERGED = "merged", _("hợp nhất, sáp nhập")
        SPLIT = "split", _("chia, tách")
        ENDED = "ended", _("giải thể")
        HANDED_OVER = "handed_over", _("chuyển chức năng")
        MOVED = "moved", _("chuyển cấp trên")

    sort = models.CharField(max_length=12, choices=Sort.choices)
    on = models.DateField()
    legal_basis = models.CharField(max_length=300)
    note = models.TextField(blank=True)

    class Meta:
        """Newest first; each stands on a paper."""

        ordering = ("-on", "-id")
        constraints = (models.CheckConstraint(condition=~Q(legal_basis=""), name="agencies_event_has_legal_basis"),)

    def __str__(self) -> str:
        return f"{self.get_sort_display()} {self.on:%d/%m/%Y}"


class Succession(models.Model):
    """One edge of an event: an agency before it and one after it; many may lead to many."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="successions")
    before = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="succeeded_by")
    after = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="succeeds")

    class Meta:
        """Each edge once."""

        constraints = (models.UniqueConstraint(fields=("event", "before", "after"), name="agencies_succession_once"),)

    def __str__(self) -> str:
        return f"{self.before} → {self.after}"


class Post(models.Model):
    """A post (chức vụ) in an agency; who holds it, and for what term, stands with the people."""

    class Rank(models.TextChoices):
        """What the post is in its agency."""

        HEAD = "head", _("người đứng đầu")
        DEPUTY = "deputy", _("cấp phó")
        DIVISION_HEAD = "division_head", _("lãnh đạo phòng")
        SPECIALIST = "specialist", _("chuyên viên")

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="posts")
    name = models.CharField(max_length=160)
    rank = models.CharField(max_length=14, choices=Rank.choices)
    ended_on = models.DateField(null=True)

    class Meta:
        """A post is named once in its agency."""

        ordering = ("agency", "id")
        constraints = (
            models.UniqueConstraint(fields=("agency", "name"), name="agencies_post_named_once"),
            models.CheckConstraint(condition=~Q(name=""), name="agencies_post_has_name"),
        )

    def __str__(self) -> str:
        return self.name
