"""Addressees that are no agency, and agencies no list holds."""

from __future__ import annotations

from collections.abc import Iterator

from dondoc.rules import letters, names
from dondoc.rules.catalogue import Finding
from dondoc.rules.findings.material import Material, note, warning
from dondoc.rules.patterns import Pattern

_NO_NAME = Pattern(
    r"^(?:bao cao|ke hoach(?! hoa)|quyet dinh|cong van|van ban|de an|hang (?:nam|quy|thang)|thuong xuyen|dinh ky"
    r"|nam 20|tu nam|den nam|quy [iv]|thang \d|truoc ngay|hoan thanh|toi thieu|it nhat|ty le|thuc hien|xay dung"
    r"|trien khai)(?!\w)|\d\s*%|[<>≤≥]|\d{1,2}/\d{1,2}/\d{4}"
)
_COLLECTIVE = Pattern(r"^(?:cac |so, (?:ban, )?nganh|doan the|co quan|don vi|dia phuong|toan bo|tat ca)")
_LONG = 40
"""A name of more words than this is a sentence."""


def addressee_unknown(material: Material) -> Iterator[Finding]:
    """Find addressees that do not read as the name of a body, and names no list holds, each with all its rows."""
    unlisted: dict[str, list[str]] = {}
    for item in material.items:
        for name in (*item.leads, *item.cooperating):
            if _listed(material, name):
                continue
            if _is_no_name(name):
                message = f"“{name}” không giống tên một cơ quan. Kiểm tra ô cơ quan của nhiệm vụ này."
                yield warning("addressee-unknown", message, name, item.ref)
            elif not is_collective(name):
                unlisted.setdefault(name, []).append(item.ref)
    for name, refs in unlisted.items():
        message = f"“{name}” chưa có trong danh mục cơ quan, được giữ như in."
        yield note("addressee-unknown", message, name, *dict.fromkeys(refs))


def is_collective(name: str) -> bool:
    """Tell a name of many at once ("Các đơn vị liên quan"): no list holds it, and nobody misses it there."""
    return _COLLECTIVE.match(letters.folded(name)) is not None


def _listed(material: Material, name: str) -> bool:
    match = material.registry.find(name)
    return match is not None and match.how != "near"


def _is_no_name(name: str) -> bool:
    """Tell words that are surely no name: a product, a time, a figure, a sentence, or a beginning without its end."""
    unread = _NO_NAME.search(letters.folded(name)) is not None
    return unread or len(name.split()) > _LONG or _unfinished(name) or not name[:1].isalpha()


def _unfinished(name: str) -> bool:
    """Tell a name cut off in the middle; a last word in capitals is a place ("Sông Bằng"), not a small word."""
    return names.is_dangling(name) and not name.split()[-1][:1].isupper()
