"""Rows to items: refs, addressees, products, conditions, and which fields a person should look at."""

import pytest

from dondoc.papers.reading.forms import Cell, Role, Section, TaskRow
from dondoc.papers.reading.items import ItemMaker
from dondoc.papers.reading.reader import read_text
from dondoc.rules.conditions import find
from dondoc.rules.names.registry import registry_of

HEAD = "STT\tNội dung nhiệm vụ\tCơ quan chủ trì\tThời hạn\tSản phẩm\n"


def items(rows: str, head: str = HEAD, agencies: str | None = None):
    return read_text(head + rows, agencies=registry_of(agencies) if agencies else None).items


def test_refs_are_unique_also_where_numbers_repeat():
    found = items(
        "I\tNhóm\t\t\t\n1\tRà soát\tSở Y tế\t\t\n1\tXây dựng\tSở Nội vụ\t\t\nI\tNhóm khác\t\t\t\n1\tTổ chức\tSở Y tế\t\t\n"
    )

    assert [item.ref for item in found] == ["I/1", "I/1#2", "I#2/1"]


def test_a_group_without_a_number_gives_its_title_to_the_ref():
    assert items("\tCẢI CÁCH THỂ CHẾ\t\t\t\n1\tRà soát\tSở Y tế\t\t\n")[0].ref == "cai-cach-the-che/1"


def test_a_row_without_a_number_is_counted():
    found = read_text("Nhiệm vụ\tChủ trì\tThời hạn\nRà soát\tSở Y tế\tQuý I\n").items

    assert found[0].ref == "1"


def test_a_name_nearly_known_is_kept_and_doubted():
    (item,) = items("1\tRà soát\tSở Tài chnh\t\t\n")

    assert item.leads == ("Sở Tài chnh",)
    assert "Sở Tài chính" in item.doubts[0].reason


def test_the_provinces_own_list_is_known_too():
    (item,) = items("1\tRà soát\tVUON QUOC GIA TAM DAO\t\t\n", agencies='[[agency]]\nname = "Vườn quốc gia Tam Đảo"\n')

    assert item.leads == ("Vườn quốc gia Tam Đảo",)


@pytest.mark.parametrize(
    ("title", "leads"),
    [
        ("1. SƠ Y TẾ", ("Sở Y tế",)),
        ("1. BAN QUẢN LÝ DỰ ÁN ABC", ("Ban quản lý dự án abc",)),
        ("1. SỞ TÀI CHNH", ("Sở tài chnh",)),
        ("1. NHÓM CHỈ TIÊU KINH TẾ", ()),
    ],
)
def test_a_table_without_leads_takes_the_addressee_from_its_heading(title, leads):
    (item,) = read_text(f"{title}\n\nSTT\tNhiệm vụ\tChỉ tiêu\n1\tTỷ lệ hồ sơ\t100%\n").items

    assert item.leads == leads


def test_a_time_nobody_can_place_is_doubted():
    (item,) = items("1\tRà soát\tSở Y tế\ttùy tình hình\t\n")

    assert [doubt.field for doubt in item.doubts] == ["schedule"]


def test_a_figure_in_the_time_or_product_column_is_a_target_and_stays_as_words():
    (item,) = items("1\tTổ chức hội nghị\tSở Y tế\t≥1 lần/năm\t>95%\n")

    assert [target.text for target in item.targets] == ["≥1 lần/năm", ">95%"]
    assert item.deliverable == ">95%"
    assert item.schedule.text == "≥1 lần/năm"


@pytest.mark.parametrize(
    ("text", "condition", "scope"),
    [
        ("Tỷ lệ hồ sơ (tính từ thời điểm nhận bàn giao phần mềm)", "tính từ thời điểm nhận bàn giao phần mềm", None),
        ("Tỷ lệ hồ sơ (tạm thời chưa tính tuyển sinh)", None, "tạm thời chưa tính tuyển sinh"),
        ("Tỷ lệ hồ sơ tính từ ngày 01/7/2023", "tính từ ngày 01/7/2023", None),
        ("Tỷ lệ hồ sơ (công lập, tư thục)", None, None),
    ],
)
def test_condition_and_scope_stand_in_parentheses(text, condition, scope):
    assert find(text) == (condition, scope)


def test_a_lead_that_also_cooperates_is_doubted_in_that_field():
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n"

    (item,) = items("1\tRà soát văn bản\tSở Y tế\tSở Y tế; Sở Nội vụ\n", head=head)

    assert [doubt.field for doubt in item.doubts] == ["cooperating"]


