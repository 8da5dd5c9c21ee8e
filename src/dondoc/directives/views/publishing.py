"""Publishing: what is left, the reason, the second person; and withdrawing."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from dondoc.accounts import wording as accounts
from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, holders, may, require
from dondoc.directives import queries, wording
from dondoc.directives.actions import publishing
from dondoc.directives.refusals import Refusal


@needs(Right.REVIEW)
def publish(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """List what is left before publishing (GET), publish (POST, with the right to)."""
    directive = queries.get_directive_for(person, code)
    if not directive.in_review:
        return redirect("directives:one", code=code)
    error = ""
    second = bool(settings.DONDOC_PUBLISH_NEEDS_SECOND_PERSON)
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        try:
            publishing.publish(directive=directive, reason=reason, second_person=second, by=person, now=timezone.now())
        except Refusal as refusal:
            error = wording.say(refusal)
        else:
            messages.success(request, wording.published(str(directive), queries.counts(directive).standing))
            return redirect("directives:one", code=code)
    context = {
        "directive": directive,
        "counts": queries.counts(directive),
        "obstacles": publishing.obstacles(directive),
        "waiting": queries.review_rows(directive, "can-xem")[:50],
        "shared": queries.shared(directive),
        "copies": queries.other_copies(directive),
        "remarks": len(queries.findings_of(directive)),
        "may_publish": may(person, Right.PUBLISH),
        "who_may": accounts.who_has(holders(Right.PUBLISH)),
        "another": second and publishing.reviewed_by(directive, person),
        "error": error,
        "reason": request.POST.get("reason", ""),
    }
    return render(request, "directives/publish.html", context, status=422 if error else 200)


@needs(Right.REVIEW)
def withdraw(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Withdraw a published directive, or drop one in review, with a reason."""
    directive = queries.get_directive_for(person, code)
    take = publishing.drop_directive if directive.in_review else publishing.withdraw_directive
    if not directive.in_review:
        require(person, Right.PUBLISH)
    error = ""
    if request.method == "POST":
        try:
            take(directive=directive, reason=request.POST.get("reason", ""), by=person, now=timezone.now())
        except Refusal as refusal:
            error = wording.say(refusal)
        else:
            return redirect("directives:one", code=code)
    context = {"directive": directive, "error": error}
    return render(request, "directives/withdraw.html", context, status=422 if error else 200)


@needs(Right.REVIEW)
@require_POST
def reopen(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Take a directive that was dropped back into review."""
    directive = queries.get_directive_for(person, code)
    try:
        publishing.reopen_directive(directive=directive, by=person, now=timezone.now())
    except Refusal as refusal:
        messages.error(request, wording.say(refusal))
    return redirect("directives:one", code=code)
