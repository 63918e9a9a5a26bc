"""The review speaks of every objective of last year.

Finds: an objective with a number in last year's report of which this year's review says nothing.
Why: an objective that is not mentioned again is taken for one that was missed.
Example: last year's objective 社会消费品零售总额增长5%; the review does not name it.
Do: report the result, met or not.
Silent: for objectives that the review names in any form, for targets outside the list of
objectives, where the report has no review, and without last year's ledger.

———

去年的目标，回顾里都有交代。

发现：去年报告的主要目标里有数的一项，今年的回顾只字未提。
为什么：不再提起的目标，会被当作没有完成。
例子：去年目标社会消费品零售总额增长5%，今年回顾里没有这个指标。
怎么办：写明完成情况，无论是否完成。
不报：回顾里以任何形式提到的，主要目标之外的任务，没有回顾部分的报告，以及没有去年台账时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.continuity.matching import (
    consecutive,
    mentions,
    names,
    normal,
    objectives,
    reviewed,
)
from duban.checks.outcome import fault, holds
from duban.model import Role, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "target-dropped"
SEVERITY = Severity.NOTE
_MEANS = re.compile("赤字|货币|贷款|国债|发债|债券")  # what is used, not what is to be reached
_SHORTEST, _LONGEST = 4, 14  # characters of a name that can be looked for


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every objective of last year's report."""
    previous = consecutive(report)
    text = reviewed(report) if previous else ""
    if previous is None or not text:
        return
    at = _review(report)
    seen = set()
    for target in objectives(previous):
        name = normal(target.indicator)
        if name in seen or not _SHORTEST <= len(name) <= _LONGEST or _MEANS.search(name):
            continue
        seen.add(name)
        if mentions(text, name):
            yield holds(at, f"“{name}{target.text}” ∈ 回顾")
        elif not any(other in text for other in names().kinder.get(name, ())):  # CT105 tells
            yield fault(
                at,
                zh=f"去年目标“{target.indicator}{target.text}”，回顾里没有提到“{name}”。",
                en=f"Last year's objective {target.indicator} {target.text} is not reviewed.",
            )


def _review(report: Report) -> Span:
    """Return the heading of the review, or its first line where it has none."""
    first = next(s for s in report.ledger.sections if s.role is Role.REVIEW)
    if first.heading.end > first.heading.start:
        return first.heading
    line = report.text.find("\n", first.body.start, first.body.end)
    return Span(first.body.start, line if line > 0 else first.body.end)
