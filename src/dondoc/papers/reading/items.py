"""Rows of cells to items of a catalogue: addressees, schedule, product, targets, condition, and what to doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from dondoc.papers.reading.forms import Cell, Role, Section, TaskRow
from dondoc.rules import conditions, deliverables, names, schedules, targets
from dondoc.rules.catalogue import Doubt, Finding, Item, Schedule, Severity, Source
from dondoc.rules.names import Match, Registry
from dondoc.rules.targets.values import Target

LONGEST_ABBREVIATION = 12
"""Longer names in capitals are words set in capitals, not letters that stand for words."""
SURE = 3.0
"""A cell whose second-best reading is dearer by this much needs nobody: of 50 made-up documents such cells were
wrong in 4 rows of 1,300, and 27 of 31 wrong whole rows and all 20 wrong torn ones had a dearer doubt."""
WORDS = {
    Role.TEXT: "text",
    Role.LEAD: "leads",
    Role.COOPERATING: "cooperating",
    Role.TIME: "schedule",
    Role.PRODUCT: "deliverable",
    Role.TARGET: "targets",
}


class ItemMaker:
    """Makes items from rows, giving every item of a document its own ref.

    `names_read` gathers the names of cells read otherwise than printed: as printed, as read, ref of the row.
    """

    def __init__(self, registry: Registry, term: tuple[int, int] | None) -> None:
        self.registry = registry
        self.term = term
        self.refs: set[str] = set()
        self.names_read: list[tuple[str, str, str]] = []
        self.addressed = False
        self.sections: dict[str, list[Section]] = {}

    def items(self, rows: Sequence[TaskRow]) -> list[Item]:
        """Make the items of a document in order."""
        titles = {row.section.title for row in rows if row.section and Role.LEAD not in row.cells}
        known = sum(self._addresses(title) for title in titles)
        self.addressed = known * 2 > len(titles)
        return [self._item(row) for row in rows]

    def _item(self, row: TaskRow) -> Item:
        doubts: list[Doubt] = [*_doubts_of_cut(row)]
        text = row.cell(Role.TEXT).text
        ref = self._ref(row)
        leads = self._agencies(_listed(row.cell(Role.LEAD)), "leads", ref, doubts)
        if Role.LEAD not in row.cells and row.section:
            leads = self._addressee(row.section, doubts)
        cooperating = self._agencies(_listed(row.cell(Role.COOPERATING)), "cooperating", ref, doubts)
        time, product = row.cell(Role.TIME).text, row.cell(Role.PRODUCT).text
        found = self._targets(row, doubts)
        condition, scope = conditions.find(text)
        return Item(
            ref=ref,
            section=row.section.printed if row.section else None,
            ordinal=row.ordinal,
            text=text,
            leads=leads,
            cooperating=cooperating,
            schedule=self._schedule(time, doubts),
            deliverable=(product.strip(" -–—./") and product) or None,
            deliverables=() if targets.is_target_form(product) else deliverables.split(_listed(row.cell(Role.PRODUCT))),
            condition=condition,
            scope=scope,
            targets=found,
            source=_source(row),
            confidence=_confidence(row, doubts),
            doubts=tuple(dict.fromkeys(doubts)),
        )

    def _ref(self, row: TaskRow) -> str:
        section = self._section_code(row.section)
        ordinal = row.ordinal or str(len(self.refs) + 1)
        base = f"{section}/{ordinal}" if section else ordinal
        ref, copy = base, 2
        while ref in self.refs:
            ref, copy = f"{base}#{copy}", copy + 1
        self.refs.add(ref)
        return ref

    def _section_code(self, section: Section | None) -> str:
        """Give the section's number, with a suffix where another section before it bears the same."""
        if section is None:
            return ""
        code = section.number or re.sub(r"\W+", "-", names.fold(section.title))[:30]
        same = self.sections.setdefault(code, [])
        if section not in same:
            same.append(section)
        place = same.index(section)
        return code if place == 0 else f"{code}#{place + 1}"

    def _agencies(self, cell: str, field: str, ref: str, doubts: list[Doubt]) -> tuple[str, ...]:
        found = []
        for printed in filter(_has_letters, names.split_names(cell)):
            name = printed
            match = self.registry.find(name)
            if match and match.how == "alias" and name.isupper():
                name, match = match.name, self.registry.find(match.name)
            elif name.isupper() and len(name) > LONGEST_ABBREVIATION:
                name = names.sentence_case(name)
            if match and match.how in ("exact", "skeleton"):
                found.append(match.name)
                if match.how == "skeleton":
                    self.names_read.append((printed, match.name, ref))
            else:
                found.append(name)
                if match and match.how == "near":
                    doubts.append(
                        Doubt(field=field, reason=f"“{name}” gần giống “{match.name}”. Kiểm tra tên cơ quan.")
                    )
        return tuple(dict.fromkeys(found))

    def _addressee(self, section: Section, doubts: list[Doubt]) -> tuple[str, ...]:
        """Read whom a section addresses from its title; a group title that names nobody gives none."""
        title = section.title
        if not title.strip(" .,;:/"):
            return ()
        match = self._known(title)
        if match:
            return (match.name,)
        spelled = names.sentence_case(title)
        if names.begins_agency(spelled) or names.begins_agency(title):
            near = self.registry.find(title)
            if near:
                doubts.append(Doubt(field="leads", reason=f"“{title}” gần giống “{near.name}”. Kiểm tra tên cơ quan."))
            return names.split_names(spelled)
        if names.is_place(spelled):
            return (spelled,)
        if self.addressed or not names.is_theme(spelled):
            doubts.append(Doubt(field="leads", reason=f"“{title}” không có trong danh sách cơ quan. Kiểm tra tên."))
            return (spelled,)
        doubts.append(Doubt(field="leads", reason="Bảng không có cột cơ quan chủ trì và đề mục không nêu cơ quan nào."))
        return ()

    def _addresses(self, title: str) -> bool:
        spelled = names.sentence_case(title)
        return names.begins_agency(spelled) or names.is_place(spelled) or self._known(title) is not None

    def _known(self, title: str) -> Match | None:
        """Find the agency a title names for sure."""
        match = self.registry.find(title)
        return match if match and match.how != "near" else None

    def _schedule(self, time: str, doubts: list[Doubt]) -> Schedule | None:
        if not time:
            return None
        schedule = schedules.parse(time, term=self.term)
        if schedule.kind == "text":
            doubts.append(Doubt(field="schedule", reason=f"Không rõ “{time}” là thời hạn nào."))
        return schedule

    def _also_in_text(self, row: TaskRow, read: Sequence[Target]) -> tuple[Target, ...]:
        """Give the figures to reach in a task's sentence beside those of its target column, where they differ."""
        figures = {target.value for target in read}
        found = targets.find(row.cell(Role.TEXT).text, term=self.term)
        return tuple(each.target for each in found if each.target.value not in figures)

    def _targets(self, row: TaskRow, doubts: list[Doubt]) -> tuple[Target, ...]:
        """Read the targets of a row: its own column, else figures in the time, product and text cells."""
        unit = row.cell(Role.UNIT).text or None
        if row.yearly:
            return tuple(
                replace(target, by=target.by or str(year))
                for year, each in row.yearly
                for target in targets.parse(each.text, term=(year, year), unit=unit)
            )
        cell = row.cell(Role.TARGET)
        if Role.TARGET in row.cells:
            read = targets.parse(cell.text, term=self.term, unit=unit)
            reasons = targets.doubts(cell.text, read, term=self.term)
            doubts += [Doubt(field="targets", reason=reason) for reason in reasons]
            return (*self._also_in_text(row, read), *read)
        out: list[Target] = []
        for role in (Role.TIME, Role.PRODUCT):
            words = row.cell(role).text
            if words and targets.is_target_form(words):
                out += targets.parse(words, term=self.term)
        return tuple(out) or tuple(each.target for each in targets.find(row.cell(Role.TEXT).text, term=self.term))


