"""Handing a directive out, and what each agency has of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, rights_of
from dondoc.agencies import queries as agencies
from dondoc.agencies.models import Agency
from dondoc.assignments import actions, plans, queries, wording
from dondoc.assignments.refusals import HandedOut, NamesOpen, NobodyStands, NoTerm, NotInForce
from dondoc.directives.models import Directive
from dondoc.directives.queries import get_directive_for

NOBODY = "-"


@needs(Right.READ)
def shares(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show what each agency has of a directive; where it is not handed out yet, lead to that."""
    directive = get_directive_for(person, code)
    handed = queries.handed_out(directive)
    if handed is None and Right.PUBLISH in rights_of(person):
        return redirect("assignments:hand-out", code)
    today = timezone.localdate()
    found = queries.shares_of(handed, today) if handed else []
    called = agencies.called_on([share.agency.code for share in found], handed.on if handed else today)
    context = {
        "directive": directive, "handed": handed, "total": sum(share.leads for share in found),
        "shares": [(share, called.get(share.agency.code, share.agency.code)) for share in found],
    }  # fmt: skip
    return render(request, "assignments/shares.html", context)


@needs(Right.READ)
def of_agency(request: HttpRequest, person: Person, code: str, agency: str) -> HttpResponse:
    """Show the tasks that a directive gives one agency, with when each is due."""
    directive = get_directive_for(person, code)
    handed, body = queries.handed_out(directive), agencies.get_agency(agency)
    found = queries.assignments_of(body, handed) if handed else []
    called = agencies.called_on([agency], handed.on if handed else timezone.localdate())
    context = {"directive": directive, "handed": handed, "assignments": found, "name": called.get(agency, agency)}
    return render(request, "assignments/of_agency.html", context)


@needs(Right.PUBLISH)
def hand_out(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show whom every printed name means, let a person settle the open ones, and hand the directive out."""
    directive = get_directive_for(person, code)
    on = timezone.localdate()
    posted = request.POST if request.method == "POST" else request.GET
    chosen = _chosen(posted)
    refusal = ""
    if request.method == "POST":
        receiver = Agency.objects.filter(code=posted.get("receiver", "")).first()
        refusal = wording.no_receiver() if receiver is None else ""
        if receiver is not None:
            try:
                handed = actions.hand_out(
                    directive=directive, receiver=receiver, on=on, chosen=chosen, by=person, now=timezone.now()
                )
            except (HandedOut, NamesOpen, NobodyStands, NoTerm, NotInForce) as error:
                refusal = _say(error)
            else:
                messages.success(request, wording.done(handed.assignments.count()))
                return redirect("assignments:shares", code)
    return _plan_page(request, directive, on, chosen, refusal)


def _plan_page(
    request: HttpRequest, directive: Directive, on: date, chosen: Mapping[str, str], refusal: str
) -> HttpResponse:
    standing = list(agencies.standing_on(on))
    context = {
        "directive": directive, "plan": plans.plan(directive, on=on, chosen=chosen), "on": on, "refusal": refusal,
        "standing": [each for each in standing if each.kind.code != "ubnd-xa"], "nobody": NOBODY, "how": wording.HOW,
        "receiver": request.POST.get("receiver", ""), "handed": queries.handed_out(directive),
        "chosen": {name: code or NOBODY for name, code in chosen.items()},
    }  # fmt: skip
    return render(request, "assignments/hand_out.html", context, status=422 if refusal else 200)


def _chosen(posted: Mapping[str, str]) -> dict[str, str]:
    """Read whom a person chose for each open name; the fields are called "ten:" and the printed name."""
    given = {name[4:]: code for name, code in posted.items() if name.startswith("ten:") and code}
    return {name: "" if code == NOBODY else code for name, code in given.items()}


def _say(error: Exception) -> str:
    if isinstance(error, NamesOpen):
        return wording.names_open(error.names)
    return {
        HandedOut: wording.handed_out_already, NotInForce: wording.not_in_force, NoTerm: wording.no_term,
        NobodyStands: wording.nobody_stands,
    }[type(error)]()  # fmt: skip
