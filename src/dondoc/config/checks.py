"""What must hold before the site serves anyone, each with a number and a hint."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

Check = Callable[..., list[CheckMessage]]
OLDEST_SQLITE = (3, 37)


def var_is_writable(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the folder for the database and the originals can be written."""
    settings.VAR.mkdir(parents=True, exist_ok=True)
    if os.access(settings.VAR, os.W_OK):
        return []
    return [
        Error(
            f"The folder {settings.VAR} cannot be written.",
            hint="Give this account the right to write there, or set DONDOC_VAR to another folder.",
            id="dondoc.E001",
        )
    ]


def secret_is_private(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that nobody else on this machine can read the kept secret key."""
    path = settings.VAR / "secret-key"
    if not path.exists() or path.stat().st_mode & 0o077 == 0:
        return []
    return [Error(f"{path} can be read by other accounts.", hint=f"Run: chmod 600 {path}", id="dondoc.E002")]


def database_is_known(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Check that the database is one of the two that the suite runs on, and not too old."""
    engine = settings.DATABASES["default"]["ENGINE"]
    if not engine.endswith(("sqlite3", "postgresql")):
        return [
            Error(
                f"{engine} is not supported.",
                hint="Leave DATABASE_URL empty for SQLite, or give postgres://….",
                id="dondoc.E003",
            )
        ]
    if engine.endswith("sqlite3") and sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return [
            Error(
                f"SQLite {sqlite3.sqlite_version} is too old.",
                hint="Use SQLite 3.37 or later, or PostgreSQL.",
                id="dondoc.E004",
            )
        ]
    return []


def served_safely(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Warn where the site is open to other machines without HTTPS."""
    local = {"localhost", "127.0.0.1", "[::1]", "testserver"}
    if settings.DEBUG or settings.DONDOC_HTTPS or set(settings.ALLOWED_HOSTS) <= local:
        return []
    return [
        Warning(
            "The site is served to other machines without HTTPS.",
            hint="Put it behind a server with a certificate and set DONDOC_HTTPS=1.",
            id="dondoc.W001",
        )
    ]


CHECKS: tuple[Check, ...] = (var_is_writable, secret_is_private, database_is_known, served_safely)
