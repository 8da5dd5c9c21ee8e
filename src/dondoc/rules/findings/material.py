"""What a proof-reader has before him: the catalogue, how the document is laid out, and the agencies that are known."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dondoc.rules.catalogue import Catalogue, Finding, Item, Severity
from dondoc.rules.names import Registry
from dondoc.rules.pairs import groups
from dondoc.rules.passages import Passage
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import Target


@dataclass(frozen=True, kw_only=True)
class Structure:
    """How a document is laid out: sections of its tables (number, title, line), chapters (number, words, line), prose.

    `passages` may hold the aims below group titles too, as passages of kind "aims". `names_read` are the names of
    cells that were read otherwise than printed: as printed, as read, ref of the row. `sentences` says that the rows
    are sentences of the body, whose numbers are those of its points.
    """

    sections: tuple[tuple[str, str, int], ...] = ()
    chapters: tuple[tuple[str, str, int], ...] = ()
    passages: tuple[Passage, ...] = ()
    names_read: tuple[tuple[str, str, str], ...] = ()
    sentences: bool = False


@dataclass(frozen=True, kw_only=True)
class Material:
    """Everything the checks look at; items stand in the order of the document whatever order they came in."""

    catalogue: Catalogue
    registry: Registry
    structure: Structure = field(default_factory=Structure)
    others: tuple[Catalogue, ...] = ()

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Give the items in document order."""
        return tuple(sorted(self.catalogue.items, key=lambda item: (item.source.start, _natural(item.ref))))

    @cached_property
    def sections(self) -> dict[str, tuple[Item, ...]]:
        """Give the items of each section by the section's code, "" where an item stands in none."""
        found: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            found[section_of(item)].append(item)
        return {code: tuple(items) for code, items in found.items()}

    @cached_property
    def sisters(self) -> tuple[tuple[Item, ...], ...]:
        """Give the groups of tasks that recur in several lists."""
        return groups(self.items)


_REMAINS = {"\\geq": "≥", "\\leq": "≤", "\\%": "%", "$": "", "**": ""}
_RUNS = Pattern(r"\d+|\D+")

Check = Callable[[Material], Iterator[Finding]]


def section_of(item: Item) -> str:
    """Give the code of the section an item stands in, as its ref says ("3#2/5" stands in the second "3")."""
    return item.ref.rpartition("/")[0]


def warning(code: str, message: str, quote: str, *where: str) -> Finding:
    """Make a finding a person should look at."""
    return Finding(code=code, severity=Severity.WARNING, message=message, quote=quote, where=where)


def note(code: str, message: str, quote: str, *where: str) -> Finding:
    """Make a finding that is good to know."""
    return Finding(code=code, severity=Severity.NOTE, message=message, quote=quote, where=where)


def error(code: str, message: str, quote: str, *where: str) -> Finding:
    """Make a finding that must be settled before the directive is published."""
    return Finding(code=code, severity=Severity.ERROR, message=message, quote=quote, where=where)


def shown(target: Target) -> str:
    """Give the words of a target for a message, with plain signs for what a scan left of formulas."""
    text = target.text
    for remains, sign in _REMAINS.items():
        text = text.replace(remains, sign)
    return " ".join(text.split())


def _natural(ref: str) -> tuple[tuple[int, str], ...]:
    """Order refs as people count: 1/2 before 1/10."""
    return tuple((int(part), "") if part.isdecimal() and len(part) < 10 else (0, part) for part in _RUNS.findall(ref))
