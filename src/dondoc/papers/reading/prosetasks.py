"""Tasks given in sentences, for directives without a table: who is charged, with what, until when.

Official letters, notices of conclusions and plans give them in four ways: an order in the sentence ("Giao Sở Nội vụ
…"), the agency as its subject ("Sở Y tế chủ trì …"), a heading or an introduction above ("1. Sở Công Thương", then
bullets), or labels below ("Cơ quan chủ trì: …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dondoc.papers.reading.columns import heading_role
from dondoc.papers.reading.forms import Role
from dondoc.papers.reading.landmarks import begins_appendix, begins_end
from dondoc.papers.reading.prose import Paragraph, unmarked
from dondoc.rules import conditions, dates, deliverables, names, schedules, targets
from dondoc.rules.catalogue import Doubt, Item, Schedule, Source
from dondoc.rules.dates import Relation, When
from dondoc.rules.duties import who
from dondoc.rules.names import Registry

_ASKING = re.compile(r"(?:Nhiệm vụ|Tổ chức thực hiện|Phân công|Trách nhiệm|Giải pháp|Giao)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"Trên đây là|(?:Nội dung|Hình thức|Mẫu|Đề cương|Mục đích|Yêu cầu chung)[^.:]{0,40}:"
    r"|[^.;]{3,120} là (?:nhiệm vụ|căn cứ)\b"
    r"|(?:Quyết định|Kế hoạch|Nghị quyết|Chỉ thị|Thông báo|Văn bản) này (?:có hiệu lực|thay thế|quy định|áp dụng)"
)
_ORDERS = re.compile(
    r"(?:yêu cầu|giao|đề nghị|chỉ đạo|phân công|kết luận)(?: (?:thực hiện|các|một số|những|như)[^.;:]*)?\s*:$"
)
_CHARGED = re.compile(r"chủ trì|có trách nhiệm|chịu trách nhiệm|phối hợp|chủ động|khẩn trương")
_LABEL = re.compile(
    r"(?:^|[.;(]\s*)(?P<label>[A-ZĐÀ-Ỹ][^:;.()]{2,45}?)\s*:\s*(?P<words>[^:]+?)"
    r"(?=\)|\.\s+[A-ZĐÀ-Ỹ]|;\s+[A-ZĐÀ-Ỹ][^:;.()]{2,45}:|\.?$)"
)
_IN_BRACKETS = re.compile(
    r"\s*\((?:[Gg]iao\s+)?(?P<lead>[^()]{4,120}?)\s+chủ trì(?:,?\s*phối hợp (?:với\s+)?(?P<with>[^()]+?))?"
    r"(?:\s+thực hiện)?\)\s*\.?$"
)
_OFTEN = re.compile(
    r"định kỳ,?\s+(?:h[àằ]ng|mỗi)\s+(?:ngày|tuần|tháng|quý|năm)|h[àằ]ng\s+(?:ngày|tuần|tháng|quý)"
    r"|^(?:h[àằ]ng|mỗi)\s+năm",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:hoàn thành|xong|thời hạn)(?:\s+\w+){0,2}\s*$", re.IGNORECASE)
_HOLDER = re.compile(r"(?:(?:Thủ trưởng|Giám đốc|Chánh|Trưởng|Cục trưởng)\s+)+")
_LEVELS = {"chapter": 0, "lettered": 5, "bullet": 6, "plain": 7}
_LABELLED = {Role.LEAD, Role.COOPERATING, Role.TIME, Role.PRODUCT}


@dataclass(slots=True)
class _Task:
    """A task being gathered: its paragraph, its words, whom it charges, and what labels say of it."""

    paragraph: Paragraph
    words: str
    who: str
    section: str | None
    said: dict[Role, str] = field(default_factory=dict)


def read_prose_tasks(body: Sequence[Paragraph], registry: Registry, term: tuple[int, int] | None) -> list[Item]:
    """Find the tasks that sentences give to named agencies; each is doubted, for prose says less than a table."""
    reader = _Reader()
    for paragraph, behind in zip(body, [*body[1:], None], strict=True):
        reader.take(paragraph, behind)
    tasks = [task for task in reader.tasks if task.who or Role.LEAD in task.said]
    items = (_item(task, order, registry, term) for order, task in enumerate(tasks, 1))
    return [item for item in items if item.leads]


class _Reader:
    def __init__(self) -> None:
        self.tasks: list[_Task] = []
        self.unlabelled = 0
        self.asks = self.ended = self.labelled = False
        self.above: dict[int, tuple[str, str]] = {}
        self.chapter: str | None = None

    def take(self, paragraph: Paragraph, behind: Paragraph | None) -> None:
        """Take one paragraph: it begins a part, charges whom stands below, says more of a task, or gives tasks."""
        text = unmarked(paragraph.text)
        if paragraph.kind in ("chapter", "article"):
            self._enter(paragraph, text)
        if begins_end(text) or begins_appendix(text):
            self.ended = True
        if self.ended or paragraph.kind == "chapter" or _ABOUT.match(text):
            return
        level = _level(paragraph)
        heading = who.is_heading(text) and paragraph.kind != "plain" and text[-1].isalnum()
        introduces = text.endswith(":")
        if introduces or level < _LEVELS["plain"]:
            self.above = {at: above for at, above in self.above.items() if at < (level if level < 7 else 0)}
        if introduces or heading:
            self._charge(level, text, paragraph.text)
        elif not self._labels(text) and (_labelled_below(behind) or not _only_heads(paragraph, behind)):
            self._give(paragraph, text)
        elif level < _LEVELS["lettered"]:
            self.unlabelled = len(self.tasks)

    def _enter(self, paragraph: Paragraph, text: str) -> None:
        """Begin a chapter or an article; what follows a signature is read again from there."""
        self.ended = False
        self.unlabelled = len(self.tasks)
        article = paragraph.kind == "article"
        self.chapter = None if article else paragraph.text
        self.asks = (_ASKING.match(text) if article else _ASKING.search(text)) is not None
        holder = who.holder(text) if article else None
        self.above = {1: (holder, text)} if holder else {at: who for at, who in self.above.items() if at == 0}

    def _charge(self, level: int, text: str, printed: str) -> None:
        """Remember whom a heading or an introduction charges with what stands below it."""
        self.asks = self.asks or _ORDERS.search(text) is not None
        found = who.addressed(re.split(r"(?<=[.;])\s+", text)[-1])
        if found.who:
            self.above[level if level < _LEVELS["plain"] else 0] = (found.who, printed)
            self.unlabelled = len(self.tasks)

    def _labels(self, text: str) -> bool:
        """Take labels ("Cơ quan chủ trì: …; Thời gian: …") for the tasks above that have none yet."""
        said = _labelled(text)
        if not said or not self.tasks or _LABEL.match(text) is None:
            return False
        for task in self.tasks[self.unlabelled :]:
            task.said |= said
        self.labelled = True
        return True

    def _give(self, paragraph: Paragraph, text: str) -> None:
        """Take the tasks of a paragraph, charged by itself or from above; labels said before are not theirs."""
        if self.labelled:
            self.unlabelled, self.labelled = len(self.tasks), False
        charged, section = self.above[max(self.above)] if self.above else ("", self.chapter)
        if paragraph.kind == "plain" and not who.begins_act(text):
            charged = ""
        for clause in _clauses(text):
            found = who.addressed(clause)
            charges = found.rest and (who.is_order(clause) or self.asks or charged or _CHARGED.match(found.rest))
            lead = found.who if found.who and charges else charged
            words = clause.rstrip(" ;").removesuffix("./.")
            if words and (lead or self.asks):
                self.tasks.append(_task(paragraph, words, lead, section))
            charged = charged or lead


def _task(paragraph: Paragraph, words: str, lead: str, section: str | None) -> _Task:
    """Make a task of its words; what labels or brackets at its end say goes before what the sentence says."""
    said = _labelled(words)
    words = words[: next((label.start() + 1 for label in _labels_in(words)), None)]
    bracket = _IN_BRACKETS.search(words)
    if bracket:
        words = words[: bracket.start()]
        said = {Role.LEAD: bracket["lead"], Role.COOPERATING: bracket["with"] or "", **said}
    return _Task(paragraph, words, lead, section, said)


def _level(paragraph: Paragraph) -> int:
    """Give how deep a paragraph stands: 1 to 4 for points by the parts of their number, then letters, bullets."""
    if paragraph.kind in ("point", "article"):
        return 1 + paragraph.number.count(".") if paragraph.kind == "point" else 1
    return _LEVELS[paragraph.kind]


def _labelled_below(behind: Paragraph | None) -> bool:
    """Tell whether the next paragraph says who does what stands above it."""
    return behind is not None and Role.LEAD in _labelled(unmarked(behind.text))


def _only_heads(paragraph: Paragraph, behind: Paragraph | None) -> bool:
    """Tell a point that only heads what stands below it: its words do not end as a sentence does."""
    if behind is None or paragraph.kind not in ("point", "article", "lettered") or not paragraph.text[-1:].isalnum():
        return False
    return _level(behind) > _level(paragraph)


def _clauses(text: str) -> list[str]:
    """Part a paragraph where a sentence or a clause charges somebody else: "…; Sở Y tế chủ trì …"."""
    out: list[str] = []
    for part in re.split(r"(?<=[.;])\s+", text):
        alone = not out or not who.is_heading(out[-1].rpartition(";")[2])
        found = who.addressed(part)
        other = alone and found.who and found.rest and not _labelled(part)
        if not out or (other and part[:1].isupper() and (not found.opening or who.is_order(part))):
            out.append(part)
        else:
            out[-1] = f"{out[-1]} {part}"
    return out


def _labels_in(text: str) -> Iterator[re.Match[str]]:
    """Give the labels in a text that name what a column of a table of tasks could hold."""
    return (found for found in _LABEL.finditer(text) if heading_role(found["label"]) in _LABELLED)


def _labelled(text: str) -> dict[Role, str]:
    """Give what labels in a text say, by the role a column of that heading would have; the first of a role counts."""
    said: dict[Role, str] = {}
    for found in _labels_in(text):
        said.setdefault(heading_role(found["label"]) or Role.OTHER, found["words"].strip(" .;"))
    return said


def _item(task: _Task, order: int, registry: Registry, term: tuple[int, int] | None) -> Item:
    words = task.words
    lead = task.said.get(Role.LEAD) or task.who
    cooperating = task.said.get(Role.COOPERATING) or who.partners(words) or ""
    place = task.paragraph.where.replace(", khoản ", ".").replace("Điều ", "Đ") or "văn bản"
    condition, scope = conditions.find(words)
    found = targets.find(words, term=term)
    product = task.said.get(Role.PRODUCT)
    return Item(
        ref=f"{place}/{order}",
        section=task.section,
        ordinal=task.paragraph.number or None,
        text=words,
        leads=tuple(dict.fromkeys(_known(name, registry) for name in names.split_names(lead))),
        cooperating=names.split_names(cooperating),
        schedule=_schedule(task, words, term),
        deliverable=product,
        deliverables=deliverables.split(product or ""),
        condition=condition,
        scope=scope,
        targets=tuple(each.target for each in found),
        source=Source(start=task.paragraph.start, end=task.paragraph.end, line=task.paragraph.line),
        confidence=0.6,
        doubts=(
            Doubt(field="leads", reason="Nhiệm vụ nêu trong câu văn, không có bảng. Kiểm tra cơ quan và nội dung."),
        ),
    )


def _known(name: str, registry: Registry) -> str:
    """Give an agency by its name in the registry, also where its head is charged ("Giám đốc Sở Y tế")."""
    for spelled in (name, _HOLDER.sub("", name)):
        match = registry.find(spelled)
        if match and match.how != "near":
            return match.name
    return name


def _schedule(task: _Task, words: str, term: tuple[int, int] | None) -> Schedule | None:
    said = task.said.get(Role.TIME) or next(_deadlines(words, term), None)
    if not said:
        often = _OFTEN.search(words)
        said = often.group() if often else None
    return schedules.parse(said, term=term) if said else None


def _deadlines(words: str, term: tuple[int, int] | None) -> Iterator[str]:
    """Give the stretches of time that bound a task; the days of papers it cites bound nothing."""
    year = term[0] if term and term[0] == term[1] else None
    for when in dates.find(words, year=year):
        if _bounds(when, words[: when.start]):
            yield when.text


def _bounds(when: When, before: str) -> bool:
    if when.relation in (Relation.BEFORE, Relation.BY) or _DONE.search(before):
        return True
    return when.kind != "day" and when.text.lower().startswith(("trong", "vào"))
