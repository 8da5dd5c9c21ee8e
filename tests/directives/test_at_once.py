"""Two at the same time: nothing is lost, nothing is there twice."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from dondoc.accounts.models import Role
from dondoc.audit.models import Entry
from dondoc.directives.actions import publishing, reviewing, uploading
from dondoc.directives.models import Directive, Item, Upload
from dondoc.directives.refusals import AlreadyHere, BeingRead, ItemChanged, NotInReview
from world import NOW, SMALL, person, typed

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("open_trail")]


def together(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Do the same from several threads at once; give what each got, refusals included."""
    start, out = threading.Barrier(count), []

    def one(number: int) -> None:
        start.wait()
        try:
            out.append(work(number))
        except (AlreadyHere, BeingRead, ItemChanged, NotInReview) as refusal:
            out.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return out


def test_of_many_changes_of_one_row_one_wins_and_the_others_are_told() -> None:
    clerk = person("ha", "Hà", Role.CLERK)
    item = typed(clerk, 1).items.get()

    got = together(
        6, lambda n: reviewing.correct_item(item=item, version=1, changes={"text": f"Lời {n}"}, by=clerk, now=NOW)
    )

    winners = [each for each in got if isinstance(each, Item)]
    assert len(winners) == 1
    assert sum(isinstance(each, ItemChanged) for each in got) == 5
    assert Item.objects.get().text == winners[0].text
    assert Entry.objects.filter(verb="correct-item").count() == 1


def test_the_same_file_from_many_hands_is_one_directive() -> None:
    clerk = person("ha", "Hà", Role.CLERK)

    together(4, lambda n: uploading.upload(chunks=[SMALL.encode()], filename=f"{n}.txt", by=clerk, now=NOW))

    assert Directive.objects.count() == 1
    assert Upload.objects.filter(state="done").count() >= 1


def test_a_directive_is_published_once() -> None:
    boss = person("long", "Long", Role.PUBLISHER)
    directive = typed(boss, 3)

    got = together(
        5, lambda n: publishing.publish(directive=directive, reason="x", second_person=False, by=boss, now=NOW)
    )

    assert sum(isinstance(each, Directive) for each in got) == 1
    assert Entry.objects.filter(verb="publish").count() == 1
