"""Indexes that rank provinces (chỉ số xếp hạng) and the eight dimensions of PAPI, as data, found in words."""

from __future__ import annotations

from dataclasses import dataclass

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern

INDEXES = {
    "PAPI": r"papi|hieu qua quan tri va hanh chinh cong",
    "PAR INDEX": r"par[ -]?index|chi so cai cach hanh chinh",
    "SIPAS": r"sipas|chi so (?:ve )?(?:su )?hai long",
    "PCI": r"pci|nang luc canh tranh cap tinh",
    "DTI": r"dti|chi so (?:danh gia )?(?:muc do )?chuyen doi so",
    "PGI": r"pgi|chi so xanh(?: cap tinh)?",
    "PII": r"pii|doi moi sang tao cap dia phuong",
    "DDCI": r"ddci|nang luc canh tranh cap so, nganh",
    "ICT INDEX": r"ict[ -]?index",
}
"""Each index by the code people use, and the words that name it, in small letters without marks."""

DIMENSIONS = {
    1: r"(?:su )?tham gia cua nguoi dan(?: o cap co so)?",
    2: r"cong khai,? (?:va )?minh bach(?= trong| viec|$)",
    3: r"trach nhiem giai trinh",
    4: r"kiem soat tham nhung",
    5: r"thu tuc hanh chinh(?: cong)?",
    6: r"cung ung dich vu cong",
    7: r"quan tri moi truong",
    8: r"quan tri dien tu",
}
"""The eight dimensions of PAPI (nội dung thành phần) and the words that begin their names; papi.org.vn."""

_CODES = tuple(INDEXES)
_INDEX = Pattern("|".join(rf"(?P<i{n}>(?<!\w)(?:{words})(?!\w))" for n, words in enumerate(INDEXES.values())))
_LEAD = Pattern(
    r"^[\W\d]*(?:(?:chi so |linh vuc |truc )?(?:noi dung|thanh phan)(?: thanh phan)?(?: so)?|chi so|linh vuc|truc|ve"
    r"|nhom)?\s*\d?\s*[:.“\"-]*\s*"
)
_NUMBERED = Pattern(r"^[\W\d]*(?:chi so |truc )?noi dung(?: thanh phan)?(?: so)? (?P<number>[1-8])(?!\d)")
_NAMES = {number: Pattern(words) for number, words in DIMENSIONS.items()}
_SPOKEN = Pattern(
    rf"(?:noi dung|thanh phan|linh vuc|truc)[^.;]{{0,25}}?[“\"]?(?P<name>{'|'.join(DIMENSIONS.values())})"
)


@dataclass(frozen=True, kw_only=True)
class Mention:
    """An index named in a text, and where."""

    code: str
    start: int
    end: int


def mentions(text: str) -> tuple[Mention, ...]:
    """Find the indexes a text names, in order."""
    found = []
    for match in _INDEX.finditer(letters.folded(text)):
        number = next(n for n in range(len(_CODES)) if match[f"i{n}"])
        found.append(Mention(code=_CODES[number], start=match.start(), end=match.end()))
    return tuple(found)


def index_of(text: str) -> str | None:
    """Give the first index a text names; None where it names none."""
    found = mentions(text)
    return found[0].code if found else None


def dimension_of(heading: str) -> int | None:
    """Give the PAPI dimension a heading names, by its words, else by its number ("Chỉ số nội dung 3: …").

    Only what stands in front counts: "Cải cách thủ tục hành chính" is no dimension.
    """
    folded = letters.folded(heading)
    named = _named(_LEAD.sub("", folded))
    numbered = _NUMBERED.match(folded)
    return named or (int(numbered["number"]) if numbered else None)


def dimension_in(sentence: str) -> int | None:
    """Give the dimension a sentence speaks of ("nội dung “Quản trị điện tử” trong tốp 5")."""
    found = _SPOKEN.search(letters.folded(sentence))
    return _named(found["name"]) if found else None


def _named(folded: str) -> int | None:
    return next((number for number, name in _NAMES.items() if name.match(folded)), None)
