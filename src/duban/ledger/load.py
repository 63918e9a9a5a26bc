"""Read a ledger from a file, whichever of its two text forms it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.ledger import document, faults, jsonl
from duban.reference.reasons import why

if TYPE_CHECKING:
    from pathlib import Path

    from duban.model import Ledger

SUFFIXES = (".jsonl", ".json")


def load(path: Path) -> Ledger:
    """Return the ledger in a `.json` file, or in JSON Lines under any other name.

    Raises:
        UserError: `LD004` the file cannot be opened or is not UTF-8; others as `jsonl.loads`
            and `document.loads` say.
    """
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise faults.no_text(path.name, why(error)) from error
    read = document.loads if path.suffix.lower() == ".json" else jsonl.loads
    return read(text, name=path.name)
