"""Area times yield gives the output.

Finds: an output, an area and a yield per area of the same crop, in one sentence or close in one
paragraph, whose product differs from the printed output beyond rounding.
Why: the three figures are read side by side; any deputy with a telephone can multiply them.
Example: 粮食播种面积200万亩、单产300公斤/亩、总产量65万吨: 200 × 300 gives 60万吨.
Do: look up the three values in the statistics office's release and correct the one that differs.
Silent: when one of the three is missing, bounded (以上) or belongs to another crop or year.

———

面积乘单产等于总产量。

发现：同一句里或同一段相近处，同一种作物的面积、单产、总产量，前两者之积与总产量之差超出四舍五入。
为什么：三个数并排念出来，代表用手机一乘就知道对不上。
例子：粮食播种面积200万亩、单产300公斤/亩、总产量65万吨：200×300应为60万吨。
怎么办：对照统计部门的发布数核三个数，改掉不一致的那个。
不报：三者缺一、带“以上”等界限、或不是同一种作物、同一年的。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.arithmetic.products import HARVEST, triples
from duban.checks.equation import amount
from duban.checks.interval import judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.products import Factors
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "output-not-area-times-yield"
SEVERITY = Severity.ERROR

_PER = "亩"  # what a yield without a unit of area is per
_LEVELS = frozenset((Measure.LEVEL, Measure.TOTAL))


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every harvest whose area, yield and output are printed."""
    levels = [f for f in report.figures if f.measure in _LEVELS and _exact(f)]
    for factors in triples(report, levels, HARVEST):
        yield from _weigh(factors)


def _exact(figure: Figure) -> bool:
    return figure.comparator is Comparator.EQUAL and figure.value_max is None


def _weigh(factors: Factors) -> Iterator[Outcome]:
    area, per_area, output = factors
    of, _, per = per_area.unit.partition("/")
    into_area, into_output = conversion(area.unit, per or _PER), conversion(of, output.unit)
    if into_area is None or into_output is None:
        return
    size = into_area * into_output
    computed = printed(area).times(printed(per_area)).scaled(size)
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
