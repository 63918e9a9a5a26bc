"""A rate of things done is a whole number of them over all of them.

Finds: a rate of completion, settlement or coverage printed with the number of things it is a
share of, that no whole number of things gives; and one that is not the printed done over all.
Why: of 475 projects 466 give 98.11% and 467 give 98.32%; 98.21% cannot be.
Example: 40个项目完工率96.3%: 38 of 40 are 95% and 39 are 97.5%.
Do: count what is done and what there is; where two lists are given with 分别, see whether two
values were exchanged.
Silent: where any rate would fit (many things, few decimals), on rates that weigh by money
(投资完成率, 资金支付率), and where the number and the rate are parted by other words.

———

完成比率应是整数除以总数。

发现：完工率、办结率、覆盖率等与其总数并列，但没有哪个整数除以总数能得出；或与写明的完成数除以总数不符。
为什么：475个项目，466个是98.11%，467个是98.32%，不会是98.21%。
例子：40个项目完工率96.3%：38个是95%，39个是97.5%。
怎么办：核总数和完成数；有“分别”的，看两个数是否写颠倒了。
不报：总数太大、小数位太少而任何数都能凑上的；按金额算的率（投资完成率、资金支付率）；数与率之间隔着别的话的。
"""

from __future__ import annotations

import re
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.equation import plain
from duban.checks.interval import is_count, judge, point
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "rate-not-k-of-n"
SEVERITY = Severity.WARNING

_RATE = (
    "(?:完工|竣工|开工|复工|完成|办结|办复|答复|回复|结案|销号|整改|整治|化解|解决|落实|兑现|建成|投产|"
    "投用|达标|合格|通过|验收|覆盖|通车|入库|动工|签约|履约|优良|优秀)(?:率|比例)"
)
_REACHES = "(?:分别|均|都|总体)?(?:达到|达|为|是|提高到|升至)?"
# 475个…项目完工率达: nothing but the name of the things stands between.
_DIRECT = re.compile(rf"(?P<what>[^，。；、：0-9]{{0,26}}?){_RATE}{_REACHES}")
# 实施475个项目，完工率达: the rate alone in its clause.
_NEXT = re.compile(rf"[^，。；：0-9]{{0,26}}[，、](?:目前|已|总体|平均)?{_RATE}{_REACHES}")
# 已完成466个
_DONE = re.compile(
    r"[^。；：0-9]{0,26}[，、（](?:其中|目前)?(?:已|均已|实际)?(?:全部)?(?:完工|竣工|开工|完成|办结|办复|答复|销号|"
    r"整改|化解|解决|落实|建成|投产|投用|达标|合格|通过)(?:整改|验收|销号)?(?:了)?"
)
_NEXT_THING = re.compile(r"[^，。；：0-9]{1,26}(?:和|与|及|、|以及)")
_WEIGHED = re.compile("投资|资金|支付|支出|产值|面积|金额|进度|预算|收入|贷款|平均|计划|任务|执行")
_LIST = frozenset(("、", "和", "，", "及", "与"))
_ALL = Decimal(100)
_POWER = 3  # what can be printed must lie this many last digits apart


