"""The growths of two factors give the growth of their product.

Finds: growth of area, of yield and of output (or of visitors, spending a head and revenue; of
volume, price and sales) where (1 + g) × (1 + h) is not 1 + the growth of the product.
Why: the three rates stand in one sentence, and their sum is nearly the third.
Example: 面积增长1%，单产增长3%，总产量增长6%: 1.01 × 1.03 gives 4.03%.
Do: look up the three rates; one of them was carried over from another line.
Silent: where one of the three is missing, bounded (以上) or of another crop or year.

———

两个因数的增速决定积的增速。

发现：面积、单产、总产量（或人次、人均花费、收入；销量、均价、销售额）三个增速，前两者连乘与后者不符。
为什么：三个增速在一句里，前两个相加就差不多是第三个。
例子：面积增长1%，单产增长3%，总产量增长6%：1.01×1.03是增长4.03%。
怎么办：核三个增速，多半有一个抄错了行。
不报：三者缺一、带“以上”等界限、或不是同一种作物、同一年的。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import as_rate, bounded, rate_text, settle
from duban.checks.arithmetic.products import PRODUCTS, triples
from duban.checks.interval import growth, point
from duban.model import Measure, Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.arithmetic.products import Factors
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "growth-not-product"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every product whose three rates of growth are printed."""
    rates = [
        f
        for f in report.figures
        if f.measure is Measure.CHANGE and f.unit in {"%", "倍", "‰"} and bounded(f)
    ]
    for product in PRODUCTS:
        severity = Severity.ERROR if product.certain else Severity.WARNING
        for factors in triples(report, rates, product):
            yield _weigh(factors, severity)


def _weigh(factors: Factors, severity: Severity) -> Outcome:
    many, each, result = factors
    computed = growth(many).times(growth(each)).minus(point(1))
    shown = rate_text(_plus_one(many) * _plus_one(each) - 1, result)
    return settle(
        result,
        as_rate(computed, result),
        f"(1 {_signed(many)}) × (1 {_signed(each)}) − 1 = {shown}",
        related=[many, each],
        zh=f"两项增速连乘得{shown}，与{result.text}不符。",
        en=f"The two growths multiply to {shown}, not {result.text}.",
        severity=severity,
    )


def _plus_one(figure: Figure) -> Decimal:
    size = conversion(figure.unit, "%") or 1
    return 1 + figure.value * size.numerator / (100 * size.denominator)


def _signed(figure: Figure) -> str:
    return f"{'−' if figure.value < 0 else '+'} {figure.text}"
