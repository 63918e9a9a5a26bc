"""Tables of values: cells with a bare number, whose unit stands in the head or the caption.

A line with tabs is a row. The unit stands behind a column's heading or a row's name, 产量（万吨）,
in a column of its own, or above the table for all of it, 单位：亿元.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.extract.value_columns import Column, Unit, columns_of, split_unit, unit_of
from duban.grammar.numeral import parse_number
from duban.grammar.quantity import Quantity
from duban.model import Measure, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(
    r"[-−]?(?P<digits>\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?)"
)
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?")
_ALL = re.compile(r"(?:全[省市县区州国]|合计|总计|共计|小计)+")
_CAPTION = re.compile(
    r"单位：[ \u3000]*(?P<unit>[^ \u3000（），。；：、\t\n]{1,8})(?=[ \u3000）\t\n]|$)"
)
_CAPTION_REACH = 80  # characters above a table's first row in which its caption stands
_BLANKS = " \u3000\r\xa0*"
_RATIO = re.compile(r"(?:率|比|占比|比重|比例|指数|系数|增长|增速|增幅|倍数)$")
# 其中：, 1., 二、, （三） before the name of a row.
_LEAD = re.compile(
    r"(?:其中：?|\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、"
    r"|（[一二三四五六七八九十\d]{1,2}）|[#* \u3000])*"
)
_SHARES = ("占比", "比重", "份额")


class TableValue(NamedTuple):
    """A cell that measures something.

    Attributes:
        quantity: its number, in the unit of its table.
        indicator: what it measures.
        measure: what kind of statement it makes.
        area: the place that its row is about, or an empty string.
        year: the year that its column or row names, or an empty string.
        status: what its column says about it, or None.
    """

    quantity: Quantity
    indicator: str
    measure: Measure
    area: str
    year: str
    status: Status | None


class _Cell(NamedTuple):
    start: int
    folded: str
    source: str


class _Label(NamedTuple):
    kind: str
    name: str
    unit: Unit | None


class _Table(NamedTuple):
    columns: list[Column]
    shifted: list[Column]  # HTML loses the empty cell above the names of the rows
    unit: Unit | None


def table_values(source: str, folded: str) -> Iterator[TableValue]:
    """Yield the bare numbers of tables that tell their units, in the order of the text.

    Args:
        source: the text as the document has it.
        folded: `fold(source)`.
    """
    table: _Table | None = None
    last, at = 0, folded.find("\t")
    while at >= 0:
        begin, stop = folded.rfind("\n", 0, at) + 1, folded.find("\n", at)
        stop = len(folded) if stop < 0 else stop
        cells = _cells(source, folded, begin, stop)
        if folded[last:begin].strip():
            table = None  # the table has ended
        if not any(_NUMBER.fullmatch(cell.folded) for cell in cells):
            table = _head(folded, cells, begin, stop) or table
        elif table:
            yield from _row(cells, table)
        last, at = stop, folded.find("\t", stop)


def _cells(source: str, folded: str, start: int, end: int) -> list[_Cell]:
    cells = []
    for words in folded[start:end].split("\t"):
        inner = words.strip(_BLANKS)
        at = start + words.index(inner) if inner else start
        cells.append(_Cell(at, inner, source[at : at + len(inner)]))
        start += len(words) + 1
    return cells


def _head(folded: str, cells: list[_Cell], begin: int, stop: int) -> _Table | None:
    """Return the table under a row without numbers, if its cells are headings."""
    if sum(bool(cell.folded) for cell in cells) <= 1:
        return None
    source, words = [cell.source for cell in cells], [cell.folded for cell in cells]
    columns, shifted = columns_of(source, words), columns_of(["", *source], ["", *words])
    captions = _CAPTION.finditer(folded, max(0, begin - _CAPTION_REACH), stop)
    units = [unit._replace(captioned=True) for c in captions if (unit := unit_of(c["unit"]))]
    return _Table(columns, shifted, units[-1] if units else None)


def _row(cells: list[_Cell], table: _Table) -> Iterator[TableValue]:
    lost = len(cells) == len(table.columns) + 1
    columns = table.shifted if lost else table.columns
    row = list(zip(columns, cells, strict=False)) if len(cells) <= len(columns) else []
    label = _label(row, table)
    for column, cell in row if label else ():
        if column.kind == "value" and label and (value := _value(column, cell, label)):
            yield value


def _label(row: list[tuple[Column, _Cell]], table: _Table) -> _Label | None:
    """Return what the row says about all its cells, or None if it has no name."""
    named = (pair for pair in row if pair[0].kind in ("label", "place", "year") and pair[1].folded)
    column, cell = next(named, (None, None))
    if column is None or cell is None:
        return None
    units = (unit_of(cell.folded) for column, cell in row if column.kind == "unit")
    end, own = split_unit(cell.folded)
    lead = _LEAD.match(cell.folded)
    name = cell.source[lead.end() if lead else 0 : end].strip(_BLANKS)
    return _Label(column.kind, name, own or next(units, None) or table.unit)


def _value(column: Column, cell: _Cell, label: _Label) -> TableValue | None:
    """Return what a cell measures, or None if it is no number or its unit is not told."""
    found = _NUMBER.fullmatch(cell.folded)
    unit = column.unit or (None if column.rate else label.unit)
    if found is None or unit is None:
        return None
    value, step = parse_number(found["digits"])
    value = -value if found.start("digits") else value
    end = cell.start + len(cell.folded)
    indicator, area, year = _about(column, label)
    if unit.captioned and _RATIO.search(indicator):
        return None  # 单位：亿元 does not hold for it
    size, weight = _exact(value * unit.scale), _exact(step * unit.scale)
    number = Quantity(cell.start, end, size, weight, unit.name, "cell")
    measure = _measure(column, indicator, unit)
    return TableValue(number, indicator, measure, area, column.year or year, column.status)


def _exact(value: Decimal) -> Decimal:
    """Return a value without the zeros behind its point: 12.30 thousands are 12300."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value


def _about(column: Column, label: _Label) -> tuple[str, str, str]:
    """Return indicator, area and year of a cell from the heading above and the row's name."""
    name = label.name
    dated = _YEAR.fullmatch(name)
    if dated or not column.name:
        return (column.name, "", dated[1]) if dated else (name, "", "")
    if _ALL.fullmatch(name):
        return column.name, "", ""
    return (column.name, name, "") if label.kind == "place" else (name + column.name, "", "")


def _measure(column: Column, indicator: str, unit: Unit) -> Measure:
    if column.rate or unit.name == "个百分点":
        return Measure.CHANGE
    if unit.name == "%" and indicator.endswith(_SHARES):
        return Measure.SHARE
    if indicator.startswith(("新增", "净增")) and not indicator.startswith("新增就业"):
        return Measure.ADDED
    return Measure.TOTAL if indicator.startswith("累计") else Measure.LEVEL
