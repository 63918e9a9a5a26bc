"""Tables of commitments (民生实事清单, 任务分解表): a line with its cells between tabs is a row.

The head of the table says which column holds the task, and which the units and the deadline.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    Cell = tuple[int, int]

# What the cells at the head of a table say that their column holds.
_KINDS = {
    "task": re.compile(
        "(?:目标|工作|建设|主要|实施|年度|重点|具体){0,3}(?:任务|内容|目标|举措|措施)(?:和?(?:目标|要求))?"
    ),
    "units": re.compile("(?:牵头|责任|主办|承办|落实|配合|协办|实施)(?:单位|部门|科室|领导)"),
    "due": re.compile("(?:计划)?(?:完成|办结)(?:时限|时间|期限)|时限"),
    "name": re.compile("(?:重点|实事)?(?:项目|事项|工作|任务)(?:名称)?|名称|实事"),
    "other": re.compile("序号|编号|类别|领域|备注|指标(?:名称)?|单位|(?:19|20)[0-9]{2}年.{0,6}"),
}
_MAY_HEAD = re.compile("单位|部门|序号|编号|任务|内容|目标|名称|时限|指标|事项")
_HEADS = 2  # cells with a known heading that make a line the head of a table
_BLANKS = " \u3000\t\r*。；;"


class TableRow(NamedTuple):
    """A line of a table.

    Attributes:
        start: offset of the line.
        end: offset after it.
        task: the cell that pledges, or None for the head and for tables of numbers.
        units: the cells that name responsible units.
        due: the cell with the deadline, or None.
    """

    start: int
    end: int
    task: Cell | None = None
    units: tuple[Cell, ...] = ()
    due: Cell | None = None


class _Columns(NamedTuple):
    task: int | None
    units: tuple[int, ...]
    due: int | None


def table_rows(folded: str, start: int, end: int) -> Iterator[TableRow]:
    """Yield the lines of the tables between two offsets, their heads too.

    Lines with tabs that stand under no head are no table.
    """
    columns: _Columns | None = None
    last, at = start, folded.find("\t", start, end)
    while at >= 0:
        begin = max(folded.rfind("\n", start, at) + 1, start)
        stop = folded.find("\n", at, end)
        stop = end if stop < 0 else stop
        if folded[last:begin].strip():
            columns = None  # the table has ended
        cells = _cells(folded, begin, stop)
        head = _head(folded, cells)
        columns = head or columns
        if columns:
            yield TableRow(begin, stop) if head else _row(begin, stop, cells, columns)
        last, at = stop, folded.find("\t", stop, end)


def _cells(folded: str, start: int, end: int) -> list[Cell]:
    cells = []
    for words in folded[start:end].split("\t"):
        inner = words.strip(_BLANKS)
        at = start + words.index(inner) if inner else start
        cells.append((at, at + len(inner)))
        start += len(words) + 1
    return cells


def _head(folded: str, cells: list[Cell]) -> _Columns | None:
    """Return the columns of a table, if the cells are the headings of one."""
    if not _MAY_HEAD.search(folded, cells[0][0], cells[-1][1]):
        return None
    kinds = [_kind(folded, cell) for cell in cells]
    if sum(map(bool, kinds)) < _HEADS:
        return None
    at = {kind: [i for i, other in enumerate(kinds) if other == kind] for kind in kinds}
    task = next(iter((*at.get("task", ()), *at.get("name", ()))), None)
    return _Columns(task, tuple(at.get("units", ())), next(iter(at.get("due", ())), None))


def _kind(folded: str, cell: Cell) -> str:
    return next((name for name, p in _KINDS.items() if p.fullmatch(folded, *cell)), "")


def _row(start: int, end: int, cells: list[Cell], columns: _Columns) -> TableRow:
    units = (_filled(cells, index) for index in columns.units)
    return TableRow(
        start,
        end,
        _filled(cells, columns.task),
        tuple(cell for cell in units if cell),
        _filled(cells, columns.due),
    )


def _filled(cells: list[Cell], index: int | None) -> Cell | None:
    """Return a cell that is there and holds something."""
    if index is None or index >= len(cells) or cells[index][0] == cells[index][1]:
        return None
    return cells[index]
