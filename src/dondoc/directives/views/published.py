"""A published directive: its catalogue, one task with its history, corrections, exports, the original, search."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, rights_of
from dondoc.audit import queries as audit
from dondoc.directives import exports, manuscript, note_paper, notes, originals, queries, wording
from dondoc.directives.actions import correcting, remarks
from dondoc.directives.forms import FilterForm, chosen, row_changes, whole_number
from dondoc.directives.models import Item, Pair
from dondoc.directives.queries import Filters
from dondoc.directives.refusals import Refusal

PER_PAGE = 50
GROUPS_PER_PAGE = 10


def _filters(form: FilterForm) -> Filters:
    form.is_valid()
    asked = form.cleaned_data
    return Filters(
        words=asked.get("q", ""),
        agency=asked.get("agency", ""),
        schedule=asked.get("schedule", ""),
        measure=asked.get("measure", ""),
        kind=asked.get("kind", ""),
        year=asked.get("year", ""),
    )


@needs(Right.READ)
def one(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show the catalogue of a published directive, narrowed by filters; one in review leads to its review."""
    directive = queries.get_directive_for(person, code)
    if directive.in_review:
        return redirect("directives:review", code=code)
    form = FilterForm(request.GET)
    filters = _filters(form)
    page = Paginator(queries.items_of(directive, filters), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "directive": directive,
        "form": form,
        "page": page,
        "agencies": queries.agencies_in(directive),
        "schedules": [(kind, wording.SCHEDULES[kind]) for kind in queries.schedules_in(directive)],
        "counts": queries.counts(directive),
        "query": _without_page(request),
        "rights": rights_of(person),
    }
    return render(request, "directives/one.html", context)


def _without_page(request: HttpRequest) -> str:
    asked = request.GET.copy()
    asked.pop("trang", None)
    return asked.urlencode()


@needs(Right.READ)
def search(request: HttpRequest, person: Person) -> HttpResponse:
    """Find published tasks by words with or without marks, number, symbol, agency, time and kind."""
    form = FilterForm(request.GET)
    filters = _filters(form)
    asked = any(
        (filters.words.strip(), filters.agency.strip(), filters.kind, filters.year, filters.measure, filters.schedule)
    )
    rows = queries.search(person, filters) if asked else Item.objects.none()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
    context = {"form": form, "page": page, "asked": asked, "filters": filters, "query": _without_page(request)}
    return render(request, "directives/search.html", context)


@needs(Right.READ)
def item(request: HttpRequest, person: Person, code: str, ref: str) -> HttpResponse:
    """Show one task with its words in the document and its history; correct or suspend it (POST)."""
    found = queries.get_published_item(person, code, ref)
    error = ""
    if request.method == "POST":
        try:
            _change(request, person, found)
        except Refusal as refusal:
            error = wording.say(refusal)
        else:
            return redirect("directives:item", code=code, ref=ref)
    return render(
        request, "directives/item.html", _item_context(request, person, found, error), status=422 if error else 200
    )


def _change(request: HttpRequest, person: Person, found: Item) -> None:
    version, reason = whole_number(request.POST.get("version", "")), request.POST.get("reason", "")
    verb = request.POST.get("verb", "")
    if verb in Item.Status:
        correcting.change_status(
            item=found, version=version, status=Item.Status(verb), reason=reason, by=person, now=timezone.now()
        )
        return
    changes = row_changes(request.POST, found, found.directive.term)
    correcting.publish_correction(
        item=found, version=version, changes=changes, reason=reason, by=person, now=timezone.now()
    )


def _item_context(request: HttpRequest, person: Person, found: Item, error: str) -> dict[str, Any]:
    directive = found.directive
    return {
        "directive": directive,
        "item": found,
        "open": _as_typed(request, found) if error else found,
        "failed": request.POST.get("verb", "") if error else "",
        "corrections": [_said(correction) for correction in queries.corrections_of(found)],
        "excerpt": manuscript.excerpt(directive.text, found.stretches),
        "rights": rights_of(person),
        "comparators": wording.COMPARATORS,
        "periods": wording.PERIODS,
        "error": error,
        "posted": request.POST,
        "may_change": Right.PUBLISH in rights_of(person) and directive.state == directive.State.PUBLISHED,
    }


def _as_typed(request: HttpRequest, found: Item) -> Item:
    """Give the row with what was typed and could not be saved, for the form to show again."""
    kept = request.POST.copy()
    for name in [name for name in kept if name == "new_target" or name.endswith("-remove")]:
        del kept[name]
    typed = copy(found)
    for name, value in row_changes(kept, found, found.directive.term).items():
        setattr(typed, name, value)
    return typed


def _said(correction: Any) -> dict[str, Any]:
    """Give a change of a row with its fields in words, before and after."""
    fields = [
        (wording.say_field(name), wording.say_value(name, correction.before.get(name)), wording.say_value(name, value))
        for name, value in correction.after.items()
        if value != correction.before.get(name)
    ]
    return {"row": correction, "fields": fields}


@needs(Right.READ)
def history(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show who did what to a directive, newest first."""
    directive = queries.get_directive_for(person, code)
    page = Paginator(audit.entries_of("directive", code).order_by("-id"), PER_PAGE).get_page(request.GET.get("trang"))
    return render(request, "directives/history.html", {"directive": directive, "page": page})


@needs(Right.READ)
def original(request: HttpRequest, person: Person, code: str) -> HttpResponseBase:
    """Give the original file as it came, always as a download."""
    directive = queries.get_directive_for(person, code)
    if not directive.sha256:
        raise Http404
    file = originals.open_original(directive.sha256)
    return FileResponse(file, as_attachment=True, filename=directive.filename, content_type="application/octet-stream")


@needs(Right.READ)
def export(request: HttpRequest, person: Person, code: str, form: str) -> HttpResponse:
    """Give the catalogue, narrowed as on the page, as an Excel or CSV file without formulas."""
    directive = queries.get_directive_for(person, code)
    rows = queries.items_of(directive, _filters(FilterForm(request.GET)))
    write, content_type = exports.FORMS[form]
    answer = HttpResponse(write(directive, rows), content_type=content_type)
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{directive.code}.{form}") or "attachment"
    return answer


@needs(Right.REVIEW)
def note(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Give the note of remarks and questions as a Word file; where there are none, say so."""
    directive = queries.get_directive_for(person, code)
    found = notes.compose(directive)
    if found.empty:
        messages.info(request, wording.nothing_to_note())
        return redirect("directives:one", code=code)
    data = note_paper.write(
        directive, found, province=settings.DONDOC_PROVINCE, office=settings.DONDOC_OFFICE,
        prepared_by=person.full_name, on=timezone.localdate(),
    )  # fmt: skip
    answer = HttpResponse(data, content_type=exports.WORD)
    name = f"phieu-gop-y-{directive.code}.docx"
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


@needs(Right.REVIEW)
def pairs(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show the tasks proposed as one reporting line and take the answers."""
    directive = queries.get_directive_for(person, code)
    if request.method == "POST":
        decision = chosen(Pair.Decision, request.POST.get("decision", ""))
        for pk in request.POST.getlist("pair"):
            pair = queries.get_pair(directive, whole_number(pk))
            remarks.decide_pair(
                pair=pair, decision=decision, reason=request.POST.get("reason", ""), by=person, now=timezone.now()
            )
        return redirect("directives:pairs", code=code)
    page = Paginator(queries.pair_groups(directive), GROUPS_PER_PAGE).get_page(request.GET.get("trang"))
    context = {"directive": directive, "page": page, "shared": queries.shared(directive)}
    return render(request, "directives/pairs.html", context)
