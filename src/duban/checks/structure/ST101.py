"""No number of a list is left out.

Finds: a gap in a run of numbers, of headings (一、 （一） 1. 第一，) or inside a paragraph
(一是 二是).
Why: a missing number says that a part was cut; deputies will ask for it.
Example: 一是稳粮……三是兴农: 二是 is missing.
Do: restore the part, or number the rest again.
Silent: at the end of a list, and where the first items are named otherwise (首先……其次……第三，).

———

编号不缺。

发现：标题（一、（一）1. 第一，）或段内（一是、二是）的一串编号中间缺号，或不从一开始。
为什么：缺号说明有一部分被删掉了，代表会问。
例子：一是稳粮……三是兴农：缺“二是”。
怎么办：补上那一部分，或重新编号。
不报：最后一项之后；前几项用“首先”“其次”引出时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.checks.structure.numbering import Offence, faults, sound
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.checks.structure.numbering import Fault
    from duban.checks.structure.runs import Run

NAME = "numbering-missing"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield a proof for every sound run, and a fault for every gap."""
    for run in sound(report):
        yield _proof(report, run)
    for found in faults(report, Offence.MISSING):
        yield _gap(report, found)


def _proof(report: Report, run: Run) -> Outcome:
    first, last = run.items[0].at, run.items[-1].at
    count = len(run.items)
    equation = f"{first.of(report.text)}…{last.of(report.text)} {count} = {last_number(run)}"
    return holds(last, equation, related=[item.at for item in run.items[:-1]])


def last_number(run: Run) -> int:
    """Return the number that a run ends with."""
    return run.numbers[-1]


def _gap(report: Report, found: Fault) -> Outcome:
    at, lacking = found.item.at, found.written(report)
    words = at.of(report.text)
    return fault(
        at,
        zh=f"“{words}”之前缺{lacking}。",
        en=f"{lacking} is missing before “{words}”.",
        related=_neighbour(found),
        severity=found.severity(),
    )


def _neighbour(found: Fault) -> list[Span]:
    return [found.run.items[found.place - 1].at] if found.place else []
