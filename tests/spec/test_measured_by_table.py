"""The table of measured values held against the judge."""

import pytest

from dondoc.rules import targets
from spec.tables import cases

_JUDGED = [
    (case["target"], measured, answer)
    for case in cases("measured")
    for answer in ("met", "not_met", "cannot_tell")
    for measured in case[answer]
]


@pytest.mark.parametrize(("phrase", "measured", "answer"), _JUDGED)
def test_a_measured_value_is_judged(phrase: str, measured: str, answer: str) -> None:
    (target,) = targets.parse(phrase)
    judged = targets.met(target, measured)
    assert judged.answer == answer
    assert judged.why.endswith(".")
