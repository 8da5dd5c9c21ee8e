"""The two documents of the first province, read and held against what a person wrote down from reading them."""

import json
from pathlib import Path

import pytest

from dondoc.papers.reading.reader import Reading, read_file
from dondoc.rules.catalogue import Item

ROOT = Path(__file__).parents[2]
TRUTH = Path(__file__).parent / "truth"
FIELDS = ("text", "leads", "cooperating", "condition", "scope")
TARGET = ("comparator", "value", "unit", "low", "high", "of", "change", "baseline", "qualifier", "per", "by")


def document(name: str) -> tuple[Reading, dict]:
    truth = json.loads((TRUTH / f"{name}.json").read_text(encoding="utf-8"))
    return read_file(ROOT / "samples" / "vinh-phuc-2022" / f"{name}.txt"), truth


@pytest.fixture(scope="module")
def decision() -> tuple[Reading, dict]:
    return document("quyet-dinh-488")


@pytest.fixture(scope="module")
def plan() -> tuple[Reading, dict]:
    return document("ke-hoach-232")


def differences(given: dict, wanted: dict, names: tuple[str, ...], ref: str) -> list[tuple]:
    return [
        (ref, name, given[name], wanted[name])
        for name in names
        if given[name] != wanted[name] and given[name] not in wanted.get(f"{name}_also", ())
    ]


def wrong_fields(items: tuple[Item, ...], truth: list[dict]) -> list[tuple]:
    given = {item.ref: item.as_json() for item in items}
    wrong = [("missing", want["ref"]) for want in truth if want["ref"] not in given]
    for want in truth:
        item = given.get(want["ref"])
        if item is None:
            continue
        wrong += differences(item, want, FIELDS, want["ref"])
        wrong += differences({"n": len(item["targets"])}, {"n": len(want["targets"])}, ("n",), want["ref"])
        for mine, theirs in zip(item["targets"], want["targets"], strict=False):
            wrong += differences(mine, theirs, TARGET, want["ref"])
    return wrong


def test_decision_488_has_the_372_items_a_person_counts_each_field_right(decision):
    reading, truth = decision

    assert len(reading.catalogue.items) == 372
    assert wrong_fields(reading.catalogue.items, truth["items"]) == []


def test_decision_488_points_to_the_very_row_of_each_item(decision):
    reading, truth = decision
    given = {item.ref: item.source for item in reading.catalogue.items}

    for want in truth["items"]:
        source = given[want["ref"]]
        assert (source.start, source.line) == (want["start"], want["line"])
        assert reading.text[source.start : source.end] == reading.text[want["start"] : want["end"]].rstrip()


def test_decision_488_has_one_target_in_every_row_but_10_3(decision):
    counts = {item.ref: len(item.targets) for item in decision[0].catalogue.items}

    assert [ref for ref, count in counts.items() if count != 1] == ["10/3"]


def test_decision_488_leaves_a_person_at_most_20_rows_to_look_at(decision):
    doubted = [item.ref for item in decision[0].catalogue.items if item.doubts]

    assert len(doubted) <= 20
    assert {"8/13", "3/13", "4/2", "10/2", "10/3"} <= set(doubted)


def test_plan_232_has_the_84_tasks_right_in_all_columns(plan):
    reading, truth = plan
    given = {item.ref: item for item in reading.catalogue.items}

    assert len(given) == 84
    assert wrong_fields(reading.catalogue.items, truth["items"]) == []
    for want in truth["items"]:
        item = given[want["ref"]]
        assert (item.schedule.text if item.schedule else None) == want["time"], want["ref"]
        assert item.deliverable == want["product"], want["ref"]
        assert list(item.deliverables) == want["products"], want["ref"]


def test_plan_232_has_41_targets_in_31_tasks_and_none_elsewhere(plan):
    reading, _ = plan
    stating = [item.ref for item in reading.catalogue.items if item.targets]
    eighth = [f"VIII/{n}" for n in (2, *range(4, 22))]

    assert sum(len(item.targets) for item in reading.catalogue.items) == 41
    assert stating == [
        *("II/1", "II/2", "V/1", "V/3", "V/4", "V/5", "V/7", "VI/4", "VI/6", "VI/7", "VI/10", "VI/12"),
        *eighth,
    ]


def test_plan_232_types_every_schedule(plan):
    reading, truth = plan
    given = {item.ref: item.schedule for item in reading.catalogue.items}

    for want in truth["items"]:
        if want.get("schedule"):
            schedule = given[want["ref"]].as_json()
            names = tuple(name for name in want["schedule"] if not name.endswith("_also"))
            assert differences(schedule, want["schedule"], names, want["ref"]) == []


@pytest.mark.parametrize("name", ["quyet-dinh-488", "ke-hoach-232"])
def test_the_head_of_the_document_is_read(name, request):
    reading, truth = request.getfixturevalue("decision" if name == "quyet-dinh-488" else "plan")
    given = reading.catalogue.document.as_json()

    assert differences(given, truth["document"], tuple(given), "document") == []


@pytest.mark.parametrize("name", ["decision", "plan"])
def test_every_span_holds_the_words_of_its_field(name, request):
    reading, _ = request.getfixturevalue(name)

    for item in reading.catalogue.items:
        words = " ".join(reading.text[start:end] for start, end in item.source.spans["text"])
        assert "".join(words.split()) == "".join(item.text.split())
        for spans in item.source.spans.values():
            assert all(item.source.start <= start < end <= item.source.end for start, end in spans)
