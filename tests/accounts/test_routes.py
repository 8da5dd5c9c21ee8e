"""Every address is guarded; every role at every address, with every method, gets the answer of the table."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.serializers import serialize
from django.test import Client
from django.urls import get_resolver

from dondoc.accounts.guards import AGENCY, OPEN, SIGNED_IN, SOMEWHERE, Guard, guard_of, routes
from dondoc.accounts.models import Person, Role
from dondoc.accounts.table import Right
from world import signed_in

from .test_table import LETTER_OF_PLACE, LETTERS, PLACES, letters, somebody_who_is

METHODS = ("get", "post", "put", "delete")
ROUTES = dict(routes(get_resolver()))
# What may be done without any right, written by hand: a new page here is a decision somebody looks at.
OPEN_TO_ALL = {"dang-nhap/", "dang-nhap/ma/", "dang-nhap/co-quan/", "dang-nhap/co-quan/ve/", "ngon-ngu/"}
OWN = ("", "mat-khau/", "hai-lop/", "hai-lop/bo/", "hai-lop/ma-du-phong/", "phien/")
FOR_EVERYBODY_SIGNED_IN = {"", "dang-xuat/", *(f"tai-khoan/{page}" for page in OWN)}


def test_every_address_has_a_guard() -> None:
    assert [address for address, view in ROUTES.items() if guard_of(view) is None] == []
    assert len(ROUTES) > 30


def test_only_these_addresses_ask_for_no_right() -> None:
    def asking(kind: str) -> set[str]:
        return {address for address, view in ROUTES.items() if guard(address).asks == kind}

    assert asking(OPEN) == OPEN_TO_ALL
    assert asking(SIGNED_IN) == FOR_EVERYBODY_SIGNED_IN


def guard(address: str) -> Guard:
    found = guard_of(ROUTES[address])
    assert found is not None
    return found


def filled(address: str, code: str = "khong-co") -> str:
    """Give an address that fits a pattern, speaking of something that is not there or of an agency."""
    address = re.sub(r"<int:\w+>", "1", address)
    address = re.sub(r"<(?:str|path|slug):\w+>", code, address)
    address = re.sub(r"\(\?P<\w+>([^|)]+)[^)]*\)", lambda found: "xlsx" if found[1] == "xlsx" else code, address)
    return "/" + address.replace("^", "").replace("$", "").replace("\\.", ".")


def everything() -> str:
    """Give a fingerprint of all that is kept, but for sessions."""
    digest = hashlib.sha256()
    for model in apps.get_models():
        if model._meta.label != "sessions.Session" and model._meta.managed:
            digest.update(serialize("json", model._default_manager.order_by("pk")).encode())
    return digest.hexdigest()


def allowed(role: Role, guard_: Guard, place: str = "") -> bool:
    if guard_.right is None:
        return True
    found = letters(role, guard_.right)
    if guard_.asks == SOMEWHERE:
        return found.strip("-") != ""
    return (LETTER_OF_PLACE.get(place, "e") if guard_.asks == AGENCY else "e") in found


def requests() -> Iterator[tuple[str, str, str, str]]:
    """Give every request of the matrix: pattern, place, address, method."""
    for pattern in sorted(ROUTES):
        if pattern == "dang-xuat/":
            continue  # it would end the session of the others
        places = PLACES if guard(pattern).asks == AGENCY else {"": "khong-co"}
        for place, code in places.items():
            for method in METHODS:
                yield pattern, place, filled(pattern, code), method


@pytest.mark.django_db
@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_answered_by_the_table_and_a_refusal_changes_nothing(role: Role) -> None:
    client = signed_in(somebody_who_is(role))
    client.raise_request_exception = False
    asked = list(requests())
    refused = [each for each in asked if not allowed(role, guard(each[0]), each[1])]
    answers = {each: getattr(client, each[3])(each[2]).status_code for each in asked if each not in refused}
    before = everything()
    answers |= {each: getattr(client, each[3])(each[2]).status_code for each in refused}

    assert everything() == before
    assert {each: answers[each] for each in refused if answers[each] != 403} == {}
    assert {each: status for each, status in answers.items() if each not in refused and status in (403, 500)} == {}


@pytest.mark.django_db
def test_who_is_not_signed_in_is_led_to_the_sign_in_and_changes_nothing() -> None:
    before, wrong = everything(), []
    for pattern, place, address, method in requests():
        answer = getattr(Client(), method)(address)
        led = answer.status_code == 302 and answer["Location"].startswith("/dang-nhap/?next=")
        if led == (pattern in OPEN_TO_ALL):
            wrong.append((address, method, place, answer.status_code))

    assert wrong == []
    assert everything() == before


@pytest.mark.django_db
def test_rights_taken_away_end_at_once_in_an_open_session(administrator: Person) -> None:
    person = somebody_who_is(Role.CLERK)
    client = signed_in(person)
    assert client.get("/van-ban/tai-len/").status_code == 200

    person.roles_held.all().delete()
    assert client.get("/van-ban/tai-len/").status_code == 403
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get("/van-ban/tai-len/").status_code == 302


def test_the_matrix_asks_for_every_right_a_page_needs() -> None:
    asked = {guard(address).right for address in ROUTES} - {None}

    assert asked <= set(Right)
    assert {right for _, right in LETTERS} >= {right.value for right in asked}
