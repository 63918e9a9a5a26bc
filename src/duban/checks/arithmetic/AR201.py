"""The parts of a whole add up to it.

Finds: a whole and its parts printed together, where the words say that the parts are all there
are (中央 and 地方, 预期性 and 约束性, 共计, 合计) and their sum is another; or listed parts (其中)
that are more together than the whole.
Why: a sum is the first thing a careful reader does in his head.
Example: 共28项指标，其中预期性指标18项、约束性指标9项: 18 + 9 gives 27.
Do: find out which of the figures is the old one, and correct it.
Silent: for averages and rates, where a part is missing, and for bounded wholes (超过).

———

部分之和等于总数。

发现：总数与各部分并列，文字表明部分已列全（中央与地方、预期性与约束性、共计、合计），相加却不等；或“其中”
所列各部分之和大于总数。
为什么：代表拿到稿子，首先会心算的就是加法。
例子：共28项指标，其中预期性指标18项、约束性指标9项：18＋9应为27。
怎么办：查清哪个数没有随改，改一致。
不报：均值和比率、部分未列全且不超总数、总数带“超过”等界限时。
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import Parts, among, exact, named, totals
from duban.checks.equation import amount
from duban.checks.interval import Interval, judge, point, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Severity, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "parts-not-sum"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every whole that is printed with two or more parts."""
    for found in chain(among(report), totals(report), named(report)):
        if len(found.parts) > 1 and all(_bounded_below(part) for part in found.parts):
            yield from _weigh(found)


def _bounded_below(part: Figure) -> bool:
    return part.comparator not in (Comparator.AT_MOST, Comparator.BELOW) and part.value_max is None


def _weigh(found: Parts) -> Iterator[Outcome]:
    whole, parts = found.whole, found.parts
    total, value = point(0), parts[0].value * 0
    for part in parts:
        total, value = total.plus(_scaled(part, whole)), value + _value(part, whole)
    terms = " + ".join(part.text for part in parts)
    if found.complete and exact(whole) and all(map(exact, parts)):
        verdict = judge(total, whole)
        equation = f"{terms} = {amount(value, whole)}"
    elif exact(whole):
        equation = f"{terms} = {amount(value, whole)} ≤ {whole.text}"
        verdict = Verdict.EXACT if total.low <= printed(whole).high else Verdict.WRONG
    else:
        return
    if verdict is not Verdict.WRONG:
        yield holds(whole, equation, related=parts, verdict=verdict)
        return
    sum_ = amount(value, whole)
    yield fault(
        whole,
        zh=f"各部分相加为{sum_}，与总数{whole.text}不符。",
        en=f"The parts add up to {sum_}, not to {whole.text}.",
        equation=equation,
        related=parts,
        severity=None if found.complete else Severity.WARNING,
    )


def _scaled(part: Figure, whole: Figure) -> Interval:
    factor = conversion(part.unit, whole.unit)
    return printed(part).scaled(factor) if factor else printed(part)


def _value(part: Figure, whole: Figure) -> Decimal:
    factor = conversion(part.unit, whole.unit)
    return part.value * factor.numerator / factor.denominator if factor else part.value
