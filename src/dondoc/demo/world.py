"""The sample province: its people and its two documents, made only through the actions that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from django.utils import timezone

from dondoc.accounts import actions as accounts
from dondoc.accounts import queries as people
from dondoc.accounts.actions import handing, terms
from dondoc.accounts.models import Person, Role
from dondoc.accounts.rights import Keeper
from dondoc.agencies import queries as agencies
from dondoc.agencies import sheets
from dondoc.agencies.actions import add_post, take_in
from dondoc.agencies.models import Post
from dondoc.directives.actions import reading, uploading
from dondoc.directives.refusals import AlreadyHere, BeingRead

SAMPLES = Path(__file__).resolve().parents[3] / "samples" / "vinh-phuc-2022"
FILES = ("quyet-dinh-488.txt", "ke-hoach-232.txt")
PASSWORD = "thu-nghiem-2022"  # noqa: S105 - printed at start, for the sample province only


@dataclass(frozen=True, kw_only=True)
class Account:
    """One demo account; the people are made up."""

    sign_in_name: str
    full_name: str
    post: str
    roles: tuple[Role, ...] = ()
    agency: str = ""  # with a post in this agency, the roles go with it
    post_name: str = ""
    rank: Post.Rank = Post.Rank.SPECIALIST


ACCOUNTS = (
    Account(
        sign_in_name="quantri",
        full_name="Phùng Thị Mai",
        post="Quản trị hệ thống (mô phỏng)",
        roles=(Role.ADMINISTRATOR,),
    ),
    Account(
        sign_in_name="tonghop", full_name="Lưu Thị Hà", post="Văn phòng UBND tỉnh (mô phỏng)",
        roles=(Role.CLERK,),
    ),
    Account(
        sign_in_name="chanhvanphong", full_name="Trần Đức Long", post="Chánh Văn phòng UBND tỉnh (mô phỏng)",
        roles=(Role.PUBLISHER,),
    ),
    Account(
        sign_in_name="nguoixem",
        full_name="Đỗ Văn Khánh",
        post="Chuyên viên Sở Y tế (mô phỏng)",
        roles=(Role.READER,),
    ),
    Account(
        sign_in_name="phochutich", full_name="Dương Quốc Hưng (mô phỏng)", post="Phó Chủ tịch UBND tỉnh",
        roles=(Role.LEADER,), agency="vinh-phuc", post_name="Phó Chủ tịch", rank=Post.Rank.DEPUTY,
    ),
    Account(
        sign_in_name="vanphong", full_name="Tạ Minh Châu (mô phỏng)", post="Chuyên viên Văn phòng UBND tỉnh",
        roles=(Role.PROVINCIAL_OFFICE,), agency="van-phong-ubnd", post_name="Chuyên viên",
    ),
    Account(
        sign_in_name="tiepnhan", full_name="Kim Thị Oanh (mô phỏng)", post="Chuyên viên Sở Thông tin và Truyền thông",
        roles=(Role.RECEIVING_OFFICE,), agency="so-thong-tin-va-truyen-thong", post_name="Chuyên viên",
    ),
    Account(
        sign_in_name="giamdoc", full_name="Nguyễn Hữu Tài (mô phỏng)", post="Giám đốc Sở Tài chính",
        agency="so-tai-chinh", post_name="Giám đốc", rank=Post.Rank.HEAD,
    ),
    Account(
        sign_in_name="phogiamdoc", full_name="Bùi Thị Sen (mô phỏng)", post="Phó Giám đốc Sở Tài chính",
        agency="so-tai-chinh", post_name="Phó Giám đốc", rank=Post.Rank.DEPUTY,
    ),
    Account(
        sign_in_name="truongphong", full_name="Vũ Đình Quang (mô phỏng)", post="Trưởng phòng Ngân sách Sở Tài chính",
        agency="so-tai-chinh", post_name="Trưởng phòng Ngân sách", rank=Post.Rank.DIVISION_HEAD,
    ),
    Account(
        sign_in_name="chuyenvien", full_name="Hà Thu Trang (mô phỏng)", post="Chuyên viên Sở Tài chính",
        agency="so-tai-chinh", post_name="Chuyên viên",
    ),
    Account(
        sign_in_name="vinhtuong", full_name="Lê Công Định (mô phỏng)", post="Chủ tịch UBND huyện Vĩnh Tường",
        agency="huyen-vinh-tuong", post_name="Chủ tịch", rank=Post.Rank.HEAD,
    ),
    Account(
        sign_in_name="phovinhtuong", full_name="Đặng Thị Nga (mô phỏng)",
        post="Phó Chủ tịch UBND huyện Vĩnh Tường, đang ký thay", agency="huyen-vinh-tuong", post_name="Phó Chủ tịch",
        rank=Post.Rank.DEPUTY,
    ),
    Account(
        sign_in_name="mttq", full_name="Phan Văn Lộc (mô phỏng)", post="Trưởng ban Dân chủ MTTQ tỉnh",
        roles=(Role.MTTQ_SUPERVISOR,), agency="mttq", post_name="Trưởng ban Dân chủ", rank=Post.Rank.DIVISION_HEAD,
    ),
    Account(
        sign_in_name="thanhtra", full_name="Mai Xuân Trường (mô phỏng)", post="Thanh tra viên Thanh tra tỉnh",
        roles=(Role.AUDITOR,), agency="thanh-tra-tinh", post_name="Thanh tra viên",
    ),
)  # fmt: skip
SINCE = date(2022, 1, 1)
SIGNS_FOR = ("vinhtuong", "phovinhtuong", timedelta(days=60))
"""Who lets whom sign, from the day the sample is made, for so long."""


def build(*, now: datetime, documents: bool = True) -> Iterator[str]:
    """Make the accounts and read the documents that are not there yet; yields a line for each thing done."""
    everyone = [_account(account, now) for account in ACCOUNTS]
    yield f"{len(everyone)} tài khoản"
    yield _agencies(everyone, now)
    yield _posts(now)
    clerk = next(person for person in everyone if person.sign_in_name == "tonghop")
    for name in FILES if documents else ():
        yield _document(SAMPLES / name, clerk, now)


def _agencies(everyone: list[Person], now: datetime) -> str:
    """Take the province's list of agencies in, as its administrator does."""
    keeper = next(person for person in everyone if person.sign_in_name == "quantri")
    path = SAMPLES / "co-quan.csv"
    rows = sheets.read(path.read_bytes(), path.name)
    drafts, _ = sheets.parse(rows, kinds=agencies.kind_codes(), known=agencies.codes())
    taken = take_in(drafts=drafts, by=Keeper(keeper), now=now)
    return f"{taken.added + taken.changed + taken.unchanged} cơ quan"


