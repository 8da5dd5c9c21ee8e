"""Making, closing and reopening accounts; giving and taking roles."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from dondoc.accounts import factors
from dondoc.accounts.models import FROM_POSTS, Person, Role, RoleHeld
from dondoc.accounts.refusals import NoReason, NotGiven, NotOneself, SignInNameTaken
from dondoc.accounts.rights import Right, require
from dondoc.accounts.sessions import close_sessions
from dondoc.audit import actions as audit
from dondoc.audit.actions import SYSTEM, Actor


@transaction.atomic
def create_person(
    *, sign_in_name: str, full_name: str, post: str, password: str, roles: Iterable[Role], by: Person | None,
    now: datetime, first_password: bool = False,
) -> Person:  # fmt: skip
    """Make an account; `by` is None only for the first ones, made by the system.

    `post` is what is said of somebody who holds no post in an agency; a `first_password` is one
    the site made (factors.first_password), to be changed at the first sign-in. Raises SignInNameTaken, NotGiven, and
    Django's ValidationError for a weak password.
    """
    if by is not None:
        require(by, Right.ADMINISTER)
    return new_account(
        sign_in_name=sign_in_name, full_name=full_name, post=post, password=password, roles=roles,
        actor=by.as_actor() if by else SYSTEM, now=now, first_password=first_password,
    )  # fmt: skip


def new_account(
    *, sign_in_name: str, full_name: str, post: str, password: str, roles: Iterable[Role], actor: Actor, now: datetime,
    first_password: bool,
) -> Person:  # fmt: skip
    """Make an account inside the transaction of who asked for the right; raises as create_person does."""
    name = sign_in_name.strip().lower()
    if Person.objects.filter(sign_in_name=name).exists():
        raise SignInNameTaken(name)
    held = given(roles)
    person = Person(sign_in_name=name, full_name=full_name.strip(), post_words=post.strip(), created_at=now)
    person.must_change_password = first_password
    if first_password:
        person.password = factors.hash_first(password)
    else:
        validate_password(password, person)
        person.set_password(password)
    person.save()
    RoleHeld.objects.bulk_create(RoleHeld(person=person, role=role) for role in held)
    after = {"full_name": person.full_name, "post": person.post_words, "roles": [str(role) for role in held]}
    audit.record(by=actor, now=now, verb="create-person", kind="person", code=name, after=after)
    return person


def given(roles: Iterable[Role]) -> list[Role]:
    """Give roles once each in their order; raises NotGiven for one that comes with a post only."""
    held = sorted(set(roles))
    for role in held:
        if role in FROM_POSTS:
            raise NotGiven(str(role.label))
    return held


def locked(person: Person, by: Person) -> Person:
    """Take the lock of an account for a change by an administrator; raises NotOneself, PermissionDenied."""
    require(by, Right.ADMINISTER)
    if by.pk == person.pk:
        raise NotOneself
    return Person.objects.select_for_update().get(pk=person.pk)


@transaction.atomic
def change_roles(*, person: Person, roles: Iterable[Role], reason: str, by: Person, now: datetime) -> None:
    """Let a person have exactly these roles beside those of their posts; raises NotGiven, NoReason, NotOneself."""
    person = locked(person, by)
    if not reason.strip():
        raise NoReason
    held = given(roles)
    standing = RoleHeld.objects.filter(person=person, term__isnull=True)
    before = sorted(standing.values_list("role", flat=True))
    standing.delete()
    RoleHeld.objects.bulk_create(RoleHeld(person=person, role=role) for role in held)
    audit.record(
        by=by.as_actor(), now=now, verb="change-roles", kind="person", code=person.sign_in_name, reason=reason.strip(),
        before={"roles": before}, after={"roles": [str(role) for role in held]},
    )  # fmt: skip


@transaction.atomic
def close_account(*, person: Person, reason: str, by: Person, now: datetime) -> None:
    """Close an account: nobody can sign in with it from now on, and open sessions end; raises NotOneself."""
    person = locked(person, by)
    person.is_active = False
    person.save(update_fields=["is_active"])
    close_sessions(person)
    audit.record(
        by=by.as_actor(), now=now, verb="close-account", kind="person", code=person.sign_in_name, reason=reason
    )


@transaction.atomic
def reopen_account(*, person: Person, reason: str, by: Person, now: datetime) -> None:
    """Open a closed account again; raises NoReason, NotOneself."""
    person = locked(person, by)
    if not reason.strip():
        raise NoReason
    person.is_active, person.reopened_at = True, now
    person.save(update_fields=["is_active", "reopened_at"])
    audit.record(
        by=by.as_actor(), now=now, verb="reopen-account", kind="person", code=person.sign_in_name,
        reason=reason.strip(),
    )  # fmt: skip
