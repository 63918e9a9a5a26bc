"""Changes as ratios and in the digits of a printed figure; what several rules on growth share."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from duban.checks.equation import amount, plain
from duban.checks.interval import Interval, judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Verdict
from duban.reference.price_basis import Basis, growth_basis, is_restated
from duban.reference.units import conversion, find_unit

if TYPE_CHECKING:
    from duban.checks.arithmetic.runs import Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

_CUT_OFF = re.compile(r"[0-9]，$")
_THOUSANDS = re.compile(r"[0-9]{3}(?![0-9])")
_REMARK = 12  # characters behind a rate in which （可比价） may stand
_ONE = Decimal(1)
_SURE = frozenset((Comparator.EQUAL, Comparator.ABOUT))


def bounded(*figures: Figure) -> bool:
    """Say whether all figures have two ends: no 以上, no range."""
    return all(f.comparator in _SURE and f.value_max is None for f in figures)


def whole(report: Report, *figures: Figure) -> bool:
    """Say whether no figure is the second half of a number that a full-width comma cut in two."""
    text = report.folded
    return not any(
        _CUT_OFF.search(text, max(f.start - 2, 0), f.start) and _THOUSANDS.match(text, f.start)
        for f in figures
    )


def same_unit(one: Figure, other: Figure) -> bool:
    """Say whether two figures can be set against each other as they are."""
    return one.unit == other.unit or not one.unit or not other.unit or bool(factor(one, other))


def factor(one: Figure, into: Figure) -> Fraction | None:
    """Return the factor that takes `one` into the unit of `into`, or None."""
    if not one.unit or not into.unit:
        return Fraction(1)
    return conversion(one.unit, into.unit)


def values(figure: Figure, like: Figure) -> Interval:
    """Return the values of a figure in the unit of another."""
    return printed(figure).scaled(factor(figure, like) or Fraction(1))


def middle(figure: Figure, like: Figure) -> Decimal:
    """Return the value of a figure in the unit of another."""
    size = factor(figure, like) or Fraction(1)
    return figure.value * size.numerator / size.denominator


def as_rate(ratio: Interval, like: Figure) -> Interval:
    """Return a plain ratio in the unit of a printed rate: 0.041 as 4.1 for `4.1%`."""
    return ratio.scaled(100 / (conversion(like.unit, "%") or Fraction(1)))


def rate_text(ratio: Decimal, like: Figure) -> str:
    """Write a plain ratio as the printed rate is written: `2.85倍`, `4.1%`."""
    size = conversion(like.unit, "%") or Fraction(1)
    if "倍" in like.unit:
        return f"{plain(ratio, 3)}倍"
    if like.unit == "‰":
        return f"{plain(ratio * 1000, 2)}‰"
    if like.unit == "%" or size == 1:
        return f"{plain(ratio * 100, 2)}%"
    return amount(ratio * 100 * size.denominator / size.numerator, like)


def is_percent(figure: Figure) -> bool:
    """Say whether a figure is itself a percentage, points included."""
    return conversion(figure.unit, "%") is not None and figure.unit != "倍"


def is_physical(figure: Figure) -> bool:
    """Say whether a figure is no sum of money."""
    unit = find_unit(figure.unit.partition("/")[0])
    return unit is None or unit.dimension != "money"


def rate_severity(report: Report, level: Figure, rate: Said) -> Severity | None:
    """Say how sure a rate that does not fit its levels is a fault; None where it need not fit.

    Growth at constant prices is not that of the printed levels, unless these are at constant
    prices too.
    """
    if is_physical(level):
        return None if is_restated(rate.words) else Severity.ERROR
    at = rate.figure
    start = max(report.folded.rfind("；", at.sentence_start, at.start), at.sentence_start)
    if is_restated(report.folded[start : at.end + _REMARK]):
        return None
    basis = {growth_basis(f.indicator) for f in (level, at)} - {Basis.CURRENT}
    if Basis.CONSTANT in basis:
        return None
    return Severity.NOTE if basis else Severity.ERROR


def is_rank(figure: Figure) -> bool:
    """Say whether a figure is a place in an order, which rises when its number falls."""
    return figure.measure is Measure.RANK or figure.unit in {"位", "名"}


def settle(  # noqa: PLR0913  a relation has this many parts
    figure: Figure,
    computed: Interval,
    equation: str,
    *,
    related: list[Figure],
    zh: str,
    en: str,
    severity: Severity | None = None,
) -> Outcome:
    """Return the outcome of a relation: what was computed against what is printed."""
    verdict = judge(computed, figure)
    if verdict is not Verdict.WRONG:
        return holds(figure, equation, related=related, verdict=verdict)
    return fault(figure, zh=zh, en=en, equation=equation, related=related, severity=severity)


def difference(
    figure: Figure, start: Figure, end: Figure, severity: Severity | None = None
) -> Outcome:
    """Set a printed change against the difference of the two printed ends."""
    falling = figure.value < 0 or middle(end, start) < start.value
    one, other = (start, end) if falling else (end, start)
    computed = values(one, figure).minus(values(other, figure))
    if figure.value < 0:
        computed = values(other, figure).minus(values(one, figure))
    change = amount(middle(one, figure) - middle(other, figure), figure)
    return settle(
        figure,
        computed,
        f"{one.text} − {other.text} = {change}",
        related=[one, other],
        zh=f"{start.text}到{end.text}相差{change}，与{figure.text}不符。",
        en=f"{start.text} to {end.text} is a change of {change}, not {figure.text}.",
        severity=severity,
    )


def growth_of(figure: Figure, start: Figure, end: Figure, severity: Severity) -> Outcome:
    """Set a printed rate of growth against the two printed ends."""
    computed = values(end, start).over(printed(start)).minus(Interval(_ONE, _ONE))
    result = rate_text(middle(end, start) / start.value - 1, figure)
    return settle(
        figure,
        as_rate(computed, figure),
        f"{end.text} ÷ {start.text} − 1 = {result}",
        related=[end, start],
        zh=f"{start.text}到{end.text}的增长率是{result}，与{figure.text}不符。",
        en=f"{start.text} to {end.text} is a growth of {result}, not {figure.text}.",
        severity=severity,
    )
