"""A target has the size of last year's value.

Finds: a target and last year's value of the same indicator that differ by a power of ten exactly
(4万户 and 4000户), or fivefold and more; a growth target eight times last year's growth and
more than twenty points above it.
Why: a lost or doubled zero, or 万 for 千, is the misprint that nobody sees in a single figure.
Example: last year 改造农房4万户, this year 改造农房4000户.
Do: look up both values.
Silent: for one-digit counts, for different years or areas, and for growth of 2% after 12%.

———

目标与去年实绩同一量级。

发现：同一指标，今年目标与去年实绩恰差十倍、百倍（4万户与4000户），或者相差五倍以上；
增速目标为去年增速的八倍以上且高出二十个百分点。
为什么：多一个零、少一个零，“万”“千”写错，单看一个数是看不出来的。
例子：去年改造农房4万户，今年改造农房4000户。
怎么办：两个数都核一遍。
不报：个位数的小数目，年份、地域不同时，以及增速由12%降为2%。
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from duban.checks.equation import plain
from duban.checks.outcome import fault, holds
from duban.checks.targets.pairs import pairs
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.checks.targets.pairs import Pair

NAME = "target-tenfold"
SEVERITY = Severity.WARNING
_NEAR = Fraction(2, 100)  # of a power of ten
_FAR = 5  # times, from which a change of size is worth a look
_LEAPS = 8  # times last year's growth
_LEAP = 20  # percentage points of growth
_SMALL = 10  # counts below it go tenfold by themselves
_SHORT = 5  # characters of a name that says too little: 项目, 资金


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every target with last year's value of the same indicator."""
    for pair in pairs(report):
        ratio = abs(pair.ratio())
        if pair.target.measure is Measure.CHANGE:
            far = ratio >= _LEAPS and pair.target.value - pair.actual.value > _LEAP
            tens = False
        elif not _alike(pair) or not _large(pair):
            continue  # what is done in a year, and what there is in all
        else:
            size = max(ratio, 1 / ratio)
            tens = _power_of_ten(size)
            far = size >= _FAR and len(pair.target.indicator) >= _SHORT
        if tens or far:
            yield _finding(pair, ratio, tens=tens)
        elif pair.target.measure is not Measure.CHANGE:
            equation = f"{pair.target.text} ÷ {pair.actual.text} = {_times(ratio)}"
            yield holds(pair.target, equation, related=(pair.actual,))


def _alike(pair: Pair) -> bool:
    return pair.target.measure is pair.actual.measure and pair.target.measure is not Measure.RANK


def _large(pair: Pair) -> bool:
    return max(abs(pair.target.value), abs(pair.actual.value)) >= _SMALL


def _power_of_ten(size: Fraction) -> bool:
    return any(abs(size / 10**n - 1) <= _NEAR for n in (1, 2, 3, 4))


def _finding(pair: Pair, ratio: Fraction, *, tens: bool) -> Outcome:
    target, actual = pair.target, pair.actual
    apart = "恰为十的倍数" if tens else "相差悬殊"
    return fault(
        target,
        zh=f"目标{target.text}与去年{actual.text}之比为{_times(ratio)}，{apart}，请核对位数。",
        en=f"The target is {_times(ratio)} times last year's {actual.text}: check the digits.",
        equation=f"{target.text} ÷ {actual.text} = {_times(ratio)}",
        related=(actual,),
        severity=Severity.WARNING if tens else Severity.NOTE,
    )


def _times(ratio: Fraction) -> str:
    return plain(Decimal(ratio.numerator) / ratio.denominator, 3)
