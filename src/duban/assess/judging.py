"""A target against observations on a date: the verdict, its reason, and the calculation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.assess import reasons, relations
from duban.assess.comparing import compare
from duban.assess.goal import goal_of
from duban.assess.observations import YEAR, key_of
from duban.assess.progress import progress
from duban.model import Judgement, Series
from duban.reference.target_rules import target_rules

if TYPE_CHECKING:
    from datetime import date

    from duban.assess.goal import Goal
    from duban.assess.observations import Observations
    from duban.model import Figure, Ledger, Observation, Target
    from duban.reference.target_rules import TargetRules


class Case(NamedTuple):
    """One target with all that judging it needs.

    Attributes:
        target: the target.
        figure: its figure, or None where it has no number.
        year: the year by whose end it is due.
        today: the date of the judgement.
        observations: what was observed.
        rules: tolerances.
    """

    target: Target
    figure: Figure | None
    year: int
    today: date
    observations: Observations
    rules: TargetRules

    @property
    def until(self) -> int:
        """The last month that can have been observed by today, within the target's year."""
        if self.today.year > self.year:
            return YEAR
        return self.today.month if self.today.year == self.year else 0


def assess(ledger: Ledger, observations: Observations, today: date) -> list[Judgement]:
    """Judge every target of a report, in the order of the text.

    Args:
        ledger: the report's.
        observations: values of its indicators, of its own area and of the nation.
        today: the date of the judgement; observations of later months do not count.
    """
    figures = {figure.id: figure for figure in ledger.figures}
    rules = target_rules()
    return [
        judge(Case(t, figures.get(t.figure), _due(t, ledger), today, observations, rules))
        for t in ledger.targets
    ]


def judge(case: Case) -> Judgement:
    """Judge one target."""
    if case.figure is None:
        return relations.judge(case)
    goal = goal_of(case.target, case.figure)
    key = key_of(case.target.indicator, goal.measure, case.target.area)
    now = case.observations.latest(key, case.year, case.until)
    if now is None:
        return reasons.nothing_observed(case, goal)
    if now.unit != goal.unit:
        return reasons.other_unit(case, goal, now)
    if now.month == YEAR:
        return _final(case, goal, now)
    plan = case.observations.at(key._replace(series=Series.PLAN), case.year, now.month)
    return reasons.within_year(case, goal, now, progress(goal, now, case.rules, plan))


def _final(case: Case, goal: Goal, now: Observation) -> Judgement:
    return reasons.final(case, goal, now, compare(goal, now.value, case.rules))


def _due(target: Target, ledger: Ledger) -> int:
    last = target.period.rpartition("-")[2]
    return int(last) if last.isdecimal() else ledger.masthead.year or 0
