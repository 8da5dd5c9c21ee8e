"""Whom a printed addressee means among the agencies of a day: one of them, a group of them, or nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dondoc.rules import letters, parameters
from dondoc.rules.names import Registry
from dondoc.rules.patterns import Pattern


@dataclass(frozen=True, kw_only=True)
class Body:
    """An agency as it stands on the day of an assignment: its code, name, other names and kind."""

    code: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str


@dataclass(frozen=True, kw_only=True)
class Expansion:
    """What a name stands for: `how` is one, group, open (the lead names them on accepting) or unknown."""

    name: str
    how: str
    codes: tuple[str, ...] = ()
    suggestion: str | None = None


def expand(names: Sequence[str], bodies: Sequence[Body]) -> tuple[Expansion, ...]:
    """Say for each name whom it means, in order; a body named twice is given to its first name only.

    `bodies` are those of the day of publication. A name nearly known is unknown with the body it may mean.
    """
    registry = Registry((body.name, body.aliases) for body in bodies)
    codes = {body.name: body.code for body in bodies}
    out: list[Expansion] = []
    taken: set[str] = set()
    for name in names:
        found = _one(name, registry, codes) or _group(name, bodies) or Expansion(name=name, how="unknown")
        fresh = tuple(code for code in found.codes if code not in taken)
        taken.update(fresh)
        out.append(Expansion(name=name, how=found.how, codes=fresh, suggestion=found.suggestion))
    return tuple(out)


def _one(name: str, registry: Registry, codes: dict[str, str]) -> Expansion | None:
    match = registry.find(name)
    if match is None:
        return None
    if match.how == "near":
        return None if _kinds(name) is not None else Expansion(name=name, how="unknown", suggestion=codes[match.name])
    return Expansion(name=name, how="one", codes=(codes[match.name],))


def _group(name: str, bodies: Sequence[Body]) -> Expansion | None:
    kinds = _kinds(name)
    if kinds is None:
        return None
    codes = tuple(body.code for body in bodies if body.kind in kinds)
    return Expansion(name=name, how="group" if codes else "open", codes=codes)


def _kinds(name: str) -> frozenset[str] | None:
    words = " ".join(letters.folded(name).split())
    return next((kinds for pattern, kinds in _groups() if pattern.fullmatch(words)), None)


@cache
def _groups() -> tuple[tuple[Pattern, frozenset[str]], ...]:
    groups = parameters.load("addressees")["groups"]
    return tuple((Pattern(group["words"]), frozenset(group["kinds"])) for group in groups)
