"""A year's growth target is of a usual size.

Finds: a target for one year that asks for growth of 80% or more, where the review gives no growth
of the same indicator to compare it with.
Why: 88% may be meant, or may be 8.8%; a lost point is not seen in a single figure.
Example: 有效发明专利增长88%以上: perhaps 8.8%.
Do: look up the value.
Silent: for plans of several years, for multiples and doublings in words (翻番, 增长2倍).

———

一年的增长目标在常见的幅度之内。

发现：一年的目标要求增长80%以上，而回顾里没有同一指标的增速可比。
为什么：“88%”也许是本意，也许是“8.8%”；漏了小数点，单看是看不出来的。
例子：有效发明专利增长88%以上：或为8.8%。
怎么办：核对原数。
不报：几年的规划目标，以及用倍数、翻番表述的。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.checks.targets.pairs import single_year
from duban.model import Measure, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "growth-target-unusual"
SEVERITY = Severity.NOTE
_UNUSUAL = 80  # per cent in one year


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every growth target of unusual size."""
    for figure in report.figures:
        if figure.unit != "%" or figure.value < _UNUSUAL or figure.measure is not Measure.CHANGE:
            continue
        if "翻" in figure.text:  # said in words, so not misprinted
            continue
        known = any(
            other.status is Status.ACTUAL and other.measure is Measure.CHANGE
            for other in report.indicators.get(figure.indicator, ())
        )
        if figure.status is Status.TARGET and not known and single_year(report, figure):
            yield fault(
                figure,
                zh=f"{figure.indicator}一年增长{figure.text}，幅度少见，请核对小数点。",
                en=f"Growth of {figure.text} in a year is unusual: check the decimal point.",
            )
