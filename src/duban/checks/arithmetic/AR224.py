"""The time that has passed is what the calendar says.

Finds: a printed 序时进度 that is not the months passed over twelve, and a lead or lag against it
(超序时进度5个百分点) that does not follow from the rate beside it.
Why: the whole bulletin is measured by this one number.
Example: 1—8月，…序时进度为58.3%, where eight months of twelve are 66.7%.
Do: compute the share of the year again for the month of the bulletin.
Silent: where no month is named before it.

———

序时进度等于已过月份除以十二。

发现：写出的序时进度与月份不符；“超序时进度5个百分点”与旁边的完成率对不上。
为什么：整篇通报都拿这个数来衡量。
例子：1—8月，……序时进度为58.3%，而八个月应为66.7%。
怎么办：按通报月份重算。
不报：前面没有写明月份时。
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.around import around
from duban.checks.equation import plain
from duban.checks.outcome import fault, holds
from duban.grammar.numeral import parse_number
from duban.model import Severity, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "elapsed-share-wrong"
SEVERITY = Severity.ERROR
_N = r"([0-9]+(?:\.[0-9]+)?)"
_PERIOD = re.compile(
    r"1[-—－–~至到]+([0-9]{1,2})月|前([0-9一二三四五六七八九十]{1,2})个月|截至(?:目前)?([0-9]{1,2})月"
    r"|(一季度|上半年|前三季度|全年)"
)
_MONTHS = {"一季度": 3, "上半年": 6, "前三季度": 9, "全年": 12}
_PACE = re.compile(rf"(?:序时|时间)进度(?:要求|目标)?(?:应?[为是达]到?|[(（:：])?{_N}%")
_AHEAD = re.compile(
    rf"{_N}%[,，、](?:已)?(超过?|快于|高于|领先|低于|慢于|滞后于?|落后于?|欠)(?:序时|时间)进度{_N}个百分点"
)
_REACH = 600  # characters back to the month that the passage is about


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every share of the year, and every lead against it."""
    for found in around(report.folded, _PACE, ("进度",), before=3, after=14):
        months = _months(report, found.start())
        if months:
            yield _weigh(found, 1, Decimal(months * 100) / 12, f"{months} ÷ 12")
    for found in around(report.folded, _AHEAD, ("进度",), before=24, after=10):
        months = _months(report, found.start())
        if months:
            pace = Decimal(months * 100) / 12
            lead = Decimal(found[1]) - pace
            lead = lead if found[2][0] in "超快高领" else -lead
            yield _weigh(found, 3, lead, f"{found[1]}% 对 {plain(pace, 2)}%")


def _months(report: Report, at: int) -> int | None:
    """Return how many months the passage speaks of: the period named last before an offset."""
    start = max(0, at - _REACH)
    named = list(_PERIOD.finditer(report.folded, start, at))
    if not named:
        return None
    one, several, until, words = named[-1].groups()
    months = _MONTHS[words] if words else int(parse_number(one or several or until)[0])
    return months if 1 <= months <= 12 else None  # noqa: PLR2004


def _weigh(found: re.Match[str], group: int, due: Decimal, how: str) -> Outcome:
    stated = Decimal(found[group])
    step = Decimal(1).scaleb(int(stated.as_tuple().exponent))
    at = Span(found.start(group), found.end(group))
    equation = f"{how} = {plain(due, 2)}"
    gap = abs(due - stated)
    if gap <= step / 2:
        verdict = Verdict.EXACT if due == stated else Verdict.ROUNDED
        return holds(at, equation, verdict=verdict)
    if 0 < due - stated < step:
        return holds(at, equation, verdict=Verdict.TRUNCATED)
    return fault(
        at,
        zh=f"按月份计算应为{plain(due, 2)}，此处为{found[group]}。",
        en=f"By the months passed it is {plain(due, 2)}, not {found[group]}.",
        equation=equation,
    )
