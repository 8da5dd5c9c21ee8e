"""The proof-reader on the two real directives, on clean ones, and as a whole."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dondoc.papers.reading.reader import read_text
from dondoc.rules import schedules
from dondoc.rules.catalogue import Catalogue, Finding, Severity
from dondoc.rules.findings import CHECKS, Structure, proofread, proofread_reading
from dondoc.rules.names import standard_registry
from papers.generator import Sample, TrueRow, generate
from rules.making import catalogue, item, read, truth

BOTH = ("quyet-dinh-488", "ke-hoach-232")
WEIGHT = [Severity.ERROR, Severity.WARNING, Severity.NOTE]


def answers(wanted: dict[str, Any], finding: Finding) -> bool:
    """Tell whether a finding is the one written down: code, a place, severity, and the words where they tell it apart."""
    codes = [wanted["code"], *wanted.get("code_also", ())]
    severities = [wanted["severity"], *wanted.get("severity_also", ())]
    quoted = wanted["quote"] in finding.quote or finding.quote in wanted["quote"]
    placed = bool(set(wanted["where"]) & set(finding.where))
    told = quoted or wanted["code"] not in ("spelling-repaired", "figure-differs", "trajectory-does-not-add-up")
    return finding.code in codes and finding.severity in severities and placed and told


@pytest.mark.parametrize("name", BOTH)
def test_what_a_careful_reader_found_is_found(name: str) -> None:
    for wanted in truth(name)["findings"]:
        if wanted["need"] == "must":
            assert any(answers(wanted, finding) for finding in read(name).findings), wanted["why"]


@pytest.mark.parametrize("name", BOTH)
def test_what_a_careful_reader_would_find_is_found_too(name: str) -> None:
    for wanted in truth(name)["findings"]:
        if wanted["need"] == "should" and "Phụ lục, VII" not in wanted["where"]:
            assert any(answers(wanted, finding) for finding in read(name).findings), wanted["why"]


@pytest.mark.parametrize("name", BOTH)
def test_every_finding_above_note_was_found_by_the_careful_reader(name: str) -> None:
    for finding in read(name).findings:
        if finding.severity != Severity.NOTE:
            assert any(answers(wanted, finding) for wanted in truth(name)["findings"]), finding.message


@pytest.mark.parametrize("name", BOTH)
def test_nothing_false_is_found(name: str) -> None:
    for wrong in truth(name)["false_findings"]:
        for finding in read(name).findings:
            exactly = finding.code == wrong["code"] and set(finding.where) <= set(wrong["where"])
            assert not exactly or wrong.get("quote", finding.quote) not in finding.quote, (wrong, finding)


def test_decision_488_has_few_findings_above_note() -> None:
    assert sum(finding.severity != Severity.NOTE for finding in read("quyet-dinh-488").findings) <= 40


def test_the_table_printed_twice_is_kept_once() -> None:
    items = read("quyet-dinh-488").items
    assert len(items) == 372
    assert not [one.ref for one in items if "#" in one.ref]


def test_texts_damaged_by_the_scan_are_repaired_beside_the_original() -> None:
    wanted = {one["ref"]: one["text_suggested"] for one in truth("quyet-dinh-488")["items"] if one["text_suggested"]}
    assert {one.ref: one.text_suggested for one in read("quyet-dinh-488").items if one.text_suggested} == wanted
    assert not [one for one in read("ke-hoach-232").items if one.text_suggested]


@pytest.mark.parametrize("name", BOTH)
def test_a_finding_quotes_words_says_where_and_ends_as_a_sentence(name: str) -> None:
    for finding in read(name).findings:
        assert finding.quote
        assert finding.where
        assert finding.message.endswith(".")
        assert finding.message[:1].isupper() or finding.message[:1] in "“0123456789"


def test_every_code_of_the_contract_has_its_check() -> None:
    assert {*CHECKS, "section-repeated"} == {
        *("section-repeated", "item-repeated", "target-missing", "target-not-measurable", "target-without-comparator"),
        *(
            "target-outlier",
            "target-not-of-text",
            "numbering-broken",
            "numbering-repeated",
            "trajectory-does-not-add-up",
        ),
        *(
            "objective-differs",
            "figure-differs",
            "group-contradicts-rank",
            "lead-also-cooperating",
            "addressee-unknown",
        ),
        *("deadline-impossible", "statement-before-fact", "spelling-repaired", "differs-from-directive"),
    }
    assert all(check.__doc__ for check in CHECKS.values())


@pytest.mark.parametrize("name", BOTH)
def test_proofreading_again_finds_what_does_not_need_the_body(name: str) -> None:
    first, again = Counter(f.code for f in read(name).findings), Counter(f.code for f in proofread(read(name)))
    gone = first - again
    assert set(gone) <= {
        "section-repeated",
        "numbering-repeated",
        "spelling-repaired",
        "statement-before-fact",
        "addressee-unknown",
    }
    assert not again - first


def test_a_correction_makes_its_finding_go_away() -> None:
    made = read("quyet-dinh-488")
    right = next(one for one in made.items if one.ref == "9/10")
    items = tuple(replace(one, targets=right.targets) if one.ref == "8/13" else one for one in made.items)
    places = [finding.where for finding in proofread(replace(made, items=items)) if finding.code == "target-outlier"]
    assert ("8/13",) not in places
    assert ("17/6",) in places


def test_findings_stand_by_weight() -> None:
    made = catalogue(
        item("1/1", "Việc một", ask="50 hồ sơ"),
        item("1/2", "Việc hai", ask="Kịp thời"),
        item("1/3", "Việc ba", ask="Hoàn thành trước ngày 31/02/2022"),
    )
    weights = [WEIGHT.index(finding.severity) for finding in proofread(made)]
    assert weights == sorted(weights)
    assert set(weights) == {0, 1, 2}


def test_an_empty_catalogue_has_no_findings() -> None:
    assert proofread(catalogue(signed="2022-01-01")) == ()
    made, findings = proofread_reading(catalogue(), structure=Structure(), registry=standard_registry())
    assert (made, findings) == (catalogue(), ())


def test_the_order_of_the_items_does_not_matter() -> None:
    made = read("quyet-dinh-488")
    items = list(made.items)
    Random(7).shuffle(items)
    assert set(proofread(replace(made, items=tuple(items)))) == set(proofread(made))


@settings(deadline=None, max_examples=20)
@given(st.integers(0, 371))
def test_removing_a_row_adds_no_finding_to_another_section(number: int) -> None:
    made = read("quyet-dinh-488")
    gone = made.items[number]
    fewer = replace(made, items=made.items[:number] + made.items[number + 1 :])
    before = {(finding.code, finding.where) for finding in proofread(made)}
    section = gone.ref.partition("/")[0]
    new = {(finding.code, finding.where) for finding in proofread(fewer)} - before
    assert all(place.partition("/")[0] == section for _, where in new for place in where)


def justified(sample: Sample, finding: Finding) -> bool:
    """Tell whether the truth of a made-up directive bears a finding out; chance puts such things into a few rows."""
    rows = {row.ref: row for row in sample.rows}
    row = rows.get(finding.where[0].split("#")[0])
    return row is not None and REASONS.get(finding.code, lambda *_: False)(sample, row, finding)


def in_both_columns(sample: Sample, row: TrueRow, finding: Finding) -> bool:
    return bool({name.lower() for name in row.leads} & {name.lower() for name in row.cooperating})


def not_measurable(sample: Sample, row: TrueRow, finding: Finding) -> bool:
    return any(target.comparator == "text" for target in row.targets)


def over(sample: Sample, row: TrueRow, finding: Finding) -> bool:
    signed = date.fromisoformat(sample.document["issued_on"])
    end = schedules.due_on(schedules.parse(finding.quote, term=(signed.year, signed.year)))
    written = any(finding.quote in cell for cell in row.cells.values())
    return written and end is not None and end < signed


def twice(sample: Sample, row: TrueRow, finding: Finding) -> bool:
    return sum(one.text == row.text and one.section == row.section for one in sample.rows) > 1


REASONS = {
    "lead-also-cooperating": in_both_columns,
    "target-not-measurable": not_measurable,
    "deadline-impossible": over,
    "item-repeated": twice,
}


@pytest.mark.parametrize("seed", range(0, 60, 4))
def test_a_clean_directive_has_no_false_finding_above_note(seed: int) -> None:
    sample = generate(seed, "tabs", aims=False, appendix=True)
    for finding in read_text(sample.text).findings:
        assert finding.severity == Severity.NOTE or justified(sample, finding), (seed, finding)


def clean(rows: int) -> Catalogue:
    return catalogue(
        *(item(f"1/{number}", f"Tỷ lệ việc thứ {number} hoàn thành", ask="≥ 90%") for number in range(1, rows + 1))
    )


@given(st.integers(0, 30))
def test_a_clean_table_has_no_findings(rows: int) -> None:
    assert proofread(clean(rows)) == ()
