"""A share of a whole lies between 0 and 100%; nothing falls by more than all of it.

Finds: a rate that is a share of a whole (覆盖率, 合格率, 就业率, 占比) above 100%, and a fall of
more than 100%.
Why: a lost decimal point turns 97.1% into 971%, and 下降1倍 says that nothing is left.
Example: 城镇污水处理率达971%: no more than all of it can be treated.
Do: look for a lost decimal point; write a fall as a percentage below 100.
Silent: on rates that may pass 100% by their definition (任务完成率, 产销率, 存贷比, 毛入学率), and
on falls of profits and balances, which may pass zero.

———

占比在0与100%之间；下降不会超过100%。

发现：属于占比的率（覆盖率、合格率、就业率、占比）超过100%；下降超过100%。
为什么：丢一个小数点，97.1%就成了971%；“下降1倍”等于说一点不剩。
例子：城镇污水处理率达971%：处理的不会比全部还多。
怎么办：看是否丢了小数点；降幅写成100%以内的百分数。
不报：按定义可超过100%的率（任务完成率、产销率、存贷比、毛入学率）；利润、差额的降幅可以超过100%。
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity
from duban.reference.bounded_rates import is_bounded, is_bounded_below, may_exceed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "rate-out-of-bounds"
SEVERITY = Severity.ERROR

_ALL = 100
# Unit of a ratio → how many per cent it is.
_RATIOS = {"%": Decimal(1), "倍": Decimal(100), "成": Decimal(10), "‰": Decimal("0.1")}
_BALANCE = re.compile("利润|盈|亏|顺差|逆差|差额|净流|净额|收益|效益|结余|赤字|增加?值|增量|增速")
# Stocks may be more than a year's product, and what was done more than what was planned.
_NO_LIMIT = re.compile(
    "生产总值|GDP|国民收入|财力|资产|资本|计划|任务|目标|预算|预期|指标|年初|上年|去年|同期|时序"
)
# The name may stand right before the figure where a list has taken it apart.
_REACH = 18
_NAMED = re.compile(
    r"([一-鿿]{1,8}率)(?:分别|均|都)?(?:达到|达|为|保持在|提高到|稳定在|控制在|超过|超|在)?$"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every bounded rate and every fall."""
    for figure in report.figures:
        if figure.unit not in _RATIOS:
            continue
        if figure.measure is Measure.CHANGE:
            if figure.value < 0 and not _BALANCE.search(figure.indicator):
                yield _fall(figure)
        elif figure.unit != "倍" and figure.value >= 0 and _is_share(report, figure):
            yield _share(figure)


def _is_share(report: Report, figure: Figure) -> bool:
    if figure.measure is Measure.SHARE:
        out_of = figure.whole or figure.indicator
        return not may_exceed(figure.indicator) and not _NO_LIMIT.search(out_of)
    if figure.measure is not Measure.LEVEL:
        return False
    if is_bounded(figure.indicator) or is_bounded_below(figure.indicator):
        return True
    if may_exceed(figure.indicator):
        return False
    named = _NAMED.search(report.folded, max(figure.start - _REACH, 0), figure.start)
    return named is not None and is_bounded(named[1])


def _percent(figure: Figure) -> Decimal:
    """Return the greatest value in per cent; a range's upper end only where it ends in %."""
    top = abs(figure.value)
    if figure.value_max is not None and figure.text.endswith(("%", "％")):
        top = max(top, figure.value_max)
    return top * _RATIOS[figure.unit]


def _share(figure: Figure) -> Outcome:
    if is_bounded_below(figure.indicator):  # deposits may be lent out more than once
        return holds(figure, f"0 ≤ {figure.text}")
    if _percent(figure) <= _ALL:
        return holds(figure, f"0 ≤ {figure.text} ≤ 100%")
    return fault(
        figure,
        zh=f"{figure.indicator}不会超过100%，此处为{figure.text}。",
        en=f"This rate cannot be more than 100%, but is {figure.text}.",
        equation=f"{figure.text} > 100%",
    )


def _fall(figure: Figure) -> Outcome:
    if _percent(figure) <= _ALL:
        return holds(figure, f"{figure.text} ≤ 100%")
    return fault(
        figure,
        zh=f"降幅不会超过100%，此处为{figure.text}。",
        en=f"Nothing can fall by more than 100%, but this fell by {figure.text}.",
        equation=f"{figure.text} > 100%",
    )
