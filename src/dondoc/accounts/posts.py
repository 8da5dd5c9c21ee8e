"""Reads of posts and terms: who holds what on a day, how it is said, and who signs for an agency how."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from dondoc.accounts.models import Handover, Person, Term, running
from dondoc.agencies.models import Agency, Post
from dondoc.agencies.queries import standing_on
from dondoc.audit.actions import Actor


def terms_on(day: date) -> QuerySet[Term]:
    """Give the terms that run on a day, with person, post and the agency's name."""
    return named(Term.objects.filter(running(day)), day)


def named(terms: QuerySet[Term], day: date) -> QuerySet[Term]:
    """Take person and post along, and the agency's name of a day as `agency_name`."""
    name = standing_on(day).filter(agency=OuterRef("post__agency")).values("name")[:1]
    return terms.select_related("post__agency", "person").annotate(agency_name=Subquery(name))


def terms_of(person: Person, day: date) -> list[Term]:
    """Give the terms a person holds on a day, the first begun first."""
    return list(terms_on(day).filter(person=person).order_by("first_day", "id"))


def in_words(person: Person, day: date) -> str:
    """Give the posts a person holds on a day in words; nothing where there is none."""
    return "; ".join(say(term) for term in terms_of(person, day))


def say(term: Term) -> str:
    """Say a term's post with its agency: “Giám đốc Sở Y tế”."""
    return join(term.post.name, getattr(term, "agency_name", None) or term.post.agency.code)


def join(post: str, agency: str) -> str:
    """Put the words of a post before those of its agency, saying only once what both have in common."""
    words, ahead = post.split(), agency.split()
    if agency.casefold() in post.casefold():
        return post
    folded = [word.casefold() for word in words], [word.casefold() for word in ahead]
    common = next((n for n in range(min(len(words), len(ahead)), 0, -1) if folded[0][-n:] == folded[1][:n]), 0)
    return " ".join(words + ahead[common:])


def head_of(agency: Agency, day: date) -> Term | None:
    """Give the term of an agency's head on a day, None where it has none."""
    return terms_on(day).filter(heads=agency).first()


class Form(StrEnum):
    """In whose name somebody signs (Nghị định 30/2020/NĐ-CP, Điều 13)."""

    HEAD = ""
    FOR_HEAD = "KT."
    BY_ORDER = "TL."


@dataclass(frozen=True, kw_only=True)
class Signing:
    """How somebody signs for an agency: the form, the head's post where it is not the own one, and the own post."""

    form: Form
    head_post: str
    own_post: str

    @property
    def lines(self) -> tuple[str, ...]:
        """Give the lines above the signature as papers print them: “KT. GIÁM ĐỐC”, “PHÓ GIÁM ĐỐC”."""
        if self.form is Form.HEAD:
            return (self.own_post.upper(),)
        return (f"{self.form} {self.head_post.upper()}", self.own_post.upper())

    def __str__(self) -> str:
        return ", ".join(self.lines)


def handovers_on(day: date) -> QuerySet[Handover]:
    """Give the handovers in force on a day: not revoked, and both posts still held."""
    held = running(day, "by_term__") & running(day, "to_term__")
    found = Handover.objects.filter(running(day), held, revoked_at__isnull=True)
    return found.select_related("agency", "by_term__post", "by_term__person", "to_term__post", "to_term__person")


def signing_for(person: Person, agency: Agency, day: date) -> Signing | None:
    """Say whether and how a person signs for an agency on a day: as its head, KT., TL.; None where not at all."""
    head = Term.objects.filter(running(day), person=person, heads=agency).select_related("post").first()
    if head is not None:
        return Signing(form=Form.HEAD, head_post=head.post.name, own_post=head.post.name)
    handed = handovers_on(day).filter(agency=agency, to_term__person=person).first()
    if handed is None:
        return None
    form = Form.FOR_HEAD if handed.to_term.post.rank == Post.Rank.DEPUTY else Form.BY_ORDER
    return Signing(form=form, head_post=handed.by_term.post.name, own_post=handed.to_term.post.name)


def say_days(first: date, last: date | None) -> str:
    """Say a span of days."""
    since = _("từ %(day)s") % {"day": f"{first:%-d/%-m/%Y}"}
    return since if last is None else since + " " + _("đến hết %(day)s") % {"day": f"{last:%-d/%-m/%Y}"}


def actor_for(person: Person, agency: Agency, day: date) -> Actor:
    """Give the plain values of somebody who acts for an agency: the post with KT. or TL. where they sign so."""
    signing = signing_for(person, agency, day)
    if signing is None or signing.form is Form.HEAD:
        return person.as_actor()
    words = join(signing.own_post, standing_name(agency, day))
    return Actor(name=person.full_name, post=f"{signing.form} {signing.head_post}, {words}", id=person.pk)


def standing_name(agency: Agency, day: date) -> str:
    """Give the name of an agency on a day, its code where it does not stand then."""
    return standing_on(day).filter(agency=agency).values_list("name", flat=True).first() or agency.code


def agencies_headed(person: Person, day: date) -> list[Agency]:
    """Give the agencies a person is at the head of on a day."""
    return [
        term.heads for term in Term.objects.filter(running(day), person=person).select_related("heads") if term.heads
    ]


def handed_to(person: Person, day: date) -> list[Handover]:
    """Give the handovers by which a person signs on a day."""
    return list(handovers_on(day).filter(to_term__person=person))
