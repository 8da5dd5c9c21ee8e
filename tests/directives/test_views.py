from __future__ import annotations

import html
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver

from dondoc.accounts.models import Person
from dondoc.directives.actions import publishing, reviewing
from dondoc.directives.models import Directive, Finding, Item
from world import NOW, read_text, signed_in, typed

HTMX = {"HTTP_HX_REQUEST": "true"}


def routes(resolver: URLResolver | None = None, space: str = "") -> list[tuple[str, URLPattern]]:
    out = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            out += routes(entry, entry.namespace or space)
        else:
            out.append((f"{space}:{entry.name}", entry))
    return out


@pytest.mark.parametrize("name", [name for name, _ in routes() if name.startswith("directives:")])
def test_nobody_sees_anything_without_signing_in(small: Directive, name: str) -> None:
    address = address_of(name, small)

    answer = Client().get(address)

    assert answer.status_code == 302
    if name != "directives:home":
        assert answer["Location"].startswith("/dang-nhap/?next=")


def address_of(name: str, directive: Directive) -> str:
    from django.urls import reverse

    values: dict[str, Any] = {"code": directive.code, "form": "csv", "ref": "1/1", "agency": "so-y-te"}
    values["pk"] = (
        (directive.findings.first() or Finding(pk=1)).pk if name.endswith("finding") else directive.items.first().pk
    )  # type: ignore[union-attr]
    entry = dict(routes())[name]
    return reverse(name, kwargs={key: values[key] for key in entry.pattern.regex.groupindex})


def test_a_person_without_rights_is_told_who_grants_them(stranger: Person, small: Directive) -> None:
    answer = signed_in(stranger).get("/van-ban/")

    assert answer.status_code == 403
    assert "Người cấp quyền" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["soat/", "thong-tin/", "cong-bo/", "soat/dong-moi/", "chi-tieu-chung/", "thu-hoi/"]
)
def test_a_reader_does_not_come_into_a_review(reader: Person, small: Directive, address: str) -> None:
    client = signed_in(reader)

    assert client.get(f"/van-ban/{small.code}/{address}").status_code == 403
    assert client.get(f"/van-ban/{small.code}/").status_code == 404


def test_a_clerk_cannot_publish(clerk: Person, small: Directive) -> None:
    answer = signed_in(clerk).post(f"/van-ban/{small.code}/cong-bo/", {"reason": "x"})

    assert answer.status_code == 403
    assert Directive.objects.get().state == "in_review"


def queries_for(client: Client, address: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(address).status_code == 200
    return len(caught)


@pytest.mark.parametrize("tab", ["can-xem", "ro", "tat-ca"])
def test_a_review_asks_the_database_as_often_for_1000_rows_as_for_10(clerk: Person, tab: str) -> None:
    client = signed_in(clerk)
    typed(clerk, 10, code="it")
    typed(clerk, 1000, code="nhieu")

    few, many = (queries_for(client, f"/van-ban/{code}/soat/?tab={tab}") for code in ("it", "nhieu"))

    assert few == many <= 20


def test_lists_ask_as_often_for_1000_rows_as_for_10_and_stay_light(publisher: Person, reader: Person) -> None:
    client = signed_in(reader)
    for code, count in (("it", 10), ("nhieu", 1000)):
        publishing.publish(
            directive=typed(publisher, count, number=f"{count}/QĐ", code=code), reason="", second_person=False,
            by=publisher, now=NOW,
        )  # fmt: skip

    pages = [f"/van-ban/{code}/" for code in ("it", "nhieu")]
    assert queries_for(client, pages[0]) == queries_for(client, pages[1]) <= 15
    for address in (*pages, "/tim/?q=so+hoa", "/van-ban/", "/viec-cua-toi/", "/van-ban/nhieu/nhiem-vu/1/1/"):
        assert len(client.get(address).content) < 150_000, address
        assert queries_for(client, address) <= 15, address


def step(client: Client, item: Item, verb: str, **more: str) -> Any:
    address = f"/van-ban/{item.directive.code}/soat/dong/{item.pk}/"
    return client.post(address, {"verb": verb, "version": str(item.version), "tab": "tat-ca", **more}, **HTMX)


def test_a_step_answers_with_the_rows_that_changed_and_the_numbers(clerk: Person, small: Directive) -> None:
    item = small.items.get(ref="2/2")

    body = step(signed_in(clerk), item, "accept", open=str(item.pk)).content.decode()

    assert f'id="r{item.pk}"' in body
    assert "Không còn chỗ nào cần xem" in body
    assert "Đã lưu lúc" in body


def test_typed_fields_become_a_typed_target(clerk: Person, small: Directive) -> None:
    item = small.items.get(ref="1/1")
    fields = {"targets": "1", "t0-comparator": ">=", "t0-value": "1.234,5", "t0-unit": "hồ sơ", "t0-by": "quý II/2022"}

    step(signed_in(clerk), item, "correct", stay="1", **fields)

    target = small.items.get(ref="1/1").targets[0]
    assert [target[name] for name in ("comparator", "value", "unit", "by")] == [">=", "1234.5", "hồ sơ", "2022-Q2"]


def test_a_new_target_is_typed_in_words(clerk: Person, small: Directive) -> None:
    item = small.items.get(ref="2/2")

    step(
        signed_in(clerk),
        item,
        "correct",
        targets="1",
        **{"t0-remove": "on", "new_target": "tối thiểu 80% đến năm 2023"},
    )

    targets = small.items.get(ref="2/2").targets
    assert [(each["comparator"], each["value"], each["by"]) for each in targets] == [(">=", "80", "2023")]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        pytest.param({"t0-value": "chừng 80"}, "không phải là số", id="no number"),
        pytest.param({"t0-value": "120"}, "tỷ lệ không thể là 120%", id="above 100"),
        pytest.param({"text": " "}, "Nhiệm vụ còn trống", id="no words"),
    ],
)
def test_what_cannot_be_is_refused_at_the_row(
    clerk: Person, small: Directive, fields: dict[str, str], says: str
) -> None:
    answer = step(signed_in(clerk), small.items.get(ref="1/1"), "correct", targets="1", **fields)

    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert small.items.get(ref="1/1").version == 1


