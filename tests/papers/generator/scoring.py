"""Counting what a reader got right of a made-up directive, whole rows and torn rows apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from papers.generator import Sample
    from papers.generator.sheet import TrueRow

FIELDS = ("text", "lead", "cooperating", "time", "product", "target")
_TYPED = ("comparator", "value", "unit", "low", "high", "of", "change", "baseline", "qualifier", "per", "by")


@dataclass
class Tally:
    """How many of how many are right."""

    right: int = 0
    total: int = 0

    def add(self, *, right: bool) -> None:
        """Count one more."""
        self.right += right
        self.total += 1

    @property
    def share(self) -> float:
        """Give the share that is right; 1 of nothing."""
        return self.right / self.total if self.total else 1.0


@dataclass
class Score:
    """Fields right in whole and in torn rows; rows wholly right, missing and invented; every wrong field."""

    whole: dict[str, Tally] = field(default_factory=dict)
    torn: dict[str, Tally] = field(default_factory=dict)
    rows: Tally = field(default_factory=Tally)
    split: Tally = field(default_factory=Tally)
    typed: Tally = field(default_factory=Tally)
    missing: list[str] = field(default_factory=list)
    invented: int = 0
    wrong: list[tuple[str, str, str, str]] = field(default_factory=list)

    @property
    def whole_share(self) -> float:
        """Give the share of fields right in rows no page has torn."""
        return _together(self.whole)

    @property
    def torn_share(self) -> float:
        """Give the share of fields right in torn rows."""
        return _together(self.torn)


def score(sample: Sample, items: Sequence[Mapping[str, Any]]) -> Score:
    """Compare what a reader gave with the truth, ignoring letter case, blanks and punctuation.

    An item is a dict with `ref` or `section` and `ordinal`, `text`, `leads`, `cooperating` (lists of names),
    `time`, `product` and `target` (words); the shape `dondoc read --json` prints is taken too (`schedule`,
    `deliverable`, `targets`). Beside the fields: `split` counts agency lists split exactly, `typed` targets of a
    target column read with every field right. Lists are right when all names come in order, or their words as
    written do.
    """
    found = Score()
    given = _paired(sample, items)
    for row in sample.rows:
        item = given.get(row.ref)
        counts = found.torn if row.ref in sample.torn else found.whole
        if item is None:
            found.missing.append(row.ref)
        wrong = _compare(sample, row, item or {}, counts, found)
        found.rows.add(right=not wrong)
    found.invented = len(items) - len(given)
    return found


def key(words: str) -> str:
    """Reduce words to what is compared: letters, digits and signs of comparison, in lower case."""
    return re.sub(r"[^\w%≥≤<>]", "", unicodedata.normalize("NFC", words).lower())


def _compare(
    sample: Sample, row: TrueRow, item: Mapping[str, Any], counts: dict[str, Tally], found: Score
) -> list[str]:
    wrong = []
    for name in FIELDS:
        if name not in sample.columns and not (name == "lead" and row.leads):
            continue
        got = _given(item, name)
        right = key(got) in _right(row, name) if item else False
        counts.setdefault(name, Tally()).add(right=right)
        if not right:
            wrong.append(name)
            found.wrong.append((row.ref, name, _written(row, name), got))
    if row.leads:
        found.split.add(right=_names(item, "leads") == _keys(row.leads))
    if "cooperating" in sample.columns:
        found.split.add(right=_names(item, "cooperating") == _keys(row.cooperating))
    if "target" in sample.columns:
        found.typed.add(right=_typed_right(row, item))
    return wrong


def _right(row: TrueRow, name: str) -> set[str]:
    """Give the forms in which a field is right: as written, and for agencies also as a list of names."""
    forms = {key(_written(row, name))}
    if name == "lead":
        forms.add(key("".join(row.leads)))
    if name == "cooperating":
        forms.add(key("".join(row.cooperating)))
    return forms


def _written(row: TrueRow, name: str) -> str:
    """Give a field as the table has it; the addressee of a whole section stands in none of its cells."""
    return row.cells.get(name, "; ".join(row.leads))


def _given(item: Mapping[str, Any], name: str) -> str:
    if name in ("lead", "cooperating"):
        value = item.get("leads" if name == "lead" else "cooperating") or ()
        return value if isinstance(value, str) else "; ".join(value)
    if name == "time" and "time" not in item:
        return (item.get("schedule") or {}).get("text") or ""
    if name == "product" and "product" not in item:
        return item.get("deliverable") or ""
    if name == "target" and "target" not in item:
        return "; ".join(target.get("text") or "" for target in _of_column(item))
    return item.get(name) or ""


def _of_column(item: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Give the targets that stand in the target column: figures of the sentence come before them, in its words."""
    targets = list(item.get("targets") or ())
    sentence = key(str(item.get("text") or ""))
    while len(targets) > 1 and key(targets[0].get("text") or "") in sentence:
        del targets[0]
    return targets


def _names(item: Mapping[str, Any], name: str) -> list[str]:
    value = item.get(name) or ()
    return _keys((value,) if isinstance(value, str) else value)


def _keys(names: Sequence[str]) -> list[str]:
    return [key(name) for name in names]


def _typed_right(row: TrueRow, item: Mapping[str, Any]) -> bool:
    targets = _of_column(item)
    if len(targets) != len(row.targets):
        return False
    return all(
        (target.get(name) or None) == (getattr(true, name) or None)
        for target, true in zip(targets, row.targets, strict=True)
        for name in _TYPED
    )


def _paired(sample: Sample, items: Sequence[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Give each true row its item: by reference, else by the first words, else by ordinal in the order given."""
    left = list(items)
    given: dict[str, Mapping[str, Any]] = {}
    for same in (_same_reference, _same_beginning, _same_ordinal):
        for row in sample.rows:
            match = None if row.ref in given else next((item for item in left if same(row, item)), None)
            if match is not None:
                given[row.ref] = match
                left = [item for item in left if item is not match]
    return given


def _same_reference(row: TrueRow, item: Mapping[str, Any]) -> bool:
    return _place(str(item.get("ref") or item.get("ordinal") or "")) == _place(row.ref)


def _same_beginning(row: TrueRow, item: Mapping[str, Any]) -> bool:
    return key(_given(item, "text"))[:24] == key(row.text)[:24]


def _same_ordinal(row: TrueRow, item: Mapping[str, Any]) -> bool:
    return _place(str(item.get("ordinal") or item.get("ref") or ""))[1] == _place(row.ref)[1]


def _place(reference: str) -> tuple[str, str]:
    """Take a reference apart into the nearest section and the ordinal, both bare of dots and leading noughts."""
    section, _, ordinal = reference.rpartition("/")
    return key(section.rpartition("/")[2]), ordinal.strip(". ").lstrip("0")


def _together(counts: Mapping[str, Tally]) -> float:
    total = Tally(right=sum(one.right for one in counts.values()), total=sum(one.total for one in counts.values()))
    return total.share
