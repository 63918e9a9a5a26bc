"""Last year's value and this year's target of one indicator, side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
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
_STARTS = frozenset("全我本力确完实保稳")  # their first characters
_SECTION = re.compile(r"出境|入境|跨界|省界|国考|国控|省控|考核|断面|干流|流域|总体|(?<=水)河")
_GOOD_AIR = re.compile(r"^(?:环境)?(?:空气)?(?:质量)?优良(?:天数)?(?:比例|比率|占比|率)?$")
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
    """Return the form of an indicator's name by which it is found again.

    >>> same("全县粮食总产量"), same("云河出境断面水质"), same("空气质量优良天数比例")
    ('粮食产量', '云河水质', '优良率')
    """
    name = _PREFIX.sub("", indicator) if indicator[:1] in _STARTS else indicator
    if "水质" in name:
        return _SECTION.sub("", name)
    if "优良" in name:
        return _GOOD_AIR.sub("优良率", name)
    return _TOTAL.sub("", name)


def kind(measure: Measure) -> Measure:
    """Return the measure under which values compare: a running total is a level."""
    return Measure.LEVEL if measure in _LEVELS else measure


@lru_cache(maxsize=1)  # two rules ask for the same report, one after the other
def pairs(report: Report) -> tuple[Pair, ...]:
    """Return every target of one year with last year's value, in the order of the targets."""
    return tuple(_pairs(report))


def _pairs(report: Report) -> Iterator[Pair]:
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
