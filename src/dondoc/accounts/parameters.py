"""Dated parameters of signing in, each with its source."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class SignInRules:
    """What holds on a day: days until an idle account is closed; tries in a row; minutes of waiting."""

    idle_days: int
    failures: int
    first_wait: int
    longest_wait: int

    def waits_until(self, count: int, last_at: datetime) -> datetime | None:
        """Say until when nobody may try again after so many tries in a row, the last at that time; None: at once."""
        over = count - self.failures
        if over < 0:
            return None
        return last_at + timedelta(minutes=min(self.first_wait * 2 ** min(over, 16), self.longest_wait))


@cache
def packs() -> list[dict[str, Any]]:
    """Give every pack, the oldest first."""
    text = (Path(__file__).parent / "parameters.toml").read_text(encoding="utf-8")
    return sorted(tomllib.loads(text)["packs"], key=lambda pack: pack["valid_from"])


def on(day: date) -> SignInRules:
    """Give the rules in force on a day; before the first pack, those of the first."""
    found = [pack for pack in packs() if pack["valid_from"] <= day] or packs()[:1]
    return SignInRules(**{name: found[-1][name] for name in SignInRules.__dataclass_fields__})
