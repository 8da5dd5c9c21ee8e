"""The body of a directive: paragraphs with their places, what the head and end say, tasks given in sentences."""

from datetime import date

import pytest

from dondoc.papers.reading.document import describe
from dondoc.papers.reading.lines import split_lines
from dondoc.papers.reading.prose import paragraphs
from dondoc.papers.reading.reader import read_text
from dondoc.rules.catalogue import Kind


def places(text: str) -> list[tuple[str, str]]:
    return [(paragraph.where, paragraph.text) for paragraph in paragraphs(split_lines(text))]


def test_broken_lines_are_joined_and_each_paragraph_knows_its_place():
    text = (
        "V. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Nội vụ theo dõi,\nđôn đốc.\n2. Giao Chủ tịch UBND các huyện:\n"
        "- Triển khai Kế hoạch 2022-\n2025.\n+ Báo cáo\na) Tổng hợp\n"
    )

    assert places(text) == [
        ("V", "V. TỔ CHỨC THỰC HIỆN"),
        ("V.1", "1. Giao Sở Nội vụ theo dõi, đôn đốc."),
        ("V.2", "2. Giao Chủ tịch UBND các huyện:"),
        ("V.2", "- Triển khai Kế hoạch 2022-2025."),
        ("V.2", "+ Báo cáo"),
        ("V.2", "a) Tổng hợp"),
    ]
    assert paragraphs(split_lines(text))[3].head == "2. Giao Chủ tịch UBND các huyện:"


def test_articles_and_their_clauses_are_cited_as_such():
    text = "Điều 2. Trách nhiệm\n1. Lãnh đạo thực hiện.\n**Điều 3.** Hiệu lực\n"

    assert [where for where, _ in places(text)] == ["Điều 2", "Điều 2, khoản 1", "Điều 3"]


def test_a_wrapped_number_begins_no_point():
    text = "II. MỤC TIÊU\n1. Phấn đấu thuộc nhóm\n15 Tỉnh dẫn đầu\n2. Mục tiêu cụ thể\n2.1. Nội dung\n2.2. Nội dung\n"

    assert [where for where, _ in places(text)] == ["II", "II.1", "II.2", "II.2.1", "II.2.2"]


def test_parts_and_chapters_by_name_and_titles_over_two_lines():
    text = "Phần II\nNỘI DUNG CHÍNH\nCỦA KẾ HOẠCH\nđây là câu văn\n"

    found = paragraphs(split_lines(text))

    assert (found[0].kind, found[0].number) == ("chapter", "II")
    assert found[1].text == "NỘI DUNG CHÍNH CỦA KẾ HOẠCH"


def test_a_sentence_that_ended_and_a_capital_begin_a_new_paragraph():
    assert len(places("Câu thứ nhất.\nCâu thứ hai\nnối tiếp.\n")) == 2


HEAD = """\
ỦY BAN NHÂN DÂN TỈNH HÀ NAM      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 12/KH-UBND
Hà Nam, ngày 05 tháng 3 năm 2024
KẾ HOẠCH
Thực hiện cải cách hành chính năm 2024
Căn cứ Luật Tổ chức chính quyền địa phương
ngày 19/6/2015;
Theo đề nghị của Sở Nội vụ.
Kế hoạch này có hiệu lực kể từ ngày 01/4/2024.
Nơi nhận:
- Như trên;
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trương Quốc Huy
"""


def test_the_head_and_the_end_of_a_plan():
    document = describe(split_lines(HEAD))

    assert document.number == "12/KH-UBND"
    assert document.kind is Kind.PLAN
    assert document.issued_on == date(2024, 3, 5)
    assert document.effective_on == date(2024, 4, 1)
    assert document.term == (2024, 2024)
    assert document.issuer == "UBND tỉnh Hà Nam"
    assert document.title == "Thực hiện cải cách hành chính năm 2024"
    assert document.legal_bases == ("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19/6/2015",)
    assert document.recipients == ("Như trên", "Lưu: VT")
    assert (document.signer, document.signed_as) == ("Trương Quốc Huy", "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH")


