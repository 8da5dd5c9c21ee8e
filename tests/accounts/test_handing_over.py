"""The head is away and somebody signs: KT. a deputy, TL. the head of a division; not a day longer."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from agency_world import TODAY, agency, appointed
from dondoc.accounts import posts, refusals, rights
from dondoc.accounts.actions import handing, terms
from dondoc.accounts.models import Handover, Person, Term
from dondoc.accounts.table import Right
from dondoc.agencies.models import Post
from dondoc.audit.models import Entry

LATER = TODAY + timedelta(5)


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    return SimpleNamespace(
        agency=agency("so-y-te"),
        head=appointed("truong", "so-y-te", "Giám đốc", Post.Rank.HEAD),
        deputy=appointed("pho", "so-y-te", "Phó Giám đốc", Post.Rank.DEPUTY),
        second=appointed("pho2", "so-y-te", "Phó Giám đốc", Post.Rank.DEPUTY),
        chief=appointed("phong", "so-y-te", "Chánh Văn phòng", Post.Rank.DIVISION_HEAD),
        clerk=appointed("vien", "so-y-te", "Chuyên viên", Post.Rank.SPECIALIST),
    )


def hand(office: SimpleNamespace, to: Term, first: date = TODAY, last: date = LATER, by: Person | None = None,
         reason: str = "Đi công tác") -> Handover:  # fmt: skip
    return handing.hand_over(
        agency=office.agency, to=to, first_day=first, last_day=last, reason=reason, by=by or office.head.person,
        now=timezone.now(),
    )  # fmt: skip


def test_head_deputy_and_division_head_sign_each_in_their_form(office: SimpleNamespace) -> None:
    hand(office, office.deputy, last=TODAY)
    hand(office, office.chief, first=TODAY + timedelta(1))

    def lines(term: Term, day: date) -> tuple[str, ...] | None:
        found = posts.signing_for(term.person, office.agency, day)
        return found and found.lines

    tomorrow = TODAY + timedelta(1)
    assert lines(office.head, TODAY) == ("GIÁM ĐỐC",)
    assert lines(office.deputy, TODAY) == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert lines(office.deputy, tomorrow) is None
    assert lines(office.chief, tomorrow) == ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")
    assert lines(office.chief, TODAY) is None
    assert lines(office.clerk, TODAY) is None
    assert posts.signing_for(office.head.person, agency("so-noi-vu"), TODAY) is None


def test_the_trail_says_in_whose_name_it_was_done(office: SimpleNamespace) -> None:
    hand(office, office.deputy)

    acting = posts.actor_for(office.deputy.person, office.agency, TODAY)
    assert (acting.name, acting.post) == ("Pho", "KT. Giám đốc, Phó Giám đốc Sở Y tế")
    assert posts.actor_for(office.head.person, office.agency, TODAY).post == "Giám đốc Sở Y tế"
    assert posts.actor_for(office.clerk.person, office.agency, TODAY).post == "Chuyên viên Sở Y tế"
    entry = Entry.objects.get(verb="hand-over")
    assert (entry.actor_name, entry.object_code, entry.reason) == ("Truong", "so-y-te", "Đi công tác")
    assert entry.after == {
        "to": "Pho", "post": "Phó Giám đốc", "first_day": TODAY.isoformat(), "last_day": LATER.isoformat()
    }  # fmt: skip


def test_a_deputy_approves_only_while_it_is_handed_over(office: SimpleNamespace) -> None:
    def may() -> bool:
        return rights.may(office.deputy.person, Right.APPROVE, office.agency)

    assert not may()
    handed = hand(office, office.deputy)
    assert may()
    assert not rights.may(office.deputy.person, Right.APPROVE, agency("so-noi-vu"))
    assert not rights.may(office.deputy.person, Right.HAND_OVER, office.agency)
    handing.revoke(handover=handed, reason="Đã về", by=office.head.person, now=timezone.now())
    assert not may()
    handing.revoke(handover=handed, reason="Đã về", by=office.head.person, now=timezone.now())
    assert Entry.objects.filter(verb="revoke-handover").count() == 1


@pytest.mark.parametrize("whose", ["head", "deputy"])
def test_a_handover_dies_with_either_post(office: SimpleNamespace, whose: str) -> None:
    hand(office, office.deputy)

    Term.objects.filter(pk=getattr(office, whose).pk).update(last_day=TODAY - timedelta(1))

    assert not rights.may(office.deputy.person, Right.APPROVE, office.agency)
    assert posts.signing_for(office.deputy.person, office.agency, TODAY) is None


def test_only_the_head_hands_over_and_takes_back(office: SimpleNamespace, administrator: Person) -> None:
    handed = hand(office, office.deputy)

    for other in (office.deputy.person, office.clerk.person, administrator):
        with pytest.raises(PermissionDenied):
            hand(office, office.second, first=LATER + timedelta(1), last=LATER + timedelta(2), by=other)
        with pytest.raises(PermissionDenied):
            handing.revoke(handover=handed, reason="x", by=other, now=timezone.now())
    assert Handover.objects.filter(revoked_at=None).count() == 1


def test_two_do_not_sign_for_one_head_on_one_day(office: SimpleNamespace) -> None:
    handed = hand(office, office.deputy)

    with pytest.raises(refusals.HandedAlready, match="Pho đã được giao ký"):
        hand(office, office.second, first=LATER, last=LATER)
    with pytest.raises(IntegrityError), transaction.atomic():
        Handover.objects.create(
            agency=office.agency, by_term=office.head, to_term=office.second, first_day=LATER, last_day=LATER,
            reason="x",
        )  # fmt: skip
    handing.revoke(handover=handed, reason="Đổi người", by=office.head.person, now=timezone.now())
    hand(office, office.second)


def test_what_cannot_be_handed_over_is_told(office: SimpleNamespace) -> None:
    elsewhere = appointed("khac", "so-noi-vu", "Phó Giám đốc", Post.Rank.DEPUTY)
    leaving = appointed("di", "so-y-te", "Phó Giám đốc thường trực", Post.Rank.DEPUTY, last=LATER - timedelta(1))

    for to in (office.clerk, office.head, elsewhere, leaving):
        with pytest.raises(refusals.NoneToSign):
            hand(office, to)
    with pytest.raises(refusals.NoReason):
        hand(office, office.deputy, reason=" ")
    with pytest.raises(refusals.DaysReversed):
        hand(office, office.deputy, first=LATER, last=TODAY)
    with pytest.raises(refusals.TooEarly):
        hand(office, office.deputy, first=TODAY - timedelta(1))
    handed = hand(office, leaving, last=LATER - timedelta(1))
    with pytest.raises(refusals.NoReason):
        handing.revoke(handover=handed, reason="", by=office.head.person, now=timezone.now())
    assert Handover.objects.count() == 1


def test_ending_a_term_ends_what_was_handed_over_with_it(office: SimpleNamespace, administrator: Person) -> None:
    hand(office, office.deputy)

    terms.end_term(term=office.head, last_day=TODAY, reason="Điều động", by=administrator, now=timezone.now())

    assert posts.signing_for(office.deputy.person, office.agency, TODAY) is not None
    assert posts.signing_for(office.deputy.person, office.agency, TODAY + timedelta(1)) is None
