"""Made-up directives nobody has seen: how much of them is read right, and whether the wrong rows carry a doubt.

Agency lists written without any sign between the names ("separator" empty) are counted apart: nothing in such a
text says where one name ends, so the marks to reach do not hold for them.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field

from dondoc.papers.reading.reader import read_text
from dondoc.rules.catalogue import Catalogue, Document
from papers.generator import LAYOUTS, generate, score
from papers.generator.scoring import Tally

WHOLE, TORN = 0.98, 0.90
"""The shares of fields that must be right in rows that stand whole, and in rows a page has torn."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """One directive read: its options as shown, fields right and in all, rows right, wrong and doubted."""

    layout: str
    seed: int
    options: dict[str, str]
    whole: tuple[int, int]
    torn: tuple[int, int]
    missing: int
    invented: int
    rows: int
    wrong: int
    wrong_doubted: int
    right_doubted: int
    right_unsure: int
    wrong_fields: int
    wrong_fields_doubted: int
    faults: tuple[tuple[str, str, str, str], ...]
    crash: str = ""

    @property
    def separated(self) -> bool:
        """Tell whether agency lists have signs between the names, so that the marks hold."""
        return self.options["separator"] != "none"


@dataclass
class Share:
    """Sums over directives."""

    of: list[Made] = field(default_factory=list)

    def fields(self, part: str) -> float | None:
        """Give the share of fields right in "whole" or "torn" rows; None where there are no such rows."""
        right, total = (sum(getattr(made, part)[place] for made in self.of) for place in (0, 1))
        return right / total if total else None

    def count(self, name: str) -> int:
        """Add up one of the counts."""
        return sum(getattr(made, name) for made in self.of)

    def line(self) -> str:
        """Give the figures of the table's columns."""
        wrong, right = self.count("wrong"), self.count("rows") - self.count("wrong")
        shares = (self.fields("whole"), self.fields("torn"))
        doubted = (
            _of(self.count("wrong_doubted"), wrong),
            _of(self.count("wrong_fields_doubted"), self.count("wrong_fields")),
            _of(self.count("right_doubted"), right),
            _of(self.count("right_unsure"), right),
        )
        counts = (len(self.of), self.count("rows"), self.count("missing"), self.count("invented"), wrong)
        return "".join(f"{count:9}" for count in counts) + "".join(map(_percent, (*shares, *doubted)))


TITLES = ("texts", "rows", "missing", "invented", "wrong", "whole", "torn", "w.rows", "w.fields", "r.rows", "r.unsure")
"""The last four: shares that carry a doubt, of wrong rows, of wrong fields (at that field), of right rows; and of
right rows those the reading itself is unsure of, without what the proof-reader remarks on the document: made-up
texts have dates before their signing and names nobody knows."""

FIELDS = {"text": "text", "lead": "leads", "cooperating": "cooperating", "time": "schedule", "product": "deliverable"}

HEAD = "".join(f"{title:>9}" for title in TITLES)


def _of(part: int, total: int) -> float | None:
    return part / total if total else None


