"""Finds words that compare two growths: 农村居民收入增长5.8%、快于经济增速1个百分点."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.arithmetic.around import around
from duban.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure

_WORD = re.compile(
    r"[,，、;；](?:均|继续|持续|增速|增幅|连续[0-9一二三四五六七八九十]+年)?(快于|高于|低于|慢于)"
    r"(经济|地区生产总值|国内生产总值|GDP|城镇居民|城镇|农村居民|农村|全体居民)"
    r"(?:收入)?(?:增速|增长|增幅)?(?:的?平均)?(?:水平|速度|幅度)?"
)
_WORDS = ("快于", "高于", "低于", "慢于")
_NAMES = {
    "经济": re.compile(
        r"^(?:全[国省市区县])?(?:地区生产总值|国内生产总值|生产总值|GDP|经济)(?:总量)?$"
    ),
    "城镇": re.compile(r"城镇.{0,6}收入"),
    "农村": re.compile(r"农村.{0,6}收入"),
    "全体": re.compile(r"(?:全体|全国|全[省市区县])居民.{0,6}收入"),
}
_GDP = re.compile(r"(?:[全我][国省市区县])?(?:实现)?(?:地区|国内)?生产总值(?!.*[占比均])")
_POINTS = re.compile(r"百分点$")
_FAR = 900  # characters to the reference; beyond, the report speaks of something else
_NEAR = 2  # characters between the compared growth and the word


class Comparison(NamedTuple):
    """Two growths that words compare.

    Attributes:
        subject: the growth that is compared.
        reference: the one it is compared with.
        above: whether the words say that the subject is the higher one.
        gap: the difference in percentage points as printed; None where the words give none.
    """

    subject: Figure
    reference: Figure
    above: bool
    gap: Figure | None


def comparisons(report: Report) -> Iterator[Comparison]:
    """Yield every comparison of which both growths are printed."""
    for found in around(report.folded, _WORD, _WORDS, before=12, after=20):
        at = bisect_left(report.starts, found.start())
        subject = report.figures[at - 1] if at else None
        if (
            subject is None
            or subject.measure is not Measure.CHANGE
            or subject.unit != "%"
            or found.start() - subject.end > _NEAR
        ):
            continue
        reference = _reference(report, subject, found[2])
        if reference:
            yield Comparison(subject, reference, found[1] in "快于高于", _gap(report, at, found))


def _gap(report: Report, at: int, found: re.Match[str]) -> Figure | None:
    if at == len(report.figures):
        return None
    figure = report.figures[at]
    near = figure.start - found.end() <= _NEAR
    return figure if near and _POINTS.search(figure.unit) else None


def _reference(report: Report, subject: Figure, word: str) -> Figure | None:
    """Return the growth nearest before the subject (or in its sentence) that the word names."""
    name = _NAMES[{"地区": "经济", "国内": "经济", "GD": "经济"}.get(word[:2], word[:2])]
    fitting = [
        figure
        for figure in report.figures
        if figure.measure is Measure.CHANGE
        and figure.unit == "%"
        and figure is not subject
        and -_FAR < figure.start - subject.start < _FAR // 4
        and figure.status is subject.status
        and not figure.area
        and report.years(figure) == report.years(subject)
        and report.role(figure) is report.role(subject)
        and (name.search(figure.indicator) or _clause_names(report, figure, word))
        and _yearly(report, figure) == _yearly(report, subject)
    ]
    return min(fitting, key=lambda figure: abs(figure.start - subject.start), default=None)


def _yearly(report: Report, figure: Figure) -> bool:
    return "年均" in report.folded[max(0, figure.start - 8) : figure.start]


def _clause_names(report: Report, figure: Figure, word: str) -> bool:
    """Say whether the clause of a growth is of the economy: 地区生产总值5万亿元、居第九、增长5%."""
    if word[:2] not in ("经济", "地区", "国内", "GD"):
        return False
    text, start = report.folded, figure.start
    while start and text[start - 1] not in ",，。;；\n":
        start -= 1
    return bool(_GDP.match(text, start, figure.start))
