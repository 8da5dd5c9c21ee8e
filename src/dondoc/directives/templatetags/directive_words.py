"""Targets, figures and entries of the trail in words, for templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

from dondoc.audit import wording as audit
from dondoc.audit.models import Entry
from dondoc.directives import forms, journal, note_words, wording
from dondoc.directives.models import Directive, Item

register = template.Library()


@register.filter
def said(values: list[dict[str, Any]]) -> str:
    """Say targets as understood."""
    return wording.say_typed(values)


@register.filter
def in_list(target: dict[str, Any]) -> str:
    """Give a target as lists show it: as printed, or, where a person corrected it, as it now counts."""
    return wording.shown_target(target)


@register.filter
def verbatim(values: list[dict[str, Any]]) -> str:
    """Say targets as printed."""
    return wording.say_targets(values)


@register.filter
def shown(plain: str | None) -> str:
    """Show a figure the Vietnamese way."""
    return forms.show_figure(plain)


@register.filter
def due(code: str | None) -> str:
    """Show a due code as people write it."""
    return forms.show_by(code)


@register.filter
def posted_remove(posted: Mapping[str, str] | None, number: int) -> bool:
    """Say whether a form that could not be saved asked to take a target out."""
    return f"t{number}-remove" in (posted or {})


@register.filter
def field_said(name: str) -> str:
    """Say the name of a field."""
    return wording.say_field(name)


@register.filter
def value_said(value: object) -> str:
    """Say the value of a field: typed targets, names, a schedule, words."""
    targets = isinstance(value, list) and value and isinstance(value[0], dict)
    return wording.say_value("targets" if targets else "", value)


@register.filter
def verb_said(code: str) -> str:
    """Say what was done."""
    return audit.verb(code)


@register.filter
def about(entry: Entry) -> str:
    """Say which row an entry is about: 8.13; nothing for the whole directive."""
    return entry.object_code.partition("/")[2].replace("/", ".")


@register.filter
def second_copy(directive: Directive) -> str:
    """Say that another directive has the same number."""
    return wording.second_copy(str(directive))


@register.filter
def draft_question(item: Item) -> str:
    """Draft the question about a row."""
    return note_words.draft_question(item)


@register.filter
def changes(entry: Entry) -> list[journal.Change]:
    """Give what an entry changed, field by field."""
    return journal.changes(entry)


@register.filter
def rows_touched(entry: Entry) -> int:
    """Give how many rows an entry is about."""
    return journal.rows_touched(entry)


@register.filter
def words_of(text: str) -> list[tuple[int, str]]:
    """Give the words of a text, each with where it begins, to choose a place to split."""
    out, place = [], 0
    for word in text.split(" "):
        if word:
            out.append((place, word))
        place += len(word) + 1
    return out
