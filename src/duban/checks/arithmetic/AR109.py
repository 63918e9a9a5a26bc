"""A value per head is the total over the heads.

Finds: a total, a number of people, households, places or 亩 and a value per one of them (人均,
户均, 亩均, 平均每个), of the same thing and close to each other, where the last is not the
quotient.
Why: who hears all three divides them.
Example: 发放补贴3000万元，惠及1.5万户，户均3000元: 3000万 over 1.5万 is 2000元.
Do: see whether the number of heads or the total is of another year, or a 万 was lost.
Silent: when one of the three is missing or bounded, and on per-head products at average population
(note only).

———

人均数等于总数除以人数。

发现：同一事物的总数、人数（户数、个数、亩数）与人均（户均、亩均、平均每个）数相近并列，而后者不等于前两者之商。
为什么：三个数都念出来，一除就知道。
例子：发放补贴3000万元，惠及1.5万户，户均3000元：3000万除以1.5万是2000元。
怎么办：看总数或人数是否另一年的、是否丢了“万”字。
不报：三者缺一或带“以上”等界限；按年平均人口算的人均生产总值只作提示。
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import bounded, factor, middle, settle, values
from duban.checks.equation import amount
from duban.checks.interval import printed
from duban.model import Measure, Severity
from duban.reference.units import conversion, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "per-head-not-total-over-heads"
SEVERITY = Severity.WARNING

_PER = re.compile(
    r"[，、；：（](?:其中)?(?:平均)?(?P<per>人均|户均|亩均|村均|件均|每人平均|每户平均|每亩平均|平均每(?:人|户|亩|个|家|项|件|村)|"
    r"每(?:人|户|亩)(?:平均)?)(?P<name>[^，。；、：0-9每]{0,14}?)(?:达到|达|为|约为|是|分得|领取|获得|约)?$"
)
_WHO = {"人": "people", "户": "households", "亩": "area", "村": "places"}
_THINGS = frozenset(("things", "places"))
_REACH = 70  # characters before a value per head in which the total and the heads stand
_LEVELS = frozenset((Measure.LEVEL, Measure.TOTAL, Measure.ADDED))
_AVERAGE_PEOPLE = "生产总值"  # divided by the average population of the year, not by that printed


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every value per head that stands behind its total and heads."""
    figures = report.figures
    for at, figure in enumerate(figures):
        last = figures[at - 1] if at else figure
        if last.sentence_start != figure.sentence_start or figure.measure not in _LEVELS:
            continue
        words = report.folded[max(figure.start - 30, 0) : figure.start]
        if ("均" in words or "每" in words) and (found := _PER.search(words)):
            if not bounded(figure):
                continue
            near = [
                f
                for f in figures[max(at - 4, 0) : at]
                if figure.start - f.end < _REACH and f.sentence_start == figure.sentence_start
            ]
            yield from _weigh(figure, near, found["per"], found["name"])


def _weigh(figure: Figure, near: list[Figure], per: str, name: str) -> Iterator[Outcome]:
    usable = [f for f in near if f.measure in _LEVELS and bounded(f)]
    heads = [f for f in usable if _counts(f, per)]
    totals = [f for f in usable if f not in heads and _is_total(f, figure, name)]
    if len(heads) != 1 or len(totals) != 1 or heads[0].value <= 0:
        return
    total, head = totals[0], heads[0]
    area = conversion(head.unit, "亩") if "亩" in per else None
    number = printed(head).scaled(area or Fraction(1))
    computed = values(total, figure).over(number)
    severity = Severity.NOTE if _AVERAGE_PEOPLE in figure.indicator else None
    result = amount(middle(total, figure) / number.middle(), figure)
    yield settle(
        figure,
        computed,
        f"{total.text} ÷ {head.text} = {result}",
        related=[total, head],
        zh=f"{total.text}除以{head.text}是{result}，与{figure.text}不符。",
        en=f"{total.text} over {head.text} is {result}, not {figure.text}.",
        severity=severity,
    )


def _counts(figure: Figure, per: str) -> bool:
    unit = find_unit(figure.unit)
    if unit is None:
        return False
    one = next((kind for sign, kind in _WHO.items() if sign in per), "")
    if one:
        return unit.dimension == one
    return unit.dimension in _THINGS and (per == "件均" or per.endswith(figure.unit))


def _is_total(total: Figure, figure: Figure, name: str) -> bool:
    """Say whether a figure is the total of what is given per head."""
    if find_unit(figure.unit) is None or not factor(total, figure) or not total.unit:
        return False
    return not name or total.indicator.endswith(name)
