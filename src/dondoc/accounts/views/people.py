"""People, their posts and roles, kept by administrators."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from dondoc.accounts import actions, factors, queries, sheets, wording
from dondoc.accounts.actions import signing_in, taking_in, terms
from dondoc.accounts.forms import EndTermForm, PersonForm, ReasonForm, RolesForm, TermForm
from dondoc.accounts.guards import needs
from dondoc.accounts.models import Person, Role, Term
from dondoc.accounts.refusals import NotOneself, Refused
from dondoc.accounts.rights import Keeper, Right
from dondoc.agencies import queries as agencies
from dondoc.agencies.actions import add_post
from dondoc.agencies.sheets import Unusable
from dondoc.agencies.sheets import read as read_sheet
from dondoc.audit import queries as audit
from dondoc.audit import wording as trail

PER_PAGE = 50
MOST_BYTES = 5 * 1024 * 1024
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@needs(Right.ADMINISTER)
def list_people(request: HttpRequest, by: Person) -> HttpResponse:
    """Show accounts with posts and roles, those that words, an agency and a state choose."""
    chosen = {"words": request.GET.get("q", "").strip(), "agency": request.GET.get("co-quan", ""),
              "state": request.GET.get("tinh-trang", "")}  # fmt: skip
    day = timezone.localdate()
    page = Paginator(queries.people(**chosen), PER_PAGE).get_page(request.GET.get("trang"))
    asked = request.GET.copy()
    asked.pop("trang", None)
    context = {"page": page, "lines": queries.lines(page, day), "standings": agencies.standing_on(day),
               "query": asked.urlencode(), **chosen}  # fmt: skip
    return render(request, "accounts/people.html", context)


@needs(Right.ADMINISTER)
def new_person(request: HttpRequest, by: Person) -> HttpResponse:
    """Make an account and show its first password once."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        password = factors.first_password()
        try:
            person = actions.create_person(
                **form.cleaned_data, password=password, roles=(), by=by, now=timezone.now(), first_password=True
            )
        except Refused as refusal:
            form.add_error("sign_in_name", str(refusal))
        else:
            return _slips(request, [_slip(person, password)], person)
    context = {"form": form, "title": _("Lập tài khoản"), "button": _("Lập tài khoản")}
    return render(request, "accounts/form.html", context, status=422 if form.errors else 200)


def _slip(person: Person, password: str) -> taking_in.Slip:
    return taking_in.Slip(
        full_name=person.full_name, sign_in_name=person.sign_in_name, post=person.post, agency="", password=password
    )


def _slips(request: HttpRequest, slips: list[taking_in.Slip], person: Person | None = None) -> HttpResponse:
    called = agencies.called_on({slip.agency for slip in slips}, timezone.localdate())
    rows = [(slip, called.get(slip.agency, "")) for slip in slips]
    context = {"rows": rows, "person": person, "address": request.build_absolute_uri("/"),
               "says": wording.taken_in(len(slips)) if person is None else ""}  # fmt: skip
    return render(request, "accounts/slips.html", context)


@needs(Right.ADMINISTER)
def one_person(request: HttpRequest, by: Person, pk: int) -> HttpResponse:
    """Show an account: posts, roles, state, what was done to it."""
    return _show(request, queries.get_person(pk))


def _show(request: HttpRequest, person: Person, status: int = 200, **more: Any) -> HttpResponse:
    day = timezone.localdate()
    held = list(person.roles_held.filter(term__isnull=True).values_list("role", flat=True))
    entries = [
        (entry, trail.verb(entry.verb)) for entry in audit.entries_of("person", person.sign_in_name).reverse()[:20]
    ]
    context = {
        "person": person, "terms": queries.terms_ever(person, day), "day": day,
        "roles": [Role(role).label for role in held], "entries": entries,
        "term_form": TermForm(initial={"first_day": f"{day:%-d/%-m/%Y}"}),
        "roles_form": RolesForm(initial={"roles": held}),
        "reason_form": ReasonForm(), "standings": agencies.standing_on(day),
        "has_factor": person.recovery_codes.exists(), "chosen": request.POST.get("agency", ""),
    }  # fmt: skip
    return render(request, "accounts/person.html", context | more, status=status)


