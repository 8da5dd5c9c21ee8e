"""People and the roles they hold."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from dondoc.audit.actions import Actor


class People(BaseUserManager["Person"]):
    """Finds a person by the name typed at sign-in, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Person:
        """Give the person of a sign-in name; raises Person.DoesNotExist."""
        return self.get(sign_in_name=(username or "").strip().lower())


class Person(AbstractBaseUser):
    """Somebody with an account. The post is words for now; posts and terms get their own tables."""

    sign_in_name = models.CharField(max_length=80, unique=True)
    full_name = models.CharField(max_length=120)
    post = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()

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

    def as_actor(self) -> Actor:
        """Give the plain values that the audit trail keeps."""
        return Actor(name=self.full_name, post=self.post, id=self.pk)


class Role(models.TextChoices):
    """What somebody is in this system, until posts and their rights come."""

    ADMINISTRATOR = "administrator", _("Quản trị hệ thống")
    CLERK = "clerk", _("Chuyên viên tổng hợp")
    PUBLISHER = "publisher", _("Người công bố")
    READER = "reader", _("Người xem")


class RoleHeld(models.Model):
    """One role held by one person."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles_held")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        """A role is held once."""

        constraints = (models.UniqueConstraint(fields=("person", "role"), name="accounts_role_held_once"),)

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"
