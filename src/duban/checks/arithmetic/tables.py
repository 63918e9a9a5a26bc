"""Reads tables that stand in a text: rows of cells divided by tabs or by `|`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report

_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"[^\t|]+")
_RULE = re.compile(r"[\s|:\-]+")
_FEW = 2


class Cell(NamedTuple):
    """One cell: its words without the blanks around them, folded, and where they stand."""

    text: str
    span: Span


def tables(report: Report) -> Iterator[list[list[Cell]]]:
    """Yield every run of two or more lines that have the same number of cells, two at least."""
    text = report.folded
    if "\t" not in text and "|" not in text:
        return
    rows: list[list[Cell]] = []
    for line in _LINE.finditer(text):
        if _RULE.fullmatch(line[0]):
            continue
        cells = _cells(line)
        if rows and len(cells) != len(rows[0]):
            yield from _whole(rows)
            rows = []
        if len(cells) >= _FEW:
            rows.append(cells)
    yield from _whole(rows)


def _whole(rows: list[list[Cell]]) -> Iterator[list[list[Cell]]]:
    if len(rows) > 1:
        yield rows


def _cells(line: re.Match[str]) -> list[Cell]:
    if "\t" not in line[0] and "|" not in line[0]:
        return []
    found = []
    for cell in _CELL.finditer(line[0]):
        words = cell[0].strip()
        if words:
            start = line.start() + cell.start() + len(cell[0]) - len(cell[0].lstrip())
            found.append(Cell(words, Span(start, start + len(words))))
    return found
