"""What people type about directives, turned into values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import BadRequest
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from dondoc.directives import wording
from dondoc.directives.models import Item
from dondoc.rules import dates, deliverables, numbers, schedules, targets

DAYS = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y")
FIGURES = ("value", "low", "high")
WORDS = ("unit", "qualifier", "subject")
LISTS = ("leads", "cooperating")
PLAIN = ("text", "condition", "scope", "deliverable")
Choice = TypeVar("Choice", bound=TextChoices)
EMPTY_TARGET: dict[str, Any] = targets.Target(text="").as_json()


class DirectiveForm(forms.Form):
    """What a directive says of itself."""

    number = forms.CharField(
        label=_("Số, ký hiệu"),
        max_length=60,
        error_messages={"required": _("Số, ký hiệu còn trống. Ghi như 488/QĐ-CT.")},
    )
    kind = forms.ChoiceField(label=_("Loại văn bản"), choices=list(wording.KINDS.items()))
    issued_on = forms.DateField(
        label=_("Ngày ban hành"),
        input_formats=DAYS,
        widget=forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "14/3/2022"}),
        error_messages={
            "required": _("Ngày ban hành còn trống. Ghi ngày/tháng/năm."),
            "invalid": _("Ngày ban hành không đọc được. Ghi ngày/tháng/năm, ví dụ 14/3/2022."),
        },
    )
    issuer = forms.CharField(label=_("Cơ quan, người ban hành"), max_length=300, required=False)
    title = forms.CharField(
        label=_("Trích yếu"),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Trích yếu còn trống.")},
    )
    signer = forms.CharField(label=_("Người ký"), max_length=120, required=False)
    term_from = forms.IntegerField(label=_("Từ năm"), min_value=1990, max_value=2100, required=False)
    term_to = forms.IntegerField(label=_("Đến năm"), min_value=1990, max_value=2100, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a term that ends before it begins."""
        values = super().clean() or {}
        first, last = values.get("term_from"), values.get("term_to")
        if first and last and last < first:
            self.add_error("term_to", _("Đến năm %(last)s sớm hơn từ năm %(first)s.") % {"last": last, "first": first})
        return values


class FilterForm(forms.Form):
    """What a list of tasks is narrowed to."""

    q = forms.CharField(label=_("Từ cần tìm"), required=False, max_length=200)
    agency = forms.CharField(label=_("Cơ quan"), required=False, max_length=200)
    schedule = forms.ChoiceField(
        label=_("Thời gian"), required=False, choices=[("", _("tất cả")), *wording.SCHEDULES.items()]
    )
    measure = forms.ChoiceField(label=_("Chỉ tiêu"), required=False, choices=[("", _("tất cả")), *Item.Measure.choices])
    kind = forms.ChoiceField(
        label=_("Loại văn bản"), required=False, choices=[("", _("tất cả")), *wording.KINDS.items()]
    )
    year = forms.CharField(label=_("Năm"), required=False, max_length=4)


def whole_number(words: str) -> int:
    """Read a count that a page sends back; what is none reads 0, which no row and no version has."""
    return int(words) if words.isdecimal() and len(words) < 10 else 0


def chosen(choices: type[Choice], words: str) -> Choice:
    """Read the answer a button sends; raises BadRequest for one that no button of ours has."""
    try:
        return choices(words)
    except ValueError:
        raise BadRequest from None


def row_changes(posted: Mapping[str, str], item: Item | None, term: tuple[int, int] | None) -> dict[str, Any]:
    """Give the fields of a row that were changed, in the form rows keep; fields not posted stay out."""
    values = _posted(posted, item, term)
    if item is None:
        return values
    return {name: value for name, value in values.items() if value != getattr(item, name)}


def _posted(posted: Mapping[str, str], item: Item | None, term: tuple[int, int] | None) -> dict[str, Any]:
    values: dict[str, Any] = {name: _line(posted[name]) for name in PLAIN if name in posted}
    for name in LISTS:
        if name in posted:
            values[name] = [_line(part) for part in re.split(r"[\n;]", posted[name]) if part.strip()]
    if "schedule" in posted:
        values["schedule"] = _schedule(posted["schedule"], item, term)
    if "deliverable" in values and (item is None or values["deliverable"] != item.deliverable):
        values["deliverables"] = list(deliverables.split(values["deliverable"]))
    if "targets" in posted or "new_target" in posted:
        values["targets"] = _targets(posted, item, term)
    return values


def _line(words: str) -> str:
    return " ".join(words.split())


def _schedule(words: str, item: Item | None, term: tuple[int, int] | None) -> dict[str, Any] | None:
    """Keep the schedule as read where its words are the same; read new words."""
    words = _line(words)
    if item is not None and _line((item.schedule or {}).get("text", "")) == words:
        return item.schedule
    return schedules.parse(words, term=term).as_json() if words else None


def _targets(posted: Mapping[str, str], item: Item | None, term: tuple[int, int] | None) -> list[dict[str, Any]]:
    """Give the targets as typed field by field, and after them what a new phrase is read into, each only once."""
    kept = item.targets if item is not None else []
    out = [_target(posted, number, old) for number, old in enumerate(kept) if f"t{number}-remove" not in posted]
    phrase = _line(posted.get("new_target", ""))
    new = [target.as_json() for target in (targets.parse(phrase, term=term) if phrase else ())]
    return out + [target for target in new if target not in out]


def _target(posted: Mapping[str, str], number: int, old: dict[str, Any]) -> dict[str, Any]:
    target = EMPTY_TARGET | old
    prefix = f"t{number}-"
    if f"{prefix}comparator" in posted:
        target["comparator"] = posted[f"{prefix}comparator"] or None
    if f"{prefix}per" in posted:
        target["per"] = posted[f"{prefix}per"] or None
    for name in WORDS:
        if prefix + name in posted:
            target[name] = _line(posted[prefix + name]) or None
    for name in FIGURES:
        if prefix + name in posted:
            target[name] = _figure(posted[prefix + name], letters=target["comparator"] == "grade" and name == "value")
    if f"{prefix}by" in posted:
        target["by"] = _by(posted[f"{prefix}by"], target["by"])
    return target


def _figure(words: str, *, letters: bool) -> str | None:
    """Read a figure as typed in Vietnamese; what is none stays as typed, to be refused with its words."""
    words = _line(words)
    if letters or not words:
        return words or None
    found = numbers.parse(words)
    return targets.plain(found) if found is not None else words


def _by(words: str, old: str | None) -> str | None:
    """Read a due year, quarter, month or day; what was shown and not touched stays as it was."""
    words = _line(words)
    if not words or words == show_by(old):
        return old if words else None
    if re.fullmatch(r"\d{4}(?:-Q[1-4]|-\d{2})?", words):
        return words
    found = dates.find(words) or dates.find(f"tháng {words}")
    return found[0].code if found and found[0].code else words


def show_by(code: str | None) -> str:
    """Show a due code as people write it: 2022, quý II/2022, 6/2022, a day as written."""
    code = code or ""
    quarter = re.fullmatch(r"(\d{4})-Q([1-4])", code)
    if quarter:
        return f"quý {numbers.roman(int(quarter.group(2)))}/{quarter.group(1)}"
    month = re.fullmatch(r"(\d{4})-(\d{2})", code)
    return f"{int(month.group(2))}/{month.group(1)}" if month else code


def show_figure(plain: str | None) -> str:
    """Show a figure the Vietnamese way; a grade stays as it is."""
    found = numbers.parse((plain or "").replace(".", ",")) if plain else None
    return numbers.say(found) if found is not None else plain or ""
