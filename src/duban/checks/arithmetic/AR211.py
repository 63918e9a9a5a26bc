"""A share is its part over its whole, and one whole has one size.

Finds: a part, its whole and its share printed together where part over whole is another
percentage; and two parts of the same thing whose shares imply wholes of different size.
Why: three figures of one relation stand in one sentence; one of them was not updated.
Example: 电力总装机9157万千瓦，新能源装机4091万千瓦、占比34.7%: 4091 over 9157 is 44.7%.
Do: compute the share again from the values as they are now.
Silent: where the whole is not printed, bounded values, and wholes of other years.

———

占比等于部分除以整体，同一整体只有一个数。

发现：部分、整体、占比并列，部分除以整体不等于所写占比；同一事物两处占比推算出的整体不一致。
为什么：三个数在一句话里，必有一个没有随改。
例子：电力总装机9157万千瓦，新能源装机4091万千瓦、占比34.7%：4091÷9157为44.7%。
怎么办：用现在的数重算占比。
不报：整体没有写出、带界限的数、年份不同的整体。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import LEVELS, among, convertible, dimension, exact
from duban.checks.arithmetic.shares import Row, rows
from duban.checks.equation import percent, plain
from duban.checks.interval import Interval, judge, printed
from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity, Verdict
from duban.reference.contained import containment_words
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure
    from duban.reference.contained import Containment

NAME = "share-not-part-over-whole"
SEVERITY = Severity.ERROR
_ALL = 100
_REACH = 400  # characters back to a whole that a share names
_PLACES = re.compile(r"^全(?:国|省|市|区|县|州|球|疆|旗)$|^世界$")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every share whose part and whole are printed."""
    found = list(rows(report))
    if not found:
        return
    introduced = {part.start: parts.whole for parts in among(report) for part in parts.parts}
    for row in found:
        whole = introduced.get(row.number.start)
        if whole and not _names_place(row) and exact(whole):
            yield from _weigh(row, whole, sure=True)
            continue
        whole = _contained(report, row) or _named(report, row)
        if whole:
            yield from _weigh(row, whole, sure=whole.sentence_start == row.share.sentence_start)
    yield from _same_whole(found)


def _names_place(row: Row) -> bool:
    return bool(_PLACES.match(row.share.whole))


def _contained(report: Report, row: Row) -> Figure | None:
    """Return the whole before a part in its sentence that its name says it lies in."""
    if _names_place(row):
        return None
    relations = containment_words(row.number.indicator)[1]
    for figure in reversed(report.sentences[row.number.sentence_start]):
        if figure.start < row.number.start and convertible(figure, row.number) and exact(figure):
            wholes = containment_words(figure.indicator)[0]
            if any(relation in wholes for relation in relations):
                return figure
            if figure.measure in LEVELS and re.search(r"总[^,，]{0,4}$", figure.indicator):
                return figure
    return _elsewhere(report, row, relations) if relations else None


def _elsewhere(report: Report, row: Row, relations: tuple[Containment, ...]) -> Figure | None:
    """Return the nearest whole of the same closing year that stands in another sentence."""
    years = report.years(row.number)
    fitting = [
        figure
        for figure in report.figures
        if figure.measure is Measure.LEVEL
        and convertible(figure, row.number)
        and exact(figure)
        and figure.status is row.number.status
        and figure.area == row.number.area
        and years
        and (report.years(figure) or (0, 0))[1] == years[1]
        and any(relation in relations for relation in containment_words(figure.indicator)[0])
    ]
    return min(fitting, key=lambda figure: abs(figure.start - row.number.start), default=None)


def _named(report: Report, row: Row) -> Figure | None:
    """Return the level before a part whose name the share gives: 占支出总数的55.8%."""
    name = row.share.whole.removeprefix("全部").removeprefix("整个")
    if len(name) < 3 or _names_place(row) or name in row.number.indicator:  # noqa: PLR2004
        return None
    at = report.figures.index(row.number)
    for figure in reversed(report.figures[max(0, at - 8) : at]):
        if row.number.start - figure.end > _REACH:
            return None
        same = figure.measure in LEVELS and convertible(figure, row.number) and exact(figure)
        if same and figure.indicator.endswith(name):
            return figure
    return None


def _weigh(row: Row, whole: Figure, *, sure: bool) -> Iterator[Outcome]:
    factor = conversion(row.number.unit, whole.unit)
    total = printed(whole)
    if not factor or total.low <= 0 or dimension(whole) == "ratio":
        return
    share = printed(row.number).scaled(factor).over(total)
    ratio = row.number.value * factor.numerator / factor.denominator / whole.value
    computed = Interval(share.low * _ALL, share.high * _ALL)
    verdict = judge(computed, row.share)
    result = _percent(row, ratio)
    equation = f"{row.number.text} ÷ {whole.text} = {result}"
    related = (row.number, whole)
    if verdict is not Verdict.WRONG:
        yield holds(row.share, equation, related=related, verdict=verdict)
        return
    yield fault(
        row.share,
        zh=f"{row.number.text}除以{whole.text}得{result}，与占比{row.share.text}不符。",
        en=f"{row.number.text} of {whole.text} is {result}, not {row.share.text}.",
        equation=equation,
        related=related,
        severity=None if sure else Severity.WARNING,
    )


def _percent(row: Row, ratio: Decimal) -> str:
    return percent(ratio, max(0, -int(row.share.step.as_tuple().exponent)) + 2)


def _same_whole(found: list[Row]) -> Iterator[Outcome]:
    """Two statements of one thing's share of one place must imply one size of that place."""
    first: dict[tuple[str, str, str, str], Row] = {}
    for row in found:
        if not _names_place(row) or not row.share.value:
            continue
        name = (row.number.indicator, row.share.whole, row.number.period, row.number.unit)
        other = first.setdefault(name, row)
        if other is not row:
            yield _implied(row, other)


def _implied(row: Row, other: Row) -> Outcome:
    one, two = (printed(r.number).over(_fraction(r.share)) for r in (row, other))
    equation = f"{row.number.text} ÷ {row.share.text}, {other.number.text} ÷ {other.share.text}"
    related = (row.number, other.number, other.share)
    if one.meets(two):
        return holds(row.share, equation, related=related, verdict=Verdict.ROUNDED)
    sizes = [plain(i.middle(), 0) for i in (one, two)]
    return fault(
        row.share,
        zh=f"两处占比推算的{row.share.whole}数不一致：{sizes[0]}与{sizes[1]}。",
        en=f"The two shares imply wholes of {sizes[0]} and {sizes[1]}.",
        equation=equation,
        related=related,
        severity=Severity.WARNING,
    )


def _fraction(share: Figure) -> Interval:
    allowed = printed(share)
    return Interval(allowed.low / _ALL, allowed.high / _ALL)
