"""The same decision in other bytes is told, can be dropped, and is not published by oversight."""

from __future__ import annotations

import pytest

from dondoc.accounts.models import Person
from dondoc.directives import queries
from dondoc.directives.actions import publishing, uploading
from dondoc.directives.models import Directive
from dondoc.directives.refusals import NotInReview, ReasonMissing, SecondCopy, WasPublished
from world import NOW, SMALL, read_text, signed_in

CLEAR = SMALL.replace("2\tHoàn thành cơ sở dữ liệu tài sản công\tTheo lộ trình của Bộ\n", "")


@pytest.fixture
def first(clerk: Person) -> Directive:
    return read_text(CLEAR, clerk)


@pytest.fixture
def second(first: Directive, clerk: Person) -> Directive:
    """Give the same words saved in another encoding."""
    upload = uploading.upload(chunks=[CLEAR.encode("utf-16")], filename="luu-lai.txt", by=clerk, now=NOW)
    upload.refresh_from_db()
    assert upload.directive is not None
    return upload.directive


def test_other_bytes_of_the_same_decision_are_told_at_review_and_at_publication(
    first: Directive, second: Directive, clerk: Person
) -> None:
    assert [queries.other_copies(one) for one in (first, second)] == [[second], [first]]
    for page in ("soat", "cong-bo"):
        body = signed_in(clerk).get(f"/van-ban/{second.code}/{page}/").content.decode()
        assert "Số 77/QĐ-UBND, cùng ngày, cùng nơi ban hành, đã có ở một văn bản khác" in body
        assert f'href="/van-ban/{first.code}/"' in body


def test_a_copy_is_not_held_against_its_twin(first: Directive, second: Directive) -> None:
    assert queries.shared(second) == queries.shared(first)
    assert queries.shared(first).tasks == 1
    assert not second.findings.filter(code="differs-from-directive").exists()


def test_a_second_copy_is_published_with_a_reason_only(second: Directive, publisher: Person) -> None:
    with pytest.raises(SecondCopy):
        publishing.publish(directive=second, reason=" ", second_person=False, by=publisher, now=NOW)

    page = signed_in(publisher).get(f"/van-ban/{second.code}/cong-bo/").content.decode()
    assert "Lý do công bố bản này" in page
    done = publishing.publish(directive=second, reason="Bản đúng", second_person=False, by=publisher, now=NOW)
    assert done.state == "published"


@pytest.mark.parametrize(
    ("old", "new"),
    [("77/QĐ-UBND", "78/QĐ-UBND"), ("ngày 10 tháng 3", "ngày 11 tháng 3"), ("TỈNH VĨNH PHÚC", "TỈNH PHÚ THỌ")],
)
def test_another_number_day_or_issuer_is_another_directive(first: Directive, clerk: Person, old: str, new: str) -> None:
    assert old in CLEAR

    assert queries.other_copies(read_text(CLEAR.replace(old, new), clerk)) == []


def test_a_copy_is_dropped_with_a_reason_and_taken_back(
    first: Directive, second: Directive, clerk: Person, reader: Person
) -> None:
    with pytest.raises(ReasonMissing):
        publishing.drop_directive(directive=second, reason="", by=clerk, now=NOW)
    client = signed_in(clerk)
    client.post(f"/van-ban/{second.code}/thu-hoi/", {"reason": "Đưa nhầm bản lưu lại"})

    assert queries.other_copies(first) == []
    body = client.get(f"/van-ban/{second.code}/").content.decode()
    assert "Bản đọc đã bỏ" in body
    assert "Đưa nhầm bản lưu lại" in body
    assert signed_in(reader).get(f"/van-ban/{second.code}/").status_code == 404
    client.post(f"/van-ban/{second.code}/soat-lai/")
    second.refresh_from_db()
    assert (second.state, second.withdrawn_reason) == ("in_review", "")


def test_what_was_published_is_neither_dropped_nor_reviewed_again(first: Directive, publisher: Person) -> None:
    publishing.publish(directive=first, reason="x", second_person=False, by=publisher, now=NOW)

    with pytest.raises(NotInReview):
        publishing.drop_directive(directive=first, reason="x", by=publisher, now=NOW)
    with pytest.raises(WasPublished):
        publishing.reopen_directive(directive=first, by=publisher, now=NOW)
    answer = signed_in(publisher).post(f"/van-ban/{first.code}/soat-lai/", follow=True)
    assert "chỉ thu hồi" in answer.content.decode()
