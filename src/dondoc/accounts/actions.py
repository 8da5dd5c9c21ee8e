"""Writes about people: each one transaction, with its entry in the audit trail."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from dondoc.accounts.models import Person, Role, RoleHeld
from dondoc.accounts.rights import Right, require
from dondoc.audit import actions as audit
from dondoc.audit.actions import SYSTEM


class SignInNameTaken(Exception):
    """Another person signs in by this name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@transaction.atomic
def create_person(
    *,
    sign_in_name: str,
    full_name: str,
    post: str,
    password: str,
    roles: Iterable[Role],
    by: Person | None,
    now: datetime,
) -> Person:
    """Make an account; `by` is None only for the first ones, made by the system.

    Raises SignInNameTaken, and Django's ValidationError for a weak password.
    """
    if by is not None:
        require(by, Right.ADMINISTER)
    name = sign_in_name.strip().lower()
    if Person.objects.filter(sign_in_name=name).exists():
        raise SignInNameTaken(name)
    person = Person(sign_in_name=name, full_name=full_name.strip(), post=post.strip(), created_at=now)
    validate_password(password, person)
    person.set_password(password)
    person.save()
    held = sorted(set(roles))
    RoleHeld.objects.bulk_create(RoleHeld(person=person, role=role) for role in held)
    after = {"full_name": person.full_name, "post": person.post, "roles": [str(role) for role in held]}
    audit.record(
        by=by.as_actor() if by else SYSTEM, now=now, verb="create-person", kind="person", code=name, after=after
    )
    return person


@transaction.atomic
def close_account(*, person: Person, reason: str, by: Person, now: datetime) -> None:
    """Close an account: nobody can sign in with it from now on, and open sessions end."""
    require(by, Right.ADMINISTER)
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.is_active = False
    person.save(update_fields=["is_active"])
    audit.record(
        by=by.as_actor(), now=now, verb="close-account", kind="person", code=person.sign_in_name, reason=reason
    )
