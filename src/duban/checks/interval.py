"""Interval arithmetic over the digits as printed (DESIGN decision 3).

`56万吨` stands for every value from 55.5 to 56.5万吨; a count of whole things (`475个`) stands
for itself alone. What is computed from printed figures is an interval too, and disagrees with
a printed one only where the two have no value in common.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Comparator, Verdict
from duban.reference.units import conversion, find_unit

if TYPE_CHECKING:
    from duban.model import Figure

COUNTED = frozenset(("people", "households", "things", "places"))
_INFINITY = Decimal("Infinity")
_ABOUT = Decimal("0.1")  # how far 约 and 近 may be from the value, as a share of it


class Interval(NamedTuple):
    """All values from `low` to `high`, both included."""

    low: Decimal
    high: Decimal

    def plus(self, other: Interval) -> Interval:
        """Return the sums of any two values."""
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        """Return the differences of any two values."""
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        """Return the products of any two values."""
        corners = [a * b for a in self for b in other]
        return Interval(min(corners), max(corners))

    def over(self, other: Interval) -> Interval:
        """Return the quotients of any two values; everything where `other` holds zero."""
        if other.low <= 0 <= other.high:
            return Interval(-_INFINITY, _INFINITY)
        if not all(value.is_finite() for value in other):  # ∞ ÷ ∞ may be anything
            return Interval(-_INFINITY, _INFINITY)
        corners = [a / b for a in self for b in other]
        return Interval(min(corners), max(corners))

    def scaled(self, factor: Fraction) -> Interval:
        """Return the values in another unit, of which one of this one's is `factor`."""
        corners = [value * factor.numerator / factor.denominator for value in self]
        return Interval(min(corners), max(corners))

    def meets(self, other: Interval) -> bool:
        """Say whether the two share a value."""
        return self.low <= other.high and other.low <= self.high

    def middle(self) -> Decimal:
        """Return the value half-way."""
        return (self.low + self.high) / 2


def point(value: Decimal | int) -> Interval:
    """Return the interval of one value."""
    return Interval(Decimal(value), Decimal(value))


def printed(figure: Figure) -> Interval:
    """Return the values that a figure's digits and comparator allow, in its base unit."""
    low, high = _digits(figure)
    match figure.comparator:
        case Comparator.AT_LEAST | Comparator.ABOVE:
            return Interval(figure.value, _INFINITY)
        case Comparator.AT_MOST | Comparator.BELOW:
            return Interval(-_INFINITY, high)
        case Comparator.ABOUT:
            slack = abs(figure.value) * _ABOUT
            return Interval(low - slack, high + slack)
        case _:
            return Interval(low, high)


def _digits(figure: Figure) -> tuple[Decimal, Decimal]:
    if is_count(figure):
        return figure.value, figure.value if figure.value_max is None else figure.value_max
    half = (figure.step - _step(figure)) / 2
    low, high = figure.interval()
    return low + half, high - half


def ratio(figure: Figure) -> Interval:
    """Return a percentage, 成 or multiple as a plain ratio: `4.1%` is 0.0405 to 0.0415."""
    return printed(figure).scaled((conversion(figure.unit, "%") or Fraction(1)) / 100)


def growth(figure: Figure) -> Interval:
    """Return one plus a rate of change: `增长2.85倍` is 3.845 to 3.855."""
    return point(1).plus(ratio(figure))


def is_count(figure: Figure) -> bool:
    """Say whether a figure counts whole things to the last one."""
    if figure.step != 1:
        return False
    unit = find_unit(figure.unit)
    return unit is not None and unit.dimension in COUNTED


def judge(computed: Interval, figure: Figure) -> Verdict:
    """Say how a printed figure stands to what was computed for it.

    Args:
        computed: the values that follow from the other figures, in `figure`'s base unit.
        figure: the printed one.
    """
    allowed = printed(figure)
    if computed.low == computed.high == figure.value:
        return Verdict.EXACT
    if computed.meets(allowed):
        return Verdict.ROUNDED
    if figure.comparator is Comparator.EQUAL and _is_cut(computed, figure):
        return Verdict.TRUNCATED
    return Verdict.WRONG


def _is_cut(computed: Interval, figure: Figure) -> bool:
    """Say whether the digits after the printed ones were dropped: `4.98` became `4.9`."""
    if is_count(figure) or not all(value.is_finite() for value in computed):
        return False
    more = computed.middle() - figure.value
    return 0 <= (more if figure.value >= 0 else -more) < _step(figure)


def _step(figure: Figure) -> Decimal:
    """Return the weight of a figure's last digit: `百分之四十` is as exact as `40%`."""
    return min(figure.step, Decimal(1)) if figure.unit == "%" else figure.step
