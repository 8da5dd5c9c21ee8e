"""A whole list of accounts taken in at once: every person, post and role of it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from dondoc.accounts import factors
from dondoc.accounts.actions.people import new_account
from dondoc.accounts.actions.terms import new_term
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Keeper, Right, require
from dondoc.accounts.sheets import Draft
from dondoc.agencies.actions import add_post
from dondoc.agencies.models import Agency, Post
from dondoc.audit import actions as audit


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What somebody gets on paper: the account, the post, and the first password, kept nowhere else."""

    full_name: str
    sign_in_name: str
    post: str
    agency: str
    password: str


@transaction.atomic
def take_in(*, drafts: Sequence[Draft], by: Person, now: datetime) -> list[Slip]:
    """Make the accounts of a list free of faults (sheets.parse), in its order; gives a slip for each person.

    Raises what create_person and appoint raise where somebody else wrote in between: then nothing is taken in.
    """
    require(by, Right.ADMINISTER)
    agencies = {agency.code: agency for agency in Agency.objects.filter(code__in={draft.agency for draft in drafts})}
    actor = by.as_actor()  # the right is asked for once: the whole list is one transaction
    people: dict[str, Person] = {}
    posts: dict[tuple[str, str], Post] = {}
    slips = []
    for draft in drafts:
        if draft.sign_in_name not in people:
            password = factors.first_password()
            people[draft.sign_in_name] = new_account(
                sign_in_name=draft.sign_in_name, full_name=draft.full_name, post="", password=password, roles=(),
                actor=actor, now=now, first_password=True,
            )  # fmt: skip
            slips.append(
                Slip(full_name=draft.full_name, sign_in_name=draft.sign_in_name, post=draft.post, agency=draft.agency,
                     password=password)
            )  # fmt: skip
        place = (draft.agency, draft.post)
        if place not in posts:
            posts[place] = add_post(
                agency=agencies[draft.agency], name=draft.post, rank=draft.rank, by=Keeper(by), now=now
            )
        new_term(
            person=people[draft.sign_in_name], post=posts[place], first_day=draft.first_day, last_day=draft.last_day,
            basis=draft.basis, roles=[draft.role] if draft.role else (), actor=actor, now=now,
        )  # fmt: skip
    audit.record(
        by=by.as_actor(), now=now, verb="take-in-accounts", kind="accounts", code="list", after={"count": len(people)}
    )
    return slips
