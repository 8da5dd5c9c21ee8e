"""Made-up directives with their truth, to try the reader on texts nobody has seen.

`generate(seed, layout)` makes one; the same seed gives the same tasks in every layout. `score` counts what a
reader got right.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from random import Random

from papers.generator.broken import Setting, make_setting, take_out
from papers.generator.frame import make_frame
from papers.generator.kept import Drawing, draw, make_drawing
from papers.generator.phrases import TrueTarget
from papers.generator.scoring import Score, score
from papers.generator.sheet import Plan, TrueRow, TrueSection, make_plan, make_sections

__all__ = ["LAYOUTS", "Sample", "Score", "TrueRow", "TrueSection", "TrueTarget", "generate", "score"]

LAYOUTS = ("tabs", "pipes", "spaces", "broken")


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A made-up directive: its text, its rows as they truly are, where each begins, and which a page has torn."""

    seed: int
    layout: str
    text: str
    columns: tuple[str, ...]
    sections: tuple[TrueSection, ...]
    rows: tuple[TrueRow, ...]
    starts: dict[str, int]
    torn: frozenset[str]
    document: dict[str, str]
    options: dict[str, object]


def generate(seed: int, layout: str, *, appendix: bool | None = None, **options: object) -> Sample:
    """Make the directive of a seed in a layout: "tabs", "pipes", "spaces" or "broken".

    Options fix what the seed would choose: every field of `Plan` (columns, count, known, separator, sections,
    ordinals, continuous, scan, aims, headings), of `Setting` for broken texts (doubled, trailing, middle,
    page_lines, form_feed, page_numbers, running_head, repeat_header, tear, wide_groups, number_form) and of
    `Drawing` for the others (outer_pipes, rule_line, bold, section_form, header_every, blank_between,
    line_break). Raises TypeError for an option nobody knows, ValueError for an unknown layout.
    """
    if layout not in LAYOUTS:
        raise ValueError(f"no layout {layout!r}")
    manner = Setting if layout == "broken" else Drawing
    _refuse_unknown(options, manner)
    content, setting = Random(f"{seed}:content"), Random(f"{seed}:{layout}")
    plan = make_plan(content, **_own(options, Plan))
    sections = make_sections(content, plan)
    agencies = tuple(sorted({name for section in sections for row in section.rows for name in row.leads}))
    inside = content.random() < 0.25
    frame = make_frame(content, agencies or ("Sở Nội vụ",), appendix=not inside if appendix is None else appendix)
    torn: frozenset[str] = frozenset()
    if layout == "broken":
        page = make_setting(setting, **_own(options, Setting))
        taken = take_out(setting, plan, sections, frame, page)
        text, starts, torn, look = taken.text, taken.starts, taken.torn, asdict(page)
    else:
        drawing = make_drawing(setting, **_own(options, Drawing))
        text, starts = draw(setting, layout, plan, sections, frame, drawing)
        look = asdict(drawing)
    return Sample(
        seed=seed,
        layout=layout,
        text=text,
        columns=plan.columns,
        sections=sections,
        rows=tuple(row for section in sections for row in section.rows),
        starts=starts,
        torn=torn,
        document=frame.document,
        options=asdict(plan) | look | {"appendix": bool(frame.heading)},
    )


def _own(options: dict[str, object], kind: type) -> dict[str, object]:
    names = {field.name for field in fields(kind)}
    return {name: value for name, value in options.items() if name in names}


def _refuse_unknown(options: dict[str, object], manner: type) -> None:
    known = {field.name for kind in (Plan, manner) for field in fields(kind)}
    if unknown := set(options) - known:
        raise TypeError(f"unknown options: {', '.join(sorted(unknown))}")
