"""Codes of agencies and areas by their form."""

import pytest

from dondoc.rules import codes


@pytest.mark.parametrize(
    ("code", "old", "new", "area"),
    [
        ("000.00.00.H49", True, False, False),
        ("H49.01.02", False, True, False),
        ("H4.01", False, False, False),
        ("H49." + "A" * 31, False, True, False),
        ("H49." + "A" * 32, False, False, False),
        ("Z010101234567", False, True, False),
        ("26", False, False, True),
        ("243", False, False, True),
        ("08707", False, False, True),
        ("8707", False, False, False),
        ("", False, False, False),
    ],
)
def test_a_code_is_told_by_its_form(code, old, new, area):
    assert (codes.is_old_code(code), codes.is_new_code(code), codes.is_area_code(code)) == (old, new, area)
