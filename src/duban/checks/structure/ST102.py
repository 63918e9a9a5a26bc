"""No number of a list stands twice.

Finds: the same number twice in one list of headings or inside one paragraph.
Why: whoever cites 第六项 afterwards cites two; the plan is broken down under wrong numbers.
Example: 五是……六是……六是: the second should be 七是.
Do: correct the later or the earlier one; the message names the number that is missing.
Silent: when a list starts over under another heading, and for 一是……一是 as a pair.

———

编号不重。

发现：同一层标题或同一段话里，一个编号出现两次。
为什么：以后引用“第六项”就有两项；任务分解也会编错号。
例子：五是……六是……六是：后一个应为“七是”。
怎么办：改正其中一个；提示里写明所缺的编号。
不报：在另一标题之下重新编号；“一是……一是”成对并举。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.checks.structure.numbering import Offence, faults
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.checks.structure.numbering import Fault

NAME = "numbering-doubled"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault for every number that stands twice."""
    for found in faults(report, Offence.DOUBLED):
        yield _twice(report, found)


def _twice(report: Report, found: Fault) -> Outcome:
    at = found.item.at
    words, lacking = at.of(report.text), found.written(report)
    inside = found.place < len(found.run.items) - 1
    return fault(
        at,
        zh=f"编号“{words}”重复" + _rest(lacking, "，缺{}。" if inside else "，此处似应为{}。"),
        en=f"“{words}” stands twice" + _rest(lacking, "; {} is missing."),
        related=found.twins(),
        severity=found.severity(),
    )


def _rest(lacking: str, words: str) -> str:
    return words.format(lacking) if lacking else words[-1]
