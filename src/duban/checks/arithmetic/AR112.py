"""A growth of a small count must come from a whole number.

Finds: a count of things or people with its rate of change, where no whole number of the year
before gives that rate.
Why: 4人 after a fall of 42.9% were 7; after a fall of 40% they would have been 6.7.
Example: 事故3起，下降45%: from 5 it is 40%, from 6 it is 50%.
Do: look up the count of the year before and compute the rate again.
Silent: where any rate would fit (large counts, few decimals), on round counts such as 300个, and
where the count or the rate is bounded (以上, 近).

———

小数目的增减幅应来自上期的整数。

发现：写明个数（人数、件数）和增减幅，但上期没有哪个整数能得出这个幅度。
为什么：4人、下降42.9%，上期是7人；下降40%就成了6.7人。
例子：事故3起，下降45%：上期5起是40%，6起是50%。
怎么办：查上期的个数，重算增减幅。
不报：数目太大、小数位太少而任何数都能凑上的；300个这样的整数；带“以上”“近”的。
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import rate_text
from duban.checks.arithmetic.runs import Part, runs
from duban.checks.equation import plain
from duban.checks.interval import is_count, judge, point
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Severity, Verdict
from duban.reference.price_basis import is_restated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "growth-of-no-whole-number"
SEVERITY = Severity.WARNING

_ALL = Decimal(100)
_POWER = 3  # the rates that whole numbers give must lie this many last digits apart
_ROUND = 100


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every small count that stands with its growth."""
    for run in report.once(runs):
        level, rate = run.first(Part.LEVEL), run.first(Part.RATE)
        if level is None or rate is None or run.first(Part.FORMER) or is_restated(rate.words):
            continue
        if run.said.index(rate) == run.said.index(level) + 1 and _fits(level.figure, rate.figure):
            yield _weigh(level.figure, rate.figure)


def _fits(count: Figure, rate: Figure) -> bool:
    exact = all(f.comparator is Comparator.EQUAL and f.value_max is None for f in (count, rate))
    if not (exact and is_count(count) and rate.unit == "%" and "翻" not in rate.text):
        return False
    if count.value <= 0 or rate.value <= -_ALL or _is_round(count):
        return False
    apart = _ALL * (1 + rate.value / _ALL) ** 2 / count.value
    return apart >= _POWER * rate.step


def _is_round(count: Figure) -> bool:
    return count.value >= _ROUND and count.value % 10 == 0


def _weigh(count: Figure, rate: Figure) -> Outcome:
    former = count.value / (1 + rate.value / _ALL)
    tried = []
    for way in (ROUND_FLOOR, ROUND_CEILING):
        whole = former.to_integral_value(rounding=way)
        if not whole:
            continue
        change = count.value / whole - 1
        shown = f"{count.text} ÷ {plain(whole)} − 1 = {rate_text(change, rate)}"
        verdict = judge(point(change * _ALL), rate)
        if verdict is not Verdict.WRONG:
            return holds(rate, shown, related=[count], verdict=verdict)
        tried.append(f"{plain(whole)}为{rate_text(abs(change), rate)}")
    return fault(
        rate,
        zh=f"{count.text}，上期没有哪个整数能得出{rate.text}（上期{'，'.join(tried)}）。",
        en=f"No whole number of the year before gives {rate.text} for {count.text}.",
        equation=f"{count.text} ÷ k − 1 ≠ {rate.text}",
        related=[count],
    )
