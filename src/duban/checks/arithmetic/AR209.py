"""Words of order agree with the values beside them.

Finds: 两位数增长 beside a growth below ten percent; 突破4000亿元、达到3911亿元; 跨越千万级
beside a value of another magnitude; 翻番 beside two values of which one is not twice the other;
快于 and 高于 beside growths that say otherwise, and a printed difference that is not theirs;
由第8位升至第5位、上升2位.
Why: the words are what is quoted, and the value beside them contradicts them at once.
Example: 全省收入增长9.8%，连续两年两位数增长.
Do: look up the value; change the value or the words.
Silent: where the words have a subject of their own, or one of the values is not printed.

———

程度词与旁边的数值一致。

发现：“两位数增长”旁边的增速不到10%；“突破4000亿元、达到3911亿元”；“跨越千万级”与数值的量级不符；“翻番”
的前后两数不是两倍；“快于”“高于”与两个增速的大小相反，或所说的差距不是两者之差；“由第8位升至第5位、上升2位”。
为什么：这些词最容易被引用，旁边的数当场就能推翻它。
例子：全省收入增长9.8%，连续两年两位数增长。
怎么办：核对数值，改数或改词。
不报：程度词另有主语，或有一个数未写出时。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.around import around
from duban.checks.arithmetic.comparing import comparisons
from duban.checks.arithmetic.parts import LEVELS, began, exact
from duban.checks.equation import plain
from duban.checks.interval import judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.comparing import Comparison
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "words-against-value"
SEVERITY = Severity.ERROR
_OWN = r"[,，、](?:均|都|并|已|实现了?|保持了?|继续|连续[^,，、。;；]{1,7}?|持续|稳定)*"
_DIGITS = re.compile(_OWN + r"([一两二]|个)位数(?:的?增[长幅速]|下降)")
_CLASS = re.compile(
    r"[,，、](?:总量|规模|首次|成功|历史性|已|由此|从|由|[十百千万亿]{1,2}级|到|至)*"
    r"(?:跨越|突破|跨上|迈上|迈入|跃上|步入|进入|达到|跨入)到?([十百千]?[万亿]|万亿)级"
)
_PASSED = re.compile(
    r"[,，、](?:总量|规模|首次|实际|已|台阶)*(?:达到|达|为)(?:历史性的|创纪录的)?$"
)
_TWICE = re.compile(
    r"[,，、](?:总量|规模|五年|5年|实现|比[^,，、。;；]{1,8}|较[^,，、。;；]{1,8}|整整)*"
    r"(翻番|翻一番|翻两番|翻了一番|翻了两番)"
)
_MOVED = re.compile(
    r"第([0-9]+)[位名]?[^0-9,，、。;；]{1,5}第([0-9]+)[位名]?[,，、](?:位次|排名)?"
    r"(?:(前移|上升|提升|提高|跃升|前进)|后移|下降|下滑)了?$"
)
_DIGIT_RANGES = {"个": (0, 10), "一": (0, 10), "两": (10, 100), "二": (10, 100)}
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_PLACES = frozenset(("位", "名", "个位次"))
_NEAR = 4
_WINDOW = 30  # characters in which a word of order and what leads to it stand
_TOLERANCE = Decimal("0.95")  # of a doubling; reports say 翻番 of 1.96 times


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every word of order that stands beside its value."""
    yield from _digits(report)
    yield from _classes(report)
    yield from _passed(report)
    yield from _doubled(report)
    yield from _ranks(report)
    for found in comparisons(report):
        yield from _compared(found)


def _beside(report: Report, at: int) -> Figure | None:
    """Return the figure that ends right before an offset."""
    index = bisect_left(report.starts, at) - 1
    if index < 0:
        return None
    figure = report.figures[index]
    return figure if 0 <= at - figure.end <= _NEAR else None


def _digits(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _DIGITS, ("位数",)):
        figure = _beside(report, found.start())
        if figure and figure.measure is Measure.CHANGE and figure.unit == "%":
            low, high = _DIGIT_RANGES[found[1]]
            words = f"{low}% ≤ {figure.text} < {high}%"
            yield _said(figure, low <= abs(figure.value) < high, words, f"{found[1]}位数")


