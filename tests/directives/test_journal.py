"""The journal tells of every change what stood before and what stands now."""

from __future__ import annotations

import pytest

from dondoc.accounts.models import Person
from dondoc.audit.models import Entry
from dondoc.directives import journal
from dondoc.directives.actions import entering, publishing, reviewing, steps
from dondoc.directives.models import Directive
from world import NOW, signed_in


def told(verb: str) -> list[tuple[str, str, str, str]]:
    changes = journal.changes(Entry.objects.filter(verb=verb).latest("pk"))
    return [(each.label, each.field, each.before, each.after) for each in changes]


def correct(directive: Directive, by: Person) -> None:
    item = directive.items.get(ref="1/1")
    changes = {"leads": ["Sở Nội vụ"], "targets": [item.targets[0] | {"value": "95"}]}
    reviewing.correct_item(item=item, version=item.version, changes=changes, by=by, now=NOW)


def test_a_row_corrected_in_review_shows_old_and_new(small: Directive, clerk: Person) -> None:
    correct(small, clerk)

    assert told("correct-item") == [
        ("1.1", "Chủ trì", "Sở Y tế", "Sở Nội vụ"),
        ("1.1", "Chỉ tiêu", "trên 90%", "trên 95%"),
    ]


def test_undoing_shows_the_way_back(small: Directive, clerk: Person) -> None:
    correct(small, clerk)
    steps.undo(directive=small, by=clerk, now=NOW)

    assert ("1.1", "Chủ trì", "Sở Nội vụ", "Sở Y tế") in told("undo")


def test_a_row_cut_in_two_shows_both_parts(small: Directive, clerk: Person) -> None:
    reviewing.split_item(item=small.items.get(ref="1/3"), version=1, at=17, by=clerk, now=NOW)

    words = {(label, before, after) for label, field, before, after in told("split-item") if field == "Nhiệm vụ"}
    assert words == {
        ("1.3", "Tổ chức hội nghị tuyên truyền về chuyển đổi số", "Tổ chức hội nghị"),
        ("1.3b", "để trống", "tuyên truyền về chuyển đổi số"),
    }


def test_what_the_document_says_of_itself_shows_old_and_new(small: Directive, clerk: Person) -> None:
    values = {"number": "78/QĐ-UBND", "kind": "plan", "title": small.title, "issued_on": small.issued_on}
    entering.change_document(directive=small, values=values, by=clerk, now=NOW)

    changes = told("change-document")
    assert ("", "Số, ký hiệu", "77/QĐ-UBND", "78/QĐ-UBND") in changes
    assert ("", "Loại văn bản", "Quyết định", "Kế hoạch") in changes
    assert not [field for _, field, _, _ in changes if field == "Ngày ban hành"]


def test_the_page_shows_changes_made_before_publication(small: Directive, clerk: Person, publisher: Person) -> None:
    correct(small, clerk)
    reviewing.accept_clear(directive=small, by=clerk, now=NOW)
    publishing.publish(directive=small, reason="x", second_person=False, by=publisher, now=NOW)

    body = signed_in(clerk).get(f"/van-ban/{small.code}/nhat-ky/").content.decode()

    assert "<del>Sở Y tế</del> → <ins>Sở Nội vụ</ins>" in body
    assert "nhận các dòng rõ  (3 dòng)" in body


@pytest.mark.parametrize("verb", ["read", "publish"])
def test_what_changes_no_field_shows_none(small: Directive, publisher: Person, verb: str) -> None:
    publishing.publish(directive=small, reason="x", second_person=False, by=publisher, now=NOW)

    assert told(verb) == []
