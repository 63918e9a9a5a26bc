"""Area times yield gives the output.

Finds: an output, an area and a yield per area of the same crop in one sentence whose product
differs from the printed output beyond rounding.
Why: the three figures are read side by side; any deputy with a telephone can multiply them.
Example: 粮食播种面积200万亩、单产300公斤/亩、总产量65万吨: 200 × 300 gives 60万吨.
Do: look up the three values in the statistics office's release and correct the one that differs.
Silent: when one of the three is missing, bounded (以上) or belongs to another crop.

———

面积乘单产等于总产量。

发现：同一句里同一种作物的面积、单产、总产量，前两者之积与总产量之差超出四舍五入。
为什么：三个数并排念出来，代表用手机一乘就知道对不上。
例子：粮食播种面积200万亩、单产300公斤/亩、总产量65万吨：200×300应为60万吨。
怎么办：对照统计部门的发布数核三个数，改掉不一致的那个。
不报：三者缺一、带“以上”等界限、或不是同一种作物时。
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from duban.checks.equation import amount
from duban.checks.interval import judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "output-not-area-times-yield"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every sentence that states area, yield and output of one crop."""
    for figures in report.sentences.values():
        levels = [f for f in figures if f.measure is Measure.LEVEL and _exact(f)]
        for per_area in levels:
            if "/" in per_area.unit:
                yield from _weigh(per_area, levels)


def _exact(figure: Figure) -> bool:
    return figure.comparator is Comparator.EQUAL and figure.value_max is None


def _weigh(per_area: Figure, levels: list[Figure]) -> Iterator[Outcome]:
    of, _, per = per_area.unit.partition("/")
    area, output = _nearest(per_area, levels, per), _nearest(per_area, levels, of)
    if area is None or output is None:
        return
    product = printed(area).times(printed(per_area))
    size = _size(area.unit, per) * _size(of, output.unit)
    computed = product.scaled(size)
    result = amount(area.value * per_area.value * size.numerator / size.denominator, output)
    equation = f"{area.text} × {per_area.text} = {result}"
    verdict = judge(computed, output)
    if verdict is not Verdict.WRONG:
        yield holds(output, equation, related=(area, per_area), verdict=verdict)
        return
    yield fault(
        output,
        zh=f"面积乘单产得{result}，与总产量{output.text}不符。",
        en=f"Area times yield is {result}, not {output.text}.",
        equation=equation,
        related=(area, per_area),
    )


def _nearest(per_area: Figure, levels: list[Figure], unit: str) -> Figure | None:
    fitting = [f for f in levels if f is not per_area and conversion(f.unit, unit)]
    return min(fitting, key=lambda f: abs(f.start - per_area.start), default=None)


def _size(unit: str, into: str) -> Fraction:
    return conversion(unit, into) or Fraction(1)
