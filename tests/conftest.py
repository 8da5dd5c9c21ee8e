"""Fixtures that all tests share; what they are made of stands in world.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection

from dondoc.accounts.models import Person, Role
from dondoc.audit import triggers
from dondoc.directives.models import Directive
from world import SMALL, person, read_text


@pytest.fixture(autouse=True)
def own_files(tmp_path: Path, settings: Any) -> None:
    """Give each test folders of its own for files."""
    settings.ORIGINALS, settings.INCOMING = tmp_path / "originals", tmp_path / "incoming"


@pytest.fixture
def clerk(db: None) -> Person:
    return person("ha", "Lưu Thị Hà", Role.CLERK)


@pytest.fixture
def publisher(db: None) -> Person:
    return person("long", "Trần Đức Long", Role.PUBLISHER)


@pytest.fixture
def reader(db: None) -> Person:
    return person("khanh", "Đỗ Văn Khánh", Role.READER)


@pytest.fixture
def administrator(db: None) -> Person:
    return person("mai", "Phùng Thị Mai", Role.ADMINISTRATOR)


@pytest.fixture
def stranger(db: None) -> Person:
    return person("la", "Người Lạ")


@pytest.fixture
def small(clerk: Person) -> Directive:
    """Give a read directive of five rows, the last of them doubtful."""
    return read_text(SMALL, clerk)


@pytest.fixture(scope="module")
def open_trail(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let a module with real transactions clear the audit trail after each test."""
    editor = SimpleNamespace(connection=connection)
    with django_db_blocker.unblock():
        triggers.remove(None, editor)
    yield
    with django_db_blocker.unblock():
        triggers.install(None, editor)
