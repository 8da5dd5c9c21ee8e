"""Signing in: tries counted, codes of the app once each, recovery codes, first passwords, sessions, idle accounts."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone

from dondoc.accounts import actions, factors, parameters, refusals
from dondoc.accounts.actions import signing_in
from dondoc.accounts.models import Attempts, OpenSession, Person, RecoveryCode, Role, SecondFactor
from dondoc.audit.models import Entry
from world import PASSWORD, person, signed_in

OTHER = "Bon-tu-ghep-lai-2"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105


def give(client: Client, name: str, password: str = PASSWORD, to: str = "") -> Any:
    return client.post("/dang-nhap/", {"username": name, "password": password, "next": to})


def who(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def with_app(somebody: Person) -> list[str]:
    now = timezone.now() - timedelta(minutes=5)
    return signing_in.add_second_factor(person=somebody, secret=SECRET, code=factors.code_at(SECRET, now), now=now)


# --- codes of the app -------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("second", "code"),
    # RFC 6238, appendix B: the eight digits printed there for SHA-1, of which six are used here
    [(59, "287082"), (1111111109, "081804"), (1111111111, "050471"), (1234567890, "005924"), (2000000000, "279037")],
)
def test_codes_are_those_of_the_standard(second: int, code: str) -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 - "12345678901234567890" in base 32

    now = datetime.fromtimestamp(second, UTC)
    assert factors.code_at(secret, now) == code
    assert factors.step_of(secret, f"{code[:3]} {code[3:]}", now) == second // 30


def test_a_code_is_taken_one_step_around_and_never_again() -> None:
    now = datetime(2022, 3, 15, 9, 0, 10, tzinfo=UTC)
    step = int(now.timestamp()) // 30
    for seconds, taken in ((-60, None), (-30, step - 1), (0, step), (30, step + 1), (60, None)):
        code = factors.code_at(SECRET, now + timedelta(seconds=seconds))
        assert factors.step_of(SECRET, code, now) == taken

    assert factors.step_of(SECRET, factors.code_at(SECRET, now), now, after=step) is None
    assert factors.step_of(SECRET, "", now) is None
    assert factors.step_of(SECRET, "mười số", now) is None


def test_a_secret_is_kept_sealed_by_the_site_s_key(settings: Any) -> None:
    sealed = factors.seal(SECRET)
    assert SECRET not in sealed
    assert factors.unseal(sealed) == SECRET

    settings.SECRET_KEY = "another" * 10
    assert factors.unseal(sealed) is None


def test_a_recovery_code_is_known_however_it_is_typed() -> None:
    code = factors.new_codes()[0]

    assert factors.fingerprint(code) == factors.fingerprint(code.upper().replace("-", " "))
    assert len(set(factors.new_codes())) == 10
    assert factors.fingerprint("x") != factors.fingerprint(code)


def test_the_qr_code_is_a_drawing_without_anything_from_outside() -> None:
    drawing = factors.drawn(factors.address_of(SECRET, "ha"))

    assert drawing.startswith("<svg")
    assert re.findall(r"(?:href|src|url)\W", drawing) == []


# --- tries ------------------------------------------------------------------------------------------------------------
def test_five_wrong_tries_make_everybody_wait_who_uses_that_name(clerk: Person) -> None:
    for _ in range(5):
        assert "không đúng" in give(Client(), "ha", "sai").content.decode()

    refused = give(Client(), "HA ").content.decode()

    assert "Sai nhiều lần liên tiếp. Thử lại sau 1 phút, từ " in refused
    Attempts.objects.update(last_at=timezone.now() - timedelta(minutes=2))
    assert give(Client(), "ha").status_code == 302
    assert not Attempts.objects.exists()


def test_a_name_nobody_has_is_answered_like_one_somebody_has(clerk: Person) -> None:
    answers = {name: [] for name in ("ha", "khong-co")}
    for name, bodies in answers.items():
        for _ in range(6):
            body = give(Client(), name, "sai").content.decode()
            bodies.append(re.sub(r"từ \d\d:\d\d|value=\"[^\"]*\"", "", body))

    assert answers["ha"] == answers["khong-co"]


def test_waiting_doubles_and_has_an_end() -> None:
    rules, at = parameters.on(datetime(2022, 6, 1).date()), datetime(2022, 6, 1, tzinfo=UTC)  # noqa: DTZ001

    waits = [rules.waits_until(count, at) for count in (0, 4, 5, 6, 7, 8, 9, 500)]
    assert [each and (each - at).seconds // 60 for each in waits] == [None, None, 1, 2, 4, 8, 15, 15]


def test_tries_of_yesterday_are_forgotten(clerk: Person) -> None:
    Attempts.objects.create(sign_in_name="ha", count=99, last_at=timezone.now() - timedelta(days=1, minutes=1))

    assert give(Client(), "ha").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_tries_at_once_are_all_counted(open_trail: None) -> None:
    person("ha", "Hà", Role.CLERK)
    outcomes: list[str] = []

    def attempt() -> None:
        try:
            signing_in.count_try(sign_in_name="ha", now=timezone.now())
            outcomes.append("counted")
        except refusals.MustWait:
            outcomes.append("wait")
        finally:
            connection.close()

    threads = [threading.Thread(target=attempt) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["counted"] * 5 + ["wait"] * 7


# --- the second factor ------------------------------------------------------------------------------------------------
def test_an_app_is_added_by_showing_its_code_and_then_asked_for(clerk: Person) -> None:
    client = Client()
    give(client, "ha")
    page = client.get("/tai-khoan/hai-lop/").content.decode()
    secret = "".join(re.search(r'class="mono">([A-Z2-7 ]+)<', page)[1].split())

    assert "<svg" in page
    wrong = client.post("/tai-khoan/hai-lop/", {"code": "000000"})
    assert wrong.status_code == 422
    codes = client.post("/tai-khoan/hai-lop/", {"code": factors.code_at(secret, timezone.now())}).content.decode()

    assert len(re.findall(r'<li class="mono">', codes)) == 10
    assert SecondFactor.objects.get(person=clerk).sealed_secret != secret
    other = Client()
    assert give(other, "ha")["Location"] == "/dang-nhap/ma/"
    assert who(other) is None
    assert other.get("/viec-cua-toi/").status_code == 302


def test_the_second_step_takes_a_code_once_and_goes_where_one_wanted(clerk: Person) -> None:
    with_app(clerk)
    code = factors.code_at(SECRET, timezone.now())
    first, second = Client(), Client()
    give(first, "ha", to="/van-ban/")
    give(second, "ha")

    assert first.post("/dang-nhap/ma/", {"code": code})["Location"] == "/van-ban/"
    again = second.post("/dang-nhap/ma/", {"code": code})
    assert "Mã không đúng hoặc đã dùng" in again.content.decode()
    assert (who(first), who(second)) == (str(clerk.pk), None)
    assert Entry.objects.get(verb="sign-in").after["how"] == "password+totp"


def test_a_recovery_code_opens_once(clerk: Person) -> None:
    codes = with_app(clerk)
    for number, status in ((0, 302), (0, 422), (1, 302)):
        client = Client()
        give(client, "ha")
        assert client.post("/dang-nhap/ma/", {"code": codes[number].upper()}).status_code == status

    assert clerk.recovery_codes.filter(used_at=None).count() == 8
    assert codes[2] not in str(list(RecoveryCode.objects.values()))


def test_codes_cannot_be_tried_without_end(clerk: Person) -> None:
    with_app(clerk)
    client = Client()
    give(client, "ha")

    answers = [client.post("/dang-nhap/ma/", {"code": f"{n:06}"}).content.decode() for n in range(6)]

    assert ["Thử lại sau" in each for each in answers] == [False] * 4 + [True] * 2
    right = client.post("/dang-nhap/ma/", {"code": factors.code_at(SECRET, timezone.now())})
    assert right.status_code == 422


def test_the_second_step_needs_the_first_and_does_not_wait_for_ever(clerk: Person) -> None:
    with_app(clerk)
    assert Client().get("/dang-nhap/ma/")["Location"] == "/dang-nhap/"
    client = Client()
    give(client, "ha")
    session = client.session
    session["dondoc_half"] = session["dondoc_half"] | {"until": timezone.now().timestamp() - 1}
    session.save()

    assert client.post("/dang-nhap/ma/", {"code": factors.code_at(SECRET, timezone.now())})["Location"] == "/dang-nhap/"
    assert who(client) is None


def test_a_closed_account_does_not_pass_the_second_step(clerk: Person) -> None:
    with_app(clerk)
    client = Client()
    give(client, "ha")
    Person.objects.update(is_active=False)

    assert client.post("/dang-nhap/ma/", {"code": factors.code_at(SECRET, timezone.now())})["Location"] == "/dang-nhap/"


def test_leaving_the_app_and_new_codes_ask_for_the_password_again(clerk: Person) -> None:
    old = with_app(clerk)
    client = signed_in(clerk)

    for place in ("bo/", "ma-du-phong/"):
        refused = client.post(f"/tai-khoan/hai-lop/{place}", {"password": "sai"}, follow=True)
        assert "Mật khẩu hiện tại không đúng" in refused.content.decode()
    renewed = client.post("/tai-khoan/hai-lop/ma-du-phong/", {"password": PASSWORD}).content.decode()
    assert old[0] not in renewed
    with pytest.raises(refusals.WrongCode):
        signing_in.use_code(person=clerk, code=old[0], now=timezone.now())
    client.post("/tai-khoan/hai-lop/bo/", {"password": PASSWORD})

    assert not SecondFactor.objects.exists()
    assert not RecoveryCode.objects.exists()


def test_an_administrator_takes_a_lost_app_away_with_a_reason(administrator: Person, clerk: Person) -> None:
    with_app(clerk)
    with pytest.raises(refusals.NoReason):
        signing_in.drop_second_factor(person=clerk, reason="", by=administrator, now=timezone.now())
    with pytest.raises(PermissionDenied):
        signing_in.drop_second_factor(person=administrator, reason="x", by=clerk, now=timezone.now())
    signing_in.drop_second_factor(person=clerk, reason="Mất điện thoại", by=administrator, now=timezone.now())

    assert not SecondFactor.objects.exists()
    assert Entry.objects.get(verb="drop-second-factor").reason == "Mất điện thoại"


@pytest.mark.parametrize(
    ("wanted", "administrators", "others"),
    [("administrators", 302, 200), ("everyone", 302, 302), ("optional", 200, 200)],
)
def test_who_must_have_an_app_does_nothing_before(
    administrator: Person, clerk: Person, settings: Any, wanted: str, administrators: int, others: int
) -> None:
    settings.DONDOC_SECOND_FACTOR = wanted
    for name, status in (("mai", administrators), ("ha", others)):
        client = Client()
        give(client, name)
        answer = client.get("/van-ban/")
        assert answer.status_code == status
        assert status == 200 or answer["Location"] == "/tai-khoan/hai-lop/"
        if status == 302:
            client.get("/tai-khoan/hai-lop/")
            secret = client.session["dondoc_new_secret"]
            client.post("/tai-khoan/hai-lop/", {"code": factors.code_at(secret, timezone.now())})
            assert client.get("/van-ban/").status_code == 200


# --- passwords --------------------------------------------------------------------------------------------------------
def fields(old: str, new: str, again: str | None = None) -> dict[str, str]:
    return {"old": old, "new": new, "again": new if again is None else again}


def test_a_first_password_is_changed_before_anything_else(administrator: Person, clerk: Person) -> None:
    first = signing_in.give_first_password(person=clerk, reason="Quên", by=administrator, now=timezone.now())
    client = Client()
    give(client, "ha", first)

    assert client.get("/van-ban/")["Location"] == "/tai-khoan/mat-khau/"
    assert client.post("/van-ban/nhap-tay/", {})["Location"] == "/tai-khoan/mat-khau/"
    refused = client.post("/tai-khoan/mat-khau/", fields(first, first))
    assert "trùng mật khẩu đang dùng" in refused.content.decode()
    assert client.post("/tai-khoan/mat-khau/", fields(first, OTHER)).status_code == 302
    assert client.get("/van-ban/").status_code == 200
    assert first not in str(list(Entry.objects.values()))


@pytest.mark.parametrize(
    ("posted", "words"),
    [
        (fields("sai", OTHER), "Mật khẩu hiện tại không đúng"),
        (fields(PASSWORD, OTHER, OTHER + "x"), "khác nhau"),
        (fields(PASSWORD, "ngan-qua"), "14"),
        (fields(PASSWORD, "password123456789"), "field wrong"),
        (fields(PASSWORD, ""), "Ô này còn trống"),
    ],
)
def test_a_password_that_will_not_do_is_told_beside_its_field(
    clerk: Person, posted: dict[str, str], words: str
) -> None:
    answer = signed_in(clerk).post("/tai-khoan/mat-khau/", posted)

    clerk.refresh_from_db()
    if posted["new"] != "password123456789":
        assert answer.status_code == 422
        assert words in answer.content.decode()
        assert clerk.check_password(PASSWORD)


def test_changing_the_password_ends_sessions_elsewhere_and_not_here(clerk: Person) -> None:
    here, there = Client(), Client()
    give(here, "ha")
    give(there, "ha")

    here.post("/tai-khoan/mat-khau/", fields(PASSWORD, OTHER))

    assert here.get("/van-ban/").status_code == 200
    assert there.get("/van-ban/").status_code == 302
    assert [each.key for each in OpenSession.objects.all()] == [here.session.session_key]


def test_a_first_password_is_given_by_another_administrator_with_a_reason(administrator: Person, clerk: Person) -> None:
    with pytest.raises(refusals.NoReason):
        signing_in.give_first_password(person=clerk, reason="", by=administrator, now=timezone.now())
    with pytest.raises(refusals.NotOneself):
        signing_in.give_first_password(person=administrator, reason="x", by=administrator, now=timezone.now())
    with pytest.raises(PermissionDenied):
        signing_in.give_first_password(person=administrator, reason="x", by=clerk, now=timezone.now())


def test_a_short_password_makes_no_account(administrator: Person) -> None:
    with pytest.raises(ValidationError):
        actions.create_person(
            sign_in_name="moi", full_name="Mới", post="", password="Muoi-ba-ky-tu", roles=[], by=administrator,  # noqa: S106
            now=timezone.now(),
        )  # fmt: skip


# --- sessions ---------------------------------------------------------------------------------------------------------
def test_sessions_are_listed_and_ended_elsewhere(clerk: Person) -> None:
    clients = [Client(HTTP_USER_AGENT=f"Máy {n}") for n in range(3)]
    for client in clients:
        give(client, "ha")
    page = clients[0].get("/tai-khoan/").content.decode()
    assert all(f"Máy {n}" in page for n in range(3))
    assert page.count("nơi này") == 1

    one = OpenSession.objects.get(device="Máy 1")
    clients[0].post("/tai-khoan/phien/", {"only": str(one.pk)})
    assert [client.get("/van-ban/").status_code for client in clients] == [200, 302, 200]
    clients[0].post("/tai-khoan/phien/")
    assert [client.get("/van-ban/").status_code for client in clients] == [200, 302, 302]


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0 Safari/537.36", "Chrome trên Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/156.0 Safari/537.36 Edg/156.0", "Edge trên Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari trên iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Gecko/130.0 Firefox/130.0", "Firefox trên Android"),
        ("curl/8.0", "curl/8.0"),
        ("", ""),
    ],
)
def test_a_device_is_said_as_people_call_it(sent: str, said: str) -> None:
    assert OpenSession(device=sent).device_words == said


def test_nobody_ends_the_sessions_of_others(clerk: Person, reader: Person) -> None:
    mine, theirs = Client(), Client()
    give(mine, "ha")
    give(theirs, "khanh")

    mine.post("/tai-khoan/phien/", {"only": str(OpenSession.objects.get(person=reader).pk)})
    mine.post("/tai-khoan/phien/", {"only": "x" * 50})

    assert theirs.get("/van-ban/").status_code == 200


def test_signing_out_takes_the_session_off_the_list(clerk: Person) -> None:
    client = Client()
    give(client, "ha")
    client.post("/dang-xuat/")

    assert not OpenSession.objects.exists()
    assert not Session.objects.filter(session_key=client.session.session_key).exists()


def test_a_closed_account_is_out_at_once(clerk: Person, administrator: Person) -> None:
    client = Client()
    give(client, "ha")
    actions.close_account(person=clerk, reason="Chuyển công tác", by=administrator, now=timezone.now())

    assert client.get("/van-ban/").status_code == 302
    assert not OpenSession.objects.exists()


# --- idle accounts ----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("days", "open_"), [(44, True), (46, False)])
def test_an_account_not_used_for_45_days_is_closed_and_told_why(clerk: Person, days: int, open_: bool) -> None:
    Person.objects.update(created_at=timezone.now() - timedelta(days=400))
    Person.objects.filter(pk=clerk.pk).update(last_login=timezone.now() - timedelta(days=days))

    answer = give(Client(), "ha")

    clerk.refresh_from_db()
    assert clerk.is_active == open_
    assert open_ or "không dùng quá 45 ngày" in answer.content.decode()


def test_idle_accounts_are_closed_once_and_stay_open_when_opened_again(clerk: Person, administrator: Person) -> None:
    long_ago = timezone.now() - timedelta(days=46)
    Person.objects.filter(pk=clerk.pk).update(created_at=long_ago, last_login=long_ago)

    assert signing_in.close_idle(now=timezone.now()) == ["ha"]
    assert signing_in.close_idle(now=timezone.now()) == []
    actions.reopen_account(person=clerk, reason="Nghỉ thai sản về", by=administrator, now=timezone.now())
    assert signing_in.close_idle(now=timezone.now()) == []
    entry = Entry.objects.get(verb="close-account")
    assert (entry.actor_name, entry.reason) == ("Hệ thống", "Không dùng quá 45 ngày")


def test_the_page_of_an_account_takes_few_queries(clerk: Person, django_assert_max_num_queries: Any) -> None:
    client = Client()
    give(client, "ha")
    with django_assert_max_num_queries(14):
        assert client.get("/tai-khoan/").status_code == 200
