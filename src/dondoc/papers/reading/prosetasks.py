"""Tasks given in sentences, for directives without a table: who is charged, with what, until when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dondoc.papers.reading.prose import Paragraph
from dondoc.rules import conditions, names, schedules, targets
from dondoc.rules.catalogue import Doubt, Item, Source
from dondoc.rules.names import Registry

CHARGE = re.compile(
    r"(?:\**Điều \d{1,2}[.:]?\**\s+|\d{1,2}(?:\.\d+)*[.)]?\s+|[-+•]\s+|[a-zđ]\)\s+)?(?:Giao|Yêu cầu|Đề nghị|Phân công|"
    r"Chỉ đạo)\s+(?=(?:các\s|[A-ZĐÀ-ỸĂÂÊÔƠƯ]))"
)
VERB = re.compile(
    r"[:,]?\s+(?=(?:chủ trì|chủ động|phối hợp|có trách nhiệm|khẩn trương|tổ chức|xây dựng|tham mưu|"
    r"triển khai|thực hiện|"
    r"chỉ đạo|rà soát|báo cáo|hướng dẫn|kiểm tra|theo dõi|tăng cường|tiếp tục|đẩy mạnh|căn cứ|"
    r"nghiêm túc|tập trung|hoàn thành|"
    r"cung cấp|đôn đốc|tổng hợp|trình|ban hành|cập nhật|bố trí|rút|nghiên cứu|gửi|công khai|đề xuất)\b)"
)
NAMED_HEAD = re.compile(r"(?:\d{1,2}(?:\.\d+)*[.)]?\s+|[IVX]+[.)]\s+)?(.{3,120}?)\s*:$")
DEADLINE = re.compile(
    r"(?:(?:hoàn thành|xong|gửi|báo cáo)\s+)?((?:trước|chậm nhất|trong|đến hết|hết|đến)\s+(?:ngày|"
    r"tháng|quý|năm)\s+[\dIVX/\-.]+(?:\s+(?:tháng|năm)\s+\d+)*)",
    re.IGNORECASE,
)
COOPERATING = re.compile(
    r"phối hợp (?:chặt chẽ )?với\s+(.+?)(?=\s+(?:tổ chức|xây dựng|tham mưu|triển khai|thực hiện|"
    r"rà soát|hướng dẫn|kiểm tra|"
    r"theo dõi|tăng cường|đẩy mạnh|trình|báo cáo)\b|[.;:]|$)"
)


def read_prose_tasks(body: Sequence[Paragraph], registry: Registry, term: tuple[int, int] | None) -> list[Item]:
    """Find the tasks that sentences give to named agencies; each is doubted, for prose says less than a table."""
    items: list[Item] = []
    for paragraph in body:
        charged = _charged(paragraph)
        if charged is None:
            continue
        leads, task = charged
        leads = tuple(match.name if (match := registry.find(name)) and match.how != "near" else name for name in leads)
        items.append(_item(paragraph, leads, task, len(items) + 1, term))
    return items


def _charged(paragraph: Paragraph) -> tuple[tuple[str, ...], str] | None:
    """Give the agencies charged and the task; None if the paragraph charges nobody."""
    text = paragraph.text
    charge = CHARGE.match(text)
    if charge:
        rest = text[charge.end() :]
        verb = VERB.search(rest)
        if verb and verb.start() < 160:
            who = names.split_names(rest[: verb.start()])
            return (who, rest[verb.end() :]) if who else None
    head = NAMED_HEAD.match(paragraph.head)
    if head and paragraph.kind in ("bullet", "lettered", "plain"):
        named = re.sub(r"^(?:Giao|Yêu cầu|Đề nghị)\s+", "", head.group(1))
        if names.begins_agency(named):
            bullet = re.match(r"(?:[-+•]|[a-zđ]\))\s+", text)
            return names.split_names(named), text[bullet.end() if bullet else 0 :]
    return None


def _item(paragraph: Paragraph, leads: tuple[str, ...], task: str, order: int, term: tuple[int, int] | None) -> Item:
    deadline = DEADLINE.search(task)
    with_ = COOPERATING.search(task)
    condition, scope = conditions.find(task)
    return Item(
        ref=f"{paragraph.where.replace(', khoản ', '.').replace('Điều ', 'Đ') or 'văn bản'}/{order}",
        section=paragraph.head or None,
        ordinal=paragraph.number or None,
        text=task,
        leads=leads,
        cooperating=names.split_names(with_.group(1)) if with_ else (),
        schedule=schedules.parse(deadline.group(1).rstrip(" .,;")) if deadline else None,
        condition=condition,
        scope=scope,
        targets=tuple(each.target for each in targets.find(task, term=term)),
        source=Source(start=paragraph.start, end=paragraph.end, line=paragraph.line),
        confidence=0.6,
        doubts=(
            Doubt(field="leads", reason="Nhiệm vụ nêu trong câu văn, không có bảng. Kiểm tra cơ quan và nội dung."),
        ),
    )
