"""Reads about people."""

from __future__ import annotations

from dondoc.accounts.models import Person


def find_person(sign_in_name: str) -> Person | None:
    """Give the person of a sign-in name, None where there is none."""
    return Person.objects.filter(sign_in_name=sign_in_name.strip().lower()).first()
