"""Where a row stands in the document: its stretches cut in two, joined, and held against its words."""

from __future__ import annotations

from typing import Any

Span = list[int]
Source = dict[str, Any]


def cut(text: str, source: Source | None, words: str, at: int) -> tuple[Source | None, Source | None]:
    """Cut a row's place before character `at` of its words; both parts keep the other fields' places.

    Blanks are not counted, because words broken over lines are joined differently than they stand.
    """
    if not source or not text:
        return source, source
    spans = (source.get("spans") or {}).get("text") or [[source["start"], source["end"]]]
    head, tail = _divide(text, spans, len("".join(words[:at].split())))
    return _with_text(source, head), _with_text(source, tail)


def _divide(text: str, spans: list[Span], letters: int) -> tuple[list[Span], list[Span]]:
    """Give the stretches up to and after so many letters that are not blank."""
    head: list[Span] = []
    for index, (start, end) in enumerate(spans):
        for place in range(start, end):
            if letters == 0 and not text[place].isspace():
                rest = [[place, end], *spans[index + 1 :]]
                return [*head, *([[start, place]] if place > start else [])], rest
            letters -= not text[place].isspace()
        head.append([start, end])
    return head, []


def _with_text(source: Source, spans: list[Span]) -> Source:
    return source | {"spans": {**(source.get("spans") or {}), "text": spans}}


def join(above: Source | None, below: Source | None) -> Source | None:
    """Join the places of two rows field by field."""
    if not above or not below:
        return above or below
    one, other = above.get("spans") or {}, below.get("spans") or {}
    names = dict.fromkeys([*one, *other])
    spans = {name: [span for part in (one, other) for span in part.get(name, [])] for name in names}
    start, end = min(above["start"], below["start"]), max(above["end"], below["end"])
    return above | {"start": start, "end": end, "spans": spans}


def placed(source: Source | None) -> list[tuple[int, int, str]]:
    """Give the stretches of a row, each with its field; none overlap.

    Where the reading does not know fields the whole row is one stretch. Words from outside the row (an agency
    named in the heading above) are left out.
    """
    source = source or {}
    found: list[tuple[int, int, str]] = []
    known: dict[str, list[Span]] = source.get("spans") or {}
    for field in sorted(known, key=lambda name: name != "text"):
        for start, end in known[field]:
            inside = source["start"] <= start and end <= source["end"]
            if inside and not any(start < other[1] and other[0] < end for other in found):
                found.append((start, end, field))
    if not found and source.get("end"):
        return [(source["start"], source["end"], "row")]
    return sorted(found)
