"""The head of a table of values: what each column holds, in which unit, and of which year."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.quantity import quantities
from duban.model import Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

# 产量（万吨）, 产量（单位：万吨）, 增速%
_UNIT = re.compile(r"（(?:单位：)?(?P<unit>[^（）]{1,10})）$|(?P<percent>%)$")
# Columns whose numbers measure nothing.
_SERIAL = re.compile(r"序号|编号|行次|代码|排名|位次|.*(?:年份|时间|日期|时限|期限|电话|联系人)")
_UNITS = re.compile(r"(?:计量|数量)?单位")
_PLACES = re.compile(
    r"地区|区域|区县|县区|市县|市州|州市|县市区?|乡镇(?:街道)?|县（市、区）|市（州）|县（市）"
)
_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年?")
_RATE = re.compile(r"(?:同比|比上年|较上年)?±?(?:增长|增速|增幅|增减|升降)(?:率|幅度)?")
_PLANNED = re.compile(r"目标|预期|计划|预计|规划")
_DONE = re.compile(r"完成|实际|实绩|执行")
# Headings that say when and how, not what: the names of the rows say what.
_ONLY_WHEN = re.compile(
    r"(?:(?:19|20)[0-9]{2}|[一—至-]|年|度|末|底|全|上|本|今|去|初步|实际|实绩|完成|预计|预期|目标|计划|规划|任务|"
    r"执行|统计|数量|数据|情况|金额|数|值|额|±|同比|比上年|较上年|增长|增速|增幅|增减|率)*"
)


class Unit(NamedTuple):
    """A unit with its scale: 亿元 is 元, a hundred million of them.

    Attributes:
        name: the base unit.
        scale: how many of them one is.
        captioned: whether it holds for a whole table.
    """

    name: str
    scale: Decimal
    captioned: bool = False


class Column(NamedTuple):
    """A column of a table of values.

    Attributes:
        kind: `label` (names of the rows), `place` (places that the rows are about), `year`,
            `unit`, `serial` or `value`.
        name: what it holds, without unit and year; empty where the rows name it.
        unit: the unit that its heading names, or None.
        year: the year that its heading names, or an empty string.
        rate: whether it holds changes.
        status: what its heading says, 目标 or 完成, or None.
    """

    kind: str
    name: str = ""
    unit: Unit | None = None
    year: str = ""
    rate: bool = False
    status: Status | None = None


@lru_cache(maxsize=1024)
def unit_of(words: str) -> Unit | None:
    """Return the unit that the folded words are, or None if they are none.

    >>> unit_of("亿元")
    Unit(name='元', scale=Decimal('100000000'), captioned=False)
    """
    one = f"1{words.strip()}"
    found = next(quantities(one), None)
    whole = found is not None and (found.start, found.end) == (0, len(one)) and found.unit
    return Unit(found.unit, found.value) if found and whole else None


def split_unit(folded: str) -> tuple[int, Unit | None]:
    """Return where a heading's unit in brackets begins, and the unit; the end and None for none."""
    found = _UNIT.search(folded)
    unit = unit_of(found["unit"] or "%") if found else None
    return (found.start(), unit) if found and unit else (len(folded), None)


def columns_of(source: Sequence[str], folded: Sequence[str]) -> list[Column]:
    """Return the columns under the cells of a table's head.

    Args:
        source: the cells as written.
        folded: the same, folded.
    """
    columns: list[Column] = []
    named, labelled = "", False
    for written, words in zip(source, folded, strict=True):
        column = _column(written, words, labelled=labelled)
        if column.rate and not column.name:
            column = column._replace(name=named)  # 粮食产量（万吨）, 增速（%）
        labelled = labelled or column.kind in ("label", "place", "year")
        named = column.name if column.kind == "value" else named
        columns.append(column)
    return columns


def _column(written: str, words: str, *, labelled: bool) -> Column:
    if _SERIAL.fullmatch(words) and words != "年份":
        return Column("serial")
    if _UNITS.fullmatch(words):
        return Column("unit")
    if not labelled:
        kind = "place" if _PLACES.fullmatch(words) else "year" if words == "年份" else "label"
        return Column(kind)
    end, unit = split_unit(words)
    year, rate = _YEAR.search(words, 0, end), _RATE.search(words, 0, end)
    name = "" if _ONLY_WHEN.fullmatch(words, 0, end) else _named(written[:end], year, rate)
    status = Status.ACTUAL if _DONE.search(words, 0, end) else None
    if not status and _PLANNED.search(words, 0, end):
        status = Status.TARGET
    return Column("value", name, unit, year["year"] if year else "", bool(rate), status)


def _named(written: str, year: re.Match[str] | None, rate: re.Match[str] | None) -> str:
    """Return a heading without the year before it and the word of change behind it."""
    start = year.end() if year and not year.start() else 0
    end = rate.start() if rate and rate.end() == len(written) else len(written)
    return written[start:end].strip(" \u3000")
