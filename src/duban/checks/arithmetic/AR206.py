"""What several years add up to is not below one of them.

Finds: a figure of several years (五年累计, 2021—2025年) that is smaller than the figure of the same
indicator for one of these years.
Why: the one holds the other; a digit, or the word 万, was lost.
Example: 五年城镇新增就业24.27万人，2025年城镇新增就业42.3万人.
Do: look both values up.
Silent: for averages, rates, prices and yearly means, and for values where a change began.

———

多年累计不小于其中一年。

发现：多年合计数（五年累计、2021—2025年）小于同一指标其中一年的数。
为什么：前者包含后者，必是漏了一位数或“万”。
例子：五年城镇新增就业24.27万人，2025年城镇新增就业42.3万人。
怎么办：核对两个数。
不报：均值、比率、价格、年均数，以及由此到彼的起点数。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import LEVELS, averaged, began, convertible, dimension
from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "sum-of-years-below-one"
SEVERITY = Severity.WARNING
_SUMMED = re.compile(r"累计|合计|共|[五5三3两四4]年")
_STOCK = re.compile(r"突破|稳定|保持|站稳|跨|迈|上了?$")  # of a level: 突破3万亿元 is no sum
_SHRINKING = re.compile(r"贫困|压减|赤字|浓度|能耗|债务余额|事故|死亡")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every yearly figure with one of several years that hold its year."""
    for figures in report.indicators.values():
        if len(figures) < 2:  # noqa: PLR2004
            continue
        fitting = [f for f in figures if f.measure in LEVELS and dimension(f) != "ratio"]
        for year in fitting:
            many = _holding(report, year, fitting)
            if many and _is_sum(report, many) and not _unfit(report, year, many):
                yield _weigh(year, many)


def _holding(report: Report, year: Figure, figures: list[Figure]) -> Figure | None:
    spoken = report.years(year)
    if not spoken or spoken[0] != spoken[1]:
        return None
    fitting = []
    for other in figures:
        years = report.years(other)
        if (
            years
            and years[0] < years[1]
            and years[0] <= spoken[0] <= years[1]
            and other.status is year.status
            and other.area == year.area
            and convertible(other, year)
            and not began(report, other)
        ):
            fitting.append(other)
    return min(fitting, key=lambda f: abs(f.start - year.start), default=None)


def _is_sum(report: Report, many: Figure) -> bool:
    """Say whether the words add the years up, instead of telling where they led."""
    before = _SUMMED.search(report.folded, many.sentence_start, many.start)
    return many.measure is Measure.TOTAL or before is not None


def _unfit(report: Report, year: Figure, many: Figure) -> bool:
    return (
        averaged(report, year)
        or averaged(report, many)
        or "每" in report.before(many)
        or bool(_SHRINKING.search(year.indicator))
        or began(report, year)
        or (_open(many) and bool(_STOCK.search(report.before(many))))
        or (year.measure is Measure.TOTAL and many.measure is not Measure.TOTAL)
        or (year.measure is not Measure.ADDED and many.measure is Measure.ADDED)
    )


def _open(figure: Figure) -> bool:
    return figure.comparator in (Comparator.AT_LEAST, Comparator.ABOVE)


def _high(figure: Figure) -> Decimal:
    """Return the largest value that a sum may have; of 超过6000万人, what the digits allow."""
    return figure.interval()[1] if _open(figure) else printed(figure).high


def _weigh(year: Figure, many: Figure) -> Outcome:
    equation = f"{many.text} ≥ {year.text}"
    low, high = printed(year).low, _high(many)
    factor = conversion(year.unit, many.unit)
    if factor:
        low = low * factor.numerator / factor.denominator
    if low <= high:
        return holds(many, equation, related=(year,))
    return fault(
        many,
        zh=f"多年合计{many.text}小于其中一年的{year.text}。",
        en=f"{many.text} for several years is below {year.text} for one of them.",
        equation=f"{many.text} < {year.text}",
        related=(year,),
    )
