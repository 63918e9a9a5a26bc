"""The classes of a bulletin add up to its total.

Finds: a list of classes with count and share, complete by its last class (其他) or by two
opposites (达到, 滞后), whose counts do not add up to the total before it; or an incomplete list
that is above it.
Why: a bulletin goes to everybody whom it names, and each of them adds up.
Example: 受理工单220件，其中咨询类17件，占7.7%；…；其他162件，占73.6%, where the classes are 222.
Do: take the counts from the system of one day.
Silent: where no total stands before the list.

———

通报各类之和等于总数。

发现：带件数和占比的分类清单，末类为“其他”或两类相对（达到、滞后），各类件数之和不等于前面的总数；未列全的，
之和大于总数。
为什么：通报发到每个被点名的单位，人人都会加一遍。
例子：受理工单220件，其中咨询类17件，占7.7%；……；其他162件，占73.6%，各类之和为222。
怎么办：总数与分类用同一天、同一口径的数。
不报：清单前没有总数时。
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.shares import classes
from duban.checks.equation import amount
from duban.checks.interval import judge, point, printed
from duban.checks.outcome import fault, holds
from duban.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.shares import Classes
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "classes-not-total"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every list of classes that has a total before it."""
    for found in classes(report):
        if found.total:
            yield _weigh(found, found.total)


def _weigh(found: Classes, total: Figure) -> Outcome:
    counts = [row.number for row in found.rows]
    together = point(0)
    for count in counts:
        together = together.plus(printed(count))
    sum_ = amount(sum((count.value for count in counts), Decimal(0)), total)
    equation = f"{' + '.join(count.text for count in counts)} = {sum_}"
    verdict = judge(together, total)
    if not found.complete:
        verdict = Verdict.EXACT if together.low <= printed(total).high else Verdict.WRONG
        equation = f"{equation} ≤ {total.text}"
    if verdict is not Verdict.WRONG:
        return holds(total, equation, related=counts, verdict=verdict)
    return fault(
        total,
        zh=f"各类之和为{sum_}，与总数{total.text}不符。",
        en=f"The classes add up to {sum_}, not to {total.text}.",
        equation=equation,
        related=counts,
        severity=None if found.complete else Severity.WARNING,
    )