def test_the_later_of_two_sees_both_versions(clerk: Person, publisher: Person, small: Directive) -> None:
    item = small.items.get(ref="1/1")
    reviewing.correct_item(item=item, version=1, changes={"text": "Lời của anh Long"}, by=publisher, now=NOW)

    answer = step(signed_in(clerk), item, "correct", text="Lời của chị Hà")

    assert answer.status_code == 409
    for words in ("Lời của anh Long", "Lời của chị Hà", "Trần Đức Long"):
        assert words in answer.content.decode()


@pytest.mark.parametrize(
    ("verb", "fields"), [("accept", {}), ("delete", {}), ("correct", {"text": "Lời mới"}), ("ask", {"question": "Gì?"})]
)
def test_a_step_sent_again_after_its_answer_was_lost_is_no_conflict(
    clerk: Person, small: Directive, verb: str, fields: dict[str, str]
) -> None:
    item = small.items.get(ref="1/1")

    answers = [step(signed_in(clerk), item, verb, **fields).status_code for _ in range(2)]

    assert answers == [200, 200]
    assert small.items.get(ref="1/1").version == 2


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"new_target": "≥ 85%"}, id="a target added"),
        pytest.param({"new_target": "≥ 85%", "t0-remove": "on"}, id="a target in the place of another"),
        pytest.param({"t0-remove": "on"}, id="a target taken out"),
    ],
)
def test_a_correction_of_targets_sent_twice_counts_once(
    clerk: Person, small: Directive, fields: dict[str, str]
) -> None:
    item = small.items.get(ref="1/1")
    client = signed_in(clerk)
    first = step(client, item, "correct", targets="1", **fields).status_code
    saved = small.items.get(ref="1/1").targets

    again = step(client, item, "correct", targets="1", **fields).status_code

    assert (first, again) == (200, 200)
    assert small.items.get(ref="1/1").targets == saved
    assert small.items.get(ref="1/1").version == 2


def test_a_target_that_the_row_has_already_is_not_added_again(clerk: Person, small: Directive) -> None:
    client = signed_in(clerk)
    for _ in range(2):
        step(client, small.items.get(ref="2/1"), "correct", targets="1", new_target="≥ 85%", stay="1")

    assert [target["text"] for target in small.items.get(ref="2/1").targets] == ["100%", "≥ 85%"]


def test_what_another_correction_overtook_is_a_conflict_even_when_sent_before(
    clerk: Person, publisher: Person, small: Directive
) -> None:
    item, client = small.items.get(ref="1/1"), signed_in(clerk)
    step(client, item, "correct", text="Lời của chị Hà")
    step(signed_in(publisher), small.items.get(ref="1/1"), "correct", text="Lời của anh Long")

    assert step(client, item, "correct", text="Lời của chị Hà").status_code == 409


