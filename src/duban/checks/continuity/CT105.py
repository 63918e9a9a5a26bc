"""The review answers with the indicator that was set.

Finds: an objective of last year's report that the review passes over, while it gives a kinder
indicator in its place: 经济总量 for 地区生产总值, 城镇居民 for 全体居民.
Why: the answer is to another question than the one that was asked.
Example: last year's objective 城镇调查失业率5.5%以内; the review gives 城镇登记失业率3.2%.
Do: give the indicator of the objective; the other one may stand beside it.
Silent: where the review gives both, and without last year's ledger.

———

回顾用的是当初定的指标。

发现：去年定的目标，回顾里没有这个指标，却换了一个更好看的：“经济总量”代“地区生产总值”，“城镇居民”代“全体居民”。
为什么：答的不是所问。
例子：去年目标城镇调查失业率5.5%以内，回顾说的是城镇登记失业率3.2%。
怎么办：写明原指标的结果；另一个可以并列。
不报：两个指标都写了的，以及没有去年台账时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.continuity.matching import (
    consecutive,
    mentions,
    names,
    normal,
    objectives,
    reviewed,
)
from duban.checks.outcome import fault
from duban.model import Role, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "indicator-swapped"
SEVERITY = Severity.NOTE


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every objective that has kinder neighbours."""
    previous = consecutive(report)
    text = reviewed(report) if previous else ""
    if previous is None or not text:
        return
    seen = set()
    for target in objectives(previous):
        name = normal(target.indicator)
        if name in seen or name not in names().kinder:
            continue
        seen.add(name)
        if not mentions(text, name):
            yield from _swapped(report, target, name)


def _swapped(report: Report, target: Figure, name: str) -> Iterator[Outcome]:
    """Yield a finding for the first figure of a kinder indicator in the review."""
    for figure in report.figures:
        if figure.status is not Status.ACTUAL or report.role(figure) is not Role.REVIEW:
            continue
        other = next((k for k in names().kinder[name] if figure.indicator.endswith(k)), "")
        if other:
            yield fault(
                figure,
                zh=f"去年目标是“{target.indicator}{target.text}”，回顾没有这一指标，用的是“{other}”。",
                en=f"The objective was {target.indicator}; the review gives {other} instead.",
            )
            return
