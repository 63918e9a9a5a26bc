"""Footnotes: they stand under the text of a page, and would cut a paragraph in two."""

from __future__ import annotations

import re
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duban.documents.page_lines import Line

_MARK = re.compile(r"[①-⑳⑴-⒇*＊※†]|[\[〔【（(]?\d{1,3}[\]〕】）)]?(?![\d.．、年月%])|注[:：\d]")
_SMALL = 0.88  # of the usual height of a line; notes are set in smaller type


def without_notes(columns: list[list[Line]]) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the columns without the notes at their feet, and the notes.

    Args:
        columns: the lines of every column of a document, in reading order.
    """
    heights = [line.height for column in columns for line in column]
    small = median(heights) * _SMALL if heights else 0.0
    starts = [_start(column, small) for column in columns]
    texts = [column[:at] for column, at in zip(columns, starts, strict=True)]
    notes = [column[at:] for column, at in zip(columns, starts, strict=True)]
    return [c for c in texts if c], [c for c in notes if c]


def _start(column: list[Line], small: float) -> int:
    """Return where the notes of a column begin: a mark in small type, then small type only."""
    at = len(column)
    while at and column[at - 1].height < small:
        at -= 1
    return next((i for i in range(at, len(column)) if _MARK.match(column[i].text)), len(column))
