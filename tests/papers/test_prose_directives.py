"""Directives without a table: tasks in sentences, each with whom it charges and until when (read by hand)."""

from pathlib import Path

import pytest

from dondoc.papers.reading.reader import read_bytes
from dondoc.rules.catalogue import Catalogue, Item

DOCUMENTS = Path(__file__).parent / "documents"


def read(name: str) -> Catalogue:
    path = DOCUMENTS / f"{name}.txt"
    return read_bytes(path.read_bytes(), path.name).catalogue


def reading(text: str) -> list[Item]:
    return list(read_bytes(text.encode(), "van-ban.txt").catalogue.items)


NOTICE = (
    ("Sở Công Thương", "Chủ trì theo dõi, đôn đốc các chủ đầu tư hạ tầng cụm công nghiệp", None),
    ("Sở Công Thương", "Tiếp tục mời Ủy ban nhân dân các xã, phường có cụm công nghiệp", "trước ngày 31/12/2026"),
    ("Sở Công Thương", "Mời chủ đầu tư hạ tầng Cụm công nghiệp Y Can", None),
    ("Sở Công Thương", "Chủ trì, phối hợp với các cơ quan liên quan công bố công khai Danh mục", None),
    ("Sở Công Thương", "Định kỳ hằng quý tổng hợp, báo cáo Ủy ban nhân dân tỉnh", "Định kỳ hằng quý"),
    ("Sở Tài chính", "Chủ trì tham mưu Ủy ban nhân dân tỉnh ưu tiên cân đối, bố trí ngân sách", None),
    ("Sở Tài chính", "Khẩn trương chủ trì, phối hợp với các sở, ngành, địa phương liên quan rà soát", None),
    ("Sở Xây dựng", "Tập trung hướng dẫn cấp xã, phường và các chủ đầu tư về quy hoạch chi tiết", None),
    ("Sở Nông nghiệp và Môi trường", "Hướng dẫn các cơ sở sản xuất trong cụm công nghiệp", None),
    ("Sở Nông nghiệp và Môi trường", "Khẩn trương chủ trì, phối hợp với Ủy ban nhân dân phường Văn Phú", None),
    ("Sở Nội vụ", "Chủ trì, phối hợp với Ban Quản lý Khu kinh tế tỉnh", None),
    ("Công ty Điện lực Lào Cai", "Khảo sát, xây dựng phương án cấp điện", None),
    ("Ủy ban nhân dân các xã, phường có cụm công nghiệp", "Phối hợp chặt chẽ với các chủ đầu tư hạ tầng đẩy nhanh",
     "trước ngày 30/7/2026"),
    ("Ban Quản lý dự án đầu tư xây dựng số 1",
     "Ban Quản lý dự án đầu tư xây dựng số 1 đẩy nhanh tiến độ Dự án đường trục chính", None),
    ("Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh",
     "Ban Quản lý dự án đầu tư xây dựng công trình giao thông tỉnh đẩy nhanh tiến độ tuyến đường kết nối", None),
    ("Văn phòng UBND tỉnh", "Theo dõi, đôn đốc các cơ quan, đơn vị, địa phương thực hiện Kết luận này", None),
)  # fmt: skip


def test_a_notice_gives_every_task_to_the_agency_it_stands_below():
    items = read("tb-ket-luan-ubnd-lao-cai").items

    assert len(items) == len(NOTICE)
    for item, (lead, words, deadline) in zip(items, NOTICE, strict=True):
        assert (item.leads, item.schedule and item.schedule.text) == ((lead,), deadline)
        assert item.text.startswith(words)


def test_partners_of_a_task_in_a_sentence_are_named():
    items = read("tb-ket-luan-ubnd-lao-cai").items

    assert items[3].cooperating == ("Các cơ quan liên quan",)
    assert items[9].cooperating == ("Ủy ban nhân dân phường Văn Phú", "Ủy ban nhân dân xã Yên Bình")
    assert items[10].cooperating == ("Ban Quản lý Khu kinh tế tỉnh", "Các đơn vị liên quan")


