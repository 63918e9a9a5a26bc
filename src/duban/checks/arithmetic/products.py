"""Indicators of which two multiply to a third: area and yield, visitors and spending."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure

_WINDOW = 200  # characters around a factor in which the other two may stand
_PARAGRAPH = "\n"


class Product(NamedTuple):
    """How the names of two factors and of their product end.

    Attributes:
        each: the second factor, the one per unit of the first; every relation has it.
        many: the first factor.
        result: the product.
        certain: whether the three are always of the same things.
    """

    each: re.Pattern[str]
    many: re.Pattern[str]
    result: re.Pattern[str]
    certain: bool


HARVEST = Product(
    re.compile("(?:平均)?(?:单位面积产量|单产|亩产量?|每亩产量)(?:水平)?$"),
    re.compile("(?:播种|种植|收获|栽培)?(?:总?面积)$"),
    re.compile("(?:总产量?|产量)$"),
    certain=True,
)
SPENDING = Product(
    re.compile("人均(?:旅游)?(?:花费|消费|支出)$"),
    re.compile("(?:总?人次|总?人数)$"),
    re.compile("(?:总?收入|总?花费|总消费)$"),
    certain=False,
)
SALES = Product(
    re.compile("(?:平均)?(?:单价|均价|售价)$"),
    re.compile("(?:业务量|销售量|销量|出口量|成交面积|销售面积|销售套数)$"),
    re.compile("(?:业务收入|销售额|销售收入|出口额|成交额)$"),
    certain=False,
)
PRODUCTS = (HARVEST, SPENDING, SALES)
_SCOPE = re.compile("^(?:全[省市县区国乡镇年]|当年|全年|本年)+")


class Factors(NamedTuple):
    """The three figures of one product."""

    many: Figure
    each: Figure
    result: Figure


def triples(report: Report, figures: list[Figure], product: Product) -> Iterator[Factors]:
    """Yield the three figures of every product among `figures`, all of one thing.

    Args:
        report: the report that holds them.
        figures: candidates of one kind: all levels, or all growth rates.
        product: which indicators multiply.
    """
    for each in figures:
        found = product.each.search(each.indicator)
        if found is None:
            continue
        thing = _thing(each.indicator[: found.start()])
        near = [f for f in figures if f is not each and _near(report, f, each)]
        many = _nearest(each, near, product.many, thing)
        result = _nearest(each, near, product.result, thing)
        if many and result and many is not result:
            yield Factors(many, each, result)


def _thing(name: str) -> str:
    return _SCOPE.sub("", name)


def _near(report: Report, one: Figure, other: Figure) -> bool:
    """Say whether two figures stand in one sentence, or close in one paragraph."""
    if one.sentence_start == other.sentence_start:
        return True
    start, end = sorted((one.start, other.start))
    return end - start < _WINDOW and _PARAGRAPH not in report.text[start:end]


def _nearest(
    each: Figure, near: list[Figure], ending: re.Pattern[str], thing: str
) -> Figure | None:
    """Return the nearest figure whose name ends so and is of the same thing."""
    fitting = [
        f
        for f in near
        if (found := ending.search(f.indicator))
        and (f.period, f.area, f.status) == (each.period, each.area, each.status)
        and _thing(f.indicator[: found.start()]) == thing
    ]
    return min(fitting, key=lambda f: abs(f.start - each.start), default=None)
