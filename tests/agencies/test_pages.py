"""The pages of agencies: the tree of a day, one agency, the list in and out; and how many queries each takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from dondoc.accounts.models import Person
from dondoc.agencies import sheets
from dondoc.agencies.models import Agency
from world import signed_in

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-phuc-2022" / "co-quan.csv"


def give(client, data: bytes, name: str):
    return client.post(reverse("agencies:take-in"), {"file": SimpleUploadedFile(name, data)}, follow=True)


@pytest.fixture
def keeper(administrator: Person):
    client = signed_in(administrator)
    give(client, SAMPLE.read_bytes(), "co-quan.csv")
    return client


def test_the_administrator_takes_a_list_in_and_everybody_sees_it(keeper, reader):
    page = signed_in(reader).get(reverse("agencies:list")).content.decode()

    assert "UBND xã Đức Bác" in page
    assert "173 cơ quan" in page
    assert reverse("agencies:take-in") not in page


def test_a_list_with_faults_changes_nothing_and_names_them(administrator):
    client = signed_in(administrator)

    answer = give(client, "Mã,Tên,Loại\nso-y-te,Sở Y tế,bo\n".encode(), "co-quan.csv")

    assert answer.status_code == 422
    assert "Không có loại “bo”" in answer.content.decode()
    assert not Agency.objects.exists()


def test_a_file_that_is_no_list_and_no_file_at_all_are_answered(administrator):
    client = signed_in(administrator)

    assert "không mở được như bảng tính" in give(client, b"PK", "a.xlsx").content.decode()
    assert client.post(reverse("agencies:take-in")).status_code == 422
    assert client.get(reverse("agencies:take-in")).status_code == 200


def test_words_without_marks_and_a_kind_choose_agencies(keeper):
    page = keeper.get(reverse("agencies:list"), {"q": "duc bac"}).content.decode()
    kind = keeper.get(reverse("agencies:list"), {"loai": "ubnd-huyen"}).content.decode()
    none = keeper.get(reverse("agencies:list"), {"q": "không có nơi này"}).content.decode()

    assert "1 cơ quan" in page
    assert "9 cơ quan" in kind
    assert "Không có cơ quan nào khớp" in none


def test_an_agency_shows_its_names_codes_and_who_is_below(keeper):
    page = keeper.get(reverse("agencies:one", args=["huyen-vinh-tuong"]), {"ngay": "14/3/2022"}).content.decode()

    assert "UBND huyện Vĩnh Tường" in page
    assert "252" in page
    assert "UBND xã Bồ Sao" in page
    assert keeper.get(reverse("agencies:one", args=["khong-co"])).status_code == 404


def test_the_list_goes_out_as_excel(keeper):
    answer = keeper.get(reverse("agencies:write-out"))

    assert len(sheets.read(answer.content, "co-quan.xlsx")) == 173


def test_an_empty_list_says_who_fills_it(reader, administrator):
    assert "Quản trị hệ thống nhập danh sách" in signed_in(reader).get(reverse("agencies:list")).content.decode()
    assert "Nhập danh sách" in signed_in(administrator).get(reverse("agencies:list")).content.decode()


def test_a_clerk_may_not_take_a_list_in(clerk):
    assert signed_in(clerk).get(reverse("agencies:take-in")).status_code == 403


def test_queries_do_not_grow_with_agencies(keeper, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        keeper.get(reverse("agencies:list"))
    with django_assert_max_num_queries(12):
        keeper.get(reverse("agencies:one", args=["huyen-vinh-tuong"]))
