"""Lines that part a directive: where an appendix, the recipients or the signature begin, and letterheads."""

from __future__ import annotations

import re
from collections.abc import Sequence

APPENDIX = re.compile(r"\**\s*(?:PHỤ LỤC\b|Phụ lục(?:\s+(?:số\s+)?(?:[IVXLC]+|\d{1,2}|[A-H]))?\s*[:.]?\s*\**$)")
RECIPIENTS = re.compile(r"\**\s*N[ơo]i nhận\s*\**\s*(?::|$)\**\s*(.*)$", re.IGNORECASE)
SIGNED_FOR = re.compile(r"\**\s*(?:TM|KT|TL|TUQ|Q)\.\s*[A-ZĐÀ-Ỹ]{2}")
_FRAME = re.compile(
    r"CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|[Đđ]ộc lập\s*[-–]\s*[Tt]ự do|V/v\b|Kính gửi\s*:"
    r"|Số\s*:\s*[\d.… ]*/|[\w\s.-]{2,40},\s*ngày[\d.…\s]*tháng[\d.…\s]*năm\s*[\d.…\s]*$"
)
MOST_FRAME_CELLS = 3
"""A letterhead has two columns, perhaps with an empty-looking one between; a row of tasks that matches has more."""


def begins_appendix(words: str) -> bool:
    """Tell whether a line opens an appendix: "PHỤ LỤC II", "Phụ lục số 3", "Phụ lục:"."""
    return APPENDIX.match(words) is not None


def begins_end(words: str) -> bool:
    """Tell whether a line opens the recipients or a signature given for somebody (TM., KT., TL., TUQ.)."""
    return RECIPIENTS.match(words) is not None or SIGNED_FOR.match(words) is not None


def is_frame(cells: Sequence[str]) -> bool:
    """Tell whether the cells of a line are a letterhead or a signature set out in columns, and no row of a table.

    Nghị định 30/2020/NĐ-CP, phụ lục I, mục II: national motto, number, place and date, addressee, recipients.
    """
    filled = [cell for cell in cells if cell]
    return len(filled) <= MOST_FRAME_CELLS and any(_FRAME.match(cell) or begins_end(cell) for cell in filled)
