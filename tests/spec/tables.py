"""Reads the tables of cases a jurist can check."""

import tomllib
from pathlib import Path
from typing import Any

TARGET_FIELDS: dict[str, Any] = {
    "subject": None, "comparator": None, "value": None, "unit": None, "low": None, "high": None, "of": None,
    "change": False, "baseline": None, "qualifier": None, "per": None, "by": None,
}  # fmt: skip
SCHEDULE_FIELDS: dict[str, Any] = dict.fromkeys(("from", "to", "min", "per", "event"))


def cases(table: str) -> list[dict[str, Any]]:
    return tomllib.loads((Path(__file__).parent / f"{table}.toml").read_text(encoding="utf-8"))["case"]


def asked(got: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Cut what was read down to the fields the table speaks of."""
    return {field: got[field] for field in expected}
