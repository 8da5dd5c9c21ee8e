from __future__ import annotations

from typing import Any

import pytest

from dondoc.accounts.models import Person
from dondoc.audit.models import Entry
from dondoc.directives import queries, rows, wording
from dondoc.directives.actions import asking, publishing, remarks, reviewing, steps
from dondoc.directives.forms import whole_number
from dondoc.directives.models import Directive, Finding, Item
from dondoc.directives.refusals import (
    CannotSplitThere,
    CannotUndo,
    ItemChanged,
    NoRowAbove,
    NothingToUndo,
    NotInReview,
    TargetInvalid,
    TextMissing,
)
from dondoc.rules import targets
from world import NOW, signed_in


def words_at(text: str, spans: list[list[int]]) -> str:
    return " ".join(" ".join(text[start:end] for start, end in spans).split())


def row(directive: Directive, ref: str) -> Item:
    return directive.items.get(ref=ref)


def state(directive: Directive) -> list[dict[str, Any]]:
    """Everything about the rows but their versions, which only grow."""
    kept = [rows.snapshot(item) for item in directive.items.order_by("position")]
    return [{name: value for name, value in each.items() if name not in ("version", "id")} for each in kept]


def correct(item: Item, by: Person, **changes: Any) -> Item:
    return reviewing.correct_item(item=item, version=item.version, changes=changes, by=by, now=NOW)


def test_a_read_text_becomes_rows_with_their_words_and_places(small: Directive) -> None:
    found = [(item.ref, item.leads, [target["text"] for target in item.targets]) for item in small.items.all()]

    assert found == [
        ("1/1", ["Sở Y tế"], [">90%"]),
        ("1/2", ["Sở Y tế"], ["100%"]),
        ("1/3", ["Sở Y tế"], ["≥1 lần/năm"]),
        ("2/1", ["Sở Tài chính"], ["100%"]),
        ("2/2", ["Sở Tài chính"], ["Theo lộ trình của Bộ"]),
    ]


def test_the_words_of_a_row_stand_in_the_document_where_it_says(small: Directive) -> None:
    for item in small.items.all():
        spans = [[start, end] for start, end, field in item.stretches if field == "text"]
        assert words_at(small.text, spans) == item.text


def test_keeping_a_row_says_who_and_when(small: Directive, clerk: Person) -> None:
    kept = reviewing.accept_item(item=row(small, "2/2"), version=1, by=clerk, now=NOW)

    assert (kept.decision, kept.decided_by, kept.version) == ("accepted", clerk, 2)


def test_clear_rows_are_kept_at_once_and_doubtful_ones_are_not(small: Directive, clerk: Person) -> None:
    doubtful = small.items.filter(doubtful=True).count()

    count = reviewing.accept_clear(directive=small, by=clerk, now=NOW)

    assert count == 5 - doubtful
    assert small.items.filter(decision="none").count() == doubtful > 0
    assert reviewing.accept_clear(directive=small, by=clerk, now=NOW) == 0


def test_the_button_for_clear_rows_is_there_while_there_are_some(small: Directive, clerk: Person) -> None:
    address = f"/van-ban/{small.code}/soat/"
    assert "Nhận dòng rõ" in signed_in(clerk).get(address).content.decode()

    reviewing.accept_clear(directive=small, by=clerk, now=NOW)

    assert "Nhận dòng rõ" not in signed_in(clerk).get(address).content.decode()


def test_correcting_a_target_changes_it_and_what_searches_find(small: Directive, clerk: Person) -> None:
    target = row(small, "1/1").targets[0] | {"value": "95"}

    changed = correct(row(small, "1/1"), clerk, targets=[target], leads=["Sở Nội vụ"])

    assert changed.targets[0]["value"] == "95"
    assert "so noi vu" in changed.search_text
    assert changed.decision == "corrected"


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        pytest.param("value", {"value": "chín mươi"}, id="words for a figure"),
        pytest.param("share", {"value": "120"}, id="a share above 100"),
        pytest.param("missing", {"value": None}, id="no figure"),
        pytest.param("between", {"comparator": "between", "value": None, "low": "5"}, id="half a range"),
    ],
)
def test_what_is_no_target_is_refused(small: Directive, clerk: Person, field: str, changes: dict[str, Any]) -> None:
    before = state(small)
    with pytest.raises(TargetInvalid) as refusal:
        correct(row(small, "1/1"), clerk, targets=[row(small, "1/1").targets[0] | changes])

    assert refusal.value.field == field
    assert state(small) == before


