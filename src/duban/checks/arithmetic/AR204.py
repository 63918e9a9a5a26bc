"""The growth of a whole lies between the growths of its parts.

Finds: 全体居民收入, 进出口 or 地区生产总值 growing faster than all of its parts (城镇 and 农村,
出口 and 进口, the three industries) or slower than all of them; and income per head of all outside
that of town and country.
Why: an average lies between what it is an average of; outside it one of the figures is misprinted.
Example: 全体居民收入增长9.7%，城镇增长4.7%，农村增长8.3%.
Do: look up the three rates. For incomes, people who move to towns can lift the whole above both
parts; then the values are right.
Silent: where a part is missing, and for other years and places.

———

整体增速介于各部分增速之间。

发现：全体居民收入、进出口、地区生产总值的增速高于或低于其全部组成部分（城镇与农村、出口与进口、三次产业）的
增速；全体人均收入不在城镇与农村之间。
为什么：平均数总在各数之间，超出去必有一个数印错。
例子：全体居民收入增长9.7%，城镇增长4.7%，农村增长8.3%。
怎么办：核对三个增速。居民收入因人口进城，整体可略高于两部分，数可能没错。
不报：缺一部分、年份或地域不同时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "growth-outside-parts"
SEVERITY = Severity.WARNING
_REACH = 250  # characters between a whole and its parts
_SHIFT = 2  # percentage points by which a shift between the parts can lift incomes above both
_INDUSTRIES = re.compile(r"(?:第?一、二、三|第?一二三|三次)(?:次)?产业?")


class _Family(NamedTuple):
    words: tuple[str, ...]
    whole: re.Pattern[str]
    parts: tuple[re.Pattern[str], ...]
    per_head: bool


_INCOME = r"(?:常住)?居民(?:人均)?(?:可支配|纯)?收入$"
_FAMILIES = (
    _Family(
        ("城镇", "农"),
        re.compile(r"^(?:全体|全国|全[省市区县州旗])?" + _INCOME),
        (
            re.compile(r"^(?:全[省市区县州旗国])?城镇" + _INCOME),
            re.compile(
                r"^(?:全[省市区县州旗国])?(?:农村" + _INCOME + r"|农牧民人均(?:可支配|纯)收入$)"
            ),
        ),
        per_head=True,
    ),
    _Family(
        ("出口", "进口"),
        re.compile(r"^(?:外贸|货物|对外贸易)?进出口(?:贸易)?(?:总额|总值|额)?$"),
        (
            re.compile(r"^(?:外贸|货物)?出口(?:贸易)?(?:总额|总值|额)?$"),
            re.compile(r"^(?:外贸|货物)?进口(?:贸易)?(?:总额|总值|额)?$"),
        ),
        per_head=False,
    ),
    _Family(
        ("产", "三", "增加值"),
        re.compile(r"^(?:全[省市区县州旗国])?(?:地区|国内)?生产总值$"),
        (
            re.compile(r"^第?一产业?(?:增加值)?$"),
            re.compile(r"^第?二产业?(?:增加值)?$"),
            re.compile(r"^第?三产业?(?:增加值)?$"),
        ),
        per_head=False,
    ),
)
_YEARLY = re.compile(r"年均|平均每年|每年|年平均")
_WHOLES = ("居民", "进出口", "生产总值")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every whole whose parts stand near it."""
    figures = report.figures
    for number, whole in enumerate(figures):
        if whole.area or not any(word in whole.indicator for word in _WHOLES):
            continue
        around = report.folded[max(0, whole.start - _REACH) : whole.end + _REACH]
        for family in _FAMILIES:
            if (
                all(word in around for word in family.words)
                and _measured(whole, family)
                and family.whole.search(whole.indicator)
            ):
                parts = _parts(report, number, family)
                if parts:
                    yield _weigh(whole, parts, family)


def _measured(figure: Figure, family: _Family) -> bool:
    if figure.measure is Measure.CHANGE:
        return figure.unit == "%"
    return family.per_head and figure.measure is Measure.LEVEL and figure.unit == "元"


def _parts(report: Report, number: int, family: _Family) -> list[Figure] | None:
    whole = report.figures[number]
    near = [f for f in _near(report, number) if _like(report, whole, f)]
    found: list[Figure] = []
    for pattern in family.parts:
        fitting = [f for f in near if pattern.search(f.indicator) and f not in found]
        if not fitting:
            return _listed(report, near) if len(family.parts) > 2 else None  # noqa: PLR2004
        found.append(min(fitting, key=lambda f: abs(f.start - whole.start)))
    return found


def _near(report: Report, number: int) -> Iterator[Figure]:
    whole = report.figures[number]
    for figure in report.figures[max(0, number - 8) : number + 9]:
        if figure is not whole and abs(figure.start - whole.start) < _REACH:
            yield figure


def _like(report: Report, one: Figure, other: Figure) -> bool:
    return (
        one.measure is other.measure
        and one.unit == other.unit
        and one.status is other.status
        and not other.area
        and report.years(one) == report.years(other)
        and _yearly(report, one) == _yearly(report, other)
        and (
            one.comparator is other.comparator
            or Comparator.ABOUT in (one.comparator, other.comparator)
        )
        and other.comparator in (Comparator.EQUAL, Comparator.ABOUT)
    )


def _yearly(report: Report, figure: Figure) -> bool:
    return bool(_YEARLY.search(report.before(figure)))


def _listed(report: Report, near: list[Figure]) -> list[Figure] | None:
    """Return the three growths behind 一、二、三产业增加值分别增长."""
    for number, figure in enumerate(near[:-2]):
        if _INDUSTRIES.search(report.folded[max(0, figure.start - 20) : figure.start]):
            three = near[number : number + 3]
            if three[-1].sentence_start == figure.sentence_start:
                return three
    return None


def _weigh(whole: Figure, parts: list[Figure], family: _Family) -> Outcome:
    """Compare by the digits: a growth of 约5% is taken as 5%, with its parts alike."""
    low, high = whole.interval()
    lowest = min(part.interval()[0] for part in parts)
    highest = max(part.interval()[1] for part in parts)
    ordered = sorted(parts, key=lambda part: part.value)
    equation = f"{ordered[0].text} ≤ {whole.text} ≤ {ordered[-1].text}"
    if lowest <= high and low <= highest:
        return holds(whole, equation, related=parts)
    shift = (
        family.per_head
        and whole.measure is Measure.CHANGE
        and printed(whole).low > highest
        and low - highest < _SHIFT
    )
    return fault(
        whole,
        zh=f"整体{whole.text}不在各部分{ordered[0].text}与{ordered[-1].text}之间。",
        en=f"The whole, {whole.text}, is not between {ordered[0].text} and {ordered[-1].text}.",
        equation=equation,
        related=parts,
        severity=Severity.NOTE if shift else None,
    )
