"""The note to the office that issued a directive: what goes in, and its form."""

from __future__ import annotations

import io
from datetime import date

import pytest
from docx import Document
from docx.shared import Mm

from dondoc.accounts.models import Person
from dondoc.directives import note_paper, note_words, notes
from dondoc.directives.actions import asking, remarks, reviewing
from dondoc.directives.models import Directive, Finding
from dondoc.rules.findings import CHECKS
from world import NOW, read_text, signed_in, typed

LISTS = "".join(
    f"{n}. SỞ {name}\n\nSTT\tNội dung nhiệm vụ\tChỉ tiêu\n1\tTỷ lệ văn bản đi được ký số\t{aim}\n\n"
    for n, (name, aim) in enumerate(
        [("Y TẾ", ">95%"), ("TÀI CHÍNH", ">95%"), ("NỘI VỤ", ">95%"), ("TƯ PHÁP", ">95%"), ("XÂY DỰNG", ">25%"),
         ("CÔNG THƯƠNG", ">95%")], 1)
)  # fmt: skip
SISTERS = f"""ỦY BAN NHÂN DÂN
TỈNH VĨNH PHÚC

QUYẾT ĐỊNH
Về việc giao nhiệm vụ chuyển đổi số năm 2022

Số: 79/QĐ-UBND
Vĩnh Phúc, ngày 10 tháng 3 năm 2022

{LISTS}"""


def told(directive: Directive) -> list[tuple[str, str]]:
    return [(each.place.split(",")[0], each.words) for each in notes.compose(directive).remarks]


def test_a_warning_goes_in_with_its_place_words_and_proposal(small: Directive) -> None:
    (remark,) = notes.compose(small).remarks

    assert remark.place == "Dòng 2.2, mục 2. SỞ TÀI CHÍNH (dòng 21 của tệp)"
    assert remark.quote == "Theo lộ trình của Bộ"
    assert "lộ trình" in remark.proposal


def test_the_lines_of_the_file_are_counted_as_an_editor_counts_them(small: Directive) -> None:
    assert small.text.split("\n")[20].endswith("Theo lộ trình của Bộ")


def test_what_a_person_keeps_settles_or_asks_about_is_no_remark(small: Directive, clerk: Person) -> None:
    item = small.items.get(ref="2/2")
    asked = asking.ask_item(item=item, version=1, question="Lộ trình nào?", by=clerk, now=NOW)
    assert told(small) == []
    assert [each.words for each in notes.compose(small).questions] == ["Lộ trình nào?"]

    answered = asking.answer_item(item=asked, version=2, answer="Quyết định 9", by=clerk, now=NOW)
    assert len(told(small)) == 1
    reviewing.accept_item(item=answered, version=3, by=clerk, now=NOW)
    assert told(small) == []
    assert [each.answer for each in notes.compose(small).questions] == ["Quyết định 9"]


def test_a_note_goes_in_where_a_person_took_it_up_with_the_persons_words(small: Directive, clerk: Person) -> None:
    found = Finding.objects.create(directive=small, position=9, code="x", severity="note", message="Sai dấu")
    assert "Sai dấu" not in str(told(small))

    remarks.decide_finding(finding=found, decision=Finding.Decision.ACCEPTED, note="Sửa dấu", by=clerk, now=NOW)

    assert ("Cả văn bản", "Sai dấu") in told(small)
    assert "Sửa dấu" in [each.proposal for each in notes.compose(small).remarks]


def test_an_outlier_is_proposed_the_figure_of_its_sisters(clerk: Person) -> None:
    (remark,) = notes.compose(read_text(SISTERS, clerk)).remarks

    assert remark.place.startswith("Dòng 5.1, mục 5. SỞ XÂY DỰNG")
    assert remark.proposal == "Xem xét sửa thành “>95%”, hoặc xác nhận giữ như văn bản."


