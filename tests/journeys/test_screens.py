"""Every screen at both widths: nothing for axe to complain of, no sideways scrolling, a picture to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dondoc.demo import world as demo

from .conftest import NARROW, WIDE, Site, picture

pytestmark = pytest.mark.browser
SCREENS = {
    "dang-nhap": "/dang-nhap/",
    "viec-cua-toi": "/viec-cua-toi/",
    "van-ban": "/van-ban/",
    "tai-len": "/van-ban/tai-len/",
    "nhap-tay": "/van-ban/nhap-tay/",
    "thong-tin": "/van-ban/488-QD-CT-2022/thong-tin/",
    "soat-488": "/van-ban/488-QD-CT-2022/soat/?dong=8.13",
    "soat-488-hoi": "/van-ban/488-QD-CT-2022/soat/?dong=10.2&mode=ask",
    "soat-488-tat-ca": "/van-ban/488-QD-CT-2022/soat/?tab=tat-ca",
    "soat-232": "/van-ban/232-KH-UBND-2022/soat/",
    "them-dong": "/van-ban/488-QD-CT-2022/soat/dong-moi/",
    "cong-bo": "/van-ban/488-QD-CT-2022/cong-bo/",
    "chi-tieu-chung": "/van-ban/232-KH-UBND-2022/chi-tieu-chung/",
    "nhat-ky": "/van-ban/488-QD-CT-2022/nhat-ky/",
    "tim": "/tim/?q=so+hoa",
    "co-quan": "/co-quan/",
    "mot-co-quan": "/co-quan/huyen-vinh-tuong/",
    "khong-thay": "/van-ban/khong-co/",
}
AFTER = {
    "danh-muc": "/van-ban/488-QD-CT-2022/",
    "nhiem-vu": "/van-ban/488-QD-CT-2022/nhiem-vu/8/13/",
    "tim-thay": "/tim/?q=ky+so",
    "thu-hoi": "/van-ban/488-QD-CT-2022/thu-hoi/",
    "giao-viec": "/giao-viec/488-QD-CT-2022/giao/",
}
HANDED_OUT = {
    "duoc-giao": "/giao-viec/488-QD-CT-2022/",
    "viec-duoc-giao": "/giao-viec/488-QD-CT-2022/co-quan/so-y-te/",
}


@pytest.fixture(scope="module")
def site(both_read: Path) -> Iterator[Site]:
    found = Site(both_read)
    found.start()
    yield found
    found.stop()


@pytest.fixture(scope="module")
def pages(site: Site, browser: Browser) -> Iterator[dict[str, Page]]:
    found = {}
    for name, more in {
        "1280": {"viewport": WIDE}, "390": {"viewport": NARROW}, "toi": {"viewport": WIDE, "color_scheme": "dark"}
    }.items():  # fmt: skip
        page = browser.new_context(base_url=site.url, **more).new_page()
        page.goto("/dang-nhap/")
        page.fill("[name=username]", "chanhvanphong")
        page.fill("[name=password]", demo.PASSWORD)
        page.click("main button")
        found[name] = page
    yield found
    for page in found.values():
        page.context.close()


def faults(page: Page) -> list[str]:
    answer = Axe().run(page)
    return [f"{each['id']}: {node['html'][:120]}" for each in answer.response["violations"] for node in each["nodes"]]


def look(page: Page, address: str, name: str) -> list[str]:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    picture(page, name)
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return faults(page) + ([f"scrolls {wide} sideways"] if wide > 0 else [])


@pytest.mark.parametrize("width", ["1280", "390", "toi"])
@pytest.mark.parametrize("name", SCREENS)
def test_a_screen_has_no_fault(pages: dict[str, Page], name: str, width: str) -> None:
    assert look(pages[width], SCREENS[name], f"{name}-{width}") == []


def test_english_screens_have_no_fault(pages: dict[str, Page]) -> None:
    found = {}
    for width in ("1280", "390"):
        page = pages[width]
        page.context.add_cookies([{"name": "dondoc_language", "value": "en", "domain": "127.0.0.1", "path": "/"}])
        for name in ("viec-cua-toi", "soat-488", "cong-bo"):
            found[name, width] = look(page, SCREENS[name], f"{name}-en-{width}")
            assert page.locator("html").get_attribute("lang") == "en"
        page.context.clear_cookies(name="dondoc_language")

    assert {place: each for place, each in found.items() if each} == {}


def test_screens_after_publication_have_no_fault(
    start: Callable[..., Site], both_read: Path, open_page: Callable[..., Page]
) -> None:
    site = start(both_read)
    wide, narrow = open_page(site, "chanhvanphong"), open_page(site, "chanhvanphong", size=NARROW)
    wide.goto("/van-ban/488-QD-CT-2022/cong-bo/")
    wide.fill("#reason", "Các chỗ còn lại đã đối chiếu bản giấy")
    wide.get_by_role("button", name="Công bố danh mục").click()
    wide.wait_for_url("**/van-ban/488-QD-CT-2022/")

    found = {name: look(page, address, f"{name}-{width}") for name, address in AFTER.items()
             for width, page in (("1280", wide), ("390", narrow))}  # fmt: skip

    assert {name: each for name, each in found.items() if each} == {}
    wide.goto(AFTER["giao-viec"])
    wide.select_option("#receiver", "so-thong-tin-va-truyen-thong")
    wide.get_by_role("button", name="Giao việc").click()
    wide.wait_for_url("**/giao-viec/488-QD-CT-2022/")
    handed = {name: look(page, address, f"{name}-{width}") for name, address in HANDED_OUT.items()
              for width, page in (("1280", wide), ("390", narrow))}  # fmt: skip
    assert {name: each for name, each in handed.items() if each} == {}
