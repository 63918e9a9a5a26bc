"""Where a report comes from: a file, or standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from duban.cli.names import STANDARD

if TYPE_CHECKING:
    from pathlib import Path

    from duban.model import Document, Ledger, Reading

_NAME = "stdin"  # of a document that has no file, in the ledger and in messages


def reading_of(file: Path) -> Reading:
    """Read the report in `file`, or from standard input where it is a dash.

    Raises:
        UserError: it cannot be read or is no report, or a correction does not apply.
    """
    from duban import pipeline  # noqa: PLC0415  `--help` need not wait for it

    if file != STANDARD:
        return pipeline.read(file)
    document = _standard_input()
    return pipeline.read_document(document)


def ledger_at(file: Path) -> Ledger:
    """Return the ledger in `file`, or that of the report in it.

    Raises:
        UserError: it cannot be read.
    """
    from duban.ledger.load import SUFFIXES, load  # noqa: PLC0415  same

    return load(file) if file.suffix.lower() in SUFFIXES else reading_of(file).ledger


def _standard_input() -> Document:
    from duban.documents import from_bytes  # noqa: PLC0415  same
    from duban.documents.errors import not_a_report  # noqa: PLC0415  same
    from duban.grammar.genre import looks_official  # noqa: PLC0415  same

    document = from_bytes(_bytes(), name=_NAME)
    if not looks_official(document.text):
        raise not_a_report(_NAME)
    return document


def _bytes() -> bytes:
    from duban.documents import MAX_BYTES  # noqa: PLC0415  same
    from duban.documents.errors import UNREADABLE  # noqa: PLC0415  same
    from duban.reference.reasons import reason  # noqa: PLC0415  same

    try:
        # One byte more than is read shows that there is too much. There may be no input at all.
        return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    except OSError as error:
        raise UNREADABLE.error(name=_NAME, reason=reason(error)) from error
