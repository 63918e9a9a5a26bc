"""A value has the unit that its name demands.

Finds: a value of a 分别-list, or a figure right behind its name, in a unit that its name forbids.
Why: two values of the list were swapped, or the unit is a slip of the pen.
Example: 产量和产值分别达1.2亿元、2万吨: the two values are swapped.
Do: put the values in the order of the names, or correct the unit.
Silent: for rates of change and shares, and for names whose last word demands no unit.

———

单位与名称相称。

发现：“分别”之后的数值，或紧跟名称的数值，单位与名称不相称。
为什么：两个数的位置颠倒了，或单位写错了。
例子：产量和产值分别达1.2亿元、2万吨：两个数颠倒了。
怎么办：按名称的次序排列数值，或改正单位。
不报：增幅和占比；名称的末一词不限定单位时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.lists.demands import demanded, dimension, fits
from duban.checks.lists.respective import respectives
from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity
from duban.reference.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.checks.lists.respective import Respective
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "units-do-not-fit-names"
SEVERITY = Severity.ERROR

_LEVELS = frozenset((Measure.LEVEL, Measure.ADDED, Measure.TOTAL))
_YEAR = re.compile(r"[12][0-9]{3}(?![0-9.万亿])")
# What may stand between a name and its figure.
_LINK = re.compile(
    "(?:已|将|累计|总计)?(?:达到|达|为|突破|超过|超|增加到|增至|提高到|稳定在)?(?:约|近)?$"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every list with units of several kinds, and for single figures."""
    for found in report.once(respectives):
        if len(found.names.spans) == len(found.values):
            yield from _weigh(report, found)
    for figure in report.figures:
        if figure.measure in _LEVELS and demanded(figure.indicator):
            yield from _single(report, figure)


def _weigh(report: Report, found: Respective) -> Iterator[Outcome]:
    names = [name.of(report.folded).strip() for name in found.names.spans]
    units = [dimension(value.of(report.folded)) for value in found.values]
    units = [unit or units[-1] for unit in units]  # 分别达20、30万亩
    told = [fits(name, unit) for name, unit in zip(names, units, strict=True)]
    if False in told:
        yield _fault(report, found, names, units, told.index(False))
    elif None not in told and len(set(units)) > 1:
        equation = "，".join(
            f"{name} {value.of(report.text)}"
            for name, value in zip(names, found.values, strict=True)
        )
        yield holds(found.values[0], equation, related=found.values[1:])


def _fault(
    report: Report, found: Respective, names: Sequence[str], units: Sequence[str], at: int
) -> Outcome:
    value = found.values[at].of(report.text)
    others = [i for i, unit in enumerate(units) if i != at and fits(names[at], unit)]
    swapped = bool(others) and fits(names[others[0]], units[at]) is not False
    return fault(
        found.values[at],
        zh=f"“{value}”的单位与“{names[at]}”不相称" + ("，数值次序似有颠倒。" if swapped else "。"),
        en=f"The unit of “{value}” does not fit “{names[at]}”"
        + ("; the values may be swapped." if swapped else "."),
        related=(found.names.spans[at], *(found.values[i] for i in others[:1])),
        severity=None if swapped else Severity.WARNING,
    )


def _single(report: Report, figure: Figure) -> Iterator[Outcome]:
    unit = find_unit(figure.unit)
    if unit is None or _YEAR.match(figure.text) or figure.unit.endswith("次"):
        return  # 亩次 counts work done, whatever it is done to
    if fits(figure.indicator, unit.dimension) is not False:
        return
    before = report.before(figure)
    link = _LINK.search(before)
    name = before[: link.start()] if link else before
    if fits(name, unit.dimension) is not False:  # the name does not stand right before it
        return
    yield fault(
        figure,
        zh=f"“{figure.text}”的单位与“{figure.indicator}”不相称。",
        en=f"The unit of “{figure.text}” does not fit “{figure.indicator}”.",
        severity=Severity.WARNING,
    )
