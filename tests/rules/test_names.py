"""Names of agencies: known, split, told from other words, found again after a scan."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import names
from dondoc.rules.names.registry import Registry, RegistryFault, registry_of, standard_registry

KNOWN = standard_registry()


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Sở Tài chính; UBND cấp huyện; UBND cấp xã", ("Sở Tài chính", "UBND cấp huyện", "UBND cấp xã")),
        ("UBND cấp huyện, cấp xã", ("UBND cấp huyện", "UBND cấp xã")),
        ("UBND cấp tỉnh, cấp huyện, cấp xã.", ("UBND cấp tỉnh", "UBND cấp huyện", "UBND cấp xã")),
        ("UBND cấp huyện và xã", ("UBND cấp huyện", "UBND cấp xã")),
        ("Các sở, ban, ngành", ("Các sở, ban, ngành",)),
        ("Các cơ quan, đơn vị liên quan", ("Các cơ quan, đơn vị liên quan",)),
        ("UBND các huyện, thành phố", ("UBND các huyện, thành phố",)),
        ("UBND các huyện, TP", ("UBND các huyện, thành phố",)),
        ("UBND các xã, phường, thị trấn", ("UBND các xã, phường, thị trấn",)),
        ("Sở Văn hóa, Thể thao và Du lịch", ("Sở Văn hóa, Thể thao và Du lịch",)),
        ("Sở Lao động, Thương binh và Xã hội", ("Sở Lao động, Thương binh và Xã hội",)),
        ("Văn phòng UBND tỉnh", ("Văn phòng UBND tỉnh",)),
        ("UBND cấp huyện UBND cấp xã", ("UBND cấp huyện", "UBND cấp xã")),
        ("MTTQ tỉnh và UBND các huyện, thành phố", ("MTTQ tỉnh", "UBND các huyện, thành phố")),
        ("Sở Nội vụ và Sở Tài chính", ("Sở Nội vụ", "Sở Tài chính")),
        ("UBND các huyện, thành phố/ các cơ sở giáo dục", ("UBND các huyện, thành phố", "Các cơ sở giáo dục")),
        (
            "Các sở, ban, ngành, ĐVSN trực thuộc UBND tỉnh; UBND cấp huyện",
            ("Các sở, ban, ngành", "ĐVSN trực thuộc UBND tỉnh", "UBND cấp huyện"),
        ),
        ("Sở Tài nguyên và Môi trường, UBND cấp huyện", ("Sở Tài nguyên và Môi trường", "UBND cấp huyện")),
        ("- Sở Y tế - Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Y tế\nSở Nội vụ", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Y tế; Sở Y tế", ("Sở Y tế",)),
        ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh", ("Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",)),
        ("", ()),
    ],
)
def test_a_list_of_addressees_is_split_into_names_as_a_person_would_write_them(cell, found):
    assert names.split_names(cell) == found


@pytest.mark.parametrize(
    ("printed", "name", "how"),
    [
        ("Sở Nội vụ", "Sở Nội vụ", "exact"),
        ("sở tài nguyên và Môi trường", "Sở Tài nguyên và Môi trường", "exact"),
        ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI", "Sở Lao động - Thương binh và Xã hội", "exact"),
        ("Sở TT&TT", "Sở Thông tin và Truyền thông", "alias"),
        ("SƠ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở Kế hoạch và Đầu tư", "skeleton"),
        ("BẢN ĐÂN TỘC", "Ban Dân tộc", "skeleton"),
        ("Sở Tài chnh", "Sở Tài chính", "near"),
    ],
)
def test_a_printed_name_is_found_in_stages(printed, name, how):
    match = KNOWN.find(printed)

    assert (match.name, match.how) == (name, how)


@pytest.mark.parametrize("printed", ["Bộ Nội vụ", "Bộ Y tế", "Vườn quốc gia Tam Đảo", "Sở Nội ngoại", "x", ""])
def test_a_name_of_another_body_is_never_merged(printed):
    assert KNOWN.find(printed) is None


def test_two_names_of_one_skeleton_are_asked():
    registry = Registry([("Sở Tư pháp", ()), ("Sở Tu Pháp", ())])

    assert registry.find("SO TU PHAP") is None
    assert registry.find("So Tu Phaps") is None


def test_two_names_equally_near_are_asked():
    assert Registry([("Phòng Kinh tế xã A", ()), ("Phòng Kinh tế xã B", ())]).find("Phòng Kinh tế xã C") is None


def test_registries_are_joined_the_first_winning():
    joined = registry_of('[[agency]]\nname = "Sở Nội Vụ"\naliases = ["SNV"]\n') + KNOWN

    assert joined.find("sở nội vụ").name == "Sở Nội Vụ"
    assert joined.find("SNV").name == "Sở Nội Vụ"
    assert joined.find("Sở Y tế").name == "Sở Y tế"
    assert len(joined.names) == len(KNOWN.names)


def test_a_registry_goes_through_json():
    registry = Registry.from_json(KNOWN.as_json())

    assert registry.names == KNOWN.names
    assert registry.find("Sở TT&TT").how == "alias"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('[[agency]]\nname = "Vườn quốc gia"\naliases = ["VQG"]\n', "toml"),
        ('[{"name": "Vườn quốc gia", "aliases": ["VQG"]}, "Sở Y tế"]', "json"),
        ('{"agencies": [{"name": "Vườn quốc gia", "aliases": ["VQG"]}]}', "json"),
        ("Tên cơ quan;Tên khác\nVườn quốc gia;VQG;\n", "csv"),
        ("Vườn quốc gia\tVQG\n\nSở Y tế\n", "txt"),
    ],
)
def test_a_list_of_agencies_comes_in_several_forms(text, form):
    assert registry_of(text, form).find("VQG").name == "Vườn quốc gia"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("[", "toml"),
        ("a = 1", "toml"),
        ("agency = 1", "toml"),
        ("{", "json"),
        ("[1]", "json"),
        ("\n", "txt"),
        ('[{"x": 1}]', "json"),
    ],
)
def test_a_list_that_is_none_is_refused(text, form):
    with pytest.raises(RegistryFault):
        registry_of(text, form)


@pytest.mark.parametrize(
    ("title", "spelled"),
    [
        ("UBND CÁC HUYỆN, THÀNH PHỐ", "UBND các huyện, thành phố"),
        ("MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH", "Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("UBND HUYỆN TÂN HÒA", "UBND huyện Tân Hòa"),
        ("UBND XÃ", "UBND xã"),
        ("XÃ AN PHÚ", "Xã An Phú"),
        ("CÔNG AN TỈNH VÀ CÁC ĐƠN VỊ", "Công an tỉnh và các đơn vị"),
        ("", ""),
    ],
)
def test_capitals_are_written_as_in_a_sentence(title, spelled):
    assert names.sentence_case(title) == spelled


def test_words_are_told_from_names():
    assert names.begins_agency("Sở Nội vụ")
    assert not names.begins_agency("sở thích")
    assert names.looks_like_agencies("Sở Nội vụ; UBND cấp xã")
    assert not names.looks_like_agencies("Sở Nội vụ đạt 100%")
    assert names.looks_like_product("Kế hoạch/ Báo cáo")
    assert not names.looks_like_product("Sở Nội vụ")
    assert names.is_incomplete("Văn phòng")
    assert names.is_incomplete("ĐVSN trực thuộc")
    assert names.is_incomplete("Sở Kế hoạch và")
    assert not names.is_incomplete("Sở Tài nguyên và Môi trường")
    assert not names.is_incomplete("tỉnh Cao Bằng")


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếểễ SỞBNUĐ,;/-", max_size=80))
def test_splitting_loses_no_letter_and_never_fails(cell):
    letters = sorted(char for char in names.fold("".join(names.split_names(cell))) if char.isalpha())
    given_letters = sorted(char for char in names.fold(cell) if char.isalpha())

    assert set(letters) <= set(given_letters) | set("thanhpo")


@given(st.sampled_from(KNOWN.names))
def test_every_known_name_survives_the_loss_of_all_its_marks(name):
    match = KNOWN.find(names.skeleton(name))

    assert match is not None
    assert names.skeleton(match.name) == names.skeleton(name)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_lose_case_and_marks_whatever_their_unicode_form(form) -> None:
    assert names.bare(unicodedata.normalize(form, "Đối tượng SỐ HÓA")) == "doi tuong so hoa"