class Rated(NamedTuple):
    """A rate and the number of things it is a share of; `done` where that is printed too."""

    rate: Figure
    number: Figure
    done: Figure | None = None


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every rate that stands with its number of things."""
    for figures in report.sentences.values():
        for at, figure in enumerate(figures):
            if at and _is_rate(figure) and "率" in report.folded[figure.start - 14 : figure.start]:
                rates = [figure, *_rest_of_list(report, figures[at + 1 :], figure)]
                yield from _weigh(_rated(report, figures[:at], rates))


def _is_rate(figure: Figure) -> bool:
    return (
        figure.unit == "%"
        and figure.comparator is Comparator.EQUAL
        and figure.value_max is None
        and figure.measure in {Measure.LEVEL, Measure.SHARE}
        and 0 < figure.value < _ALL
    )


def _rest_of_list(report: Report, figures: list[Figure], last: Figure) -> Iterator[Figure]:
    for figure in figures:
        if report.folded[last.end : figure.start] not in _LIST or figure.unit != "%":
            return
        yield figure
        last = figure


def _rated(report: Report, before: list[Figure], rates: list[Figure]) -> list[Rated]:
    """Return the rates with their numbers, in the order of the two lists."""
    text = report.folded
    words = text[before[-1].end : rates[0].start]
    if _WEIGHED.search(words):
        return []
    numbers = _numbers(report, before)
    if len(rates) > 1 or "分别" in words:
        fits = len(numbers) >= len(rates) and _DIRECT.fullmatch(words)
        return list(map(Rated, rates, numbers[-len(rates) :])) if fits else []
    if not numbers or not (_DIRECT.fullmatch(words) or _NEXT.fullmatch(words)):
        return []
    if len(before) > 1 and _DONE.fullmatch(text[before[-2].end : before[-1].start]):
        total, done = before[-2], before[-1]
        return [Rated(rates[0], total, done)] if is_count(total) and _exact(done) else []
    return [Rated(rates[0], numbers[0])] if len(numbers) == 1 else []


def _numbers(report: Report, before: list[Figure]) -> list[Figure]:
    """Return the list of counts that ends the figures: 475个…和118个."""
    found: list[Figure] = []
    for figure in reversed(before):
        if not (is_count(figure) and _exact(figure)):
            break
        if found and not _NEXT_THING.fullmatch(report.folded[figure.end : found[0].start]):
            break
        found.insert(0, figure)
    return found


def _exact(figure: Figure) -> bool:
    return figure.comparator is Comparator.EQUAL and figure.value_max is None


def _weigh(rated: list[Rated]) -> Iterator[Outcome]:
    for one in rated:
        if one.done is not None:
            yield _stated(one.rate, one.number, one.done)
        elif one.number.value * one.rate.step * _POWER <= _ALL:
            yield _possible(one, rated)


def _stated(rate: Figure, number: Figure, done: Figure) -> Outcome:
    share = done.value * _ALL / number.value
    equation = f"{done.text} ÷ {number.text} = {plain(share, 3)}%"
    verdict = judge(point(share), rate)
    if verdict is not Verdict.WRONG:
        return holds(rate, equation, related=[done, number], verdict=verdict)
    return fault(
        rate,
        zh=f"{number.text}中{done.text}是{plain(share)}%，与{rate.text}不符。",
        en=f"{done.text} of {number.text} are {plain(share)}%, not {rate.text}.",
        equation=equation,
        related=[done, number],
        severity=Severity.ERROR,
    )


def _count(rate: Figure, number: Figure) -> tuple[Decimal, Verdict] | None:
    """Return the whole number of things that gives a rate, if there is one."""
    exact = rate.value * number.value / _ALL
    for way in (ROUND_FLOOR, ROUND_CEILING):
        count = exact.to_integral_value(rounding=way)
        verdict = judge(point(count * _ALL / number.value), rate)
        if verdict is not Verdict.WRONG:
            return count, verdict
    return None


def _possible(one: Rated, rated: list[Rated]) -> Outcome:
    rate, number = one.rate, one.number
    others = [r for r in rated if r is not one]
    if found := _count(rate, number):
        share = plain(found[0] * _ALL / number.value, 3)
        equation = f"{plain(found[0])} ÷ {number.text} = {share}%"
        for other in others:
            if other.number.value * rate.step * _POWER <= _ALL and not _count(rate, other.number):
                equation += f" ≠ k ÷ {other.number.text}"  # the order of the list is proved
        return holds(rate, equation, related=[number], verdict=found[1])
    low = (rate.value * number.value / _ALL).to_integral_value(rounding=ROUND_FLOOR)
    near = "、".join(f"{plain(k)}个为{plain(k * _ALL / number.value, 2)}%" for k in (low, low + 1))
    swapped = any(_count(rate, r.number) and _count(r.rate, number) for r in others)
    return fault(
        rate,
        zh=f"{number.text}中没有哪个整数占{rate.text}（{near}）。" + "两数互换则相符。" * swapped,
        en=f"No whole number of {number.text} gives {rate.text}."
        + " Exchanging the two values would fit." * swapped,
        equation=f"k ÷ {number.text} ≠ {rate.text}",
        related=[number],
    )
