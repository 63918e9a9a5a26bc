"""Counts of all divisions of the report's own place: 六县区, 全区12个盟市."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.grammar.numeral import parse_number
from duban.model import Span
from duban.reference.regions import NATION_CODE, regions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report

_COUNTIES: Final = ("县市区", "县（市、区）", "县（区）", "县区", "区县", "旗县区", "旗县")
_PREFECTURES: Final = ("市州", "市（州）", "州市", "盟市", "设区市", "地州市")
# 7个区县通过验收 may be some of them; 全市7个区县 and 七县区 are all.
_NUMBER = re.compile(
    r"(?P<whole>全[省市州区县]|我[省市州区县]|所辖|下辖)?(?<![第近余前他0-9])"
    r"(?P<number>[0-9]{1,3}|(?P<hanzi>[一二三四五六七八九十]{1,3}))(?P<each>个?)$"
)
_FAR: Final = 9  # characters of a number and what says that it is of all


class Divisions(NamedTuple):
    """One such count.

    Attributes:
        at: its span.
        stated: the number printed.
        there: how many there are.
        whole: the words say that all are meant.
    """

    at: Span
    stated: int
    there: int
    whole: bool


def divisions(report: Report) -> Iterator[Divisions]:
    """Yield the counts of divisions."""
    code, year = report.ledger.masthead.place_code, report.year or 0
    if not code or code == NATION_CODE:
        return
    text = report.folded
    for kind in (*_COUNTIES, *_PREFECTURES):
        at = text.find(kind)
        while at >= 0:
            found = _NUMBER.search(text[max(0, at - _FAR) : at])
            there = _count(code, kind in _COUNTIES, year) if found else 0
            if found and there:
                yield _stated(found, Span(at, at + len(kind)), there)
            at = text.find(kind, at + 1)


def _stated(found: re.Match[str], kind: Span, there: int) -> Divisions:
    start = kind.start - len(found["number"] + found["each"])
    whole = bool(found["whole"] or (found["hanzi"] and not found["each"]))
    return Divisions(Span(start, kind.end), int(parse_number(found["number"])[0]), there, whole)


@cache
def _count(code: str, counties: bool, year: int) -> int:  # noqa: FBT001  two kinds there are
    """Return how many divisions a place had in a year; 0 where they are not of that kind."""
    stem = code[:2] if code.endswith("0000") else code[:4]
    level = "county" if counties else "prefecture"
    inside = [
        region
        for region in regions()
        if region.code.startswith(stem)
        and region.code != code
        and region.level == level
        and (region.until is None or region.until >= year)
    ]
    return len(inside)
