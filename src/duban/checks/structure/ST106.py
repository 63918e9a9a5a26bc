"""The objectives stand behind the review.

Finds: objectives between the heading of the review and the review itself.
Why: whoever reads on takes the review's results for targets, and its year for the plan's.
Example: 工作回顾 with one sentence, then 总体目标, then the results of the year before.
Do: move the objectives behind the review.
Silent: where the review is whole before the objectives begin.

———

目标排在回顾之后。

发现：目标插在“工作回顾”的标题与回顾的正文之间。
为什么：读下去会把上一年的成绩当成今年的目标，年份也会认错。
例子：“工作回顾”之下只有一句话，接着是“总体目标”，然后才是上一年的成绩。
怎么办：把目标移到回顾之后。
不报：回顾在目标之前已经写完时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault
from duban.model import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Section

NAME = "objectives-before-review"
SEVERITY = Severity.WARNING

_SHORT: Final = 400  # characters: an opening sentence, not a review


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault where objectives part the heading of the review from its text."""
    parts = report.children.get("", [])
    for before, section, after in zip(parts, parts[1:], parts[2:], strict=False):
        between = before.role is after.role is Role.REVIEW and section.role is Role.OBJECTIVES
        if between and before.body.end - before.body.start <= _SHORT:
            yield _fault(before, section, after)


def _fault(review: Section, objectives: Section, after: Section) -> Outcome:
    return fault(
        objectives.heading,
        zh=f"“{objectives.title}”插在“{review.title}”与回顾正文“{after.title}”之间。",
        en="The objectives stand between the heading of the review and the review itself.",
        related=[review.heading, after.heading],
    )
