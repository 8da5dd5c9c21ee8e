from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.test import Client

from dondoc.accounts import actions, rights
from dondoc.accounts.models import Person, Role
from dondoc.audit.models import Entry
from dondoc.config.secrets import secret_key
from world import NOW, PASSWORD, person


def sign_in(name: str, password: str = PASSWORD) -> int:
    return Client().post("/dang-nhap/", {"username": name, "password": password}).status_code


@pytest.mark.parametrize("typed", ["ha", "HA", " Ha "])
def test_the_name_is_known_in_any_case(clerk: Person, typed: str) -> None:
    assert sign_in(typed) == 302


def test_a_wrong_password_is_refused_in_words(clerk: Person) -> None:
    answer = Client().post("/dang-nhap/", {"username": "ha", "password": "sai"})

    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.content.decode()


def test_a_closed_account_cannot_sign_in(clerk: Person, administrator: Person) -> None:
    actions.close_account(person=clerk, reason="Chuyển công tác", by=administrator, now=NOW)

    assert sign_in("ha") == 200
    clerk.refresh_from_db()
    assert rights.rights_of(clerk) == frozenset()


def test_a_name_is_given_once(clerk: Person) -> None:
    with pytest.raises(actions.SignInNameTaken):
        person("HA", "Người khác", Role.READER)


def test_a_weak_password_is_refused(db: None) -> None:
    with pytest.raises(ValidationError):
        actions.create_person(
            sign_in_name="a",
            full_name="A",
            post="",
            password="12345",  # noqa: S106
            roles=[],
            by=None,
            now=NOW,
        )
    assert not Person.objects.exists()


def test_an_account_stands_in_the_trail_without_its_password(clerk: Person) -> None:
    entry = Entry.objects.get(verb="create-person")

    assert (entry.object_code, entry.actor_name) == ("ha", "Hệ thống")
    assert PASSWORD not in str(entry.after)


def test_a_secret_key_is_made_once_and_kept_private(tmp_path: Path) -> None:
    first = secret_key(tmp_path, "", debug=False)

    assert secret_key(tmp_path, "", debug=False) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_a_weak_secret_key_stops_the_site(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured):
        secret_key(tmp_path, "secret", debug=False)
    assert secret_key(tmp_path, "secret", debug=True) == "secret"
