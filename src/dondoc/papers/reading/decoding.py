"""Bytes to text: what encoding a file has, and whether it is a Vietnamese text that may enter at all."""

from __future__ import annotations

import re
import unicodedata

from dondoc.papers.reading.refusals import Unreadable
from dondoc.rules.names import fold

LIMIT = 50 * 1024 * 1024
"""The largest file taken, in bytes: no directive seen is over 2 MB; scans come through their own reader."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "tệp PDF"),
    (b"PK\x03\x04", "tệp nén hoặc tệp Office (.docx, .xlsx)"),
    (b"\xd0\xcf\x11\xe0", "tệp Office cũ (.doc, .xls)"),
    (b"\x89PNG", "ảnh PNG"),
    (b"\xff\xd8\xff", "ảnh JPEG"),
    (b"II*\x00", "ảnh TIFF"),
    (b"MM\x00*", "ảnh TIFF"),
    (b"GIF8", "ảnh GIF"),
    (b"{\\rtf", "tệp RTF"),
    (b"MZ", "chương trình máy tính"),
    (b"\x7fELF", "chương trình máy tính"),
    (b"Rar!", "tệp nén RAR"),
    (b"\x1f\x8b", "tệp nén"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MARKED = re.compile(r"[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
LEGACY = re.compile(r"[µ¸¶·¹¨»¾¼½Æ©Ç¤­®]{1}[a-z]|[a-z][µ¸¶·¹»¾¼½]", re.IGNORECASE)
OLD_FONTS = re.compile(r"[aoe][âùøûõï]|[AOE][ÂÙØÛÕÏ]|ñ[aeiouö]|[a-z][µ¸¶·¹©®]|[µ¸¶·¹¨»¾¼½Æ©Ç¤®][a-z]", re.IGNORECASE)
SECRET = re.compile(
    r"(?:(?:độ|mức độ|cấp độ)\s+mật\s*:?\s*)?[\[\(\*\s\"“]*((?:tuyệt|tối)\s+mật|mật|"
    r"t\s*u\s*y\s*ệ\s*t\s+m\s*ậ\s*t|t\s*ố\s*i\s+m\s*ậ\s*t|m\s+ậ\s+t)"
    r"[\]\)\*\s\"”.]*",
    re.IGNORECASE,
)
DAMAGED_STAMPS = {"mat", "toi mat", "tuyet mat", "dau mat", "tai lieu mat", "van ban mat"}
FIRST_PAGE_LINES = 45
LONGEST_STAMP = 200
"""A stamp stands alone or beside others on its line, between gaps; a line of more letters is a sentence."""


def decode(data: bytes, name: str) -> str:
    """Give the text of a file in NFC with plain line ends, without judging what it says.

    Takes UTF-8, UTF-16 with or without its mark, and Windows-1258; raises Unreadable for anything else.
    """
    if len(data) > LIMIT:
        raise Unreadable("too-large", name=name, megabytes=len(data) // 1048576, limit=LIMIT // 1048576)
    for signature, kind in SIGNATURES:
        if data.startswith(signature):
            raise Unreadable("format", name=name, kind=kind)
    text = _characters(data, name)
    text = unicodedata.normalize("NFC", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        raise Unreadable("empty", name=name)
    control = CONTROLS.search(text)
    if control:
        raise Unreadable("binary", name=name, byte=len(text[: control.start()].encode()))
    return text


def _characters(data: bytes, name: str) -> str:
    """Decode by the file's mark, else UTF-8, else by what the bytes look like."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(data, "utf-16", name)
    sample = data[:4000]
    if len(sample) >= 4 and sample.count(0) > len(sample) // 10:
        # UTF-16 without its mark: spaces and line ends have a zero in the same half of each pair.
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        return _strictly(data, "utf-16-le" if little else "utf-16-be", name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _windows(data, name, error)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unreadable("encoding", name=name, line=data[: error.start].count(b"\n") + 1, byte=error.start) from error


def _windows(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """Take Windows-1258 where it gives Vietnamese words; a UTF-8 file with a broken place is not that."""
    place = {"name": name, "line": data[: error.start].count(b"\n") + 1, "byte": error.start}
    mostly_utf8 = data.decode("utf-8", errors="ignore")
    if len(MARKED.findall(mostly_utf8)) > len(mostly_utf8) // 50:
        raise Unreadable("encoding", **place) from error
    try:
        text = unicodedata.normalize("NFC", data.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    letters = sum(map(str.isalpha, text))
    marked = len(re.findall(r"[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text, re.IGNORECASE))
    if letters and marked * 12 > letters:
        return text
    if LEGACY.search(data.decode("latin-1")):
        raise Unreadable("legacy-font", **place) from error
    raise Unreadable("encoding", **place) from error


def admit(text: str, name: str) -> None:
    """Refuse a text that bears a stamp of secrecy on its first page, or that is not in Vietnamese.

    Source: secret documents are outside the reporting regime (Nghị định 09/2019/NĐ-CP, Điều 1 khoản 2).
    """
    _refuse_secret(text)
    _refuse_old_fonts(text, name)
    letters = sum(map(str.isalpha, text[:20000]))
    if len(MARKED.findall(text[:20000])) * 20 < max(letters, 1):
        raise Unreadable("not-vietnamese", name=name)


def _refuse_old_fonts(text: str, name: str) -> None:
    """Refuse a text whose letters only the fonts of TCVN3 or VNI show as Vietnamese: pairs no Vietnamese word has."""
    start = text[:20000]
    found = [*OLD_FONTS.finditer(start)]
    if len(found) * 50 > max(sum(map(str.isalpha, start)), 1):
        raise Unreadable("legacy-font", name=name, line=start.count("\n", 0, found[0].start()) + 1)


def _refuse_secret(text: str) -> None:
    page = text.split("\f", 1)[0]
    filled = 0
    for number, line in enumerate(page.split("\n"), 1):
        if not line.strip():
            continue
        filled += 1
        if filled > FIRST_PAGE_LINES:
            return
        mark = _stamp(line.strip())
        # Beside the letterhead a stamp stands behind a gap, in capitals; a cell of a table that says so does not.
        chunks = re.split(r"\t|\||\s{2,}", line) if not mark else []
        mark = mark or next((found for chunk in chunks if chunk.isupper() and (found := _stamp(chunk.strip()))), None)
        if mark:
            raise Unreadable("secret", mark=mark, line=number)


def _stamp(words: str) -> str | None:
    """Give the stamp of secrecy words are, also beside one of urgency and with marks a scan has lost; None if none."""
    if len(words) > LONGEST_STAMP:
        return None
    parts = re.split(r"\s*[-–—,;/+]\s*", words)
    # A list inside a sentence ("bí mật độ Mật, Tối mật") is no stamp: beside a stamp stands another one, or capitals.
    alone = len(parts) == 1 or words.isupper() or all(SECRET.fullmatch(part) for part in parts if part)
    for part in parts:
        stamp = SECRET.fullmatch(part)
        if part and stamp and alone:
            return " ".join(stamp.group(1).split())
        if part.isupper() and fold(part.replace("l", "I")).strip(" .*[]()") in DAMAGED_STAMPS:
            return part
    return None
