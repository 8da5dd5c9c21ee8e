"""The truth written down by hand agrees with the two documents wherever a machine can tell."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SAMPLES = HERE.parents[2] / "samples/vinh-phuc-2022"
BOTH = ("quyet-dinh-488", "ke-hoach-232")


def truth(name: str) -> Any:
    return json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))


def words(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def joined(name: str) -> str:
    """Give the document on one line: no blank where a hyphen was wrapped, one elsewhere."""
    return re.sub(r"\s+", " ", re.sub(r"(?<=\S-)\n+(?=\S)", "", words(name)))


@pytest.mark.parametrize("name", BOTH)
def test_the_documents_are_as_received(name: str) -> None:
    digest = hashlib.sha256((SAMPLES / f"{name}.txt").read_bytes()).hexdigest()
    assert f"{digest}  {name}.txt" in (SAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [*BOTH, "pairs"])
def test_the_truth_is_in_composed_unicode(name: str) -> None:
    written = (HERE / f"{name}.json").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", written)


def test_decision_488_has_372_items_with_one_target_each_but_one() -> None:
    items = truth("quyet-dinh-488")["items"]
    assert len({item["ref"] for item in items}) == len(items) == 372
    assert [item["ref"] for item in items if len(item["targets"]) != 1] == ["10/3"]
    assert len({item["target_cell"] for item in items if item["target_cell"]}) == 55
    assert len({item["leads"][0] for item in items}) == 25


def test_offsets_of_decision_488_hold_exactly_the_row() -> None:
    text = words("quyet-dinh-488")
    for item in truth("quyet-dinh-488")["items"]:
        row = text[item["start"] : item["end"]]
        assert row == f"{item['ordinal']}\t{item['text']}\t{item['target_cell'] or ''}"
        assert text.count("\n", 0, item["start"]) + 1 == item["line"]


def test_plan_232_has_84_items_in_8_sections_with_41_targets_in_31() -> None:
    items = truth("ke-hoach-232")["items"]
    assert list(Counter(item["section"] for item in items).values()) == [5, 16, 5, 12, 7, 14, 4, 21]
    assert sum(len(item["targets"]) for item in items) == 41
    assert sum(1 for item in items if item["targets"]) == 31
    assert sum(1 for item in items if item["torn"]) == 8


def test_cells_of_whole_rows_of_plan_232_stand_in_it_unbroken() -> None:
    text = joined("ke-hoach-232")
    for item in truth("ke-hoach-232")["items"]:
        if not item["torn"]:
            for name in ("text", "lead_words", "cooperating_words", "time", "product"):
                assert item[name] in text


def test_rows_of_plan_232_begin_where_the_truth_says() -> None:
    text = words("ke-hoach-232")
    for item in truth("ke-hoach-232")["items"]:
        assert text[item["start"] :].split(maxsplit=1)[0] == item["ordinal"]
        assert text.count("\n", 0, item["start"]) + 1 == item["line"]


@pytest.mark.parametrize("name", BOTH)
def test_conditions_and_scopes_stand_in_parentheses_in_the_text(name: str) -> None:
    for item in truth(name)["items"]:
        for limit in filter(None, (item["condition"], item["scope"])):
            assert f"({limit})" in item["text"]


@pytest.mark.parametrize("name", BOTH)
def test_a_subject_is_named_exactly_where_there_are_several_targets(name: str) -> None:
    for item in truth(name)["items"]:
        for target in item["targets"]:
            assert (target["subject"] is not None) == (len(item["targets"]) > 1)


@pytest.mark.parametrize("name", BOTH)
def test_duties_and_objectives_are_quoted_from_the_document(name: str) -> None:
    text, written = joined(name), truth(name)
    for one in written["duties"] + [objective for objective in written["objectives"] if objective.get("text")]:
        assert one["text"] in text


def test_plan_232_states_17_ranked_objectives_and_22_figures() -> None:
    objectives = truth("ke-hoach-232")["objectives"]
    ranked = [objective for objective in objectives if objective["index"] == "PAPI"]
    assert Counter(objective["dimension"] for objective in ranked) == Counter([None, *range(1, 9), *range(1, 9)])
    assert Counter(objective["where"] for objective in objectives if not objective["index"]) == Counter(
        {"III.5": 9, "III.6": 7, "III.7": 6}
    )


def test_pairs_name_items_that_exist_and_each_once() -> None:
    pairs = truth("pairs")["pairs"]
    plan = {item["ref"] for item in truth("ke-hoach-232")["items"]}
    decision = {item["ref"] for item in truth("quyet-dinh-488")["items"]}
    assert len({pair["plan_232"] for pair in pairs} & plan) == len(pairs) == 18
    assert len({pair["decision_488"] for pair in pairs} & decision) == len(pairs)


def test_recurring_tasks_of_decision_488_list_every_item_once() -> None:
    refs = [ref for task in truth("quyet-dinh-488")["recurring"] for ref in task["same"] + task["near"]]
    assert len(set(refs)) == len(refs)
