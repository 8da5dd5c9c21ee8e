"""What a sentence asks for (việc gì), as one English word each, found by its verbs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dondoc.rules.patterns import Pattern


class _Kind(NamedTuple):
    tier: int
    word: str
    pattern: Pattern


def _kinds(tier: int, **words: str) -> tuple[_Kind, ...]:
    return tuple(_Kind(tier, word, Pattern(rf"(?<!\w)(?:{verbs})")) for word, verbs in words.items())


_NO_ACT = "".join(
    f"(?<!{noun} )"
    for noun in (
        *(
            "nội dung",
            "chế độ",
            "hệ thống",
            "thông tin",
            "thông tin,",
            "kỳ",
            "nguyên tắc",
            "loại",
            "hình thức",
            "số liệu",
        ),
        *("đối tượng", "mẫu", "kết quả thực hiện", "thời hạn gửi", "phương thức gửi", "yêu cầu"),
    )
)
"""Words behind which "báo cáo" is the paper, not the act ("chế độ báo cáo", "kỳ báo cáo")."""

KINDS: tuple[_Kind, ...] = (
    *_kinds(
        0,
        analysis=r"báo cáo\s+(?:phân tích|đánh giá)|phân tích, đánh giá",
        commend=r"[Bb]ằng khen|[Gg]iấy khen|khen thưởng|biểu dương",
        estimate=r"(?:lập|xây dựng)\s+dự toán|dự toán\s+(?:chi tiết|kinh phí|ngân sách)",
        appraise=r"thẩm định",
    ),
    *_kinds(
        1,
        plan=r"(?:xây dựng|ban hành|lập|cụ thể hóa)\s+(?:và\s+\w+\s+\w+\s+)?(?:các\s+)?(?:[Cc]hương trình,\s+)?"
        r"[Kk]ế hoạch",
        report=rf"{_NO_ACT}báo cáo|thực hiện\s+(?:nghiêm\s+)?(?:túc\s+)?chế độ\s+(?:thông tin,?\s+)?báo cáo"
        r"|gửi\s+(?:về|qua)\s+(?=[A-ZĐ])|phản ánh\s+(?:kịp thời\s+)?(?:về|với|đến)",
    ),
    *_kinds(
        2,
        propose=r"đề xuất|kiến nghị\s+(?!của|thuộc|được|trên)",
        advise=r"tham mưu",
        supervise=r"giám sát|phản biện",
        inspect=r"kiểm tra|thanh tra",
        communicate=r"tuyên truyền|phổ biến|quán triệt",
        guide=r"hướng dẫn|tập huấn",
        fund=r"(?:bố trí|cân đối|bảo đảm|đảm bảo)\s+(?:đủ\s+)?(?:ngân sách|kinh phí|nguồn (?:lực|vốn)|vốn)",
        review=r"rà soát",
        publish=r"công bố",
    ),
    *_kinds(
        3,
        monitor=r"theo dõi|đôn đốc",
        implement=r"triển khai|tổ chức\s+(?:thực hiện|triển khai)|chỉ đạo|chịu trách nhiệm|nghiêm túc|hoàn thành"
        r"|thi hành|thực hiện\s+(?:nghiêm|đúng|đầy đủ|các nhiệm vụ)",
    ),
)
"""The verbs by how telling they are: a report to write says more than the following-up that leads to it."""

PERIODIC = frozenset({"report", "plan", "analysis", "estimate", "appraise"})
"""What is done for a period as a whole, so that "hàng năm" anywhere in the sentence is its period."""
SENT = frozenset({"report", "analysis", "propose", "advise", "estimate", "appraise", "plan"})
"""What goes to somebody, so that "báo cáo UBND tỉnh" and "(qua Sở Nội vụ)" name its receiver."""
CARRIED = frozenset({"plan", "implement", "communicate"})
"""What is carried down to somebody ("triển khai … đến UBND các xã")."""

_PASSIVE = Pattern(r"(?:được|bị)\s+(?:\w+(?:\s\w+)?,\s+)*$")


def what(clause: str) -> str | None:
    """Tell what a clause asks for: the most telling verb, and of equals the earliest; None where no verb is known.

    A verb in capitals inside a sentence is part of a name ("Thanh tra tỉnh"), a passive one tells of things; both say
    nothing.
    """
    return min(_found(clause[:1].lower() + clause[1:]), default=(0, 0, None))[2]


def _found(words: str) -> Iterator[tuple[int, int, str]]:
    for order, kind in enumerate(KINDS):
        for match in kind.pattern.finditer(words):
            if not _PASSIVE.search(words[: match.start()]):
                yield kind.tier, order if kind.tier == 0 else match.start(), kind.word