def test_a_repaired_spelling_is_no_answer_to_another_finding_of_its_row(small: Directive) -> None:
    small.items.filter(ref="2/2").update(text_suggested="Hoàn thành cơ sở dữ liệu về tài sản công")

    (remark,) = notes.compose(small).remarks

    assert remark.proposal == note_words.PROPOSALS["target-not-measurable"]


def test_places_are_named_as_people_name_them() -> None:
    assert note_words.place_named("8/13", row=True) == "Dòng 8.13"
    assert note_words.place_named("III.5", row=False) == "Mục III.5"
    assert note_words.place_named("Phụ lục, VII", row=False) == "Phụ lục, VII"


def test_what_the_software_says_of_itself_stays_at_home() -> None:
    message = "23 danh sách ghi “>95%”, ở đây ghi “>25%”. Có thể gõ nhầm, có thể cố ý; phần mềm không tự sửa."

    assert note_words.bare(message) == "23 danh sách ghi “>95%”, ở đây ghi “>25%”."
    assert note_words.bare("Tính từ khi nhận bàn giao phần mềm.") == "Tính từ khi nhận bàn giao phần mềm."


def test_many_places_are_told_short() -> None:
    assert note_words.places([f"1.{n}" for n in range(1, 11)]).endswith("1.8 và 2 chỗ khác")


@pytest.mark.parametrize("code", [*CHECKS, "section-repeated"])
def test_every_code_of_a_finding_has_its_proposal(code: str) -> None:
    assert note_words.PROPOSALS[code]


def paper_of(directive: Directive) -> tuple[Document, str]:
    data = note_paper.write(
        directive, notes.compose(directive), province="Tỉnh Vĩnh Phúc", office="Văn phòng", prepared_by="Lưu Thị Hà",
        on=date(2022, 2, 15),
    )  # fmt: skip
    paper = Document(io.BytesIO(data))
    return paper, "\n".join(each.text or "" for each in paper.element.body.iter() if each.tag.endswith("}t"))


def test_the_paper_has_the_parts_and_margins_of_the_decree(small: Directive, clerk: Person) -> None:
    item = small.items.get(ref="1/1")
    asking.ask_item(item=item, version=1, question="Tính từ \x02ngày nào?", by=clerk, now=NOW)

    paper, words = paper_of(small)

    parts = [
        "ỦY BAN NHÂN DÂN", "TỈNH VĨNH PHÚC", "VĂN PHÒNG", "Số:        /PGY-VP", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc", "Vĩnh Phúc, ngày      tháng 02 năm 2022", "PHIẾU GÓP Ý",
        "Về nội dung cần làm rõ của Quyết định số 77/QĐ-UBND ngày 10/3/2022", "1. Nhận xét và đề nghị",
        "Theo lộ trình của Bộ", "2. Câu hỏi", "Tính từ ngày nào?", "Nơi nhận:", "CHÁNH VĂN PHÒNG",
    ]  # fmt: skip
    places = [words.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert "Qua soát 5 dòng nhiệm vụ" in words
    assert "có 1 nhận xét và 1 câu hỏi" in words
    (section,) = paper.sections
    assert [round(each / Mm(1)) for each in (section.page_width, section.page_height)] == [210, 297]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(each / Mm(1)) for each in margins] == [20, 20, 30, 15]


def test_the_paper_is_given_from_the_page_and_says_where_there_is_nothing(clerk: Person, small: Directive) -> None:
    client = signed_in(clerk)
    address = f"/van-ban/{small.code}/phieu-gop-y.docx"
    assert f'href="{address}"' in client.get(f"/van-ban/{small.code}/soat/").content.decode()

    answer = client.get(address)

    assert answer["Content-Disposition"] == f'attachment; filename="phieu-gop-y-{small.code}.docx"'
    assert "PHIẾU GÓP Ý" in [each.text for each in Document(io.BytesIO(answer.content)).paragraphs]
    empty = typed(clerk, 1)
    said = client.get(f"/van-ban/{empty.code}/phieu-gop-y.docx", follow=True)
    assert "Không có nhận xét, câu hỏi nào" in said.content.decode()
