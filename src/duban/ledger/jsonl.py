"""The ledger's canonical form: JSON Lines, one row an entry, each tagged with its `type`.

The first row is the ledger itself; then come sections, figures, targets, commitments, remarks
and corrections, each in the order of the text. Writing is a function of the ledger alone, so
two equal ledgers are the same bytes.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, TypeVar

import msgspec

from duban.ledger import faults
from duban.ledger.rows import Row, entries, head, row, sound
from duban.model import (
    SCHEMA_VERSION,
    Commitment,
    Correction,
    Figure,
    Ledger,
    Masthead,
    Remark,
    Section,
    Source,
    Target,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_T = TypeVar("_T", bound=msgspec.Struct)


class _Tag(msgspec.Struct):
    type: str


class _Version(msgspec.Struct):
    schema_version: int


class _Head(msgspec.Struct):
    source: Source
    masthead: Masthead


_RECORDS: dict[str, tuple[str, type[msgspec.Struct]]] = {
    "section": ("sections", Section),
    "figure": ("figures", Figure),
    "target": ("targets", Target),
    "commitment": ("commitments", Commitment),
    "remark": ("remarks", Remark),
    "correction": ("corrections", Correction),
}


def dumps(ledger: Ledger, *, only: str = "") -> str:
    """Return the ledger as JSON Lines, ending with a line end.

    Args:
        ledger: what to write.
        only: `figures`, `targets` or `commitments` writes just those rows, without the first
            row that makes a ledger of them; empty writes everything.

    Raises:
        ValueError: `only` is none of these.
    """
    rows = map(row, entries(ledger, only)) if only else _rows(ledger)
    return msgspec.json.Encoder().encode_lines(rows).decode()


def _rows(ledger: Ledger) -> Iterator[Row]:
    yield {"type": "ledger"} | head(ledger)
    for section in ledger.sections:
        yield {"type": "section"} | msgspec.structs.asdict(section)
    for group in (ledger.figures, ledger.targets, ledger.commitments):
        yield from map(row, group)
    yield from map(row, ledger.remarks)
    yield from map(row, ledger.corrections)


def loads(text: str, *, name: str = "") -> Ledger:
    """Return the ledger that `dumps` wrote.

    Args:
        text: JSON Lines; blank lines and a byte order mark are passed over.
        name: what messages call the text, usually its file name.

    Raises:
        UserError: `LD001` no ledger row comes first; `LD002` a line cannot be read, with its
            number; `LD003` a newer duban wrote it.
    """
    lines = _lines(text)
    first = next(lines, None)
    if first is None:
        raise faults.no_header(name, 1)
    opening = _opening(*first, name)
    empty = Ledger(source=opening.source, masthead=opening.masthead)
    return msgspec.structs.replace(empty, **_groups(lines, name))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    # Not splitlines: a sentence may hold U+2028 or U+0085, which JSON leaves as they are.
    numbered = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    return ((number, line) for number, line in numbered if line.strip())


def _opening(number: int, line: str, name: str) -> _Head:
    if _tag(number, line, name) != "ledger":
        raise faults.no_header(name, number)
    version = _decode(number, line, name, _Version).schema_version
    if version > SCHEMA_VERSION:
        raise faults.newer(name, version)
    return _decode(number, line, name, _Head)


def _groups(lines: Iterable[tuple[int, str]], name: str) -> dict[str, tuple[msgspec.Struct, ...]]:
    groups: dict[str, list[msgspec.Struct]] = defaultdict(list)
    for number, line in lines:
        kind = _tag(number, line, name)
        if kind not in _RECORDS:
            raise faults.broken_line(name, number, f"type {kind!r}")
        group, record = _RECORDS[kind]
        groups[group].append(_decode(number, line, name, record))
    return {group: tuple(records) for group, records in groups.items()}


def _tag(number: int, line: str, name: str) -> str:
    return _decode(number, line, name, _Tag).type


def _decode(number: int, line: str, name: str, kind: type[_T]) -> _T:
    try:
        record: _T = _decoder(kind).decode(line)
        sound(record)
    except (ValueError, RecursionError) as error:
        raise faults.broken_line(name, number, str(error)) from error
    return record


@cache
def _decoder(kind: type[_T]) -> msgspec.json.Decoder[_T]:
    return msgspec.json.Decoder(kind)
