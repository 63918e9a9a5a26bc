"""A number of days is not a percentage.

Finds: 天数 with a value in per cent.
Why: days are counted; what is meant is their share of the year (优良天数比例, 优良率).
Example: 空气质量优良天数保持在93%以上: the share of such days is meant.
Do: write 天数比例, or give the number of days.
Silent: when a share is named (天数比例), and for the growth of a number of days.

———

天数不用百分数。

发现：“天数”后面跟的是百分数。
为什么：天数是数出来的；这里说的其实是占全年的比例（优良天数比例、优良率）。
例子：空气质量优良天数保持在93%以上：说的是天数比例。
怎么办：写作“天数比例”，或改用天数。
不报：写明比例的（天数比例），以及天数的增减幅度。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "days-in-percent"
SEVERITY = Severity.WARNING
_REACH = 24  # characters before the value that can hold the words
_SHARE = re.compile(
    r"天数[^，。；]{0,6}(?:比|率|占)|(?:增长|下降|增加|减少|提高|提升|上升|完成|同比)"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every number of days in per cent."""
    if "天数" not in report.folded:
        return
    for figure in report.figures:
        if figure.unit != "%" or figure.measure is Measure.CHANGE:
            continue
        if "天数" not in report.folded[max(0, figure.start - _REACH) : figure.start]:
            continue
        before = report.before(figure)
        if "天数" in before and not _SHARE.search(before):
            yield fault(
                figure,
                zh=f"天数不宜用百分数{figure.text}，应为天数比例（优良率一类）。",
                en=f"A number of days cannot be {figure.text}; the share of days is meant.",
            )
