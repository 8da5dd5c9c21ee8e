"""The proof-reader for directives (soát văn bản): what is wrong or remarkable, each with its words and its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dondoc.rules.catalogue import Catalogue, Finding, Severity
from dondoc.rules.findings import sections, spelling
from dondoc.rules.findings.addressees import addressee_unknown
from dondoc.rules.findings.aims import group_contradicts_rank, objective_differs, trajectory_does_not_add_up
from dondoc.rules.findings.deadlines import deadline_impossible, statement_before_fact
from dondoc.rules.findings.directives import differs_from_directive
from dondoc.rules.findings.figures import figure_differs
from dondoc.rules.findings.material import Check, Material, Structure
from dondoc.rules.findings.numbering import numbering_broken, numbering_repeated
from dondoc.rules.findings.rows import (
    lead_also_cooperating,
    target_missing,
    target_not_measurable,
    target_not_of_text,
    target_without_comparator,
)
from dondoc.rules.findings.sisters import item_repeated, target_outlier
from dondoc.rules.findings.spelling import spelling_repaired
from dondoc.rules.names import Registry, standard_registry

__all__ = ["CHECKS", "Material", "Structure", "proofread", "proofread_reading"]

CHECKS: dict[str, Check] = {
    "item-repeated": item_repeated,
    "target-missing": target_missing,
    "target-not-measurable": target_not_measurable,
    "target-without-comparator": target_without_comparator,
    "target-outlier": target_outlier,
    "target-not-of-text": target_not_of_text,
    "numbering-broken": numbering_broken,
    "numbering-repeated": numbering_repeated,
    "trajectory-does-not-add-up": trajectory_does_not_add_up,
    "objective-differs": objective_differs,
    "figure-differs": figure_differs,
    "group-contradicts-rank": group_contradicts_rank,
    "lead-also-cooperating": lead_also_cooperating,
    "addressee-unknown": addressee_unknown,
    "deadline-impossible": deadline_impossible,
    "statement-before-fact": statement_before_fact,
    "spelling-repaired": spelling_repaired,
    "differs-from-directive": differs_from_directive,
}
"""Every check by the code of its findings; section-repeated alone comes before them, since it removes items."""

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def proofread_reading(
    catalogue: Catalogue, *, structure: Structure, registry: Registry
) -> tuple[Catalogue, tuple[Finding, ...]]:
    """Proof-read a document just read; give the catalogue as it should be kept, and all findings.

    A section printed twice word for word is kept once, and where a scan damaged a text the repair is proposed.
    """
    raw = Material(catalogue=catalogue, registry=registry, structure=structure)
    repeated = sections.repetitions(raw)
    kept = spelling.with_suggestions(sections.without_second_printings(catalogue, repeated))
    material = Material(catalogue=kept, registry=registry, structure=structure)
    return kept, _sorted([*sections.section_repeated(repeated, structure), *_all(material)])


def proofread(
    catalogue: Catalogue, *, others: Sequence[Catalogue] = (), registry: Registry | None = None
) -> tuple[Finding, ...]:
    """Give the findings that follow from a catalogue alone; used again after a person has corrected it.

    With `others`, also where another directive gives the same task with another figure or for other years; `registry`
    holds the agencies that are known, the standard ones where it is left out.
    """
    known = registry or standard_registry()
    return _sorted(_all(Material(catalogue=catalogue, registry=known, others=tuple(others))))


def _all(material: Material) -> Iterable[Finding]:
    for check in CHECKS.values():
        yield from check(material)


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put errors first, then warnings, then notes; no finding twice."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: _ORDER.index(finding.severity)))
