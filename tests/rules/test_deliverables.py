"""The things a product column lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import deliverables
from rules.making import read


@pytest.mark.parametrize(
    ("cell", "things"),
    [
        ("", ()),
        ("Kế hoạch/ Quyết định/ Báo cáo", ("Kế hoạch", "Quyết định", "Báo cáo")),
        ("kế hoạch; báo cáo.", ("Kế hoạch", "Báo cáo")),
        ("Hội nghị/Hội thảo", ("Hội nghị", "Hội thảo")),
        ("Báo cáo, Kế hoạch", ("Báo cáo", "Kế hoạch")),
        ("Tờ trình, dự thảo Nghị quyết", ("Tờ trình, dự thảo Nghị quyết",)),
        ("Quyết định số 488/QĐ-CT", ("Quyết định số 488/QĐ-CT",)),
        ("Quyết định 12/QĐ-UBND/ Kế hoạch", ("Quyết định 12/QĐ-UBND", "Kế hoạch")),
        ("Kế hoạch 2022/ Báo cáo", ("Kế hoạch 2022", "Báo cáo")),
        ("Báo cáo trước 15/6", ("Báo cáo trước 15/6",)),
        ("01 báo cáo/quý; biên bản", ("01 báo cáo/quý", "Biên bản")),
        ("240 tin/bài / năm", ("240 tin/bài / năm",)),
        ("Bộ phận Một cửa (tỉnh/huyện/xã); Quy chế", ("Bộ phận Một cửa (tỉnh/huyện/xã)", "Quy chế")),
        ("Báo cáo\nđánh giá", ("Báo cáo đánh giá",)),
    ],
)
def test_a_product_column_is_split_into_the_things_it_lists(cell: str, things: tuple[str, ...]) -> None:
    assert deliverables.split(cell) == things


def test_the_products_of_plan_232_are_split_as_they_stand_in_its_catalogue() -> None:
    stated = [one for one in read("ke-hoach-232").items if one.deliverables]
    assert len(stated) > 50
    assert all(deliverables.split(one.deliverable or "") == one.deliverables for one in stated)


@given(st.lists(st.sampled_from(["Kế hoạch", "Báo cáo", "Tờ trình"]), min_size=1, max_size=5), st.sampled_from(";/"))
def test_whatever_is_joined_is_parted_again(things: list[str], mark: str) -> None:
    assert deliverables.split(f"{mark} ".join(things)) == tuple(things)
