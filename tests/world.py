"""The small world that tests share: people, a text of five rows, a directive without a file."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone

from dondoc.accounts import actions as accounts
from dondoc.accounts.models import Person, Role
from dondoc.directives import rows
from dondoc.directives.actions import uploading
from dondoc.directives.models import Directive, Item

SAMPLES = Path(__file__).resolve().parent.parent / "samples" / "vinh-phuc-2022"
NOW = datetime(2022, 3, 15, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PASSWORD = "Tre-xanh-9-mua"  # noqa: S105

SMALL = """ỦY BAN NHÂN DÂN
TỈNH VĨNH PHÚC

QUYẾT ĐỊNH
Về việc giao nhiệm vụ chuyển đổi số năm 2022

Số: 77/QĐ-UBND
Vĩnh Phúc, ngày 10 tháng 3 năm 2022

1. SỞ Y TẾ

STT\tNội dung nhiệm vụ\tChỉ tiêu
1\tTỷ lệ hồ sơ được số hóa\t>90%
2\tTỷ lệ văn bản đi được ký số\t100%
3\tTổ chức hội nghị tuyên truyền về chuyển đổi số\t≥1 lần/năm

2. SỞ TÀI CHÍNH

STT\tNội dung nhiệm vụ\tChỉ tiêu
1\tTỷ lệ văn bản đi được ký số\t100%
2\tHoàn thành cơ sở dữ liệu tài sản công\tTheo lộ trình của Bộ
"""


def person(name: str, full_name: str, *roles: Role) -> Person:
    return accounts.create_person(
        sign_in_name=name,
        full_name=full_name,
        post="Văn phòng UBND tỉnh",
        password=PASSWORD,
        roles=roles,
        by=None,
        now=timezone.now(),
    )


def signed_in(somebody: Person) -> Client:
    client = Client()
    client.force_login(somebody)
    return client


def read_text(text: str, by: Person, filename: str = "van-ban.txt") -> Directive:
    """Upload a text and read it in a child process, as the server does."""
    upload = uploading.upload(chunks=[text.encode()], filename=filename, by=by, now=NOW)
    upload.refresh_from_db()
    if upload.directive is None:
        raise AssertionError(upload.refusal)
    return upload.directive


def typed(by: Person, count: int, number: str = "9/QĐ-UBND", code: str = "9-QD-UBND-2022") -> Directive:
    """Make a directive of so many rows without reading anything, for counting and for speed."""
    directive = Directive(
        code=code, number=number, kind="decision", title="Về việc thử", term_from=2022, term_to=2022,
        entered_by=by, entered_at=NOW, saved_at=NOW,
    )  # fmt: skip
    rows.refold_directive(directive)
    directive.save()
    items = []
    for n in range(1, count + 1):
        item = Item(directive=directive, position=Decimal(n), ref=f"1/{n}", section="1. SỞ Y TẾ", ordinal=str(n))
        item.text, item.leads = f"Tỷ lệ hồ sơ loại {n} được số hóa", ["Sở Y tế"]
        items.append(rows.refold(item, number))
    Item.objects.bulk_create(items)
    return directive
