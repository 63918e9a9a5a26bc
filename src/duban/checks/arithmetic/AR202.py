"""No part is above its whole.

Finds: a part that 其中 introduces, or whose name says that it lies inside another (高速公路里程 in
公路里程, 出口 in 进出口), printed larger than the whole of the same year.
Why: a unit or a digit is wrong, and it shows without any other source.
Example: 公路里程2万公里，其中高速公路3万公里.
Do: compare both with the source; the usual causes are 万 lost or doubled, and last year's whole.
Silent: for averages and rates, other units, other years, other areas.

———

部分不大于整体。

发现：“其中”所列的部分，或按名称属于另一指标的部分（高速公路里程之于公路里程、出口之于进出口），数值大于同年
的整体。
为什么：必有一个单位或数字写错，不用别的材料就能看出来。
例子：公路里程2万公里，其中高速公路3万公里。
怎么办：对照来源核两个数；常见原因是漏写、多写“万”，或整体用了上年数。
不报：均值和比率、单位不同、年份不同、地域不同时。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import among, averaged, convertible, dimension
from duban.checks.interval import Interval, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity
from duban.reference.contained import containment_words
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure
    from duban.reference.contained import Containment

NAME = "part-exceeds-whole"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every part that is printed with its whole."""
    told = set()
    for found in among(report):
        for part in found.parts:
            if not averaged(report, part):
                told.add(part.start)
                yield from _weigh(part, found.whole, sure=found.near)
    for whole, part, relation in _by_name(report):
        if part.start not in told and not averaged(report, part):
            yield from _weigh(part, whole, sure=not relation.soft, soft=relation.soft)


def _by_name(report: Report) -> Iterator[tuple[Figure, Figure, Containment]]:
    wholes: dict[Containment, list[Figure]] = defaultdict(list)
    parts: dict[Containment, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.measure is Measure.LEVEL and dimension(figure) != "ratio":
            for relations, found in zip(
                containment_words(_name(report, figure)), (wholes, parts), strict=True
            ):
                for relation in relations:
                    found[relation].append(figure)
    for relation, figures in wholes.items():
        for part in parts.get(relation, ()):
            whole = _same_year(report, part, figures)
            if whole:
                yield whole, part, relation


def _name(report: Report, figure: Figure) -> str:
    """Return a figure's indicator, with 粮油 split: of two values the first is of 粮."""
    if not figure.indicator.startswith("粮油"):
        return figure.indicator
    first = min(f.start for f in report.indicators[figure.indicator])
    return ("粮食" if figure.start == first else "油料") + figure.indicator[2:]


def _same_year(report: Report, part: Figure, wholes: list[Figure]) -> Figure | None:
    years = report.years(part)
    fitting = [
        whole
        for whole in wholes
        if whole is not part
        and convertible(whole, part)
        and whole.status is part.status
        and whole.area == part.area
        and report.years(whole) == years
    ]
    return min(fitting, key=lambda whole: abs(whole.start - part.start), default=None)


def _weigh(part: Figure, whole: Figure, *, sure: bool, soft: bool = False) -> Iterator[Outcome]:
    open_ended = whole.comparator in (Comparator.AT_LEAST, Comparator.ABOVE)
    limit = _scaled(whole, part).high
    if open_ended:  # 超过, 以上: a part above even the mark is odd, but may be right
        limit = _scaled_value(whole, part)
    if printed(part).low <= limit:
        yield holds(part, f"{part.text} ≤ {whole.text}", related=(whole,))
        return
    severity = Severity.WARNING if open_ended or not sure else Severity.ERROR
    yield fault(
        part,
        zh=f"部分{part.text}大于整体{whole.text}。",
        en=f"The part, {part.text}, is above its whole, {whole.text}.",
        equation=f"{part.text} > {whole.text}",
        related=(whole,),
        severity=Severity.NOTE if soft else severity,
    )


def _scaled(whole: Figure, part: Figure) -> Interval:
    factor = conversion(whole.unit, part.unit)
    return printed(whole).scaled(factor) if factor else printed(whole)


def _scaled_value(whole: Figure, part: Figure) -> Decimal:
    factor = conversion(whole.unit, part.unit)
    return whole.value * factor.numerator / factor.denominator if factor else whole.value
