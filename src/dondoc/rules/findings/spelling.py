"""Names and words a scan damaged, and slips of the drafter that are proven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dondoc.rules import repairs
from dondoc.rules.catalogue import Catalogue, Finding, Item
from dondoc.rules.findings.material import Material, note
from dondoc.rules.patterns import Pattern

CODE = "spelling-repaired"
_DASHES = Pattern(r"[-–—,.]+")
_TONES = {
    tone: Pattern(f"[{letters}]")
    for tone, letters in {
        "2": "àằầèềìòồờùừỳ",
        "3": "áắấéếíóốớúứý",
        "4": "ảẳẩẻểỉỏổởủửỷ",
        "5": "ãẵẫẽễĩõỗỡũữỹ",
        "6": "ạặậẹệịọộợụựỵ",
    }.items()
}
_VOWELS = str.maketrans(
    "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ",
    "aaaaaăăăăăâââââeeeeeêêêêêiiiiioooooôôôôôơơơơơuuuuuưưưưưyyyyy",
)


def with_suggestions(catalogue: Catalogue) -> Catalogue:
    """Propose a repaired text for every item whose words a scan damaged; its own words stay."""
    return replace(catalogue, items=tuple(_suggest(item) for item in catalogue.items))


def spelling_repaired(material: Material) -> Iterator[Finding]:
    """Say of every name and word read otherwise than printed what was printed and what it is read as."""
    yield from _headings(material)
    yield from _cells(material)
    for item in material.items:
        yield from _slips(item.text, item.ref)
        for target in item.targets:
            if target.text not in item.text:
                yield from _slips(target.text, item.ref)
    for passage in material.structure.passages:
        yield from _slips(passage.text, passage.where)


def _suggest(item: Item) -> Item:
    return item if item.text_suggested else replace(item, text_suggested=repairs.suggested(item.text))


def _headings(material: Material) -> Iterator[Finding]:
    """Compare the headings of sections that name an agency with the agency's name."""
    seen: set[str] = set()
    for code, items in material.sections.items():
        number, _, title = (items[0].section or "").partition(". ")
        match = material.registry.find(title) if title else None
        if match is None or match.how != "skeleton" or title in seen or _spelled(title) == _spelled(match.name):
            continue
        seen.add(title)
        message = f"Bản quét ghi “{title}”, đọc là “{match.name}”."
        yield note(CODE, message, title, code.partition("#")[0] or number)


def _cells(material: Material) -> Iterator[Finding]:
    """Compare the names printed in cells with what they were read as, all rows of one slip together."""
    rows: dict[tuple[str, str], list[str]] = {}
    for printed, name, ref in material.structure.names_read:
        if _spelled(printed) != _spelled(name):
            rows.setdefault((printed, name), []).append(ref)
    for (printed, name), refs in rows.items():
        yield note(CODE, f"Bản quét ghi “{printed}”, đọc là “{name}”.", printed, *dict.fromkeys(refs))


def _slips(text: str, where: str) -> Iterator[Finding]:
    for repair in repairs.find(text):
        if repair.scan:
            message = f"Bản quét ghi “{repair.wrong}”, đọc là “{repair.right}”. Lời gốc được giữ bên cạnh."
        else:
            message = f"“{repair.wrong}” có lẽ là “{repair.right}”. Phần mềm giữ nguyên lời văn bản."
        yield note(CODE, message, repair.wrong, where)


def _spelled(name: str) -> str:
    """Give a name without case, dashes and commas, each word's tone behind it: "hoá" and "hóa" are one spelling."""
    return " ".join(_tone_last(word) for word in _DASHES.sub(" ", name.lower()).split())


def _tone_last(word: str) -> str:
    tone = next((tone for tone, letters in _TONES.items() if letters.search(word)), "1")
    return word.translate(_VOWELS) + tone