def test_a_step_that_changes_what_rows_say_brings_the_remarks_anew(clerk: Person, small: Directive) -> None:
    client, item = signed_in(clerk), small.items.get(ref="1/2")

    kept = step(client, item, "accept").content.decode()
    item.refresh_from_db()
    deleted = step(client, item, "delete").content.decode()
    born = small.findings.order_by("id").last()
    undone = client.post(f"/van-ban/{small.code}/soat/hoan-tac/", {"tab": "tat-ca"}, **HTMX).content.decode()

    assert born is not None
    assert 'id="findings"' not in kept
    assert born.message in html.unescape(deleted)
    assert 'id="findings"' in undone
    assert born.message not in html.unescape(undone)


NO_TASK = """ỦY BAN NHÂN DÂN
TỈNH VĨNH PHÚC

QUYẾT ĐỊNH
Về việc bổ nhiệm cán bộ

Số: 79/QĐ-UBND
Vĩnh Phúc, ngày 10 tháng 3 năm 2022

Điều 1. Bổ nhiệm ông Nguyễn Văn A giữ chức Phó Giám đốc Sở Y tế.
Điều 2. Quyết định có hiệu lực từ ngày ký.
"""


def list_place(client: Client, directive: Directive) -> str:
    body = client.get(f"/van-ban/{directive.code}/soat/").content.decode()
    assert "<progress" not in body
    return html.unescape(body.partition('id="rows"')[2].partition("</ol>")[0])


def test_a_document_without_tasks_says_why_and_what_to_do_in_the_place_of_the_list(clerk: Person) -> None:
    directive = read_text(NO_TASK, clerk)

    place = list_place(signed_in(clerk), directive)

    assert "Không tìm thấy nhiệm vụ nào" in place
    assert f'href="/van-ban/{directive.code}/soat/dong-moi/"' in place
    assert 'href="/van-ban/tai-len/"' in place


def test_a_document_typed_by_hand_or_with_all_rows_taken_out_says_so(clerk: Person) -> None:
    empty, emptied = typed(clerk, 0, code="khong"), typed(clerk, 1, code="mot")
    client = signed_in(clerk)
    reviewing.delete_item(item=emptied.items.get(), version=1, by=clerk, now=NOW)

    assert "chưa có dòng nào" in list_place(client, empty)
    assert 'href="?tab=da-bo"' in list_place(client, emptied)
    assert "Lấy lại dòng" in client.get(f"/van-ban/{emptied.code}/soat/?tab=da-bo").content.decode()


def test_a_finding_is_accepted_and_opened_again(clerk: Person, small: Directive) -> None:
    found = Finding.objects.create(
        directive=small, position=50, code="x", severity="warning", message="Hai chương cùng số"
    )
    address = f"/van-ban/{small.code}/soat/nhan-xet/{found.pk}/"
    client = signed_in(clerk)

    client.post(address, {"decision": "accepted"}, **HTMX)
    found.refresh_from_db()
    assert (found.decision, found.decided_by) == ("accepted", clerk)
    client.post(address, {"decision": "open"}, **HTMX)
    found.refresh_from_db()
    assert (found.decision, found.decided_by) == ("open", None)


def test_a_row_is_added_by_hand(clerk: Person, small: Directive) -> None:
    fields = {"text": "Việc thêm", "leads": "Sở Y tế\nSở Nội vụ", "new_target": ">50%", "after": ""}

    signed_in(clerk).post(f"/van-ban/{small.code}/soat/dong-moi/", fields)

    added = small.items.get(decision="added")
    assert (added.text, added.leads, added.targets[0]["value"]) == ("Việc thêm", ["Sở Y tế", "Sở Nội vụ"], "50")


def test_a_directive_is_typed_by_hand(clerk: Person) -> None:
    fields = {
        "number": "5/QĐ-UBND",
        "kind": "decision",
        "issued_on": "2/3/2022",
        "title": "Về việc khác",
        "term_from": "2022",
    }

    answer = signed_in(clerk).post("/van-ban/nhap-tay/", fields)

    assert answer["Location"] == "/van-ban/5-QD-UBND-2022/soat/"
    assert signed_in(clerk).get("/van-ban/5-QD-UBND-2022/soat/").status_code == 200


def test_a_form_with_mistakes_names_each(clerk: Person) -> None:
    fields = {
        "number": "",
        "kind": "plan",
        "issued_on": "31/02/2022",
        "title": "",
        "term_from": "2025",
        "term_to": "2022",
    }

    body = signed_in(clerk).post("/van-ban/nhap-tay/", fields).content.decode()

    for words in ("Số, ký hiệu còn trống", "Ngày ban hành không đọc được", "Trích yếu còn trống", "sớm hơn từ năm"):
        assert words in body


