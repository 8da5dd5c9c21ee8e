"""What every reading promises, whatever the text: places inside the text, refs apart, JSON that comes back the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from dondoc.papers.reading.reader import Reading
from dondoc.rules.catalogue import Catalogue, Item, Kind, Severity
from dondoc.rules.catalogue_json import catalogue_from_json

FIELDS = {"text", "leads", "cooperating", "schedule", "deliverable", "targets"}
COMPARATORS = {">", ">=", "<", "<=", "=", "between", "done", "starts", "grade", "top", "text", None}
PERIODS = {"month", "quarter", "year", None}
SCHEDULES = {"yearly", "continuous", "years", "from", "frequency", "date", "event", "cycle", "text"}


def broken(reading: Reading) -> list[str]:
    """Give a sentence for each promise a reading breaks."""
    catalogue = reading.catalogue
    refs = [item.ref for item in catalogue.items]
    faults = [f"ref {ref!r} given twice" for ref in {ref for ref in refs if refs.count(ref) > 1}]
    for item in catalogue.items:
        wrong = (*_places(item, reading.text), *_values(item.as_json()))
        faults += [f"item {item.ref[:30]}: {fault}" for fault in wrong]
    return faults + list(_json_faults(catalogue))


def _places(item: Item, text: str) -> Iterator[str]:
    source = item.source
    if not 0 <= source.start < source.end <= len(text):
        yield f"place {source.start}:{source.end} not inside a text of {len(text)}"
        return
    if source.line != text.count("\n", 0, source.start) + 1:
        yield f"line {source.line}, but offset {source.start} is on line {text.count(chr(10), 0, source.start) + 1}"
    for field, spans in source.spans.items():
        if field not in FIELDS:
            yield f"span of an unknown field {field!r}"
        for start, end in spans:
            if not source.start <= start < end <= source.end:
                yield f"span {start}:{end} of {field} not inside {source.start}:{source.end}"
        if any(one[1] > other[0] for one, other in pairwise(spans)):
            yield f"spans of {field} overlap or stand in no order"
    if "text" in source.spans:
        words, said = _bare("".join(text[start:end] for start, end in source.spans["text"])), _bare(item.text)
        if words != said:
            at = max(0, _same(words, said) - 20)
            yield f"text spans say …{words[at : at + 60]!r}, the text …{said[at : at + 60]!r}"


def _same(one: str, other: str) -> int:
    """Give how many letters two words have in common at the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _bare(words: str) -> str:
    """Leave out blanks and the asterisks of bold type, which are no words."""
    return re.sub(r"[\s*]+", "", words)


def _values(item: dict[str, Any]) -> Iterator[str]:
    if not item["text"].strip():
        yield "no text"
    if not 0 <= item["confidence"] <= 1:
        yield f"confidence {item['confidence']}"
    if any(not name.strip() for name in (*item["leads"], *item["cooperating"])):
        yield "an agency without a name"
    for doubt in item["doubts"]:
        if doubt["field"] not in FIELDS or not doubt["reason"].strip():
            yield f"doubt {doubt}"
    if item["schedule"] and item["schedule"]["kind"] not in SCHEDULES:
        yield f"schedule {item['schedule']['kind']!r}"
    for target in item["targets"]:
        if target["comparator"] not in COMPARATORS or target["per"] not in PERIODS:
            yield f"target {target}"
        if not all(_is_number(target[name]) for name in ("low", "high", "of")):
            yield f"target without numbers {target}"
        if target["comparator"] != "grade" and not _is_number(target["value"]):
            yield f"target with value {target['value']!r}"


def _is_number(value: object) -> bool:
    try:
        return value is None or Decimal(str(value)).is_finite()
    except InvalidOperation:
        return False


def _json_faults(catalogue: Catalogue) -> Iterator[str]:
    values = catalogue.as_json()
    try:
        written = json.dumps(values, ensure_ascii=False, allow_nan=False)
        written.encode("utf-8")
    except (TypeError, ValueError) as error:
        yield f"no JSON: {error}"
        return
    if catalogue_from_json(json.loads(written)) != catalogue:
        yield "another catalogue after the way through JSON"
    if values["document"]["kind"] not in set(Kind):
        yield f"kind {values['document']['kind']!r}"
    for finding in values["findings"]:
        if finding["severity"] not in set(Severity) or not finding["code"] or not finding["message"].strip():
            yield f"finding {finding}"
