"""A real server with its worker, and a real browser, for journeys."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

from dondoc.demo import world as demo
from world import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "test-results"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


class Site:
    """One running site: its address and how to start and stop it."""

    def __init__(self, var: Path, **more: str) -> None:
        self.var, self.port = var, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        keep = {name: value for name, value in os.environ.items() if not name.startswith(("DONDOC_", "DATABASE_URL"))}
        self.env = keep | {"DJANGO_SETTINGS_MODULE": "dondoc.config.settings", "DONDOC_VAR": str(var), **more}
        self.running: list[subprocess.Popen[bytes]] = []

    def run(self, *arguments: str) -> None:
        """Run a command of Django's to its end."""
        subprocess.run(
            [sys.executable, "-m", "django", *arguments], env=self.env, cwd=ROOT, check=True, capture_output=True
        )

    def start(self) -> None:
        """Start the server and the worker and wait for the first page."""
        serve = ("gunicorn", "--workers=2", "--threads=4", f"--bind=127.0.0.1:{self.port}", "dondoc.config.wsgi")
        work = ("django", "db_worker", "--interval=0.1")
        with (self.var / "server.log").open("ab") as log:
            for command in (serve, work):
                self.running.append(
                    subprocess.Popen([sys.executable, "-m", *command], env=self.env, cwd=ROOT, stdout=log, stderr=log)
                )
        for _ in range(150):
            try:
                with urllib.request.urlopen(f"{self.url}/dang-nhap/", timeout=5):  # noqa: S310
                    return
            except OSError:
                time.sleep(0.1)
        raise AssertionError((self.var / "server.log").read_text())

    def stop(self) -> None:
        """Stop both."""
        for process in self.running:
            process.send_signal(signal.SIGTERM)
        for process in self.running:
            process.wait(timeout=20)
        self.running.clear()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@pytest.fixture(scope="session")
def people_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the files of a site with the demo accounts and no document."""
    var = tmp_path_factory.mktemp("people")
    site = Site(var)
    site.run("migrate", "--verbosity=0")
    site.run("build_demo", "--people")
    return var


@pytest.fixture(scope="session")
def both_read(people_only: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the files of a site with both documents read."""
    var = tmp_path_factory.mktemp("both") / "var"
    shutil.copytree(people_only, var)
    Site(var).run("build_demo")
    return var


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Site]]:
    """Give a starter of sites, each on its own copy of some files; all are stopped at the end."""
    started: list[Site] = []

    def begin(files: Path, **more: str) -> Site:
        var = tmp_path / f"var{len(started)}"
        shutil.copytree(files, var)
        site = Site(var, **more)
        started.append(site)
        site.start()
        return site

    yield begin
    for site in started:
        site.stop()


@pytest.fixture(scope="session")
def playwright_() -> Iterator[Playwright]:
    with sync_playwright() as found:
        yield found


@pytest.fixture(scope="session")
def browser(playwright_: Playwright) -> Iterator[Browser]:
    found = playwright_.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
    yield found
    found.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


FAILED: pytest.StashKey[bool] = pytest.StashKey()


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Give an opener of pages; what the page complains about fails the test, and a failed test leaves its trace."""
    contexts, complaints = [], []

    def opener(site: Site, name: str = "tonghop", *, size: dict[str, int] = WIDE, **more: object) -> Page:
        context = browser.new_context(viewport=size, base_url=site.url, **more)
        context.tracing.start(screenshots=True, snapshots=True)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        if name:
            page.goto("/dang-nhap/")
            page.fill("[name=username]", name)
            page.fill("[name=password]", demo.PASSWORD)
            page.click("main button")
        page.complaints = complaints
        return page

    yield opener
    for number, context in enumerate(contexts):
        if request.node.stash.get(FAILED, False):
            RESULTS.mkdir(exist_ok=True)
            context.tracing.stop(path=RESULTS / f"{request.node.name[:80]}-{number}.zip")
        else:
            context.tracing.stop()
        context.close()
    assert [said for said in complaints if "422" not in said and "409" not in said] == []


def picture(page: Page, name: str) -> None:
    """Save a picture of the page beside the traces."""
    RESULTS.mkdir(exist_ok=True)
    page.screenshot(path=RESULTS / f"{name}.png", full_page=page.viewport_size["width"] < 1000)


__all__ = ["SAMPLES"]
