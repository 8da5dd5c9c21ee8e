"""A typed target said as a short Vietnamese phrase, which reads back as the same target."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from dondoc.rules import letters, numbers
from dondoc.rules.targets import words
from dondoc.rules.targets.phrases import parse
from dondoc.rules.targets.values import Comparator, Per, Target, is_share

_COMPARED = {
    Comparator.GREATER: "trên ", Comparator.AT_LEAST: "tối thiểu ", Comparator.LESS: "dưới ",
    Comparator.AT_MOST: "tối đa ", Comparator.EQUAL: "đúng ", None: "",
}  # fmt: skip
_PER = {Per.YEAR: "/năm", Per.QUARTER: "/quý", Per.MONTH: "/tháng", None: ""}


def say(target: Target) -> str:
    """Say a target in a few words: "Mức 4 tối thiểu 80%", "giảm 5%/năm", "tốp 10/63 đến năm 2025".

    What is said reads back as the same typed fields; free words that would be taken for figures of their own are
    put in angle quotes for that.
    """
    if target.comparator is Comparator.TEXT or (target.comparator is Comparator.STARTS and target.by is None):
        return target.text
    plain = _phrase(target)
    if _reads_back(plain, target):
        return plain
    unit = target.unit if is_share(target.unit) else _quoted(target.unit)
    return _phrase(replace(target, subject=_quoted(target.subject), unit=unit, baseline=_quoted(target.baseline)))


def _quoted(words: str | None) -> str | None:
    return f"‹{words}›" if words else None


def _reads_back(phrase: str, target: Target) -> bool:
    read = parse(phrase)
    return len(read) == 1 and replace(read[0], text=target.text) == target


def _phrase(target: Target) -> str:
    body = _SAID.get(target.comparator or Comparator.EQUAL, _figure)(target)
    baseline = f" so với {target.baseline}" if target.baseline else ""
    if target.baseline and _is_course(target):
        way = "xuống" if target.comparator in (Comparator.LESS, Comparator.AT_MOST) else "lên"
        body, baseline = f"từ {target.baseline} {way} {body}", ""
    due = "" if target.comparator is Comparator.STARTS else say_due(target.by)
    if target.comparator is Comparator.DONE and target.per is not None:
        due += " của tháng cuối quý" if target.per is Per.QUARTER else _PER[target.per].replace("/", " hằng ")
    lead = f"{target.qualifier} " if target.qualifier else ""
    return f"{lead}{_subject(target)}{body}{baseline}{due}"


def _is_course(target: Target) -> bool:
    """Say whether the baseline is a figure the level is reached from ("từ 50% lên 70%")."""
    return not target.change and _FIGURE_FIRST.match(target.baseline or "") is not None


_FIGURE_FIRST = re.compile(r"(?:(?:hạng|mức|thứ) )?\d")


def say_due(by: str | None) -> str:
    """Say a deadline's code in words, with a blank before: " trong quý II/2023"."""
    if by is None:
        return ""
    if re.fullmatch(r"\d{4}", by):
        return f" đến năm {by}"
    if re.fullmatch(r"\d{4}-Q[1-4]", by):
        return f" trong quý {numbers.roman(int(by[-1]))}/{by[:4]}"
    if re.fullmatch(r"\d{4}-\d{2}", by):
        return f" trong tháng {int(by[5:])}/{by[:4]}"
    return f" đến ngày {by}"


def is_cut(target: Target) -> bool:
    """Say whether the figure is the size of a cut ("cắt giảm … tối thiểu 20%"), counted as a positive number."""
    return (
        target.change and target.subject is not None and letters.lower(target.subject.lstrip("‹")).startswith(words.CUT)
    )


def _subject(target: Target) -> str:
    if target.subject is None:
        return ""
    if target.comparator is Comparator.DONE:
        return ""
    return f"{target.subject} " if is_cut(target) else f"{target.subject}: "


def _figure(target: Target) -> str:
    amount = "" if target.value is None else numbers.say(abs(target.value) if target.change else target.value)
    of = f"/{numbers.say(Decimal(target.of))}" if target.of is not None else ""
    return f"{_moved(target)}{_COMPARED.get(target.comparator, '')}{amount}{of}{_unit(target)}{_PER[target.per]}"


def _moved(target: Target) -> str:
    if not target.change or is_cut(target):
        return ""
    falls = target.value < 0 if target.value is not None else target.high is not None and target.high < 0
    return "giảm " if falls else "tăng "


def _unit(target: Target) -> str:
    if target.unit is None:
        return ""
    if not is_share(target.unit):
        return f" {target.unit}"
    return target.unit if target.unit in _INLINE else f" ({target.unit})"


_INLINE = frozenset({"%", "‰", "% GDP", "% GRDP", "% GNI", "% GNP"})
"""Per cent units that read back behind the figure; others are put in brackets."""


def _between(target: Target) -> str:
    ends = sorted(abs(end) if target.change else end for end in (target.low, target.high) if end is not None)
    low, high = (numbers.say(end) for end in ends)
    sign = (target.unit or "")[:1] if is_share(target.unit) else ""
    return f"{_moved(target)}từ {low}{sign} đến {high}{_unit(target)}{_PER[target.per]}"


def _top(target: Target) -> str:
    amount = numbers.say(target.value) if target.value is not None else ""
    return f"tốp {amount}" + (f"/{target.of}" if target.of is not None else "")


def _grade(target: Target) -> str:
    grade = target.grade or ""
    if letters.lower(grade) in words.CLASSES:
        return grade
    if grade[-1:].isdigit():
        return f"đạt {letters.lower(grade[:1])}{grade[1:]}"
    return f"xếp hạng {grade}" if grade.isupper() else f"xếp loại {grade}"


def _done(target: Target) -> str:
    share = "" if target.value is None else f" {numbers.say(target.value)}{_unit(target)}"
    return f"hoàn thành{share}" + (f" {target.subject}" if target.subject else "")


def _starts(target: Target) -> str:
    due = say_due(target.by)
    return "bắt đầu từ" + re.sub(r"^ (?:đến|trong)", "", due)


_SAID = {
    Comparator.BETWEEN: _between, Comparator.TOP: _top, Comparator.GRADE: _grade, Comparator.DONE: _done,
    Comparator.STARTS: _starts,
}  # fmt: skip
