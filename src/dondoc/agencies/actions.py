"""Writes about agencies: each one transaction, with its entry in the audit trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any, Protocol

from django.db import transaction

from dondoc.agencies import kinds
from dondoc.agencies.models import Agency, Event, Kind, Post, Standing, Succession
from dondoc.agencies.sheets import Draft
from dondoc.audit import actions as audit
from dondoc.audit.actions import Actor
from dondoc.rules import names


class Keeper(Protocol):
    """Who keeps the list of agencies; the rooms above say who that is and refuse everybody else."""

    def as_actor(self) -> Actor:
        """Give the plain values that the audit trail keeps."""

    def require_keeping(self) -> None:
        """Raise PermissionDenied where this person may not change agencies."""


class NoChange(Exception):
    """What was asked for stands already."""


class NotStanding(Exception):
    """The agency does not stand on the day a change is asked for."""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What an import did, in numbers of agencies."""

    added: int
    changed: int
    unchanged: int


@transaction.atomic
def take_in(*, drafts: Sequence[Draft], by: Keeper, now: datetime) -> Taken:
    """Take a whole list in: every agency of the list stands afterwards exactly as its rows say; others stay.

    `drafts` are free of faults (sheets.parse). The standard kinds are made where they are missing.
    """
    by.require_keeping()
    for position, (code, name) in enumerate(kinds.STANDARD.items()):
        Kind.objects.get_or_create(code=code, defaults={"name": name, "position": position})
    rows: dict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        rows[draft.code].append(draft)
    agencies = {agency.code: agency for agency in Agency.objects.select_for_update().order_by("code")}
    fresh = [Agency(code=code) for code in rows if code not in agencies]
    agencies |= {agency.code: agency for agency in Agency.objects.bulk_create(fresh)}
    before = _as_rows(rows)
    changed = [code for code, drafts_ in rows.items() if _plain(drafts_) != before.get(code)]
    Standing.objects.filter(agency__code__in=changed).delete()
    by_code = {kind.code: kind for kind in Kind.objects.all()}
    Standing.objects.bulk_create(
        _standing(draft, agencies, by_code) for code in changed for draft in rows[code]
    )  # fmt: skip
    added = {agency.code for agency in fresh}
    taken = Taken(added=len(added), changed=len(set(changed) - added), unchanged=len(rows) - len(changed))
    audit.record(by=by.as_actor(), now=now, verb="take-in-agencies", kind="agencies", code="list", after=asdict(taken))
    for code in changed:
        if code not in added:
            audit.record(
                by=by.as_actor(), now=now, verb="change-agency", kind="agency", code=code,
                before={"standings": before[code]}, after={"standings": _plain(rows[code])},
            )  # fmt: skip
    return taken


def _standing(draft: Draft, agencies: dict[str, Agency], kind_of: dict[str, Kind]) -> Standing:
    standing = Standing(
        agency=agencies[draft.code], name=draft.name, short_name=draft.short_name, aliases=list(draft.aliases),
        kind=kind_of[draft.kind], parent=agencies[draft.parent] if draft.parent else None, old_code=draft.old_code,
        new_code=draft.new_code, area_code=draft.area_code, valid_from=draft.valid_from, valid_to=draft.valid_to,
        source=draft.source, uncertain=draft.uncertain,
    )  # fmt: skip
    return refold(standing)


def refold(standing: Standing) -> Standing:
    """Write the folded words that searches compare: names, codes, no marks and no case."""
    words = (standing.name, standing.short_name, *standing.aliases, standing.old_code, standing.new_code,
             standing.area_code)  # fmt: skip
    standing.search_text = names.fold(" ".join(words))
    return standing


def _as_rows(rows: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """Give the standings of agencies as plain values, to tell what a list changes."""
    out: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for standing in Standing.objects.filter(agency__code__in=list(rows)).select_related("agency", "kind", "parent"):
        out[standing.agency.code].append(_values(draft_of(standing)))
    return {code: sorted(values, key=str) for code, values in out.items()}


def _plain(drafts: Iterable[Draft]) -> list[dict[str, Any]]:
    return sorted((_values(draft) for draft in drafts), key=str)


def _values(draft: Draft) -> dict[str, Any]:
    values = asdict(draft) | {"aliases": list(draft.aliases)}
    del values["row"]
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}


