"""Dated parameters of law as data: holidays by year, windows of reports. Each file names its sources."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any


@cache
def load(name: str) -> dict[str, Any]:
    """Read one table of parameters that comes with the package; raises FileNotFoundError where there is none."""
    import tomllib  # read once in a process, and not at all by most

    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))
