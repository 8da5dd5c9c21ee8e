from __future__ import annotations

import io
from typing import Any

import pytest
import python_calamine
from django.db import IntegrityError, transaction

from dondoc.accounts.models import Person, Role
from dondoc.directives import exports, queries
from dondoc.directives.actions import correcting, entering, publishing, remarks, reviewing, steps
from dondoc.directives.models import Directive, Finding, Item
from dondoc.directives.queries import Filters
from dondoc.directives.refusals import (
    DoubtsLeft,
    ErrorsOpen,
    ItemChanged,
    NothingToPublish,
    NotPublished,
    NumberMissing,
    ReasonMissing,
    SecondPersonNeeded,
    StatusUnchanged,
)
from world import NOW, SMALL, person, read_text, signed_in, typed


def publish(directive: Directive, by: Person, *, reason: str = "đã đối chiếu", second: bool = False) -> Directive:
    return publishing.publish(directive=directive, reason=reason, second_person=second, by=by, now=NOW)


@pytest.fixture
def published(small: Directive, publisher: Person) -> Directive:
    return publish(small, publisher)


def found(person: Person, words: str, **more: str) -> list[str]:
    return [item.label for item in queries.search(person, Filters(words=words, **more))]


def test_publishing_says_who_and_when(published: Directive, publisher: Person) -> None:
    assert (published.state, published.published_by, published.published_at) == ("published", publisher, NOW)


def test_doubts_left_need_a_reason(small: Directive, publisher: Person) -> None:
    with pytest.raises(DoubtsLeft) as refusal:
        publish(small, publisher, reason=" ")

    assert refusal.value.count == 1


def test_an_open_error_stops_publishing_until_it_is_settled(small: Directive, publisher: Person) -> None:
    error = Finding.objects.create(directive=small, position=99, code="x", severity="error", message="Sai")
    with pytest.raises(ErrorsOpen):
        publish(small, publisher)

    remarks.decide_finding(finding=error, decision=Finding.Decision.SETTLED, note="", by=publisher, now=NOW)

    assert publish(small, publisher).state == "published"


def test_the_setting_asks_for_another_person(small: Directive, publisher: Person) -> None:
    reviewing.accept_item(item=small.items.get(ref="1/1"), version=1, by=publisher, now=NOW)
    with pytest.raises(SecondPersonNeeded):
        publish(small, publisher, second=True)

    another = person("cuong", "Nguyễn Mạnh Cường", Role.PUBLISHER)
    assert publish(small, another, second=True).published_by == another


def test_nothing_is_not_published(publisher: Person) -> None:
    empty = entering.enter_directive(values={"number": "1/QĐ", "kind": "decision"}, by=publisher, now=NOW)

    with pytest.raises(NothingToPublish):
        publish(empty, publisher)


def test_a_directive_typed_by_hand_needs_a_number(clerk: Person) -> None:
    with pytest.raises(NumberMissing):
        entering.enter_directive(values={"number": " ", "kind": "decision"}, by=clerk, now=NOW)


def test_what_the_document_says_of_itself_is_put_right_and_found(small: Directive, clerk: Person) -> None:
    values = {"number": "78/QĐ-UBND", "kind": "decision", "title": "Khác", "term_from": 2022}

    changed = entering.change_document(directive=small, values=values, by=clerk, now=NOW)

    assert (changed.number, changed.term_to, changed.code) == ("78/QĐ-UBND", 2022, small.code)
    assert " 78 qd ubnd " in small.items.first().search_text  # type: ignore[union-attr]


def test_the_database_knows_that_a_published_directive_has_a_publisher(small: Directive) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Directive.objects.filter(pk=small.pk).update(state="published")


def correct(item: Item, by: Person, reason: str = "Công văn 12/UBND", **changes: Any) -> Any:
    return correcting.publish_correction(
        item=item, version=item.version, changes=changes, reason=reason, by=by, now=NOW
    )


def test_a_correction_keeps_both_versions_and_the_reason(published: Directive, publisher: Person) -> None:
    item = published.items.get(ref="1/1")
    target = item.targets[0] | {"value": "95"}

    note = correct(item, publisher, targets=[target])

    assert (note.before["targets"][0]["value"], note.after["targets"][0]["value"]) == ("90", "95")
    assert (note.reason, note.by_name) == ("Công văn 12/UBND", "Trần Đức Long")


