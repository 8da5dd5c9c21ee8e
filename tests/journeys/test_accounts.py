"""Accounts in a real browser: every page at both widths, the head on leave, a second factor by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page

from dondoc.accounts import factors

from .conftest import NARROW, Site
from .test_screens import faults, look

pytestmark = pytest.mark.browser
OPTIONAL = {"DONDOC_SECOND_FACTOR": "optional"}
PAGES = {
    "quantri": ("/tai-khoan/", "/tai-khoan/mat-khau/", "/tai-khoan/hai-lop/", "/nguoi-dung/", "/nguoi-dung/?q=khong-ai",
                "/nguoi-dung/moi/", "/nguoi-dung/nhap/"),
    "vinhtuong": ("/tai-khoan/", "/co-quan/huyen-vinh-tuong/ky-thay/"),
    "phovinhtuong": ("/tai-khoan/", "/co-quan/huyen-vinh-tuong/ky-thay/"),
}  # fmt: skip


def test_pages_of_accounts_have_no_fault(
    start: Callable[..., Site], people_only: Path, open_page: Callable[..., Page]
) -> None:
    site, found = start(people_only, **OPTIONAL), {}
    for name, addresses in PAGES.items():
        for width, size in (("1280", None), ("390", NARROW)):
            page = open_page(site, name, **({"size": size} if size else {}))
            page.complaints.clear()
            for address in addresses:
                found[name, address, width] = look(page, address, f"tk-{name}-{len(found)}-{width}")
            if name == "quantri":
                page.goto("/nguoi-dung/?q=Oanh")
                page.get_by_role("link", name="Kim Thị Oanh").click()
                for summary in page.locator("main summary").all():
                    summary.click()
                found[name, "person", width] = faults(page)
            page.complaints[:] = [said for said in page.complaints if "403" not in said]

    assert {place: each for place, each in found.items() if each} == {}


def test_the_head_is_on_leave_and_a_deputy_signs(
    start: Callable[..., Site], people_only: Path, open_page: Callable[..., Page]
) -> None:
    site = start(people_only)
    head, today = open_page(site, "giamdoc"), timezone.localdate()

    head.locator("details.who summary").click()
    head.get_by_role("link", name=re.compile("^Tài khoản")).click()
    head.get_by_role("link", name="Giao ký thay").click()
    head.get_by_label("Người ký").select_option(label="Bùi Thị Sen (mô phỏng), Phó Giám đốc (KT.)")
    fill_days(head, today, today + timedelta(4))
    head.get_by_label("Lý do").fill("Nghỉ phép")
    head.get_by_role("button", name="Giao ký").click()
    head.get_by_text("Đã giao ký.").wait_for()

    deputy = open_page(site, "phogiamdoc")
    deputy.goto("/tai-khoan/")
    assert deputy.get_by_text("Đang ký thay Nguyễn Hữu Tài (mô phỏng), Giám đốc").count() == 1
    assert deputy.get_by_text("Người được giao ký").count() == 1
    head.get_by_label("Lý do thu lại").fill("Về sớm")
    head.get_by_role("button", name="Thu lại").click()
    head.get_by_text("Đã thu lại việc giao ký.").wait_for()
    deputy.reload()
    assert deputy.get_by_text("Đang ký thay").count() == 0


def fill_days(page: Page, first: date, last: date) -> None:
    page.get_by_label("Từ ngày").fill(f"{first:%d/%m/%Y}")
    page.get_by_label("Đến hết ngày").fill(f"{last:%d/%m/%Y}")


def test_an_administrator_adds_the_app_by_keyboard_before_anything_else(
    start: Callable[..., Site], people_only: Path, open_page: Callable[..., Page]
) -> None:
    page = open_page(start(people_only), "quantri")
    page.wait_for_url("**/tai-khoan/hai-lop/")
    assert page.get_by_text("Tài khoản này phải có xác thực hai lớp.").count() == 1
    secret = page.locator("b.mono").inner_text().replace(" ", "")

    page.locator("#main").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "code"
    page.keyboard.type(factors.code_at(secret, timezone.now()))
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Mã dự phòng").wait_for()
    assert page.locator(".codes li").count() == 10
    assert faults(page) == []
    page.locator("#main").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tai-khoan/")
    assert page.get_by_text("Còn 10 mã dự phòng").count() == 1
