"""Numbers as Vietnamese documents write them: `100.000`, `90,5`, `05`, `1,5 triệu`, `hai mươi mốt`.

The dot parts thousands and the comma decimals; a dot that cannot part thousands (`2.5`) is read as a
decimal mark, because scans and foreign tables bring it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from dondoc.rules import letters
from dondoc.rules.patterns import Pattern

_BY_DOT = r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?(?!\d)"
_BY_BLANK = r"[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)(?!\s*%)"
DIGITS = rf"(?:{_BY_DOT}|{_BY_BLANK}|\d{{1,3}}(?:,\d{{3}}){{2,}}(?!\d)|\d+(?:[.,]\d+)?)"
"""A number in digits; blanks may part thousands, but not before "%": "mức độ 3 100%" is two figures."""

SCALES = {
    "trăm": Decimal(100),
    "nghìn": Decimal(1_000),
    "ngàn": Decimal(1_000),
    "vạn": Decimal(10_000),
    "triệu": Decimal(1_000_000),
    "tỷ": Decimal(1_000_000_000),
    "tỉ": Decimal(1_000_000_000),
}
PLAIN_SCALES = {letters.unmarked(word): factor for word, factor in SCALES.items()}
SCALE = (
    r"(?:nghìn tỷ|nghìn tỉ|ngàn tỷ|ngàn tỉ|trăm|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w)(?!\s+(?:lệ|trọng|suất|giá|lẻ)(?!\w))"
)
"""A word that multiplies the figure before it; "tỷ" in "tỷ lệ" is none."""

_UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9, "mười": 10,
}  # fmt: skip
_DIGIT = "một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín"
_ONES = f"{_DIGIT}|mốt|tư|lăm"
_TENS = rf"(?:(?:{_DIGIT})\s+mươi|mười)(?:\s+(?:{_ONES})(?!\w))?"
WORDS = rf"(?:(?:{_DIGIT})\s+trăm(?:\s+(?:{_TENS}|(?:linh|lẻ)\s+(?:{_ONES})))?|{_TENS}|{_DIGIT})(?!\w)"
"""A number in words up to nine hundred and ninety-nine."""

_ROMAN = (("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))
_ROMAN_NUMBER = Pattern(r"(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_GROUPED = Pattern(r"[1-9]\d{0,2}(?:[.\s]\d{3})+(?:,\d+)?")
_ENGLISH = Pattern(r"\d{1,3}(?:,\d{3}){2,}|[1-9]\d{0,2},\d{2}0")
_PLAIN = Pattern(r"\d+(?:[.,]\d+)?")
_IN_WORDS = Pattern(WORDS)
_SCALE_AT_END = Pattern(rf"\s*{SCALE}$")


def parse(text: str) -> Decimal | None:
    """Read one number in digits or words, with a scale word if there is one; None where it is no number.

    `1.234,5` is 1234.5, `100.000` a hundred thousand, `4,72` and `2.5` decimals, `3 tỷ` three thousand million.
    `2,500` counts thousands: nobody writes a decimal fraction out to a zero in the third place; `68,457`
    keeps the comma's lawful meaning.
    """
    text = " ".join(letters.lower(text).split())
    scale = _SCALE_AT_END.search(text)
    figure = _figure(text[: scale.start()] if scale else text)
    factor = scale_of(scale[0]) if scale else Decimal(1)
    return None if figure is None or factor is None else figure * factor


def digits(text: str) -> Decimal | None:
    """Read one number written in digits; None where it is none."""
    if _GROUPED.fullmatch(text):
        return Decimal(re.sub(r"[.\s]", "", text).replace(",", "."))
    if _ENGLISH.fullmatch(text):
        return Decimal(text.replace(",", ""))
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def scale_of(text: str) -> Decimal | None:
    """Read the words that multiply a figure ("nghìn tỷ"); their marks must be right or all missing, or it is None.

    "trạm" without its mark would be a hundred and "ngân" a thousand.
    """
    product = Decimal(1)
    for word in letters.lower(text).split():
        factor = SCALES.get(word) or (PLAIN_SCALES.get(word) if word.isascii() else None)
        if factor is None:
            return None
        product *= factor
    return product


@lru_cache(maxsize=1024)
def words(text: str) -> Decimal | None:
    """Read one number written in words ("hai mươi mốt" is 21); None where it is none."""
    text = " ".join(text.split()).lower()
    if not _IN_WORDS.fullmatch(text):
        return None
    total = ones = 0
    for word in text.split():
        if word == "trăm":
            total, ones = ones * 100, 0
        elif word == "mươi":
            total, ones = total + ones * 10, 0
        elif word == "mười":
            total += 10
        else:
            ones = _UNITS.get(word, 0)
    return Decimal(total + ones)


def say(figure: Decimal) -> str:
    """Write a number the Vietnamese way: dots between thousands, a comma before decimals, no trailing zeros."""
    sign, whole, fraction = _parts(figure)
    grouped = ".".join(_thousands(whole.lstrip("0") or "0"))
    return f"{sign}{grouped},{fraction}" if fraction else f"{sign}{grouped}"


def roman(value: int) -> str:
    """Write a positive whole number in roman letters: 4 is IV."""
    out = ""
    for letters_, size in _ROMAN:
        out, value = out + letters_ * (value // size), value % size
    return out


def from_roman(number: str) -> int:
    """Give the value of a number in roman capitals below four hundred; 0 where it is none."""
    if not _ROMAN_NUMBER.fullmatch(number):
        return 0
    value = 0
    for letters_, size in _ROMAN:
        while number.startswith(letters_):
            value, number = value + size, number[len(letters_) :]
    return value


def _thousands(digits_: str) -> list[str]:
    first = len(digits_) % 3
    return [digits_[:first]] * bool(first) + [digits_[at : at + 3] for at in range(first, len(digits_), 3)]


def _figure(text: str) -> Decimal | None:
    found = digits(text)
    return words(text) if found is None else found


def _parts(figure: Decimal) -> tuple[str, str, str]:
    text = format(figure, "f")
    sign = "-" if text.startswith("-") else ""
    whole, _, fraction = text.lstrip("-").partition(".")
    return sign, whole, fraction.rstrip("0")
