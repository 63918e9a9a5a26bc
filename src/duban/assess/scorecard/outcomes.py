"""The figures of a review that can answer a target of the year it speaks of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from duban.assess.observations import canonical
from duban.model import Measure, Role, Status
from duban.reference.units import conversion

if TYPE_CHECKING:
    from duban.model import Figure, Ledger, Target

_AMOUNTS = frozenset((Measure.LEVEL, Measure.ADDED, Measure.TOTAL))
_Ground = tuple[float, str, str]  # confidence, and how it was matched in both languages
_CERTAIN: _Ground = 1.0, "指标、口径、单位、年份相同", "same indicator, measure, unit and year"
_LIKELY: _Ground = 0.8, "指标、口径、单位相同，不在回顾部分", "the same, but outside the review"
_POSSIBLE: _Ground = 0.6, "指标、单位相同，口径有别", "same indicator and unit, another measure"


class Outcome(NamedTuple):
    """A figure of the later report that answers a target.

    Attributes:
        figure: the figure.
        confidence: 0 to 1.
        why: how it was matched, in Chinese.
        why_en: the same in English.
    """

    figure: Figure
    confidence: float
    why: str
    why_en: str


class Outcomes:
    """The figures of one report about one past year, by indicator.

    Args:
        ledger: the later report's.
        year: the year that the pledges were for.
    """

    def __init__(self, ledger: Ledger, year: int) -> None:
        self._years = {section.id: section.years for section in ledger.sections}
        self._roles = {section.id: section.role for section in ledger.sections}
        self._year = year
        self._by_indicator: dict[str, list[Figure]] = defaultdict(list)
        for figure in ledger.figures:
            if figure.status is Status.ACTUAL and self._speaks_of_year(figure):
                self._by_indicator[canonical(figure.indicator)].append(figure)

    def answer(self, target: Target, figure: Figure) -> Outcome | None:
        """Return the figure that says how a target ended, or None.

        Indicator, kind of measure, unit and place must agree; an addition may answer a level
        (新增就业1200万人 pledged as a level), with less confidence. Of several the review's own
        comes first, then the one that stands first.
        """
        found = [
            outcome
            for other in self._by_indicator.get(canonical(target.indicator), [])
            if (outcome := self._match(target, figure, other)) is not None
        ]
        return max(found, key=lambda o: (o.confidence, -o.figure.start), default=None)

    def mentions(self, indicator: str) -> Figure | None:
        """Return the first figure about an indicator, whatever it measures."""
        return next(iter(self._by_indicator.get(canonical(indicator), [])), None)

    def _match(self, target: Target, figure: Figure, other: Figure) -> Outcome | None:
        if other.area != target.area or not conversion(other.unit, figure.unit):
            return None
        same_kind = figure.measure is other.measure
        if not same_kind and not {figure.measure, other.measure} <= _AMOUNTS:
            return None
        whole_year = other.period in {"", str(self._year)}
        reviewed = self._roles.get(other.section) is Role.REVIEW
        if not whole_year:
            return None
        if same_kind and reviewed:
            return Outcome(other, *_CERTAIN)
        return Outcome(other, *(_LIKELY if same_kind else _POSSIBLE))

    def _speaks_of_year(self, figure: Figure) -> bool:
        if figure.period:
            return figure.period == str(self._year)
        return self._years.get(figure.section) == (self._year, self._year)
