"""Signing in: tries counted, the second factor, sessions begun and ended, passwords changed, idle accounts closed."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.utils import timezone

from dondoc.accounts import factors, parameters
from dondoc.accounts.actions.people import locked
from dondoc.accounts.models import Attempts, OpenSession, Person, RecoveryCode, SecondFactor
from dondoc.accounts.refusals import MustWait, NoReason, NotTheSame, WrongCode, WrongPassword
from dondoc.accounts.sessions import close_sessions
from dondoc.audit import actions as audit
from dondoc.audit.actions import SYSTEM

FORGOTTEN = timedelta(days=1)


@transaction.atomic
def count_try(*, sign_in_name: str, now: datetime) -> None:
    """Count a try before it is looked at, so that a hundred at once are a hundred; raises MustWait."""
    name = sign_in_name.strip().lower()[:80]
    Attempts.objects.filter(last_at__lt=now - FORGOTTEN).delete()
    Attempts.objects.get_or_create(sign_in_name=name, defaults={"last_at": now})
    tries = Attempts.objects.select_for_update().get(sign_in_name=name)
    until = parameters.on(timezone.localdate(now)).waits_until(tries.count, tries.last_at)
    if until is not None and now < until:
        raise MustWait(until, now)
    Attempts.objects.filter(pk=tries.pk).update(count=tries.count + 1, last_at=now)


@transaction.atomic
def signed_in(*, person: Person, how: str, key: str, address: str | None, device: str, now: datetime) -> OpenSession:
    """Write down that a person signed in, by what means and where from; tries in a row are forgotten."""
    Attempts.objects.filter(sign_in_name=person.sign_in_name).delete()
    OpenSession.objects.filter(
        person=person, began_at__lt=now - timedelta(seconds=settings.SESSION_COOKIE_AGE)
    ).delete()
    session = OpenSession.objects.create(
        person=person, key=key, began_at=now, address=address, device=device[:200]
    )  # fmt: skip
    audit.record(
        by=person.as_actor(), now=now, verb="sign-in", kind="person", code=person.sign_in_name,
        after={"how": how, "address": address, "device": device[:200]},
    )  # fmt: skip
    return session


@transaction.atomic
def end_sessions(*, person: Person, but: str, only: int | None = None, now: datetime) -> int:
    """Let a person end their own sessions elsewhere: all, or one of them; gives how many ended."""
    count = close_sessions(person, but=but, only=only)
    if count:
        audit.record(
            by=person.as_actor(), now=now, verb="end-sessions", kind="person", code=person.sign_in_name,
            after={"count": count},
        )  # fmt: skip
    return count


def prove(person: Person, password: str, now: datetime) -> None:
    """Have a person show their password again; counted as a try. Raises WrongPassword, MustWait."""
    count_try(sign_in_name=person.sign_in_name, now=now)
    if not person.check_password(password):
        raise WrongPassword
    Attempts.objects.filter(sign_in_name=person.sign_in_name).delete()


@transaction.atomic
def change_password(*, person: Person, password: str, now: datetime, key: str = "") -> Person:
    """Give a person a new password of their own; sessions elsewhere end.

    Raises NotTheSame where it is the one there was, Django's ValidationError for a weak one.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.check_password(password):
        raise NotTheSame
    validate_password(password, person)
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    close_sessions(person, but=key)
    audit.record(
        by=person.as_actor(), now=now, verb="change-password", kind="person", code=person.sign_in_name
    )  # fmt: skip
    return person


@transaction.atomic
def give_first_password(*, person: Person, reason: str, by: Person, now: datetime) -> str:
    """Give somebody who lost theirs a password to be changed at the next sign-in; gives it, it is kept nowhere.

    Raises NoReason, NotOneself.
    """
    person = locked(person, by)
    if not reason.strip():
        raise NoReason
    password = factors.first_password()
    person.set_password(password)
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    close_sessions(person)
    audit.record(
        by=by.as_actor(), now=now, verb="give-first-password", kind="person", code=person.sign_in_name,
        reason=reason.strip(),
    )  # fmt: skip
    return password


@transaction.atomic
def add_second_factor(*, person: Person, secret: str, code: str, now: datetime) -> list[str]:
    """Take an authenticator app into use once it shows a right code; gives the recovery codes, kept nowhere else.

    Raises WrongCode.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    step = factors.step_of(secret, code, now)
    if step is None:
        raise WrongCode
    SecondFactor.objects.update_or_create(
        person=person, defaults={"sealed_secret": factors.seal(secret), "last_step": step, "added_at": now}
    )
    codes = _renew_codes(person)
    audit.record(by=person.as_actor(), now=now, verb="add-second-factor", kind="person", code=person.sign_in_name)
    return codes


@transaction.atomic
def renew_recovery_codes(*, person: Person, now: datetime) -> list[str]:
    """Make new recovery codes; the old ones are worth nothing."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    codes = _renew_codes(person)
    audit.record(by=person.as_actor(), now=now, verb="renew-recovery-codes", kind="person", code=person.sign_in_name)
    return codes


def _renew_codes(person: Person) -> list[str]:
    RecoveryCode.objects.filter(person=person).delete()
    codes = factors.new_codes()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(person=person, fingerprint=factors.fingerprint(code)) for code in codes
    )
    return codes


@transaction.atomic
def use_code(*, person: Person, code: str, now: datetime) -> str:
    """Take a code of the app, each step once, or a recovery code, each once; gives which it was. Raises WrongCode."""
    factor = SecondFactor.objects.select_for_update().filter(person=person).first()
    secret = factors.unseal(factor.sealed_secret) if factor else None
    step = factors.step_of(secret, code, now, factor.last_step) if factor and secret else None
    if factor and step is not None:
        SecondFactor.objects.filter(pk=factor.pk).update(last_step=step)
        return "totp"
    unused = RecoveryCode.objects.filter(person=person, used_at__isnull=True, fingerprint=factors.fingerprint(code))
    if unused.update(used_at=now):
        return "recovery-code"
    raise WrongCode


@transaction.atomic
def drop_second_factor(*, person: Person, reason: str, by: Person, now: datetime) -> None:
    """Take the app and recovery codes out of use: one's own, or as administrator somebody's who lost them."""
    if by.pk != person.pk:
        person = locked(person, by)
    if not reason.strip():
        raise NoReason
    SecondFactor.objects.filter(person=person).delete()
    RecoveryCode.objects.filter(person=person).delete()
    audit.record(
        by=by.as_actor(), now=now, verb="drop-second-factor", kind="person", code=person.sign_in_name,
        reason=reason.strip(),
    )  # fmt: skip


def is_idle(person: Person, now: datetime) -> bool:
    """Say whether an account was not used for longer than the rules of the day allow."""
    return now - person.used_at > timedelta(days=parameters.on(timezone.localdate(now)).idle_days)


@transaction.atomic
def close_idle(*, now: datetime) -> list[str]:
    """Close every account not used for too long; gives their sign-in names."""
    days = parameters.on(timezone.localdate(now)).idle_days
    idle = [each for each in Person.objects.select_for_update().filter(is_active=True) if is_idle(each, now)]
    for person in idle:
        Person.objects.filter(pk=person.pk).update(is_active=False)
        close_sessions(person)
        audit.record(
            by=SYSTEM, now=now, verb="close-account", kind="person", code=person.sign_in_name,
            reason=f"Không dùng quá {days} ngày",
        )  # fmt: skip
    return [person.sign_in_name for person in idle]
