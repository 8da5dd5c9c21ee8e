"""What a proof-reader sees in one row: its target against its text, its addressees against each other."""

from __future__ import annotations

from collections.abc import Iterator

from dondoc.rules import letters, names
from dondoc.rules.catalogue import Finding, Item
from dondoc.rules.findings.addressees import is_collective
from dondoc.rules.findings.material import Material, note, shown, warning
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import Comparator, Target

_SHARE = Pattern(r"^\W*(?:ty le|ti le|ty trong|ti trong|phan tram|muc do hai long)(?!\w)")
_COUNT = Pattern(r"^\W*(?:tong )?so (?:luong|cuoc|luot|lan|buoi|lop|tin|bai|hoi nghi|nguoi duoc)(?!\w)")
_GROWS = Pattern(r"(?<!\w)(?:tang|giam|toc do)(?!\w)")
_STATES = frozenset({Comparator.TEXT, Comparator.DONE, Comparator.STARTS, Comparator.GRADE, Comparator.TOP})
_RULE = 0.8
"""A table states targets as a rule when four of five of its rows do."""


def target_missing(material: Material) -> Iterator[Finding]:
    """Find rows whose target cell is empty in a document whose rows have targets as a rule.

    Figures found in products or sentences make no rule: a plan without a column of targets misses none.
    """
    items = material.items
    stated = sum(1 for item in items if item.targets and (not item.source.spans or "targets" in item.source.spans))
    if len(items) < 3 or stated < _RULE * len(items):
        return
    for item in items:
        if not item.targets and not item.text.rstrip().endswith(":"):
            message = (
                f"Nhiệm vụ không có chỉ tiêu, trong khi {stated} trong {len(items)} nhiệm vụ của văn bản có. "
                "Bổ sung chỉ tiêu hoặc ghi rõ là không giao."
            )
            yield warning("target-missing", message, item.text, item.ref)


def target_not_measurable(material: Material) -> Iterator[Finding]:
    """Find targets with neither figure, date, grade nor rank, which nobody can say are met."""
    for item, target in _targets(material):
        if target.comparator is Comparator.TEXT:
            message = f"Chỉ tiêu “{shown(target)}” không đo được: không có con số, mốc thời gian hay thứ hạng."
            yield warning("target-not-measurable", message, target.text, item.ref)


def target_without_comparator(material: Material) -> Iterator[Finding]:
    """Find bare figures, which leave open whether at least, more than or exactly so much is asked.

    For 100 % the signs = and ≥ are one; a figure to fall or rise by says its direction.
    """
    for item, target in _targets(material):
        if target.comparator is not None or target.value is None or target.change:
            continue
        if target.unit == "%" and target.value >= 100:
            continue
        usual = _sign_of_sisters(material, item, target)
        message = (
            f"“{shown(target)}” không nói rõ là ít nhất, nhiều hơn hay đúng bằng{usual}. "
            "Phần mềm coi là đạt khi bằng hoặc cao hơn."
        )
        yield note("target-without-comparator", message, target.text, item.ref)


def target_not_of_text(material: Material) -> Iterator[Finding]:
    """Find rows whose text asks a share and whose target counts things, or the reverse.

    A unit such as "doanh nghiệp/1000 dân" is a share too, and a number may grow by a share.
    """
    for item, target in _targets(material):
        unit = target.unit or ""
        if target.value is None or target.comparator in _STATES or target.change or "/" in unit:
            continue
        asked = letters.folded(target.subject or item.text)
        if _SHARE.match(asked) and not unit.startswith("%"):
            message = (
                f"Lời văn hỏi tỷ lệ, chỉ tiêu lại đếm số lượng: “{shown(target)}”. "
                "Ghi chỉ tiêu theo % hoặc sửa lời văn."
            )
            yield warning("target-not-of-text", message, target.text, item.ref)
        elif _COUNT.match(asked) and unit.startswith("%") and not _GROWS.search(asked):
            message = (
                f"Lời văn hỏi số lượng, chỉ tiêu lại là tỷ lệ: “{shown(target)}”. "
                "Ghi chỉ tiêu theo số lượng hoặc sửa lời văn."
            )
            yield warning("target-not-of-text", message, target.text, item.ref)


def lead_also_cooperating(material: Material) -> Iterator[Finding]:
    """Find agencies that stand in both columns of a row: one cannot cooperate with oneself.

    Many at once ("các bộ, ngành") may lead and cooperate among themselves; that is only remarked.
    """
    for item in material.items:
        leads = {names.skeleton(lead) for lead in item.leads}
        for name in item.cooperating:
            if names.skeleton(name) in leads:
                make = note if is_collective(name) else warning
                message = f"{name} vừa chủ trì vừa phối hợp cùng một nhiệm vụ. Bỏ tên ở một cột."
                yield make("lead-also-cooperating", message, name, item.ref)


def _targets(material: Material) -> Iterator[tuple[Item, Target]]:
    for item in material.items:
        for target in item.targets:
            yield item, target


def _sign_of_sisters(material: Material, item: Item, target: Target) -> str:
    """Say what sign the sisters of a row set before the same figure, where they do."""
    group = next((group for group in material.sisters if item in group), ())
    theirs = [other.targets[0] for other in group if len(other.targets) == 1]
    signed = [shown(one) for one in theirs if one.comparator and one.value == target.value]
    return f"; {len(signed)} danh sách khác ghi “{signed[0]}”" if signed else ""
