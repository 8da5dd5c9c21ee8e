"""Who issues a directive: the body of its letterhead, or the authority named below its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.papers.reading.forms import Line
from dondoc.papers.reading.landmarks import begins_end
from dondoc.rules import names

_LEVELS = "TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG"
_ISSUER = re.compile(
    r"(?P<person>CHỦ TỊCH\s+(?=ỦY|UỶ|UBND)|THỦ TƯỚNG\s+(?=CHÍNH)|BỘ TRƯỞNG\s+(?=BỘ))?"
    r"(?P<body>(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CHÍNH PHỦ|(?:BAN THƯỜNG VỤ )?TỈNH ỦY|BỘ(?=\s))"
    rf"(?:\s+(?P<level>{_LEVELS})\b)?(?P<place>[\w\s,]*?)(?P<office>\s*VĂN PHÒNG)?\s*[:,]?"
)
_PLACE = re.compile(rf"(?P<level>{_LEVELS})\s+(?P<place>[\w\s]+)")
_BODIES = {"UBND": "UBND", "ỦY BAN NHÂN DÂN": "UBND", "UỶ BAN NHÂN DÂN": "UBND", "HỘI ĐỒNG NHÂN DÂN": "HĐND",
           "HĐND": "HĐND", "CHÍNH PHỦ": "Chính phủ", "BỘ": "Bộ"}  # fmt: skip
MOST_LINES = 40


def is_issuer(words: str) -> bool:
    """Tell whether words are nothing but the name of a body that issues directives, in capitals."""
    return _ISSUER.fullmatch(words.strip("* ")) is not None


def issuer_of(head: Sequence[Line], kind_at: int) -> str | None:
    """Read the issuer: whom "CHỦ TỊCH UBND TỈNH …" below the title names, else the body that the letterhead names.

    `kind_at` is the line of `head` that names the kind, -1 where none does. None where nobody is named.
    """
    parts = [(index, part) for index, line in enumerate(head[:MOST_LINES]) for part in _parts(line.text)]
    bodies = [(at, found) for at, (_, part) in enumerate(parts) if (found := _ISSUER.fullmatch(part))]
    if not bodies:
        return None
    at, top = bodies[0]
    level, place = _seat(top, parts[at + 1 :])
    for below, found in bodies:
        if found["person"] and parts[below][0] > kind_at >= 0:
            own = (found["level"], found["place"]) if found["place"].strip() else (found["level"] or level, place)
            return _spelled(found, *own)
    lower = _lower(parts[at + 1 :])
    if top["office"] or lower == "Văn phòng":
        return f"Văn phòng {_spelled(top, level, place)}"
    return lower or _spelled(top, level, place)


def _parts(text: str) -> list[str]:
    return [part.strip("* ") for part in re.split(r"\s{3,}|\t|\|", text) if part.strip("* ")]


def _seat(found: re.Match[str], below: Sequence[tuple[int, str]]) -> tuple[str | None, str]:
    """Give level and name of the place a body sits in, which may stand on the line below it."""
    if found["place"].strip() or not below:
        return found["level"], found["place"]
    seat = next((seat for _, part in below[:2] if (seat := _PLACE.fullmatch(part))), None)
    return (seat["level"], seat["place"]) if seat else (found["level"], "")


def _lower(parts: Sequence[tuple[int, str]]) -> str | None:
    """Find the body that issues below the one it belongs to: "UBND TỈNH LÀO CAI", then "SỞ CÔNG THƯƠNG"."""
    for _, part in parts[:4]:
        if begins_end(part) or part.startswith("Số"):
            return None
        spelled = names.sentence_case(part)
        if part.isupper() and names.begins_agency(spelled) and not is_issuer(part):
            known = names.standard_registry().find(spelled)
            return known.name if known and known.how != "near" else spelled
    return None


def _spelled(found: re.Match[str], level: str | None, place: str) -> str:
    """Write the name as sentences do: "Chủ tịch UBND tỉnh Vĩnh Phúc", "Thủ tướng Chính phủ"."""
    person = (found["person"] or "").strip().capitalize()
    body = _BODIES.get(found["body"], found["body"].capitalize())
    proper = names.sentence_case(place) if body == "Bộ" else " ".join(word.capitalize() for word in place.split())
    return " ".join(part for part in (person, body, (level or "").lower(), proper) if part)
