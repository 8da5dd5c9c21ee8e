"""The round trip through an office's own sign-in, against a real provider on this machine, and every wrong answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dondoc.accounts.actions import signing_in
from dondoc.accounts.models import OutsideIdentity, Person
from dondoc.audit.models import Entry

from .provider import CLIENT, SECRET, Provider
from .test_signing_in import SECRET as APP
from .test_signing_in import who, with_app


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    found = Provider()
    settings.DONDOC_OIDC_ISSUER, settings.DONDOC_OIDC_CLIENT = found.issuer, CLIENT
    settings.DONDOC_OIDC_SECRET = SECRET
    yield found
    found.stop()


def come_in(provider: Provider, to: str = "") -> tuple[Client, Any]:
    client = Client()
    led = client.get("/dang-nhap/co-quan/", {"next": to} if to else {})
    back = provider.authorize(led["Location"])
    return client, client.get(back)


def test_the_office_s_sign_in_leads_in_and_is_bound_to_the_account(provider: Provider, clerk: Person) -> None:
    assert "Cổng đăng nhập của tỉnh" in Client().get("/dang-nhap/").content.decode()

    client, answer = come_in(provider, "/van-ban/?q=1")

    assert answer["Location"] == "/van-ban/?q=1"
    assert who(client) == str(clerk.pk)
    assert Entry.objects.get(verb="sign-in").after["how"] == "oidc"
    bound = OutsideIdentity.objects.get()
    assert (bound.person, bound.issuer, bound.subject) == (clerk, provider.issuer, "s-1")
    assert Entry.objects.filter(verb="bind-identity").count() == 1


def test_whoever_takes_over_a_name_there_does_not_get_the_account_here(
    provider: Provider, clerk: Person, reader: Person
) -> None:
    come_in(provider)
    provider.user = {"sub": "s-2", "preferred_username": "ha"}
    client, _ = come_in(provider)
    assert who(client) is None

    provider.user = {"sub": "s-1", "preferred_username": "khanh"}
    client, _ = come_in(provider)
    assert who(client) == str(clerk.pk)


@pytest.mark.parametrize("wrong", ["audience", "issuer", "nonce", "expired", "signature"])
def test_an_answer_that_is_not_right_lets_nobody_in(provider: Provider, clerk: Person, wrong: str) -> None:
    provider.wrong = wrong

    client, answer = come_in(provider)

    assert answer["Location"] == "/dang-nhap/"
    assert who(client) is None
    assert "không thành" in client.get("/dang-nhap/").content.decode()
    assert not OutsideIdentity.objects.exists()


@pytest.mark.parametrize(
    "user", [{"sub": "s-1"}, {"sub": "s-1", "preferred_username": "la-ai"}, {"preferred_username": "ha"}]
)
def test_somebody_unknown_here_is_let_in_by_no_answer(provider: Provider, clerk: Person, user: dict[str, str]) -> None:
    provider.user = user

    client, answer = come_in(provider)

    assert answer["Location"] == "/dang-nhap/"
    assert who(client) is None


def test_a_closed_account_is_not_opened_from_outside(provider: Provider, clerk: Person) -> None:
    come_in(provider)
    Person.objects.update(is_active=False)

    assert who(come_in(provider)[0]) is None


def test_an_answer_nobody_asked_for_and_one_given_twice_are_refused(provider: Provider, clerk: Person) -> None:
    client = Client()
    back = provider.authorize(client.get("/dang-nhap/co-quan/")["Location"])

    assert who_after(Client(), back) is None
    assert who_after(client, back) == str(clerk.pk)
    fresh = Client()
    fresh.get("/dang-nhap/co-quan/")
    assert who_after(fresh, back) is None
    assert who_after(fresh, "/dang-nhap/co-quan/ve/?error=access_denied") is None


def who_after(client: Client, address: str) -> str | None:
    client.get(address)
    return who(client)


def test_a_second_factor_here_is_asked_for_from_outside_too(provider: Provider, clerk: Person) -> None:
    with_app(clerk)
    client, answer = come_in(provider)

    assert answer["Location"] == "/dang-nhap/ma/"
    code = signing_in.factors.code_at(APP, timezone.now())
    client.post("/dang-nhap/ma/", {"code": code})
    assert who(client) == str(clerk.pk)


def test_a_foreign_address_is_not_led_to(provider: Provider, clerk: Person) -> None:
    assert come_in(provider, "https://example.org/")[1]["Location"] == "/viec-cua-toi/"


def test_a_provider_that_does_not_answer_is_told(provider: Provider, clerk: Person) -> None:
    provider.stop()

    client = Client()
    assert client.get("/dang-nhap/co-quan/")["Location"] == "/dang-nhap/"
    assert "không thành" in client.get("/dang-nhap/").content.decode()


def test_without_a_provider_there_is_no_such_door(clerk: Person) -> None:
    assert "co-quan" not in Client().get("/dang-nhap/").content.decode()
    assert Client().get("/dang-nhap/co-quan/")["Location"] == "/dang-nhap/"
    assert Client().get("/dang-nhap/co-quan/ve/")["Location"] == "/dang-nhap/"
