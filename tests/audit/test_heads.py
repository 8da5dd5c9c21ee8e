"""Exported heads of the trail: signed, one a day, and what they find that the trail itself would not."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from dondoc.audit import actions, heads, wording
from dondoc.audit.actions import Actor
from world import NOW


@pytest.fixture
def places(db: None, tmp_path: Path) -> dict[str, Path]:
    for number in range(3):
        actions.record(by=Actor(name="Hà"), now=NOW, verb="accept-item", kind="item", code=str(number))
    return {"folder": tmp_path / "heads", "key": tmp_path / "key"}


def test_a_trail_with_its_exported_head_is_whole(places):
    path = heads.export(**places, now=NOW)
    actions.record(by=Actor(name="Hà"), now=NOW, verb="publish", kind="directive", code="488")

    verdict = heads.verify(**places)

    assert (verdict.entries, verdict.exported, verdict.breaks) == (4, 1, ())
    assert path.name == "2022-03-15.json"
    assert (places["key"].stat().st_mode & 0o777) == 0o600


def test_a_head_is_exported_once_a_day(places):
    first = heads.export(**places, now=NOW).read_text()
    actions.record(by=Actor(name="Hà"), now=NOW, verb="publish", kind="directive", code="488")

    assert heads.export(**places, now=NOW).read_text() == first
    assert heads.export(**places, now=NOW + timedelta(days=1)).read_text() != first


@pytest.mark.parametrize(
    "damage",
    [
        lambda values: values | {"number": 2},
        lambda values: values | {"signature": "00" * 64},
        lambda values: {"number": 3},
        lambda values: values | {"signature": "không phải số"},
    ],
)
def test_a_head_that_is_not_ours_is_a_break(places, damage):
    path = heads.export(**places, now=NOW)
    path.write_text(json.dumps(damage(json.loads(path.read_text()))))

    (found,) = heads.verify(**places).breaks

    assert wording.say_break(found.number, found.code) == "chữ ký trong “2022-03-15.json” không đúng"


def test_an_exported_head_is_checked_also_where_the_key_is_gone(places):
    heads.export(**places, now=NOW)
    places["key"].unlink()

    assert heads.verify(**places).breaks == ()
    assert heads.verify(folder=places["folder"] / "none", key=places["key"]).exported == 0


def test_every_break_has_its_sentence():
    for code in ("changed", "missing", "doubled", "out-of-order", "unlinked", "head", "exported"):
        assert "7" in wording.say_break(7, code)
