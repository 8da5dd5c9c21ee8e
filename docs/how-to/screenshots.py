# ruff: noqa: INP001
"""Takes the pictures of the guides from a fresh site with the sample province: `python docs/how-to/screenshots.py`."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PORT = 8765
SITE = f"http://127.0.0.1:{PORT}"
PICTURES = {
    "viec-cua-toi": "/viec-cua-toi/",
    "tai-len": "/van-ban/tai-len/",
    "soat-van-ban": "/van-ban/488-QD-CT-2022/soat/?dong=8.13",
    "cong-bo": "/van-ban/488-QD-CT-2022/cong-bo/",
}
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


def main() -> None:
    """Build a site in a temporary folder, sign in as the clerk, and save each picture."""
    with tempfile.TemporaryDirectory() as var:
        env = os.environ | {"DONDOC_VAR": var, "DJANGO_SETTINGS_MODULE": "dondoc.config.settings"}
        for command in (("migrate", "--verbosity=0"), ("build_demo",)):
            subprocess.run([sys.executable, "-m", "django", *command], env=env, cwd=ROOT, check=True)  # noqa: S603
        serve = [sys.executable, "-m", "gunicorn", f"--bind=127.0.0.1:{PORT}", "dondoc.config.wsgi"]
        server = subprocess.Popen(serve, env=env, cwd=ROOT)  # noqa: S603
        try:
            wait()
            shoot()
        finally:
            server.terminate()
            server.wait()


def wait() -> None:
    """Wait until the site answers."""
    for _ in range(100):
        try:
            urllib.request.urlopen(f"{SITE}/dang-nhap/", timeout=5).close()  # noqa: S310 - our own address
        except OSError:
            time.sleep(0.1)
        else:
            return


def shoot() -> None:
    """Save each picture wide, and the review also narrow."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=FLAGS
        )
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        sign_in(page)
        for name, address in PICTURES.items():
            page.goto(SITE + address)
            page.screenshot(path=HERE / f"{name}.png")
        page.set_viewport_size({"width": 390, "height": 844})
        page.goto(SITE + PICTURES["soat-van-ban"])
        page.screenshot(path=HERE / "soat-van-ban-390.png")
        browser.close()


def sign_in(page: Page) -> None:
    """Sign in as the clerk of the sample province."""
    page.goto(f"{SITE}/dang-nhap/")
    page.fill("[name=username]", "tonghop")
    page.fill("[name=password]", "thu-nghiem-2022")
    page.click("main button")


if __name__ == "__main__":
    main()