def _has_letters(name: str) -> bool:
    return any(map(str.isalpha, name))


def _listed(cell: Cell) -> str:
    """Give the words of a cell as a list, where the document breaks its lines between the things it lists."""
    out = ""
    for line in cell.lines or (cell.text,):
        ended = line[:1].isupper() and out and not names.is_incomplete(out)
        out = f"{out}{'; ' if ended and not out.endswith((';', ',', '/')) else ' '}{line}".strip()
    return out


def _doubts_of_cut(row: TaskRow) -> list[Doubt]:
    """Doubt the cells whose borders were nearly drawn elsewhere."""
    doubts = [
        Doubt(field="text", reason=f"Cột “{heading}” của bảng không rõ là gì; nội dung cột này chưa đưa vào nhiệm vụ.")
        for heading in row.unread
    ]
    for role, margin in row.margins.items():
        if margin < SURE and role in WORDS:
            reason = "Dòng bị ngắt sang trang, ranh giới ô này chưa chắc." if row.torn else "Ranh giới ô này chưa chắc."
            doubts.append(Doubt(field=WORDS[role], reason=reason))
    return doubts


def _confidence(row: TaskRow, doubts: Sequence[Doubt]) -> float:
    margin = min((margin for margin in row.margins.values()), default=20.0)
    sure = 0.99 if margin >= SURE else 0.6 + 0.39 * max(margin, 0.0) / SURE
    if row.torn and row.margins:
        sure = min(sure, 0.9)
    return round(max(0.05, sure - 0.1 * len(doubts)), 3)


