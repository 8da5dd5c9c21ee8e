"""The typed target (chỉ tiêu) as a value; how it is read from words stands in the neighbouring modules."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any


class Comparator(StrEnum):
    """How a measured value is held against the figure of a target."""

    GREATER = ">"
    AT_LEAST = ">="
    LESS = "<"
    AT_MOST = "<="
    EQUAL = "="
    BETWEEN = "between"
    DONE = "done"
    STARTS = "starts"
    GRADE = "grade"
    TOP = "top"
    TEXT = "text"


LOWER = frozenset({Comparator.GREATER, Comparator.AT_LEAST})
UPPER = frozenset({Comparator.LESS, Comparator.AT_MOST})


class Per(StrEnum):
    """The stretch of time a figure is counted in."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Combine(StrEnum):
    """How the values of several periods make one: sums add, shares add both parts, stocks take the last."""

    SUM = "sum"
    RATIO = "ratio"
    LATEST = "latest"
    DISTINCT = "distinct"


@dataclass(frozen=True, kw_only=True)
class Target:
    """One figure, grade, deadline or state to reach, as a directive words it (chỉ tiêu).

    `value` is the figure (for `done` a share to complete, for `top` the last good rank), `grade` the
    letter of a `grade` target; `low` and `high` belong to `between`; `of` is the number of ranks.
    `comparator` is None where a bare figure stands alone ("100%"): met when reached.
    """

    text: str
    subject: str | None = None
    comparator: Comparator | None = None
    value: Decimal | None = None
    grade: str | None = None
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    of: int | None = None
    change: bool = False
    baseline: str | None = None
    qualifier: str | None = None
    per: Per | None = None
    by: str | None = None
    combine: Combine | None = None

    def as_json(self) -> dict[str, Any]:
        """Give the target in the form the commands print: figures as decimal strings, unknown as None."""
        return {
            "text": self.text,
            "subject": self.subject,
            "comparator": self.comparator,
            "value": self.grade if self.grade is not None else plain(self.value),
            "unit": self.unit,
            "low": plain(self.low),
            "high": plain(self.high),
            "of": self.of,
            "change": self.change,
            "baseline": self.baseline,
            "qualifier": self.qualifier,
            "per": self.per,
            "by": self.by,
            "combine": self.combine,
        }


def is_share(unit: str | None) -> bool:
    """Say whether a unit counts parts of a hundred or of a thousand ("%", "% GRDP", "‰")."""
    return (unit or "").startswith(("%", "‰"))


def plain(figure: Decimal | None) -> str | None:
    """Write a figure as a decimal string without exponent or trailing zeros; None stays None."""
    if figure is None:
        return None
    text = format(figure, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
