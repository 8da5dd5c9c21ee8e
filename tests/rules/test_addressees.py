"""Printed addressees against the agencies of a day: one, a group, nobody in particular, unknown."""

import csv
from pathlib import Path

import pytest

from dondoc.rules.addressees import Addressees, Body

SAMPLES = Path(__file__).parents[2] / "samples" / "vinh-phuc-2022"


@pytest.fixture(scope="module")
def province() -> list[Body]:
    with (SAMPLES / "co-quan.csv").open(encoding="utf-8", newline="") as file:
        return [
            Body(
                code=row["Mã"], name=row["Tên"], kind=row["Loại"],
                aliases=tuple(alias for alias in (row["Tên ngắn"], *row["Tên khác"].split("; ")) if alias),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def expand(names: list[str], bodies: list[Body]):
    return Addressees(bodies).expand(names)


def test_the_districts_of_section_25_are_nine(province):
    (found,) = expand(["UBND các huyện, thành phố"], province)

    assert found.how == "group"
    assert len(found.codes) == 9
    assert "thanh-pho-vinh-yen" in found.codes


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("UBND cấp huyện", 9),
        ("Chủ tịch UBND các huyện, thành phố", 9),
        ("UBND cấp xã", 136),
        ("UBND các xã, phường, thị trấn", 136),
        ("Các sở, ban, ngành", 25),
        ("Sở, ban, ngành", 25),
        ("Các cơ quan, đơn vị, địa phương", 34),
    ],
)
def test_collective_names_stand_for_the_bodies_of_their_kinds(province, name, count):
    (found,) = expand([name], province)

    assert (found.how, len(found.codes)) == ("group", count)


@pytest.mark.parametrize(
    "name", ["Các cơ quan, đơn vị liên quan", "Các đơn vị liên quan", "Các sở, ngành, địa phương có liên quan"]
)
def test_related_bodies_are_named_by_the_lead_and_not_expanded(province, name):
    (found,) = expand([name], province)

    assert (found.how, found.codes) == ("open", ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Sở Thông tin và Truyền thông", "so-thong-tin-va-truyen-thong"),
        ("Sở TT&TT", "so-thong-tin-va-truyen-thong"),
        ("Sở Lao động, Thương binh và Xã hội", "so-lao-dong"),
        ("Hiệp hội Doanh nghiệp tỉnh", "hiep-hoi-doanh-nghiep"),
        ("UBND huyện Lập Thạch", "huyen-lap-thach"),
        ("Ủy ban nhân dân xã Đức Bác", "huyen-song-lo.xa-duc-bac"),
        ("Tòa án tỉnh", "toa-an"),
        ("UBND cấp tỉnh", "vinh-phuc"),
    ],
)
def test_a_name_or_an_alias_means_one_body(province, name, code):
    (found,) = expand([name], province)

    assert (found.how, found.codes) == ("one", (code,))


def test_an_unknown_name_says_so_and_a_near_one_suggests(province):
    far, near = expand(["Tổ công tác 06", "Sở Tài chnh"], province)

    assert (far.how, far.codes, far.suggestion) == ("unknown", (), None)
    assert (near.how, near.codes, near.suggestion) == ("unknown", (), "so-tai-chinh")


def test_a_body_named_twice_gets_the_task_once(province):
    one, group = expand(["UBND huyện Lập Thạch", "UBND cấp huyện"], province)

    assert one.codes == ("huyen-lap-thach",)
    assert len(group.codes) == 8


def test_after_the_districts_ended_their_collective_name_is_open(province):
    left = [body for body in province if body.kind != "ubnd-huyen"]

    (found,) = expand(["UBND cấp huyện"], left)

    assert (found.how, found.codes) == ("open", ())


def test_a_person_may_say_whom_a_name_means_or_that_it_means_nobody(province):
    found = Addressees(province).expand(["Tổ công tác 06", "Ban X"], {"Tổ công tác 06": "van-phong-ubnd", "Ban X": ""})

    assert [(each.how, each.codes) for each in found] == [("one", ("van-phong-ubnd",)), ("one", ())]
