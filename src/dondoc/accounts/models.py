"""People, the posts they hold and for how long, the roles they are given, and how they sign in."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from dondoc.agencies.models import Agency, Post
from dondoc.audit.actions import Actor


class People(BaseUserManager["Person"]):
    """Finds a person by the name typed at sign-in, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Give the person of a sign-in name; raises Person.DoesNotExist."""
        return self.get(sign_in_name=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody with an account. What posts they hold stands in their terms."""

    sign_in_name = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120)
    post_words = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    reopened_at = models.DateTimeField(null=True)

    objects: ClassVar[People] = People()
    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        """Sign-in names are kept in small letters, so that Lan and lan are one."""

        ordering = ("full_name",)
        constraints = (
            models.CheckConstraint(condition=~models.Q(sign_in_name=""), name="accounts_person_has_sign_in_name"),
            models.CheckConstraint(condition=~models.Q(full_name=""), name="accounts_person_has_full_name"),
        )

    def __str__(self) -> str:
        return self.full_name

    @property
    def used_at(self) -> datetime:
        """Say when the account was last used: signed in with, or made, or opened again."""
        return max(each for each in (self.last_login, self.created_at, self.reopened_at) if each)

    @cached_property
    def post(self) -> str:
        """Give the posts held today in words; for somebody without a post, what was written with the account."""
        from dondoc.accounts import posts  # reads terms, so it stands above the tables

        return posts.in_words(self, timezone.localdate()) or self.post_words

    def as_actor(self) -> Actor:
        """Give the plain values that the audit trail keeps."""
        return Actor(name=self.full_name, post=self.post, id=self.pk)


class Role(models.TextChoices):
    """What somebody is in this system: the first five come from the post itself, the others are given with it."""

    SPECIALIST = "specialist", _("Chuyên viên")
    DIVISION_HEAD = "division_head", _("Lãnh đạo phòng")
    DEPUTY_HEAD = "deputy_head", _("Cấp phó")
    SIGNING_DEPUTY = "signing_deputy", _("Người được giao ký")
    AGENCY_HEAD = "agency_head", _("Người đứng đầu")
    RECEIVING_OFFICE = "receiving_office", _("Cơ quan tiếp nhận báo cáo")
    PROVINCIAL_OFFICE = "provincial_office", _("Văn phòng UBND tỉnh")
    LEADER = "leader", _("Lãnh đạo tỉnh")
    MTTQ_SUPERVISOR = "mttq_supervisor", _("Giám sát của MTTQ")
    AUDITOR = "auditor", _("Thanh tra, kiểm tra")
    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
    CLERK = "clerk", _("Chuyên viên tổng hợp")
    PUBLISHER = "publisher", _("Người công bố")
    READER = "reader", _("Người xem")


ROLE_OF_RANK: dict[str, Role] = {
    Post.Rank.SPECIALIST: Role.SPECIALIST,
    Post.Rank.DIVISION_HEAD: Role.DIVISION_HEAD,
    Post.Rank.DEPUTY: Role.DEPUTY_HEAD,
    Post.Rank.HEAD: Role.AGENCY_HEAD,
}
FROM_POSTS = frozenset({*ROLE_OF_RANK.values(), Role.SIGNING_DEPUTY})
"""Roles nobody gives: they come with a post or with a handover, and end with it."""


def running(day: date, prefix: str = "") -> Q:
    """Give the condition of a span that runs on a day, first and last day counted; no last day means until further
    notice. `prefix` leads to the table that holds the span."""
    goes_on = Q(**{f"{prefix}last_day__isnull": True}) | Q(**{f"{prefix}last_day__gte": day})
    return Q(**{f"{prefix}first_day__lte": day}) & goes_on


