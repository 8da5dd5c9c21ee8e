"""The head of an agency hands signing over and takes it back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dondoc.accounts import posts, queries
from dondoc.accounts.actions import handing
from dondoc.accounts.forms import HandoverForm, ReasonForm
from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person
from dondoc.accounts.refusals import NoneToSign, Refused
from dondoc.accounts.rights import Right
from dondoc.agencies.models import Agency
from dondoc.agencies.queries import get_agency


@needs(Right.HAND_OVER, of="code")
def handovers(request: HttpRequest, by: Person, code: str) -> HttpResponse:
    """Show who signs when, and hand signing over."""
    agency = get_agency(code)
    form = HandoverForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        chosen = said.pop("to")
        to = next((each for each in _signers(agency) if each.pk == chosen), None)
        try:
            if to is None:
                raise NoneToSign
            handing.hand_over(agency=agency, to=to, by=by, now=timezone.now(), **said)
        except Refused as refusal:
            return _show(request, agency, form, status=422, refusal=str(refusal))
        messages.success(request, _("Đã giao ký."))
        return redirect("accounts:handovers", code)
    return _show(request, agency, form, status=422 if form.errors else 200)


def _signers(agency: Agency) -> list[Any]:
    return queries.may_sign(agency, timezone.localdate(), handing.SIGNS)


def _show(request: HttpRequest, agency: Agency, form: HandoverForm, status: int, refusal: str = "") -> HttpResponse:
    day = timezone.localdate()
    context = {
        "agency": agency, "name": posts.standing_name(agency, day), "form": form, "signers": _signers(agency),
        "handovers": queries.handovers_of(agency)[:50], "day": day, "refusal": refusal,
    }  # fmt: skip
    return render(request, "accounts/handovers.html", context, status=status)


@needs(Right.HAND_OVER, of="code")
@require_POST
def revoke(request: HttpRequest, by: Person, code: str, pk: int) -> HttpResponse:
    """Take signing back at once."""
    handover = queries.handovers_of(get_agency(code)).select_related("agency").filter(pk=pk).first()
    form = ReasonForm(request.POST)
    if handover is None:
        raise Http404
    try:
        handing.revoke(handover=handover, reason=form["reason"].value() or "", by=by, now=timezone.now())
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, _("Đã thu lại việc giao ký."))
    return redirect("accounts:handovers", code)
