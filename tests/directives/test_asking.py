"""Rows to ask the issuing office about, and its answers."""

from __future__ import annotations

import pytest

from dondoc.accounts.models import Person
from dondoc.directives import queries
from dondoc.directives.actions import asking, publishing, reviewing
from dondoc.directives.models import Directive, Item
from dondoc.directives.refusals import AnswerMissing, DoubtsLeft, QuestionMissing
from world import NOW, signed_in

HTMX = {"HTTP_HX_REQUEST": "true"}


def ask(directive: Directive, by: Person, ref: str = "2/2", question: str = "Lộ trình nào?") -> Item:
    return asking.ask_item(item=directive.items.get(ref=ref), version=1, question=question, by=by, now=NOW)


def test_a_row_asked_about_waits_in_its_own_tab(small: Directive, clerk: Person) -> None:
    asked = ask(small, clerk)

    counts = queries.counts(small)
    assert (asked.question, counts.waiting, counts.asked, counts.seen) == ("Lộ trình nào?", 0, 1, 0)
    assert [row.ref for row in queries.review_rows(small, "dang-hoi")] == ["2/2"]


def test_a_question_needs_words(small: Directive, clerk: Person) -> None:
    with pytest.raises(QuestionMissing):
        ask(small, clerk, question="  ")


def test_an_answer_brings_the_row_back_to_be_looked_at_with_its_words(small: Directive, clerk: Person) -> None:
    asked = ask(small, clerk, ref="1/1")

    back = asking.answer_item(item=asked, version=2, answer="Giữ như văn bản", by=clerk, now=NOW)

    assert (back.answer, back.waiting) == ("Giữ như văn bản", True)
    assert back.doubts[0]["reason"] == "Cơ quan ban hành trả lời: Giữ như văn bản"
    assert reviewing.accept_item(item=back, version=3, by=clerk, now=NOW).question == "Lộ trình nào?"


def test_only_a_row_asked_about_takes_an_answer_and_not_an_empty_one(small: Directive, clerk: Person) -> None:
    with pytest.raises(AnswerMissing):
        asking.answer_item(item=small.items.get(ref="1/1"), version=1, answer="x", by=clerk, now=NOW)
    with pytest.raises(AnswerMissing):
        asking.answer_item(item=ask(small, clerk), version=2, answer=" ", by=clerk, now=NOW)


def test_open_questions_need_a_reason_at_publication(small: Directive, publisher: Person) -> None:
    ask(small, publisher)

    with pytest.raises(DoubtsLeft) as refusal:
        publishing.publish(directive=small, reason="", second_person=False, by=publisher, now=NOW)

    assert (refusal.value.count, refusal.value.asked) == (0, 1)


def test_asking_and_answering_work_from_the_page(small: Directive, clerk: Person) -> None:
    client, item = signed_in(clerk), small.items.get(ref="2/2")
    address = f"/van-ban/{small.code}/soat/dong/{item.pk}/"

    form = client.get(f"{address}?mode=ask&tab=can-xem", **HTMX).content.decode()
    assert "Đề nghị làm rõ dòng 2.2." in form
    empty = client.post(address, {"verb": "ask", "version": "1", "question": ""}, **HTMX)
    assert "Câu hỏi còn trống" in empty.content.decode()
    client.post(address, {"verb": "ask", "version": "1", "question": "Lộ trình nào?"}, **HTMX)
    page = client.get(f"/van-ban/{small.code}/soat/?tab=dang-hoi").content.decode()
    assert "Lộ trình nào?" in page
    client.post(address, {"verb": "answer", "version": "2", "answer": "Theo Quyết định 9"}, **HTMX)

    assert "Theo Quyết định 9" in client.get(f"/van-ban/{small.code}/soat/?tab=can-xem").content.decode()