class Term(models.Model):
    """One person in one post from a day to a day, both counted; an open last day means until further notice."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="terms")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="terms")
    # The agency this term is at the head of; the database refuses two such terms on one day (spans.py).
    heads = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    basis = models.CharField(max_length=300, blank=True)

    class Meta:
        """Days in order; the newest first."""

        ordering = ("-first_day", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(last_day__isnull=True) | Q(first_day__lte=F("last_day")), name="accounts_term_days_in_order"
            ),
            models.UniqueConstraint(
                fields=("person", "post"), condition=Q(last_day__isnull=True), name="accounts_term_goes_on_once"
            ),
        )
        indexes = (models.Index(fields=("first_day", "last_day"), name="accounts_term_days"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.post} ({self.first_day:%d/%m/%Y})"

    def runs_on(self, day: date) -> bool:
        """Say whether the post is held on a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)


class RoleHeld(models.Model):
    """One role given to one person; given with a term, it ends with it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles_held")
    role = models.CharField(max_length=20, choices=Role.choices)
    term = models.ForeignKey(Term, null=True, on_delete=models.CASCADE, related_name="roles")

    class Meta:
        """A role is held once, or once with each term; what comes from posts is not given."""

        constraints = (
            models.UniqueConstraint(
                fields=("person", "role"), condition=Q(term__isnull=True), name="accounts_role_held_once"
            ),
            models.UniqueConstraint(
                fields=("term", "role"), condition=Q(term__isnull=False), name="accounts_role_once_with_a_term"
            ),
            models.CheckConstraint(condition=~Q(role__in=sorted(FROM_POSTS)), name="accounts_role_is_given"),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class Handover(models.Model):
    """A head lets somebody of the agency sign for some days: a deputy KT., the head of a division TL.

    Nghị định 30/2020/NĐ-CP, Điều 13. It ends when either of the two posts ends, whatever its last day.
    """

    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="handovers")
    by_term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="handed_over")
    to_term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="taken_over")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=300)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        """Days in order, somebody else, with a reason; the database refuses two on one day (spans.py)."""

        ordering = ("-first_day", "-id")
        constraints = (
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="accounts_handover_days_in_order"),
            models.CheckConstraint(condition=~Q(by_term=F("to_term")), name="accounts_handover_to_another"),
            models.CheckConstraint(condition=~Q(reason=""), name="accounts_handover_has_reason"),
        )

    def __str__(self) -> str:
        return f"{self.by_term.person} → {self.to_term.person}"


class SecondFactor(models.Model):
    """The secret an authenticator app shares with this site (RFC 6238), encrypted, and the last step it was used in."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="second_factor")
    sealed_secret = models.TextField()
    last_step = models.PositiveBigIntegerField(default=0)
    added_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.person}: {self.added_at:%d/%m/%Y}"


class RecoveryCode(models.Model):
    """A code that replaces the authenticator app once; only its fingerprint is kept."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="recovery_codes")
    fingerprint = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        """A code is kept once."""

        constraints = (models.UniqueConstraint(fields=("person", "fingerprint"), name="accounts_recovery_code_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.used_at or '…'}"


class Attempts(models.Model):
    """How often in a row somebody tried to sign in by a name, whether there is such an account or not."""

    sign_in_name = models.CharField(max_length=80, unique=True)
    count = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.sign_in_name}: {self.count}"


class OpenSession(models.Model):
    """One place where a person is signed in: when, from which address, with what."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="open_sessions")
    key = models.CharField(max_length=40, unique=True)
    began_at = models.DateTimeField()
    address = models.GenericIPAddressField(null=True)
    device = models.CharField(max_length=200, blank=True)

    class Meta:
        """The newest first."""

        ordering = ("-began_at", "-id")

    def __str__(self) -> str:
        return f"{self.person}: {self.began_at:%d/%m/%Y %H:%M}"

    @property
    def device_words(self) -> str:
        """Say browser and system as people call them; what is not known stays as it was sent."""
        from dondoc.accounts import wording

        return wording.device(self.device)


class OutsideIdentity(models.Model):
    """Who a person is at the office's own sign-in (OpenID Connect): bound at the first use, then never to another."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="outside_identity")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)

    class Meta:
        """One account there is one account here."""

        constraints = (models.UniqueConstraint(fields=("issuer", "subject"), name="accounts_outside_identity_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.issuer}"