def _classes(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _CLASS, ("万级", "亿级")):
        figure = _beside(report, found.start())
        if figure and figure.measure in LEVELS:
            low = Decimal(1)
            for character in found[1]:
                low *= _SIZES[character]
            high = low * 10 if found[1] != "万亿" else low * 100
            words = f"{found[1]} ≤ {figure.text} < {_next(found[1])}"
            yield _said(figure, low <= figure.value < high, words, f"{found[1]}级")


def _next(name: str) -> str:
    order = ["万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿", "百万亿"]
    return order[order.index(name) + 1]


def _passed(report: Report) -> Iterator[Outcome]:
    """突破A、达到B: B is above A."""
    figures = report.figures
    for number, figure in enumerate(figures[1:], start=1):
        mark = figures[number - 1]
        if (
            mark.comparator is Comparator.ABOVE
            and figure.unit == mark.unit
            and figure.measure in LEVELS
            and figure.start - mark.end < 12  # noqa: PLR2004  台阶，首次达到
            and _PASSED.search(report.folded[mark.end : figure.start])
        ):
            yield _said(
                figure,
                figure.value >= mark.value,
                f"{figure.text} ≥ {mark.text}",
                f"突破{mark.text}",
                mark,
            )


def _doubled(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _TWICE, ("番",)):
        late = _beside(report, found.start())
        index = bisect_left(report.starts, late.start) if late else 0
        early = report.figures[index - 1] if index else None
        if late and early and early.unit == late.unit and began(report, early) and early.value:
            times = 4 if "两" in found[1] else 2
            ratio = late.value / early.value
            words = f"{late.text} ÷ {early.text} = {plain(ratio, 2)}"
            yield _said(late, times * _TOLERANCE <= ratio < times * 2, words, found[1], early)


def _ranks(report: Report) -> Iterator[Outcome]:
    """由第12位升至第8位、上升4位: the places moved are the difference."""
    for figure in report.figures:
        if figure.measure is Measure.CHANGE and figure.unit in _PLACES:
            found = _MOVED.search(report.folded[max(0, figure.start - _WINDOW) : figure.start])
            if found:
                moved = (int(found[1]) - int(found[2])) * (1 if found[3] else -1)
                words = f"第{found[1]}位 − 第{found[2]}位 = {moved}位"
                said = f"由第{found[1]}位到第{found[2]}位"
                yield _said(figure, moved == abs(figure.value), words, said)


def _compared(found: Comparison) -> Iterator[Outcome]:
    one, other = found.subject, found.reference
    higher, lower = (one, other) if found.above else (other, one)
    related = [other, *([found.gap] if found.gap else [])]
    difference = printed(higher).minus(printed(lower))
    words = f"{higher.text} − {lower.text} = {plain(higher.value - lower.value)}个百分点"
    if found.gap and exact(one) and exact(other):
        verdict = judge(difference, found.gap)
        if verdict is Verdict.TRUNCATED:  # nobody cuts off a difference of points
            verdict = Verdict.WRONG
        if verdict is Verdict.ROUNDED and higher.value - lower.value == found.gap.value:
            verdict = Verdict.EXACT
    else:
        verdict = Verdict.EXACT if difference.high > 0 else Verdict.WRONG
    if verdict is not Verdict.WRONG:
        yield holds(one, words, related=related, verdict=verdict)
        return
    yield fault(
        found.gap or one,
        zh=f"两个增速相差{plain(higher.value - lower.value)}个百分点，与文字所说不符。",
        en=f"The growths differ by {plain(higher.value - lower.value)} points, not as said.",
        equation=words,
        related=[one, *related] if found.gap else related,
        severity=None if found.gap else Severity.WARNING,
    )


def _said(
    figure: Figure,
    true: object,  # whether the value is what the words say
    equation: str,
    words: str,
    other: Figure | None = None,
) -> Outcome:
    related = [other] if other else []
    if true:
        return holds(figure, equation, related=related)
    return fault(
        figure,
        zh=f"数值{figure.text}与所说“{words}”不符。",
        en=f"The value {figure.text} is not what the words say ({words}).",
        equation=equation,
        related=related,
    )
