"""When a row begins to count (điều kiện) and whom or what it leaves out or is limited to (phạm vi)."""

from __future__ import annotations

import re

PARENTHESES = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")
CONDITION = re.compile(
    r"(?:chỉ\s+)?tính\s+(?:từ|kể từ)|(?:kể\s+)?từ\s+(?:thời điểm|khi|ngày)|sau khi|khi (?:có|được|đã)|"
    r"với điều kiện|nếu (?:được|có) (?:bố trí|giao|cấp|đầu tư|trang bị)|áp dụng (?:từ|sau)",
    re.IGNORECASE,
)
SCOPE = re.compile(
    r"(?:tạm thời\s+)?(?:chưa|không)\s+(?:tính|bao gồm|áp dụng|gồm|kể)|trừ\b|ngoại trừ|loại trừ|đối với|"
    r"(?:chỉ\s+)?(?:áp dụng|tính)\s+(?:đối với|cho|với)|chỉ\s+(?:tính|gồm|với)|riêng|của các|"
    r"của những|thuộc (?:phạm vi|thẩm quyền)|"
    r"trong (?:trường hợp|phạm vi)|trên địa bàn|giới hạn",
    re.IGNORECASE,
)
WITHIN = re.compile(r"(?:trong vòng|trong thời hạn|chậm nhất|không quá)\s+[^,;.]{1,30}$", re.IGNORECASE)
WHOLE_SENTENCE = re.compile(r",?\s*((?:tính|kể) từ (?:thời điểm|ngày|khi)[^,;.()]*)", re.IGNORECASE)


def find(text: str) -> tuple[str | None, str | None]:
    """Find the condition and the scope a task's words state, each as written without parentheses.

    "(tính từ thời điểm nhận bàn giao phần mềm)" is a condition, "(tạm thời chưa tính thủ tục tuyển sinh)" a scope.
    """
    condition: list[str] = []
    scope: list[str] = []
    for match in PARENTHESES.finditer(text):
        words = match.group(1).strip()
        if CONDITION.match(words):
            condition.append(words)
        elif SCOPE.match(words):
            scope.append(words)
    if not condition:
        plain = PARENTHESES.sub("", text)
        outside = WHOLE_SENTENCE.search(plain)
        # "trong vòng 48 giờ kể từ khi phát hiện" is a deadline, not when the row begins to count.
        if outside and not WITHIN.search(plain[: outside.start()]):
            condition.append(outside.group(1).strip())
    return "; ".join(condition) or None, "; ".join(scope) or None
