"""What the review screen shows at its head, and where there is no row to review."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from .conftest import NARROW, WIDE, Site, picture

pytestmark = pytest.mark.browser
TITLE = "Về việc bổ nhiệm cán bộ lãnh đạo, quản lý của các cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh " * 3
NO_TASK = f"""ỦY BAN NHÂN DÂN
TỈNH VĨNH PHÚC

QUYẾT ĐỊNH
{TITLE}

Số: 79/QĐ-UBND
Vĩnh Phúc, ngày 10 tháng 3 năm 2022

Điều 1. Bổ nhiệm ông Nguyễn Văn A giữ chức Phó Giám đốc Sở Y tế.
Điều 2. Quyết định có hiệu lực từ ngày ký.
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "quyet-dinh-79.txt"
    found.write_text(NO_TASK, encoding="utf-8")
    return found


def test_a_document_without_rows_explains_itself_at_both_widths(
    start: Callable[..., Site], people_only: Path, open_page: Callable[..., Page], file: Path
) -> None:
    site = start(people_only)
    page = open_page(site)
    page.goto("/van-ban/tai-len/")
    page.set_input_files("#file", file)
    page.get_by_role("button", name="Đưa tệp lên").click()
    page.wait_for_url("**/79-QD-UBND-2022/soat/", timeout=30_000)

    for name, size in (("1280", WIDE), ("390", NARROW)):
        page.set_viewport_size(size)
        page.reload()
        expect(page.locator("#rows")).to_contain_text("Không tìm thấy nhiệm vụ nào")
        for link in ("Nhập tay, thêm dòng", "Tải tệp khác lên"):
            expect(page.locator("#rows").get_by_role("link", name=link)).to_be_in_viewport(ratio=1)
        expect(page.locator("progress")).to_have_count(0)
        expect(page.locator("#arrows")).to_be_hidden()
        picture(page, f"soat-trong-{name}")
        assert Axe().run(page).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]

    page.set_viewport_size(WIDE)
    link = page.locator(".head").get_by_role("link", name="Sửa thông tin")
    expect(link).to_be_in_viewport(ratio=1)
    assert link.evaluate(
        "e => { const r = e.getBoundingClientRect(); return document.elementFromPoint(r.right - 2, r.top + 8) === e; }"
    )
    page.locator("#rows").get_by_role("link", name="Nhập tay, thêm dòng").click()
    page.fill("#text", "Bổ nhiệm cán bộ")
    page.get_by_role("button", name="Thêm dòng").click()
    expect(page.locator(".row.open")).to_contain_text("Bổ nhiệm cán bộ")
