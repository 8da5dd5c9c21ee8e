"""A list of addressees in one cell, split into names as a person would write them."""

from __future__ import annotations

import re

from dondoc.rules.names.vocabulary import HEADS, is_incomplete

# "các cơ quan" may begin a name in small letters; other heads must be capital, else "Văn hóa, Thể thao" would be cut.
BULLETED = r"\s*[;\n]\s*|(?:^|\s)[-+•]\s+(?=[A-ZĐÀ-Ỹ])"
SMALL = r"các (?:cơ quan|đơn vị|sở|ban|ngành|đoàn thể|tổ chức|địa phương|huyện|xã|cơ sở|doanh nghiệp|hội|trường|phòng)"
NEXT = rf"(?:(?:{HEADS})\b|{SMALL})"
AT_COMMA = re.compile(rf",\s*(?:và\s+)?(?={NEXT})")
AT_AND = re.compile(
    r"\s+và\s+(?=(?:Sở|UBND|Ủy ban|Văn phòng|Thanh tra|Công an|Chi cục|Cục|Bảo hiểm|Kho bạc|"
    rf"Ban Quản lý|Hiệp hội|Ngân hàng|{SMALL})\b)"
)
AT_SLASH = re.compile(rf"\s*/\s*(?={NEXT})")
AT_HEAD = re.compile(
    r"\s+(?=(?:UBND|HĐND|Sở|Văn phòng|Thanh tra|Công an|Chi cục|Bảo hiểm xã hội|Kho bạc|MTTQ|Mặt trận|"
    r"Hiệp hội|Các (?:cơ quan|sở|đơn vị))\b)"
)
LEVELS = re.compile(
    r"^((?:UBND|HĐND|MTTQ|Ủy ban nhân dân|Hội đồng nhân dân|Công an|"
    r"Phòng \S+)(?: các)?) cấp (\w+)((?:(?:,| và) (?:cấp )?\w+)+)$"
)


def split_names(cell: str) -> tuple[str, ...]:
    """Split a cell of addressees into single names, collective ones kept whole.

    "Sở Tài chính; UBND cấp huyện, cấp xã" gives three names, "Các sở, ban, ngành" one.
    """
    names: list[str] = []
    # A dash begins a name only in a list of dashes: "Sở Lao động - Thương binh và Xã hội" is one body.
    bulleted = re.match(r"\s*[-+•]\s", cell) is not None
    for part in re.split(BULLETED if bulleted else r"\s*[;\n]\s*", cell):
        for name in _split_part(part):
            if name and name not in names:
                names.append(name)
    return tuple(names)


def _split_part(part: str) -> list[str]:
    pieces = [part]
    for pattern in (AT_SLASH, AT_COMMA, AT_AND, AT_HEAD):
        pieces = [piece for whole in pieces for piece in _cut(whole, pattern)]
    return [name for piece in pieces for name in _levels(_trim(piece))]


def _cut(words: str, pattern: re.Pattern[str]) -> list[str]:
    """Cut at a pattern, but not where the name before it is unfinished ("Văn phòng UBND tỉnh")."""
    pieces: list[str] = []
    start = 0
    for border in pattern.finditer(words):
        before = words[start : border.start()].strip()
        if before and not is_incomplete(before):
            pieces.append(before)
            start = border.end()
    return [*pieces, words[start:]]


def _trim(name: str) -> str:
    name = re.sub(r"\bTP\b\.?", "thành phố", " ".join(name.split()).strip(" .,;/"))
    return name[:1].upper() + name[1:]


def _levels(name: str) -> list[str]:
    """Write out "UBND cấp huyện, cấp xã" as two names."""
    levels = LEVELS.match(name)
    if not levels:
        return [name]
    rest = re.findall(r"(?:,| và) (?:cấp )?(\w+)", levels.group(3))
    return [f"{levels.group(1)} cấp {level}" for level in (levels.group(2), *rest)]
