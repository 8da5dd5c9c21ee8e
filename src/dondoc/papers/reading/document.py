"""What a directive says of itself: number, kind, dates, issuer, title, legal bases; who signed, who receives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dondoc.papers.reading.forms import Line
from dondoc.papers.reading.issuers import is_issuer, issuer_of
from dondoc.papers.reading.landmarks import begins_appendix
from dondoc.papers.reading.prose import join_lines
from dondoc.papers.reading.signatures import recipients, signature
from dondoc.rules import dates
from dondoc.rules.catalogue import Document, Kind

KINDS = (
    ("QUYẾT ĐỊNH", Kind.DECISION, "QĐ"),
    ("KẾ HOẠCH", Kind.PLAN, "KH"),
    ("NGHỊ QUYẾT", Kind.RESOLUTION, "NQ"),
    ("CHỈ THỊ", Kind.DIRECTIVE, "CT"),
    ("CHƯƠNG TRÌNH", Kind.PROGRAMME, "CTr"),
    ("THÔNG BÁO", Kind.NOTICE, "TB"),
    ("NGHỊ ĐỊNH", Kind.OTHER, "NĐ"),
    ("THÔNG TƯ", Kind.OTHER, "TT"),
    ("CÔNG ĐIỆN", Kind.OTHER, "CĐ"),
    ("KẾT LUẬN", Kind.OTHER, "KL"),
    ("HƯỚNG DẪN", Kind.OTHER, "HD"),
)
NUMBER = r"(\d{1,5}[a-zA-Z]?\s*/(?:\d{4}/)?[A-ZĐƯ][\w&.Đ-]*(?:-[\wĐ&.]+)*)"
OWN_NUMBER = re.compile(rf"(?:^|\s{{2,}}|\|)\s*Số\s*:?\s*\**\s*{NUMBER}")
ATTACHED = re.compile(
    rf"[Kk]èm "
    rf"theo\s+(?:\w+\s+){{0,3}}?số\s*:?\s*{NUMBER}\s*,?\s*(?:ngày\s+([^,;()]*?))?\s*,?\s*(?:của\s+([^()]*?))?\s*\)?\s*$"
)
PLACE_DATE = re.compile(r"[A-ZĐÀ-Ỹ][\w\s]*,\s*(ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})")
YEARS = re.compile(r"(?:giai đoạn|thời kỳ)\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
EFFECT = re.compile(r"có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ (ngày (?:ký|.*))")
SUBJECT = re.compile(r"\**V/v\b")
DECORATION = re.compile(r"[\W_]+")
ENDS_TITLE = re.compile(r"Căn cứ|Theo đề nghị|Xét|Kính gửi|Điều \d|[IVX]+\.|\d+\.|Ngày \d")
ENDS_BASES = re.compile(r"Theo đề nghị|QUYẾT|Xét|Thực hiện|N[ơo]i nhận|Điều \d|[-+•]\s|(?:[IVX]+|\d+)\.\s|[A-ZĐÀ-Ỹ]{2}")
MOST_HEAD = 80
"""A directive says what it is within so many lines."""


def describe(prose: Sequence[Line]) -> Document:
    """Read what a directive says of itself from the lines outside its tables; what is not stated stays None."""
    head = prose[:MOST_HEAD]
    number, issued, issuer = _attached(prose)
    kind, kind_at = _kind(head)
    number = _own_number(head) or number
    issued = _place_date(head) or issued
    title = _title(head, kind_at)
    signer, signed_as = signature(prose)
    return Document(
        number=number,
        kind=kind if kind is not Kind.OTHER else _kind_of_number(number),
        issued_on=issued,
        effective_on=_effective(prose, issued),
        term=_term(title, prose),
        issuer=issuer_of(head, kind_at) or issuer,
        title=title,
        signer=signer,
        signed_as=signed_as,
        legal_bases=_legal_bases(head),
        recipients=recipients(prose),
    )


def _day(words: str | None) -> date | None:
    """Give the first full day that words name."""
    return next((when.first for when in dates.find(words or "") if when.kind == "day"), None)


def _attached(prose: Sequence[Line]) -> tuple[str | None, date | None, str | None]:
    """Read number, date and issuer from the line of the appendix that says what it is attached to."""
    for index, line in enumerate(prose):
        if "èm theo" not in line.text:
            continue
        alone = line.text.replace("**", "")
        wrapped = join_lines(prose[index : index + 2])
        for words in (alone, wrapped) if ")" in alone else (wrapped, alone):
            match = ATTACHED.search(words.split(")")[0] + ")")
            if match:
                number, day, issuer = match.groups()
                issuer = " ".join(issuer.split()) if issuer else None
                return _tidy_number(number), _day(f"ngày {day}"), issuer
    return None, None, None


def _tidy_number(number: str) -> str:
    return re.sub(r"\s+", "", number)


def _own_number(head: Sequence[Line]) -> str | None:
    for line in head[:25]:
        match = OWN_NUMBER.search(line.text)
        if match:
            return _tidy_number(match.group(1))
    return None


def _place_date(head: Sequence[Line]) -> date | None:
    for line in head[:25]:
        match = PLACE_DATE.search(line.text)
        if match:
            return _day(match.group(1))
    return None


def _kind(head: Sequence[Line]) -> tuple[Kind, int]:
    """Give the kind a line in capitals names, and which line; -1 where none does."""
    for index, line in enumerate(head[:40]):
        words = line.text.replace("*", "").strip(" :.")
        for title, kind, _ in KINDS:
            if words == title or (words.startswith(title) and words.isupper()):
                return kind, index
    letter = any(SUBJECT.match(line.text) for line in head[:25])
    return (Kind.OFFICIAL_LETTER if letter else Kind.OTHER), -1


def _kind_of_number(number: str | None) -> Kind:
    symbol = (number or "").partition("/")[2]
    for _, kind, short in KINDS:
        if re.match(rf"(?:\d{{4}}/)?{short}(?:-|$)", symbol):
            return kind
    return Kind.OFFICIAL_LETTER if re.match(r"(?:UBND|VP|S[A-Z]+)-", symbol) else Kind.OTHER


def _title(head: Sequence[Line], kind_at: int) -> str | None:
    """Read the title: the lines below the kind, as long as they are of one make (all capitals, or one paragraph)."""
    if kind_at < 0:
        about = next((line for line in head[:25] if SUBJECT.match(line.text)), None)
        return about.text.replace("*", "").strip() if about else None
    lines: list[Line] = []
    own = head[kind_at].text.replace("*", "").strip(" :.")
    rest = next((own[len(title) :].strip() for title, _, _ in KINDS if own.startswith(title)), "")
    for line in head[kind_at + 1 : kind_at + 9]:
        if _stops_title(line, lines):
            break
        lines.append(line)
    words = join_lines(lines)
    return f"{rest} {words}".strip() or None


def _stops_title(line: Line, lines: Sequence[Line]) -> bool:
    words = line.text.replace("*", "")
    if ENDS_TITLE.match(words) or DECORATION.fullmatch(words) or is_issuer(words):
        return True
    if not lines:
        return False
    if re.match(r"Thực hiện|Để ", words):
        return True
    upper = lines[-1].text.replace("*", "").isupper()
    return upper != words.isupper() or (not upper and line.blanks > 0)


def _term(title: str | None, prose: Sequence[Line]) -> tuple[int, int] | None:
    """Read the years a directive governs from its title, else from the title of its appendix."""
    appendix = next((i for i, line in enumerate(prose) if begins_appendix(line.text)), None)
    places = [title or ""]
    if appendix is not None:
        places.append(join_lines(list(prose[appendix : appendix + 6])).split("(")[0])
    for words in places:
        span = YEARS.search(words)
        if span:
            return int(span.group(1)), int(span.group(2))
        year = YEAR.search(words)
        if year:
            return int(year.group(1)), int(year.group(1))
    return None


def _effective(prose: Sequence[Line], issued: date | None) -> date | None:
    words = join_lines([line for line in prose if "hiệu lực" in line.text])
    match = EFFECT.search(words)
    if not match:
        return None
    return issued if match.group(1).startswith("ngày ký") else _day(match.group(1))


def _legal_bases(head: Sequence[Line]) -> tuple[str, ...]:
    bases: list[list[Line]] = []
    unfinished = False
    for line in head:
        words = line.text.replace("*", "")
        if re.match(r"Căn cứ\b", words):
            bases.append([line])
        elif unfinished and not ENDS_BASES.match(words):
            bases[-1].append(line)
        else:
            unfinished = False
            continue
        unfinished = not words.endswith((";", "."))
    return tuple(join_lines(lines).rstrip(" ;.,") for lines in bases)
