"""A running total does not shrink.

Finds: a running total (累计, 总量, 达到) of a later year, or planned for one, that is below the
running total printed for an earlier year.
Why: what is counted together from the beginning only grows.
Example: 累计建成高标准农田6281万亩 in the review, 累计建成达到6000万亩 in the plan.
Do: look both values up; the later one is often last year's target.
Silent: for yearly tasks without one of these words, and for things that are meant to become fewer.

———

累计数只增不减。

发现：后一年的（或计划的）累计数、总量、“达到”数小于前一年的累计数。
为什么：从头累计的数只会增加。
例子：回顾写累计建成高标准农田6281万亩，安排写累计建成达到6000万亩。
怎么办：核对两个数；后一个常是上年的目标。
不报：没有这些字眼的年度任务、本就要减少的事物。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import averaged, began, convertible, dimension
from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "running-total-shrinks"
SEVERITY = Severity.WARNING
_RUNNING = re.compile(r"累计|总量|总数|总规模|保有量|达到?$|增至|增加到|稳定在|保持在|突破$|以上$")
_SHRINKING = re.compile(r"贫困|赤字|浓度|能耗|债务|事故|死亡|失业|排放|压减|亏")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every running total that has an earlier one."""
    for name, figures in report.indicators.items():
        if len(figures) < 2 or _SHRINKING.search(name):  # noqa: PLR2004
            continue
        totals = [f for f in figures if f.measure is Measure.TOTAL and dimension(f) != "ratio"]
        for early in totals:
            for late in figures:
                if late is not early and _follows(report, early, late):
                    yield _weigh(early, late)


def _follows(report: Report, early: Figure, late: Figure) -> bool:
    first, second = report.years(early), report.years(late)
    return bool(
        first
        and second
        and first[1] < second[1]
        and late.area == early.area
        and convertible(early, late)
        and not averaged(report, late)
        and not began(report, late)
        and (
            late.measure is Measure.TOTAL
            or (late.measure is Measure.LEVEL and _RUNNING.search(report.before(late)))
        )
    )


def _weigh(early: Figure, late: Figure) -> Outcome:
    factor = conversion(early.unit, late.unit)
    before = printed(early).scaled(factor) if factor else printed(early)
    high = printed(late).high
    if late.comparator in (Comparator.AT_LEAST, Comparator.ABOVE):
        high = late.interval()[1]  # a floor below what there is already says nothing
    if before.low <= high:
        return holds(late, f"{late.text} ≥ {early.text}", related=(early,))
    return fault(
        late,
        zh=f"累计数{late.text}小于前一年的累计数{early.text}。",
        en=f"The running total {late.text} is below the earlier one, {early.text}.",
        equation=f"{late.text} < {early.text}",
        related=(early,),
        severity=None if late.measure is Measure.TOTAL else Severity.NOTE,
    )
