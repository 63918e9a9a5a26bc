"""Targets with a number against the figures of the next review."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from duban.assess.comparing import compare
from duban.assess.goal import goal_of
from duban.assess.observations import canonical
from duban.assess.reasons import ended
from duban.model import Entry, Fate, Standing
from duban.reference.target_rules import target_rules
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Collection

    from duban.assess.scorecard.outcomes import Outcome, Outcomes
    from duban.model import Figure, Target

_FATES = {
    Standing.MET: Fate.KEPT,
    Standing.EXCEEDED: Fate.EXCEEDED,
    Standing.MISSED: Fate.MISSED,
    Standing.UNDECIDED: Fate.UNDECIDED,
}


def score_target(
    target: Target, figure: Figure, outcomes: Outcomes, aims: Collection[str], year: int
) -> Entry:
    """Say what became of one target.

    Args:
        target: the target of the earlier report.
        figure: its figure.
        outcomes: what the later report says of that year.
        aims: canonical indicators that the later report aims at itself.
        year: the target's year.
    """
    found = outcomes.answer(target, figure)
    if found is not None:
        return _compared(target, figure, found, year)
    name = canonical(target.indicator)
    other = outcomes.mentions(target.indicator)
    entry = Entry(target.id, name, figure.sentence, Fate.NOT_REPORTED)
    if other is not None:
        return Entry(
            target.id,
            name,
            figure.sentence,
            Fate.REWORDED,
            other.id,
            other.sentence,
            0.5,
            "下年报告换了口径或单位",
            "the next report has another measure or unit",
        )
    return entry if name in aims else Entry(target.id, name, figure.sentence, Fate.DROPPED)


def _compared(target: Target, figure: Figure, found: Outcome, year: int) -> Entry:
    goal = goal_of(target, figure)
    size = conversion(found.figure.unit, figure.unit) or Fraction(1)
    actual = found.figure.value * size.numerator / size.denominator
    standing = compare(goal, actual, target_rules())
    return Entry(
        target.id,
        canonical(target.indicator),
        figure.sentence,
        _FATES[standing],
        found.figure.id,
        found.figure.sentence,
        found.confidence,
        found.why,
        found.why_en,
        ended(target, goal, actual, standing, year),
    )
