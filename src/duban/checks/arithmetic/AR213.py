"""Nothing falls by more than all of it.

Finds: a fall of more than 100 percent, or by one or more times (下降2倍).
Why: what has fallen by all of itself is nothing; the reader takes it for ignorance.
Example: 事故起数下降131.3%.
Do: look the value up; for "to a third" write 下降三分之二.
Silent: for profits and balances, which can turn negative.

———

降幅不超过100%。

发现：下降超过100%，或“下降2倍”一类写法。
为什么：降完了就没有了；读者会以为不懂统计。
例子：事故起数下降131.3%。
怎么办：核对数值；降到三分之一，应写“下降三分之二”。
不报：可以为负的利润、差额。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "fall-above-100"
SEVERITY = Severity.ERROR
_ALL = 100
_SIGNED = re.compile(r"利润|盈|亏|顺差|逆差|余额|净|效益|差额")
_RATIOS = frozenset(("%", "倍", "成", "‰"))


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every fall in percent, tenths or times."""
    for figure in report.figures:
        if (
            figure.measure is Measure.CHANGE
            and figure.value < 0
            and figure.unit in _RATIOS
            and not _SIGNED.search(figure.indicator)
        ):
            yield _weigh(figure)


def _weigh(figure: Figure) -> Outcome:
    size = conversion(figure.unit, "%") or Fraction(1)
    if -figure.value * size.numerator / size.denominator <= _ALL:
        return holds(figure, f"{figure.text} ≤ 100%")
    return fault(
        figure,
        zh=f"降幅{figure.text}超过100%。",
        en=f"A fall of {figure.text} is more than all there was.",
        equation=f"{figure.text} > 100%",
    )
