"""The cells of a CSV file or of a workbook's first sheet that holds any, as words."""

from __future__ import annotations

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import TYPE_CHECKING

from duban.assess.table import faults

if TYPE_CHECKING:
    from pathlib import Path

_ENCODINGS = ("utf-8-sig", "gb18030")
_ZIP = b"PK"


def rows(path: Path) -> list[list[str]]:
    """Return the rows of a table, cells stripped; blank rows stay, so that numbers agree.

    Raises:
        UserError: `OB001` where it cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise faults.unreadable(path.name, error.strerror or type(error).__name__) from error
    return _workbook(data, path.name) if data.startswith(_ZIP) else _csv(data, path.name)


def _csv(data: bytes, name: str) -> list[list[str]]:
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
            return [[cell.strip() for cell in row] for row in csv.reader(StringIO(text))]
        except UnicodeDecodeError:
            continue
        except csv.Error as error:
            raise faults.unreadable(name, str(error)) from error
    raise faults.unreadable(name, "UTF-8? GB18030?")


def _workbook(data: bytes, name: str) -> list[list[str]]:
    from python_calamine import (  # noqa: PLC0415  only a workbook needs it
        CalamineError,
        load_workbook,
    )

    try:
        book = load_workbook(BytesIO(data))
        sheets = (book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names)
        cells = next((sheet for sheet in sheets if sheet), [])
    except CalamineError as error:
        raise faults.unreadable(name, str(error)) from error
    return [[_words(cell) for cell in row] for row in cells]


def _words(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