def test_a_letterhead_and_a_signature_in_columns_are_no_tasks_but_say_who_issued_and_signed():
    document = read("tb-ket-luan-ubnd-lao-cai").document

    assert (document.number, document.issuer) == (None, "Văn phòng UBND tỉnh Lào Cai")
    assert (document.signer, document.signed_as) == ("Lê Trí Hà", "CHÁNH VĂN PHÒNG")
    assert document.recipients[0] == "Thường trực Tỉnh ủy (b/c)"
    assert document.recipients[-1] == "Lưu: VT, TH"
    assert len(document.recipients) == 10


def test_an_official_letter_charges_whom_its_introduction_addresses():
    catalogue = read("cv-sct-lao-cai-don-doc-bao-cao-tuan")

    assert catalogue.document.issuer == "Sở Công Thương"
    assert [item.text.split()[0] for item in catalogue.items[:4]] == ["Rà", "Chủ", "Bố", "Định"]
    assert {item.leads for item in catalogue.items[:3]} == {("Các chủ đầu tư",)}
    assert catalogue.items[3].schedule.text == "Định kỳ hằng tuần"
    assert not [each for each in catalogue.findings if each.code == "numbering-broken"]


def test_a_table_behind_a_letterhead_in_columns_is_read_alone():
    catalogue = read("kh-2026-ubnd-lao-cai-chi-thi-11-khoang-san")

    assert [item.ordinal for item in catalogue.items] == [str(number) for number in range(1, 15)]
    assert catalogue.items[1].leads == ("Sở Nông nghiệp và Môi trường",)
    assert catalogue.document.signer == "Nguyễn Thành Sinh"


def test_a_decree_is_no_directive_only_its_charging_articles_give_tasks():
    items = read("nd335-2025-danh-gia-xep-loai-plain").items

    assert {item.ref.split(".")[0] for item in items} <= {"Đ7", "Đ13", "Đ19", "Đ26"}
    assert [item.leads for item in items][-2:] == [("Bộ Nội vụ",)] * 2


def test_labels_below_tasks_say_who_and_when():
    items = reading(
        "KẾ HOẠCH\nTuyên truyền năm 2026\nII. NHIỆM VỤ VÀ GIẢI PHÁP\n1. Công tác tuyên truyền\n"
        "- Xây dựng chuyên mục trên Báo Lào Cai.\n- Tổ chức 02 hội nghị tập huấn.\n"
        "* Cơ quan chủ trì: Sở Văn hóa, Thể thao và Du lịch; Cơ quan phối hợp: Báo và Đài tỉnh; "
        "Thời gian thực hiện: Quý II/2026.\n"
        "2. Kiểm tra\n- Kiểm tra đột xuất các cơ sở. Đơn vị thực hiện: Thanh tra tỉnh.\n- Sơ kết vào cuối năm.\n"
        "Sản phẩm: Báo cáo sơ kết\n"
    )

    assert [(item.leads, item.schedule and item.schedule.text) for item in items] == [
        (("Sở Văn hóa, Thể thao và Du lịch",), "Quý II/2026"),
        (("Sở Văn hóa, Thể thao và Du lịch",), "Quý II/2026"),
        (("Thanh tra tỉnh",), None),
    ]
    assert items[0].cooperating == ("Báo và Đài tỉnh",)
    assert items[2].text == "Kiểm tra đột xuất các cơ sở."


def test_labels_hold_for_the_tasks_right_above_them_only():
    items = reading(
        "KẾ HOẠCH\nTuyên truyền năm 2026\nII. NHIỆM VỤ\n1. Công tác tuyên truyền\n- Tổ chức hội thi.\n"
        "Cơ quan chủ trì: Sở Nội vụ.\nThời hạn: Tháng 5/2026.\n- Biên soạn sổ tay.\nCơ quan chủ trì: Sở Y tế.\n"
    )

    assert [(item.leads, item.schedule and item.schedule.to) for item in items] == [
        (("Sở Nội vụ",), "2026-05"),
        (("Sở Y tế",), None),
    ]


