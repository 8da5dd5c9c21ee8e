"""The reference pages say what the code says now, and say it all."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from dondoc.rules import parameters
from dondoc.rules.findings import CHECKS

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference"


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_writer", REFERENCE / "write.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def test_the_pages_are_fresh(writer: ModuleType) -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in REFERENCE.glob("*.md")}

    behind = sorted(name for name, text in writer.pages().items() if kept.get(name) != text)
    assert behind == [], "run: make reference"
    assert set(kept) == set(writer.pages())


def test_every_code_agency_and_day_off_stands_on_its_page(writer: ModuleType) -> None:
    pages = writer.pages()

    assert [code for code in CHECKS if f"`{code}`" not in pages["findings.md"]] == []
    assert "` |  |" not in pages["findings.md"], "a code without severity"
    agencies = parameters.load("agencies")["agency"]
    assert pages["agencies.md"].count("\n| ") == len(agencies) + 1
    assert "Nghị định 09/2019/NĐ-CP, Điều 13" in pages["parameters.md"]
    assert "Tết Nguyên đán Nhâm Dần" in pages["parameters.md"]


@pytest.mark.parametrize("name", ["read", "check", "target", "periods", "doctor", "up", "demo"])
def test_every_command_of_the_contract_has_its_part(writer: ModuleType, name: str) -> None:
    assert f"## dondoc {name}\n" in writer.pages()["commands.md"]


@pytest.mark.parametrize("name", ["DATABASE_URL", "DONDOC_VAR", "DONDOC_MAIL", "DONDOC_READING_MEMORY_MB"])
def test_settings_of_an_office_are_listed(writer: ModuleType, name: str) -> None:
    assert f"| `{name}` |" in writer.pages()["settings.md"]
