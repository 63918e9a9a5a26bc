"""An index is near one hundred.

Finds: a price index in per cent far from 100, without words of a change: 价格指数控制在0.6%.
Why: an index compares with last year as 100; 0.6% is its rise, 涨幅.
Example: 居民消费价格指数控制在0.6%: 涨幅 is missing, or the value should be 100.6.
Do: write 涨幅 or 上涨, or the value of the index.
Silent: where a rise is named (指数上涨2%, 指数涨幅2%), and for values near 100.

———

指数的值在一百上下。

发现：价格指数后面的百分数远离100，又没有“涨幅”“上涨”一类的词：价格指数控制在0.6%。
为什么：指数以上年为100；0.6%是涨幅。
例子：居民消费价格指数控制在0.6%：缺“涨幅”，否则应为100.6。
怎么办：写明“涨幅”“上涨”，或者改用指数值。
不报：写明涨跌的（指数上涨2%、指数涨幅2%），以及在100上下的值。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "index-for-rate"
SEVERITY = Severity.WARNING
_INDEX = re.compile(r"价格(?:总水平)?(?:总)?指数|CPI|PPI")
_CHANGE = re.compile(r"涨|跌|增|降|升|回落|波动|提高")
_REACH = 30  # characters before a value that can hold the index
_LOWEST = 50  # no price index of a year is below it


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every percentage that is given for a price index."""
    if not _INDEX.search(report.folded):
        return
    for figure in report.figures:
        if figure.unit == "%" and _INDEX.search(report.folded, *_window(figure)):
            yield from _judge(report, figure)


def _window(figure: Figure) -> tuple[int, int]:
    return max(figure.sentence_start, figure.start - _REACH), figure.start


def _judge(report: Report, figure: Figure) -> Iterator[Outcome]:
    clause = report.before(figure)
    found = _INDEX.search(clause)
    if found is None or _CHANGE.search(clause, found.end()):
        return
    if abs(figure.value) >= _LOWEST:
        yield holds(figure, f"{figure.text} ≥ {_LOWEST}%")
        return
    yield fault(
        figure,
        zh=f"价格指数以上年为100，{figure.text}应是涨幅，请补“涨幅”或改用指数值。",
        en=f"A price index is near 100; {figure.text} must be its rise.",
    )
