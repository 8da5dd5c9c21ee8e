"""The sample province: its people and its two documents, made only through the actions that people use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dondoc.accounts import actions as accounts
from dondoc.accounts import queries as people
from dondoc.accounts.models import Person, Role
from dondoc.accounts.rights import Keeper
from dondoc.agencies import queries as agencies
from dondoc.agencies import sheets
from dondoc.agencies.actions import take_in
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
    roles: tuple[Role, ...]


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
)  # fmt: skip


def build(*, now: datetime, documents: bool = True) -> Iterator[str]:
    """Make the accounts and read the documents that are not there yet; yields a line for each thing done."""
    everyone = [_account(account, now) for account in ACCOUNTS]
    yield f"{len(everyone)} tài khoản"
    yield _agencies(everyone, now)
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


def _account(account: Account, now: datetime) -> Person:
    known = people.find_person(account.sign_in_name)
    if known is not None:
        return known
    return accounts.create_person(
        sign_in_name=account.sign_in_name, full_name=account.full_name, post=account.post, password=PASSWORD,
        roles=account.roles, by=None, now=now,
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
