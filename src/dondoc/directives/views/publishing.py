"""Publishing: what is left, the reason, the second person; and withdrawing."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from dondoc.accounts import wording as accounts
from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.rights import Right, holders, may
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
        "pairs": queries.pairs_of(directive).filter(decision="proposed").count(),
        "may_publish": may(person, Right.PUBLISH),
        "who_may": accounts.who_has(holders(Right.PUBLISH)),
        "another": second and publishing.reviewed_by(directive, person),
        "error": error,
    }
    return render(request, "directives/publish.html", context, status=422 if error else 200)


@needs(Right.PUBLISH)
def withdraw(request: HttpRequest, person: Person, code: str) -> HttpResponse:
    """Withdraw a published directive, with a reason."""
    directive = queries.get_directive_for(person, code)
    error = ""
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        try:
            publishing.withdraw_directive(directive=directive, reason=reason, by=person, now=timezone.now())
        except Refusal as refusal:
            error = wording.say(refusal)
        else:
            return redirect("directives:one", code=code)
    context = {"directive": directive, "error": error}
    return render(request, "directives/withdraw.html", context, status=422 if error else 200)