def _act(form_class: type[Form], place: str) -> Callable[..., Any]:
    """Make a view of one change: read the form, do it, and come back; or show what is wrong and change nothing."""

    def mark(change: Callable[[Person, Person, dict[str, Any]], str | None]) -> Callable[..., HttpResponseBase]:
        @needs(Right.ADMINISTER)
        @require_POST
        def view(request: HttpRequest, by: Person, pk: int) -> HttpResponse:
            person, form = queries.get_person(pk), form_class(request.POST)
            if not form.is_valid():
                return _show(request, person, 422, **{place: form})
            try:
                with transaction.atomic():
                    password = change(person, by, form.cleaned_data)
            except (Refused, ValidationError) as refusal:
                return _show(request, person, 422, refusal=str(refusal), **{place: form})
            if password:
                return _slips(request, [_slip(person, password)], person)
            messages.success(request, _("Đã lưu."))
            return redirect("accounts:person", pk)

        return view

    return mark


@_act(TermForm, "term_form")
def appoint(person: Person, by: Person, said: dict[str, Any]) -> None:
    """Let somebody hold a post."""
    now, agency = timezone.now(), agencies.get_agency(said["agency"])
    if by.pk == person.pk:
        raise NotOneself
    post = add_post(agency=agency, name=said["post"], rank=said["rank"], by=Keeper(by), now=now)
    roles = [Role(said["role"])] if said["role"] else []
    terms.appoint(
        person=person, post=post, first_day=said["first_day"], last_day=said["last_day"], basis=said["basis"],
        roles=roles, by=by, now=now,
    )  # fmt: skip


@_act(EndTermForm, "end_form")
def end_term(person: Person, by: Person, said: dict[str, Any]) -> None:
    """End a term of somebody."""
    term = Term.objects.filter(pk=said["term"], person=person).first()
    if term is None:
        raise Http404
    terms.end_term(term=term, last_day=said["last_day"], reason=said["reason"], by=by, now=timezone.now())


@_act(RolesForm, "roles_form")
def change_roles(person: Person, by: Person, said: dict[str, Any]) -> None:
    """Give and take roles."""
    roles = [Role(role) for role in said["roles"]]
    actions.change_roles(person=person, roles=roles, reason=said["reason"], by=by, now=timezone.now())


@_act(ReasonForm, "reason_form")
def close(person: Person, by: Person, said: dict[str, Any]) -> None:
    """Close an account."""
    actions.close_account(person=person, reason=said["reason"], by=by, now=timezone.now())


@_act(ReasonForm, "reason_form")
def reopen(person: Person, by: Person, said: dict[str, Any]) -> None:
    """Open an account again."""
    actions.reopen_account(person=person, reason=said["reason"], by=by, now=timezone.now())


@_act(ReasonForm, "reason_form")
def drop_factor(person: Person, by: Person, said: dict[str, Any]) -> None:
    """Take a lost app out of use."""
    signing_in.drop_second_factor(person=person, reason=said["reason"], by=by, now=timezone.now())


@_act(ReasonForm, "reason_form")
def first_password(person: Person, by: Person, said: dict[str, Any]) -> str:
    """Give a new first password, shown once."""
    return signing_in.give_first_password(person=person, reason=said["reason"], by=by, now=timezone.now())


@needs(Right.ADMINISTER)
def take_in(request: HttpRequest, by: Person) -> HttpResponse:
    """Take a list of accounts in whole, or show every fault of it by row and change nothing."""
    context: dict[str, Any] = {"fields": sheets.FIELDS, "required": sheets.REQUIRED}
    if request.method != "POST":
        return render(request, "accounts/take_in.html", context)
    file = request.FILES.get("file")
    try:
        if file is None or (file.size or 0) > MOST_BYTES:
            raise Unusable(wording.no_file() if file is None else wording.too_large(MOST_BYTES // 1_048_576))
        rows = read_sheet(file.read(), file.name or "", sheets.FIELDS, sheets.REQUIRED)
        drafts, faults = sheets.parse(rows, queries.known(timezone.localdate()))
        if not faults:
            return _slips(request, taking_in.take_in(drafts=drafts, by=by, now=timezone.now()))
        context |= {"faults": faults, "name": file.name}
    except (Unusable, Refused) as refusal:
        context["refusal"] = str(refusal)
    return render(request, "accounts/take_in.html", context, status=422)


@needs(Right.ADMINISTER)
def pattern(request: HttpRequest, by: Person) -> HttpResponse:
    """Give the empty list as an Excel file."""
    response = HttpResponse(sheets.pattern(), content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="tai-khoan.xlsx"'
    return response
