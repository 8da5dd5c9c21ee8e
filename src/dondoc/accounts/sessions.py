"""Ending the sessions of a person, inside the transactions of others."""

from __future__ import annotations

from importlib import import_module

from django.conf import settings

from dondoc.accounts.models import OpenSession, Person


def close_sessions(person: Person, *, but: str = "", only: int | None = None) -> int:
    """End sessions of a person, all but one key or only one of them; gives how many."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    found = OpenSession.objects.filter(person=person).exclude(key=but)
    found = found if only is None else found.filter(pk=only)
    keys = list(found.values_list("key", flat=True))
    for key in keys:
        store(key).delete()
    found.delete()
    return len(keys)


def forget(key: str) -> None:
    """Take a session off the list of open ones, when its person signs out."""
    OpenSession.objects.filter(key=key).delete()
