"""The ledger as CSV that Excel and WPS open right and that runs no formula."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from typing import TYPE_CHECKING

from duban.ledger.rows import plain
from duban.ledger.table.columns import columns
from duban.ledger.table.tables import TABLES, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.ledger.table.columns import Column
    from duban.ledger.table.tables import Cell
    from duban.model import Ledger

# Without it, Excel and WPS on Chinese Windows take UTF-8 for GBK.
_BYTE_ORDER_MARK = "\ufeff"
# A cell that a spreadsheet would run: OWASP, "CSV injection".
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?%?")


def dumps(ledger: Ledger, *, only: str = "", language: str = "zh") -> str:
    """Return the ledger as CSV with a byte order mark, CRLF line ends and one heading row.

    Args:
        ledger: what to write.
        only: `figures`, `targets` or `commitments`; empty writes all three below each other,
            with a first column that says which, and empty cells where a column does not apply.
        language: `zh` or `en`, for headings and for the words of measures, states and kinds.
    """
    wanted = [only] if only else list(TABLES)
    tables = [TABLES[name](ledger, language) for name in wanted]
    table = tables[0] if only else _merged(tables)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(column.heading(language) for column in table.columns)
    writer.writerows(map(_safe, cells) for cells in table.rows)
    return _BYTE_ORDER_MARK + out.getvalue()


def _merged(tables: list[Table]) -> Table:
    # By heading: a target's number is another field than a figure's, but the same column.
    union: dict[str, Column] = {}
    for column in (column for table in tables for column in table.columns):
        union.setdefault(column.en, column)
    rows = [
        (table.title, *(known.get(heading) for heading in union))
        for table in tables
        for known in _by_heading(table)
    ]
    return Table("", (*columns("type"), *union.values()), rows)


def _by_heading(table: Table) -> Iterable[dict[str, Cell]]:
    headings = [column.en for column in table.columns]
    return (dict(zip(headings, cells, strict=True)) for cells in table.rows)


def _safe(cell: Cell) -> str:
    """Return the cell's text; one that would run as a formula gets an apostrophe before it."""
    if isinstance(cell, Decimal):
        return plain(cell)
    text = "" if cell is None else str(cell)
    if _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
