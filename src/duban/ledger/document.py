"""The whole ledger as one JSON document, which `docs/ledger.schema.json` describes."""

from __future__ import annotations

import msgspec

from duban.ledger import faults
from duban.ledger.rows import head, row, sound
from duban.model import SCHEMA_VERSION, Ledger


class _Version(msgspec.Struct):
    schema_version: int


def dumps(ledger: Ledger) -> str:
    """Return the ledger as one JSON object, indented, ending with a line end.

    Its keys are those of `Ledger`, the schema version first; entries have the same fields as
    in JSON Lines.
    """
    whole = head(ledger) | {
        "sections": ledger.sections,
        "figures": [row(figure) for figure in ledger.figures],
        "targets": [row(target) for target in ledger.targets],
        "commitments": [row(commitment) for commitment in ledger.commitments],
        "remarks": [row(remark) for remark in ledger.remarks],
        "corrections": [row(correction) for correction in ledger.corrections],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def loads(text: str, *, name: str = "") -> Ledger:
    """Return the ledger that `dumps` wrote.

    Args:
        text: one JSON object.
        name: what messages call the text, usually its file name.

    Raises:
        UserError: `LD003` a newer duban wrote it; `LD005` it is no ledger.
    """
    try:
        version = msgspec.json.decode(text.removeprefix("\ufeff"), type=_Version).schema_version
        if version > SCHEMA_VERSION:
            raise faults.newer(name, version)
        ledger = msgspec.json.decode(text.removeprefix("\ufeff"), type=Ledger)
        for record in (*ledger.figures, *ledger.corrections):
            sound(record)
    except (ValueError, RecursionError) as error:
        raise faults.broken_document(name, str(error)) from error
    return ledger
