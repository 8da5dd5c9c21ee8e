"""What handing a directive out would do, worked out before anybody does it: whom every printed name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dondoc.agencies import queries as agencies
from dondoc.directives.models import Directive, Item
from dondoc.rules.addressees import Addressees, Expansion


@dataclass(frozen=True, kw_only=True)
class Line:
    """One printed name: whom it means, and in how many rows it leads and cooperates."""

    expansion: Expansion
    leads: int
    cooperates: int
    names: tuple[str, ...]

    @property
    def open(self) -> bool:
        """Say whether a person must still say whom the name means."""
        return self.expansion.how == "unknown"


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The whole: its lines, the rows to hand out, and how many assignments they make."""

    lines: tuple[Line, ...]
    items: int
    assignments: int

    @property
    def to_see(self) -> tuple[Line, ...]:
        """Give the names that are not simply one agency's own."""
        return tuple(line for line in self.lines if line.names[:1] != (line.expansion.name,))

    @property
    def plain(self) -> tuple[Line, ...]:
        """Give the names that are an agency's own, letter by letter."""
        return tuple(line for line in self.lines if line.names[:1] == (line.expansion.name,))

    @property
    def open_names(self) -> tuple[str, ...]:
        """Give the names that a person must still settle."""
        return tuple(line.expansion.name for line in self.lines if line.open)


def standing_items(directive: Directive) -> list[Item]:
    """Give the rows of a directive that are to be done, in order."""
    rows = directive.items.exclude(decision=Item.Decision.DELETED).filter(status=Item.Status.IN_FORCE)
    return list(rows.order_by("position"))


def plan(directive: Directive, *, on: date, chosen: Mapping[str, str]) -> Plan:
    """Work out what handing a directive out on a day would do; `chosen` are codes a person gave unknown names."""
    addressees = Addressees(agencies.bodies(on))
    called = {body.code: body.name for body in addressees.bodies}
    items = standing_items(directive)
    leads = Counter(name for item in items for name in item.leads)
    cooperating = Counter(name for item in items for name in item.cooperating)
    lines = []
    for name in dict.fromkeys([*leads, *cooperating]):
        (expansion,) = addressees.expand([name], chosen)
        names = tuple(called.get(code, code) for code in expansion.codes)
        lines.append(Line(expansion=expansion, leads=leads[name], cooperates=cooperating[name], names=names))
    count = sum(len(shares(item, addressees, chosen)) for item in items)
    # What a person must settle or should look at comes first; names that are an agency's own come last.
    lines.sort(key=lambda line: ("unknown", "open", "group", "one").index(line.expansion.how))
    return Plan(lines=tuple(lines), items=len(items), assignments=count)


def shares(item: Item, addressees: Addressees, chosen: Mapping[str, str]) -> dict[str, str]:
    """Give who has which part in a row, by code: who leads does not also cooperate."""
    leads = _codes(addressees.expand(item.leads, chosen))
    cooperating = _codes(addressees.expand(item.cooperating, chosen))
    return dict.fromkeys(cooperating, "cooperating") | dict.fromkeys(leads, "lead")


def _codes(expansions: Iterable[Expansion]) -> list[str]:
    return [code for expansion in expansions for code in expansion.codes]
