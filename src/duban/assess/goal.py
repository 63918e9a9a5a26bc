"""What a target asks for, as a value with a side on which it is met."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Measure, Operator
from duban.reference.indicators import Better, resolve

if TYPE_CHECKING:
    from decimal import Decimal

    from duban.model import Figure, Target

GRADES = frozenset(("类", "级", "位"))  # the smaller number is the better: Ⅰ类, 第一位


class Side(Enum):
    """On which side of its value a target is met."""

    FLOOR = 1
    CEILING = -1
    EXACTLY = 0


class Goal(NamedTuple):
    """A numeric target, ready to be compared.

    Attributes:
        value: what must be reached or not passed, in base units.
        far: the other end of a range; None elsewhere.
        side: where the target is met.
        lenient: whether the text says 左右 or 约, so that the tolerance holds.
        strict: whether the value itself is not enough (超过, 低于).
        unit: base unit.
        measure: level, change, share or rank.
    """

    value: Decimal
    far: Decimal | None
    side: Side
    lenient: bool
    strict: bool
    unit: str
    measure: Measure

    def gap(self, actual: Decimal) -> Decimal:
        """Return by how much a value is better than the goal; negative where it falls short."""
        if self.side is Side.EXACTLY:
            top = self.value if self.far is None else self.far
            return -abs(actual - min(max(actual, self.value), top))
        return actual - self.value if self.side is Side.FLOOR else self.value - actual


def goal_of(target: Target, figure: Figure) -> Goal:
    """Return what a target with a number asks for.

    `增长5%左右` is a floor for GDP and a ceiling for prices: which way is well is reference data.
    A fall (`下降3%以上`) has a negative value, so its floor is met further down.

    Args:
        target: the target.
        figure: its figure.
    """
    side = _side(target.operator, figure)
    low, high = figure.value, figure.value_max
    if high is not None and low > high:
        low, high = high, low
    value, far = (high, low) if side is Side.CEILING and high is not None else (low, high)
    return Goal(
        value=value,
        far=far,
        side=side,
        lenient=target.operator is Operator.ABOUT,
        strict=target.operator in {Operator.ABOVE, Operator.BELOW},
        unit=figure.unit,
        measure=figure.measure,
    )


def _side(operator: Operator, figure: Figure) -> Side:
    mirrored = figure.unit in GRADES or (figure.measure is Measure.CHANGE and figure.value < 0)
    match operator:
        case Operator.AT_LEAST | Operator.ABOVE:
            return Side.CEILING if mirrored else Side.FLOOR
        case Operator.AT_MOST | Operator.BELOW:
            # 下降3%以内 bounds the fall; Ⅲ类以下 is no target that anyone sets
            return Side.FLOOR if mirrored else Side.CEILING
        case _:
            return Side.CEILING if mirrored else _natural(figure)


def _natural(figure: Figure) -> Side:
    """Return the side on which an indicator does well; what is built or added does well upwards."""
    match = resolve(figure.indicator)
    if match is None or match.indicator.better is Better.UP:
        return Side.FLOOR
    return Side.CEILING if match.indicator.better is Better.DOWN else Side.EXACTLY
