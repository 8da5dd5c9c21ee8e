"""Reads about people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from dondoc.accounts import posts
from dondoc.accounts.models import Handover, Person, RoleHeld, Term, running
from dondoc.accounts.sheets import Known
from dondoc.agencies import queries as agencies
from dondoc.agencies.models import Agency
from dondoc.rules import names


def find_person(sign_in_name: str) -> Person | None:
    """Give the person of a sign-in name, None where there is none."""
    return Person.objects.filter(sign_in_name=sign_in_name.strip().lower()).first()


def get_person_named(sign_in_name: str) -> Person:
    """Give the person of a sign-in name; raises Person.DoesNotExist."""
    return Person.objects.get(sign_in_name=sign_in_name)


def get_person(pk: int) -> Person:
    """Give a person; raises Http404."""
    person = Person.objects.filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def people(*, words: str, agency: str, state: str) -> QuerySet[Person]:
    """Give the people whose name or sign-in name holds words, with a post in an agency, whose account is so."""
    found = Person.objects.all()
    if words:
        found = found.filter(Q(full_name__icontains=words) | Q(sign_in_name__icontains=words.lower()))
    if agency:
        found = found.filter(pk__in=Term.objects.filter(post__agency__code=agency).values("person"))
    return found.filter(is_active=state == "mo") if state in ("mo", "dong") else found


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the list: a person, the posts of a day in words, the roles given."""

    person: Person
    posts: list[str]
    roles: list[str]


def lines(people: Iterable[Person], day: date) -> list[Line]:
    """Give people as lines of a list, their posts and roles read at once."""
    everyone = list(people)
    held: dict[int, list[str]] = defaultdict(list)
    for term in posts.terms_on(day).filter(person__in=everyone).order_by("first_day", "id"):
        held[term.person_id].append(posts.say(term))
    roles: dict[int, list[str]] = defaultdict(list)
    with_term = Q(term__isnull=True) | running(day, "term__")
    for each in RoleHeld.objects.filter(with_term, person__in=everyone).order_by("id"):
        roles[each.person_id].append(each.get_role_display())
    return [
        Line(person=each, posts=held[each.pk] or [each.post_words or _("chưa có chức vụ")], roles=roles[each.pk])
        for each in everyone
    ]


def terms_ever(person: Person, day: date) -> list[Term]:
    """Give every term of a person with its agency's name as on a day, the newest first."""
    return list(posts.named(Term.objects.filter(person=person), day).prefetch_related("roles"))


def handovers_of(agency: Agency) -> QuerySet[Handover]:
    """Give the handovers of an agency, the newest first."""
    return Handover.objects.filter(agency=agency).select_related("to_term__person", "to_term__post")


def may_sign(agency: Agency, day: date, ranks: Iterable[str]) -> list[Term]:
    """Give the terms of an agency on a day whose holders signing may be handed to."""
    found = posts.terms_on(day).filter(post__agency=agency, post__rank__in=list(ranks), person__is_active=True)
    return list(found.order_by("post__rank", "person__full_name"))


def known(day: date) -> Known:
    """Give what a list of accounts is held against."""
    codes: dict[str, str] = {}
    for standing in agencies.standing_on(day):
        for words in (standing.name, standing.short_name, *standing.aliases, standing.agency.code):
            codes.setdefault(names.fold(words), standing.agency.code)
    heads: dict[str, list[tuple[date, date | None, str]]] = defaultdict(list)
    spans = Term.objects.filter(heads__isnull=False).order_by("id")
    for code, first, last, name in spans.values_list("heads__code", "first_day", "last_day", "person__full_name"):
        heads[code].append((first, last, name))
    people = frozenset(Person.objects.values_list("sign_in_name", flat=True))
    return Known(agencies={words: code for words, code in codes.items() if words}, people=people, heads=heads)
