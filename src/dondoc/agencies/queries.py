"""Reads of agencies: as on a day, as a tree, by name, and as the reader knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from dondoc.agencies import kinds
from dondoc.agencies.models import Agency, Event, Kind, Standing
from dondoc.rules import names
from dondoc.rules.addressees import Body
from dondoc.rules.names import Registry


def standing_on(day: date) -> QuerySet[Standing]:
    """Give the agencies as they stand on a day, with kind and parent."""
    began = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    goes_on = Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    return Standing.objects.filter(began, goes_on).select_related("agency", "kind", "parent")


def bodies(day: date) -> list[Body]:
    """Give the agencies of a day as the rules take them to say whom a printed addressee means."""
    return [
        Body(
            code=standing.agency.code, name=standing.name, kind=standing.kind.code,
            aliases=tuple(alias for alias in (standing.short_name, *standing.aliases) if alias),
        )
        for standing in standing_on(day)
    ]  # fmt: skip


def registry() -> Registry | None:
    """Give the province's own agencies as the reader takes them, under all their names; None where none are kept."""
    known = [
        (standing.name, [alias for alias in (standing.short_name, *standing.aliases) if alias])
        for standing in Standing.objects.order_by("id")
    ]
    return Registry(known) if known else None


@dataclass(frozen=True, kw_only=True)
class Branch:
    """One line of the tree: an agency, how deep it stands, and how many stand below it."""

    standing: Standing
    depth: int
    below: int


def tree(day: date, *, words: str = "", kind: str = "") -> list[Branch]:
    """Give the tree of a day in the order to be read, or those that words and kind choose, flat but in that order."""
    standings = list(standing_on(day))
    under: dict[int | None, list[Standing]] = defaultdict(list)
    ids = {standing.agency_id for standing in standings}
    for standing in standings:
        under[standing.parent_id if standing.parent_id in ids else None].append(standing)
    lines: list[Branch] = []
    _grow(under, None, 0, lines)
    return [line for line in lines if _chosen(line.standing, words, kind)]


def _grow(under: dict[int | None, list[Standing]], parent: int | None, depth: int, lines: list[Branch]) -> int:
    """Add the branches below a parent; give how many agencies they hold."""
    count = 0
    for standing in under.get(parent, ()):
        place = len(lines)
        lines.append(Branch(standing=standing, depth=depth, below=0))
        below = _grow(under, standing.agency_id, depth + 1, lines)
        lines[place] = Branch(standing=standing, depth=depth, below=below)
        count += 1 + below
    return count


def _chosen(standing: Standing, words: str, kind: str) -> bool:
    return (not kind or standing.kind.code == kind) and names.fold(words) in standing.search_text


def below(agency: Agency, day: date) -> set[int]:
    """Give the ids of an agency and of all below it on a day."""
    return {agency.pk} | all_below({agency.pk}, day)


def all_below(roots: Iterable[int | None], day: date) -> set[int]:
    """Give the ids of all agencies below some on a day; a root only where it stands below another."""
    under: dict[int | None, list[int]] = defaultdict(list)
    for child, parent in standing_on(day).values_list("agency_id", "parent_id"):
        under[parent].append(child)
    found: set[int] = set()
    waiting = [child for root in roots if root is not None for child in under.get(root, ())]
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += under.get(at, ())
    return found


def all_above(agency: int, day: date) -> set[int]:
    """Give the ids of the agencies an agency stands below on a day, its parent and on up."""
    parents = dict(standing_on(day).values_list("agency_id", "parent_id"))
    found: set[int] = set()
    at = parents.get(agency)
    while at is not None and at not in found:
        found.add(at)
        at = parents.get(at)
    return found


def get_agency(code: str) -> Agency:
    """Give an agency by its code; raises Http404."""
    agency = Agency.objects.filter(code=code).first()
    if agency is None:
        raise Http404
    return agency


def history(agency: Agency) -> list[Standing]:
    """Give every standing of an agency, the newest first."""
    found = agency.standings.select_related("kind", "parent")
    return sorted(found, key=lambda standing: standing.valid_from or date.min, reverse=True)


def events_of(agency: Agency) -> QuerySet[Event]:
    """Give what befell an agency, the newest first, with the agencies before and after."""
    touched = Q(successions__before=agency) | Q(successions__after=agency)
    return Event.objects.filter(touched).distinct().prefetch_related("successions__before", "successions__after")


def called_on(codes: Iterable[str], day: date) -> dict[str, str]:
    """Give the names of agencies as on a day, by code; one that does not stand then is called by its last name."""
    wanted = list(codes)
    last = Standing.objects.filter(agency__code__in=wanted).select_related("agency").order_by("valid_from")
    found = {standing.agency.code: standing.name for standing in last}
    return found | {
        standing.agency.code: standing.name for standing in standing_on(day).filter(agency__code__in=wanted)
    }


def kinds_in_use() -> list[Kind]:
    """Give the kinds of agencies in their order."""
    return list(Kind.objects.all())


def kind_codes() -> list[str]:
    """Give the codes of the kinds there are, the standard ones among them."""
    return list(dict.fromkeys([*kinds.STANDARD, *Kind.objects.values_list("code", flat=True)]))


def codes() -> list[str]:
    """Give the codes of all agencies."""
    return list(Agency.objects.values_list("code", flat=True))


def all_standings() -> QuerySet[Standing]:
    """Give every standing of every agency, in the order of the list."""
    return Standing.objects.select_related("agency", "kind", "parent").order_by("kind__position", "id")
