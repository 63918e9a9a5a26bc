"""A value within the year against what should be reached by then."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.assess.comparing import compare, tolerance
from duban.assess.goal import GRADES, Side
from duban.model import Measure, Standing
from duban.reference.indicators import Flow, resolve

if TYPE_CHECKING:
    from decimal import Decimal

    from duban.assess.goal import Goal
    from duban.model import Observation
    from duban.reference.target_rules import TargetRules

_MONTHS = 12


class Progress(NamedTuple):
    """How a target stands within its year.

    Attributes:
        standing: on schedule, behind, or met or missed already.
        rule: `schedule` for what accumulates, `direct` for what is compared as it is.
        planned: what should be reached by then, for what accumulates.
    """

    standing: Standing
    rule: str
    planned: Decimal | None = None


def progress(
    goal: Goal, now: Observation, rules: TargetRules, plan: Observation | None = None
) -> Progress:
    """Say how a target stands on the latest observation of its year (RULES 4.6).

    Cumulative flows follow the plan's value for the month, or the share of the year that is over;
    rates of growth, ratios, stocks and grades are compared with the goal directly.

    Args:
        goal: what is aimed at by the year's end.
        now: the latest observation.
        rules: the tolerance.
        plan: the plan's value for the same month, where the office has a plan curve.
    """
    if not accumulates(goal, now.indicator):
        short = goal.gap(now.value) + tolerance(goal, rules)[0]
        fits = short > 0 or (short == 0 and not goal.strict)
        return Progress(Standing.ON_SCHEDULE if fits else Standing.BEHIND, "direct")
    planned = plan.value if plan else goal.value * now.month / _MONTHS
    if goal.side is Side.CEILING:
        if now.value > goal.value:
            return Progress(Standing.MISSED, "schedule", planned)
        fits = now.value <= planned
    else:
        if goal.gap(now.value) >= 0:
            return Progress(compare(goal, now.value, rules), "schedule", planned)
        fits = now.value >= planned
    return Progress(Standing.ON_SCHEDULE if fits else Standing.BEHIND, "schedule", planned)


def accumulates(goal: Goal, indicator: str) -> bool:
    """Say whether a goal counts up within the year: a level or an addition of a flow."""
    if goal.unit in GRADES or goal.measure not in {Measure.LEVEL, Measure.ADDED}:
        return False
    if goal.measure is Measure.ADDED:
        return True
    match = resolve(indicator)
    # What no table knows is mostly something built, trained or paid: it counts up.
    return match is None or match.indicator.flow is Flow.FLOW