def _source(row: TaskRow) -> Source:
    spans = {
        WORDS[role]: tuple((span.start, span.end) for span in cell.spans)
        for role, cell in row.cells.items()
        if role in WORDS and cell.spans
    }
    return Source(start=row.start, end=row.end, line=row.line, page=row.page, boxes=row.boxes, spans=spans)


EXCEPTION = 10
"""A note is an exception where it touches at most one row in so many."""
FIELD_OF_FINDING = {
    "target-missing": "targets",
    "target-not-measurable": "targets",
    "target-outlier": "targets",
    "target-not-of-text": "targets",
    "target-without-comparator": "targets",
    "item-repeated": "text",
    "lead-also-cooperating": "cooperating",
    "addressee-unknown": "leads",
    "deadline-impossible": "schedule",
}


def with_findings(items: Sequence[Item], findings: Sequence[Finding]) -> tuple[Item, ...]:
    """Add to each item the doubts that follow from what is wrong with it, so that a person sees it while reviewing.

    A note makes a doubt where it is an exception in its document: what many rows have (bare figures, bodies that no
    list holds) is the document's way, and nobody looks at every row twice.
    """
    touched = Counter(f.code for f in findings for _ in f.where if f.severity is Severity.NOTE)
    about: dict[str, list[Finding]] = {}
    for finding in findings:
        weighs = finding.severity is not Severity.NOTE or touched[finding.code] * EXCEPTION <= max(
            len(items), EXCEPTION
        )
        for ref in finding.where if weighs and finding.code in FIELD_OF_FINDING else ():
            about.setdefault(ref, []).append(finding)
    return tuple(_also_doubted(item, [_doubt(item, each) for each in about.get(item.ref, [])]) for item in items)


def _doubt(item: Item, finding: Finding) -> Doubt:
    field = FIELD_OF_FINDING[finding.code]
    if finding.code == "addressee-unknown" and finding.quote in item.cooperating:
        field = "cooperating"
    return Doubt(field=field, reason=finding.message)


def _also_doubted(item: Item, more: Sequence[Doubt]) -> Item:
    known = {doubt.field for doubt in item.doubts}
    fresh = tuple(doubt for doubt in more if doubt.field not in known)
    if not fresh:
        return item
    return replace(item, doubts=item.doubts + fresh, confidence=round(max(0.05, item.confidence - 0.1 * len(fresh)), 3))