def said(text: str, field: str) -> object:
    return getattr(describe(split_lines(text)), field)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("Số: 5/UBND-VP\nV/v đôn đốc báo cáo\n", "kind", Kind.OFFICIAL_LETTER),
        ("Số: 5/UBND-VP\nV/v đôn đốc báo cáo\n", "title", "V/v đôn đốc báo cáo"),
        ("Số: 05/2024/QĐ-UBND\nGiao chỉ tiêu\n", "kind", Kind.DECISION),
        ("Số: 5/UBND-VP\n", "kind", Kind.OFFICIAL_LETTER),
        ("Không rõ\n", "kind", Kind.OTHER),
        ("Không rõ\n", "title", None),
        ("KẾ HOẠCH TRIỂN KHAI ĐỀ ÁN\n\nNỘI DUNG\n", "title", "TRIỂN KHAI ĐỀ ÁN NỘI DUNG"),
        ("NGHỊ QUYẾT\n", "title", None),
        ("Hà Nam, ngày 31 tháng 02 năm 2024\n", "issued_on", None),
        ("(Kèm theo Kế hoạch số 7/KH-UBND)\n", "number", "7/KH-UBND"),
        ("(Ban hành kèm theo Quyết định số 9/QĐ-UBND\nngày 2/3/2024 của UBND tỉnh)\n", "issued_on", date(2024, 3, 2)),
        ("(Kèm theo văn bản này)\n", "number", None),
        ("KẾ HOẠCH\nĐề án giai đoạn 2021-2025\n", "term", (2021, 2025)),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH HÀ NAM\n", "issuer", "HĐND tỉnh Hà Nam"),
        ("THỦ TƯỚNG CHÍNH PHỦ\n", "issuer", "Thủ tướng Chính phủ"),
        ("THỦ TƯỚNG CHÍNH PHỦ\nCÔNG ĐIỆN\nVề việc phòng, chống bão\n", "title", "Về việc phòng, chống bão"),
        ("UBND TỈNH LÀO CAI   CỘNG HÒA\nSỞ CÔNG THƯƠNG   Độc lập\nSố: /SCT-CN\n", "issuer", "Sở Công Thương"),
        ("UBND TỈNH HÀ NAM\nBAN QUẢN LÝ CHỢ ĐÊM\n", "issuer", "Ban quản lý chợ đêm"),
        ("UBND TỈNH LÀO CAI\nSố: 5/UBND-VP\nBAN CHỈ ĐẠO\n", "issuer", "UBND tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI\nVĂN PHÒNG\n", "issuer", "Văn phòng UBND tỉnh Lào Cai"),
        ("UBND TỈNH LÀO CAI VĂN PHÒNG\n", "issuer", "Văn phòng UBND tỉnh Lào Cai"),
        (
            "ỦY BAN NHÂN DÂN\nTỈNH HÀ NAM\nQUYẾT ĐỊNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n",
            "issuer",
            "Chủ tịch UBND tỉnh Hà Nam",
        ),
        ("QUYẾT ĐỊNH\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN YÊN LẠC\n", "issuer", "Chủ tịch UBND huyện Yên Lạc"),
        ("BỘ NỘI VỤ\nSố: 5/2024/TT-BNV\n", "issuer", "Bộ Nội vụ"),
        ("TỈNH ỦY VĨNH PHÚC\n", "issuer", "Tỉnh ủy Vĩnh Phúc"),
        ("Quyết định có hiệu lực từ ngày ký.\n", "effective_on", None),
    ],
)
def test_one_thing_said_of_a_document(text, field, value):
    assert said(text, field) == value


def test_a_legal_basis_over_two_lines_and_recipients_beside_a_signature():
    text = "QUYẾT ĐỊNH\nCăn cứ Luật A\nsửa đổi\nXét đề nghị\nNơi nhận:      CHỦ TỊCH\n- Sở A;\nKT. CHỦ TỊCH\n- Sở B;\nhết\n"

    document = describe(split_lines(text))

    assert document.legal_bases == ("Căn cứ Luật A sửa đổi",)
    assert document.recipients == ("Sở A", "Sở B")


def test_tasks_in_sentences_are_found_and_doubted():
    text = (
        "THÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh\n"
        "1. Giao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính rà soát biên chế, báo cáo trước ngày 15/6/2024.\n"
        "2. Sở Y tế:\n- Tổ chức tập huấn cho 100% trạm y tế xã.\n- Báo cáo kết quả.\n"
        "3. Yêu cầu các cơ quan nghiêm túc thực hiện.\n4. Hội nghị kết thúc.\n5. Giao nhiệm vụ\n"
    )

    items = read_text(text).items

    assert [(item.leads, item.schedule.text if item.schedule else None) for item in items] == [
        (("Sở Nội vụ",), "trước ngày 15/6/2024"),
        (("Sở Y tế",), None),
        (("Sở Y tế",), None),
        (("Các cơ quan",), None),
    ]
    assert items[0].cooperating == ("Sở Tài chính",)
    assert all(item.doubts and item.confidence < 0.7 for item in items)
    assert len({item.ref for item in items}) == 4


def test_titles_before_an_appendix_do_not_sign_for_names_in_it():
    assert said("a\nb\nc\nd\nKT. CHỦ TỊCH\nPHỤ LỤC\nNguyễn Văn An\n", "signer") is None


def test_recipients_may_be_the_last_words():
    assert said("Nơi nhận:\ntrang sau\n- Sở A;\n", "recipients") == ("Sở A",)


def test_sentences_that_charge_nobody_are_no_tasks():
    text = (
        "KẾ HOẠCH\n1. Giao Sở Y tế đúng hẹn\n2. Yêu cầu, tiến độ:\n- Nhanh gọn, đúng luật.\n3. Giao , : chủ trì việc.\n"
    )

    assert read_text(text).items == ()


def test_articles_that_charge_agencies_are_tasks_and_the_issuer_is_no_signer():
    text = (
        "QUYẾT ĐỊNH\nVề việc giao nhiệm vụ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\n"
        "Điều 1. Giao Sở Y tế chủ trì khám sức khỏe cho người dân.\nĐiều 2. Giao Sở Nội vụ rà soát biên chế.\n"
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn An\n"
    )

    catalogue = read_text(text)

    assert [item.leads for item in catalogue.items] == [("Sở Y tế",), ("Sở Nội vụ",)]
    assert catalogue.document.signed_as == "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"
