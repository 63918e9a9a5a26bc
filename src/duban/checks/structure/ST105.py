"""No part of the plan stands after the closing part.

Finds: a section of the plan behind the section on the government itself, at the same level.
Why: the part on the government closes a report; what follows it was misplaced by the layout.
Example: 五、加强政府自身建设, then 四是聚焦改革开放.
Do: move the section back to where its number belongs.
Silent: where the part on the government is one section of the plan among several; for foreign
affairs and for lists that are added, as of 民生实事.

———

工作安排不排在收尾部分之后。

发现：“政府自身建设”之后又出现同一层的工作安排。
为什么：自身建设是报告的收尾；之后的部分多半是排版时放错了位置。
例子：“五、加强政府自身建设”之后是“四是聚焦改革开放”。
怎么办：按编号移回原处。
不报：自身建设本来就是工作安排里的一节时；之后是外交、国防或附列的民生实事时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.checks.structure.runs import runs
from duban.model import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Section

NAME = "plan-after-closing"
SEVERITY = Severity.WARNING

# What may stand behind the part on the government: matters of the nation, lists that are added.
_BEHIND = re.compile(
    "外交|国际|和平|祖国|统一|国防|军队|民族|宗教|港澳|台湾|团结|实事|附|五年|时期"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault for every section of the plan behind the closing part."""
    closing: Section | None = None
    for section in report.ledger.sections:
        if section.role is Role.SELF_GOVERNMENT and section.level == 1:
            closing = section
        elif closing and _BEHIND.search(section.title) is None:
            plan = section.level == 1 and section.role is Role.PLAN and section.title
            if plan or _goes_on(report, section, closing):
                yield _fault(section, closing)


def _goes_on(report: Report, section: Section, closing: Section) -> bool:
    """Say whether its number goes on with a list that began before the closing part."""
    if section.parent != closing.id or not section.number:
        return False
    for run in report.once(runs):
        starts = [item.at.start for item in run.items]
        if starts[0] < closing.heading.start and section.heading.start in starts:
            return closing.heading.start not in starts
    return False


def _fault(section: Section, closing: Section) -> Outcome:
    return fault(
        section.heading,
        zh=f"工作安排“{section.title}”排在“{closing.title}”之后。",
        en="This part of the plan stands behind the closing part.",
        related=[closing.heading],
    )
