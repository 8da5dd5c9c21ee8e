"""Letters without case and without marks, length kept, so that places in the folded text are places in the text."""

from __future__ import annotations

_MARKED = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ", "e": "èéẻẽẹêềếểễệ", "i": "ìíỉĩị", "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự", "y": "ỳýỷỹỵ", "d": "đ",
}  # fmt: skip
_PLAIN = {letter: base for base, letters in _MARKED.items() for letter in letters}
_UNMARKED = str.maketrans(_PLAIN)
_LOWER = str.maketrans(
    {letter.upper(): letter for letter in _PLAIN} | {chr(code): chr(code + 32) for code in range(65, 91)}
)


def lower(text: str) -> str:
    """Write a text in small letters, one for one; letters outside Vietnamese stay as they are."""
    return text.translate(_LOWER)


def unmarked(text: str) -> str:
    """Take the marks off small letters, one for one (`chỉ tiêu` becomes `chi tieu`); everything else stays."""
    return text.translate(_UNMARKED)


def folded(text: str) -> str:
    """Small letters without marks, one for one; no-break and thin blanks (and control letters) become plain ones."""
    return text.translate(_FOLDED)


_FOLDED = _LOWER | {ord(letter): base for letter, base in _PLAIN.items()}
_FOLDED |= {ord(letter.upper()): base for letter, base in _PLAIN.items()}
_FOLDED |= dict.fromkeys((0x01, 0x02, 0x03, 0xA0, 0x202F, 0x2009), " ")
