"""A multiple must fit its figures: by n times, or to n times.

Finds: 增长n倍, 翻番 or 是…的n倍 that does not fit the printed values: the added and the total, or
the former and the present level. The message says when the other reading would fit.
Why: 增长2倍 makes three of one, 增长到2倍 makes two; the two are confused in every county.
Example: 新增200个，增长3倍，累计300个: 200 on 100 is a growth of 2 times (3 times as many).
Do: decide whether the growth or the ratio is meant and write 增长n倍 or 是上年的n倍.
Silent: when only one of the values is printed, and on values with 以上, 多.

———

倍数要与数字相符：是增长了n倍，还是达到n倍。

发现：“增长n倍”“翻番”“是…的n倍”与写明的数字（新增与累计、从A到B）不符；另一种读法相符时一并说明。
为什么：增长2倍是原来的3倍，增长到2倍才是2倍，两者常混。
例子：新增200个，增长3倍，累计300个：200比原有100，是增长2倍（为原来的3倍）。
怎么办：弄清说的是增幅还是比值，写“增长n倍”或“是上年的n倍”。
不报：只有一个数、带“以上”“多”的数。
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import (
    bounded,
    is_percent,
    middle,
    rate_severity,
    rate_text,
    same_unit,
    values,
    whole,
)
from duban.checks.arithmetic.runs import Part, runs
from duban.checks.equation import plain
from duban.checks.interval import Interval, judge, point, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.runs import Run, Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "multiple-not-by-or-to"
SEVERITY = Severity.ERROR

_DOUBLED = "翻"
_HUNDRED = 100
# 翻番 is said of what has about doubled: from a twentieth below to well above.
_SHORT_OF, _BEYOND = Decimal("0.95"), Decimal("1.5")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every multiple whose two values are printed beside it."""
    for run in report.once(runs):
        for said in run.all(Part.RATE, Part.TIMES):
            figure = said.figure
            if figure.unit == "倍" or _DOUBLED in figure.text:
                yield from _weigh(report, run, said)


def _weigh(report: Report, run: Run, said: Said) -> Iterator[Outcome]:
    level, former, added = map(run.first, (Part.LEVEL, Part.FORMER, Part.ADDED))
    other = former or added
    if level is None or other is None or (added and said.part is Part.TIMES):
        return
    end, start = level.figure, other.figure
    if not (bounded(end, start) and same_unit(start, end) and whole(report, start, end)):
        return
    severity = rate_severity(report, end, said)
    if severity is None or is_percent(end) or not start.value:
        return
    ratio = values(end, start).over(printed(start))  # of the levels, or of total and added
    middles = middle(end, start) / start.value
    if other is added:
        ratio, middles = _from_added(ratio), _from_added(point(middles)).low
    equation = _equation(end, start, rate_text(middles - 1, said.figure), is_added=other is added)
    if said.part is Part.TIMES:
        equation = f"{end.text} ÷ {start.text} = {plain(middles, 3)}倍"
    yield _judged(said, ratio, equation, [end, start], severity)


def _from_added(share: Interval) -> Interval:
    """Return total over former from total over added: t / (t − 1)."""
    return point(1).over(point(1).minus(point(1).over(share)))


def _equation(end: Figure, start: Figure, result: str, *, is_added: bool) -> str:
    if is_added:
        return f"{start.text} ÷ ({end.text} − {start.text}) = {result}"
    return f"{end.text} ÷ {start.text} − 1 = {result}"


def _judged(
    said: Said, ratio: Interval, equation: str, related: list[Figure], severity: Severity
) -> Outcome:
    figure = said.figure
    by, to = ratio.minus(point(1)), ratio
    meant, other = (to, by) if said.part is Part.TIMES else (by, to)
    verdict = _fits(meant, figure)
    if verdict is not Verdict.WRONG:
        return holds(figure, equation, related=related, verdict=verdict)
    zh = en = ""
    if _fits(other, figure) is not Verdict.WRONG and _DOUBLED not in figure.text:
        number = figure.text
        zh = f"若指增长{number}则相符。" if other is by else f"若指达到原来的{number}则相符。"
        en = " Growth by it would fit." if other is by else " Growth to it would fit."
    result = equation.rpartition(" = ")[2]
    return fault(
        figure,
        zh=f"按所列数字推算为{result}，与“{figure.text}”不符。{zh}",
        en=f"The printed values give {result}, not {figure.text}.{en}",
        equation=equation,
        related=related,
        severity=severity,
    )


def _fits(ratio: Interval, figure: Figure) -> Verdict:
    if _DOUBLED not in figure.text:
        return judge(ratio, figure)
    full = 1 + figure.value / _HUNDRED
    low = full * (_SHORT_OF if figure.comparator is not Comparator.ABOUT else _SHORT_OF**2)
    fits = Interval(low, full * _BEYOND).meets(ratio.plus(point(1)))
    return Verdict.ROUNDED if fits else Verdict.WRONG
