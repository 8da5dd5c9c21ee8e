"""Numbers of Vietnamese documents."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import numbers


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("100.000", "100000"),
        ("1.234.567", "1234567"),
        ("90,5", "90.5"),
        ("1.234,5", "1234.5"),
        ("2000", "2000"),
        ("05", "5"),
        ("01", "1"),
        ("4,72", "4.72"),
        ("2.5", "2.5"),
        ("0,7", "0.7"),
        ("100 000", "100000"),
        ("1\u00a0500", "1500"),
        ("2,500", "2500"),
        ("68,457", "68.457"),
        ("1,000,000", "1000000"),
        ("10 nghìn", "10000"),
        ("1,5 triệu", "1500000"),
        ("3 tỷ", "3000000000"),
        ("12 nghìn tỷ", "12000000000000"),
        ("hai", "2"),
        ("mười", "10"),
        ("mười lăm", "15"),
        ("hai mươi mốt", "21"),
        ("ba mươi", "30"),
        ("một trăm", "100"),
        ("hai trăm ba mươi tư", "234"),
        ("năm trăm linh bảy", "507"),
        ("chín trăm mười một", "911"),
        ("hai triệu", "2000000"),
        ("  HAI   mươi ", "20"),
    ],
)
def test_a_number_is_read(written: str, value: str) -> None:
    assert numbers.parse(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "tỷ lệ", "3 tỷ lệ", "mươi", "1.2.3,4,5", "hồ sơ", "1e5", "12abc", "hai ba"])
def test_what_is_no_number_is_none(written: str) -> None:
    assert numbers.parse(written) is None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("100000", "100.000"),
        ("90.50", "90,5"),
        ("5", "5"),
        ("0", "0"),
        ("0.0", "0"),
        ("-1.5", "-1,5"),
        ("1234567.25", "1.234.567,25"),
        ("1E+3", "1.000"),
    ],
)
def test_a_number_is_said_with_dots_and_comma(value: str, said: str) -> None:
    assert numbers.say(Decimal(value)) == said


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_what_is_said_reads_back(value: Decimal) -> None:
    assert numbers.parse(numbers.say(value)) == value


@given(st.integers(min_value=1, max_value=10**6))
def test_words_and_digits_outside_the_language_never_raise(value: int) -> None:
    assert numbers.words(str(value)) is None
    assert numbers.digits(f"{value}x") is None


@given(st.integers(1, 399))
def test_roman_numbers_are_read_as_they_are_written(value: int) -> None:
    assert numbers.from_roman(numbers.roman(value)) == value


@pytest.mark.parametrize(("value", "letters"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (99, "XCIX")])
def test_a_number_is_written_in_roman_letters(value: int, letters: str) -> None:
    assert numbers.roman(value) == letters


@pytest.mark.parametrize("number", ["", "A", "IIX", "VX", "I.", "½", "iv", "12"])
def test_what_is_no_roman_number_has_no_value(number: str) -> None:
    assert numbers.from_roman(number) == 0
