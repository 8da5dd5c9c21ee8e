"""The clerk of the provincial office uploads Decision 488, decides what is doubtful, corrects one row; it is published."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from dondoc.demo import world as demo
from world import SAMPLES

from .conftest import NARROW, Site

pytestmark = pytest.mark.browser
DECISION = SAMPLES / "quyet-dinh-488.txt"


@pytest.fixture
def empty(start: Callable[..., Site], people_only: Path) -> Site:
    return start(people_only)


@pytest.fixture
def site(start: Callable[..., Site], both_read: Path) -> Site:
    return start(both_read)


def waiting(page: Page) -> int:
    words = page.locator("#progress b").inner_text()
    found = re.search(r"Còn (\d+)", words)
    return int(found.group(1)) if found else 0


def press_and_move_on(page: Page) -> None:
    """Press Enter and wait until the next row is open and coloured."""
    before = page.locator("#printed").get_attribute("data-row")
    page.keyboard.press("Enter")
    expect(page.locator("#printed")).not_to_have_attribute("data-row", str(before))


def squeezed(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip()


def test_the_clerk_reviews_and_publishes_decision_488(empty: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(empty)
    page.goto("/van-ban/tai-len/")
    page.set_input_files("#file", DECISION)
    page.get_by_role("button", name="Đưa tệp lên").click()
    page.wait_for_url("**/van-ban/488-QD-CT-2022/soat/", timeout=30_000)

    expect(page.locator("h1")).to_have_text("488/QĐ-CT")
    expect(page.locator("#tabs")).to_contain_text("372")
    doubts = waiting(page)
    assert 0 < doubts <= 20

    page.locator(".row", has_text="8.13").locator("a").first.click()
    expect(page.locator(".row.open .no")).to_have_text("8.13")
    page.keyboard.press("s")
    expect(page.locator("#progress b")).to_contain_text(f"Còn {doubts - 1} ")
    page.keyboard.press("z")
    expect(page.locator("#progress b")).to_contain_text(f"Còn {doubts} ")
    expect(page.locator(".row.open .no")).to_have_text("8.13")

    page.keyboard.press("Tab")
    page.select_option(".row.open select", ">=")
    page.fill(".row.open input.fig", "95")
    press_and_move_on(page)
    expect(page.locator("#progress b")).to_contain_text(f"Còn {doubts - 1} ")
    for left in range(doubts - 2, 0, -1):
        press_and_move_on(page)
        expect(page.locator("#progress b")).to_contain_text(f"Còn {left} ")
    page.keyboard.press("Enter")
    expect(page.locator("#progress b")).to_contain_text("Không còn chỗ nào cần xem")

    page.goto("/van-ban/488-QD-CT-2022/cong-bo/")
    expect(page.get_by_text("Tài khoản này chưa có quyền công bố.")).to_be_visible()
    boss = open_page(empty, "chanhvanphong")
    boss.goto("/van-ban/488-QD-CT-2022/cong-bo/")
    boss.get_by_role("button", name="Công bố danh mục").click()
    expect(boss.get_by_role("status")).to_contain_text("Đã công bố 488/QĐ-CT: 372 nhiệm vụ.")

    reader = open_page(empty, "nguoixem")
    reader.goto("/van-ban/")
    reader.keyboard.press("/")
    reader.keyboard.type("gan dinh danh so")
    reader.keyboard.press("Enter")
    expect(reader.locator("h1")).to_contain_text("gan dinh danh so")
    reader.get_by_role("link", name="8.13", exact=True).click()
    expect(reader.locator("h1")).to_contain_text("ối thiểu 95%")


def test_thirty_rows_are_coloured_exactly_where_they_stand(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    for code, count in (("488-QD-CT-2022", 20), ("232-KH-UBND-2022", 10)):
        page.goto(f"/van-ban/{code}/soat/?tab=tat-ca")
        rows = page.locator(".row").count()
        chosen = random.Random(488).sample(range(rows), count)
        for number in chosen:
            row = page.locator(".row").nth(number)
            label = row.locator(".no").inner_text()
            if not page.locator(f".row.open:has(.no:text-is('{label}'))").count():
                row.locator("a").first.click()
            expect(page.locator(".row.open .no")).to_have_text(label)
            opened = page.locator(".row.open").get_attribute("data-pk")
            expect(page.locator("#printed")).to_have_attribute("data-row", str(opened))
            words = squeezed(page.locator(".row.open .full").inner_text())
            coloured = " ".join(page.locator("mark[data-field=text]").all_inner_texts())
            assert squeezed(coloured) == words, label
            assert page.locator("mark").first.is_visible()


def test_the_same_file_twice_leads_to_what_is_there(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    page.goto("/van-ban/tai-len/")
    page.set_input_files("#file", DECISION)
    page.get_by_role("button", name="Đưa tệp lên").click()

    expect(page.get_by_role("status").first).to_contain_text("Tệp này đã có trong hệ thống: 488/QĐ-CT")
    expect(page.locator("h1")).to_have_text("488/QĐ-CT")


def test_a_row_is_split_merged_deleted_and_all_is_undone_by_keys(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong=1.2")
    expect(page.locator(".row.open .no")).to_have_text("1.2")

    page.keyboard.press("t")
    page.locator(".pieces button", has_text="phổ").first.click()
    expect(page.locator("#tabs")).to_contain_text("373")
    page.locator(".row", has_text="1.2b").locator("a").first.click()
    expect(page.locator(".row.open .no")).to_have_text("1.2b")
    page.keyboard.press("g")
    expect(page.locator("#tabs")).to_contain_text("372")
    page.keyboard.press("Delete")
    expect(page.locator("#tabs")).to_contain_text("371")
    for left in (372, 373, 372):
        page.keyboard.press("z")
        expect(page.locator("#tabs")).to_contain_text(str(left))
    expect(page.locator("#progress")).to_contain_text("đã xem 0 trong")


def test_two_people_at_one_row_see_both_versions(site: Site, open_page: Callable[..., Page]) -> None:
    mine, theirs = open_page(site), open_page(site, "chanhvanphong")
    for page in (mine, theirs):
        page.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong=8.13")
    theirs.fill(".row.open input.fig", "90")
    theirs.keyboard.press("Enter")
    expect(theirs.locator("#saved")).to_be_visible()
    expect(theirs.locator(".row.open .no")).not_to_have_text("8.13")

    mine.fill(".row.open input.fig", "80")
    mine.keyboard.press("Enter")

    box = mine.get_by_role("alert").filter(has_text="hai bản")
    expect(box).to_contain_text("Trần Đức Long")
    expect(box).to_contain_text("80%")
    expect(box).to_contain_text("90%")
    box.get_by_role("button", name="Giữ bản trên máy này").click()
    expect(mine.locator(".versions")).to_have_count(0)
    mine.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong=8.13")
    expect(mine.locator(".row.open input.fig")).to_have_value("80")


def test_the_narrow_screen_shows_one_doubt_at_a_time(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site, size=NARROW)
    page.goto("/van-ban/488-QD-CT-2022/soat/")

    expect(page.locator(".row:visible")).to_have_count(1)
    first = page.locator(".row.open .no").inner_text()
    page.locator("#arrows a").last.click()
    expect(page.locator(".row.open .no")).not_to_have_text(first)
    expect(page.locator(".row:visible")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".row.open .answers .main").click()
    expect(page.locator("#progress")).to_contain_text("đã xem 1 trong")


def test_the_review_works_without_scripts(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site, java_script_enabled=False)
    page.goto("/van-ban/488-QD-CT-2022/soat/")
    before = waiting(page)
    assert page.locator("mark").count() > 0

    page.locator(".row.open button[value=accept]").click()

    assert waiting(page) == before - 1


def test_a_lost_connection_is_said_and_what_was_typed_stays(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong=8.13")
    page.context.set_offline(True)
    page.fill(".row.open input.fig", "95")
    page.keyboard.press("Enter")
    expect(page.locator("#lost")).to_contain_text("Mất kết nối từ")
    expect(page.locator(".row.open input.fig")).to_have_value("95")

    page.context.set_offline(False)

    expect(page.locator("#lost")).to_be_hidden()
    page.complaints.clear()  # the browser itself complains of the cut
    page.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong=8.13")
    expect(page.locator(".row.open input.fig")).to_have_value("95")


def test_a_decision_made_while_the_connection_is_away_is_kept_and_sent(
    site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/")
    before, label = waiting(page), page.locator(".row.open .no").inner_text()
    page.context.set_offline(True)
    page.keyboard.press("Enter")
    expect(page.locator("#lost")).to_contain_text("1 thay đổi chưa lưu")
    expect(page.locator(".row.open .unsaved")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".row.open .no")).to_have_text(label)

    page.context.set_offline(False)

    expect(page.locator("#progress b")).to_contain_text(f"Còn {before - 1} ")
    expect(page.locator("#lost")).to_be_hidden()
    page.complaints.clear()  # the browser itself complains of the cut


def test_a_decision_made_after_the_session_ended_is_sent_after_signing_in_again(
    site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/")
    before = waiting(page)
    page.context.clear_cookies(name="dondoc_session")
    page.keyboard.press("Enter")
    expect(page.locator("#lost")).to_contain_text("Phiên làm việc đã hết")

    page.get_by_role("link", name="Đăng nhập lại").click()
    page.fill("[name=username]", "tonghop")
    page.fill("[name=password]", demo.PASSWORD)
    page.click("main button")

    expect(page.locator("#progress b")).to_contain_text(f"Còn {before - 1} ")
    page.complaints.clear()  # the browser itself complains of the answer 403


def test_a_refresh_comes_back_to_the_open_row(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/?tab=tat-ca")
    page.locator(".row", has_text="8.13").locator("a").first.click()
    expect(page.locator(".row.open .no")).to_have_text("8.13")

    page.reload()
    expect(page.locator(".row.open .no")).to_have_text("8.13")
    page.goto(page.url.replace("tab=tat-ca", "tab=da-xem"))
    expect(page.locator(".row.open .no")).to_have_text("8.13")


def test_a_row_is_asked_about_by_key_and_answered(site: Site, open_page: Callable[..., Page]) -> None:
    page = open_page(site)
    page.goto("/van-ban/488-QD-CT-2022/soat/?dong=10.2")
    expect(page.locator(".row.open .no")).to_have_text("10.2")
    page.keyboard.press("h")
    page.fill(".row.open [name=question]", "Lộ trình của Bộ là văn bản nào?")
    page.get_by_role("button", name="Ghi câu hỏi").click()
    expect(page.locator("#tabs")).to_contain_text("Đang hỏi 1")

    page.goto("/van-ban/488-QD-CT-2022/soat/?tab=dang-hoi")
    page.fill(".row.open [name=answer]", "Quyết định 565/QĐ-LĐTBXH")
    page.get_by_role("button", name="Ghi trả lời").click()

    expect(page.locator("#tabs")).not_to_contain_text("Đang hỏi 1")
    page.goto("/van-ban/488-QD-CT-2022/soat/?dong=10.2")
    expect(page.locator(".row.open")).to_contain_text("Cơ quan ban hành trả lời: Quyết định 565/QĐ-LĐTBXH")


def test_on_a_phone_keeping_editing_asking_and_moving_on_are_at_hand(
    site: Site, open_page: Callable[..., Page]
) -> None:
    page = open_page(site, size=NARROW)
    page.goto("/van-ban/488-QD-CT-2022/soat/?dong=8.13")

    main = [page.locator(f".row.open {chosen}") for chosen in ("[value=accept]", "[value=suggest]", ".edit", ".ask")]
    for button in (*main, page.locator("#arrows a").last):
        expect(button).to_be_in_viewport(ratio=1)
        assert button.bounding_box()["height"] >= 44
    expect(page.get_by_role("link", name="Tách dòng")).to_be_hidden()
    page.locator(".row.open .edit").click()
    expect(page.locator(".row.open input.fig")).to_be_focused()
    page.fill(".row.open input.fig", "95")
    page.locator(".row.open .save").click()
    expect(page.locator("#progress")).to_contain_text("đã xem 1 trong")
