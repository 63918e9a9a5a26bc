"""From a table's rows to observations; single months and quarters are summed up."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from duban.assess.table import faults
from duban.assess.table.faults import RowFault
from duban.assess.table.periods import Period, period
from duban.assess.table.sheet import rows
from duban.grammar.folding import fold
from duban.grammar.quantity import quantities
from duban.model import Measure, Observation, Series
from duban.reference.indicators import Flow, resolve

if TYPE_CHECKING:
    from pathlib import Path

_COLUMNS = {
    "indicator": ("指标", "指标名称", "项目", "indicator"),
    "time": ("时间", "时期", "期间", "月份", "日期", "年月", "time", "period"),
    "value": ("数值", "值", "完成值", "实际值", "value"),
    "unit": ("单位", "计量单位", "unit"),
    "basis": ("口径", "basis"),  # 累计 or 当期
    "measure": ("类别", "measure"),  # 总量, 增速, 占比, 位次
    "area": ("地区", "area"),
    "series": ("系列", "series"),  # 实际, 下达, 计划
    "source": ("来源", "source"),
}
_NEEDED = ("indicator", "time", "value")
_SINGLE = frozenset(("当期", "当月", "当季", "单月", "单季", "single"))
_CUMULATIVE = frozenset(("", "累计", "cumulative"))
_MEASURES = {
    "总量": Measure.LEVEL,
    "水平": Measure.LEVEL,
    "增速": Measure.CHANGE,
    "增长": Measure.CHANGE,
    "占比": Measure.SHARE,
    "位次": Measure.RANK,
} | {measure.value: measure for measure in Measure}
_SERIES = {"": Series.ACTUAL, "实际": Series.ACTUAL, "下达": Series.QUOTA, "计划": Series.PLAN} | {
    series.value: series for series in Series
}
_WORDS = {
    "basis": _CUMULATIVE | _SINGLE,
    "measure": frozenset(("", *_MEASURES)),
    "series": frozenset(_SERIES),
}


class _Row(NamedTuple):
    number: int
    seen: Observation
    months: int  # of a value for these months alone; 0 where it counts from January


def read_observations(path: Path) -> list[Observation]:
    """Read observations from a CSV file or a workbook's first sheet.

    Args:
        path: a table whose first row names the columns 指标, 时间, 数值 and what else there is.

    Returns:
        Observations whose values count from January; single months and quarters are summed.

    Raises:
        UserError: `OB001` no table, `OB002` a column is missing, `OB003` rows that cannot be
            understood, all of them named.
    """
    header, *body = rows(path) or [[]]
    at = _columns(header)
    if missing := [_COLUMNS[name][0] for name in _NEEDED if name not in at]:
        raise faults.no_columns(path.name, missing, [cell for cell in header if cell])
    found = [
        _row(number, {name: _cell(cells, column) for name, column in at.items()})
        for number, cells in enumerate(body, start=2)
        if any(cells)
    ]
    read = [row for row in found if isinstance(row, _Row)]
    summed, gaps = _summed(read)
    if wrong := [row for row in found if isinstance(row, RowFault)] + gaps:
        raise faults.wrong_rows(path.name, sorted(wrong))
    return summed


def _columns(header: list[str]) -> dict[str, int]:
    known = {word: name for name, words in _COLUMNS.items() for word in words}
    return {known[c.lower()]: at for at, c in enumerate(header) if c.lower() in known}


def _cell(cells: list[str], column: int) -> str:
    return cells[column] if column < len(cells) else ""


def _row(number: int, cell: dict[str, str]) -> _Row | RowFault:
    when = period(cell["time"])
    if not cell["indicator"]:
        return RowFault(number, "没有指标名称", "no indicator is named")
    if when is None:
        told = cell["time"]
        return RowFault(number, f"的时间“{told}”看不懂", f"the time “{told}” is not understood")
    amount = _amount(cell["value"], cell.get("unit", ""))
    if amount is None:
        told = cell["value"]
        return RowFault(number, f"的数值“{told}”不是数", f"the value “{told}” is no number")
    for name, known in _WORDS.items():
        word = cell.get(name, "")
        if word not in known:
            column = _COLUMNS[name][0]
            return RowFault(number, f"的{column}“{word}”不认识", f"{column} “{word}” is not known")
    return _Row(number, _observed(cell, when, *amount), _own_months(cell, when))


def _amount(value: str, unit: str) -> tuple[Decimal, str] | None:
    """Read `605.46亿元`, or `605.46` with the unit 亿元; the unit in base units."""
    text = fold(value.replace(",", "") + ("" if value.endswith(unit) else unit))
    negative, text = text.startswith("-"), text.removeprefix("-")
    read = next(quantities(text), None)
    if read is not None and read.start == 0 and read.end == len(text):
        return (-read.value if negative else read.value), read.unit
    try:
        return Decimal(value.replace(",", "")), unit
    except ArithmeticError:
        return None


def _observed(cell: dict[str, str], when: Period, value: Decimal, unit: str) -> Observation:
    name = cell["indicator"]
    measure = _MEASURES.get(cell.get("measure", "")) or _usual_measure(name, unit)
    series = _SERIES[cell.get("series", "")]
    where, source = cell.get("area", ""), cell.get("source", "")
    return Observation(name, when.year, when.month, value, unit, measure, series, where, source)


def _usual_measure(name: str, unit: str) -> Measure:
    """A percentage of what is counted in money or tons is its rate of change."""
    match = resolve(name)
    if unit != "%" or match is None or match.indicator.flow in {Flow.RATIO, Flow.INDEX}:
        return Measure.LEVEL
    return Measure.CHANGE


def _own_months(cell: dict[str, str], when: Period) -> int:
    return max(when.months, 1) if cell.get("basis", "") in _SINGLE else 0


def _summed(read: list[_Row]) -> tuple[list[Observation], list[RowFault]]:
    found, gaps = [row.seen for row in read if not row.months], []
    groups = defaultdict(list)
    for row in read:
        if row.months:
            seen = row.seen
            groups[seen.indicator, seen.measure, seen.series, seen.area, seen.year].append(row)
    for group in groups.values():
        group.sort(key=lambda row: row.seen.month)
        covered = list(accumulate(row.months for row in group))
        gap = next((r for r, c in zip(group, covered, strict=True) if r.seen.month != c), None)
        if gap is not None:
            zh, en = "之前缺少月份或季度，当期值不能累计", "months before it are missing"
            gaps.append(RowFault(gap.number, zh, f"{en}; single values cannot be summed"))
            continue
        sums = accumulate(row.seen.value for row in group)
        found += [_with_value(row.seen, total) for row, total in zip(group, sums, strict=True)]
    return found, gaps


def _with_value(seen: Observation, value: Decimal) -> Observation:
    return msgspec.structs.replace(seen, value=value)
