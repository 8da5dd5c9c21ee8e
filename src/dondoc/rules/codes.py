"""Codes of agencies (mã định danh) and of administrative areas, told apart by their form alone."""

from __future__ import annotations

from dondoc.rules.patterns import Pattern

_OLD = Pattern(r"\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}")
_NEW = Pattern(r"[A-Y]\d{2}(?:\.[A-Z0-9]+)*|Z\d{2}[A-Z0-9.]{1,32}")
_AREA = Pattern(r"\d{2}|\d{3}|\d{5}")
LONGEST = 35


def is_old_code(code: str) -> bool:
    """Tell whether a code has the form of QCVN 102:2016/BTTTT: 13 characters, read right to left ("000.00.00.H49")."""
    return _OLD.fullmatch(code) is not None


def is_new_code(code: str) -> bool:
    """Tell whether a code has the form of Quyết định 20/2020/QĐ-TTg, Điều 4-8: up to 35 characters ("H49.01.02")."""
    return len(code) <= LONGEST and _NEW.fullmatch(code) is not None


def is_area_code(code: str) -> bool:
    """Tell whether a code is one of an administrative area: 2 digits a province, 3 a district, 5 a commune.

    Quyết định 124/2004/QĐ-TTg until 30/6/2025, Quyết định 19/2025/QĐ-TTg since, which has no districts.
    """
    return _AREA.fullmatch(code) is not None