def _percent(share: float | None) -> str:
    return f"{'–' if share is None else f'{share:.2%}':>9}"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what can be said on the command line."""
    parser.add_argument("--seed", type=int, default=5000, help="the first seed")
    parser.add_argument("--broken", type=int, default=60, help="directives with lost columns")
    parser.add_argument("--kept", type=int, default=100, help="directives of each layout that keeps its columns")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", help="LAYOUT:SEED: read this one and show every wrong field")


def run(options: argparse.Namespace) -> bool:
    """Read them all, print the shares; tell whether the marks are reached."""
    if options.only:
        layout, _, seed = options.only.partition(":")
        return _replay(read_one((layout, int(seed))))
    counts = {layout: options.broken if layout == "broken" else options.kept for layout in LAYOUTS}
    todo = [(layout, seed) for layout in LAYOUTS for seed in range(options.seed, options.seed + counts[layout])]
    print(f"seeds from {options.seed}: {', '.join(f'{count} {layout}' for layout, count in counts.items())}")
    with ProcessPoolExecutor(options.processes) as pool:
        made = list(pool.map(read_one, todo, chunksize=4))
    _tables(made)
    _worst(made)
    return verdict(made)


def read_one(what: tuple[str, int]) -> Made:
    """Make the directive of a layout and a seed, read it, and compare."""
    layout, seed = what
    sample = generate(seed, layout)
    crash, catalogue = "", Catalogue(document=Document())
    try:
        catalogue = read_text(sample.text)
    except Exception as error:  # noqa: BLE001 - a crash is a result here
        crash = f"{type(error).__name__}: {error}"
    found = score(sample, [item.as_json() for item in catalogue.items])
    wrong = {entry[0] for entry in found.wrong}
    rows = {row.ref for row in sample.rows}
    doubted, unsure, fields = _doubts(catalogue)
    return Made(
        layout=layout,
        seed=seed,
        options=_shown(sample.options),
        whole=_sum(found.whole),
        torn=_sum(found.torn),
        missing=len(found.missing),
        invented=max(found.invented, 0),
        rows=len(rows),
        wrong=len(wrong),
        wrong_doubted=len(wrong & doubted),
        right_doubted=len((rows - wrong) & doubted),
        right_unsure=len((rows - wrong) & unsure),
        wrong_fields=len(found.wrong),
        wrong_fields_doubted=sum((ref, FIELDS.get(name, "targets")) in fields for ref, name, *_ in found.wrong),
        faults=tuple(found.wrong),
        crash=crash,
    )


def _doubts(catalogue: Catalogue) -> tuple[set[str], set[str], set[tuple[str, str]]]:
    """Give the refs with doubts, those with doubts of the reading itself, and the doubted fields by ref."""
    remarks = {finding.message for finding in catalogue.findings}
    every = [(item.ref, doubt) for item in catalogue.items for doubt in item.doubts]
    return (
        {ref for ref, _ in every},
        {ref for ref, doubt in every if doubt.reason not in remarks},
        {(ref, doubt.field) for ref, doubt in every},
    )


def _sum(tallies: dict[str, Tally]) -> tuple[int, int]:
    return sum(t.right for t in tallies.values()), sum(t.total for t in tallies.values())


def _shown(options: dict[str, object]) -> dict[str, str]:
    """Give the options the tables are broken down by, in words."""
    columns = options["columns"]
    order = ", ".join(columns) if isinstance(columns, tuple) else str(columns)
    middle, doubled, lines = (options.get(name) for name in ("middle", "doubled", "page_lines"))
    return {
        "separator": str(options["separator"]) or "none",
        "cells": "–" if middle is None else "centred" if middle else "at the top",
        "newlines": "–" if doubled is None else "doubled" if doubled else "single",
        "agencies": "known" if options["known"] else "invented",
        "pages": "–" if lines is None else f"of {lines} lines" if lines else "endless",
        "columns": order,
    }


def _tables(made: list[Made]) -> None:
    print(f"{'':60}{HEAD}")
    for title, key in _groupings():
        for name, share in sorted(_grouped(made, key).items()):
            print(f"{f'{title}: {name}'[:60]:60}{share.line()}")


def _groupings() -> Iterator[tuple[str, Callable[[Made], str | None]]]:
    yield "layout", lambda made: made.layout if made.separated else None
    yield "no separator", lambda made: None if made.separated else made.layout
    for option in ("separator", "agencies"):
        for layout in LAYOUTS:
            yield f"{layout}, {option}", _option(option, layout, all_of_them=option == "separator")
    for option in ("cells", "newlines", "pages", "columns"):
        yield f"broken, {option}", _option(option, "broken")


def _option(option: str, layout: str, *, all_of_them: bool = False) -> Callable[[Made], str | None]:
    def key(made: Made) -> str | None:
        counts = made.layout == layout and (made.separated or all_of_them)
        return made.options[option] if counts else None

    return key


def _grouped(made: list[Made], key: Callable[[Made], str | None]) -> dict[str, Share]:
    groups: dict[str, Share] = {}
    for one in made:
        if (name := key(one)) is not None:
            groups.setdefault(name, Share()).of.append(one)
    return groups


def _worst(made: list[Made]) -> None:
    """Name the directives with the most wrong rows, to be played again one by one."""
    for one in sorted(made, key=lambda one: one.wrong / one.rows, reverse=True)[:8]:
        if one.wrong:
            counts = f"{one.wrong} of {one.rows} rows wrong, {one.missing} missing"
            print(f"  --only {one.layout}:{one.seed}  {counts}  {', '.join(one.options.values())}")


def verdict(made: list[Made]) -> bool:
    """Hold the shares against the marks, layout by layout, and say which are missed."""
    fine = True
    for one in made:
        if one.crash:
            print(f"CRASH {one.layout}:{one.seed}: {one.crash}")
            fine = False
    for layout, share in _grouped(made, lambda one: one.layout if one.separated else None).items():
        for part, least in (("whole", WHOLE), ("torn", TORN)):
            reached = share.fields(part)
            if reached is not None and reached < least:
                print(f"MISSED {layout}: {reached:.2%} of the fields of {part} rows are right, {least:.0%} were to be")
                fine = False
    return fine


def _replay(made: Made) -> bool:
    print(f"{made.layout}:{made.seed} {made.options}\n{HEAD}\n{Share([made]).line()}")
    for ref, name, true, got in made.faults:
        print(f"  {ref} {name}\n    true: {true}\n    read: {got}")
    return not made.faults
