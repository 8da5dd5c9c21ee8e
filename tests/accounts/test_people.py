"""Pages of people and of handing over, and lists of accounts from Excel."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import Any

import pytest
import python_calamine
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from agency_world import TODAY, TREE, agency, appointed
from dondoc.accounts import queries, refusals, rights, sheets
from dondoc.accounts.actions import taking_in
from dondoc.accounts.models import Handover, Person, Role, Term
from dondoc.agencies.models import Post
from dondoc.agencies.sheets import read as read_sheet
from dondoc.audit.models import Entry
from world import PASSWORD, signed_in

HEADINGS = "Tên đăng nhập,Họ và tên,Cơ quan,Chức vụ,Cấp,Từ ngày,Đến ngày,Vai trò,Căn cứ"
GOOD = f"""{HEADINGS}
an.yte,Nguyễn Văn An,Sở Y tế,Giám đốc,Người đứng đầu,1/1/2022,,,Quyết định 1
Binh.YTE,Trần Thị Bình,so-y-te,Phó Giám đốc,cấp phó,2022-01-01,31/12/2030,,
cuong.nv,Lê Văn Cường,sở nội vụ,Chuyên viên,chuyên viên,1/1/2022,,Cơ quan tiếp nhận báo cáo,
cuong.nv,Lê Văn Cường,Sở Y tế,Chuyên viên biệt phái,chuyên viên,1/3/2022,,,
"""


@pytest.fixture
def tree(db: None) -> None:
    for code in TREE:
        agency(code)


def parse(text: str) -> tuple[list[sheets.Draft], list[Any]]:
    rows = read_sheet(text.encode(), "a.csv", sheets.FIELDS, sheets.REQUIRED)
    return sheets.parse(rows, queries.known(TODAY))


def give(client: Client, text: str, name: str = "tai-khoan.csv") -> Any:
    return client.post("/nguoi-dung/nhap/", {"file": SimpleUploadedFile(name, text.encode())})


# --- lists ------------------------------------------------------------------------------------------------------------
def test_a_list_makes_people_with_posts_and_roles_and_prints_their_slips(tree: None, administrator: Person) -> None:
    answer = give(signed_in(administrator), GOOD)

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Đã lập 3 tài khoản" in page
    passwords = re.findall(r"<b>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})</b>", page)
    assert len(set(passwords)) == 3
    assert Person.objects.get(sign_in_name="an.yte").post == "Giám đốc Sở Y tế"
    cuong = Person.objects.get(sign_in_name="cuong.nv")
    assert cuong.post == "Chuyên viên Sở Nội vụ; Chuyên viên biệt phái Sở Y tế"
    assert rights.may(cuong, rights.Right.RECEIVE)
    assert Term.objects.get(person__sign_in_name="binh.yte").last_day.isoformat() == "2030-12-31"
    assert not any(password in str(list(Entry.objects.values())) for password in passwords)


def test_a_printed_password_opens_once_and_must_be_changed(tree: None, administrator: Person) -> None:
    slips = taking_in.take_in(drafts=parse(GOOD)[0], by=administrator, now=timezone.now())
    client = Client()

    assert client.post("/dang-nhap/", {"username": "an.yte", "password": slips[0].password}).status_code == 302
    assert client.get("/van-ban/")["Location"] == "/tai-khoan/mat-khau/"


@pytest.mark.parametrize(
    ("row", "column", "words"),
    [
        (",A,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Tên đăng nhập", "còn trống"),
        ("Nguyễn An,A,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Tên đăng nhập", "không dùng được"),
        ("mai,A,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Tên đăng nhập", "đã có tài khoản"),
        ("an.yte,Người Khác,Sở Y tế,Phó Giám đốc,cấp phó,1/1/2022,,,", "Tên đăng nhập", "người khác ở dòng 2"),
        ("an.yte,Nguyễn Văn An,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Chức vụ", "Trùng với dòng 2"),
        ("aaa,,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Họ và tên", "còn trống"),
        ("aaa," + "A" * 121 + ",Sở Y tế,Giám đốc,cấp phó,1/1/2022,,,", "Họ và tên", "Quá dài"),
        ("aaa,A,Sở Lạ,Giám đốc,cấp phó,1/1/2022,,,", "Cơ quan", "Không có cơ quan “Sở Lạ”"),
        ("aaa,A,Sở Y tế,Giám đốc,sếp,1/1/2022,,,", "Cấp", "Không có cấp “sếp”"),
        ("aaa,A,Sở Y tế,Giám đốc,người đứng đầu,1/1/2025,,,", "Cấp", "đã có người đứng đầu"),
        ("aaa,A,UBND xã Bồ Sao,Chủ tịch,người đứng đầu,1/1/2025,,,", "Cấp", "đã có người đứng đầu"),
        ("aaa,A,Sở Y tế,Giám đốc,cấp phó,hôm nay,,,", "Từ ngày", "không phải một ngày"),
        ("aaa,A,Sở Y tế,Giám đốc,cấp phó,1/1/2022,31/2/2022,,", "Đến ngày", "không phải một ngày"),
        ("aaa,A,Sở Y tế,Giám đốc,cấp phó,2/1/2022,1/1/2022,,", "Đến ngày", "trước ngày đầu"),
        ("aaa,A,Sở Y tế,Giám đốc,cấp phó,1/1/2022,,Người đứng đầu,", "Vai trò", "Không cấp vai trò"),
    ],
)
def test_each_fault_is_told_at_its_cell(tree: None, administrator: Person, row: str, column: str, words: str) -> None:
    appointed("dao", "xa-bo-sao", "Chủ tịch", Post.Rank.HEAD)

    _, faults = parse(GOOD + row + "\n")

    assert [(fault.row, fault.column) for fault in faults] == [(6, column)]
    assert words in faults[0].words


def test_all_faults_are_told_together_and_nothing_is_taken_in(tree: None, administrator: Person) -> None:
    people = Person.objects.count()
    answer = give(signed_in(administrator), GOOD + "x,,Sở Lạ,,sếp,nay,,,\n")

    assert answer.status_code == 422
    assert "6 chỗ sai" in answer.content.decode()
    assert Person.objects.count() == people


def test_a_file_that_is_no_list_is_told(administrator: Person) -> None:
    client = signed_in(administrator)

    assert client.post("/nguoi-dung/nhap/").status_code == 422
    for text, name in (("PK", "a.xlsx"), ("a,b\n1,2\n", "a.csv"), (HEADINGS, "a.csv")):
        assert give(client, text, name).status_code == 422
    assert client.get("/nguoi-dung/nhap/").status_code == 200


def test_the_pattern_is_a_list_without_rows(administrator: Person) -> None:
    data = signed_in(administrator).get("/nguoi-dung/nhap/mau.xlsx").content

    book = python_calamine.load_workbook(io.BytesIO(data))
    assert book.get_sheet_by_index(0).to_python() == [list(sheets.FIELDS.values())]
    words = [cell for row in book.get_sheet_by_index(1).to_python() for cell in row]
    assert {"người đứng đầu", "Thanh tra, kiểm tra"} <= set(words)
    assert "Người được giao ký" not in words


def test_what_somebody_wrote_in_between_takes_the_whole_list_back(tree: None, administrator: Person) -> None:
    drafts, _ = parse(GOOD)
    appointed("moi", "so-y-te", "Quyền Giám đốc", Post.Rank.HEAD)
    people, entries = Person.objects.count(), Entry.objects.count()

    with pytest.raises(refusals.PostTaken):
        taking_in.take_in(drafts=drafts, by=administrator, now=timezone.now())

    assert (Person.objects.count(), Entry.objects.count()) == (people, entries)


def test_only_an_administrator_takes_a_list_in(tree: None, clerk: Person) -> None:
    with pytest.raises(PermissionDenied):
        taking_in.take_in(drafts=[], by=clerk, now=timezone.now())


# --- people -----------------------------------------------------------------------------------------------------------
def test_an_account_is_made_and_its_password_shown_once(administrator: Person) -> None:
    client = signed_in(administrator)
    page = client.post("/nguoi-dung/moi/", {"sign_in_name": "moi", "full_name": "Người Mới", "post": ""})

    person = Person.objects.get(sign_in_name="moi")
    password = re.search(r"<b>([a-z2-9-]{19})</b>", page.content.decode())[1]
    assert person.check_password(password)
    assert person.must_change_password
    assert password not in client.get(f"/nguoi-dung/{person.pk}/").content.decode()
    again = client.post("/nguoi-dung/moi/", {"sign_in_name": "MOI", "full_name": "X", "post": ""})
    assert "đã có người dùng" in again.content.decode()


def test_a_post_is_given_and_ended_on_the_page(tree: None, administrator: Person, stranger: Person) -> None:
    client, place = signed_in(administrator), f"/nguoi-dung/{stranger.pk}/"
    said = {"agency": "so-y-te", "post": "Giám đốc", "rank": "head", "first_day": "1/1/2022", "role": "leader"}

    assert client.post(place + "chuc-vu/", said).status_code == 302
    assert "Giám đốc" in client.get(place).content.decode()
    term = Term.objects.get()
    assert list(term.roles.values_list("role", flat=True)) == [Role.LEADER]
    refused = client.post(place + "chuc-vu/", said | {"post": "Quyền Giám đốc"})
    assert refused.status_code == 422
    assert "đang giữ chức vụ" in refused.content.decode()
    assert not Post.objects.filter(name="Quyền Giám đốc").exists()
    assert client.post(place + "chuc-vu/", said | {"first_day": "mai"}).status_code == 422
    done = {"term": str(term.pk), "last_day": f"{TODAY:%d/%m/%Y}", "reason": "Nghỉ hưu"}
    assert client.post(place + "ket-thuc/", done | {"reason": ""}).status_code == 422
    assert client.post(place + "ket-thuc/", done).status_code == 302
    assert client.post(f"/nguoi-dung/{administrator.pk}/ket-thuc/", done).status_code == 404
    term.refresh_from_db()
    assert term.last_day == TODAY


def test_roles_state_password_and_app_are_changed_on_the_page(administrator: Person, stranger: Person) -> None:
    client, place = signed_in(administrator), f"/nguoi-dung/{stranger.pk}/"

    client.post(place + "vai-tro/", {"roles": ["auditor", "reader"], "reason": "Theo công việc"})
    assert {each.role for each in stranger.roles_held.all()} == {"auditor", "reader"}
    assert client.post(place + "vai-tro/", {"roles": ["agency_head"], "reason": "x"}).status_code == 422
    slip = client.post(place + "mat-khau/", {"reason": "Quên"}).content.decode()
    stranger.refresh_from_db()
    assert stranger.check_password(re.search(r"<b>([a-z2-9-]{19})</b>", slip)[1])
    client.post(place + "hai-lop/", {"reason": "Mất máy"})
    client.post(place + "dong/", {"reason": "Nghỉ việc"})
    assert not Person.objects.get(pk=stranger.pk).is_active
    client.post(place + "mo/", {"reason": "Trở lại"})
    assert Person.objects.get(pk=stranger.pk).is_active
    assert client.post(place + "dong/", {"reason": ""}).status_code == 422
    page = client.get(place).content.decode()
    assert "Trở lại" in page
    assert "mở lại tài khoản" in page


def test_an_administrator_changes_nothing_of_their_own(tree: None, administrator: Person) -> None:
    client, place = signed_in(administrator), f"/nguoi-dung/{administrator.pk}/"
    said = {"agency": "vinh-phuc", "post": "Chủ tịch", "rank": "head", "first_day": "1/1/2022"}

    for page, posted in (("chuc-vu/", said), ("vai-tro/", {"roles": ["leader"], "reason": "x"}),
                         ("dong/", {"reason": "x"}), ("mat-khau/", {"reason": "x"})):  # fmt: skip
        answer = client.post(place + page, posted)
        assert answer.status_code == 422
        assert "Nhờ người quản trị khác" in answer.content.decode()
    assert not Post.objects.exists()


def test_the_list_finds_by_name_agency_and_state(tree: None, administrator: Person, clerk: Person) -> None:
    appointed("an", "so-y-te", "Giám đốc", Post.Rank.HEAD)
    Person.objects.filter(pk=clerk.pk).update(is_active=False)
    client = signed_in(administrator)

    def shown(**asked: str) -> set[str]:
        page = client.get("/nguoi-dung/", asked).content.decode()
        return {name for name in ("An", "Lưu Thị Hà", "Phùng Thị Mai") if f">{name}</a>" in page}

    assert shown() == {"An", "Lưu Thị Hà", "Phùng Thị Mai"}
    assert shown(q="mai") == {"Phùng Thị Mai"}
    assert shown(**{"co-quan": "so-y-te"}) == {"An"}
    assert shown(**{"tinh-trang": "dong"}) == {"Lưu Thị Hà"}
    assert shown(q="không ai") == set()


def test_queries_do_not_grow_with_people(tree: None, administrator: Person, django_assert_max_num_queries: Any) -> None:
    for number in range(30):
        appointed(f"p{number}", "so-y-te", "Chuyên viên", Post.Rank.SPECIALIST)
    client = signed_in(administrator)
    with django_assert_max_num_queries(10):
        client.get("/nguoi-dung/")
    with django_assert_max_num_queries(14):
        client.get(f"/nguoi-dung/{Person.objects.first().pk}/")


# --- handing over -----------------------------------------------------------------------------------------------------
def test_the_head_hands_over_on_the_page_and_takes_it_back(tree: None) -> None:
    head = appointed("truong", "so-y-te", "Giám đốc", Post.Rank.HEAD)
    deputy = appointed("pho", "so-y-te", "Phó Giám đốc", Post.Rank.DEPUTY)
    client, place = signed_in(head.person), "/co-quan/so-y-te/ky-thay/"
    said = {"to": str(deputy.pk), "first_day": f"{TODAY:%d/%m/%Y}", "reason": "Đi công tác",
            "last_day": f"{TODAY + timedelta(3):%d/%m/%Y}"}  # fmt: skip

    assert place in client.get("/tai-khoan/").content.decode()
    assert "Phó Giám đốc (KT.)" in client.get(place).content.decode()
    assert client.post(place, said).status_code == 302
    assert "Đang ký thay Truong, Giám đốc" in signed_in(deputy.person).get("/tai-khoan/").content.decode()
    twice = client.post(place, said)
    assert twice.status_code == 422
    assert "đã được giao ký" in twice.content.decode()
    assert client.post(place, said | {"to": "999999"}).status_code == 422
    assert client.post(place, said | {"reason": ""}).status_code == 422
    handover = Handover.objects.get()
    client.post(f"{place}{handover.pk}/thu-lai/", {"reason": ""})
    handover.refresh_from_db()
    assert handover.revoked_at is None
    client.post(f"{place}{handover.pk}/thu-lai/", {"reason": "Đã về"})
    handover.refresh_from_db()
    assert handover.revoked_at is not None
    assert client.post(f"{place}999999/thu-lai/", {"reason": "x"}).status_code == 404


def test_the_page_of_another_agency_s_handover_is_refused(tree: None) -> None:
    head = appointed("truong", "so-y-te", "Giám đốc", Post.Rank.HEAD)
    client = signed_in(head.person)

    assert client.get("/co-quan/so-noi-vu/ky-thay/").status_code == 403
    assert client.post("/co-quan/so-noi-vu/ky-thay/", {}).status_code == 403
    assert "Cơ quan chưa có cấp phó" in client.get("/co-quan/so-y-te/ky-thay/").content.decode()


def test_the_sample_password_is_long_enough() -> None:
    assert len(PASSWORD) >= 14
