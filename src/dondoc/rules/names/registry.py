"""Agencies known by name: exact, by alias, by what survives a scan; anything further is only a suggestion."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dondoc.rules import parameters
from dondoc.rules.names.spelling import fold, skeleton


@dataclass(frozen=True, kw_only=True)
class Match:
    """What a registry says of a name: `how` is exact, alias, skeleton or near; near is a suggestion only."""

    name: str
    how: str


class Registry:
    """The agencies that are known, each by its name and aliases.

    The staged rule was measured on 1,140 damaged names without one false match: exact, alias, one skeleton
    only, else an edit distance that is small, alone, and small in every word.
    """

    def __init__(self, agencies: Iterable[tuple[str, Iterable[str]]]) -> None:
        self._exact: dict[str, str] = {}
        self._alias: dict[str, str] = {}
        self._skeletons: dict[str, set[str]] = {}
        self.names: list[str] = []
        for name, aliases in agencies:
            self.names.append(name)
            self._exact.setdefault(_plain(name), name)
            self._skeletons.setdefault(skeleton(name), set()).add(name)
            for alias in aliases:
                self._alias.setdefault(_plain(alias), name)

    def as_json(self) -> list[list[object]]:
        """Give names and aliases as plain values for another process."""
        aliases: dict[str, list[str]] = {name: [] for name in self.names}
        for alias, name in self._alias.items():
            aliases.setdefault(name, []).append(alias)
        return [[name, found] for name, found in aliases.items()]

    @classmethod
    def from_json(cls, values: Iterable[tuple[str, Iterable[str]]]) -> Registry:
        """Make a registry from what as_json gave."""
        return cls((name, tuple(aliases)) for name, aliases in values)

    def __add__(self, other: Registry) -> Registry:
        """Join two registries; the names of the first win."""
        joined = Registry(())
        for part in (self, other):
            joined.names += [name for name in part.names if _plain(name) not in joined._exact]
            for mine, theirs in ((joined._exact, part._exact), (joined._alias, part._alias)):
                for key, name in theirs.items():
                    mine.setdefault(key, name)
            for bones, names in part._skeletons.items():
                joined._skeletons.setdefault(bones, set()).update(names)
        return joined

    def find(self, name: str) -> Match | None:
        """Find the agency a printed name means, None where it must be asked."""
        words = _plain(name)
        if words in self._exact:
            return Match(name=self._exact[words], how="exact")
        if words in self._alias:
            return Match(name=self._alias[words], how="alias")
        bones = self._skeletons.get(skeleton(name), set())
        if len(bones) == 1:
            return Match(name=next(iter(bones)), how="skeleton")
        return self._near(skeleton(name))

    def _near(self, bones: str) -> Match | None:
        """Suggest the one name that is a slip or two away; two-letter words must be equal (Sở is not Bộ)."""
        limit = max(1, len(bones) * 12 // 100)
        words = bones.split()
        found: list[tuple[int, str]] = []
        for other in self._skeletons:
            if abs(len(other) - len(bones)) > limit + 2 or len(other.split()) != len(words):
                continue
            distance = _distance(bones, other, limit + 2)
            if distance <= limit + 2:
                found.append((distance, other))
        found.sort()
        if not found or found[0][0] > limit or (len(found) > 1 and found[1][0] - found[0][0] < 2):
            return None
        best = found[0][1]
        if not all(_close(mine, theirs) for mine, theirs in zip(words, best.split(), strict=True)):
            return None
        names = self._skeletons[best]
        return Match(name=min(names), how="near") if len(names) == 1 else None


def _plain(name: str) -> str:
    """Give a name in small letters with single blanks and one kind of dash, marks kept."""
    return " ".join(name.lower().replace("–", "-").replace(" - ", "-").split())


def _close(mine: str, theirs: str) -> bool:
    if len(mine) <= 2 or len(theirs) <= 2:
        return mine == theirs
    return _distance(mine, theirs, 3) <= (2 if len(theirs) > 5 else 1)


def _distance(one: str, two: str, limit: int) -> int:
    """Count the letters to add, drop or change between two words, giving up above the limit."""
    row = list(range(len(two) + 1))
    for i, letter in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(two, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
        if min(row) > limit:
            return limit + 1
    return row[-1]


@cache
def standard_registry() -> Registry:
    """Give the bodies that recur in the directives of all provinces."""
    return _registry(parameters.load("agencies")["agency"])


class RegistryFault(ValueError):
    """A list of agencies that cannot be used; its words say what is wrong in it."""


def registry_of(text: str, form: str = "toml") -> Registry:
    """Make a registry from the text of a list: TOML, JSON, or lines with a name and its aliases.

    TOML has tables [[agency]] with `name` and, where there are any, `aliases`; JSON a list of names or of such
    objects, also under "agencies"; lines hold a name and aliases apart by semicolons or tabs, a heading left out.
    Raises RegistryFault where the text is no such list.
    """
    return _registry(FORMS.get(form, _from_lines)(text))


def _registry(tables: Sequence[dict[str, Any]]) -> Registry:
    for order, table in enumerate(tables, 1):
        aliases = table.get("aliases", ())
        if not isinstance(table.get("name"), str) or not all(isinstance(alias, str) for alias in aliases):
            raise RegistryFault(f"cơ quan thứ {order} thiếu name, hoặc aliases không phải danh sách chữ")
    return Registry((table["name"], table.get("aliases", ())) for table in tables)


def _from_toml(text: str) -> list[dict[str, Any]]:
    try:
        tables = tomllib.loads(text)["agency"]
    except tomllib.TOMLDecodeError as error:
        raise RegistryFault(f"không phải TOML, {error}") from error
    except KeyError as error:
        raise RegistryFault("không có mục [[agency]] nào") from error
    return _tables(tables)


def _from_json(text: str) -> list[dict[str, Any]]:
    try:
        values = json.loads(text)
    except ValueError as error:
        raise RegistryFault(f"không phải JSON, {error}") from error
    return _tables(values.get("agencies") if isinstance(values, dict) else values)


def _tables(values: object) -> list[dict[str, Any]]:
    if not isinstance(values, list) or not all(isinstance(value, str | dict) for value in values):
        raise RegistryFault("không phải danh sách cơ quan")
    return [{"name": value} if isinstance(value, str) else value for value in values]


def _from_lines(text: str) -> list[dict[str, Any]]:
    rows = [[cell.strip() for cell in re.split(r"[;\t]", line)] for line in text.splitlines() if line.strip()]
    if rows and fold(rows[0][0]) in ("name", "ten", "ten co quan", "co quan"):
        rows = rows[1:]
    if not rows:
        raise RegistryFault("không có cơ quan nào")
    return [{"name": row[0], "aliases": [alias for alias in row[1:] if alias]} for row in rows]


FORMS = {"toml": _from_toml, "json": _from_json}

__all__ = ["Match", "Registry", "RegistryFault", "registry_of", "standard_registry"]
