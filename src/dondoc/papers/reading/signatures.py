"""The end of a directive: who signed it and as what, and who receives it (nơi nhận)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.papers.reading.forms import Line
from dondoc.papers.reading.issuers import is_issuer
from dondoc.papers.reading.landmarks import RECIPIENTS, begins_appendix

_FOR = ("TM.", "KT.", "TL.", "TUQ.")
SIGNED = re.compile(
    r"\**\s*((?:TM|KT|TL|TUQ|Q)\.\s*.+|(?:PHÓ\s+)?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|THỦ TƯỚNG|"
    r"BỘ TRƯỞNG|CHỦ NHIỆM|BÍ THƯ)(?:\s+[\w\s]*)?)\s*\**"
)
_NAME = r"(?:[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđăâêôơư]*\s+){1,4}[A-ZĐÀ-ỸĂÂÊÔƠƯ][a-zà-ỹđăâêôơư]+"
"""Also names of the highlands with a single letter: "Vừ A Bằng", "Y Thông"."""
PERSON = re.compile(_NAME)
_TITLES_AND_NAME = re.compile(rf"\**(?P<titles>[A-ZĐÀ-ỸĂÂÊÔƠƯ.,\s]+?)\s+(?P<name>{_NAME})\**")
"""A signature whose lines a converter put into one cell: "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC Nguyễn Đình Chiến"."""
_RECIPIENT = re.compile(r"\s*[-–+•]\s*")
MOST_RECIPIENTS = 40


def signature(prose: Sequence[Line]) -> tuple[str | None, str | None]:
    """Find the signer and the capacity: titles in capitals one below the other, then a name on a line of its own.

    Gives (None, None) where nobody has signed.
    """
    titles: list[str] = []
    for index, line in enumerate(prose):
        if begins_appendix(line.text):
            titles.clear()
        for words in _halves(line.text) if index > 3 else ():
            whole = _TITLES_AND_NAME.fullmatch(words)
            if whole and SIGNED.fullmatch(whole["titles"]):
                return whole["name"], ", ".join([*titles, " ".join(whole["titles"].split())])
            if words.upper() == words and SIGNED.fullmatch(words) and not _heads(words):
                titles.append(" ".join(words.strip("* ").split()))
            elif titles and titles[-1][:3] != "TM." and PERSON.fullmatch(words.strip("* ")):
                return words.strip("* "), ", ".join(titles)
    return None, None


def _heads(words: str) -> bool:
    """Tell whether words name the body that issues, as a letterhead does, rather than who signs."""
    return is_issuer(words) and not words.startswith(_FOR)


def _halves(text: str) -> list[str]:
    return [part for part in re.split(r"\t|\s{3,}", text) if part.strip()]


def recipients(prose: Sequence[Line]) -> tuple[str, ...]:
    """Read to whom the directive is sent: the dashed lines below "Nơi nhận:", or dashed words beside it."""
    start = next((i for i, line in enumerate(prose) if RECIPIENTS.match(line.text)), None)
    if start is None:
        return ()
    out = _dashed(RECIPIENTS.sub(r"\1", _halves(prose[start].text)[0]))
    for line in prose[start + 1 : start + MOST_RECIPIENTS]:
        words = _halves(line.text)[0]
        if _RECIPIENT.match(words):
            out += _dashed(words)
        elif out and not SIGNED.match(words):
            break
    return tuple(out)


def _dashed(words: str) -> list[str]:
    """Take the parts that dashes begin, at the start or behind the end of another."""
    if not _RECIPIENT.match(words):
        return []
    parts = re.split(r"(?:^|(?<=[;.,]))\s*[-–+•]\s*", words)
    return [part.strip().rstrip(" ;.,") for part in parts if part.strip(" ;.,")]
