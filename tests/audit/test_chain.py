"""The hash chain: whatever is done to the trail behind the program's back is found."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.audit import actions, chain, queries
from dondoc.audit.actions import Actor
from dondoc.audit.chain import Break, Head
from world import NOW

AT = datetime(2022, 3, 15, 2, 0, tzinfo=UTC)


def trail(count: int) -> tuple[list[dict[str, Any]], Head]:
    """Make a chain as record() does, without a database."""
    entries: list[dict[str, Any]] = []
    previous = chain.BEGINNING
    for number in range(1, count + 1):
        values = {
            "number": number, "at": AT, "actor_id": 1, "actor_name": "Hà", "actor_post": "Văn phòng",
            "verb": "accept-item", "object_kind": "item", "object_code": f"488/1/{number}", "reason": "",
            "before": None, "after": {"n": number},
        }  # fmt: skip
        values |= {"previous": previous, "hash": chain.digest(values, previous)}
        previous = values["hash"]
        entries.append(values)
    return entries, Head(number=count, hash=previous)


def test_a_chain_as_written_has_no_break():
    entries, head = trail(20)

    assert list(chain.breaks(entries, head, [Head(number=9, hash=entries[8]["hash"])])) == []
    assert list(chain.breaks([], Head(number=0, hash=chain.BEGINNING))) == []


def change(entries: list[dict[str, Any]], random: Random) -> None:
    random.choice(entries)[random.choice(("actor_name", "verb", "reason", "object_code"))] = "khác"


def change_and_rehash(entries: list[dict[str, Any]], random: Random) -> None:
    place = random.randrange(len(entries))
    entries[place]["reason"] = "khác"
    entries[place]["hash"] = chain.digest(entries[place], entries[place]["previous"])


def change_and_rehash_all_after(entries: list[dict[str, Any]], random: Random) -> None:
    place = random.randrange(len(entries))
    entries[place]["reason"] = "khác"
    for before, entry in zip([{"hash": entries[place]["previous"]}, *entries[place:]], entries[place:], strict=False):
        entry["previous"] = before["hash"]
        entry["hash"] = chain.digest(entry, entry["previous"])


def drop(entries: list[dict[str, Any]], random: Random) -> None:
    del entries[random.randrange(len(entries))]


def drop_the_end(entries: list[dict[str, Any]], random: Random) -> None:
    del entries[random.randrange(len(entries)) :]


def double(entries: list[dict[str, Any]], random: Random) -> None:
    place = random.randrange(len(entries))
    entries.insert(place, dict(entries[place]))


def swap(entries: list[dict[str, Any]], random: Random) -> None:
    one, other = random.sample(range(len(entries)), 2)
    entries[one]["reason"], entries[other]["reason"] = "một", "hai"


def add(entries: list[dict[str, Any]], random: Random) -> None:
    entry = dict(entries[-1]) | {"number": len(entries) + 1, "previous": entries[-1]["hash"], "verb": "publish"}
    entry["hash"] = chain.digest(entry, entry["previous"])
    entries.append(entry)


def renumber(entries: list[dict[str, Any]], random: Random) -> None:
    random.choice(entries)["number"] += 100


TAMPERINGS = (change, change_and_rehash, change_and_rehash_all_after, drop, drop_the_end, double, swap, add, renumber)


@pytest.mark.parametrize("tampering", TAMPERINGS, ids=lambda one: one.__name__)
@given(seed=st.integers(0, 10_000), count=st.integers(2, 30))
def test_no_tampering_goes_unseen(tampering, seed, count):
    entries, head = trail(count)

    tampering(entries, Random(seed))

    assert list(chain.breaks(entries, head))


def test_a_trail_rewritten_with_its_head_is_found_by_an_exported_head():
    entries, _ = trail(10)
    exported = Head(number=8, hash=entries[7]["hash"])
    change_and_rehash_all_after(entries, Random(2))
    head = Head(number=10, hash=entries[-1]["hash"])

    assert list(chain.breaks(entries, head)) == []
    assert list(chain.breaks(entries, head, [exported])) == [Break(number=8, code="exported")]


def test_a_trail_cut_with_its_head_is_found_by_an_exported_head():
    entries, head = trail(10)
    short = entries[:4]

    found = list(chain.breaks(short, Head(number=4, hash=short[-1]["hash"]), [head]))

    assert found == [Break(number=10, code="missing")]


def test_what_actions_record_is_a_chain(db):
    for number in range(5):
        actions.record(
            by=Actor(name="Hà"), now=NOW, verb="accept-item", kind="item", code=str(number),
            after={"targets": [{"value": "90.5"}], "nhãn": "≥ 90,5 %", "n": number},
        )  # fmt: skip

    assert list(chain.breaks(queries.values(), queries.head())) == []
    assert queries.head().number == 5
