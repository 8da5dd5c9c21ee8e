"""A target held against a measured value: met, not met, or cannot tell, with the reason in a sentence."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from dondoc.rules import letters, numbers
from dondoc.rules.patterns import Pattern
from dondoc.rules.targets import bounds
from dondoc.rules.targets.values import Comparator, Target
from dondoc.rules.targets.wording import is_cut, say

Answer = Literal["met", "not_met", "cannot_tell"]


@dataclass(frozen=True, kw_only=True)
class Met:
    """The answer, and why in a sentence people read."""

    answer: Answer
    why: str

    def as_json(self) -> dict[str, str]:
        """Give the answer in the form the commands print."""
        return {"answer": self.answer, "why": self.why}


@dataclass(frozen=True, kw_only=True)
class _Measured:
    """A measured value as read: its possible figures (two where a dot may be either mark), its unit, its words."""

    figures: tuple[Decimal, ...]
    unit: str | None
    words: str
    of: int | None = None


_HOLDS: dict[Comparator | None, Callable[[Decimal, Decimal], bool]] = {
    Comparator.GREATER: operator.gt, Comparator.AT_LEAST: operator.ge, Comparator.LESS: operator.lt,
    Comparator.AT_MOST: operator.le, Comparator.EQUAL: operator.eq, None: operator.ge,
}  # fmt: skip
_SCALES = (
    ("a", "b", "c", "d", "e", "f"),
    ("xuất sắc", "tốt", "khá", "trung bình", "yếu", "kém"),
    ("hoàn thành xuất sắc nhiệm vụ", "hoàn thành tốt nhiệm vụ", "hoàn thành nhiệm vụ", "không hoàn thành nhiệm vụ"),
)
_MEASURED = Pattern(
    r"(?:(?:đã|mới|đạt|hoàn thành|thực hiện|được|xếp|đứng|hạng|thứ|tốp|top|vị trí)\s+)*"
    r"(?P<way>tăng|giảm)?\s*(?P<sign>[-+−])?\s*(?P<figure>\d[\d.,\s]*?)"
    r"\s*(?:/\s*(?P<of>\d{1,6})\s*)?(?P<unit>(?:[%‰]|[^\W\d]).*)?"
)
_TWO_WAYS = Pattern(r"[1-9]\d{0,2}\.\d\d[1-9]")
_DONE = Pattern(
    r"(?:đã\s+)?(?:hoàn thành|hoàn tất|xong|thực hiện xong|ban hành)"
    r"(?!\s+(?:\d|khoảng|gần|cơ bản|bước đầu|một|phần|nửa|hầu hết|đa số|dở))(?:\s.*)?"
)
"""Words that say it is done; how much of it is done, said behind them, is no "done"."""
_NOT_DONE = Pattern(r"(?:chưa|đang|không|mới|(?:(?:đã\s+)?hoàn thành\s+)?(?:một phần|một nửa|một số))(?:\s.*)?")


_ABOUT = re.compile(r"(?:khoảng|gần|xấp xỉ|ước|chừng)\s+[\d.,]+", re.IGNORECASE)


def met(target: Target, measured: Decimal | int | str | None) -> Met:
    """Hold a target against a measured value, unrounded; ">" and "≥" are kept apart.

    A bare figure is met when reached; a negative change is a fall of at least that much; a rank is good up to the
    target's; grades follow their scale. Anything that cannot be compared for certain is "cannot_tell".
    """
    if measured is None or not str(measured).strip():
        return _cannot("Chưa có số đo.")
    found = _JUDGES.get(target.comparator, _by_figure)(target, _read(measured))
    if found.answer == "not_met" and target.comparator is None and _ABOUT.search(target.text):
        return _cannot(f"“{target.text}” chỉ nêu gần đúng. Người có thẩm quyền quyết định {measured} đã đạt chưa.")
    if target.comparator is None and target.value == 0 and not target.change and found.answer != "cannot_tell":
        # "0 hồ sơ trễ hạn" asks for none: a bare figure is met when reached, but nothing is above its mark here.
        return _answer(target, str(measured), _read(measured).figures[0] <= 0)
    return found


def met_all(found: Sequence[Target], measured: Decimal | int | str | None) -> Met:
    """Hold the targets of one phrase against one value: an answer only where all of them give the same.

    The lower and the upper bound of one figure are met together.
    """
    answers = [met(target, measured) for target in found]
    if len(found) == 2 and bounds.are_bounds(*found):
        return next((answer for answer in answers if answer.answer != "met"), answers[0])
    if len({answer.answer for answer in answers}) == 1:
        return answers[0]
    phrases = "; ".join(say(target) for target in found)
    return _cannot(f"Cụm từ có {len(found)} chỉ tiêu ({phrases}); một số đo chưa đủ để nói chung.")


def _cannot(why: str) -> Met:
    return Met(answer="cannot_tell", why=why)


def _answer(target: Target, measured: str, holds: bool) -> Met:
    verdict = "đạt" if holds else "chưa đạt"
    return Met(answer="met" if holds else "not_met", why=f"Số đo {measured} {verdict} chỉ tiêu “{say(target)}”.")


def _read(measured: Decimal | int | str) -> _Measured:
    if not isinstance(measured, str):
        figure = Decimal(measured)
        if not figure.is_finite():
            return _Measured(figures=(), unit=None, words=str(figure))
        return _Measured(figures=(figure,), unit=None, words=numbers.say(figure))
    words = " ".join(measured.split())
    found = _MEASURED.fullmatch(letters.lower(words))
    if found is None:
        return _Measured(figures=(), unit=None, words=words)
    sign = -1 if found["sign"] in ("-", "−") or found["way"] == "giảm" else 1
    figures = tuple(sign * figure for figure in _readings(found["figure"].strip()))
    unit = (found["unit"] or "").strip() or None
    return _Measured(figures=figures, unit=unit, words=words, of=int(found["of"]) if found["of"] else None)


def _readings(figure: str) -> tuple[Decimal, ...]:
    """Read a typed figure; the dot of "95.125" may part thousands or decimals, so both readings are kept.

    Nobody writes a decimal fraction out to a zero in the third place: "120.000" is one hundred and twenty thousand.
    """
    readings = [numbers.digits(figure)]
    if _TWO_WAYS.fullmatch(figure):
        readings = [Decimal(figure.replace(".", "")), Decimal(figure)]
    return tuple(reading for reading in readings if reading is not None)


def _by_figure(target: Target, measured: _Measured) -> Met:
    """Compare figures; where a figure can be read two ways the answer must be the same both ways."""
    measured = _in_hundredths(target, measured)
    clash = _unit_clash(target, measured)
    if clash is not None:
        return clash
    if not measured.figures:
        return _cannot(f"“{measured.words}” không phải là một con số; nhập số để so với chỉ tiêu “{say(target)}”.")
    if is_cut(target) and measured.figures[0] < 0:
        return _cannot(f"Mức cắt giảm phải ghi bằng số dương; số đo là {measured.words}.")
    figures = _likely(target, measured)
    answers = {_holds(target, figure) for figure in figures}
    if len(answers) > 1:
        readings = " hoặc ".join(map(numbers.say, figures))
        return _cannot(f"“{measured.words}” có thể đọc là {readings}; ghi dấu phẩy cho phần thập phân.")
    return _answer(target, measured.words, answers.pop())


_TENTHS = {("%", "‰"): Decimal("0.1"), ("‰", "%"): Decimal(10)}
"""What turns a measured share (second) into parts as the target counts them (first)."""


def _in_hundredths(target: Target, measured: _Measured) -> _Measured:
    """Write parts of a thousand as parts of a hundred where the target counts those, and the reverse."""
    factor = _TENTHS.get((target.unit or "", measured.unit or ""))
    if factor is None:
        return measured
    return replace(measured, figures=tuple(figure * factor for figure in measured.figures), unit=target.unit)


def _likely(target: Target, measured: _Measured) -> tuple[Decimal, ...]:
    """Of two readings a share is the decimal one, for it is of a hundred, and a count the whole one."""
    if (target.unit or "").startswith("%") or measured.unit == "%":
        return measured.figures[-1:]
    counted = target.value is not None and target.value == target.value.to_integral_value() and target.unit is not None
    whole = tuple(figure for figure in measured.figures if figure == figure.to_integral_value())
    return whole if counted and whole else measured.figures


def _holds(target: Target, figure: Decimal) -> bool:
    if target.low is not None and target.high is not None:
        return target.low <= figure <= target.high
    value = target.value if target.value is not None else Decimal(0)
    if target.change and value < 0:
        return _HOLDS[target.comparator](-figure, -value)
    return _HOLDS[target.comparator](figure, value)


def _unit_clash(target: Target, measured: _Measured) -> Met | None:
    """A share cannot be held against a count, nor people against turns."""
    wanted, given = letters.lower(target.unit or ""), measured.unit or ""
    if not given or (not wanted and target.unit is None and given != "%"):
        return None
    if wanted == given or (given == "%" and wanted.startswith("%")) or _shares_words(wanted, given):
        return None
    return _cannot(
        f"Số đo tính bằng “{given}”, chỉ tiêu tính bằng “{target.unit or 'số, không có đơn vị'}”: không so được."
    )


def _shares_words(wanted: str, given: str) -> bool:
    return (
        not given.startswith("%")
        and not wanted.startswith("%")
        and (wanted.startswith(given) or given.startswith(wanted))
    )


def _by_rank(target: Target, measured: _Measured) -> Met:
    """A rank is good when it is the target's or better; only whole places from 1 on are ranks."""
    figure = measured.figures[0] if measured.figures else None
    if (
        figure is None
        or figure < 1
        or figure != figure.to_integral_value()
        or measured.unit == "%"
        or target.value is None
    ):
        return _cannot(f"“{measured.words}” không phải là một thứ hạng; nhập thứ hạng để so với “{say(target)}”.")
    return _answer(target, measured.words, figure <= target.value)


