"""A class's share is its count over the total.

Finds: a percentage in a list of classes that is not the count divided by the total printed before
it, and classes of one list that were rounded by different rules.
Why: the share is the only figure of the three that was computed, and the computing can be redone.
Example: 共办理200件，其中咨询类50件，占24%.
Do: compute every share of the list again, all by one rule (四舍五入).
Silent: where no total stands before the list. A list whose shares were bent to add up to 100 is
proved as forced.

———

分类占比等于件数除以总数。

发现：分类清单里的百分比不等于件数除以前面的总数；同一清单里取舍办法不一。
为什么：三个数里只有占比是算出来的，别人也能重算。
例子：共办理200件，其中咨询类50件，占24%。
怎么办：按同一办法（四舍五入）重算整列占比。
不报：清单前没有总数时。为凑足100而调整的一项，按“凑整”记入核对结果。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.arithmetic.shares import classes
from duban.checks.equation import percent
from duban.checks.interval import judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Severity, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.arithmetic.shares import Classes, Row
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "share-not-count-over-total"
SEVERITY = Severity.ERROR
_ALL = 100


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every share of a list of classes that has a total before it."""
    for found in classes(report):
        if found.total and found.total.value:
            yield from _column(found, found.total)


def _column(found: Classes, total: Figure) -> Iterator[Outcome]:
    verdicts = [_verdict(row, total) for row in found.rows]
    bent = found.complete and sum(row.share.value for row in found.rows) == _ALL
    for row, verdict in zip(found.rows, verdicts, strict=True):
        off = verdict in (Verdict.TRUNCATED, Verdict.WRONG)
        forced = (
            bent and off and abs(_quotient(row, total) * _ALL - row.share.value) <= row.share.step
        )
        yield _outcome(row, total, Verdict.FORCED if forced else verdict)
        if verdict is Verdict.TRUNCATED and not forced and Verdict.ROUNDED in verdicts:
            yield _mixed(row, total)


def _verdict(row: Row, total: Figure) -> Verdict:
    factor = conversion(row.number.unit, total.unit)
    count = printed(row.number).scaled(factor) if factor else printed(row.number)
    whole = printed(total)
    if whole.low <= 0:
        return Verdict.ROUNDED
    share = count.over(whole)
    return judge(share._replace(low=share.low * _ALL, high=share.high * _ALL), row.share)


def _quotient(row: Row, total: Figure) -> Decimal:
    factor = conversion(row.number.unit, total.unit)
    value = row.number.value
    if factor:
        value = value * factor.numerator / factor.denominator
    return value / total.value


def _equation(row: Row, total: Figure) -> str:
    digits = -int(row.share.step.as_tuple().exponent) + 2
    return f"{row.number.text} ÷ {total.text} = {percent(_quotient(row, total), digits)}"


def _outcome(row: Row, total: Figure, verdict: Verdict) -> Outcome:
    equation, related = _equation(row, total), (row.number, total)
    if verdict is not Verdict.WRONG:
        return holds(row.share, equation, related=related, verdict=verdict)
    result = equation.rpartition(" ")[2]
    return fault(
        row.share,
        zh=f"{row.number.text}除以{total.text}得{result}，与占比{row.share.text}不符。",
        en=f"{row.number.text} of {total.text} is {result}, not {row.share.text}.",
        equation=equation,
        related=related,
    )


def _mixed(row: Row, total: Figure) -> Outcome:
    return fault(
        row.share,
        zh=f"同一组占比取舍办法不一：{row.share.text}系截尾，其余为四舍五入。",
        en=f"{row.share.text} was cut off, while others of the list were rounded.",
        equation=_equation(row, total),
        related=(row.number, total),
        severity=Severity.NOTE,
    )
