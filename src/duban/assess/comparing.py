"""A final value against its goal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from duban.model import Standing
from duban.reference.units import find_unit

if TYPE_CHECKING:
    from duban.assess.goal import Goal
    from duban.reference.target_rules import TargetRules

_ZERO = Decimal(0)


def compare(goal: Goal, actual: Decimal, rules: TargetRules) -> Standing:
    """Say whether a final value meets its goal.

    With 左右 a shortfall within the precedent is met and one in the grey band is left to a person
    (RULES 4.18: 7.5%左右 → 7.4%, 7%左右 → 6.9%).

    Args:
        goal: what was aimed at.
        actual: the value of the whole year, in the goal's unit.
        rules: the tolerance.
    """
    gap = goal.gap(actual)
    if gap > 0:
        return Standing.EXCEEDED if gap > tolerance(goal, rules)[0] else Standing.MET
    if gap == 0 and not goal.strict:
        return Standing.MET
    met, grey = tolerance(goal, rules)
    if -gap <= met and not goal.strict:
        return Standing.MET
    return Standing.UNDECIDED if goal.lenient and -gap <= grey else Standing.MISSED


def tolerance(goal: Goal, rules: TargetRules) -> tuple[Decimal, Decimal]:
    """Return how far short is still met, and how far is for a person to decide."""
    if not goal.lenient:
        return _ZERO, _ZERO
    unit = find_unit(goal.unit)
    if unit is not None and unit.dimension == "ratio":
        return rules.met_points, rules.grey_points
    return abs(goal.value) * rules.met_share, abs(goal.value) * rules.grey_share
