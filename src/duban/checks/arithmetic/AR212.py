"""A share of a whole is not above 100%.

Finds: a rate that counts a part of a whole (覆盖率, 合格率, 就业率, 占全省) printed above 100%.
Why: no part is larger than all of it; the figure or its name is wrong.
Example: 生活污水处理率达到197.1%.
Do: look the value up; a rate that may be above 100% (完成率, 产销率) must be named so.
Silent: for rates that may be above 100% (毛入学率, 拨备覆盖率, 贡献率), and for changes.

———

部分占整体的比率不超过100%。

发现：表示部分占整体的比率（覆盖率、合格率、就业率、占全省比重）写成大于100%。
为什么：部分不会大于全部，不是数错就是名称错。
例子：生活污水处理率达到197.1%。
怎么办：核对数值；确可大于100%的（完成率、产销率），把名称写准。
不报：可以大于100%的比率（毛入学率、拨备覆盖率、贡献率）、增减幅度。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "share-above-100"
SEVERITY = Severity.ERROR
_ALL = 100
_RATE = re.compile(
    r"(?:覆盖|普及|处理|收集|优良|就业|失业|完工|合格|达标|办结|满意|入园|参保|城镇化|入库|到位"
    r"|就诊|入住|出席|完好|知晓|办复|利用|应诉|收回|巩固|通过|治愈|检测|接种|登记|上架|机械化|绿化|林草|优良天数|及时|响应|解决)率?(?:比例)?$"
    r"|(?:优良|达标)(?:天数|水体|水质)(?:比例)?$|占比$|比重$"
)
_OF = re.compile(r"(?:以上)?的")
_ANY_RATE = re.compile(r"率$")
_MAY_BE_MORE = re.compile(
    r"毛入|拨备|资本|充足|完成率|进度|产销|贡献|负债|杠杆|存贷|偿付|增长|任务|汇率|利率|周转|回报|利润"
    r"|流动|速动|替代|超额|履约|预算|收益|投资|物价|抚养|依存|保障率|自给"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every figure that is a share of a whole."""
    for figure in report.figures:
        if figure.unit == "%" and _is_share(report, figure):
            yield _weigh(figure, sure=_is_known(figure))


def _is_share(report: Report, figure: Figure) -> bool:
    if figure.measure not in (Measure.LEVEL, Measure.SHARE):
        return False
    if _MAY_BE_MORE.search(figure.indicator):
        return False
    if _RATE.search(figure.indicator) or _ANY_RATE.search(figure.indicator):
        return True
    before = report.folded[max(0, figure.start - 8) : figure.start]
    after = report.folded[figure.end : figure.end + 3]
    return figure.measure is Measure.SHARE and ("占" in before or _OF.match(after) is not None)


def _is_known(figure: Figure) -> bool:
    """Say whether a rate is one of those that certainly count parts of a whole."""
    return bool(_RATE.search(figure.indicator)) or not _ANY_RATE.search(figure.indicator)


def _weigh(figure: Figure, *, sure: bool) -> Outcome:
    low = printed(figure).low
    if figure.comparator is Comparator.ABOVE:
        low = figure.value
    if low <= _ALL:
        return holds(figure, f"{figure.text} ≤ 100%")
    return fault(
        figure,
        zh=f"{figure.text}大于100%，而所指是部分占整体的比率。",
        en=f"{figure.text} is above 100%, but is a share of a whole.",
        equation=f"{figure.text} > 100%",
        severity=None if sure else Severity.WARNING,
    )
