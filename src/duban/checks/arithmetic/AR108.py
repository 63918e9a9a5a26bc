"""An average growth must lead from the first value to the last.

Finds: 年均增长g that, compounded over its years, does not lead from the first value to the last
or to the total growth that stand beside it; a yearly increase that does not add up.
Why: the average is often copied from a plan, or divided instead of compounded.
Example: 从2020年的100亿元增加到2025年的150亿元、年均增长10%: the fifth root of 1.5 gives 8.45%.
Do: compute the average again; say over which years it runs.
Silent: on averages at constant prices against money at current prices, and where the years are
not said.

———

年均增速要能从期初数走到期末数。

发现：“年均增长g”按年数连乘走不到旁边的期末数或累计增幅；“平均每年增加”乘年数对不上增量。
为什么：年均数常从规划里抄来，或用除法代替了开方。
例子：从2020年的100亿元增加到2025年的150亿元、年均增长10%：1.5开五次方是8.45%。
怎么办：重算年均数，并写明起止年份。
不报：不变价的年均对现价金额、年数不明的。
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import (
    as_rate,
    bounded,
    is_percent,
    middle,
    rate_severity,
    rate_text,
    same_unit,
    settle,
    values,
    whole,
)
from duban.checks.arithmetic.durations import count_in, span_of, year_in
from duban.checks.arithmetic.runs import Part, runs
from duban.checks.equation import amount
from duban.checks.interval import Interval, growth, point, printed
from duban.model import Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.runs import Run, Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "average-growth-does-not-lead-there"
SEVERITY = Severity.ERROR

_SUMMED = re.compile("累计|合计|共|总计")
_RATIOS = frozenset(("%", "倍", "‰", "个百分点", "成"))
_COMPARES = frozenset("比较同与")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every average that stands with what it must lead to."""
    for run in report.once(runs):
        for yearly in run.all(Part.YEARLY):
            yield from _from_sum(run, yearly)
            span = span_of(report, run, yearly)
            if span is None or yearly.figure.unit == "倍":
                continue
            years, said = span
            worst = Severity.ERROR if said else Severity.WARNING
            yield from _from_total(run, yearly, years, worst)
            yield from _from_ends(report, run, yearly, years, worst)


def _from_total(run: Run, yearly: Said, years: int, worst: Severity) -> Iterator[Outcome]:
    """Set the average against a total growth: on the same prices, whichever these are."""
    total = run.first(Part.RATE)
    figure = yearly.figure
    if total is None or total.base.startswith("同比") or not conversion(figure.unit, "%"):
        return
    if not bounded(total.figure) or not _spans(total, yearly, years):
        return
    root = _root(growth(total.figure), years)
    result = rate_text(_root(_middle_growth(total.figure), years).low - 1, figure)
    yield settle(
        figure,
        as_rate(root.minus(point(1)), figure),
        f"(1 + {total.figure.text}) ^ (1/{years}) − 1 = {result}",
        related=[total.figure],
        zh=f"{years}年共增长{total.figure.text}，年均应为{result}，与{figure.text}不符。",
        en=f"{total.figure.text} in {years} years is {result} a year, not {figure.text}.",
        severity=worst,
    )


def _from_ends(
    report: Report, run: Run, yearly: Said, years: int, worst: Severity
) -> Iterator[Outcome]:
    former, level = run.first(Part.FORMER), run.first(Part.LEVEL)
    if former is None or level is None or yearly.base[:1] in _COMPARES:
        return
    start, end, figure = former.figure, level.figure, yearly.figure
    if not (bounded(start, end) and same_unit(start, end) and whole(report, start, end)):
        return
    points = "百分点" in figure.unit and is_percent(end)
    if points or (not conversion(figure.unit, "%") and same_unit(figure, end)):
        yield _amount(figure, start, end, years, worst)
        return
    severity = rate_severity(report, end, yearly)
    if severity is None or is_percent(end) or start.value <= 0 or not conversion(figure.unit, "%"):
        return
    root = _root(values(end, start).over(printed(start)), years)
    result = rate_text(_root(point(middle(end, start) / start.value), years).low - 1, figure)
    yield settle(
        figure,
        as_rate(root.minus(point(1)), figure),
        f"({end.text} ÷ {start.text}) ^ (1/{years}) − 1 = {result}",
        related=[end, start],
        zh=f"{years}年由{start.text}到{end.text}，年均应为{result}，与{figure.text}不符。",
        en=f"{start.text} to {end.text} in {years} years is {result} a year, not {figure.text}.",
        severity=severity if severity is Severity.NOTE else worst,
    )


def _spans(total: Said, yearly: Said, years: int) -> bool:
    """Say whether a total growth runs over the years of the average."""
    base = year_in(total.base)
    if base is None:
        return not yearly.base or not total.base
    now = year_in(total.words.partition(total.base)[0])
    return not yearly.base if now is None else now - base == years


def _from_sum(run: Run, yearly: Said) -> Iterator[Outcome]:
    """Set 年均 against the sum of stated years: 五年累计新增3.9万人，年均7800人."""
    total, figure = run.said[0], yearly.figure
    opening = total.words.rpartition("；")[2]
    years = count_in(opening) if _SUMMED.search(opening) else None
    fits = total.part in {Part.LEVEL, Part.ADDED} and figure.unit not in _RATIOS
    if not (years and fits and same_unit(total.figure, figure) and bounded(total.figure)):
        return
    computed = values(total.figure, figure).over(point(years))
    result = amount(middle(total.figure, figure) / years, figure)
    yield settle(
        figure,
        computed,
        f"{total.figure.text} ÷ {years} = {result}",
        related=[total.figure],
        zh=f"{years}年共{total.figure.text}，年均应为{result}，与{figure.text}不符。",
        en=f"{total.figure.text} in {years} years is {result} a year, not {figure.text}.",
    )


def _amount(figure: Figure, start: Figure, end: Figure, years: int, worst: Severity) -> Outcome:
    computed = values(end, figure).minus(values(start, figure)).over(point(years))
    result = amount((middle(end, figure) - middle(start, figure)) / years, figure)
    return settle(
        figure,
        computed,
        f"({end.text} − {start.text}) ÷ {years} = {result}",
        related=[end, start],
        zh=f"{years}年由{start.text}到{end.text}，平均每年应为{result}，与{figure.text}不符。",
        en=f"{start.text} to {end.text} in {years} years is {result} a year, not {figure.text}.",
        severity=worst,
    )


def _root(ratio: Interval, years: int) -> Interval:
    power = Decimal(1) / years
    return Interval(max(ratio.low, Decimal(0)) ** power, max(ratio.high, Decimal(0)) ** power)


def _middle_growth(figure: Figure) -> Interval:
    size = conversion(figure.unit, "%")
    assert size is not None  # a rate  # noqa: S101
    return point(1 + figure.value * size.numerator / size.denominator / 100)
