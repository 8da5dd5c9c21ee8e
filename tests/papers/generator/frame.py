"""What stands around the table of a made-up directive: title, body, signature, appendix heading."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from papers.generator import sentences

_SUBJECTS = (
    "nâng cao chất lượng phục vụ người dân, doanh nghiệp",
    "cải cách hành chính nhà nước",
    "chuyển đổi số",
    "phát triển kinh tế - xã hội",
    "bảo vệ môi trường",
    "giảm nghèo bền vững",
    "xây dựng nông thôn mới",
)
_PROVINCES = ("Thanh Vân", "Hồng Lĩnh", "Phú Lương", "Lam Sơn", "Đông Giang")
_SIGNERS = ("Nguyễn Văn An", "Trần Thị Bích Hạnh", "Lê Quang Huy", "Đỗ Đình Việt", "Phạm Hoàng Yến")


@dataclass(frozen=True, kw_only=True)
class Frame:
    """Paragraphs before the table, the appendix heading, paragraphs after the table, and the document's head."""

    before: tuple[str, ...]
    heading: tuple[str, ...]
    after: tuple[str, ...]
    document: dict[str, str]


def make_frame(random: Random, agencies: tuple[str, ...], *, appendix: bool) -> Frame:
    """Make the words around a table that stands in an appendix or in the middle of the body."""
    province, subject = random.choice(_PROVINCES), random.choice(_SUBJECTS)
    year, number = random.randint(2022, 2026), random.randint(11, 290)
    day, month = random.randint(1, 28), random.randint(1, 9)
    kind = random.choice(("KẾ HOẠCH", "QUYẾT ĐỊNH")) if appendix else "KẾ HOẠCH"
    tail = "KH-UBND" if kind == "KẾ HOẠCH" else "QĐ-UBND"
    title = f"{'Thực hiện nhiệm vụ' if kind == 'KẾ HOẠCH' else 'Về việc giao nhiệm vụ'} {subject} năm {year}"
    head = (
        f"ỦY BAN NHÂN DÂN TỈNH {province.upper()}",
        f"Số: {number}/{tail}",
        f"{province}, ngày {day:02d} tháng {month} năm {year}",
        kind,
        title,
    )
    signer = random.choice(_SIGNERS)
    end = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", signer)
    day_written = f"ngày {day} tháng {month} năm {year}"
    document = {
        "number": f"{number}/{tail}",
        "kind": "plan" if kind == "KẾ HOẠCH" else "decision",
        "issued_on": f"{year}-{month:02d}-{day:02d}",
        "title": title,
        "signer": signer,
    }
    duties, purpose = _duties(random, agencies), _purpose(random, agencies)
    if not appendix:
        table = (*head, *purpose, "II. NHIỆM VỤ CỤ THỂ")
        return Frame(before=table, heading=(), after=("III. TỔ CHỨC THỰC HIỆN", *duties, *end), document=document)
    heading = (
        "PHỤ LỤC",
        f"DANH MỤC NHIỆM VỤ {subject.upper()}",
        f"(Kèm theo {kind.capitalize()} số {number}/{tail} {day_written} của UBND tỉnh {province})",
    )
    body = (*head, *purpose, "II. TỔ CHỨC THỰC HIỆN", *duties, *end)
    return Frame(before=body, heading=heading, after=(), document=document)


def _purpose(random: Random, agencies: tuple[str, ...]) -> tuple[str, ...]:
    return (
        f"Căn cứ {sentences.legal_reference(random)};",
        f"Thực hiện {sentences.plan_reference(random)};",
        "I. MỤC ĐÍCH, YÊU CẦU",
        f"1. Mục đích: {sentences.sentence(random, agencies).rstrip('.')}.",
        f"2. Yêu cầu: {sentences.sentence(random, agencies).rstrip('.')}.",
    )


def _duties(random: Random, agencies: tuple[str, ...]) -> tuple[str, ...]:
    return (
        "1. Các cơ quan, đơn vị được giao chủ trì nhiệm vụ chịu trách nhiệm trước UBND tỉnh về tiến độ, chất lượng.",
        f"2. Giao {random.choice(agencies)} theo dõi, đôn đốc, tổng hợp kết quả, báo cáo UBND tỉnh theo quy định.",
        "3. Chế độ báo cáo: báo cáo 6 tháng đầu năm trước ngày 15/6; báo cáo năm trước ngày 10/12 hằng năm.",
    )
