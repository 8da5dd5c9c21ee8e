"""Duties read from the chapters and articles on carrying out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import duties
from dondoc.rules.catalogue import Due, Duty
from rules.making import chapter, passage, prose, truth

ORGANISING = chapter("V. TỔ CHỨC THỰC HIỆN", "V")


def read(*texts: str, above: Any = ORGANISING) -> tuple[Duty, ...]:
    """Read points of a chapter on carrying out; a text that begins with a dash stands below the point before."""
    body = [above]
    number = 0
    for text in texts:
        number += not text.startswith("- ")
        kind = "bullet" if text.startswith("- ") else "point"
        body.append(passage(text if kind == "bullet" else f"{number}. {text}", f"V.{number}", kind))
    return duties.read(body)


def one(text: str) -> Duty:
    (duty,) = read(text)
    return duty


def same(wanted: dict[str, Any], got: dict[str, Any]) -> bool:
    fields = ("who", "what", "to", "every", "due")
    near = all(got[field] in (wanted[field], *wanted.get(f"{field}_also", ())) for field in fields)
    words = wanted["text"][:60].strip(". ") in got["text"] or got["text"][:60] in wanted["text"]
    return near and words and got["where"].startswith(wanted["where"])


@pytest.mark.parametrize("name", ["quyet-dinh-488", "ke-hoach-232"])
def test_every_duty_of_the_two_directives_is_read(name: str) -> None:
    got = [json.loads(json.dumps(duty.as_json())) for duty in duties.read(prose(name)[0])]
    for wanted in truth(name)["duties"]:
        assert any(same(wanted, duty) for duty in got), wanted["text"]


@pytest.mark.parametrize(("name", "count"), [("quyet-dinh-488", 6), ("ke-hoach-232", 24)])
def test_little_else_is_read_as_a_duty(name: str, count: int) -> None:
    assert len(duties.read(prose(name)[0])) == count


def test_words_of_a_duty_stand_in_the_document() -> None:
    body, _ = prose("ke-hoach-232")
    text = " ".join(one.text for one in body)
    assert all(duty.text in text for duty in duties.read(body))


@pytest.mark.parametrize(
    ("text", "who", "what", "to"),
    [
        ("Giao Sở Nội vụ theo dõi, tổng hợp, báo cáo UBND tỉnh.", "Sở Nội vụ", "report", "UBND tỉnh"),
        ("Các sở, ban, ngành báo cáo kết quả về Sở Nội vụ.", "Các sở, ban, ngành", "report", "Sở Nội vụ"),
        ("Các cơ quan báo cáo qua Văn phòng UBND tỉnh.", "Các cơ quan", "report", "Văn phòng UBND tỉnh"),
        ("Sở Tài chính thẩm định kinh phí, trình UBND tỉnh quyết định.", "Sở Tài chính", "appraise", "UBND tỉnh"),
        ("Văn phòng UBND tỉnh: Theo dõi, đôn đốc.", "Văn phòng UBND tỉnh", "monitor", None),
        (
            "Thủ trưởng các cơ quan chịu trách nhiệm trước Chủ tịch UBND tỉnh.",
            "Thủ trưởng các cơ quan",
            "implement",
            None,
        ),
        ("Sở Kế hoạch và Đầu tư phối hợp với Sở Tài chính bố trí kinh phí.", "Sở Kế hoạch và Đầu tư", "fund", None),
        ("Đề nghị Ban Thường trực HĐND tỉnh giám sát.", "Ban Thường trực HĐND tỉnh", "supervise", None),
        ("Sở Nội vụ tham mưu tặng Bằng khen của Chủ tịch UBND tỉnh.", "Sở Nội vụ", "commend", None),
        ("Sở Tư pháp rà soát, tuyên truyền các văn bản.", "Sở Tư pháp", "review", None),
        ("Thanh tra tỉnh kiểm tra các đơn vị.", "Thanh tra tỉnh", "inspect", None),
        (
            "UBND cấp huyện quán triệt, triển khai đến các xã, phường.",
            "UBND cấp huyện",
            "communicate",
            "các xã, phường",
        ),
        ("Sở Y tế phối hợp với Sở Nội vụ kiến nghị sửa đổi.", "Sở Y tế", "propose", None),
        ("Sở Xây dựng Tập trung hướng dẫn cấp xã.", "Sở Xây dựng", "guide", None),
        ("Ban Tổ chức Tỉnh ủy hướng dẫn các đảng bộ.", "Ban Tổ chức Tỉnh ủy", "guide", None),
        ("Trong quá trình thực hiện đề nghị các cơ quan phản ánh về Sở Y tế.", "Các cơ quan", "report", "Sở Y tế"),
        ("UBND tỉnh yêu cầu các sở nghiêm túc thực hiện.", "Các sở", "implement", None),
        ("UBND tỉnh thông báo và đề nghị các sở công bố kết quả.", "Các sở", "publish", None),
        ("Quá hạn, Sở Công Thương sẽ báo cáo UBND tỉnh xử lý.", "Sở Công Thương", "report", "UBND tỉnh"),
        (
            "Giao trách nhiệm báo cáo (Các cơ quan được giao chủ trì kèm theo).",
            "Các cơ quan được giao chủ trì",
            "report",
            None,
        ),
    ],
    ids=lambda value: value[:28] if isinstance(value, str) else "",
)
def test_a_sentence_says_who_does_what_for_whom(text: str, who: str, what: str, to: str | None) -> None:
    duty = one(text)
    assert (duty.who, duty.what, duty.to) == (who, what, to)


@pytest.mark.parametrize(
    ("text", "every", "due"),
    [
        ("Các sở báo cáo trước ngày 20 hằng tháng.", "month", Due(before="20", month_offset=0)),
        ("Các sở báo cáo trước ngày 15 hàng tháng về Sở Nội vụ.", "month", Due(before="15", month_offset=0)),
        ("Hằng tháng, trước ngày 25, các sở báo cáo UBND tỉnh.", "month", Due(before="25", month_offset=0)),
        ("Các sở báo cáo chậm nhất ngày 05 tháng sau.", "month", Due(before="05", month_offset=1)),
        ("Các sở báo cáo trước ngày 20 của tháng cuối quý.", "quarter", Due(before="20", month_offset=0)),
        ("Các sở báo cáo trước ngày 5 của tháng đầu quý sau.", "quarter", Due(before="05", month_offset=1)),
        (
            "Định kỳ 6 tháng, năm (trước ngày 15 của tháng cuối kỳ) các sở báo cáo UBND tỉnh.",
            "half_year",
            Due(before="15", month_offset=0),
        ),
        ("Các sở báo cáo hằng quý trước ngày 15.", "quarter", None),
        ("Các sở báo cáo trước ngày 35 hằng tháng.", "month", None),
        ("Các sở gửi báo cáo hằng tuần trước 16h thứ Sáu.", "week", None),
        ("Định kỳ hằng quý, các sở báo cáo UBND tỉnh.", "quarter", None),
        ("Các sở báo cáo quý trước ngày 15 tháng cuối quý.", "quarter", Due(before="15", month_offset=0)),
        ("Các sở định kỳ 6 tháng báo cáo UBND tỉnh.", "half_year", None),
        ("Các sở báo cáo 6 tháng đầu năm trước ngày 15/6.", "year", Due(before="06-15", year_offset=0)),
        ("Các sở báo cáo năm trước ngày 10 tháng 12.", "year", Due(before="12-10", year_offset=0)),
        ("Các sở báo cáo hằng năm trước 15/01 năm sau.", "year", Due(before="01-15", year_offset=1)),
        ("Các sở ban hành kế hoạch hằng năm trước 15/12 của năm trước.", "year", Due(before="12-15", year_offset=-1)),
        ("Các sở ban hành kế hoạch, xong trước ngày 30/4/2026.", None, Due(before="2026-04-30")),
        ("Các sở báo cáo trước ngày 31/02 hằng năm.", "year", None),
        ("Các sở báo cáo tổng kết 5 năm trước ngày 15/6.", None, Due(before="06-15", year_offset=0)),
        ("Các sở triển khai Kế hoạch hàng năm.", None, None),
        ("Hàng năm các sở tổ chức tuyên truyền.", "year", None),
        ("Các sở báo cáo theo quy định.", None, None),
        ("Các sở báo cáo từ ngày 15/12 năm trước đến ngày 14/3.", None, None),
        (
            "Trong vòng 10 ngày kể từ ngày nhận được hồ sơ, Sở Tài chính thẩm định.",
            None,
            Due(days_after=10, event="nhận được hồ sơ"),
        ),
        (
            "Sở Tài chính thẩm định trong vòng 05 ngày làm việc kể từ khi nhận được hồ sơ, trình UBND tỉnh.",
            None,
            Due(event="nhận được hồ sơ"),
        ),
        (
            "Các sở báo cáo phân tích (Sau khi Chỉ số PAPI công bố 10 ngày).",
            None,
            Due(days_after=10, event="PAPI published"),
        ),
        (
            "Chậm nhất 15 ngày sau khi Chỉ số PCI được công bố, các sở báo cáo.",
            None,
            Due(days_after=15, event="PCI published"),
        ),
        ("Các sở báo cáo sau 5 ngày kể từ khi có Chỉ số PCI.", None, Due(days_after=5, event="có Chỉ số PCI")),
    ],
    ids=lambda value: value[:34] if isinstance(value, str) else "",
)
def test_a_sentence_says_how_often_and_when_due(text: str, every: str | None, due: Due | None) -> None:
    duty = one(text)
    assert (duty.every, duty.due) == (every, due)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Các cơ quan gửi báo cáo về Sở TT&TT trước ngày 20 của tháng cuối quý.", "Sở TT&TT"),
        ("Các cơ quan gửi báo cáo qua Sở Nội vụ để tổng hợp, báo cáo UBND tỉnh.", "Sở Nội vụ"),
        ("Các cơ quan gửi báo cáo về Sở KH&ĐT để tổng hợp trình UBND tỉnh.", "Sở KH&ĐT"),
        ("Các cơ quan gửi báo cáo UBND tỉnh (qua Sở Nội vụ để tổng hợp).", "UBND tỉnh"),
        ("Các cơ quan gửi về Sở NN&PTNT kết quả thực hiện.", "Sở NN&PTNT"),
        ("Các cơ quan theo dõi, tổng hợp, báo cáo Chủ tịch UBND tỉnh.", "Chủ tịch UBND tỉnh"),
    ],
)
def test_a_report_goes_to_whom_it_is_handed_not_to_whom_that_one_passes_it_on(text: str, to: str) -> None:
    duty = one(text)
    assert (duty.what, duty.to) == ("report", to)


def test_a_day_of_the_month_is_printed_with_its_month() -> None:
    duty = one("Các sở báo cáo chậm nhất ngày 05 tháng sau.")
    assert duty.as_json()["due"] == {"before": "05", "month_offset": 1}


def test_two_days_without_a_year_are_days_of_every_year() -> None:
    got = read("Các sở gửi báo cáo về Sở Nội vụ trước ngày 25/6 và 25/12.")
    assert [(duty.every, duty.due) for duty in got] == [
        ("year", Due(before="06-25", year_offset=0)),
        ("year", Due(before="12-25", year_offset=0)),
    ]


def test_days_joined_in_one_sentence_are_several_duties() -> None:
    got = read("Định kỳ trước ngày 20/3, 20/6, 20/9 và 20/12 hằng năm, các đơn vị báo cáo Sở Nội vụ.")
    assert [duty.due and duty.due.before for duty in got] == ["03-20", "06-20", "09-20", "12-20"]
    assert {duty.who for duty in got} == {"Các đơn vị"}


def test_a_regular_report_asked_ad_hoc_too_is_two_duties() -> None:
    got = read("Các sở định kỳ hằng quý hoặc đột xuất báo cáo UBND tỉnh.")
    assert [(duty.what, duty.every) for duty in got] == [("report", "quarter"), ("report", None)]


def test_listed_reports_share_addressee_and_receiver() -> None:
    got = read(
        "Chế độ báo cáo: Yêu cầu các cơ quan báo cáo kết quả (qua Sở Nội vụ tổng hợp) cụ thể: Báo cáo 06 tháng đầu năm "
        "(Trước ngày 15/6); Báo cáo năm (Trước ngày 10/12); Riêng Sở Y tế báo cáo đột xuất.",
    )
    assert [(duty.who, duty.to, duty.due and duty.due.before) for duty in got] == [
        ("Các cơ quan", "Sở Nội vụ", "06-15"),
        ("Các cơ quan", "Sở Nội vụ", "12-10"),
        ("Sở Y tế", "Sở Nội vụ", None),
    ]


def test_bullets_below_a_name_are_for_that_name() -> None:
    got = read(
        "Sở Công Thương", "- Theo dõi tiến độ.", "- Hướng dẫn doanh nghiệp.", "Giao Sở Y tế:", "- Kiểm tra các cơ sở."
    )
    assert [(duty.who, duty.what) for duty in got] == [
        ("Sở Công Thương", "monitor"),
        ("Sở Công Thương", "guide"),
        ("Sở Y tế", "inspect"),
    ]


def test_a_point_that_only_heads_bullets_asks_nothing_itself() -> None:
    got = read("Thực hiện nghiêm chế độ báo cáo hằng tuần", "- Các sở báo cáo hằng tuần.")
    assert len(got) == 1


def test_an_article_that_only_heads_its_points_asks_nothing_itself() -> None:
    body = [
        passage("Điều 4. Báo cáo hằng quý", "Điều 4", "article"),
        passage("1. Sở Y tế báo cáo UBND tỉnh.", "Điều 4, khoản 1"),
        passage("Điều 5. Sở Y tế báo cáo UBND tỉnh", "Điều 5", "article"),
    ]
    assert [duty.where for duty in duties.read(body)] == ["Điều 4, khoản 1", "Điều 5"]


def test_an_article_on_responsibility_names_whom_its_points_address() -> None:
    body = [
        passage("Điều 2. Trách nhiệm của Thủ trưởng các cơ quan", "Điều 2", "article"),
        passage("1. Báo cáo Chủ tịch UBND tỉnh hằng quý.", "Điều 2, khoản 1"),
    ]
    (duty,) = duties.read(body)
    assert (duty.who, duty.every, duty.where) == ("Thủ trưởng các cơ quan", "quarter", "Điều 2, khoản 1")


def test_an_introduction_before_the_first_number_holds_for_all() -> None:
    body = [
        passage("Sở Công Thương đề nghị các chủ đầu tư thực hiện các nội dung sau:", "", "plain"),
        passage("1. Tiến độ", "1"),
        passage("- Báo cáo hằng tuần về Sở Công Thương.", "1", "bullet"),
    ]
    (duty,) = duties.read(body)
    assert (duty.who, duty.to, duty.every) == ("Các chủ đầu tư", "Sở Công Thương", "week")


def test_other_chapters_ask_only_reports_and_plans_of_named_addressees() -> None:
    got = read(
        "Các cơ quan ban hành kế hoạch hàng năm.",
        "Các cơ quan thực hiện tốt việc giải trình.",
        "Tuyên truyền sâu rộng.",
        above=chapter("I. MỤC ĐÍCH, YÊU CẦU", "V"),
    )
    assert [(duty.who, duty.what) for duty in got] == [("Các cơ quan", "plan")]


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung báo cáo: khối lượng thực hiện.",
        "Trên đây là kết luận, các sở báo cáo.",
        "Kết quả báo cáo là một trong các căn cứ đánh giá.",
        "Kinh phí từ nguồn ngân sách nhà nước.",
        "Hồ sơ đã được thẩm định, phê duyệt.",
        "Quyết định này có hiệu lực kể từ ngày ký.",
        "Báo cáo định kỳ là báo cáo hằng quý.",
        "Thông tư này quy định chế độ kiểm tra.",
        "Nội dung của kỳ báo cáo.",
        "Báo cáo được thể hiện bằng văn bản.",
        "Sở Nội vụ; " * 20,
    ],
)
def test_sentences_that_ask_nothing_are_left_alone(text: str) -> None:
    assert read(text) == ()


def test_a_duty_without_addressee_names_nobody() -> None:
    assert one("Báo cáo năm trước ngày 10/12.").who is None


def test_nothing_is_read_behind_the_signature_until_a_new_chapter_begins() -> None:
    body = [
        ORGANISING,
        passage("1. Các sở báo cáo UBND tỉnh./.", "V.1"),
        passage("Nơi nhận:", "V.1", "plain"),
        passage("- Sở Nội vụ báo cáo;", "V.1", "bullet"),
        chapter("II. TRÁCH NHIỆM", "II"),
        passage("1. Sở Y tế báo cáo UBND tỉnh.", "II.1"),
        passage("TM. ỦY BAN NHÂN DÂN", "II.1", "plain"),
        passage("2. Sở Y tế báo cáo UBND tỉnh.", "II.2"),
    ]
    assert [duty.where for duty in duties.read(body)] == ["V.1", "II.1"]


def test_no_passage_no_duty() -> None:
    assert duties.read([]) == ()


@given(
    st.lists(
        st.sampled_from(["Giao ", "Sở Nội vụ", " báo cáo", " UBND tỉnh", ": ", "; ", " trước ngày 15/6", " và ", "."]),
        max_size=9,
    )
)
def test_any_sentence_is_read_without_failing(parts: list[str]) -> None:
    for duty in read("".join(parts)):
        assert duty.what
        assert duty.where == "V.1"
