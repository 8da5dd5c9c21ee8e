"""My work, the list of directives, uploads and directives typed by hand."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, rights_of
from dondoc.directives import queries, wording
from dondoc.directives.actions import entering, uploading
from dondoc.directives.forms import DirectiveForm
from dondoc.directives.models import Upload
from dondoc.directives.refusals import AlreadyHere, BeingRead, NotRefused

PER_PAGE = 50


@needs(Right.READ)
def my_work(request: HttpRequest, person: Person) -> HttpResponse:
    """Show what waits for the person: uploads being read or refused, directives to review."""
    context = {
        "uploads": queries.uploads_shown_to(person),
        "waiting": queries.waiting_for(person),
        "rights": rights_of(person),
    }
    return render(request, "directives/my_work.html", context)


@needs(Right.READ)
def list_directives(request: HttpRequest, person: Person) -> HttpResponse:
    """List the directives a person may see."""
    page = Paginator(queries.list_of_directives(person), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "page": page,
        "uploads": queries.uploads_shown_to(person),
        "rights": rights_of(person),
        "limit": settings.DONDOC_UPLOAD_LIMIT // 1_048_576,
        "kinds": wording.KINDS,
    }
    return render(request, "directives/list.html", context)


@needs(Right.REVIEW)
def upload(request: HttpRequest, person: Person) -> HttpResponse:
    """Take a file in and show how its reading goes; the same file leads to what is there already."""
    if request.method != "POST":
        return _upload_page(request, "")
    file = request.FILES.get("file")
    if request.META.get("dondoc.upload_too_large"):
        return _upload_page(request, wording.too_large(settings.DONDOC_UPLOAD_LIMIT))
    if file is None:
        return _upload_page(request, wording.no_file())
    try:
        row = uploading.upload(chunks=file.chunks(), filename=file.name or "", by=person, now=timezone.now())
    except AlreadyHere as refusal:
        messages.info(request, wording.say(refusal))
        return redirect("directives:one", code=refusal.directive.code)
    except BeingRead as refusal:
        messages.info(request, wording.say(refusal))
        return redirect("directives:list")
    return redirect("directives:reading", code=row.code)


def _upload_page(request: HttpRequest, error: str) -> HttpResponse:
    context = {"error": error, "limit": settings.DONDOC_UPLOAD_LIMIT // 1_048_576}
    return render(request, "directives/upload.html", context, status=422 if error else 200)


@needs(Right.REVIEW)
def reading(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Show how far the reading of a file is; leads on to the review when it is done."""
    upload = queries.get_upload_for(person, code)
    if upload.state == Upload.State.DONE and upload.directive:
        target = redirect("directives:review", code=upload.directive.code)
        if request.htmx:  # type: ignore[attr-defined]
            return HttpResponse(headers={"HX-Redirect": target.url})
        return target
    template = "directives/reading_state.html" if request.htmx else "directives/reading.html"  # type: ignore[attr-defined]
    return render(request, template, {"upload": upload})


@needs(Right.REVIEW)
@require_POST
def dismiss(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Put a refused file away."""
    try:
        uploading.dismiss(upload=queries.get_upload_for(person, code), by=person, now=timezone.now())
    except NotRefused as refusal:
        messages.info(request, wording.say(refusal))
    return redirect("directives:list")


@needs(Right.REVIEW)
def enter(request: HttpRequest, person: Person) -> HttpResponse:
    """Begin a directive typed by hand."""
    form = DirectiveForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        directive = entering.enter_directive(values=form.cleaned_data, by=person, now=timezone.now())
        return redirect("directives:review", code=directive.code)
    context = {"form": form, "heading": wording.enter_heading()}
    return render(request, "directives/document_form.html", context, status=422 if form.errors else 200)


@needs(Right.REVIEW)
def document(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Put right what the document says of itself."""
    directive = queries.get_directive_for(person, code)
    initial = {name: getattr(directive, name) for name in entering.FIELDS}
    form = DirectiveForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        entering.change_document(directive=directive, values=form.cleaned_data, by=person, now=timezone.now())
        return redirect("directives:review", code=directive.code)
    context = {"form": form, "heading": wording.document_heading(str(directive)), "directive": directive}
    return render(request, "directives/document_form.html", context, status=422 if form.errors else 200)
