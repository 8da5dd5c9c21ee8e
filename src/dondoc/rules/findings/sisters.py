"""What a proof-reader sees when he lays rows of the same words side by side."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from dondoc.rules import names
from dondoc.rules.catalogue import Finding, Item
from dondoc.rules.findings.material import Material, note, section_of, shown, warning
from dondoc.rules.pairs import threshold
from dondoc.rules.targets import Target, plain

_LEAST = 5
"""So many lists must share a task before one of them can stand out."""
_MAJORITY = 0.75
"""So large a part of them must agree; level-4 shares and open data sets, set agency by agency, never do."""


def item_repeated(material: Material) -> Iterator[Finding]:
    """Find a task given twice in the same words to the same agencies, in the same section.

    Rows with neither agency nor section are left alone: nothing says that they are for the same body.
    """
    seen: dict[tuple[object, ...], Item] = {}
    for item in material.items:
        key = (section_of(item), names.skeleton(item.text), frozenset(map(names.skeleton, item.leads)))
        first = seen.setdefault(key, item)
        if first is not item and (item.leads or key[0]) and key[1]:
            message = f"Nhiệm vụ ghi hai lần, ở {first.ref} và {item.ref}. Bỏ một dòng hoặc ghi rõ chỗ khác nhau."
            yield warning("item-repeated", message, item.text, first.ref, item.ref)


def target_outlier(material: Material) -> Iterator[Finding]:
    """Find rows that ask another figure than nearly all lists with the same task; one may be mistyped.

    Rows limited in scope, and thresholds that vary from list to list, are left alone; the same figure with another
    sign is only remarked.
    """
    for group in material.sisters:
        alike = [item for item in group if len(item.targets) == 1 and _figure(item.targets[0])]
        usual = _usual(alike)
        if usual is None:
            continue
        same = [item for item in alike if _figure(item.targets[0]) == usual]
        scoped = any(item.scope for item in same)
        for item in alike:
            if item not in same and (scoped or not item.scope):
                yield _outlier(item, same, len(alike))
        yield from _other_sign(same)


def _outlier(item: Item, same: Sequence[Item], size: int) -> Finding:
    usual = Counter(shown(other.targets[0]) for other in same).most_common(1)[0][0]
    mine = shown(item.targets[0])
    message = (
        f"{len(same)} trong {size} danh sách cùng nhiệm vụ này ghi “{usual}”, ở đây ghi “{mine}”. "
        "Có thể gõ nhầm, có thể cố ý; phần mềm không tự sửa."
    )
    return warning("target-outlier", message, item.targets[0].text, item.ref)


def _usual(alike: Sequence[Item]) -> str | None:
    """Give the figure that a clear majority of the lists asks; None where they vary."""
    if len(alike) < _LEAST:
        return None
    figure, count = Counter(_figure(item.targets[0]) for item in alike).most_common(1)[0]
    return figure if count >= _MAJORITY * len(alike) else None


def _other_sign(same: Sequence[Item]) -> Iterator[Finding]:
    """Remark another sign before the same figure ("≥30%" among ">30%"); a missing sign is another finding."""
    signs: dict[str, list[Item]] = defaultdict(list)
    for item in same:
        if item.targets[0].comparator:
            signs[threshold(item.targets[0])].append(item)
    usual = max(signs.values(), key=len, default=[])
    for item in (item for items in signs.values() if items is not usual for item in items):
        if len(usual) >= _MAJORITY * sum(map(len, signs.values())):
            mine, theirs = shown(item.targets[0]), shown(usual[0].targets[0])
            message = (
                f"{len(usual)} danh sách cùng nhiệm vụ này ghi “{theirs}”, ở đây ghi “{mine}”: cùng con số, khác dấu."
            )
            yield note("target-outlier", message, item.targets[0].text, item.ref)


def _figure(target: Target) -> str:
    """Give the figure a target asks, with its unit, without its sign; "" where it has none."""
    value = target.grade or plain(target.value)
    return names.fold(f"{target.qualifier or ''} {value} {target.unit or ''} {target.per or ''}") if value else ""
