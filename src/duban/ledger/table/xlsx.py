"""The ledger as a workbook that an official can open, filter and print."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from duban.ledger import faults
from duban.ledger.table.notes import blocks
from duban.ledger.table.tables import TABLES, outline

if TYPE_CHECKING:
    from decimal import Decimal

    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # has no types
    from xlsxwriter.format import Format  # type: ignore[import-untyped]  # has no types
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]  # has no types

    from duban.ledger.table.columns import Column
    from duban.ledger.table.tables import Cell, Table
    from duban.model import Ledger

# Limits of the format (ECMA-376); a longer cell would be dropped without a word.
_MOST_ROWS = 1_048_576
_MOST_CHARACTERS = 32_767
_CUT = "……（原文过长，余略）"
_MOST_DECIMALS = 30
_LARGEST_EXPONENT = 307  # of a double
_NOTE_WIDTHS = (22, 60, 60)
_LINE_HEIGHT = 15  # points
_MOST_HEIGHT = 400  # points; the format allows 409
# The bytes are a function of the ledger, so the file bears no date of its own.
_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_BASE = {"font_name": "宋体", "font_size": 10.5, "valign": "top"}
_RULED = _BASE | {"bottom": 1, "bottom_color": "#D5DCDC"}
_A3, _A4 = 8, 9


def dumps(ledger: Ledger, *, only: str = "", language: str = "zh") -> bytes:
    """Return an XLSX workbook: figures, targets, commitments, outline, notes.

    Args:
        ledger: what to write; equal ledgers give equal bytes.
        only: `figures`, `targets` or `commitments` writes that sheet and the notes alone.
        language: `zh` or `en`, of sheet names, headings and the words of measures and states.
            Each heading has a comment with its name in the other language.

    Raises:
        UserError: `LD006` there are more rows than a worksheet holds.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415  only this format needs it

    wanted = [TABLES[only]] if only else [*TABLES.values(), outline]
    tables = [table(ledger, language) for table in wanted]
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": _printable(ledger.masthead.title), "created": _CREATED})
        styles = _Styles(book)
        for table in tables:
            _sheet(book.add_worksheet(table.title), table, styles, language)
        _notes(book, ledger, tables, styles, language)
    return out.getvalue()


class _Styles:
    """The few cell formats of the workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._numbers: dict[int, Format] = {}
        self.text = book.add_format(_RULED | {"text_wrap": True, "indent": 1})
        self.count = book.add_format(_RULED)
        self.note = book.add_format(_BASE | {"text_wrap": True})
        self.heading = book.add_format(
            _BASE
            | {
                "bold": True,
                "bg_color": "#E3EEEE",
                "align": "center",
                "valign": "vcenter",
                "bottom": 1,
            }
        )

    def number(self, value: Decimal) -> Format:
        """Return the format that shows as many decimals as were written."""
        exponent = value.as_tuple().exponent
        decimals = min(max(0, -int(exponent)), _MOST_DECIMALS)
        if decimals not in self._numbers:
            shape = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format(_RULED | {"num_format": shape})
        return self._numbers[decimals]


def _sheet(sheet: Worksheet, table: Table, styles: _Styles, language: str) -> None:
    if len(table.rows) >= _MOST_ROWS:
        raise faults.too_many_rows(len(table.rows) + 1, _MOST_ROWS)
    _header(sheet, table.columns, styles, language)
    for line, cells in enumerate(table.rows, start=1):
        sheet.set_row(line, _height(table.columns, cells))
        for at, cell in enumerate(cells):
            _write(sheet, (line, at), cell, styles)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    _page(sheet, _A3)


def _header(sheet: Worksheet, columns: tuple[Column, ...], styles: _Styles, language: str) -> None:
    other = "zh" if language == "en" else "en"
    sheet.set_row(0, 22)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.heading(language), styles.heading)
        comment = f"{column.heading(other)}\n{column.explanation(language)}"
        sheet.write_comment(0, at, comment, {"author": "", "x_scale": 1.6})


def _height(columns: tuple[Column, ...], cells: tuple[Cell, ...]) -> int:
    """Return the row's height in points; only Excel would find it by itself."""
    # A wide character has two bytes; some room is left for breaks before punctuation.
    lines = (
        -(-len(cell.encode("gb18030", "replace")) // max(1, column.width - 3))
        for column, cell in zip(columns, cells, strict=True)
        if isinstance(cell, str)
    )
    return min(max(lines, default=1) * _LINE_HEIGHT, _MOST_HEIGHT)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Cell, styles: _Styles) -> None:
    if cell is None or cell == "":
        sheet.write_blank(*place, None, styles.count)
    elif isinstance(cell, str):
        sheet.write_string(*place, _shortened(cell), styles.text)
    elif isinstance(cell, int):
        sheet.write_number(*place, cell, styles.count)
    elif cell.adjusted() > _LARGEST_EXPONENT:
        sheet.write_string(*place, str(cell), styles.text)
    else:
        sheet.write_number(*place, float(cell), styles.number(cell))


def _printable(text: str) -> str:
    # XlsxWriter escapes control characters in cells, not in properties.
    return "".join(filter(str.isprintable, text))


def _shortened(text: str) -> str:
    fits = len(text.encode("utf-16-le")) // 2 <= _MOST_CHARACTERS
    return text if fits else text[: _MOST_CHARACTERS // 2] + _CUT


def _notes(
    book: Workbook, ledger: Ledger, tables: list[Table], styles: _Styles, language: str
) -> None:
    sheet = book.add_worksheet("notes" if language == "en" else "说明")
    for at, width in enumerate(_NOTE_WIDTHS):
        sheet.set_column(at, at, width)
    top = 0
    for block in blocks(ledger, tables, language):
        sheet.write_string(top, 0, block.heading, styles.heading)
        for down, texts in enumerate(block.lines, start=1):
            for at, text in enumerate(texts):
                sheet.write_string(top + down, at, _shortened(text), styles.note)
        top += len(block.lines) + 2
    _page(sheet, _A4)


def _page(sheet: Worksheet, paper: int) -> None:
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C— &P —")
