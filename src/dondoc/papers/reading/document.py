"""The head and the end of a directive: number, kind, dates, issuer, title, legal bases, signer, recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dondoc.papers.reading.forms import Line
from dondoc.papers.reading.prose import join_lines
from dondoc.rules.catalogue import Document, Kind

KINDS = (
    ("QUYẾT ĐỊNH", Kind.DECISION, "QĐ"),
    ("KẾ HOẠCH", Kind.PLAN, "KH"),
    ("NGHỊ QUYẾT", Kind.RESOLUTION, "NQ"),
    ("CHỈ THỊ", Kind.DIRECTIVE, "CT"),
    ("CHƯƠNG TRÌNH", Kind.PROGRAMME, "CTr"),
    ("THÔNG BÁO", Kind.NOTICE, "TB"),
)
NUMBER = r"(\d{1,5}[a-zA-Z]?\s*/(?:\d{4}/)?[A-ZĐƯ][\w&.Đ-]*(?:-[\wĐ&.]+)*)"
OWN_NUMBER = re.compile(rf"(?:^|\s{{2,}}|\|)\s*Số\s*:?\s*\**\s*{NUMBER}")
ATTACHED = re.compile(
    rf"[Kk]èm "
    rf"theo\s+(?:\w+\s+){{0,3}}?số\s*:?\s*{NUMBER}\s*,?\s*(?:ngày\s+([^,;()]*?))?\s*,?\s*(?:của\s+([^()]*?))?\s*\)?\s*$"
)
DAY = re.compile(r"(\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|-|\.|\s+năm\s+)\s*(\d{4})")
PLACE_DATE = re.compile(r"[A-ZĐÀ-Ỹ][\w\s]*,\s*ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})")
YEARS = re.compile(r"(?:giai đoạn|thời kỳ)\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
YEAR = re.compile(r"\bnăm\s+(\d{4})\b", re.IGNORECASE)
EFFECT = re.compile(
    r"có hiệu lực\s+(?:thi hành\s+)?(?:kể\s+)?từ ngày\s+(ký|\d{1,2}\s*(?:/|"
    r"\s+tháng\s+)\s*\d{1,2}\s*(?:/|\s+năm\s+)\s*\d{4})"
)
ISSUER = re.compile(
    r"\**\s*((?:CHỦ TỊCH\s+)?(?:ỦY|UỶ) BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|CHÍNH PHỦ|"
    r"THỦ TƯỚNG CHÍNH PHỦ|BỘ TRƯỞNG[\w\s]*|"
    r"(?:BAN THƯỜNG VỤ )?TỈNH ỦY)((?:\s+(?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG))?[\w\s]*?)\s*\**"
)
SIGNED = re.compile(
    r"\**\s*((?:TM|KT|TL|TUQ|Q)\.\s*.+|(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|"
    r"BỘ TRƯỞNG|CHỦ NHIỆM|BÍ THƯ)(?:\s+[\w\s]*)?)\s*\**"
)
PERSON = re.compile(r"(?:[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđăâêôơư]+\s+){1,4}[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđăâêôơư]+")
RECIPIENTS = re.compile(r"\**\s*N[ơo]i nhận\s*:?\**\s*(.*)$", re.IGNORECASE)


def describe(text: str, prose: Sequence[Line]) -> Document:
    """Read what a directive says of itself from the lines outside its tables; what is not stated stays None."""
    head = prose[:80]
    number, issued, issuer = _attached(prose)
    kind, kind_at = _kind(head, number)
    number = _own_number(head) or number
    issued = _place_date(head) or issued
    title = _title(head, kind_at)
    return Document(
        number=number,
        kind=kind if kind is not Kind.OTHER else _kind_of_number(number),
        issued_on=issued,
        effective_on=_effective(prose, issued),
        term=_term(title, prose, issued),
        issuer=_issuer(head, kind_at) or issuer,
        title=title,
        signer=_signer(prose)[0],
        signed_as=_signer(prose)[1],
        legal_bases=_legal_bases(head),
        recipients=_recipients(prose),
    )


def _day(words: str | None) -> date | None:
    match = DAY.search(words or "")
    if not match:
        return None
    try:
        return date(int(match.group(3)), int(match.group(2)), int(match.group(1)))
    except ValueError:
        return None


def _attached(prose: Sequence[Line]) -> tuple[str | None, date | None, str | None]:
    """Read number, date and issuer from the line of the appendix that says what it is attached to."""
    for index, line in enumerate(prose):
        if "èm theo" in line.text:
            alone = line.text.replace("**", "")
            joined = join_lines(prose[index : index + 2])
            for words in (alone, joined) if ")" in alone else (joined, alone):
                match = ATTACHED.search(words.split(")")[0] + ")")
                if match:
                    issuer = match.group(3)
                    return (
                        _tidy_number(match.group(1)),
                        _day(match.group(2)),
                        " ".join(issuer.split()) if issuer else None,
                    )
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
            return _day(f"{match.group(1)}/{match.group(2)}/{match.group(3)}")
    return None


def _kind(head: Sequence[Line], number: str | None) -> tuple[Kind, int]:
    for index, line in enumerate(head[:40]):
        words = line.text.replace("*", "").strip(" :")
        for title, kind, _ in KINDS:
            if words == title or (words.startswith(title) and words.isupper()):
                return kind, index
    if any(re.match(r"\**V/v\b", line.text) for line in head[:25]):
        return Kind.OFFICIAL_LETTER, -1
    return Kind.OTHER, -1


def _kind_of_number(number: str | None) -> Kind:
    symbol = (number or "").partition("/")[2]
    for _, kind, short in KINDS:
        if re.match(rf"(?:\d{{4}}/)?{short}(?:-|$)", symbol):
            return kind
    return Kind.OFFICIAL_LETTER if re.match(r"(?:UBND|VP|S[A-Z]+)-", symbol) else Kind.OTHER


def _title(head: Sequence[Line], kind_at: int) -> str | None:
    """Read the title: the lines below the kind, as long as they are of one make (all capitals, or one paragraph)."""
    if kind_at < 0:
        about = next((line for line in head[:25] if re.match(r"\**V/v\b", line.text)), None)
        return about.text.replace("*", "").strip() if about else None
    lines: list[Line] = []
    own = head[kind_at].text.replace("*", "").strip()
    rest = next((own[len(title) :].strip() for title, _, _ in KINDS if own.startswith(title)), "")
    for line in head[kind_at + 1 : kind_at + 9]:
        if _stops_title(line, lines):
            break
        lines.append(line)
    words = join_lines(lines)
    return f"{rest} {words}".strip() or None


def _stops_title(line: Line, lines: Sequence[Line]) -> bool:
    words = line.text.replace("*", "")
    if re.match(r"Căn cứ|Theo đề nghị|Xét|Kính gửi|Điều \d|[IVX]+\.|\d+\.", words) or ISSUER.fullmatch(line.text):
        return True
    if not lines:
        return False
    if re.match(r"Thực hiện|Để ", words):
        return True
    upper = lines[-1].text.replace("*", "").isupper()
    return upper != words.isupper() or (not upper and line.blanks > 0)


def _term(title: str | None, prose: Sequence[Line], issued: date | None) -> tuple[int, int] | None:
    """Read the years a directive governs: from its title, else from the title of its appendix, else from its date."""
    appendix = next(
        (i for i, line in enumerate(prose) if re.match(r"\**\s*PHỤ LỤC|\**\s*Phụ lục\s*:?\s*$", line.text)), None
    )
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
    return issued if match.group(1) == "ký" else _day(match.group(1))


def _issuer(head: Sequence[Line], kind_at: int) -> str | None:
    for index, line in enumerate(head[:40]):
        for words in re.split(r"\s{3,}|\t|\|", line.text):
            match = ISSUER.fullmatch(words.strip())
            if not match:
                continue
            body, place = match.group(1), " ".join(match.group(2).split())
            if not place and index + 1 < len(head) and re.fullmatch(r"\**\s*TỈNH\s+[\w\s]+", head[index + 1].text):
                place = head[index + 1].text.strip("* ")
            return _spelled_issuer(body, place)
    return None


def _spelled_issuer(body: str, place: str) -> str:
    body = re.sub(r"(?:ỦY|UỶ) BAN NHÂN DÂN", "UBND", body).replace("HỘI ĐỒNG NHÂN DÂN", "HĐND")
    words = " ".join(word if word in ("UBND", "HĐND") else word.lower() for word in body.split())
    level = re.match(r"(TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG)?\s*(.*)", place)
    name = " ".join(word.capitalize() for word in (level.group(2) if level else "").split())
    kind = (level.group(1) or "").lower() if level else ""
    return " ".join(part for part in (words[:1].upper() + words[1:], kind, name) if part)


def _signer(prose: Sequence[Line]) -> tuple[str | None, str | None]:
    """Find the signature: titles in capitals one below the other, then a name on a line of its own."""
    titles: list[str] = []
    for index, line in enumerate(prose):
        for words in _halves(line.text):
            if SIGNED.fullmatch(words) and words.upper() == words and index > 3 and not _heads(words):
                titles.append(" ".join(words.strip("* ").split()))
                continue
            if titles and titles[-1][:3] not in ("TM.",) and PERSON.fullmatch(words.strip("* ")):
                return words.strip("* "), ", ".join(titles)
        if APPENDIX_BEGINS.match(line.text):
            titles.clear()
    return None, None


APPENDIX_BEGINS = re.compile(r"\**\s*(?:PHỤ LỤC|Phụ lục\s*:?\s*$)")


ENDS_BASES = re.compile(r"Theo đề nghị|QUYẾT|Xét|Thực hiện|N[ơo]i nhận|Điều \d|[-+•]\s|(?:[IVX]+|\d+)\.\s|[A-ZĐÀ-Ỹ]{2}")


def _heads(words: str) -> bool:
    """Tell whether words name the body that issues, as a letterhead does, rather than who signs."""
    return ISSUER.fullmatch(words) is not None and not words.startswith(("TM.", "KT.", "TL.", "TUQ."))


def _halves(text: str) -> list[str]:
    return [part for part in re.split(r"\t|\s{3,}", text) if part.strip()]


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


def _recipients(prose: Sequence[Line]) -> tuple[str, ...]:
    start = next((i for i, line in enumerate(prose) if RECIPIENTS.match(line.text)), None)
    if start is None:
        return ()
    out: list[str] = []
    for line in prose[start + 1 : start + 40]:
        words = re.split(r"\s{3,}|\t", line.text)[0]
        if not re.match(r"[-–+•]", words):
            if out and not SIGNED.match(words):
                break
            continue
        out.append(words.strip("-–+• ").rstrip(" ;.,"))
    return tuple(out)
