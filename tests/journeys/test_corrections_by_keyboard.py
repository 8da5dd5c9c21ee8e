"""Corrections typed at a row: saved once and when told to, taken back by Esc, never lost or saved without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, Request, expect

from .conftest import Site

pytestmark = pytest.mark.browser
ALL_488 = "/van-ban/488-QD-CT-2022/soat/?tab=tat-ca&dong="
ALL_232 = "/van-ban/232-KH-UBND-2022/soat/?tab=tat-ca&dong="


@pytest.fixture(scope="module")
def site(both_read: Path) -> Iterator[Site]:
    """Serve both documents to the whole module: each test corrects rows of its own."""
    found = Site(both_read)
    found.start()
    yield found
    found.stop()


@pytest.fixture
def page(site: Site, open_page: Callable[..., Page]) -> Page:
    return open_page(site)


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".row.open .no")).to_have_text(address.rpartition("=")[2].replace("/", "."))
    return page


def posts(page: Page) -> list[str]:
    sent: list[str] = []

    def note(request: Request) -> None:
        if request.method == "POST":
            sent.append(request.url)

    page.on("request", note)
    return sent


def show_others(page: Page) -> None:
    page.locator(".row.open summary", has_text="Sửa các phần khác").click()


def targets(page: Page) -> list[str]:
    return page.locator(".row.open .verbatim .words").all_inner_texts()


def test_a_target_typed_beside_other_corrections_is_saved_once(page: Page) -> None:
    opened(page, ALL_488 + "1.3")
    before = targets(page)
    sent = posts(page)
    show_others(page)
    page.fill(".row.open [name=leads]", "Sở Y tế")
    page.fill(".row.open [name=schedule]", "Quý III/2022")
    page.fill(".row.open [name=new_target]", "≥ 85%")
    page.keyboard.press("Enter")
    expect(page.locator(".row.open .no")).not_to_have_text("1.3")

    assert len(sent) == 1
    opened(page, ALL_488 + "1.3")
    assert targets(page) == [*before, "“≥ 85%”"]
    expect(page.locator(".row.open .bits")).to_contain_text("Quý III/2022")
    expect(page.locator(".row.open .whom")).to_have_text("Sở Y tế")


def test_leaving_a_field_saves_nothing_and_esc_takes_back_what_was_typed(page: Page) -> None:
    opened(page, ALL_488 + "1.4")
    sent = posts(page)
    show_others(page)
    before = page.input_value(".row.open [name=leads]")
    page.fill(".row.open [name=leads]", "Sở nào đó")
    page.locator(".row.open [name=schedule]").focus()
    expect(page.locator(".row.open .save")).to_be_visible()

    page.keyboard.press("Escape")

    expect(page.locator(".row.open [name=leads]")).to_have_value(before)
    expect(page.locator(".row.open .save")).to_be_hidden()
    expect(page.locator("#said")).to_have_text("Đã bỏ phần vừa gõ.")
    assert sent == []


def test_enter_saves_in_a_field_of_many_lines_and_shift_enter_makes_a_line(page: Page) -> None:
    opened(page, ALL_488 + "1.5")
    show_others(page)
    page.fill(".row.open [name=leads]", "Sở Y tế")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("Sở Nội vụ")
    page.keyboard.press("Enter")
    expect(page.locator(".row.open .no")).not_to_have_text("1.5")

    opened(page, ALL_488 + "1.5")
    expect(page.locator(".row.open .whom")).to_have_text("Sở Y tế; Sở Nội vụ")


def test_enter_on_a_chosen_sign_saves_it(page: Page) -> None:
    opened(page, ALL_488 + "1.7")
    page.select_option(".row.open select", "<")
    page.locator(".row.open select").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".row.open .no")).not_to_have_text("1.7")

    opened(page, ALL_488 + "1.7")
    expect(page.locator(".row.open select").first).to_have_value("<")


def test_a_row_with_unsaved_words_asks_before_it_is_left(page: Page) -> None:
    opened(page, ALL_488 + "1.8")
    sent = posts(page)
    box = page.locator("#unsaved")
    page.fill(".row.open input.fig", "71")
    page.locator(".row", has_text="1.9").locator("a").first.click()
    expect(box).to_contain_text("1.8")
    box.get_by_role("button", name="Sửa tiếp").click()
    expect(page.locator(".row.open input.fig")).to_have_value("71")
    assert sent == []

    page.locator(".row", has_text="1.9").locator("a").first.click()
    box.get_by_role("button", name="Lưu sửa").click()
    expect(page.locator(".row.open .no")).to_have_text("1.9")
    page.fill(".row.open input.fig", "72")
    page.locator(".row", has_text="1.8").locator("a").first.click()
    box.get_by_role("button", name="Bỏ phần vừa gõ").click()

    expect(page.locator(".row.open .no")).to_have_text("1.8")
    expect(page.locator(".row.open input.fig")).to_have_value("71")
    assert len(sent) == 1


def test_what_was_refused_stays_in_its_field_and_is_still_unsaved(page: Page) -> None:
    opened(page, ALL_488 + "1.10")
    page.fill(".row.open input.fig", "chừng 80")
    page.keyboard.press("Enter")

    expect(page.get_by_role("alert").filter(has_text="không phải là số")).to_be_visible()
    expect(page.locator(".row.open input.fig")).to_be_focused()
    expect(page.locator(".row.open input.fig")).to_have_value("chừng 80")
    expect(page.locator(".row.open .save")).to_be_visible()


def test_a_reload_asks_about_unsaved_words_only(page: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    opened(page, ALL_488 + "1.11")
    page.locator(".row.open input.fig").click()
    page.reload()
    assert asked == []

    page.locator(".row.open input.fig").click()
    page.keyboard.type("5")
    page.reload()
    assert asked == ["beforeunload"]


@pytest.mark.parametrize(
    ("address", "field"),
    [
        pytest.param(ALL_232 + "I/3", "leads", id="who leads, no target"),
        pytest.param(ALL_232 + "II/15", "cooperating", id="who cooperates"),
        pytest.param(ALL_232 + "IV/12", "schedule", id="when"),
        pytest.param(ALL_232 + "V/7", "t0-comparator", id="a target"),
        pytest.param(ALL_488 + "10.3", "new_target", id="a target that is not there"),
        pytest.param(ALL_232 + "I/1", "text", id="no doubt, no target"),
    ],
)
def test_tab_comes_to_the_field_the_doubt_is_about(page: Page, address: str, field: str) -> None:
    opened(page, address)
    page.keyboard.press("Tab")

    expect(page.locator(f".row.open [name={field}]")).to_be_focused()
    expect(page.locator(f".row.open [name={field}]")).to_be_in_viewport()


def test_tab_passes_a_target_when_the_doubt_is_about_the_words(page: Page) -> None:
    opened(page, ALL_488 + "1.13")
    page.keyboard.press("t")
    page.locator(".pieces button").nth(3).click()
    expect(page.locator(".row.open .note")).to_contain_text("vừa tách đôi")
    assert page.locator(".row.open input.fig").count() == 1

    page.keyboard.press("Tab")

    expect(page.locator(".row.open [name=text]")).to_be_focused()
