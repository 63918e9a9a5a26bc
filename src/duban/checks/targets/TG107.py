"""The change of a rate is given in percentage points.

Finds: a rate or share that rises or falls by so many per cent: 升学率提高0.39%.
Why: 提高0.39% of a rate of 60% is 0.23 points; what is meant is nearly always 0.39个百分点.
Example: 升学率提高0.39%: 提高0.39个百分点.
Do: write 个百分点.
Silent: for quantities that are only called rates (生产率, 效率, 汇率), rates that are cut by a part
(死亡率下降20%), and where the new level is given (提高到65%).

———

率的变化用百分点。

发现：率、占比提高或下降百分之几：升学率提高0.39%。
为什么：60%的率提高0.39%只是0.23个百分点；这样写，本意几乎都是0.39个百分点。
例子：升学率提高0.39%：应为提高0.39个百分点。
怎么办：改为“个百分点”。
不报：名为“率”的数量（生产率、效率、汇率），按比例压降的率（死亡率下降20%），以及写明新水平的（提高到65%）。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "percent-for-points"
SEVERITY = Severity.WARNING
_WHEN = (
    "(?:比上年|比去年|较上年|较五年前|同比|环比|年均|每年|累计|连续.年|[两三四五]年|分别"
    "|[又再均将各])*"
)
_CHANGE = re.compile(
    r"(?P<rate>[一-鿿]{0,6}(?:率|比重|比例|占比))"
    # the level may be given first
    r"(?:(?:[达为至]|达到|超过|提[高升][到至]|上升[到至])?[0-9.]+%[、，；]?)?"
    + _WHEN
    + r"(?:提高|提升|上升|下降|降低|增加|增长|减少|回落|扩大|缩小)"
    r"(?:了|[约近超]|超过)?$"
)
# These are quantities, or are cut by a part of what they are.
_QUANTITY = re.compile(
    r"(?:生产|效|汇|功|频|速|分辨|倍|周转|产|死亡|病死|发病|发案|发生|事故|出栏|投诉|复发)率$"
)
_REACH = 32  # characters before a change that can hold the rate
_LARGEST = 20  # a rise by more is hardly one in points


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every change of a rate."""
    for figure in report.figures:
        if figure.measure is not Measure.CHANGE or figure.unit not in ("%", "个百分点", "百分点"):
            continue
        found = _CHANGE.search(report.folded, max(0, figure.start - _REACH), figure.start)
        if found is None or _QUANTITY.search(found["rate"]):
            continue
        if figure.unit != "%":
            yield holds(figure, f"Δ{found['rate']} = {figure.text}")
            continue
        points = figure.text.replace("%", "个百分点").replace("％", "个百分点")
        yield fault(
            figure,
            zh=f"“{found['rate']}”的变化用百分数，疑应为{points}。",
            en=f"The change of a rate is given in per cent; {points} is probably meant.",
            severity=Severity.NOTE if abs(figure.value) > _LARGEST else None,
        )
