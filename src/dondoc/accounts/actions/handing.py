"""A head lets somebody of the agency sign for some days, and takes it back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dondoc.accounts.models import Handover, Person, Term, running
from dondoc.accounts.refusals import DaysReversed, HandedAlready, NoneToSign, NoReason, TooEarly
from dondoc.accounts.rights import Right, require
from dondoc.agencies.models import Agency, Post
from dondoc.audit import actions as audit

SIGNS = (Post.Rank.DEPUTY, Post.Rank.DIVISION_HEAD)


@transaction.atomic
def hand_over(
    *, agency: Agency, to: Term, first_day: date, last_day: date, reason: str, by: Person, now: datetime
) -> Handover:
    """Let a deputy (KT.) or the head of a division (TL.) sign for the agency from a day to a day, both counted.

    Raises NoReason, DaysReversed, TooEarly, NoneToSign, HandedAlready, PermissionDenied for who is not its head.
    """
    require(by, Right.HAND_OVER, agency)
    agency = Agency.objects.select_for_update().get(pk=agency.pk)
    today = timezone.localdate(now)
    own = Term.objects.select_for_update().filter(running(today), person=by, heads=agency).get()
    _check(first_day, last_day, today, reason)
    _check_signer(to, agency, own, last_day)
    same = Handover.objects.filter(agency=agency, revoked_at__isnull=True, first_day__lte=last_day)
    for taken in same.filter(last_day__gte=first_day).select_related("to_term__person")[:1]:
        raise HandedAlready(taken)
    handover = Handover.objects.create(
        agency=agency, by_term=own, to_term=to, first_day=first_day, last_day=last_day, reason=reason.strip()
    )
    audit.record(
        by=by.as_actor(), now=now, verb="hand-over", kind="agency", code=agency.code, reason=handover.reason,
        after=_plain(handover),
    )  # fmt: skip
    return handover


def _check(first: date, last: date, today: date, reason: str) -> None:
    if not reason.strip():
        raise NoReason
    if last < first:
        raise DaysReversed(first, last)
    if first < today:
        raise TooEarly(today)


def _check_signer(to: Term, agency: Agency, own: Term, last: date) -> None:
    """Refuse somebody who cannot sign, or whose post or whose giver's post ends before the last day."""
    wrong = to.post.agency_id != agency.pk or to.post.rank not in SIGNS or to.person_id == own.person_id
    if wrong or not to.person.is_active or not to.runs_on(last) or not own.runs_on(last):
        raise NoneToSign


@transaction.atomic
def revoke(*, handover: Handover, reason: str, by: Person, now: datetime) -> None:
    """Take a handover back at once; raises NoReason, PermissionDenied for who is not the agency's head."""
    require(by, Right.HAND_OVER, handover.agency)
    if not reason.strip():
        raise NoReason
    handover = Handover.objects.select_for_update(of=("self",)).select_related("agency").get(pk=handover.pk)
    if handover.revoked_at is not None:
        return
    handover.revoked_at = now
    handover.save(update_fields=["revoked_at"])
    audit.record(
        by=by.as_actor(), now=now, verb="revoke-handover", kind="agency", code=handover.agency.code,
        reason=reason.strip(), before=_plain(handover),
    )  # fmt: skip


def _plain(handover: Handover) -> dict[str, Any]:
    return {
        "to": handover.to_term.person.full_name, "post": handover.to_term.post.name,
        "first_day": handover.first_day.isoformat(), "last_day": handover.last_day.isoformat(),
    }  # fmt: skip
