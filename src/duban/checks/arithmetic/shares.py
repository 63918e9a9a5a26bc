"""Finds lists of classes with counts and shares, as in 咨询类17件，占7.7%；求助类10件，占4.5%."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.arithmetic.parts import LEVELS, convertible, dimension, exact, label
from duban.model import Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure

_GAP = 16  # characters between a count and its share: `，只占国家预算收入的`
_SHARE = re.compile(
    r"[,，、(（]?(?:约|分别|所|仅)?占(?:比|总[数量额]|全部)?[^,，。;；0-9]{0,4}$|[,，(（]$"
)
_GOOD = re.compile(r"达到|达标|完成|按序时|办结|满意|合格|已|有")
_BAD = re.compile(r"滞后|落后|慢|未|不|无")
_REST = re.compile(r"其他|其它|其余|剩余")
_FEW = 2
_DISTANCE = 120  # characters from the total to the first class
_TOTALS = re.compile(r"共|总|合计|累计|受理|办理|全[市县区省年]|投资|为|是")


class Row(NamedTuple):
    """One class: how many, and which share of all."""

    number: Figure
    share: Figure


class Classes(NamedTuple):
    """A list of classes of one total.

    Attributes:
        total: the figure of all; None where none stands before the list.
        rows: the classes, in the order of the text.
        complete: whether the last of them is the rest (其他), so that none is left out.
    """

    total: Figure | None
    rows: tuple[Row, ...]
    complete: bool


def rows(report: Report) -> Iterator[Row]:
    """Yield every count with the share that stands right behind it."""
    figures = report.figures
    for number, share in enumerate(figures[1:], start=1):
        if share.unit == "%" and _is_row(report, figures[number - 1], share):
            yield Row(figures[number - 1], share)


def classes(report: Report) -> Iterator[Classes]:
    """Yield every list of two or more classes with count and share."""
    listed: list[Row] = []
    for row in rows(report):
        if listed and not _goes_on(report, listed[-1], row.number):
            yield from _closed(report, listed)
            listed = []
        listed.append(row)
    yield from _closed(report, listed)


def _is_row(report: Report, count: Figure, share: Figure) -> bool:
    return (
        count.measure in LEVELS
        and dimension(count) != "ratio"
        and share.start - count.end <= _GAP
        and share.measure in (Measure.SHARE, Measure.LEVEL)
        and exact(share)
        and exact(count)
        and bool(_SHARE.search(report.folded[count.end : share.start]))
    )


def _goes_on(report: Report, row: Row, count: Figure) -> bool:
    gap = report.folded[row.share.end : count.start]
    return (
        count.unit == row.number.unit
        and len(gap) < _DISTANCE // 2
        and not re.search(r"[0-9]", gap)
        and "其中" not in gap
    )


def _closed(report: Report, listed: list[Row]) -> Iterator[Classes]:
    if len(listed) >= _FEW:
        yield Classes(_total(report, listed[0].number), tuple(listed), _all(report, listed))


def _all(report: Report, listed: list[Row]) -> bool:
    """Say whether the classes leave nothing out: the last is the rest, or two are opposites."""
    last = label(report, listed[-1].number)
    if _REST.search(last):
        return True
    first = label(report, listed[0].number)
    opposite = _GOOD.search(first) and not _BAD.search(first) and _BAD.search(last)
    return len(listed) == _FEW and bool(opposite)


def _total(report: Report, first: Figure) -> Figure | None:
    """Return the last level before a list that says to be the whole: 共受理工单222件."""
    at = report.figures.index(first)
    for figure in reversed(report.figures[max(0, at - 6) : at]):
        if first.start - figure.end > _DISTANCE:
            return None
        if figure.measure in LEVELS and convertible(figure, first) and exact(figure):
            return figure if _TOTALS.search(report.before(figure)) else None
    return None
