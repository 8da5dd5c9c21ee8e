"""Who holds which post from when to when; two heads of one agency on one day never are."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from agency_world import TODAY, agency, appointed, post
from dondoc.accounts import actions, posts, refusals
from dondoc.accounts.actions import terms
from dondoc.accounts.models import Person, Role, RoleHeld, Term
from dondoc.accounts.rights import holdings, rights_of
from dondoc.accounts.table import Right
from dondoc.agencies.models import Post
from dondoc.audit.models import Entry
from world import NOW, person

HEAD, DEPUTY, SPECIALIST = Post.Rank.HEAD, Post.Rank.DEPUTY, Post.Rank.SPECIALIST
pytestmark = pytest.mark.django_db


def test_a_post_is_said_with_its_agency(administrator: Person) -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD)

    assert Person.objects.get(pk=term.person_id).post == "Giám đốc Sở Y tế"
    assert Person.objects.get(pk=administrator.pk).post == "Văn phòng UBND tỉnh"


@pytest.mark.parametrize(
    ("words", "agency_name", "said"),
    [
        ("Giám đốc", "Sở Y tế", "Giám đốc Sở Y tế"),
        ("Chánh Văn phòng", "Văn phòng UBND tỉnh", "Chánh Văn phòng UBND tỉnh"),
        ("Trưởng phòng Kế hoạch - Tài chính", "Sở Y tế", "Trưởng phòng Kế hoạch - Tài chính Sở Y tế"),
        ("Chủ tịch UBND xã Bồ Sao", "UBND xã Bồ Sao", "Chủ tịch UBND xã Bồ Sao"),
        ("Chủ tịch UBND", "UBND xã Bồ Sao", "Chủ tịch UBND xã Bồ Sao"),
    ],
)
def test_what_post_and_agency_have_in_common_is_said_once(words: str, agency_name: str, said: str) -> None:
    assert posts.join(words, agency_name) == said


def test_a_post_not_yet_held_and_one_held_no_more_give_nothing() -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD, first=TODAY + timedelta(1))
    assert Right.READ not in rights_of(term.person)

    Term.objects.update(first_day=TODAY - timedelta(9), last_day=TODAY - timedelta(1))
    assert holdings(term.person) == []
    Term.objects.update(last_day=TODAY)
    assert [each.role for each in holdings(term.person)] == [Role.AGENCY_HEAD]


def test_a_second_head_is_refused_by_name(administrator: Person) -> None:
    appointed("an", "so-y-te", "Giám đốc", HEAD)
    other = person("binh", "Bình")

    with pytest.raises(refusals.PostTaken) as refusal:
        terms.appoint(
            person=other, post=post("so-y-te", "Quyền Giám đốc", HEAD), first_day=TODAY, by=administrator, now=NOW
        )

    assert "An đang giữ chức vụ Giám đốc Sở Y tế từ 1/1/2022" in str(refusal.value)
    assert not other.terms.exists()


def test_a_head_follows_another_on_the_next_day(administrator: Person) -> None:
    first = appointed("an", "so-y-te", "Giám đốc", HEAD)
    terms.end_term(term=first, last_day=TODAY, reason="Nghỉ hưu", by=administrator, now=NOW)

    appointed("binh", "so-y-te", "Giám đốc", HEAD, first=TODAY + timedelta(1))

    assert posts.head_of(agency("so-y-te"), TODAY).person.full_name == "An"
    assert posts.head_of(agency("so-y-te"), TODAY + timedelta(1)).person.full_name == "Binh"


@pytest.mark.parametrize(("first", "last"), [(0, None), (0, 0), (-400, 0), (-400, None), (5, 6)])
def test_the_database_itself_refuses_two_heads_on_one_day(first: int, last: int | None) -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD)
    another = person("binh", "Bình")

    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.create(
            person=another, post=post("so-y-te", "Quyền Giám đốc", HEAD), heads=term.heads,
            first_day=TODAY + timedelta(first), last_day=None if last is None else TODAY + timedelta(last),
        )  # fmt: skip
    quiet = Term.objects.create(
        person=another, post=post("so-y-te", "Quyền Giám đốc", HEAD), heads=term.heads,
        first_day=date(2020, 1, 1), last_day=date(2021, 12, 31),
    )  # fmt: skip
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.filter(pk=quiet.pk).update(last_day=date(2022, 1, 1))


def test_days_in_the_wrong_order_are_refused_twice(administrator: Person) -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD)

    with pytest.raises(refusals.DaysReversed, match="Ngày cuối 31/12/2021 trước ngày đầu 1/1/2022"):
        terms.end_term(term=term, last_day=date(2021, 12, 31), reason="x", by=administrator, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.update(last_day=date(2021, 12, 31))


def test_one_person_holds_one_post_once_but_several_posts(administrator: Person) -> None:
    term = appointed("an", "so-y-te", "Chuyên viên", SPECIALIST)

    with pytest.raises(refusals.HeldAlready):
        terms.appoint(person=term.person, post=term.post, first_day=TODAY, by=administrator, now=NOW)
    terms.appoint(person=term.person, post=post("so-noi-vu", "Chuyên viên", SPECIALIST), first_day=TODAY, by=None,
                  now=NOW)  # fmt: skip
    assert Person.objects.get(pk=term.person_id).post == "Chuyên viên Sở Y tế; Chuyên viên Sở Nội vụ"


def test_an_ended_post_takes_nobody(administrator: Person) -> None:
    ended = post("so-y-te", "Phó Giám đốc", DEPUTY)
    Post.objects.update(ended_on=TODAY)

    with pytest.raises(refusals.PostEnded):
        terms.appoint(person=person("an", "An"), post=Post.objects.get(pk=ended.pk), first_day=TODAY,
                      by=administrator, now=NOW)  # fmt: skip


def test_a_role_given_with_a_post_ends_with_it(administrator: Person) -> None:
    term = appointed("an", "so-noi-vu", "Chuyên viên", SPECIALIST, roles=[Role.RECEIVING_OFFICE])
    assert Right.RECEIVE in rights_of(term.person)

    terms.end_term(term=term, last_day=TODAY, reason="Chuyển công tác", by=administrator, now=NOW)
    assert Right.RECEIVE in rights_of(term.person)
    Term.objects.update(last_day=TODAY - timedelta(1))

    assert rights_of(term.person) == frozenset()
    with pytest.raises(refusals.TermOver):
        terms.end_term(term=term, last_day=TODAY, reason="x", by=administrator, now=NOW)


def test_what_comes_with_a_post_is_not_given_alone(administrator: Person) -> None:
    somebody = person("an", "An")

    with pytest.raises(refusals.NotGiven, match="Người đứng đầu"):
        actions.change_roles(person=somebody, roles=[Role.AGENCY_HEAD], reason="x", by=administrator, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHeld.objects.create(person=somebody, role=Role.AGENCY_HEAD)


def test_nobody_promotes_or_closes_or_ends_themselves(administrator: Person) -> None:
    chair = post("vinh-phuc", "Chủ tịch", HEAD)
    own = terms.appoint(person=administrator, post=post("so-y-te", "Chuyên viên", SPECIALIST), first_day=TODAY,
                        by=None, now=NOW)  # fmt: skip
    entries = Entry.objects.count()
    for call in (
        lambda: terms.appoint(person=administrator, post=chair, first_day=TODAY, by=administrator, now=NOW),
        lambda: terms.end_term(term=own, last_day=TODAY, reason="x", by=administrator, now=NOW),
        lambda: actions.change_roles(person=administrator, roles=[Role.LEADER], reason="x", by=administrator, now=NOW),
        lambda: actions.close_account(person=administrator, reason="x", by=administrator, now=NOW),
        lambda: actions.reopen_account(person=administrator, reason="x", by=administrator, now=NOW),
    ):
        with pytest.raises(refusals.NotOneself):
            call()
    assert Entry.objects.count() == entries


def test_only_an_administrator_appoints_and_ends(clerk: Person) -> None:
    term = appointed("an", "so-y-te", "Chuyên viên", SPECIALIST)

    with pytest.raises(PermissionDenied):
        terms.appoint(person=term.person, post=term.post, first_day=TODAY, by=clerk, now=NOW)
    with pytest.raises(PermissionDenied):
        terms.end_term(term=term, last_day=TODAY, reason="x", by=clerk, now=NOW)
    with pytest.raises(PermissionDenied):
        actions.change_roles(person=term.person, roles=[], reason="x", by=clerk, now=NOW)


def test_appointing_and_ending_stand_in_the_trail(administrator: Person) -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD)
    terms.end_term(term=term, last_day=TODAY, reason="Nghỉ hưu", by=administrator, now=NOW)

    begun, over = Entry.objects.filter(object_code="an", verb__in=("appoint", "end-term")).order_by("number")
    assert begun.after["agency"] == "so-y-te"
    assert (over.reason, over.before["last_day"], over.after["last_day"]) == ("Nghỉ hưu", None, TODAY.isoformat())


def test_a_role_change_needs_a_reason_and_tells_both_sides(administrator: Person, clerk: Person) -> None:
    with pytest.raises(refusals.NoReason):
        actions.change_roles(person=clerk, roles=[], reason=" ", by=administrator, now=NOW)
    actions.change_roles(person=clerk, roles=[Role.AUDITOR], reason="Luân chuyển", by=administrator, now=NOW)

    entry = Entry.objects.get(verb="change-roles")
    assert (entry.before, entry.after) == ({"roles": ["clerk"]}, {"roles": ["auditor"]})
    assert Right.AUDIT in rights_of(clerk)


def test_a_closed_account_is_opened_again_with_a_reason(administrator: Person, clerk: Person) -> None:
    actions.close_account(person=clerk, reason="Nghỉ", by=administrator, now=NOW)
    with pytest.raises(refusals.NoReason):
        actions.reopen_account(person=clerk, reason="", by=administrator, now=NOW)
    actions.reopen_account(person=clerk, reason="Trở lại", by=administrator, now=NOW)

    clerk.refresh_from_db()
    assert clerk.is_active


def test_rights_cost_one_query_and_the_words_of_a_post_one(django_assert_num_queries: object) -> None:
    term = appointed("an", "so-y-te", "Giám đốc", HEAD)
    somebody = Person.objects.get(pk=term.person_id)

    with django_assert_num_queries(1):
        rights_of(somebody)
    with django_assert_num_queries(1):
        assert somebody.post == somebody.post == "Giám đốc Sở Y tế"