def test_a_correction_needs_a_reason_the_version_seen_and_a_published_directive(
    published: Directive, publisher: Person, clerk: Person
) -> None:
    item = published.items.get(ref="1/1")
    with pytest.raises(ReasonMissing):
        correct(item, publisher, reason="", text="x")
    correct(item, publisher, text="Lời mới")
    with pytest.raises(ItemChanged):
        correct(item, publisher, text="Lời cũ")
    with pytest.raises(NotPublished):
        correct(typed(clerk, 1).items.get(), publisher, text="x")


def test_a_task_is_suspended_and_resumed(published: Directive, publisher: Person) -> None:
    item = published.items.get(ref="1/2")
    for status in (Item.Status.SUSPENDED, Item.Status.IN_FORCE):
        item.refresh_from_db()
        correcting.change_status(item=item, version=item.version, status=status, reason="Lý do", by=publisher, now=NOW)
    item.refresh_from_db()

    assert [note.kind for note in item.corrections.all()] == ["suspension", "resumption"]
    with pytest.raises(StatusUnchanged):
        correcting.change_status(
            item=item, version=item.version, status=Item.Status.IN_FORCE, reason="x", by=publisher, now=NOW
        )


def test_a_withdrawn_directive_is_found_no_more(published: Directive, publisher: Person, reader: Person) -> None:
    assert found(reader, "so hoa")

    publishing.withdraw_directive(directive=published, reason="Thay bằng quyết định khác", by=publisher, now=NOW)

    assert not found(reader, "so hoa")


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("so hoa", ["1.1"]),
        ("Số Hóa", ["1.1"]),
        ("ky so", ["1.2", "2.1"]),
        ("1.2", ["1.2"]),
        ("77", ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ("QĐ-UBND", ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ("qd-ubnd hội nghị", ["1.3"]),
        (">90%", ["1.1"]),
        ("100%_", ["1.2", "2.1"]),
        ("không có đâu", []),
    ],
)
def test_words_are_found_with_and_without_marks(
    published: Directive, reader: Person, words: str, labels: list[str]
) -> None:
    assert found(reader, words) == labels


@pytest.mark.parametrize(
    ("filters", "labels"),
    [
        ({"agency": "tai chinh"}, ["2.1", "2.2"]),
        ({"measure": "words"}, ["2.2"]),
        ({"kind": "plan"}, []),
        ({"year": "2022"}, ["1.1", "1.2", "1.3", "2.1", "2.2"]),
        ({"year": "2023"}, []),
        ({"schedule": "yearly"}, []),
    ],
)
def test_a_search_is_narrowed(published: Directive, reader: Person, filters: dict[str, str], labels: list[str]) -> None:
    assert found(reader, "", **filters) == labels


def test_what_is_in_review_is_found_by_nobody(small: Directive, clerk: Person, reader: Person) -> None:
    assert found(clerk, "so hoa") == found(reader, "so hoa") == []


