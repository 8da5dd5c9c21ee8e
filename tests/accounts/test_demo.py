"""The sample province has somebody for every role, all made up and marked so."""

from __future__ import annotations

import pytest
from django.utils import timezone

from dondoc.accounts import rights
from dondoc.accounts.models import Person, Role
from dondoc.audit import chain, queries
from dondoc.demo import world


@pytest.mark.django_db
def test_every_role_has_a_demo_account_and_making_them_twice_makes_them_once() -> None:
    for _ in range(2):
        list(world.build(now=timezone.now(), documents=False))

    people = list(Person.objects.all())
    assert {each.role for person in people for each in rights.holdings(person)} == set(Role)
    assert len(people) == len(world.ACCOUNTS)
    assert [person for person in people if "(mô phỏng)" not in person.full_name + person.post] == []
    assert Person.objects.get(sign_in_name="giamdoc").post == "Giám đốc Sở Tài chính"
    assert list(chain.breaks(queries.values(), queries.head())) == []
