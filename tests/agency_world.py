"""A small tree of agencies with people in posts, for tests of rights: a province, bodies, a district, communes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone

from dondoc.accounts.actions import terms
from dondoc.accounts.models import Person, Role, Term
from dondoc.agencies.models import Agency, Kind, Post, Standing
from world import NOW, person

TODAY = timezone.localdate()
BEGINNING = date(2022, 1, 1)
TREE = {
    "vinh-phuc": ("Ủy ban nhân dân tỉnh Vĩnh Phúc", ""),
    "so-y-te": ("Sở Y tế", "vinh-phuc"),
    "so-noi-vu": ("Sở Nội vụ", "vinh-phuc"),
    "huyen-vinh-tuong": ("UBND huyện Vĩnh Tường", "vinh-phuc"),
    "huyen-tam-dao": ("UBND huyện Tam Đảo", "vinh-phuc"),
    "xa-bo-sao": ("UBND xã Bồ Sao", "huyen-vinh-tuong"),
    "xa-cao-dai": ("UBND xã Cao Đại", "huyen-vinh-tuong"),
    "xa-dao-tru": ("UBND xã Đạo Trù", "huyen-tam-dao"),
}


def agency(code: str) -> Agency:
    """Give an agency of the tree, made with those above it where it is not there yet."""
    name, parent = TREE[code]
    kind, _ = Kind.objects.get_or_create(code="so", defaults={"name": "Sở"})
    found, made = Agency.objects.get_or_create(code=code)
    if made:
        Standing.objects.create(agency=found, name=name, kind=kind, parent=agency(parent) if parent else None)
    return found


def post(code: str, name: str, rank: Post.Rank) -> Post:
    return Post.objects.get_or_create(agency=agency(code), name=name, defaults={"rank": rank})[0]


def appointed(
    name: str, code: str, post_name: str, rank: Post.Rank, *, first: date = BEGINNING, last: date | None = None,
    roles: Iterable[Role] = (),
) -> Term:  # fmt: skip
    """Make a person who holds a post."""
    somebody = Person.objects.filter(sign_in_name=name).first() or person(name, name.capitalize())
    return terms.appoint(
        person=somebody, post=post(code, post_name, rank), first_day=first, last_day=last, roles=roles, by=None, now=NOW
    )
