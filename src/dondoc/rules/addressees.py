"""Whom a printed addressee means among the agencies of a day: one of them, a group of them, or nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


class Addressees:
    """The bodies of a day, ready to say whom printed names mean; made once for a whole directive."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self.bodies = tuple(bodies)
        self.codes = {body.name: body.code for body in bodies}
        self.registry = Registry((body.name, body.aliases) for body in bodies)

    def expand(self, names: Sequence[str], chosen: Mapping[str, str] | None = None) -> tuple[Expansion, ...]:
        """Say for each name whom it means, in order; a body named twice is given to its first name only.

        `chosen` are the codes a person gave names that nobody here bears. A name nearly known is unknown, with the
        body it may mean.
        """
        out: list[Expansion] = []
        taken: set[str] = set()
        for name in names:
            found = self._meant(name, chosen or {})
            fresh = tuple(code for code in found.codes if code not in taken)
            taken.update(fresh)
            out.append(Expansion(name=name, how=found.how, codes=fresh, suggestion=found.suggestion))
        return tuple(out)

    def _meant(self, name: str, chosen: Mapping[str, str]) -> Expansion:
        if name in chosen:
            return Expansion(name=name, how="one", codes=(chosen[name],) if chosen[name] else ())
        match, kinds = self.registry.find(name), _kinds(name)
        if match is not None and match.how != "near":
            return Expansion(name=name, how="one", codes=(self.codes[match.name],))
        if kinds is not None:
            codes = tuple(body.code for body in self.bodies if body.kind in kinds)
            return Expansion(name=name, how="group" if codes else "open", codes=codes)
        return Expansion(name=name, how="unknown", suggestion=self.codes[match.name] if match else None)


def _kinds(name: str) -> frozenset[str] | None:
    words = " ".join(letters.folded(name).split())
    return next((kinds for pattern, kinds in _groups() if pattern.fullmatch(words)), None)


@cache
def _groups() -> tuple[tuple[Pattern, frozenset[str]], ...]:
    groups = parameters.load("addressees")["groups"]
    return tuple((Pattern(group["words"]), frozenset(group["kinds"])) for group in groups)
