"""The generator of made-up directives repeats itself, tells the truth and obeys its physics."""

from __future__ import annotations

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from papers.generator import LAYOUTS, Sample, TrueRow, generate, score
from papers.generator.metrics import Line, times, wrap
from papers.generator.scoring import key
from papers.generator.sentences import MEASURES, TEMPLATES
from papers.generator.sheet import HEADINGS

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "samples/vinh-phuc-2022/ke-hoach-232.txt"
TRUTH = ROOT / "tests/papers/truth/ke-hoach-232.json"
PLAIN = {"page_numbers": False, "running_head": False, "repeat_header": False, "sections": "none", "appendix": True}


def perfect(sample: Sample) -> list[dict[str, object]]:
    """Give what a reader without fault would give."""
    return [
        {
            "ref": row.ref,
            "text": row.text,
            "leads": list(row.leads),
            "cooperating": list(row.cooperating),
            "time": row.time,
            "product": row.product,
            "target": row.target,
            "targets": [vars(target) for target in row.targets],
        }
        for row in sample.rows
    ]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_same_seed_gives_the_same_text(layout: str) -> None:
    assert generate(5, layout).text == generate(5, layout).text


@pytest.mark.parametrize(
    ("layout", "digest"),
    [
        ("tabs", "4aad1a7ccb6e1a4c"),
        ("pipes", "b39a03f005f0d8cd"),
        ("spaces", "3a47b62e4ae78335"),
        ("broken", "527de8c710cce9c2"),
    ],
)
def test_texts_do_not_change_with_the_python_that_makes_them(layout: str, digest: str) -> None:
    assert sha256(generate(1, layout).text.encode()).hexdigest()[:16] == digest


def test_a_seed_gives_the_same_tasks_in_every_layout() -> None:
    assert len({tuple(row.text for row in generate(9, layout).rows) for layout in LAYOUTS}) == 1


def test_two_seeds_look_different() -> None:
    one, other = ({row.text for row in generate(seed, "tabs").rows} for seed in (21, 22))
    assert not one & other


def test_there_are_enough_templates_and_no_two_alike() -> None:
    assert len(set(TEMPLATES)) == len(TEMPLATES) >= 120
    assert len(set(MEASURES)) == len(MEASURES)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(6))
def test_every_row_begins_where_the_sample_says(layout: str, seed: int) -> None:
    sample = generate(seed, layout)
    assert list(sample.starts) == [row.ref for row in sample.rows]
    for row in sample.rows:
        place = sample.starts[row.ref]
        line = sample.text[place : place + 8].lstrip("| ")
        assert line.startswith(row.ordinal)


@pytest.mark.parametrize("seed", range(8))
def test_references_are_unique(seed: int) -> None:
    refs = [row.ref for row in generate(seed, "tabs").rows]
    assert len(set(refs)) == len(refs) in range(10, 61)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(6))