def _posts(now: datetime) -> str:
    """Let people hold their posts, as the administrator does, and one head hand signing over."""
    keeper = people.get_person_named("quantri")
    made = 0
    for account in ACCOUNTS:
        person = people.get_person_named(account.sign_in_name)
        if not account.agency or person.terms.exists():
            continue
        agency = agencies.get_agency(account.agency)
        post = add_post(agency=agency, name=account.post_name, rank=account.rank, by=Keeper(keeper), now=now)
        terms.appoint(person=person, post=post, first_day=SINCE, roles=account.roles, by=keeper, now=now)
        made += 1
    _hand_over(now)
    return f"{made} chức vụ"


def _hand_over(now: datetime) -> None:
    by, to, span = SIGNS_FOR
    head, deputy = people.get_person_named(by), people.get_person_named(to)
    term, day = deputy.terms.get(), timezone.localdate(now)
    if not term.taken_over.exists():
        handing.hand_over(
            agency=term.post.agency, to=term, first_day=day, last_day=day + span, reason="Đi học (mô phỏng)", by=head,
            now=now,
        )  # fmt: skip


def _account(account: Account, now: datetime) -> Person:
    known = people.find_person(account.sign_in_name)
    if known is not None:
        return known
    return accounts.create_person(
        sign_in_name=account.sign_in_name, full_name=account.full_name, post=account.post, password=PASSWORD,
        roles=() if account.agency else account.roles, by=None, now=now,
    )  # fmt: skip


def _document(path: Path, clerk: Person, now: datetime) -> str:
    try:
        with path.open("rb") as file:
            upload = uploading.upload(chunks=iter(lambda: file.read(65536), b""), filename=path.name, by=clerk, now=now)
    except AlreadyHere as refusal:
        return f"{path.name}: đã có, {refusal.directive}"
    except BeingRead:
        return f"{path.name}: đang đọc"
    directive = reading.read_upload(code=upload.code, now=now)
    return f"{path.name}: {directive}" if directive else f"{path.name}: đang đọc"
