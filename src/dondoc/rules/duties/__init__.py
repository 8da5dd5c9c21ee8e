"""Duties (việc phải làm): what the chapters and articles on carrying out ask of somebody, beside the table of tasks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from dondoc.rules import letters
from dondoc.rules.catalogue import Duty
from dondoc.rules.duties.what import CARRIED, PERIODIC, SENT, what
from dondoc.rules.duties.when import occasions
from dondoc.rules.duties.who import Addressed, addressed, audience, holder, is_heading, recipient
from dondoc.rules.passages import Passage
from dondoc.rules.patterns import Pattern

__all__ = ["read"]

_ORGANISING = Pattern(
    r"to chuc thuc hien|trach nhiem|phan cong|che do (?:thong tin,? )?bao cao|kinh phi|nguon luc|giao nhiem vu"
    r"|thong tin,? bao cao|dieu khoan thi hanh"
)
_END = Pattern(r"^\W*(?:noi nhan|tm\.|kt\.|tl\.|tuq\.)|^\W*phu luc\W*$")
_NUMBER = Pattern(r"^\s*(?:Điều\s+\d+\s*[.:]?\s*|\d{1,2}(?:\.\d{1,2})*[.)]?\s+|[-–+•*]\s+|[a-zđ]\)\s+)")
_TITLE = Pattern(r"^(?:Về\s+)?(?:[Cc]hế độ\s+)?(?:[Tt]hông tin,?\s+)?[Bb]áo cáo(?: định kỳ)?\s*:\s*")
_ABOUT = Pattern(
    r"^(?:Nội dung|Hình thức|Mẫu|Đề cương|Thời điểm chốt)[^.:]{0,40}báo cáo[^.:]{0,20}:|^Trên đây là"
    r"|^[^.;]+ là (?:một trong|căn cứ|cơ sở)|^Báo cáo (?:định kỳ|chuyên đề|đột xuất) là"
    r"|^(?:Quyết định|Kế hoạch|Nghị quyết|Thông tư|Chỉ thị|Quy chế|Văn bản) này"
    r" (?:quy định|có hiệu lực|thay thế|áp dụng)"
)
_SENTENCE = Pattern(r"(?<=[.!?])\s+(?=[A-ZĐÀ-Ỹ“])")
_PART = Pattern(
    r"(?:,?\s+cụ thể(?: như sau)?|\s+như sau)\s*:\s*(?=\S)"
    r"|;\s+(?=(?:(?:đồng thời|kịp thời|định kỳ|Định kỳ)\s+)*"
    r"(?:[Bb]áo cáo|[Rr]iêng|đề xuất|kiến nghị|tổng hợp, báo cáo|tham mưu))"
    r"|,\s+(?:đồng thời,?\s+)(?=(?:đề xuất|kiến nghị|báo cáo))"
    r"|\s+và\s+(?=(?:theo dõi|đôn đốc|tổng hợp)[^.;]{0,60}báo cáo)"
)
_OPENS = Pattern(r"cụ thể(?: như sau)?\s*:|như sau\s*:")
_ANYWHERE = frozenset({"report", "plan", "analysis"})
"""What is a duty wherever an addressee is named, also outside the chapters on carrying out."""
_SUDDEN = Pattern(r"(?:hoặc|và|,)\s*(?:báo cáo\s+)?đột xuất")


@dataclass(frozen=True, kw_only=True)
class _Context:
    """What holds for the sentences of one place: whom they address, to whom results go, whether they ask at all."""

    who: str | None = None
    to: str | None = None
    asks: bool = False


def read(passages: Sequence[Passage]) -> tuple[Duty, ...]:
    """Read the duties of a directive's body in order: who, what, to whom, how often, due when, and where it says so.

    What is not stated, or cannot be expressed without guessing, stays None; `who` too where nobody is named.
    """
    reader = _Reader()
    for passage, behind in zip_longest(passages, passages[1:]):
        reader.passage(passage, heads=_only_heads(passage, behind))
    return tuple(reader.out)


def _only_heads(passage: Passage, behind: Passage | None) -> bool:
    """Tell a point or article that only heads what stands below it ("Điều 4. Báo cáo định kỳ", then its points)."""
    if behind is None or passage.kind not in ("point", "article") or not passage.text[-1:].isalnum():
        return False
    below = behind.where == passage.where and behind.kind in ("bullet", "lettered")
    return below or (passage.kind == "article" and behind.where.startswith(f"{passage.where},"))


class _Reader:
    def __init__(self) -> None:
        self.out: list[Duty] = []
        self.ended = False
        self.above = _Context()
        self.place = ""
        self.context = _Context()

    def passage(self, passage: Passage, *, heads: bool = False) -> None:
        """Take one passage: a heading changes what holds below it, a sentence may ask something.

        A passage that only `heads` others may name whom they address, and asks nothing itself.
        """
        folded = letters.folded(passage.text)
        if passage.kind in ("chapter", "article"):
            self._enter(passage)
        elif _END.match(folded):
            self.ended = True
        if self.ended or passage.kind == "chapter":
            return
        if passage.where != self.place or passage.kind in ("article", "point"):
            self.place, self.context = passage.where, self.above
        self._sentences("" if heads else passage.where, _NUMBER.sub("", passage.text))
        if not passage.where and self.context.asks:
            self.above = self.context
        self.ended = "./." in passage.text

    def _enter(self, passage: Passage) -> None:
        """Begin a chapter or an article; what follows the signature is read again from there."""
        self.ended, self.place = False, ""
        title = _NUMBER.sub("", passage.text)
        if passage.kind == "article":
            self.above = _Context(who=holder(title), asks=True)
        else:
            self.above = _Context(asks=_ORGANISING.search(letters.folded(title)) is not None)

    def _sentences(self, where: str, text: str) -> None:
        for sentence in _split(_SENTENCE, text.partition("./.")[0]):
            words = _TITLE.sub("", sentence)
            if is_heading(words):
                self.context = replace(self.context, who=addressed(words).who, asks=True)
            elif words and not _ABOUT.match(words):
                self._parts(where, words)

    def _parts(self, where: str, sentence: str) -> None:
        """Take the parts of a sentence one by one; who and to whom hold on for the parts behind."""
        opens = sentence.endswith(":") or _OPENS.search(sentence) is not None
        context = self.context
        for number, part in enumerate(_split(_PART, sentence)):
            found = addressed(part)
            to = recipient(found.rest)
            if found.who:
                context = replace(context, who=found.who, asks=context.asks or (opens and number == 0))
                if number == 0 and (opens or self.context.who is None):
                    self.context = replace(context, to=to if opens else None)
            context = replace(context, to=to or context.to)
            if where and not (opens and number == 0):
                self.out.extend(_duties(where, part, found, context))


def _duties(where: str, text: str, found: Addressed, context: _Context) -> Iterator[Duty]:
    """Make the duties of one part: one for each day it is due, and one more where it is also asked ad hoc.

    A sentence that names neither addressee nor time describes; it asks nothing of anybody.
    """
    kind = what(found.rest)
    if kind is None or not (context.asks or (found.who and kind in _ANYWHERE)):
        return
    carried = audience(found.rest) if kind in CARRIED else None
    to = carried or (context.to if kind in SENT else None)
    words = text.strip().rstrip(";. ")
    often = None
    for often, due in occasions(found.opening + found.rest, periodic=kind in PERIODIC):
        if context.who or often or due:
            yield Duty(who=context.who, what=kind, text=words, to=to, every=often, due=due, where=where)
    if often and _SUDDEN.search(found.rest):
        yield Duty(who=context.who, what=kind, text=words, to=to, where=where)


def _split(border: Pattern, text: str) -> list[str]:
    parts, start = [], 0
    for found in border.finditer(text):
        parts.append(text[start : found.start()].strip())
        start = found.end()
    return [*parts, text[start:].strip()]
