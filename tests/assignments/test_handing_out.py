"""A published directive handed out: whom each name means, who gets what, and how often it is due."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Keeper
from dondoc.agencies import actions as agencies
from dondoc.agencies import queries as bodies
from dondoc.agencies import sheets
from dondoc.agencies.models import Agency
from dondoc.assignments import actions, plans, queries
from dondoc.assignments.models import Assignment, HandOut, Occurrence
from dondoc.assignments.refusals import HandedOut, NamesOpen, NoTerm, NotInForce
from dondoc.audit.models import Entry
from dondoc.directives.actions import publishing
from dondoc.directives.models import Directive, Item
from world import NOW, SAMPLES, read_text, signed_in

ON = date(2022, 3, 15)


@pytest.fixture
def province(administrator: Person) -> None:
    path = SAMPLES / "co-quan.csv"
    drafts, faults = sheets.parse(
        sheets.read(path.read_bytes(), path.name), kinds=bodies.kind_codes(), known=bodies.codes()
    )
    assert faults == []
    agencies.take_in(drafts=drafts, by=Keeper(administrator), now=NOW)


def published(directive: Directive, publisher: Person) -> Directive:
    return publishing.publish(
        directive=directive, reason="Đã xem từng chỗ", second_person=False, by=publisher, now=NOW
    )  # fmt: skip


def receiver() -> Agency:
    return Agency.objects.get(code="so-thong-tin-va-truyen-thong")


def hand_out(directive: Directive, by: Person, **chosen: str) -> HandOut:
    return actions.hand_out(directive=directive, receiver=receiver(), on=ON, chosen=chosen, by=by, now=NOW)


@pytest.fixture
def handed(province: None, small: Directive, publisher: Person) -> HandOut:
    return hand_out(published(small, publisher), publisher)


def test_every_row_goes_to_the_agency_it_addresses(handed):
    found = Counter(Assignment.objects.values_list("agency__code", "part"))

    assert found == {("so-y-te", "lead"): 3, ("so-tai-chinh", "lead"): 2}
    assert Occurrence.objects.filter(kind="once", due_on=date(2022, 12, 31)).count() == 5
    entry = Entry.objects.get(verb="hand-out")
    assert (entry.after["items"], entry.after["assignments"]) == (5, 5)


def test_a_directive_is_handed_out_once(handed, publisher):
    with pytest.raises(HandedOut):
        hand_out(handed.directive, publisher)

    assert HandOut.objects.count() == 1


def test_only_a_published_directive_is_handed_out(province, small, publisher):
    with pytest.raises(NotInForce):
        hand_out(small, publisher)


def test_nobody_but_who_publishes_hands_out(province, small, publisher, clerk):
    published(small, publisher)

    with pytest.raises(PermissionDenied):
        hand_out(small, clerk)

    assert not Assignment.objects.exists()


def test_decision_488_reaches_25_bodies_and_each_of_nine_districts(province, clerk, publisher):
    text = (SAMPLES / "quyet-dinh-488.txt").read_text(encoding="utf-8")
    directive = published(read_text(text, clerk), publisher)

    hand_out(directive, publisher)

    shares = {share.agency.code: share.leads for share in queries.shares_of(queries.handed_out(directive), ON)}
    assert len(shares) == 24 + 9
    assert shares["so-thong-tin-va-truyen-thong"] == 29
    assert {shares[code] for code in shares if code.startswith(("huyen-", "thanh-pho-"))} == {14}
    assert sum(shares.values()) == 372 - 14 + 9 * 14


HEAD = "Nhiệm vụ\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian\n"


def plan_of(rows: str, clerk: Person) -> Directive:
    text = f"KẾ HOẠCH\nChuyển đổi số giai đoạn 2022-2025\n\nTT\t{HEAD}{rows}"
    return read_text(text, clerk, "ke-hoach.txt")


def test_collective_names_reach_each_body_and_related_ones_wait_for_the_lead(province, clerk, publisher):
    directive = published(
        plan_of("1\tKết nối mạng\tUBND các huyện, thành phố\tCác cơ quan, đơn vị liên quan\tHàng năm\n"
                "2\tBáo cáo\tSở Y tế\tUBND cấp huyện; Sở Y tế\tThường xuyên\n", clerk),
        publisher,
    )  # fmt: skip

    hand_out(directive, publisher)

    parts = Counter(Assignment.objects.values_list("item__ordinal", "part"))
    assert parts == {("1", "lead"): 9, ("2", "lead"): 1, ("2", "cooperating"): 9}
    kinds = Counter(Occurrence.objects.values_list("assignment__item__ordinal", "kind"))
    assert kinds == {("1", "once"): 9 * 4, ("2", "continuous"): 1}


def test_names_nobody_bears_are_asked_for_all_at_once(province, clerk, publisher):
    directive = published(
        plan_of("1\tTrực\tTổ công tác 06\tBan X\tHàng năm\n2\tTrực\tSở Y tế\tTổ công tác 06\tHàng năm\n", clerk),
        publisher,
    )

    with pytest.raises(NamesOpen) as refusal:
        hand_out(directive, publisher)
    assert refusal.value.names == ("Tổ công tác 06", "Ban X")

    chosen = {"Tổ công tác 06": "van-phong-ubnd", "Ban X": ""}
    handed = actions.hand_out(
        directive=directive, receiver=receiver(), on=ON, chosen=chosen, by=publisher, now=NOW
    )  # fmt: skip
    assert Counter(Assignment.objects.values_list("agency__code", "part")) == {
        ("van-phong-ubnd", "lead"): 1, ("van-phong-ubnd", "cooperating"): 1, ("so-y-te", "lead"): 1
    }  # fmt: skip
    assert handed.chosen == chosen


def test_rows_out_of_force_are_not_handed_out(province, small, publisher):
    published(small, publisher)
    Item.objects.filter(directive=small, ref="1/1").update(status=Item.Status.SUSPENDED)

    assert plans.plan(small, on=ON, chosen={}).items == 4


def test_a_directive_without_years_cannot_be_handed_out(province, small, publisher):
    published(small, publisher)
    Directive.objects.filter(pk=small.pk).update(term_from=None, term_to=None, issued_on=None)

    with pytest.raises(NoTerm):
        hand_out(small, publisher)


def test_the_publisher_hands_out_on_the_page_and_everybody_sees_the_shares(province, small, publisher, reader):
    published(small, publisher)
    client = signed_in(publisher)
    page = reverse("assignments:hand-out", args=[small.code])

    assert client.get(reverse("assignments:shares", args=[small.code])).url == page
    assert "5 nhiệm vụ" in client.get(page).content.decode()
    assert client.post(page).status_code == 422
    done = client.post(page, {"receiver": "so-thong-tin-va-truyen-thong"}, follow=True)

    assert "Sở Y tế" in done.content.decode()
    mine = signed_in(reader).get(reverse("assignments:of-agency", args=[small.code, "so-y-te"])).content.decode()
    assert "Tỷ lệ hồ sơ được số hóa" in mine
    assert client.post(page, {"receiver": "so-y-te"}).status_code == 422


def test_a_reader_sees_that_a_directive_waits(province, small, publisher, reader):
    published(small, publisher)
    client = signed_in(reader)

    assert "chưa được giao" in client.get(reverse("assignments:shares", args=[small.code])).content.decode()
    assert client.get(reverse("assignments:hand-out", args=[small.code])).status_code == 403


def test_open_names_are_settled_on_the_page(province, clerk, publisher):
    directive = published(plan_of("1\tTrực\tTổ công tác 06\tBan X\tHàng năm\n", clerk), publisher)
    client, page = signed_in(publisher), reverse("assignments:hand-out", args=[directive.code])

    refused = client.post(page, {"receiver": "so-y-te", "ten:Tổ công tác 06": "van-phong-ubnd"})
    assert "Còn 1 tên chưa rõ" in refused.content.decode()
    done = client.post(page, {"receiver": "so-y-te", "ten:Tổ công tác 06": "van-phong-ubnd", "ten:Ban X": "-"})

    assert done.status_code == 302
    assert Assignment.objects.get().agency.code == "van-phong-ubnd"


def test_queries_do_not_grow_with_tasks(handed, reader, django_assert_max_num_queries):
    client = signed_in(reader)

    with django_assert_max_num_queries(12):
        client.get(reverse("assignments:shares", args=[handed.directive.code]))
    with django_assert_max_num_queries(14):
        client.get(reverse("assignments:of-agency", args=[handed.directive.code, "so-y-te"]))


def test_the_page_of_a_directive_leads_to_its_assignments(handed, reader):
    page = signed_in(reader).get(reverse("directives:one", args=[handed.directive.code])).content.decode()

    assert reverse("assignments:shares", args=[handed.directive.code]) in page
