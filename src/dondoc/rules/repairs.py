"""Slips of scans and of drafters that are proven, each with the words around that prove it; nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, kw_only=True)
class Repair:
    """Words that are damaged and what they mean; code points from `start` to before `end`.

    `scan` tells that a scan did it: then the repaired text is proposed. A drafter's slip is only remarked.
    """

    start: int
    end: int
    wrong: str
    right: str
    scan: bool


@dataclass(frozen=True, kw_only=True)
class _Confusion:
    pattern: re.Pattern[str]
    right: str
    scan: bool


def _confusion(pattern: str, right: str, *, scan: bool) -> _Confusion:
    return _Confusion(pattern=re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), right=right, scan=scan)


# Each was met in a real document: Quyết định 488/QĐ-CT (a scan), Kế hoạch 232/KH-UBND and a plan of Lào Cai (typed).
CONFUSIONS = (
    _confusion(r"(?P<a>[Cc])ông(?P<b> [Dd]ịch vụ công)", r"\g<a>ổng\g<b>", scan=True),
    _confusion(r"(?P<a>[Cc])ông(?P<b> [Tt]hông tin (?:điện tử|[-–] ?[Gg]iao tiếp))", r"\g<a>ổng\g<b>", scan=True),
    _confusion(r"(?P<a>[Đđ])ổi tượng", r"\g<a>ối tượng", scan=True),
    _confusion(r"(?P<a>Bộ |Sở )LD(?P<b>[ -]*TB)", r"\g<a>LĐ\g<b>", scan=True),
    _confusion(r"Noi nhận", "Nơi nhận", scan=True),
    _confusion(r"trong quá thực hiện", "trong quá trình thực hiện", scan=False),
    _confusion(r"mạng truyền số dữ liệu", "mạng truyền số liệu", scan=False),
    _confusion(r"hội truyền hình nghị", "hội nghị truyền hình", scan=False),
    _confusion(r"(?P<a>[Cc])ơ sở quốc gia về pháp luật", r"\g<a>ơ sở dữ liệu quốc gia về pháp luật", scan=False),
    _confusion(r"(?P<a>[Cc])ông khai, minh khai", r"\g<a>ông khai, minh bạch", scan=False),
    _confusion(r"quy chuẩn 02/BHYT", "quy chuẩn 02/BYT", scan=False),
    _confusion(r"Trí thức công dân(?=; Cơ hội tham gia)", "Tri thức công dân", scan=False),
    _confusion(r"(?P<a>PAPI) tỉnh của(?= [A-ZĐ])", r"\g<a> của tỉnh", scan=False),
    _confusion(r"(?P<a>theo|của|và|các|được|cho|trong|với|về|đối) (?P=a)", r"\g<a>", scan=False),
)


@lru_cache(maxsize=4096)
def find(text: str) -> tuple[Repair, ...]:
    """Find the proven slips of a text in order; none overlaps another."""
    out: list[Repair] = []
    for repair in sorted(_each(text), key=lambda repair: repair.start):
        if not out or repair.start >= out[-1].end:
            out.append(repair)
    return tuple(out)


def suggested(text: str) -> str | None:
    """Give the text with what a scan damaged repaired; None where nothing is damaged."""
    out = text
    for repair in reversed([repair for repair in find(text) if repair.scan]):
        out = out[: repair.start] + repair.right + out[repair.end :]
    return None if out == text else out


def _each(text: str) -> Iterator[Repair]:
    for confusion in CONFUSIONS:
        for found in confusion.pattern.finditer(text):
            right = found.expand(confusion.right)
            yield Repair(start=found.start(), end=found.end(), wrong=found[0], right=right, scan=confusion.scan)
