"""Small directives made by hand for tests, and the two real ones read once."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dondoc.papers.reading.lines import split_lines
from dondoc.papers.reading.prose import paragraphs
from dondoc.papers.reading.reader import read_text
from dondoc.rules import schedules, targets
from dondoc.rules.catalogue import Catalogue, Document, Finding, Item, Kind, Source
from dondoc.rules.findings import Structure, proofread
from dondoc.rules.passages import Passage

REPOSITORY = Path(__file__).parents[2]
SAMPLES = REPOSITORY / "samples/vinh-phuc-2022"


def item(ref: str = "1/1", text: str = "Xây dựng kế hoạch", *, ask: str = "", time: str = "", **more: Any) -> Item:
    """Make an item; `ask` are the words of its targets, `time` those of its time column."""
    section, _, ordinal = ref.rpartition("/")
    made = Item(
        ref=ref,
        section=f"{section}. MỤC {section}" if section else None,
        ordinal=ordinal.partition("#")[0],
        text=text,
        leads=("Sở Nội vụ",),
        targets=targets.parse(ask) if ask else (),
        schedule=schedules.parse(time) if time else None,
        source=Source(start=0, end=0, line=0),
    )
    return replace(made, **more)


def catalogue(
    *items: Item, signed: str = "2022-03-14", term: tuple[int, int] | None = (2022, 2022), **more: Any
) -> Catalogue:
    """Make a decision with items, signed on a day, for a term."""
    document = Document(number="1/QĐ-UBND", kind=Kind.DECISION, issued_on=date.fromisoformat(signed), term=term)
    placed = (replace(one, source=Source(start=at, end=at + 1, line=at)) for at, one in enumerate(items))
    return replace(Catalogue(document=document, items=tuple(placed)), **more)


def found(code: str, made: Catalogue) -> list[Finding]:
    """Give the findings of one code."""
    return [finding for finding in proofread(made) if finding.code == code]


def places(code: str, made: Catalogue) -> list[tuple[str, ...]]:
    """Give where the findings of one code are."""
    return [finding.where for finding in found(code, made)]


def passage(text: str, where: str = "II.1", kind: str = "point", head: str = "") -> Passage:
    return Passage(text=text, where=where, kind=kind, head=head)


def chapter(text: str, where: str = "II") -> Passage:
    return Passage(text=text, where=where, kind="chapter")


@cache
def words(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")


@cache
def read(name: str) -> Catalogue:
    """Read one of the two real directives, findings and all."""
    return read_text(words(name))


@cache
def prose(name: str) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    """Give the body of a real directive, as the reader cuts it, and the aims below its group titles."""
    lines = split_lines(words(name))
    end = next(at for at, line in enumerate(lines) if line.text.upper().startswith("PHỤ LỤC"))
    body = tuple(Passage(text=p.text, where=p.where, kind=p.kind, head=p.head) for p in paragraphs(lines[:end]))
    aims = tuple(
        passage(f"{one['title']} {one['aims']}", f"Phụ lục, {one['number']}", "aims", one["title"])
        for one in truth(name).get("sections", ())
    )
    return body, aims


@cache
def truth(name: str) -> Any:
    return json.loads((REPOSITORY / "tests/papers/truth" / f"{name}.json").read_text(encoding="utf-8"))


def structure(**more: Any) -> Structure:
    return Structure(**more)
