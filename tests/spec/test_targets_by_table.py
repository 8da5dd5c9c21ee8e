"""The tables of target phrases, written by reading documents, held against the reader."""

from dataclasses import replace
from typing import Any

import pytest

from dondoc.rules import targets
from spec.tables import TARGET_FIELDS, asked, cases

_DECISION = cases("decision_488")
_RESOLUTION = cases("resolution_03")
_PHRASES = cases("phrases")
_PROVINCIAL = cases("provincial")
_SENTENCES = cases("sentences")


def _named(case: dict[str, Any]) -> str:
    return f"{case['phrase'] or 'empty'} [{case['unit']}]" if case.get("unit") else case["phrase"] or "empty"


def _reads_as(case: dict[str, Any]) -> None:
    got = [target.as_json() for target in targets.parse(case["phrase"], unit=case.get("unit"))]
    expected = [TARGET_FIELDS | wanted for wanted in case["targets"]]
    assert [asked(one, wanted) for one, wanted in zip(got, expected, strict=False)] == expected
    assert len(got) == len(expected)


@pytest.mark.parametrize("case", _DECISION, ids=_named)
def test_every_wording_of_decision_488_is_read(case: dict[str, Any]) -> None:
    _reads_as(case)


@pytest.mark.parametrize("case", _RESOLUTION, ids=_named)
def test_every_result_of_resolution_03_is_read_with_its_unit_column(case: dict[str, Any]) -> None:
    _reads_as(case)


@pytest.mark.parametrize("case", _PHRASES, ids=_named)
def test_a_phrase_no_sample_holds_is_read(case: dict[str, Any]) -> None:
    _reads_as(case)


@pytest.mark.parametrize("case", _PROVINCIAL, ids=_named)
def test_a_phrase_of_provincial_plans_is_read(case: dict[str, Any]) -> None:
    _reads_as(case)


@pytest.mark.parametrize("case", _PROVINCIAL, ids=_named)
def test_a_phrase_that_leaves_something_open_is_doubted_and_no_other(case: dict[str, Any]) -> None:
    assert bool(targets.doubts(case["phrase"], targets.parse(case["phrase"]))) is case.get("doubt", False)


@pytest.mark.parametrize("case", _DECISION + _RESOLUTION, ids=_named)
def test_the_wordings_of_the_samples_leave_nothing_open(case: dict[str, Any]) -> None:
    assert targets.doubts(case["phrase"], targets.parse(case["phrase"], unit=case.get("unit"))) == ()


@pytest.mark.parametrize("case", _PROVINCIAL, ids=_named)
def test_a_provincial_target_said_in_words_reads_back_as_the_same(case: dict[str, Any]) -> None:
    for target in targets.parse(case["phrase"]):
        if target.comparator != "text":
            (back,) = targets.parse(targets.say(target))
            assert replace(back, text=target.text) == target


def test_the_table_of_decision_488_has_its_fifty_five_wordings_and_the_empty_cell() -> None:
    assert len({case["phrase"] for case in _DECISION}) == 56


@pytest.mark.parametrize("case", _SENTENCES, ids=lambda case: case["name"])
def test_a_sentence_gives_the_figures_to_reach_and_no_others(case: dict[str, Any]) -> None:
    found = targets.find(case["sentence"])
    expected = [{**TARGET_FIELDS, "subject": ...} | wanted for wanted in case["targets"]]
    expected = [{field: value for field, value in wanted.items() if value is not ...} for wanted in expected]
    got = [one.target.as_json() for one in found]
    assert [asked(one, wanted) for one, wanted in zip(got, expected, strict=False)] == expected
    assert len(got) == len(expected)


@pytest.mark.parametrize("case", _SENTENCES, ids=lambda case: case["name"])
def test_the_place_of_a_figure_holds_exactly_its_words(case: dict[str, Any]) -> None:
    for one in targets.find(case["sentence"]):
        assert case["sentence"][one.start : one.end] == one.target.text


def test_the_tasks_of_plan_232_state_twenty_two_figures_in_twelve_sentences() -> None:
    stated = {case["name"]: len(case["targets"]) for case in _SENTENCES if case["name"].startswith("232 ")}
    assert sorted(name for name, count in stated.items() if count) == [
        f"232 {ref}"
        for ref in ("II.1", "II.2", "V.1", "V.3", "V.4", "V.5", "V.7", "VI.10", "VI.12", "VI.4", "VI.6", "VI.7")
    ]
    assert sum(stated.values()) == 22
