from __future__ import annotations

import pytest
from django.db import Error, connection, transaction

from dondoc.audit import actions, queries
from dondoc.audit.actions import Actor
from dondoc.audit.models import Entry
from world import NOW


@pytest.fixture
def entry(db: None) -> Entry:
    return actions.record(by=Actor(name="Hà", post="Văn phòng"), now=NOW, verb="publish", kind="directive", code="9-QD")


def test_an_entry_holds_plain_values(entry: Entry) -> None:
    found = queries.entries_of("directive", "9-QD").get()

    assert (found.actor_name, found.actor_post, found.verb, found.object_code) == ("Hà", "Văn phòng", "publish", "9-QD")


@pytest.mark.parametrize(
    "statement",
    [
        pytest.param("UPDATE audit_entry SET actor_name = 'khác'", id="changed"),
        pytest.param("DELETE FROM audit_entry", id="deleted"),
    ],
)
def test_the_database_refuses_that_an_entry_be(entry: Entry, statement: str) -> None:
    with pytest.raises(Error, match="never"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Entry.objects.get().actor_name == "Hà"


def test_entries_of_a_directive_hold_those_of_its_rows(entry: Entry) -> None:
    for code in ("9-QD/1/1", "9-QDX/1/1"):
        actions.record(by=Actor(name="Hà"), now=NOW, verb="accept-item", kind="item", code=code)

    assert [found.object_code for found in queries.entries_of("directive", "9-QD")] == ["9-QD", "9-QD/1/1"]