def test_a_published_task_is_corrected_and_suspended_through_its_page(publisher: Person, small: Directive) -> None:
    publishing.publish(directive=small, reason="x", second_person=False, by=publisher, now=NOW)
    client, address = signed_in(publisher), f"/van-ban/{small.code}/nhiem-vu/1/1/"

    refused = client.post(address, {"verb": "correct", "version": "1", "text": "Lời mới", "reason": ""})
    assert (refused.status_code, "Lý do còn trống" in refused.content.decode()) == (422, True)
    client.post(address, {"verb": "correct", "version": "1", "text": "Lời mới", "reason": "Công văn 9"})
    client.post(address, {"verb": "suspended", "version": "2", "reason": "Chờ phần mềm"})

    body = client.get(address).content.decode()
    for words in ("Lời mới", "Tỷ lệ hồ sơ được số hóa", "Công văn 9", "Chờ phần mềm", "Tạm dừng"):
        assert words in body


def test_a_correction_that_is_refused_keeps_what_was_typed_and_tells_every_fault(
    publisher: Person, small: Directive
) -> None:
    publishing.publish(directive=small, reason="x", second_person=False, by=publisher, now=NOW)
    fields = {
        "verb": "correct", "version": "1", "reason": "", "targets": "1", "t0-comparator": "<", "t0-value": "chừng 80",
        "t0-unit": "%", "text": "Lời vừa gõ", "leads": "Sở Nội vụ", "condition": "Khi có kinh phí",
        "new_target": "tối thiểu 7 hội nghị",
    }  # fmt: skip

    answer = signed_in(publisher).post(f"/van-ban/{small.code}/nhiem-vu/1/1/", fields)

    body = answer.content.decode()
    assert answer.status_code == 422
    for words in ("Lý do còn trống", "“chừng 80” không phải là số"):
        assert words in body
    for typed_words in ("Lời vừa gõ", "Sở Nội vụ", "Khi có kinh phí", "tối thiểu 7 hội nghị", 'value="chừng 80"'):
        assert typed_words in body
    assert '<option value="&lt;" selected>' in body
    assert small.items.get(ref="1/1").text == "Tỷ lệ hồ sơ được số hóa"


def test_a_correction_that_changes_nothing_is_refused(publisher: Person, small: Directive) -> None:
    publishing.publish(directive=small, reason="x", second_person=False, by=publisher, now=NOW)

    answer = signed_in(publisher).post(
        f"/van-ban/{small.code}/nhiem-vu/1/1/", {"verb": "correct", "version": "1", "reason": "Công văn 9"}
    )

    assert "Chưa có gì khác" in answer.content.decode()
    assert small.items.get(ref="1/1").version == 1


def test_every_page_keeps_foreign_scripts_out(clerk: Person, small: Directive) -> None:
    client = signed_in(clerk)
    for address in ("/dang-nhap/", "/van-ban/", f"/van-ban/{small.code}/soat/"):
        answer = client.get(address, follow=True)
        assert "script-src 'self';" in answer["Content-Security-Policy"]
        body = answer.content.decode()
        assert " style=" not in body
        assert " onclick=" not in body
        assert "<style" not in body


def test_an_unknown_address_gives_a_page_with_a_number(clerk: Person) -> None:
    answer = signed_in(clerk).get("/khong-co/")

    assert answer.status_code == 404
    assert "Mã sự việc" in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "posted", "status"),
    [
        ("soat/dong/{row}/", {"verb": "explode", "version": "1"}, 400),
        ("soat/dong/{row}/", {}, 400),
        ("soat/nhan-xet/{finding}/", {"decision": "perhaps"}, 400),
        ("soat/dong-moi/", {"after": "nothing", "text": "Một việc"}, 404),
        ("chi-tieu-chung/", {"decision": "perhaps"}, 400),
        ("chi-tieu-chung/", {"decision": "accepted", "pair": "x"}, 404),
        ("chi-tieu-chung/", {"decision": "accepted", "pair": "9" * 30}, 404),
    ],
)
def test_what_no_page_of_ours_sends_is_turned_away(
    clerk: Person, small: Directive, address: str, posted: dict[str, str], status: int
) -> None:
    remark = Finding.objects.create(directive=small, position=99, code="target-missing", severity="note", message="?")
    place = address.format(row=small.items.get(ref="1/1").pk, finding=remark.pk)

    answer = signed_in(clerk).post(f"/van-ban/{small.code}/{place}", posted)

    assert answer.status_code == status
    assert small.items.count() == small.items.filter(version=1).count()
