"""Every action asks for its right by itself, whoever calls it."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from dondoc.accounts import actions as accounts
from dondoc.accounts import rights
from dondoc.accounts.models import Person, Role
from dondoc.audit.models import Entry
from dondoc.directives import actions
from dondoc.directives.actions import asking, correcting, entering, publishing, remarks, reviewing, steps, uploading
from dondoc.directives.models import Directive, Finding, Item, Pair, Upload
from world import NOW, PASSWORD, SMALL, person, signed_in

Call = Callable[[Directive, Person], Any]


def row(directive: Directive) -> dict[str, Any]:
    return {"item": directive.items.get(ref="1/2"), "version": 1}


def refused(by: Person) -> Upload:
    return Upload.objects.create(
        code="r", filename="a", size=1, sha256="1" * 64, state="refused", refusal="Sai", by=by, at=NOW
    )


CALLS: dict[str, Call] = {
    "uploading.upload": lambda d, by: uploading.upload(chunks=[SMALL.encode() + b" "], filename="a", by=by, now=NOW),
    "entering.enter_directive": lambda d, by: entering.enter_directive(values={"number": "1"}, by=by, now=NOW),
    "entering.change_document": lambda d, by: entering.change_document(
        directive=d, values={"number": "1"}, by=by, now=NOW
    ),
    "reviewing.accept_item": lambda d, by: reviewing.accept_item(**row(d), by=by, now=NOW),
    "reviewing.accept_clear": lambda d, by: reviewing.accept_clear(directive=d, by=by, now=NOW),
    "reviewing.correct_item": lambda d, by: reviewing.correct_item(**row(d), changes={"text": "x"}, by=by, now=NOW),
    "reviewing.split_item": lambda d, by: reviewing.split_item(**row(d), at=6, by=by, now=NOW),
    "reviewing.merge_with_above": lambda d, by: reviewing.merge_with_above(**row(d), by=by, now=NOW),
    "reviewing.add_item": lambda d, by: reviewing.add_item(
        directive=d, after=None, values={"text": "x"}, by=by, now=NOW
    ),
    "reviewing.delete_item": lambda d, by: reviewing.delete_item(**row(d), by=by, now=NOW),
    "reviewing.restore_item": lambda d, by: reviewing.restore_item(**row(d), by=by, now=NOW),
    "steps.undo": lambda d, by: steps.undo(directive=d, by=by, now=NOW),
    "remarks.decide_finding": lambda d, by: remarks.decide_finding(
        finding=d.findings.first(), decision=Finding.Decision.ACCEPTED, note="", by=by, now=NOW
    ),
    "remarks.decide_pair": lambda d, by: remarks.decide_pair(
        pair=Pair.objects.first(), decision=Pair.Decision.ACCEPTED, reason="", by=by, now=NOW
    ),
    "publishing.publish": lambda d, by: publishing.publish(
        directive=d, reason="x", second_person=False, by=by, now=NOW
    ),
    "publishing.withdraw_directive": lambda d, by: publishing.withdraw_directive(
        directive=d, reason="x", by=by, now=NOW
    ),
    "correcting.publish_correction": lambda d, by: correcting.publish_correction(
        **row(d), changes={"text": "x"}, reason="x", by=by, now=NOW
    ),
    "correcting.change_status": lambda d, by: correcting.change_status(
        **row(d), status=Item.Status.SUSPENDED, reason="x", by=by, now=NOW
    ),
}
CALLS |= {
    "uploading.dismiss": lambda d, by: uploading.dismiss(upload=refused(by), by=by, now=NOW),
    "publishing.drop_directive": lambda d, by: publishing.drop_directive(directive=d, reason="x", by=by, now=NOW),
    "publishing.reopen_directive": lambda d, by: publishing.reopen_directive(directive=d, by=by, now=NOW),
    "asking.ask_item": lambda d, by: asking.ask_item(**row(d), question="x", by=by, now=NOW),
    "asking.answer_item": lambda d, by: asking.answer_item(**row(d), answer="x", by=by, now=NOW),
}
PUBLISHERS = {
    name for name in CALLS if name.startswith("correcting.") or name.endswith(("publish", "withdraw_directive"))
}


def test_the_list_of_calls_names_every_action() -> None:
    found = set()
    for module in pkgutil.iter_modules(actions.__path__):
        room = importlib.import_module(f"dondoc.directives.actions.{module.name}")
        for name, value in inspect.getmembers(room, inspect.isfunction):
            own = value.__module__ == room.__name__ or getattr(value, "__wrapped__", value).__module__ == room.__name__
            shown = inspect.signature(value).parameters
            if own and not name.startswith("_") and {"by", "now"} <= set(shown) and "verb" not in shown:
                found.add(f"{module.name}.{name}")

    assert found - {"steps.decide"} == set(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_an_action_refuses_who_lacks_the_right_and_writes_nothing(
    small: Directive, reader: Person, clerk: Person, name: str
) -> None:
    caller = clerk if name in PUBLISHERS else reader
    Finding.objects.create(directive=small, position=99, code="x", severity="note", message="?")
    entries = Entry.objects.count()

    with pytest.raises(PermissionDenied):
        CALLS[name](small, caller)

    assert Entry.objects.count() == entries
    assert small.items.filter(version=1).count() == small.items.count()


def test_accounts_are_made_and_closed_by_administrators_only(clerk: Person, reader: Person) -> None:
    with pytest.raises(PermissionDenied):
        accounts.create_person(
            sign_in_name="moi", full_name="Mới", post="", password=PASSWORD, roles=[], by=clerk, now=NOW
        )  # fmt: skip
    with pytest.raises(PermissionDenied):
        accounts.close_account(person=reader, reason="x", by=clerk, now=NOW)
    reader.refresh_from_db()
    assert reader.is_active


def test_a_refusal_names_who_has_the_right_and_who_grants_it(
    clerk: Person, publisher: Person, administrator: Person
) -> None:
    with pytest.raises(PermissionDenied) as refusal:
        rights.require(clerk, rights.Right.PUBLISH)

    assert "Người có quyền: Trần Đức Long, Văn phòng UBND tỉnh." in str(refusal.value)
    assert "Người cấp quyền: Phùng Thị Mai, Văn phòng UBND tỉnh." in str(refusal.value)


def test_of_many_people_with_a_right_three_are_named_and_a_closed_account_is_not(
    clerk: Person, publisher: Person
) -> None:
    for number in range(4):
        person(f"p{number}", f"Người {number}", Role.PUBLISHER)
    Person.objects.filter(pk=publisher.pk).update(is_active=False)

    with pytest.raises(PermissionDenied) as refusal:
        rights.require(clerk, rights.Right.PUBLISH)

    assert "và 1 người khác" in str(refusal.value)
    assert "Trần Đức Long" not in str(refusal.value)


def test_the_clerk_reads_on_the_page_of_publication_who_publishes(
    clerk: Person, publisher: Person, small: Directive
) -> None:
    body = signed_in(clerk).get(f"/van-ban/{small.code}/cong-bo/").content.decode()

    assert "Người có quyền: Trần Đức Long, Văn phòng UBND tỉnh." in body
