"""The review screen: its page, one row at a time, and the steps that change rows.

A step answers a browser with scripts in fragments: the rows that changed, the numbers, the next doubt.
Without scripts it answers with the whole page again.
"""

from __future__ import annotations

from bisect import insort
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, rights_of
from dondoc.directives import manuscript, proposals, queries, wording
from dondoc.directives.actions import remarks, reviewing, steps
from dondoc.directives.forms import chosen, row_changes, whole_number
from dondoc.directives.models import Directive, Finding, Item
from dondoc.directives.refusals import ItemChanged, Refusal
from dondoc.directives.views import taking
from dondoc.directives.views.desk import Desk, desk_of

MOVES_ON = {"accept", "suggest", "correct", "delete", "ask"}  # after these the next doubt opens
WHOLE_LIST = {"split", "merge", "restore", "undo", "add", "accept-clear"}  # these may move many rows
KEEPS_REMARKS = {"accept", "ask", "answer"}  # after all others remarks are looked at again


@needs(Right.REVIEW)
def review(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show the whole screen with one row open."""
    desk = desk_of(request, person, code)
    if not desk.directive.in_review:
        return redirect("directives:one", code=code)
    rows = desk.rows()
    opened = _opened(desk, rows)
    if opened is not None and opened not in rows:
        insort(rows, opened, key=lambda row: row.position)
    context = desk.context() | {
        "rows": rows,
        **_findings(desk.directive),
        "strip": _strip(desk.directive),
        "copies": queries.other_copies(desk.directive),
        "manuscript": manuscript.lay_out(desk.directive.text, opened.stretches if opened else ()),
        "rights": rights_of(person),
        **_row_context(desk, opened),
    }
    return render(request, "directives/review.html", context)


def _findings(directive: Directive) -> dict[str, Any]:
    found = queries.findings_of(directive)
    return {"findings": found, "groups": queries.finding_groups(found)}


def _opened(desk: Desk, rows: list[Item]) -> Item | None:
    asked = desk.request.GET.get("dong", "")
    by_pk = {str(row.pk): row for row in rows}
    if asked in by_pk:
        return by_pk[asked]
    found = queries.find_row(desk.directive, asked) if asked and desk.tab != "da-bo" else None
    return found or (rows[0] if rows else None)


def _strip(directive: Directive) -> list[dict[str, Any]]:
    """Give where each doubt lies, in thousandths of the document."""
    length = max(len(directive.text), 1)
    doubts = [row for row in queries.doubts_along(directive) if row.source]
    return [
        {"row": row, "at": round(1000 * (row.source or {})["start"] / length), "waiting": row.waiting} for row in doubts
    ]


def _row_context(desk: Desk, row: Item | None) -> dict[str, Any]:
    """Give what the open row needs."""
    if row is None:
        return {"open": None}
    row.directive = desk.directive
    sisters = queries.sisters(row) if row.doubtful else []
    before, after = queries.neighbours(desk.directive, row, desk.tab)
    return {
        "open": row,
        "proposal": proposals.propose(row, sisters),
        "sisters": sisters,
        "before": before,
        "after": after,
        "comparators": wording.COMPARATORS,
        "periods": wording.PERIODS,
        "mode": desk.request.GET.get("mode", ""),
    }


@needs(Right.REVIEW)
def row(request: HttpRequest, person: Person, code: str, pk: int) -> HttpResponse:
    """Open one row (GET) or take a step with it (POST)."""
    desk = desk_of(request, person, code)
    item = queries.get_row(desk.directive, pk)
    if request.method == "POST":
        return _take_step(desk, item)
    if not desk.htmx:
        return redirect(_address(desk, item))
    return _answer(desk, opened=item, changed=[])


def _take_step(desk: Desk, item: Item) -> HttpResponse:
    verb = desk.request.POST.get("verb", "")
    if verb not in taking.STEPS:
        raise BadRequest
    version = whole_number(desk.request.POST.get("version", ""))
    try:
        changed = taking.STEPS[verb](desk, item, version)
    except ItemChanged as refusal:
        if not taking.stands(desk, verb, refusal.item):
            return _conflict(desk, refusal)
        changed = [refusal.item]
    except Refusal as refusal:
        return _refused(desk, item, wording.say(refusal))
    if verb == "correct" and desk.request.POST.get("stay"):
        return render(
            desk.request,
            "directives/review_saved.html",
            desk.context() | _findings(desk.directive) | {"open": changed[0]},
        )
    opened = changed[0]
    if verb in MOVES_ON:
        opened = queries.next_waiting(desk.directive, item) or changed[0]
    return _done(desk, verb, changed, opened)


def _done(desk: Desk, verb: str, changed: list[Item], opened: Item | None) -> HttpResponse:
    desk.directive.refresh_from_db(fields=["saved_at", "version"])
    if not desk.htmx:
        return redirect(_address(desk, opened))
    return _answer(desk, opened=opened, changed=changed, whole=verb in WHOLE_LIST, renewed=verb not in KEEPS_REMARKS)


def _answer(
    desk: Desk, *, opened: Item | None, changed: list[Item], whole: bool = False, renewed: bool = False
) -> HttpResponse:
    """Answer in fragments: the row that was open, those that changed, the one to open now, the numbers, the remarks."""
    closed = {row.pk: row for row in changed}
    was_open = whole_number(desk.request.POST.get("open") or desk.request.GET.get("open") or "")
    if was_open and was_open not in closed:
        closed[was_open] = queries.get_row(desk.directive, was_open)
    rows = desk.rows() if whole else []
    listed = set(
        queries.review_rows(desk.directive, desk.tab, like=desk.like, words=desk.words).values_list("pk", flat=True)
    )
    context = desk.context() | {
        "closed": [row for pk, row in closed.items() if opened is None or pk != opened.pk],
        "listed": listed,
        "whole": whole,
        "rows": rows,
        "rest": bool(changed) or whole,
        **_row_context(desk, opened),
        "strip": _strip(desk.directive) if changed or whole else [],
        **(_findings(desk.directive) if renewed else {}),
    }
    return render(desk.request, "directives/review_answer.html", context)


def _address(desk: Desk, opened: Item | None) -> str:
    query = {"tab": desk.tab, "giong": desk.like, "q": desk.words, "dong": opened.pk if opened else ""}
    path = reverse("directives:review", kwargs={"code": desk.directive.code})
    return f"{path}?{urlencode({name: value for name, value in query.items() if value})}"


def _refused(desk: Desk, item: Item, sentence: str) -> HttpResponse:
    if not desk.htmx:
        messages.error(desk.request, sentence)
        return redirect(_address(desk, item))
    context = desk.context() | {"sentence": sentence, "open": item}
    return render(desk.request, "directives/review_refusal.html", context, status=422)


def _conflict(desk: Desk, refusal: ItemChanged) -> HttpResponse:
    """Show the row as it stands beside what was typed here; nothing is saved until one is chosen."""
    theirs = refusal.item
    theirs.directive = desk.directive
    mine = row_changes(desk.request.POST, theirs, desk.directive.term)
    posted = [
        (name, value)
        for name, value in desk.request.POST.items()
        if name not in ("version", "csrfmiddlewaretoken", "verb", "stay")
    ]
    context = desk.context() | {
        "sentence": wording.say(refusal),
        "open": theirs,
        "theirs": theirs,
        "differences": [(wording.say_field(name), getattr(theirs, name), value) for name, value in mine.items()],
        "verb": desk.request.POST.get("verb", ""),
        "posted": posted,
    }
    template = "directives/review_conflict.html" if desk.htmx else "directives/review_conflict_page.html"
    return render(desk.request, template, context, status=409)


@needs(Right.REVIEW)
@require_POST
def accept_clear(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Accept every row without a doubt."""
    desk = desk_of(request, person, code)
    count = reviewing.accept_clear(directive=desk.directive, by=person, now=timezone.now())
    desk.directive.refresh_from_db(fields=["saved_at", "version"])
    if not desk.htmx:
        messages.info(request, wording.saved_rows(count))
        return redirect(_address(desk, None))
    opened = _current(desk)
    return _answer(desk, opened=opened, changed=[], whole=True)


def _current(desk: Desk) -> Item | None:
    """Give the row that was open, else the first with a doubt."""
    standing = desk.directive.items.select_related("decided_by").exclude(decision=Item.Decision.DELETED)
    was_open = standing.filter(pk=whole_number(desk.request.POST.get("open", ""))).first()
    return was_open or queries.next_waiting(desk.directive, None)


@needs(Right.REVIEW)
@require_POST
def undo(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Undo the last step and open the row it was about."""
    desk = desk_of(request, person, code)
    try:
        step = steps.undo(directive=desk.directive, by=person, now=timezone.now())
    except Refusal as refusal:
        current = _current(desk)
        if current is None or not desk.htmx:
            messages.info(request, wording.say(refusal))
            return redirect(_address(desk, current))
        return _refused(desk, current, wording.say(refusal))
    ids = [kept["id"] for kept in step.before]
    opened = desk.directive.items.select_related("decided_by").filter(pk__in=ids).order_by("position").first()
    return _done(desk, "undo", [], opened or queries.next_waiting(desk.directive, None))


@needs(Right.REVIEW)
def add(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Add a row below another one, or at the end."""
    desk = desk_of(request, person, code)
    after_pk = request.POST.get("after") or request.GET.get("after") or ""
    after = queries.get_row(desk.directive, whole_number(after_pk)) if after_pk else None
    error = ""
    if request.method == "POST":
        values = row_changes(request.POST, None, desk.directive.term)
        try:
            item = reviewing.add_item(
                directive=desk.directive, after=after, values=values, by=person, now=timezone.now()
            )
        except Refusal as refusal:
            error = wording.say(refusal)
        else:
            desk.tab = "tat-ca"
            return redirect(_address(desk, item))
    context = desk.context() | {"after": after, "error": error, "posted": request.POST}
    return render(request, "directives/row_form.html", context, status=422 if error else 200)


@needs(Right.REVIEW)
@require_POST
def finding(request: HttpRequest, person: Person, code: str, pk: int) -> HttpResponse:
    """Answer a finding: accept it, call it settled, or open it again."""
    desk = desk_of(request, person, code)
    found = queries.get_finding(desk.directive, pk)
    decision = chosen(Finding.Decision, request.POST.get("decision", ""))
    note = request.POST.get("note", "")
    remarks.decide_finding(finding=found, decision=decision, note=note, by=person, now=timezone.now())
    desk.directive.refresh_from_db(fields=["saved_at", "version"])
    if not desk.htmx:
        return redirect(_address(desk, None))
    context = desk.context() | _findings(desk.directive)
    return render(request, "directives/review_findings_answer.html", context)
