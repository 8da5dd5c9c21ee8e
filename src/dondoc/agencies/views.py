"""The tree of agencies as on a day, one agency with its history, and the list taken in and out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dondoc.agencies import actions, kinds, queries, sheets, wording
from dondoc.agencies.actions import Keeper
from dondoc.rules import dates

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 20 * 1_048_576


def _day(request: HttpRequest) -> date:
    """Give the day a page is asked for: what "ngay" says, else today."""
    words = request.GET.get("ngay", "")
    try:
        return date.fromisoformat(words)
    except ValueError:
        return dates.read_day(words) or timezone.localdate()


def list_agencies(request: HttpRequest, keeps: bool) -> HttpResponse:
    """Show the tree of a day, or those agencies that words and a kind choose."""
    day = _day(request)
    words, kind = request.GET.get("q", "").strip(), request.GET.get("loai", "")
    lines = queries.tree(day, words=words, kind=kind)
    context = {
        "lines": lines, "day": day, "today": timezone.localdate(), "words": words, "kind": kind,
        "kinds": queries.kinds_in_use(), "chosen": bool(words or kind),
        "keeps": keeps,
    }  # fmt: skip
    return render(request, "agencies/list.html", context)


def one(request: HttpRequest, keeps: bool, code: str) -> HttpResponse:
    """Show an agency as it stands on a day, what it was called before, what befell it, and who is below it."""
    agency, day = queries.get_agency(code), _day(request)
    standings = queries.history(agency)
    now = next(
        (s for s in standings if (s.valid_from or date.min) <= day <= (s.valid_to or date.max)), None
    )  # fmt: skip
    context = {
        "agency": agency, "day": day, "today": timezone.localdate(), "standings": standings, "now": now,
        "children": queries.standing_on(day).filter(parent=agency), "events": queries.events_of(agency),
        "posts": agency.posts.filter(ended_on__isnull=True),
    }  # fmt: skip
    return render(request, "agencies/one.html", context)


def write_out(request: HttpRequest, keeps: bool) -> HttpResponse:
    """Give the whole list as an Excel file, in the form it is taken in."""
    standings = queries.all_standings()
    data = sheets.write(actions.draft_of(standing) for standing in standings)
    response = HttpResponse(data, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="co-quan.xlsx"'
    return response


def take_in(request: HttpRequest, by: Keeper) -> HttpResponse:
    """Take a list in whole, or show every fault of it by row and change nothing."""
    context: dict[str, Any] = {"fields": sheets.FIELDS, "required": sheets.REQUIRED, "kinds": kinds.STANDARD}
    if request.method != "POST":
        return render(request, "agencies/take_in.html", context)
    file = request.FILES.get("file")
    if file is None or (file.size or 0) > MOST_BYTES:
        context["refusal"] = wording.no_file() if file is None else wording.file_too_large(MOST_BYTES // 1_048_576)
        return render(request, "agencies/take_in.html", context, status=422)
    try:
        rows = sheets.read(file.read(), file.name or "")
    except sheets.Unusable as refusal:
        return render(request, "agencies/take_in.html", context | {"refusal": str(refusal)}, status=422)
    drafts, faults = sheets.parse(rows, kinds=queries.kind_codes(), known=queries.codes())
    if faults:
        return render(request, "agencies/take_in.html", context | {"faults": faults, "name": file.name}, status=422)
    taken = actions.take_in(drafts=drafts, by=by, now=timezone.now())
    messages.success(request, wording.taken(taken.added, taken.changed, taken.unchanged))
    return redirect("agencies:list")
