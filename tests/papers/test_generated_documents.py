"""Made-up directives the reader has not been fitted to: how much of them it reads right, and whether it doubts the rest."""

from collections.abc import Iterable

import pytest

from dondoc.papers.reading.reader import read_text
from papers.generator import Score, generate, score

KEPT_SEEDS = range(1000, 1012)
BROKEN_SEEDS = range(2000, 2008)


def read_many(layout: str, seeds: Iterable[int], **options: object) -> tuple[list[Score], int, int]:
    """Read a document for each seed; give the scores, the wrong fields, and how many of these carry a doubt."""
    scores, wrong, doubted = [], 0, 0
    for seed in seeds:
        sample = generate(seed, layout, **options)
        catalogue = read_text(sample.text)
        found = score(sample, [item.as_json() for item in catalogue.items])
        scores.append(found)
        refs = {item.ref for item in catalogue.items if item.doubts}
        rows = {entry[0] for entry in found.wrong}
        wrong += len(rows)
        doubted += len(rows & refs)
    return scores, wrong, doubted


def share(scores: list[Score], part: str) -> float:
    tallies = [tally for each in scores for tally in getattr(each, part).values()]
    total = sum(tally.total for tally in tallies)
    return sum(tally.right for tally in tallies) / total if total else 1.0


@pytest.mark.parametrize("layout", ["tabs", "pipes", "spaces"])
def test_where_columns_stand_98_of_100_fields_are_right(layout):
    scores, _, _ = read_many(layout, KEPT_SEEDS)

    assert share(scores, "whole") >= 0.98
    assert not any(each.missing for each in scores)


@pytest.mark.slow
def test_where_columns_are_lost_whole_and_torn_rows_are_read():
    scores, wrong, doubted = read_many("broken", BROKEN_SEEDS, separator=";")

    assert share(scores, "whole") >= 0.98
    assert share(scores, "torn") >= 0.90
    assert doubted >= wrong * 0.8