def test_a_quarter_without_a_year_is_of_the_only_year_the_directive_governs():
    table = "TT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tRà soát thủ tục\tSở Y tế\tQuý II\n"

    (item,) = read_text(f"KẾ HOẠCH\nCải cách hành chính năm 2024\n{table}").items
    (unsure,) = read_text(f"KẾ HOẠCH\nCải cách hành chính giai đoạn 2024-2025\n{table}").items

    assert (item.schedule.kind, item.schedule.to, item.doubts) == ("date", "2024-Q2", ())
    assert unsure.schedule.kind == "text"
    assert [doubt.field for doubt in unsure.doubts] == ["schedule"]


def test_a_table_of_communes_addresses_each_by_its_heading_and_keeps_the_units():
    found = items(
        "I\tXÃ AN PHÚ\n1\t\tTỷ lệ hộ nghèo giảm\t%\t1,2\nII\tTHỊ TRẤN TÂN HÒA\n1\t\tThu ngân sách\ttriệu đồng\t≥ 12.500\n",
        head="STT\tĐơn vị\tNội dung chỉ tiêu\tĐVT\tChỉ tiêu 2025\n",
    )

    assert [(item.leads, item.targets[0].unit) for item in found] == [
        (("Xã An Phú",), "%"),
        (("Thị trấn Tân Hòa",), "triệu đồng"),
    ]
    assert not any("không nêu cơ quan nào" in doubt.reason for item in found for doubt in item.doubts)


def test_a_damaged_name_in_a_cell_is_repaired_and_remarked():
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n"
    catalogue = read_text(head + "1\tRà soát văn bản\tSơ Y tế\tSở Nôi vụ\n2\tSố hóa\tSở Y tế\tSở Nội vụ\n")

    assert (catalogue.items[0].leads, catalogue.items[0].cooperating) == (("Sở Y tế",), ("Sở Nội vụ",))
    repaired = [(each.quote, each.where) for each in catalogue.findings if each.code == "spelling-repaired"]
    assert sorted(repaired) == [("Sơ Y tế", ("1",)), ("Sở Nôi vụ", ("1",))]


def test_an_unknown_name_is_doubted_in_the_column_it_stands_in():
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n"

    others = "".join(f"{number}\tViệc số {number}\tSở Y tế\tSở Nội vụ\n" for number in range(3, 23))
    rows = "1\tRà soát\tSở Y tế\tCông ty Mây Trắng\n2\tSố hóa\tTổ Mây Xanh\tSở Nội vụ\n"

    first, second, *_ = items(rows + others, head=head)

    assert [(doubt.field, "Mây Trắng" in doubt.reason) for doubt in first.doubts] == [("cooperating", True)]
    assert [(doubt.field, "Mây Xanh" in doubt.reason) for doubt in second.doubts] == [("leads", True)]


def test_names_that_no_list_holds_are_no_doubt_where_they_are_the_rule():
    head = "TT\tNhiệm vụ\tChủ trì\n"

    found = items("".join(f"{number}\tViệc số {number}\tTổ Mây Xanh\n" for number in range(1, 15)), head=head)

    assert not any(item.doubts for item in found)


def test_a_group_that_is_no_theme_addresses_its_rows_with_a_doubt():
    head = "TT\tNhiệm vụ\tChỉ tiêu\n"

    found = items(
        "I\tCÂU LẠC BỘ DOANH NHÂN TRẺ\t\n1\tTổ chức hội nghị\t02 hội nghị\nII\tCẢI CÁCH THỂ CHẾ\t\n1\tRà soát\t100%\n",
        head=head,
    )

    assert [item.leads for item in found] == [("Câu lạc bộ doanh nhân trẻ",), ()]
    assert all("leads" in {doubt.field for doubt in item.doubts} for item in found)


def test_a_target_that_leaves_something_open_is_doubted():
    head = "TT\tNhiệm vụ\tChủ trì\tChỉ tiêu\n"

    (item,) = items("1\tTỷ lệ hồ sơ đúng hạn\tSở Y tế\tĐạt và vượt 100%\n", head=head)

    assert "targets" in {doubt.field for doubt in item.doubts}


def test_only_a_column_of_targets_can_miss_one():
    plan = "TT\tNhiệm vụ\tChủ trì\tSản phẩm\n"
    rows = "".join(f"{n}\tTỷ lệ văn bản loại {n} được ký số\tSở Y tế\tTừ 9{n}% trở lên\n" for n in range(1, 5))

    found = read_text(plan + rows + "5\tBan hành kế hoạch kiểm tra\tSở Y tế\tKế hoạch\n").findings

    assert not [each for each in found if each.code == "target-missing"]


