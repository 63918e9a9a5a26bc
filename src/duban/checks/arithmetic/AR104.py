"""A level, its increase and its rate of growth belong together.

Finds: 达到X，增加Y，增长Z% where Y is not Z% of the former level X − Y.
Why: the former level follows from any two of the three; a slip in one shows at once.
Example: 支出500亿元，增加100亿元，增长20%: 100 on 400 is 25%.
Do: look up the three values in the accounts and correct the one that differs.
Silent: when the increase and the rate are measured against different years, on growth at
constant prices, on averages a year, and where one of the three is missing.

———

数额、增量、增速三者要对得上。

发现：“达到X，增加Y，增长Z%”而Y不是上期数（X－Y）的Z%。
为什么：任何两个数都能推出上期数，错一个就露出来。
例子：支出500亿元，增加100亿元，增长20%：100比400是25%。
怎么办：对照决算或统计数据核三个数，改掉不一致的那个。
不报：增量与增速的比较基期不同、不变价增速、年均、三者缺一。
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
from duban.checks.arithmetic.runs import Part, runs
from duban.checks.interval import Interval, printed
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.runs import Run, Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "level-change-rate-disagree"
SEVERITY = Severity.ERROR

_ONE = Decimal(1)
_LAST_YEAR = re.compile("同比|[比较](?:上|去)年(?:同期)?")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every level that is given with its increase and its rate."""
    for run in report.once(runs):
        level, change = run.first(Part.LEVEL), run.first(Part.AMOUNT)
        if level is None or change is None or run.first(Part.FORMER):
            continue
        for rate in run.all(Part.RATE):
            if _same_base(run, change, rate) and "翻" not in rate.figure.text:
                yield from _weigh(report, level, change, rate)


def _same_base(run: Run, change: Said, rate: Said) -> bool:
    """Say whether both are measured against the same; the second may leave it out."""
    first, second = sorted((change, rate), key=run.said.index)
    if _LAST_YEAR.fullmatch(first.base) and _LAST_YEAR.fullmatch(second.base):
        return True
    return second.base in {"", first.base}


def _weigh(report: Report, level: Said, change: Said, rate: Said) -> Iterator[Outcome]:
    end, more, figure = level.figure, change.figure, rate.figure
    if not (bounded(end, more) and same_unit(more, end) and whole(report, end, more)):
        return
    severity = rate_severity(report, end, rate)
    before = middle(end, more) - more.value
    if severity is None or is_percent(end) or not before:
        return
    # More ÷ (end − more) is 1 ÷ (end ÷ more − 1): each figure stands in it once.
    ratio = values(end, more).over(printed(more)).minus(Interval(_ONE, _ONE))
    computed = Interval(_ONE, _ONE).over(ratio)
    result = rate_text(abs(more.value / before), figure)
    sign = "−" if more.value > 0 else "+"
    shown = more.text
    yield settle(
        figure,
        as_rate(computed, figure),
        f"{shown} ÷ ({end.text} {sign} {shown}) = {result}",
        related=[more, end],
        zh=f"{end.text}、变化{shown}，增速应为{result}，与{figure.text}不符。",
        en=f"{end.text} with a change of {shown} is a rate of {result}, not {figure.text}.",
        severity=severity,
    )
