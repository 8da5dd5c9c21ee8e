"""Prepare the database and serve: the web server, and beside it the worker that reads documents."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from dondoc.audit.heads import Verdict

SETTINGS = "dondoc.config.settings"
PATIENCE = 10.0
EXPORT_EVERY = 900.0
"""So many seconds apart it is looked whether the head of the day's audit trail is still to be written."""
GUNICORN = (
    "--worker-class",
    "gthread",
    "--workers",
    "2",
    "--threads",
    "4",
    "--timeout",
    "120",
    "--log-level",
    "warning",
)


def up(*, host: str, port: int, demo: bool) -> int:
    """Migrate, load the sample province where asked for, and serve until stopped; gives the exit status."""
    if not _is_free(host, port):
        sys.stderr.write(
            f"Cổng {port} đang có chương trình khác dùng. Dừng chương trình ấy, hoặc chạy với --port 8001.\n"
        )
        return 2
    if demo:
        os.environ.setdefault("DONDOC_SECOND_FACTOR", "optional")  # the sample's administrator has no telephone
    prepare()
    if demo:
        _tell_demo()
    worker = _start(["-m", "django", "db_worker", "--interval", "0.5", "--no-startup-delay"])
    web = _start(["-m", "gunicorn", "dondoc.config.wsgi:application", "--bind", f"{host}:{port}", *GUNICORN])
    _say(f"Đôn Đốc đang phục vụ tại http://{host}:{port} (Ctrl+C để dừng)")
    return _watch((web, worker))


def load_demo() -> int:
    """Load the sample province without serving."""
    prepare()
    _tell_demo()
    return 0


def prepare() -> None:
    """Set Django up and bring the database to the present form."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("take_up_readings", verbosity=0)


def export_audit_head(folder: Path | None = None) -> Path:
    """Write the signed head of today's audit trail; gives the file."""
    prepare()
    from django.conf import settings
    from django.utils import timezone

    from dondoc.audit import heads

    return heads.export(folder=folder or settings.AUDIT_HEADS, key=settings.AUDIT_KEY, now=timezone.localtime())


def close_idle_accounts() -> list[str]:
    """Close the accounts that were not used for too long; gives their sign-in names."""
    prepare()
    from django.utils import timezone

    from dondoc.accounts.actions import signing_in

    return signing_in.close_idle(now=timezone.now())


def verify_audit(folder: Path | None = None) -> tuple[Verdict, list[str]]:
    """Verify the audit trail; gives the verdict and each break in words."""
    prepare()
    from django.conf import settings

    from dondoc.audit import heads, wording

    verdict = heads.verify(folder=folder or settings.AUDIT_HEADS, key=settings.AUDIT_KEY)
    return verdict, [wording.say_break(each.number, each.code) for each in verdict.breaks]


def _tell_demo() -> None:
    from django.utils import timezone

    from dondoc.demo import world

    for done in world.build(now=timezone.now()):
        _say(f"Tỉnh mẫu: {done}")
    _say(f"Tài khoản dùng thử, mật khẩu chung {world.PASSWORD}:")
    for account in world.ACCOUNTS:
        _say(f"  {account.sign_in_name:14} {account.post}")


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _start(arguments: Sequence[str]) -> subprocess.Popen[bytes]:
    # The arguments are our own words, none comes from outside.
    return subprocess.Popen([sys.executable, *arguments], env=os.environ | {"DJANGO_SETTINGS_MODULE": SETTINGS})  # noqa: S603


def _watch(children: Sequence[subprocess.Popen[bytes]]) -> int:
    """Wait until a signal or the end of a child, then end all; gives 0 when it was a signal."""
    asked = False

    def stop(_signal: int, _frame: FrameType | None) -> None:
        nonlocal asked
        asked = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    checked = time.monotonic()
    while not asked and all(child.poll() is None for child in children):
        time.sleep(0.2)
        if time.monotonic() - checked > EXPORT_EVERY:
            checked = time.monotonic()
            export_audit_head()
            close_idle_accounts()
    for child in children:
        child.terminate()
    deadline = time.monotonic() + PATIENCE
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
    return 0 if asked else 1


def _say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
