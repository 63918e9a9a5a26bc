"""Records as plain rows: every field present, in one order, decimals as plain digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from duban.model import Correction, Figure

if TYPE_CHECKING:
    from decimal import Decimal

    from duban.model import Commitment, Ledger, Remark, Target

    Entry = Figure | Target | Commitment
    Record = Entry | Remark | Correction

Row = dict[str, object]

ONLY = ("figures", "targets", "commitments")
PLAIN_DIGITS = r"^-?[0-9]+(\.[0-9]+)?$"
_MOST_DIGITS = 1000


def row(record: Record) -> Row:
    """Return the fields of an entry, a remark or a correction, its `type` first.

    Fields that the struct leaves out at their default are present too: a row has the same
    keys whatever it says, so a reader without duban need not know the defaults.
    """
    fields = {"type": record.__struct_config__.tag} | msgspec.structs.asdict(record)
    if isinstance(record, Figure):
        fields |= _digits(record)
    elif isinstance(record, Correction) and record.was is not None:
        fields["was"] = row(record.was)
    return fields


def head(ledger: Ledger) -> Row:
    """Return what stands before the entries: schema version, source and masthead."""
    return {
        "schema_version": ledger.schema_version,
        "source": ledger.source,
        "masthead": ledger.masthead,
    }


def entries(ledger: Ledger, only: str) -> tuple[Entry, ...]:
    """Return the ledger's `figures`, `targets` or `commitments`.

    Raises:
        ValueError: `only` names none of them.
    """
    if only not in ONLY:
        raise ValueError(f"only={only!r}: one of {', '.join(ONLY)} is needed")
    chosen: tuple[Entry, ...] = getattr(ledger, only)
    return chosen


def _digits(figure: Figure) -> Row:
    top = figure.value_max
    return {
        "value": plain(figure.value),
        "step": plain(figure.step),
        "value_max": None if top is None else plain(top),
    }


def plain(number: Decimal) -> str:
    """Return the digits of `number` without an exponent: `6E+10` as `60000000000`."""
    return format(number, "f")


def sound(record: object) -> None:
    """Pass over any record but one whose numbers could not be written in plain digits.

    Raises:
        ValueError: a value is no number, infinite, or would fill a page.
    """
    if isinstance(record, Correction):
        sound(record.was)
    elif isinstance(record, Figure):
        for number in filter(None, (record.value, record.step, record.value_max)):
            if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
                raise ValueError(f"{number} is no plain decimal number")
