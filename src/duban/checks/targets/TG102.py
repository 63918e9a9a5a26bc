"""A target lies beyond what has been reached.

Finds: a target for a rate, a share or a stock that last year's value of the same indicator already
passes: 城镇化率提高到65% after 66.2%, 优良率保持在93%以上 after 95%.
Why: a target below the result asks for a step back; deputies ask why.
Example: last year 污水处理率97.1%, this year 提高到96%.
Do: raise the target, or say that it is a floor to be held.
Silent: for yearly output and work that starts from nothing each year (新建, 新增, 产量), for growth
rates, for ceilings (失业率5.5%以内), and for other years than last year and this.

———

目标要高过已经达到的水平。

发现：率、占比、存量一类指标，去年的实绩已经超过今年的目标：去年66.2%，今年城镇化率提高到65%；
去年95%，今年优良率保持在93%以上。
为什么：目标低于实绩，等于要求后退，代表会问。
例子：去年污水处理率97.1%，今年提高到96%。
怎么办：提高目标，或者说明这是要守住的底线。
不报：每年从零做起的（新建、新增、产量），增速，上限（失业率5.5%以内），
以及说的不是去年和今年时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.checks.targets.pairs import pairs
from duban.model import Comparator, Measure, Severity
from duban.reference.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.checks.targets.pairs import Pair
    from duban.model import Figure

NAME = "target-already-reached"
SEVERITY = Severity.NOTE
# Indicators of which less is better.
_FALLING = re.compile(r"失业|PM|浓度|死亡|能耗|排放|收入比|倍差|贫困|恩格尔|不良|逾期|流失|成本")
_GRADED = re.compile("[水空土][质气壤]")
# Words that claim a step from where one stands.
_STEP = re.compile(
    r"(?:提[高升]|增[加至]|扩大|上升|降[低到至]|压减|下降|缩小|突破|迈上)(?:至|到)?[^，。；]{0,3}$"
)
_RATIOS = frozenset(("%", "‰"))
_GRADES = frozenset(("类", "级"))
_CEILINGS = frozenset((Comparator.AT_MOST, Comparator.BELOW, Comparator.ABOUT))


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every target of a rate or stock with last year's value."""
    for pair in pairs(report):
        if _comparable(pair.target) and _comparable(pair.actual):
            yield from _weigh(report, pair)


def _comparable(figure: Figure) -> bool:
    if figure.measure in (Measure.CHANGE, Measure.ADDED, Measure.RANK):
        return False
    if figure.unit in _GRADES:
        return bool(_GRADED.search(figure.indicator))
    unit = find_unit(figure.unit)
    ratio = figure.unit in _RATIOS or (unit is not None and unit.dimension == "time")
    return ratio or figure.measure in (Measure.TOTAL, Measure.SHARE) or "浓度" in figure.indicator


def _weigh(report: Report, pair: Pair) -> Iterator[Outcome]:
    target, actual, ratio = pair.target, pair.actual, pair.ratio()
    falling = bool(_FALLING.search(target.indicator)) or target.unit in _GRADES
    passed = ratio > 1 if falling else ratio < 1
    sign = "=" if ratio == 1 else ">" if ratio > 1 else "<"
    if not passed:
        yield holds(target, f"{target.text} {sign} {actual.text}", related=(actual,))
        return
    if falling and target.comparator in _CEILINGS and target.unit not in _GRADES:
        return  # 失业率5.5%左右 after 5.1%: a ceiling is there to be stayed under
    step = _STEP.search(report.before(target)) and target.comparator is Comparator.EQUAL
    yield fault(
        target,
        zh=f"去年{actual.indicator}已为{actual.text}，今年目标{target.text}未及去年实绩。",
        en=f"{actual.text} was reached last year; the target is {target.text}.",
        equation=f"{target.text} {sign} {actual.text}",
        related=(actual,),
        severity=Severity.WARNING if step else Severity.NOTE,
    )
