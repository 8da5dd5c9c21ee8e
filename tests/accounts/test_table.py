"""The table of rights against what was written down apart from it: every role, right and position, asked for real."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q

from agency_world import TODAY, TREE, agency, appointed
from dondoc.accounts import rights
from dondoc.accounts.models import FROM_POSTS, Handover, Person, Role
from dondoc.accounts.table import TABLE, Position, Right
from dondoc.agencies.models import Agency, Post
from world import person

from .truth import RIGHTS_WITHOUT_AGENCY, read

LETTERS = read()
PLACES = {  # where an agency stands to the post in "huyen-vinh-tuong"
    "own": "huyen-vinh-tuong", "child": "xa-bo-sao", "parent": "vinh-phuc", "sibling": "huyen-tam-dao",
    "cousin": "xa-dao-tru", "other": "so-y-te",
}  # fmt: skip
LETTER_OF_PLACE = {"own": "o", "child": "b"}
RANKS = {
    Role.SPECIALIST: Post.Rank.SPECIALIST, Role.DIVISION_HEAD: Post.Rank.DIVISION_HEAD,
    Role.DEPUTY_HEAD: Post.Rank.DEPUTY, Role.AGENCY_HEAD: Post.Rank.HEAD,
}  # fmt: skip


def somebody_who_is(role: Role, code: str = "huyen-vinh-tuong") -> Person:
    """Make somebody whose only role is this one, in a district."""
    for each in TREE:
        agency(each)
    if role is Role.SIGNING_DEPUTY:
        head = appointed("truong", code, "Chủ tịch", Post.Rank.HEAD)
        deputy = appointed("pho", code, "Phó Chủ tịch", Post.Rank.DEPUTY)
        Handover.objects.create(
            agency=agency(code), by_term=head, to_term=deputy, first_day=TODAY, last_day=TODAY, reason="Đi công tác"
        )
        return deputy.person
    if role in RANKS:
        return appointed("x", code, "Chức vụ", RANKS[role]).person
    return person("x", "X", role)


def letters(role: Role, right: Right) -> str:
    found = LETTERS[role.value, right.value]
    if role is not Role.SIGNING_DEPUTY:
        return found
    return found + LETTERS[Role.DEPUTY_HEAD.value, right.value]  # who signs for the head is still deputy


def test_the_truth_names_every_role_and_right() -> None:
    assert {role for role, _ in LETTERS} == {role.value for role in Role} == {role.value for role in TABLE}
    assert {right for _, right in LETTERS} == {right.value for right in Right}


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_role_may_do_what_the_truth_says_and_nothing_else(role: Role) -> None:
    somebody = somebody_who_is(role)
    wrong = []
    for right in Right:
        for place, code in PLACES.items():
            wanted = LETTER_OF_PLACE.get(place, "e") in letters(role, right)
            if right.value not in RIGHTS_WITHOUT_AGENCY and rights.may(somebody, right, agency(code)) != wanted:
                wrong.append((right, place))
        if rights.may(somebody, right) != ("e" in letters(role, right)):
            wrong.append((right, "everywhere"))

    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_who_has_a_right_is_found_exactly_where_it_may_be_used(role: Role) -> None:
    somebody = somebody_who_is(role)

    for right in Right:
        for code in PLACES.values():
            assert (somebody in rights.holders(right, agency(code))) == rights.may(somebody, right, agency(code)), right
        assert (somebody in rights.holders(right)) == rights.may(somebody, right)


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_list_scoped_by_reach_holds_what_single_questions_allow(role: Role) -> None:
    somebody = somebody_who_is(role)

    for right in Right:
        reach = rights.reach(somebody, right)
        listed = set(Agency.objects.filter(reach.where("pk")).values_list("code", flat=True))
        assert listed == {code for code in TREE if rights.may(somebody, right, agency(code))}, right
        assert bool(reach) == bool(listed)


@pytest.mark.django_db
def test_a_closed_account_may_do_nothing_whatever_posts_and_roles_stand() -> None:
    held = appointed("x", "so-y-te", "Giám đốc", Post.Rank.HEAD, roles=[Role.LEADER, Role.ADMINISTRATOR])
    Person.objects.filter(pk=held.person_id).update(is_active=False)

    # Even for a request that read the account before it was closed.
    assert rights.holdings(held.person) == []
    assert not any(rights.may_somewhere(held.person, right) for right in Right)
    assert [right for right in Right if held.person in rights.holders(right, agency("so-y-te"))] == []


@pytest.mark.django_db
def test_an_agency_moved_elsewhere_leaves_the_reach_of_its_old_parent() -> None:
    head = somebody_who_is(Role.AGENCY_HEAD)
    assert rights.may(head, Right.FOLLOW, agency("xa-bo-sao"))

    agency("xa-bo-sao").standings.update(parent=agency("huyen-tam-dao"))

    assert not rights.may(head, Right.FOLLOW, agency("xa-bo-sao"))


@pytest.mark.django_db
def test_a_right_for_the_own_agency_is_no_right_everywhere() -> None:
    head = somebody_who_is(Role.AGENCY_HEAD)

    with pytest.raises(PermissionDenied, match="duyệt báo cáo thay mặt cơ quan"):
        rights.require(head, Right.APPROVE)
    with pytest.raises(PermissionDenied, match="Chưa ai được cấp quyền này"):
        rights.require(head, Right.APPROVE, agency("xa-bo-sao"))
    rights.require(head, Right.APPROVE, agency("huyen-vinh-tuong"))
    rights.require_somewhere(head, Right.APPROVE)
    with pytest.raises(PermissionDenied):
        rights.require_somewhere(head, Right.ADMINISTER)


def test_positions_and_roles_hold_each_other() -> None:
    assert all(set(row) == set(Position) for row in TABLE.values())
    assert {Role.SIGNING_DEPUTY, *RANKS} == FROM_POSTS


def test_everywhere_is_no_condition() -> None:
    assert rights.Reach(everywhere=True, agencies=frozenset()).where() == Q()
