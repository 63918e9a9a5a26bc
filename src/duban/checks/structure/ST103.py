"""The numbers of a list are in order.

Finds: a number that stands before a smaller one, or does not fit between its neighbours.
Why: items were moved and not numbered again, or a page was put together in the wrong order.
Example: 一是……三是……二是……四是.
Do: put the items in order, or number them again.
Silent: when a list starts over with its first number.

———

编号不乱。

发现：编号前后颠倒，或与前后编号不相连。
为什么：调整段落后没有重新编号，或排版时拼错了次序。
例子：一是……三是……二是……四是。
怎么办：调整次序，或重新编号。
不报：从头另起一串编号时。
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

NAME = "numbering-out-of-order"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault for every number out of its place."""
    for found in faults(report, Offence.DISORDERED):
        yield _misplaced(report, found)


def _misplaced(report: Report, found: Fault) -> Outcome:
    at, numbers = found.item.at, found.run.numbers
    words, lacking = at.of(report.text), found.written(report)
    elsewhere = f"；此处应为{lacking}" if lacking else ""
    return fault(
        at,
        zh=f"编号“{words}”与前后次序不符{elsewhere}。",
        en=f"“{words}” is out of order among its neighbours.",
        equation=" ".join(map(str, numbers)),
        related=[item.at for item in found.run.items if item is not found.item],
        severity=found.severity(),
    )
