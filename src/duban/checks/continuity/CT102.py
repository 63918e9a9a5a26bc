"""Level and growth agree with the level in last year's report.

Finds: a level and its growth or change in this report that do not lead back to the level that
last year's report gave for the year before.
Why: anybody with both reports can multiply; what differs was revised, or is a slip.
Example: last year 进出口额3.86亿元; this year 5.76亿元、增长39.2%: 3.86 × 1.392 gives 5.37.
Do: check level and growth with the statistics office; if the earlier level was revised, say so.
Silent: for growth at constant prices (生产总值, 增加值), within a tenth for growth on another scope
(投资, 财政收入), for bounds, and without last year's ledger.

———

今年的总量、增速与去年报告的总量对得上。

发现：本报告的总量和增速（或增减量），倒推不回去年报告里上一年的总量。
为什么：有两份报告的人一乘就知道；对不上的，不是修订过，就是写错了。
例子：去年进出口额3.86亿元；今年5.76亿元、增长39.2%：3.86×1.392得5.37亿元。
怎么办：与统计部门核对总量和增速；上年数若经修订，请注明。
不报：按不变价算的增速（生产总值、增加值），按可比口径算而相差不到一成的（投资、财政收入），带界限的数，
以及没有去年台账时。
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from duban.checks.continuity.matching import consecutive, kind, normal, plain, sections_of, years
from duban.checks.continuity.prices import at_constant_prices, may_be_restated
from duban.checks.equation import amount
from duban.checks.interval import growth, judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity, Status, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from duban.checks.interval import Interval
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure, Ledger

NAME = "level-against-growth"
SEVERITY = Severity.NOTE
_RESTATED = Decimal("0.1")  # how far a change of scope moves a level, as a share of it


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every level with its change and last year's level."""
    previous = consecutive(report)
    if previous is None or report.year is None:
        return
    before = _levels(previous, report.year - 2)
    for figure, change in _changed(report, report.year - 1):
        found = before.get(_key(figure))
        size = None if found is None else conversion(found.unit, figure.unit)
        if found is None or size is None:
            continue
        step = conversion(change.unit, figure.unit)
        if step is not None:
            yield from _weigh(_sum(found, change, figure, size, step), figure, change, found)
        elif not at_constant_prices(normal(figure.indicator)):
            yield from _weigh(_product(found, change, figure, size), figure, change, found)


def _key(figure: Figure) -> tuple[str, str]:
    return normal(figure.indicator), figure.area


def _levels(ledger: Ledger, year: int) -> dict[tuple[str, str], Figure]:
    sections = sections_of(ledger)
    found: dict[tuple[str, str], Figure] = {}
    twice: set[tuple[str, str]] = set()
    for figure in ledger.figures:
        if _is_level(figure) and years(figure, sections) == (year, year):
            twice.update({_key(figure)} & found.keys())
            found[_key(figure)] = figure
    return {key: figure for key, figure in found.items() if key not in twice}


def _changed(report: Report, year: int) -> Iterator[tuple[Figure, Figure]]:
    """Yield every level of a year that its own change follows at once."""
    for figure, change in pairwise(report.figures):
        if (
            change.measure is Measure.CHANGE
            and change.sentence_start == figure.sentence_start
            and change.indicator == figure.indicator
            and plain(change)
            and _is_level(figure)
            and (conversion(change.unit, "%") or conversion(change.unit, figure.unit))
            and report.years(figure) == report.years(change) == (year, year)
        ):
            yield figure, change


def _is_level(figure: Figure) -> bool:
    return (
        plain(figure)
        and kind(figure.measure) is Measure.LEVEL
        and figure.status is Status.ACTUAL
        and bool(figure.unit)
    )


def _product(
    before: Figure, change: Figure, figure: Figure, size: Fraction
) -> tuple[Interval, str]:
    computed = printed(before).times(growth(change)).scaled(size)
    rate = growth(change).middle()
    return computed, f"{before.text} × {rate.normalize():f} = {amount(computed.middle(), figure)}"


def _sum(
    before: Figure, change: Figure, figure: Figure, size: Fraction, step: Fraction
) -> tuple[Interval, str]:
    computed = printed(before).scaled(size).plus(printed(change).scaled(step))
    sign = "-" if change.value < 0 else "+"
    return computed, f"{before.text} {sign} {change.text} = {amount(computed.middle(), figure)}"


def _weigh(
    computed: tuple[Interval, str], figure: Figure, change: Figure, before: Figure
) -> Iterator[Outcome]:
    values, equation = computed
    verdict = judge(values, figure)
    if verdict is not Verdict.WRONG:
        yield holds(figure, equation, related=(change,), verdict=verdict)
        return
    far = not figure.value or abs(values.middle() / figure.value - 1) > _RESTATED
    if may_be_restated(normal(figure.indicator)) and not far:
        return  # the scope may have changed by so much
    result = equation.rpartition(" = ")[2]
    yield fault(
        figure,
        zh=f"去年报告“{before.indicator}”为{before.text}，按变化{change.text}应为{result}，与{figure.text}不符。",
        en=f"Last year's {before.text} and the change of {change.text} give {result}.",
        equation=equation,
        related=(change,),
    )
