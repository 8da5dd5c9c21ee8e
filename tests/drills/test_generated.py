"""Made-up directives in short form: one of each layout, and the marks they are held to."""

from dataclasses import replace

import pytest
from drills.generated import read_one, verdict

from papers.generator import LAYOUTS


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_directive_of_every_layout_is_counted(layout):
    made = read_one((layout, 5001))

    assert not made.crash
    assert made.rows
    assert made.whole[1]


def test_too_many_wrong_fields_fail_the_drill(capsys):
    made = replace(read_one(("tabs", 5001)), whole=(97, 100))

    assert not verdict([made])
    assert "97.00%" in capsys.readouterr().out


def test_a_crash_fails_the_drill(capsys):
    made = replace(read_one(("pipes", 5001)), crash="ValueError: x")

    assert not verdict([made])
    assert "CRASH pipes:5001" in capsys.readouterr().out