def _by_grade(target: Target, measured: _Measured) -> Met:
    wanted = letters.lower(target.grade or "")
    given = re.sub(r"^(?:được\s+)?(?:xếp\s+)?(?:hạng|loại|mức)\s+", "", letters.lower(measured.words))
    if given == wanted:
        return _answer(target, measured.words, holds=True)
    for scale in _SCALES:
        if wanted in scale and given in scale:
            return _answer(target, measured.words, scale.index(given) <= scale.index(wanted))
    return _cannot(f"Không có thang xếp hạng nào chứa cả “{measured.words}” và “{target.grade}”.")


def _by_completion(target: Target, measured: _Measured) -> Met:
    words = letters.lower(measured.words)
    if measured.figures and (measured.unit == "%" or (measured.unit is None and target.value is not None)):
        share = target.value if target.value is not None else Decimal(100)
        return _answer(target, measured.words, measured.figures[-1] >= share)
    if _DONE.fullmatch(words):
        return _answer(target, measured.words, holds=True)
    if _NOT_DONE.fullmatch(words) and target.value is None:
        return _answer(target, measured.words, holds=False)
    return _cannot(f"Từ “{measured.words}” chưa rõ đã hoàn thành hay chưa; ghi “hoàn thành” hoặc tỷ lệ hoàn thành.")


def _by_words(target: Target, measured: _Measured) -> Met:
    return _cannot(f"Chỉ tiêu “{target.text}” không đo được bằng số; người có thẩm quyền xem xét và kết luận.")


def _by_start(target: Target, measured: _Measured) -> Met:
    return _cannot("Chỉ tiêu về thời điểm bắt đầu: cần minh chứng về ngày bắt đầu để kết luận.")


_JUDGES: dict[Comparator | None, Callable[[Target, _Measured], Met]] = {
    Comparator.TOP: _by_rank, Comparator.GRADE: _by_grade, Comparator.DONE: _by_completion,
    Comparator.TEXT: _by_words, Comparator.STARTS: _by_start,
}  # fmt: skip