def test_a_row_cannot_lose_its_words(small: Directive, clerk: Person) -> None:
    with pytest.raises(TextMissing):
        correct(row(small, "1/1"), clerk, text="  ")


def test_a_row_cut_in_two_and_joined_again_has_its_words_and_place(small: Directive, clerk: Person) -> None:
    whole = row(small, "1/3")
    at = whole.text.index("tuyên truyền")

    first, second = reviewing.split_item(item=whole, version=1, at=at, by=clerk, now=NOW)

    assert (first.text, second.text) == ("Tổ chức hội nghị", "tuyên truyền về chuyển đổi số")
    assert (first.ref, second.ref) == ("1/3", "1/3b")
    for part in (first, second):
        spans = [[start, end] for start, end, field in part.stretches if field == "text"]
        assert words_at(small.text, spans) == part.text
    joined = reviewing.merge_with_above(item=second, version=second.version, by=clerk, now=NOW)
    assert joined.text == whole.text
    assert row(small, "1/3b").decision == "deleted"


def test_both_halves_of_a_row_are_to_be_looked_at(small: Directive, clerk: Person) -> None:
    halves = reviewing.split_item(item=row(small, "1/3"), version=1, at=8, by=clerk, now=NOW)

    assert [half.waiting for half in halves] == [True, True]
    assert all("tách đôi" in half.doubts[-1]["reason"] for half in halves)
    assert {half.ref for half in halves} <= set(queries.review_rows(small, "can-xem").values_list("ref", flat=True))


def test_a_doubtful_row_taken_out_and_restored_is_to_be_looked_at_again(small: Directive, clerk: Person) -> None:
    gone = reviewing.delete_item(item=row(small, "2/2"), version=1, by=clerk, now=NOW)

    assert reviewing.restore_item(item=gone, version=gone.version, by=clerk, now=NOW).waiting


def test_a_row_is_not_cut_at_its_ends(small: Directive, clerk: Person) -> None:
    with pytest.raises(CannotSplitThere):
        reviewing.split_item(item=row(small, "1/1"), version=1, at=0, by=clerk, now=NOW)


def test_the_first_row_has_none_above(small: Directive, clerk: Person) -> None:
    with pytest.raises(NoRowAbove):
        reviewing.merge_with_above(item=row(small, "1/1"), version=1, by=clerk, now=NOW)


def test_an_added_row_stands_below_the_one_named(small: Directive, clerk: Person) -> None:
    reviewing.add_item(
        directive=small, after=row(small, "1/2"), values={"text": "Việc thêm", "leads": ["Sở Y tế"]}, by=clerk, now=NOW
    )

    refs = list(small.items.order_by("position").values_list("ref", flat=True))
    assert refs == ["1/1", "1/2", "1/2b", "1/3", "2/1", "2/2"]


def test_a_deleted_row_can_be_restored(small: Directive, clerk: Person) -> None:
    gone = reviewing.delete_item(item=row(small, "1/2"), version=1, by=clerk, now=NOW)
    assert gone.decision == "deleted"

    back = reviewing.restore_item(item=gone, version=gone.version, by=clerk, now=NOW)

    assert back.decision == "accepted"


STEPS = {
    "ask": lambda d, by: asking.ask_item(
        item=row(d, "2/2"), version=row(d, "2/2").version, question="Lộ trình nào?", by=by, now=NOW
    ),
    "answer": lambda d, by: asking.answer_item(
        item=row(d, "2/2"), version=row(d, "2/2").version, answer="Quyết định 9", by=by, now=NOW
    ),
    "keep": lambda d, by: reviewing.accept_item(item=row(d, "2/2"), version=row(d, "2/2").version, by=by, now=NOW),
    "keep clear": lambda d, by: reviewing.accept_clear(directive=d, by=by, now=NOW),
    "correct": lambda d, by: correct(row(d, "1/1"), by, text="Lời khác", leads=["Sở Nội vụ"]),
    "split": lambda d, by: reviewing.split_item(
        item=row(d, "1/3"), version=row(d, "1/3").version, at=8, by=by, now=NOW
    ),
    "merge": lambda d, by: reviewing.merge_with_above(
        item=row(d, "1/2"), version=row(d, "1/2").version, by=by, now=NOW
    ),
    "add": lambda d, by: reviewing.add_item(directive=d, after=None, values={"text": "Thêm"}, by=by, now=NOW),
    "delete": lambda d, by: reviewing.delete_item(item=row(d, "2/1"), version=row(d, "2/1").version, by=by, now=NOW),
}


