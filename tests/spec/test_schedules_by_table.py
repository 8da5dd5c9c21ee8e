"""The table of time-column wordings held against the reader."""

from typing import Any

import pytest

from dondoc.rules import schedules
from spec.tables import SCHEDULE_FIELDS, cases

_CASES = cases("schedules")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"] or "empty")
def test_a_time_cell_is_typed(case: dict[str, Any]) -> None:
    assert schedules.parse(case["text"]).as_json() == {"text": case["text"]} | SCHEDULE_FIELDS | case["schedule"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"] or "empty")
def test_time_cells_are_told_from_others_at_sight(case: dict[str, Any]) -> None:
    assert schedules.is_schedule(case["text"]) is case.get("form", True)


@pytest.mark.parametrize("case", [case for case in _CASES if "due_on" in case], ids=lambda case: case["text"])
def test_the_last_good_day_follows_from_the_words(case: dict[str, Any]) -> None:
    assert schedules.due_on(schedules.parse(case["text"])) == case["due_on"]
