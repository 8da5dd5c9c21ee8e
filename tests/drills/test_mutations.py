"""Damaged documents in short form: sixty in process, four through the child; the drill reads two thousand."""

from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest
from drills.damage import LARGEST, WAYS, case
from drills.mutations import TooLong, limited, read_inside, read_through_child, survey
from drills.shrinking import shrink

SEED = 20220314


@dataclass(frozen=True)
class Word:
    word: str


def test_sixty_damaged_documents_neither_crash_nor_hang_nor_break_a_promise():
    tally = survey(SEED, range(60), read_inside)

    assert [(one.number, outcome.word, outcome.faults) for one, outcome in tally.failed] == []
    assert tally.words["read"] > 30


def test_four_damaged_documents_go_through_the_child():
    tally = survey(SEED, range(60, 64), read_through_child)

    assert [(one.number, outcome.word, outcome.faults) for one, outcome in tally.failed] == []


def test_a_number_and_a_seed_make_the_same_document_again():
    assert case(SEED, 7) == case(SEED, 7)
    assert case(SEED, 7).data != case(SEED, 8).data


@pytest.mark.parametrize("way", WAYS)
def test_every_way_of_damage_takes_every_text(way):
    for text in ("", "\n", "TT\tNhiệm vụ\n1\tRà soát 30% thủ tục (mức 4)\tSở Y tế\n"):
        assert isinstance(WAYS[way](Random(1), text)[:LARGEST], str)


def test_a_reading_without_end_is_stopped():
    with pytest.raises(TooLong), limited(0.05):
        sum(1 for _ in count())


def test_a_failing_document_is_cut_to_what_matters():
    one = case(SEED, 3)
    data = b"mot\nhai\nba lo\nbon\n" * 5

    small = shrink(replace(one, data=data), lambda each: Word("CRASH" if b"lo" in each.data else "read"), "CRASH")

    assert small == b"lo"