def test_a_dash_is_no_product_and_capitals_are_written_as_names():
    head = "TT\tNhiệm vụ\tChủ trì\tSản phẩm\n"

    first, second = items(
        "1\tRà soát\tSỞ NÔNG NGHIỆP VÀ PTNT\t-\n2\tSố hóa\tTRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG\tBáo cáo\n", head=head
    )

    assert (first.leads, first.deliverable, first.deliverables) == (
        ("Sở Nông nghiệp và Phát triển nông thôn",),
        None,
        (),
    )
    assert second.leads == ("Trung tâm phục vụ hành chính công",)


def test_a_year_compared_with_is_no_deadline():
    head = "TT\tNhiệm vụ\tChủ trì\tChỉ tiêu\n"
    rows = "1\tXếp hạng Chỉ số\tSở Nội vụ\tTăng ít nhất 02 bậc so với năm 2023\n"

    found = read_text(f"KẾ HOẠCH\nCải cách năm 2024\nHà Nam, ngày 05 tháng 3 năm 2024\n{head}{rows}").findings

    assert not [each for each in found if each.code == "deadline-impossible"]


def test_a_time_limit_is_no_condition():
    assert find("Xử lý ổ dịch trong vòng 48 giờ kể từ khi phát hiện") == (None, None)


def test_a_heading_of_two_rows_names_the_columns_below_a_merged_one():
    head = "TT\tNhiệm vụ\tPhân công thực hiện\t\tThời gian\n\t\tChủ trì\tPhối hợp\t\n"

    (item,) = items("1\tRà soát thủ tục\tSở Y tế\tSở Nội vụ; Sở Tư pháp\tQuý I/2024\n", head=head)

    assert (item.leads, item.cooperating) == (("Sở Y tế",), ("Sở Nội vụ", "Sở Tư pháp"))
    assert item.schedule.to == "2024-Q1"


def test_columns_of_years_give_a_target_for_each_year_in_the_unit_of_the_row():
    head = "STT\tChỉ tiêu\tĐVT\t2024\t2025\tCơ quan chủ trì\n"

    first, second = items(
        "1\tTỷ lệ bao phủ bảo hiểm y tế\t%\t≥ 93\t94\tSở Y tế\n2\tSố xã đạt chuẩn\txã\t\t5\tSở Nội vụ\n", head=head
    )

    assert first.leads == ("Sở Y tế",)
    assert [(t.text, t.value, t.unit, t.by) for t in first.targets] == [
        ("≥ 93", 93, "%", "2024"),
        ("94", 94, "%", "2025"),
    ]
    assert [(t.value, t.by) for t in second.targets] == [(5, "2025")]


def test_one_column_of_a_plan_year_beside_units_holds_the_targets():
    head = "STT\tNội dung\tĐơn vị tính\tKế hoạch năm 2024\tChủ trì\n"

    (item,) = items("1\tTỷ lệ hồ sơ đúng hạn\t%\t≥ 95\tSở Y tế\n", head=head)

    assert [(t.value, t.unit, t.by) for t in item.targets] == [(95, "%", "2024")]


def test_figures_of_the_sentence_stand_beside_those_of_the_target_column():
    head = "TT\tNhiệm vụ\tChủ trì\tChỉ tiêu\n"

    (item,) = items(
        "1\tPhê duyệt hồ sơ; bảo đảm tối thiểu 90% hệ thống được phê duyệt cấp độ\tSở Y tế\t> 80%\n", head=head
    )

    assert [(str(t.comparator), t.value) for t in item.targets] == [(">=", 90), (">", 80)]


def test_a_dash_in_a_column_of_agencies_names_nobody():
    head = "TT\tNhiệm vụ\tChủ trì\tPhối hợp\n"

    assert items("1\tRà soát\tSở Y tế\t-\n", head=head)[0].cooperating == ()


def test_a_group_of_a_number_alone_addresses_nobody():
    maker = ItemMaker(registry_of("Sở Y tế", "txt"), (2024, 2024))
    section = Section(number="I", title=". ;", start=0, end=1, line=1)
    row = TaskRow(section=section, ordinal="1", cells={Role.TEXT: Cell("Rà soát")}, start=0, end=1, line=1)

    assert [item.leads for item in maker.items([row])] == [()]
