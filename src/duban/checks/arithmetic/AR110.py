"""What was added is not more than all there is.

Finds: 新增 or 净增 that is greater than the total, the stock or the level that stands beside it.
Why: a decimal point or a 万 lost in one of the two makes a village larger than its county.
Example: 新增种植面积40万亩，累计达到30万亩: there cannot be less in all than was added.
Do: look for a lost 万 or decimal point in the two.
Silent: when the two are of different things or units, and on balances that may be negative.

———

新增的不会多于全部的。

发现：新增、净增大于紧接着的累计数、总量或现有数。
为什么：丢了一个“万”字或小数点，新增就比总数还大。
例子：新增种植面积40万亩，累计达到30万亩：总共没有新增的多。
怎么办：看两个数里哪个丢了“万”字或小数点。
不报：两个数不是同一事物或单位不同、差额等可以为负的数。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import middle, same_unit, whole
from duban.checks.arithmetic.runs import Part, runs
from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "added-exceeds-total"
SEVERITY = Severity.ERROR

_REACH = 44  # characters between what was added and the total
_FOLLOWING = 3  # figures behind what was added that may be the total
_LEVELS = frozenset((Measure.LEVEL, Measure.TOTAL))
_TOTAL = re.compile(
    r".{0,16}?[，、；](?:[^，、；]{0,8}?)(?:总[^，、；]{0,8}|累计[^，、；]{0,4}|已建[^，、；]{0,10}|在[册库营建][^，、；]{0,8}"
    r"|存量[^，、；]{0,4}|保有量[^，、；]{0,3}|拥有量?[^，、；]{0,3}|达到?|增至|增加到)(?:约|近|超|超过|突破|到|为|已)?"
)
_BALANCE = re.compile("利润|盈余|顺差|逆差|赤字|亏损|结余|净额|增[加长]值?$|差$")
_WHOLE = re.compile("总[量数额]?")
_THING = 2  # characters at the end of a name that say what it is
_AMONG = "其中"


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every addition that stands with its total."""
    for index, figure in enumerate(report.figures):
        if figure.measure is Measure.ADDED:
            total = _total(report, figure, index)
            if total is not None:
                yield _weigh(figure, total)
    for run in report.once(runs):
        level = run.first(Part.LEVEL)
        if level is None or run.first(Part.FORMER):
            continue
        for said in run.all(Part.AMOUNT):
            if _is_increase_of(report, said.figure, level.figure):
                yield _weigh(said.figure, level.figure)


def _is_increase_of(report: Report, more: Figure, level: Figure) -> bool:
    fits = more.value > 0 and same_unit(more, level) and _plain(more, level)
    return fits and whole(report, more, level)


def _plain(*figures: Figure) -> bool:
    """Say whether both are counted from nothing, and printed without a cap or a range."""
    return not any(
        f.value_max is not None
        or f.comparator in {Comparator.AT_MOST, Comparator.BELOW}
        or _BALANCE.search(f.indicator)
        for f in figures
    )


def _total(report: Report, added: Figure, index: int) -> Figure | None:
    """Return the total right behind an addition; a growth may stand between them."""
    for figure in report.figures[index + 1 : index + 1 + _FOLLOWING]:
        if figure.start - added.end > _REACH or figure.sentence_start != added.sentence_start:
            return None
        if figure.measure is Measure.CHANGE:
            continue
        if figure.measure not in _LEVELS or figure.unit != added.unit:
            return None
        if not (_same_thing(added, figure) and _plain(added, figure)):
            return None
        words = report.folded[added.end : figure.start]
        return figure if _AMONG not in words and _TOTAL.fullmatch(words) else None
    return None


def _same_thing(added: Figure, total: Figure) -> bool:
    """Say whether both names end in the same thing, 总 and 总量 aside: 新增里程, 总里程."""
    one, other = (_WHOLE.sub("", f.indicator) for f in (added, total))
    if not one or not other:
        return one == other
    return one.endswith(other[-_THING:]) or other.endswith(one[-_THING:])


def _weigh(added: Figure, total: Figure) -> Outcome:
    all_there_is = middle(total, added)
    slack = (printed(total).low, printed(added).low)  # rounding may bring the two together
    if added.value <= all_there_is or slack[1] <= all_there_is + total.step / 2:
        return holds(total, f"{added.text} ≤ {total.text}", related=[added])
    return fault(
        total,
        zh=f"新增{added.text}大于总数{total.text}。",
        en=f"{added.text} were added, more than the {total.text} there are in all.",
        equation=f"{added.text} > {total.text}",
        related=[added],
        severity=None if total.comparator is Comparator.EQUAL else Severity.WARNING,
    )