def draft_of(standing: Standing, row: int = 0) -> Draft:
    """Give a standing as a row of the list."""
    return Draft(
        row=row, code=standing.agency.code, name=standing.name, kind=standing.kind.code,
        short_name=standing.short_name, aliases=tuple(standing.aliases),
        parent=standing.parent.code if standing.parent else "", old_code=standing.old_code,
        new_code=standing.new_code, area_code=standing.area_code, valid_from=standing.valid_from,
        valid_to=standing.valid_to, source=standing.source, uncertain=standing.uncertain,
    )  # fmt: skip


@transaction.atomic
def change(*, agency: Agency, on: date, values: dict[str, Any], reason: str, by: Keeper, now: datetime) -> Standing:
    """Let an agency stand otherwise from a day on; what it was called before stays in its history.

    `values` are fields of its standing. Raises NotStanding where it does not stand on that day, NoChange where
    nothing differs.
    """
    by.require_keeping()
    standing = _on(agency, on)
    before = _values(draft_of(standing))
    if all(getattr(standing, name) == value for name, value in values.items()):
        raise NoChange
    if standing.valid_from != on:
        last = standing.valid_to
        Standing.objects.filter(pk=standing.pk).update(valid_to=on - timedelta(days=1))
        standing.pk, standing.valid_from, standing.valid_to = None, on, last
    for name, value in values.items():
        setattr(standing, name, value)
    refold(standing).save()
    audit.record(
        by=by.as_actor(), now=now, verb="change-agency", kind="agency", code=agency.code, reason=reason,
        before=before, after=_values(draft_of(standing)),
    )  # fmt: skip
    return standing


@transaction.atomic
def end(*, agency: Agency, last_day: date, reason: str, by: Keeper, now: datetime) -> Standing:
    """Let an agency stand until the end of a day and no longer; raises NotStanding where it does not stand then."""
    by.require_keeping()
    standing = _on(agency, last_day)
    Standing.objects.filter(agency=agency, valid_from__gt=last_day).delete()
    standing.valid_to = last_day
    standing.save(update_fields=["valid_to"])
    audit.record(
        by=by.as_actor(), now=now, verb="end-agency", kind="agency", code=agency.code, reason=reason,
        after={"valid_to": last_day.isoformat()},
    )  # fmt: skip
    return standing


def _on(agency: Agency, day: date) -> Standing:
    standings = Standing.objects.select_for_update().filter(agency=agency).order_by("pk")
    for standing in standings:
        if (standing.valid_from or date.min) <= day <= (standing.valid_to or date.max):
            return standing
    raise NotStanding


@transaction.atomic
def record_event(
    *, sort: Event.Sort, on: date, legal_basis: str, edges: Iterable[tuple[Agency, Agency]], note: str = "", by: Keeper,
    now: datetime,
) -> Event:  # fmt: skip
    """Write down what befell agencies on a day, and which of them go on as which."""
    by.require_keeping()
    event = Event.objects.create(sort=sort, on=on, legal_basis=legal_basis, note=note)
    pairs = list(edges)
    Succession.objects.bulk_create(Succession(event=event, before=before, after=after) for before, after in pairs)
    audit.record(
        by=by.as_actor(), now=now, verb="record-event", kind="agency-event", code=str(event.pk), reason=legal_basis,
        after={"sort": sort, "on": on.isoformat(), "edges": [[one.code, other.code] for one, other in pairs]},
    )  # fmt: skip
    return event


@transaction.atomic
def add_post(*, agency: Agency, name: str, rank: Post.Rank, by: Keeper, now: datetime) -> Post:
    """Make a post in an agency; a post of that name is given back as it is."""
    by.require_keeping()
    post, made = Post.objects.get_or_create(agency=agency, name=name.strip(), defaults={"rank": rank})
    if made:
        audit.record(
            by=by.as_actor(), now=now, verb="add-post", kind="agency", code=agency.code,
            after={"post": post.name, "rank": rank},
        )  # fmt: skip
    return post
