"""The ledger's entries laid out as tables: which rows, and what each cell holds."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from duban.ledger.labels import label
from duban.ledger.table.columns import COMMITMENTS, FIGURES, OUTLINE, TARGETS, Column, columns

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from duban.model import Ledger, Section

Cell = str | int | Decimal | None
# How to fill the columns that are not a field of the record.
Special = dict[str, "Callable[[Any], object]"]


class Table(NamedTuple):
    """Rows under named columns.

    Attributes:
        title: what the rows are, in the reader's language.
        columns: in the order of the cells.
        rows: one tuple of cells a row; None is an empty cell.
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[Cell, ...]]


def figures(ledger: Ledger, language: str = "zh") -> Table:
    """Return one row a figure, its sentence beside it."""
    title = "figures" if language == "en" else "指标"
    return _table(title, FIGURES, ledger.figures, _section(ledger), language)


def targets(ledger: Ledger, language: str = "zh") -> Table:
    """Return one row a target, with the number it stands on where it has one."""
    numbers = {figure.id: figure for figure in ledger.figures}

    def of_figure(field: str) -> Callable[[Any], object]:
        return lambda target: getattr(numbers.get(target.figure), field, None)

    special = _section(ledger) | {"clause": lambda target: target.text}
    special |= {f"figure.{field}": of_figure(field) for field in _NUMBER}
    title = "targets" if language == "en" else "目标"
    return _table(title, TARGETS, ledger.targets, special, language)


_NUMBER = ("text", "value", "value_max", "unit")


def commitments(ledger: Ledger, language: str = "zh") -> Table:
    """Return one row a commitment, as a decomposition table begins."""
    numbers = {figure.id: figure.text for figure in ledger.figures}
    special = _section(ledger) | {
        "pledge": lambda commitment: commitment.text,
        "figures": lambda commitment: "、".join(
            numbers[key] for key in commitment.figures if key in numbers
        ),
        "units": lambda commitment: "、".join(commitment.units),
    }
    title = "commitments" if language == "en" else "任务"
    return _table(title, COMMITMENTS, ledger.commitments, special, language)


def outline(ledger: Ledger, language: str = "zh") -> Table:
    """Return one row a section, with the number of entries in it and under it."""
    special: Special = {
        "years": lambda section: years(section.years),
        "start": lambda section: section.heading.start,
        "end": lambda section: section.body.end,
        "count.figures": _counter(ledger.figures),
        "count.targets": _counter(ledger.targets),
        "count.commitments": _counter(ledger.commitments),
    }
    title = "outline" if language == "en" else "章节"
    return _table(title, OUTLINE, ledger.sections, special, language)


TABLES: dict[str, Callable[[Ledger, str], Table]] = {
    "figures": figures,
    "targets": targets,
    "commitments": commitments,
}


def section_paths(ledger: Ledger) -> dict[str, str]:
    """Return each section's heading with those above it: `三、重点工作 / （一）扩大投资`."""
    paths: dict[str, str] = {}
    for section in ledger.sections:
        above = paths.get(section.parent, "")
        paths[section.id] = " / ".join(filter(None, (above, section.number + section.title)))
    return paths


def years(span: tuple[int, int] | None) -> str:
    """Return a section's years as written in a table: `2024`, `2021-2025`, or nothing.

    >>> years((2021, 2025)), years((2024, 2024)), years(None)
    ('2021-2025', '2024', '')
    """
    return "-".join(map(str, sorted(set(span)))) if span else ""


def _table(title: str, keys: str, records: Iterable[Any], special: Special, language: str) -> Table:
    chosen = columns(keys)

    def cell(record: object, key: str) -> Cell:
        value: Any = special[key](record) if key in special else getattr(record, key)
        return label(value, language) if isinstance(value, StrEnum) else value

    rows = [tuple(cell(record, column.key) for column in chosen) for record in records]
    return Table(title, chosen, rows)


def _section(ledger: Ledger) -> Special:
    paths = section_paths(ledger)
    return {"section": lambda entry: paths.get(entry.section, "")}


def _counter(entries: Iterable[Any]) -> Callable[[Section], int]:
    starts = sorted(entry.start for entry in entries)
    return lambda section: (
        bisect_left(starts, section.body.end) - bisect_left(starts, section.heading.start)
    )
