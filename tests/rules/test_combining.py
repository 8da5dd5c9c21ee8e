"""Values of several periods made one: sums, shares with both parts, stocks, people counted once."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dondoc.rules import targets
from dondoc.rules.combining import Combined, Value, combine, expected_by
from dondoc.rules.periods import Window
from dondoc.rules.targets.values import Combine


def figure(value: int | str) -> Value:
    return Value(figure=Decimal(value))


def share(numerator: int, denominator: int) -> Value:
    return Value(numerator=Decimal(numerator), denominator=Decimal(denominator))


def test_a_count_adds_up():
    assert combine(Combine.SUM, [figure(60), Value(), figure(75)]) == Combined(figure=Decimal(135))


def test_a_share_adds_both_parts_instead_of_averaging_percents():
    assert combine(Combine.RATIO, [share(90, 100), share(10, 100)]).figure == Decimal(50)
    assert combine(Combine.RATIO, [share(9, 10), share(100, 1000)]).figure == Decimal(109) * 100 / Decimal(1010)


def test_shares_declared_without_their_parts_give_bounds_only():
    assert combine(Combine.RATIO, [figure(90), share(50, 100)]) == Combined(low=Decimal(50), high=Decimal(90))
    assert combine(Combine.RATIO, [figure(90), figure(90)]).figure == Decimal(90)


def test_a_stock_is_what_the_last_period_says():
    assert combine(Combine.LATEST, [figure(31), figure(28), Value()]).figure == Decimal(28)


def test_people_counted_once_lie_between_the_largest_count_and_the_sum():
    assert combine(Combine.DISTINCT, [figure(40), figure(30)]) == Combined(low=Decimal(40), high=Decimal(70))
    assert combine(Combine.DISTINCT, [figure(40)]).figure == Decimal(40)


@pytest.mark.parametrize("how", Combine)
def test_periods_without_any_value_give_none(how):
    assert combine(how, [Value(), share(0, 0)]) == Combined()


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(1, 999)), min_size=1, max_size=12))
def test_a_combined_share_lies_between_the_shares_it_is_made_of(parts):
    shares = [share(min(one, whole), whole) for one, whole in parts]

    whole = combine(Combine.RATIO, shares).figure

    figures = [each.measured for each in shares]
    assert min(figures) - Decimal("1e-9") <= whole <= max(figures) + Decimal("1e-9")


@pytest.mark.parametrize(
    ("phrase", "to", "expected"),
    [
        (">240 tin, bài/năm", date(2022, 9, 14), "180.00"),
        (">240 tin, bài/năm", date(2022, 9, 30), "180.00"),
        ("≥ 5 lớp/năm", date(2022, 3, 14), "1.25"),
        ("≥ 5 lớp/năm", date(2022, 4, 1), "1.25"),
        (">95%", date(2022, 9, 14), None),
        ("không quá 3 vụ/năm", date(2022, 9, 14), None),
    ],
)
def test_a_yearly_count_is_expected_pro_rata(phrase, to, expected):
    (target,) = targets.parse(phrase, term=(2022, 2022))

    found = expected_by(target, Window(from_=date(2021, 12, 15), to=to))

    assert found == (Decimal(expected) if expected else None)
