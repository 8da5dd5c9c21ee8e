"""The words of the note to the issuing office: official text, Vietnamese whatever the language of the interface."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dondoc.directives.models import Directive, Item

REMARKS = ("TT", "Vị trí", "Nguyên văn", "Nhận xét", "Đề nghị")
QUESTIONS = ("TT", "Vị trí", "Nguyên văn", "Câu hỏi", "Trả lời")
KINDS = {
    "decision": "Quyết định", "plan": "Kế hoạch", "resolution": "Nghị quyết", "directive": "Chỉ thị",
    "programme": "Chương trình", "notice": "Thông báo", "official_letter": "Công văn",
}  # fmt: skip
PROPOSALS = {
    "": "Xem lại và xác nhận hoặc sửa.",
    "section-repeated": "Xác nhận chỉ tính một bảng, bỏ bảng in lại.",
    "item-repeated": "Xác nhận chỉ tính một dòng, hoặc ghi rõ hai dòng khác nhau ở đâu.",
    "target-missing": "Bổ sung chỉ tiêu, hoặc xác nhận nhiệm vụ không có chỉ tiêu.",
    "target-not-measurable": "Ghi chỉ tiêu bằng con số và thời hạn, hoặc nêu văn bản quy định lộ trình.",
    "target-without-comparator": "Ghi rõ là tối thiểu, tối đa hay đúng bằng.",
    "target-outlier": "Xác nhận ngưỡng riêng, hoặc sửa cho thống nhất.",
    "target-not-of-text": "Sửa tên chỉ tiêu hoặc sửa đơn vị của ngưỡng cho khớp nhau.",
    "numbering-broken": "Xác nhận không thiếu dòng, sửa số thứ tự.",
    "numbering-repeated": "Sửa số thứ tự để mỗi số chỉ một dòng, một mục.",
    "trajectory-does-not-add-up": "Xác nhận mức từng năm, sửa con số không khớp.",
    "objective-differs": "Xác nhận mức đúng ở thân văn bản hay ở phụ lục, sửa nơi còn lại.",
    "figure-differs": "Xác nhận con số đúng ở thân văn bản hay ở phụ lục, sửa nơi còn lại.",
    "group-contradicts-rank": "Xác nhận thứ hạng hay nhóm, sửa cho khớp.",
    "lead-also-cooperating": "Xác nhận vai trò chủ trì hay phối hợp của cơ quan này.",
    "addressee-unknown": "Xác nhận tên đầy đủ của cơ quan nhận nhiệm vụ.",
    "deadline-impossible": "Xác nhận ngày, sửa thời hạn không có thật hoặc đã qua.",
    "statement-before-fact": "Xác nhận mốc thời gian.",
    "spelling-repaired": "Xác nhận cách viết đúng.",
    "differs-from-directive": "Xác nhận ngưỡng và thời hạn nào đang áp dụng.",
}


def draft_question(row: Item) -> str:
    """Draft the question about a row from its doubts; a person rewrites it."""
    return f"Đề nghị làm rõ dòng {row.label}. {' '.join(bare(reason) for reason in row.doubts_by_reason)}".strip()


def answered(answer: str) -> str:
    """Say why a row is looked at again: the office that issued the document has answered."""
    return f"Cơ quan ban hành trả lời: {answer}"


def change_to(words: str) -> str:
    """Propose other words."""
    return f"Xem xét sửa thành “{words}”, hoặc xác nhận giữ như văn bản."


def bare(message: str) -> str:
    """Leave out what the software says of itself: it matters to the clerk, not to the office that is written to."""
    return re.sub(r"\s*[^.]*\b[Pp]hần mềm (?:không tự sửa|coi )[^.]*\.", "", message)


def place_named(ref: str, *, row: bool) -> str:
    """Say a place by its code: of a row, of a section; one in an appendix says so itself."""
    if row:
        return f"Dòng {ref.replace('/', '.')}"
    return ref if ref.startswith("Phụ lục") else f"Mục {ref}"


def place_of(row: Item) -> str:
    """Say where a row stands: its number, its section, its line in the file."""
    section = f", mục {row.section}" if row.section else ""
    line = (row.source or {}).get("line")
    return f"Dòng {row.label}{section}" + (f" (dòng {line} của tệp)" if line else "")


def places(where: Sequence[str]) -> str:
    """Say several places; the first eight of many."""
    more = f" và {len(where) - 8} chỗ khác" if len(where) > 8 else ""
    return f"{'; '.join(where[:8])}{more}" if where else "Cả văn bản"


def nation() -> str:
    """Give the name of the nation (Quốc hiệu)."""
    return "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def motto() -> str:
    """Give the motto (Tiêu ngữ)."""
    return "Độc lập - Tự do - Hạnh phúc"


def committee_of(province: str) -> tuple[str, str]:
    """Name the people's committee of a province in two lines, over the office that writes."""
    return "ỦY BAN NHÂN DÂN", province.upper()


def number() -> str:
    """Give the place for number and symbol."""
    return "Số:        /PGY-VP"


def place_and_month(province: str, on: date) -> str:
    """Give place and date with the day left open for the signing; day and month below 10 and 3 have a nought."""
    name = province.removeprefix("Tỉnh ").removeprefix("Thành phố ")
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{name}, ngày      tháng {month} năm {on.year}"


def kind() -> str:
    """Head the paper with its kind."""
    return "PHIẾU GÓP Ý"


def named(directive: Directive) -> str:
    """Name a directive in full: kind, number, day."""
    issued = directive.issued_on
    day = f" ngày {issued.day}/{issued.month}/{issued.year}" if issued else ""
    return f"{KINDS.get(directive.kind, 'Văn bản')} số {directive}{day}"


def about(directive: Directive) -> str:
    """Say what the paper is about (trích yếu)."""
    return f"Về nội dung cần làm rõ của {named(directive)}"


def to(directive: Directive) -> str:
    """Say to whom it goes (kính gửi)."""
    return f"Kính gửi: {directive.issuer or 'Cơ quan ban hành văn bản'}"


def opening(directive: Directive, rows: int, remarks: int, questions: int, office: str) -> str:
    """Open with what was read and how much is remarked."""
    asked = f" và {questions} câu hỏi" if questions else ""
    return (
        f"Qua soát {rows} dòng nhiệm vụ, chỉ tiêu của {named(directive)}, {office} có {remarks} nhận xét{asked} "
        "dưới đây."
    )


def remarks_head() -> str:
    """Head the remarks."""
    return "1. Nhận xét và đề nghị"


def questions_head() -> str:
    """Head the questions."""
    return "2. Câu hỏi"


def closing() -> str:
    """Close: what is asked of the office that issued the directive."""
    return (
        "Đề nghị cơ quan ban hành xem xét, trả lời để danh mục nhiệm vụ, chỉ tiêu được công bố đúng nội dung văn bản./."
    )


def recipients_head() -> str:
    """Head the recipients."""
    return "Nơi nhận:"


def recipients(prepared_by: str) -> tuple[str, ...]:
    """List the recipients and who prepared the paper."""
    return ("Như trên;", f"Lưu: VT, người soạn ({prepared_by}).")


def signer_head() -> str:
    """Give the place of the signer, filled in by the office."""
    return "CHÁNH VĂN PHÒNG"
