"""A list of agencies taken in whole or not at all, and written out again as it came."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied

from dondoc.accounts.models import Person
from dondoc.accounts.rights import Keeper
from dondoc.agencies import actions, queries, sheets
from dondoc.agencies.models import Agency, Event, Post, Standing
from dondoc.audit.models import Entry

SAMPLE = Path(__file__).parents[2] / "samples" / "vinh-phuc-2022" / "co-quan.csv"
NOW = datetime(2022, 3, 15, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
HEAD = "Mã,Tên,Loại,Cấp trên,Mã định danh cũ,Mã đơn vị hành chính,Từ ngày,Đến ngày\n"


def drafts_of(text: str) -> tuple[list[sheets.Draft], list[sheets.Fault]]:
    rows = sheets.read(text.encode(), "co-quan.csv")
    return sheets.parse(rows, kinds=queries.kind_codes(), known=queries.codes())


def take_in(text: str, by: Person) -> actions.Taken:
    drafts, faults = drafts_of(text)
    assert faults == []
    return actions.take_in(drafts=drafts, by=Keeper(by), now=NOW)


@pytest.fixture
def province(administrator: Person) -> Person:
    take_in(SAMPLE.read_text(encoding="utf-8"), administrator)
    return administrator


def test_the_province_of_2022_has_nine_districts_and_136_communes(province):
    standing = queries.standing_on(date(2022, 3, 14))

    assert standing.filter(kind__code="ubnd-huyen").count() == 9
    assert standing.filter(kind__code="ubnd-xa").count() == 136
    assert standing.get(agency__code="vinh-phuc").uncertain


def test_the_tree_counts_whom_stands_below(province):
    lines = queries.tree(date(2022, 3, 14))

    below = {line.standing.agency.code: (line.depth, line.below) for line in lines}
    assert below["vinh-phuc"] == (0, len(lines) - 1)
    assert below["thanh-pho-vinh-yen"] == (1, 9)
    assert below["huyen-vinh-tuong"] == (1, 28)
    assert len(queries.below(Agency.objects.get(code="huyen-vinh-tuong"), date(2022, 3, 14))) == 29


def test_taking_the_same_list_in_again_changes_nothing(province):
    entries = Entry.objects.count()

    taken = take_in(SAMPLE.read_text(encoding="utf-8"), province)

    assert (taken.added, taken.changed) == (0, 0)
    assert Entry.objects.count() == entries + 1


def test_the_list_written_out_is_read_in_unchanged(province):
    data = sheets.write(actions.draft_of(standing) for standing in queries.all_standings())

    drafts, faults = sheets.parse(sheets.read(data, "co-quan.xlsx"), kinds=queries.kind_codes(), known=[])
    assert faults == []
    assert actions.take_in(drafts=drafts, by=Keeper(province), now=NOW).unchanged == 173


def test_the_reader_knows_the_province_by_every_name(province):
    registry = queries.registry()

    assert registry.find("Ủy ban nhân dân xã Đức Bác").name == "UBND xã Đức Bác"
    assert registry.find("Sở TT&TT").name == "Sở Thông tin và Truyền thông"


def test_every_fault_of_a_list_is_named_by_row_and_column(db):
    text = HEAD + (
        "Sở Y Tế,Sở Y tế,so,vinh-phuc,,,,\n"
        ",Sở Nội vụ,so,,,,,\n"
        "so-a,,bo,,000.00.H49,8707,31/2/2022,\n"
        "so-b,Sở B,so,nowhere,,,1/7/2025,30/6/2025\n"
        "so-c,Sở C,so,so-d,,,,\n"
        "so-d,Sở D,so,so-c,,,,\n"
        "so-e,Sở E,so,,,,,\n"
        "so-e,Sở E mới,so,,,,1/7/2025,\n"
    )

    _, faults = drafts_of(text)

    assert [(fault.row, fault.column) for fault in faults] == [
        (2, "Mã"),
        (3, "Mã"),
        (4, "Tên"),
        (4, "Loại"),
        (4, "Mã định danh cũ"),
        (4, "Mã đơn vị hành chính"),
        (4, "Từ ngày"),
        (5, "Đến ngày"),
        (6, "Cấp trên"),
        (7, "Cấp trên"),
        (9, "Từ ngày"),
    ]


def test_a_parent_nobody_knows_is_a_fault(db):
    _, faults = drafts_of(HEAD + "so-b,Sở B,so,khong-co,,,,\n")

    assert [(fault.column, "khong-co" in fault.words) for fault in faults] == [("Cấp trên", True)]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "a.csv"),
        (b"x,y\n1,2\n", "a.csv"),
        (HEAD.encode(), "a.csv"),
        (b"\xff\xfe\x00", "a.csv"),
        (b"not a workbook", "a.xlsx"),
    ],
)
def test_what_is_no_list_is_refused_in_a_sentence(data, name):
    with pytest.raises(sheets.Unusable) as refusal:
        sheets.read(data, name)

    assert str(refusal.value).endswith(".")


def test_a_renamed_agency_is_called_as_on_the_day(province):
    agency = Agency.objects.get(code="so-thong-tin-va-truyen-thong")

    actions.change(
        agency=agency, on=date(2025, 3, 1), values={"name": "Sở Khoa học và Công nghệ mới"}, reason="NĐ 45/2025",
        by=Keeper(province), now=NOW,
    )  # fmt: skip

    assert queries.called_on([agency.code], date(2025, 2, 28)) == {agency.code: "Sở Thông tin và Truyền thông"}
    assert queries.called_on([agency.code], date(2025, 3, 1)) == {agency.code: "Sở Khoa học và Công nghệ mới"}
    assert [each.valid_from for each in queries.history(agency)] == [date(2025, 3, 1), None]


def test_a_change_that_changes_nothing_is_refused(province):
    agency = Agency.objects.get(code="so-y-te")

    with pytest.raises(actions.NoChange):
        actions.change(
            agency=agency, on=date(2025, 1, 1), values={"name": "Sở Y tế"}, reason="", by=Keeper(province), now=NOW
        )


def test_districts_end_and_their_successors_are_remembered(province):
    before, after = Agency.objects.get(code="huyen-tam-dao"), Agency.objects.get(code="huyen-tam-dao.xa-dao-tru")

    actions.end(agency=before, last_day=date(2025, 6, 30), reason="NQ 202", by=Keeper(province), now=NOW)
    event = actions.record_event(
        sort=Event.Sort.ENDED, on=date(2025, 7, 1), legal_basis="Nghị quyết 202/2025/QH15", edges=[(before, after)],
        by=Keeper(province), now=NOW,
    )  # fmt: skip

    assert queries.standing_on(date(2025, 6, 30)).filter(agency=before).exists()
    assert not queries.standing_on(date(2025, 7, 1)).filter(agency=before).exists()
    assert list(queries.events_of(after)) == [event]
    with pytest.raises(actions.NotStanding):
        actions.end(agency=before, last_day=date(2026, 1, 1), reason="", by=Keeper(province), now=NOW)


def test_a_post_is_made_once(province):
    agency = Agency.objects.get(code="so-y-te")

    posts = [
        actions.add_post(agency=agency, name=name, rank=Post.Rank.HEAD, by=Keeper(province), now=NOW)
        for name in ("Giám đốc", " Giám đốc ")
    ]

    assert posts[0] == posts[1]
    assert Entry.objects.filter(verb="add-post").count() == 1


def test_nobody_but_its_keeper_changes_the_list(clerk):
    drafts, _ = drafts_of(HEAD + "so-y-te,Sở Y tế,so,,,,,\n")

    with pytest.raises(PermissionDenied):
        actions.take_in(drafts=drafts, by=Keeper(clerk), now=NOW)

    assert not Standing.objects.exists()
    assert not Entry.objects.exclude(verb="create-person").exists()
