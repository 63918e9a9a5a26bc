"""Last year's value and this year's target of one indicator, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Measure, Status
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from duban.checks.report import Report
    from duban.model import Figure

# What a report puts before a name without changing what is meant.
_PREFIX = re.compile(
    r"^(?:全[省市县区州国盟旗]|我[省市县区国]|本[市省县]|力争|确保|完成|实现|保持|稳定)+"
)
# Words of a sentence whose targets are for more than one year.
_LONG = re.compile(r"今后|未来|[两三四五六七八十]年(?:内|时间|计划|行动)|期间|时期|用[两三四五]年")
_TOTAL = re.compile(r"总(?=产|量|额)")
_LEVELS = frozenset((Measure.LEVEL, Measure.TOTAL))


class Pair(NamedTuple):
    """A target and last year's value of the same indicator.

    Attributes:
        target: this year's target.
        actual: what the review says of last year.
        factor: how many of the actual's units one of the target's is.
    """

    target: Figure
    actual: Figure
    factor: Fraction

    def ratio(self) -> Fraction:
        """Return the target as a multiple of the actual."""
        one, other = (f.value.as_integer_ratio() for f in (self.target, self.actual))
        return self.factor * one[0] * other[1] / (one[1] * other[0])


def same(indicator: str) -> str:
    """Return the form of an indicator's name by which it is found again."""
    return _TOTAL.sub("", _PREFIX.sub("", indicator))


def kind(measure: Measure) -> Measure:
    """Return the measure under which values compare: a running total is a level."""
    return Measure.LEVEL if measure in _LEVELS else measure


def pairs(report: Report) -> Iterator[Pair]:
    """Yield every target of one year with last year's value, in the order of the targets."""
    actual: dict[tuple[str, Measure, str], list[Figure]] = defaultdict(list)
    targets: list[Figure] = []
    for figure in report.figures:
        if not figure.indicator or figure.value_max is not None or not figure.value:
            continue
        if figure.status is Status.TARGET:
            targets.append(figure)
        elif _years_ago(report, figure, 1):
            actual[_key(figure)].append(figure)
    for target in targets:
        found = actual.get(_key(target))
        if found and single_year(report, target):
            for other in found:
                factor = conversion(target.unit, other.unit)
                if factor:
                    yield Pair(target, other, factor)


def single_year(report: Report, target: Figure) -> bool:
    """Say whether a target is for the plan year alone, as far as its sentence tells."""
    return _years_ago(report, target, 0) and not _LONG.search(target.sentence)


def _key(figure: Figure) -> tuple[str, Measure, str]:
    return same(figure.indicator), kind(figure.measure), figure.area


def _years_ago(report: Report, figure: Figure, years: int) -> bool:
    """Say whether a figure speaks of one year, so many before the plan year."""
    spoken = report.years(figure)
    if report.year is None or spoken is None:
        return spoken is None
    return spoken == (report.year - years, report.year - years)
