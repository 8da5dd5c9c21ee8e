"""How values of several periods make one (số lũy kế), by a target's way of combining: sum, ratio, latest, distinct."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dondoc.rules.periods import Window
from dondoc.rules.targets.values import Combine, Comparator, Per, Target

HUNDREDTHS = Decimal("0.01")


@dataclass(frozen=True, kw_only=True)
class Value:
    """What was measured in one period: a figure, or the two parts of a share; `figure` of a share is in percent."""

    figure: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    @property
    def measured(self) -> Decimal | None:
        """Give the figure, computed from its parts where they are known; None where nothing is known."""
        if self.numerator is None or self.denominator is None:
            return self.figure
        return self.numerator * 100 / self.denominator if self.denominator else None


@dataclass(frozen=True, kw_only=True)
class Combined:
    """One value for a stretch of periods; where it cannot be told exactly, the bounds it lies in.

    `figure` is None where only `low` and `high` are known, or nothing at all.
    """

    figure: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None


def combine(how: Combine, values: Sequence[Value]) -> Combined:
    """Make one value of those of consecutive periods, the earliest first; periods without a value are left out.

    Sums add; shares add both parts and lie between the smallest and the largest where a part is missing; a stock
    takes the last; people counted once lie between the largest count and the sum of all.
    """
    known = [value for value in values if value.measured is not None]
    if not known:
        return Combined()
    return _WAYS[how](known)


def _sum(values: Sequence[Value]) -> Combined:
    return Combined(figure=sum(_figures(values), Decimal(0)))


def _ratio(values: Sequence[Value]) -> Combined:
    figures = _figures(values)
    parts = [(v.numerator, v.denominator) for v in values if v.numerator is not None and v.denominator is not None]
    if len(parts) < len(values):
        same = len(set(figures)) == 1
        return Combined(figure=figures[0] if same else None, low=min(figures), high=max(figures))
    numerator = sum((part[0] for part in parts), Decimal(0))
    denominator = sum((part[1] for part in parts), Decimal(0))
    return Combined(figure=numerator * 100 / denominator, numerator=numerator, denominator=denominator)


def _latest(values: Sequence[Value]) -> Combined:
    return Combined(figure=_figures(values)[-1])


def _distinct(values: Sequence[Value]) -> Combined:
    figures = _figures(values)
    if len(figures) == 1:
        return Combined(figure=figures[0])
    return Combined(low=max(figures), high=sum(figures, Decimal(0)))


def _figures(values: Sequence[Value]) -> list[Decimal]:
    return [value.measured for value in values if value.measured is not None]


_WAYS = {Combine.SUM: _sum, Combine.RATIO: _ratio, Combine.LATEST: _latest, Combine.DISTINCT: _distinct}


def expected_by(target: Target, window: Window) -> Decimal | None:
    """Give how much of a yearly count should stand by the end of a window within its year, in hundredths.

    A count of a year is judged pro rata before the year is over ("tạm tính"); None for what is not counted up.
    """
    counted = target.per is Per.YEAR and target.combine is Combine.SUM and not target.change
    if not counted or target.value is None or target.comparator in (Comparator.LESS, Comparator.AT_MOST):
        return None
    months = window.to.month if window.to.day >= 14 else window.to.month - 1
    return (target.value * months / 12).quantize(HUNDREDTHS, ROUND_HALF_UP)