def test_nothing_of_a_row_is_lost_and_nothing_added(layout: str, seed: int) -> None:
    plain = PLAIN if layout == "broken" else {"sections": "none", "appendix": True}
    sample = generate(seed, layout, **plain)  # type: ignore[arg-type]
    table = sample.text[min(sample.starts.values()) :]
    rows = Counter(re.findall(r"\w", " ".join(" ".join((row.ordinal, *row.cells.values())) for row in sample.rows)))
    if headings := sample.options.get("header_every"):
        assert isinstance(headings, int)
        rows += _header_letters(sample, (len(sample.rows) - 1) // headings)
    assert Counter(re.findall(r"\w", table)) == rows


def _header_letters(sample: Sample, times_repeated: int) -> Counter[str]:
    headings = sample.options["headings"]
    assert isinstance(headings, dict)
    words = " ".join(headings[role] for role in ("ordinal", *sample.columns))
    return Counter(re.findall(r"\w", words * times_repeated))


@pytest.mark.parametrize("seed", range(4))
def test_tabbed_rows_split_into_their_cells(seed: int) -> None:
    sample = generate(seed, "tabs")
    for row in sample.rows:
        place = sample.starts[row.ref]
        cells = sample.text[place : sample.text.index("\n", place)].split("\t")
        assert cells == [row.ordinal, *(row.cells[role] for role in sample.columns)]


@pytest.mark.parametrize("seed", range(6))
def test_pages_tear_rows_and_an_endless_page_tears_none(seed: int) -> None:
    torn = generate(seed, "broken", count=40, sections="roman", page_lines=32, tear=True, middle=True).torn
    assert torn
    assert not generate(seed, "broken", page_lines=0).torn
    assert not generate(seed, "broken", count=40, page_lines=46, tear=False, columns=("text", "lead")).torn


@pytest.mark.parametrize(("form_feed", "mark"), [(True, "\n\f"), (False, "\n\n\n\n")])
def test_a_page_break_is_a_form_feed_or_three_blank_lines(form_feed: bool, mark: str) -> None:
    sample = generate(3, "broken", count=30, page_lines=32, form_feed=form_feed)
    assert mark in sample.text


def test_page_numbers_running_heads_and_headers_come_back_on_every_page() -> None:
    sample = generate(
        2, "broken", count=40, sections="roman", page_lines=32, page_numbers=True, running_head=True, repeat_header=True
    )
    assert sample.text.count("Phụ lục nhiệm vụ kèm theo") >= 3
    assert re.search(r"\n3 ?\n", sample.text)


def borders(sample: Sample, row: TrueRow) -> set[int]:
    """Give how many letters and signs stand before each border between two cells of a row."""
    cells = [row.ordinal, *(row.cells[role] for role in sample.columns)]
    sizes = [len(re.findall(r"\S", cell)) for cell in cells]
    return {sum(sizes[: index + 1]) for index in range(len(sizes))}


def slices(sample: Sample) -> list[tuple[TrueRow, str]]:
    """Give each row with its stretch of the text."""
    places = [*sample.starts.values(), len(sample.text)]
    return [(row, sample.text[places[index] : places[index + 1]]) for index, row in enumerate(sample.rows)]


@pytest.mark.parametrize("seed", range(6))
def test_one_newline_in_a_doubled_text_always_stands_between_two_cells(seed: int) -> None:
    sample = generate(seed, "broken", doubled=True, page_lines=0, **PLAIN)  # type: ignore[arg-type]
    seen = 0
    for row, words in slices(sample):
        for newline in re.finditer(r"(?<!\n)\n(?!\n)", words.rstrip()):
            assert len(re.findall(r"\S", words[: newline.start()])) in borders(sample, row)
            seen += 1
    assert seen or not sample.options["middle"]


@pytest.mark.parametrize("seed", range(6))
def test_cells_share_a_line_only_after_a_piece_of_one_line(seed: int) -> None:
    sample = generate(seed, "broken", page_lines=0, **PLAIN)  # type: ignore[arg-type]
    for row, words in slices(sample):
        ends = borders(sample, row)
        count, begun = 0, 0
        for line in filter(str.strip, words.split("\n")):
            first, words_left = count, line.split()
            while words_left:
                count += len(words_left.pop(0))
                if count in ends:
                    assert begun >= first or not words_left
                    begun = count


def test_words_are_wrapped_greedily_and_after_hyphens() -> None:
    lines = wrap(("Pháp lệnh 34/2007/PL-UBTVQH11 năm 2023-2025",), times("Pháp lệnh 34/2007/PL-"), times)
    assert lines == [
        Line(text="Pháp lệnh 34/2007/PL-", hyphen=True),
        Line(text="UBTVQH11 năm"),
        Line(text="2023-2025"),
    ]


@pytest.mark.parametrize("role", HEADINGS)
def test_headings_of_a_role_differ_in_wording(role: str) -> None:
    assert len(set(HEADINGS[role])) == len(HEADINGS[role])


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("seed", range(4))
def test_a_reader_without_fault_scores_everything(layout: str, seed: int) -> None:
    sample = generate(seed, layout)
    found = score(sample, perfect(sample))
    assert not found.wrong
    assert not found.missing
    assert found.rows.share == found.split.share == found.typed.share == found.whole_share == found.torn_share == 1.0


def test_a_wrong_field_is_counted_where_its_row_stands() -> None:
    sample = generate(
        8, "broken", count=30, sections="roman", page_lines=32, tear=True, columns=("text", "lead", "time")
    )
    torn, whole = next(iter(sorted(sample.torn))), next(row.ref for row in sample.rows if row.ref not in sample.torn)
    items = perfect(sample)
    for item in items:
        if item["ref"] in (torn, whole):
            item["time"] = "Năm 1900"
    found = score(sample, items)
    assert [(ref, name) for ref, name, _, _ in found.wrong] == [
        (row.ref, "time") for row in sample.rows if row.ref in (torn, whole)
    ]
    assert found.torn["time"].total - found.torn["time"].right == 1
    assert found.whole["time"].total - found.whole["time"].right == 1


def test_missing_and_invented_rows_are_counted() -> None:
    sample = generate(8, "tabs", sections="roman")
    items = perfect(sample)[1:]
    items += [{"ref": "XX/99", "text": "Một việc không có trong văn bản nào"}]
    found = score(sample, items)
    assert found.missing == [sample.rows[0].ref]
    assert found.invented == 1


def test_the_shape_the_reading_command_prints_is_scored_too() -> None:
    sample = generate(8, "tabs", columns=("text", "lead", "time", "product"))
    items = [
        {**item, "schedule": {"text": item.pop("time")}, "deliverable": item.pop("product")} for item in perfect(sample)
    ]
    assert score(sample, items).rows.share == 1.0


def test_letter_case_blanks_and_punctuation_do_not_matter_but_signs_do() -> None:
    assert key("Sở Tài chính; UBND cấp huyện.") == key("sở tài  chính UBND cấp huyện")
    assert key("≥ 95%") != key("> 95%")


def test_a_list_of_agencies_that_is_not_split_is_seen() -> None:
    sample = generate(8, "tabs", columns=("text", "lead"), known=True, separator=";")
    items = perfect(sample)
    row = next(row for row in sample.rows if len(row.leads) > 1)
    for item in items:
        if item["ref"] == row.ref:
            item["leads"] = ["; ".join(row.leads)]
    found = score(sample, items)
    assert not found.wrong
    assert found.split.total - found.split.right == 1


def test_unknown_layouts_and_options_are_refused() -> None:
    with pytest.raises(ValueError, match="scroll"):
        generate(1, "scroll")
    with pytest.raises(TypeError, match="colour"):
        generate(1, "tabs", colour="red")


def test_scans_damage_headings_of_known_agencies_only() -> None:
    samples = [generate(seed, "tabs", sections="addressee", scan=True, known=True) for seed in range(12)]
    assert any(section.printed != section.title for sample in samples for section in sample.sections)
    unknown = generate(1, "tabs", sections="addressee", scan=True, known=False)
    assert all(section.printed == section.title for section in unknown.sections)


def test_a_reader_that_names_sections_otherwise_is_still_paired() -> None:
    sample = generate(8, "tabs", sections="none")
    items = [{**item, "ref": f"phu-luc/{item['ref']}"} for item in perfect(sample)]
    assert score(sample, items).rows.share == 1.0


@pytest.mark.parametrize(
    ("name", "width", "least"),
    [
        ("text", 19.81, 72),
        ("lead_words", 4.80, 76),
        ("cooperating_words", 4.63, 76),
        ("time", 3.23, 75),
        ("product", 4.30, 76),
    ],
    ids=["text", "lead", "cooperating", "time", "product"],
)
def test_the_physics_are_those_of_the_real_plan(name: str, width: float, least: int) -> None:
    lines = [line.strip() for line in PLAN.read_text(encoding="utf-8").split("\n")]
    lines = [line for line in lines if line]
    whole = [item for item in json.loads(TRUTH.read_text(encoding="utf-8"))["items"] if not item["torn"]]
    cells = [[line.text for line in wrap((item[name],), width, times)] for item in whole]
    runs = {tuple(lines[start : start + size]) for size in {len(cell) for cell in cells} for start in range(len(lines))}
    shared = {word for line in lines for word in line.split()}
    assert sum(tuple(cell) in runs or (len(cell) == 1 and cell[0] in shared) for cell in cells) >= least