def test_brackets_at_the_end_of_a_task_say_who_leads():
    (item,) = reading(
        "KẾ HOẠCH\nII. NHIỆM VỤ\n1. Rà soát biên chế năm 2026, hoàn thành trong quý III/2026 "
        "(Sở Nội vụ chủ trì, phối hợp với Sở Tài chính thực hiện).\n"
    )

    assert (item.leads, item.cooperating) == (("Sở Nội vụ",), ("Sở Tài chính",))
    assert item.text == "Rà soát biên chế năm 2026, hoàn thành trong quý III/2026"
    assert item.schedule.to == "2026-Q3"


def test_an_agency_as_subject_charges_itself_and_a_second_clause_another():
    items = reading(
        "CHỈ THỊ\nVề phòng cháy\nChủ tịch UBND tỉnh yêu cầu:\n1. Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra bệnh viện; "
        "Sở Công Thương rà soát các chợ, hoàn thành trước 30/6/2026.\n2. Giám đốc Sở Xây dựng:\na) Kiểm tra công trình.\n"
        "b) Báo cáo trước ngày 15 tháng 7 năm 2026.\n3. UBND các xã, phường có trách nhiệm tuyên truyền.\n"
        "Trên đây là Chỉ thị của Chủ tịch UBND tỉnh.\n"
    )

    assert [(item.leads, item.schedule and item.schedule.to) for item in items] == [
        (("Sở Y tế",), None),
        (("Sở Công Thương",), "2026-06-30"),
        (("Sở Xây dựng",), None),
        (("Sở Xây dựng",), "2026-07-15"),
        (("UBND các xã, phường",), None),
    ]


@pytest.mark.parametrize(
    "narrative",
    [
        "Sở Công Thương đã báo cáo tại cuộc họp.",
        "Ủy ban nhân dân tỉnh tổ chức cuộc họp ngày 19/6/2026.",
        "Phát triển công nghiệp là nhiệm vụ quan trọng của các cấp.",
        "a) Ủy ban nhân dân cấp xã;",
    ],
)
def test_what_tells_and_asks_nothing_is_no_task(narrative):
    assert reading(f"THÔNG BÁO\nKết luận\nI. ĐÁNH GIÁ CHUNG\n{narrative}\n") == []


def test_a_point_with_labels_below_is_a_task_with_all_they_say():
    (first, second) = reading(
        "KẾ HOẠCH\nNâng cao PAPI năm 2023\nII. NHIỆM VỤ\n1. Tổ chức hội nghị phổ biến tiêu chí\n"
        "- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Y tế; UBND cấp huyện.\n"
        "- Thời gian thực hiện: Quý II/2023.\n- Sản phẩm: Hội nghị; tài liệu.\n"
        "2. Lắp đặt hộp thư\n- Cơ quan chủ trì: Thanh tra tỉnh.\n"
    )

    assert (first.section, first.ordinal, first.text) == ("II. NHIỆM VỤ", "1", "Tổ chức hội nghị phổ biến tiêu chí")
    assert (first.leads, first.cooperating) == (("Sở Nội vụ",), ("Sở Y tế", "UBND cấp huyện"))
    assert (first.schedule.to, first.deliverables) == ("2023-Q2", ("Hội nghị", "Tài liệu"))
    assert second.leads == ("Thanh tra tỉnh",)


def test_orders_of_a_notice_are_found_in_its_own_words():
    items = reading(
        "THÔNG BÁO\nKết luận về giải ngân\nĐồng chí Phó Chủ tịch kết luận như sau:\n"
        "1. Đến nay toàn tỉnh mới giải ngân được 28,7% kế hoạch vốn.\n"
        "2. Yêu cầu UBND huyện Kon Plông bàn giao mặt bằng sạch trong tháng 8/2024.\n"
        "3. Sở Tài nguyên và Môi trường hướng dẫn thủ tục. Thời gian hoàn thành: Quý III/2024.\n"
    )

    assert [(item.leads, item.schedule.to) for item in items] == [
        (("UBND huyện Kon Plông",), "2024-08"),
        (("Sở Tài nguyên và Môi trường",), "2024-Q3"),
    ]
    assert items[0].text == "Yêu cầu UBND huyện Kon Plông bàn giao mặt bằng sạch trong tháng 8/2024."