@pytest.mark.parametrize("name", [name for name in STEPS if name != "answer"])
def test_a_step_undone_leaves_the_rows_as_they_were(small: Directive, clerk: Person, name: str) -> None:
    before = state(small)
    STEPS[name](small, clerk)
    assert state(small) != before

    steps.undo(directive=small, by=clerk, now=NOW)

    assert state(small) == before


def test_all_steps_can_be_undone_one_after_the_other(small: Directive, clerk: Person) -> None:
    states = []
    for step in STEPS.values():
        states.append(state(small))
        step(small, clerk)

    for earlier in reversed(states):
        steps.undo(directive=small, by=clerk, now=NOW)
        assert state(small) == earlier
    with pytest.raises(NothingToUndo):
        steps.undo(directive=small, by=clerk, now=NOW)


def test_undoing_stops_where_a_row_was_changed_in_another_way(small: Directive, clerk: Person) -> None:
    correct(row(small, "1/1"), clerk, text="Lời khác")
    Item.objects.filter(ref="1/1").update(version=9)

    with pytest.raises(CannotUndo):
        steps.undo(directive=small, by=clerk, now=NOW)


def test_the_second_of_two_people_sees_that_the_row_changed(small: Directive, clerk: Person, publisher: Person) -> None:
    seen = row(small, "1/1")
    correct(row(small, "1/1"), publisher, text="Lời của người kia")

    with pytest.raises(ItemChanged) as refusal:
        correct(seen, clerk, text="Lời của tôi")

    assert refusal.value.item.text == "Lời của người kia"
    assert refusal.value.item.decided_by == publisher


def test_every_step_leaves_one_entry_in_the_trail(small: Directive, clerk: Person) -> None:
    for step in STEPS.values():
        count = Entry.objects.count()
        step(small, clerk)
        assert Entry.objects.count() == count + 1
    assert Entry.objects.last().actor_name == "Lưu Thị Hà"  # type: ignore[union-attr]


def test_a_published_directive_is_not_reviewed_any_more(small: Directive, publisher: Person) -> None:
    publishing.publish(directive=small, reason="đã đối chiếu", second_person=False, by=publisher, now=NOW)

    with pytest.raises(NotInReview):
        reviewing.accept_item(item=row(small, "1/1"), version=1, by=publisher, now=NOW)


def test_a_version_that_is_no_number_is_no_fault_of_the_server():
    assert whole_number("x") == whole_number("") == whole_number("9" * 20) == 0
    assert whole_number("12") == 12


def test_a_corrected_target_is_shown_as_it_counts_and_an_untouched_one_as_printed():
    printed = targets.parse("Mức 4 ≥ 80%")[0].as_json()

    assert wording.shown_target(printed) == "Mức 4 ≥ 80%"
    assert "85" in wording.shown_target(printed | {"value": "85"})
    assert wording.shown_target(targets.parse("Theo lộ trình của Bộ")[0].as_json()) == "Theo lộ trình của Bộ"


def remarks_of(directive: Directive) -> list[tuple[str, str, str]]:
    return [(each.code, each.message, each.decision) for each in queries.findings_of(directive)]


def test_remarks_born_of_a_step_go_when_it_is_undone(small: Directive, clerk: Person) -> None:
    before = remarks_of(small)
    reviewing.delete_item(item=row(small, "1/2"), version=1, by=clerk, now=NOW)
    born = [each for each in remarks_of(small) if each not in before]
    assert born != []
    remarks.decide_finding(
        finding=small.findings.get(message=born[0][1]), decision=Finding.Decision.ACCEPTED, note="", by=clerk, now=NOW
    )

    steps.undo(directive=small, by=clerk, now=NOW)

    assert remarks_of(small) == before