DANGEROUS = ["=1+1", "+84", "-5", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("cell", DANGEROUS)
def test_a_cell_that_could_be_a_formula_is_quiet_in_csv(cell: str) -> None:
    assert exports.quiet(cell) == f"'{cell}"


def test_an_excel_file_holds_every_cell_as_text(published: Directive, publisher: Person) -> None:
    for item, cell in zip(published.items.all(), DANGEROUS, strict=False):
        correct(item, publisher, text=cell.strip() or "x")

    data = exports.as_xlsx(published, published.items.order_by("position"))

    sheet = python_calamine.load_workbook(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    assert [line[0] for line in sheet] == ["Số", "1.1", "1.2", "1.3", "2.1", "2.2"]
    assert sheet[1][3] == "=1+1"
    assert b"<f>" not in data


def test_exports_hold_what_the_page_shows(published: Directive, reader: Person) -> None:
    answer = signed_in(reader).get(f"/van-ban/{published.code}/danh-muc.csv?agency=Sở+Tài+chính")

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines] == ["Số", "2.1", "2.2"]
    assert answer["Content-Disposition"] == f'attachment; filename="{published.code}.csv"'


def test_the_original_is_given_back_as_it_came(published: Directive, reader: Person) -> None:
    answer: Any = signed_in(reader).get(f"/van-ban/{published.code}/tep-goc/")

    assert b"".join(answer.streaming_content) == SMALL.encode()
    assert answer["Content-Disposition"].startswith("attachment")
    for close in answer._resource_closers:  # answer.close() would end the test's own connection too
        close()


def test_equal_tasks_are_proposed_as_one_line_and_answered(small: Directive, clerk: Person) -> None:
    pair = queries.pairs_of(small).get()
    assert (pair.left.ref, pair.right.ref, pair.kind) == ("1/2", "2/1", "equal")

    decided = remarks.decide_pair(pair=pair, decision=pair.Decision.ACCEPTED, reason="", by=clerk, now=NOW)

    assert (decided.decision, decided.decided_by) == ("accepted", clerk)


def test_figures_of_publication_are_those_of_the_pages_they_lead_to(small: Directive, publisher: Person) -> None:
    client, counts, shared = signed_in(publisher), queries.counts(small), queries.shared(small)

    body = client.get(f"/van-ban/{small.code}/cong-bo/").content.decode()
    pairs = client.get(f"/van-ban/{small.code}/chi-tieu-chung/").content.decode()

    assert counts.clear + counts.seen + counts.waiting + counts.asked == counts.standing == 5
    for tab, count in (("tat-ca", "5 nhiệm vụ"), ("ro", "4"), ("can-xem", "1"), ("da-xem", "0"), ("dang-hoi", "0")):
        assert f'/soat/?tab={tab}">{count}</a>' in body
    said = f"{shared.tasks} nhiệm vụ lặp lại ở {shared.pairs} dòng khác"
    assert said == "1 nhiệm vụ lặp lại ở 1 dòng khác"
    assert f'/chi-tieu-chung/">{said}</a>' in body
    assert f"<h1>{said}</h1>" in pairs
    assert pairs.count('name="pair"') == shared.pairs


def test_a_directive_without_rows_offers_no_publication(publisher: Person) -> None:
    empty = entering.enter_directive(values={"number": "1/QĐ", "kind": "decision"}, by=publisher, now=NOW)

    answer = signed_in(publisher).get(f"/van-ban/{empty.code}/cong-bo/").content.decode()
    refused = signed_in(publisher).post(f"/van-ban/{empty.code}/cong-bo/", {"reason": "x"})

    assert "chưa có nhiệm vụ nào để công bố" in answer
    assert "Công bố danh mục</button>" not in answer
    assert (refused.status_code, "chưa có dòng nào" in refused.content.decode()) == (422, True)


def test_rows_all_taken_out_are_no_catalogue(small: Directive, publisher: Person) -> None:
    for item in small.items.all():
        reviewing.delete_item(item=item, version=1, by=publisher, now=NOW)

    with pytest.raises(NothingToPublish):
        publish(small, publisher)


def test_reviewing_keeps_what_was_published_readable(published: Directive, reader: Person) -> None:
    client = signed_in(reader)
    for address in (
        f"/van-ban/{published.code}/",
        f"/van-ban/{published.code}/nhiem-vu/1/1/",
        f"/van-ban/{published.code}/nhat-ky/",
    ):
        assert client.get(address).status_code == 200, address


def test_findings_follow_the_rows_and_come_back_with_them(small: Directive, clerk: Person) -> None:
    def codes() -> list[tuple[str, str]]:
        return [(row.code, row.decision) for row in small.findings.filter(where=["2/2"])]

    assert codes() == [("target-not-measurable", "open")]
    item = small.items.get(ref="2/2")
    target = item.targets[0] | {"comparator": ">=", "value": "80", "unit": "%", "text": "≥80%"}

    reviewing.correct_item(item=item, version=1, changes={"targets": [target]}, by=clerk, now=NOW)
    assert codes() == [("target-not-measurable", "settled")]
    steps.undo(directive=small, by=clerk, now=NOW)
    assert codes() == [("target-not-measurable", "open")]


def test_another_threshold_in_another_directive_is_a_finding(small: Directive, clerk: Person) -> None:
    text = SMALL.replace("77/QĐ-UBND", "99/QĐ-UBND").replace(">90%", ">70%")

    other = read_text(text, clerk)

    found = other.findings.filter(code="differs-from-directive")
    assert any("1/1" in row.where for row in found)
