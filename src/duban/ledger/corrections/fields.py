"""The fields of a corrected entry: what the person set, on what the reader or the place gives."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from duban.grammar.folding import fold
from duban.grammar.quantity import quantities
from duban.ledger.corrections import faults
from duban.ledger.corrections.file import check_keys
from duban.ledger.corrections.places import sentence_around
from duban.ledger.rows import plain, sound
from duban.model import (
    Commitment,
    Comparator,
    Figure,
    Kind,
    Measure,
    Nature,
    Operator,
    Status,
    Target,
)

if TYPE_CHECKING:
    from enum import StrEnum

    from duban.ledger.corrections.faults import Place
    from duban.ledger.corrections.file import Edit
    from duban.ledger.rows import Entry
    from duban.model import Ledger

_TYPES: dict[str, type[Entry]] = {"figure": Figure, "target": Target, "commitment": Commitment}
# What follows from the place: an entry at another place is another entry.
_FIXED = frozenset(
    ("id", "start", "end", "text", "sentence", "sentence_start", "section", "corrected", "figures")
)
_FIXED_TARGET = _FIXED | {"figure"}
_CHOICES: dict[str, type[StrEnum]] = {
    "measure": Measure,
    "status": Status,
    "comparator": Comparator,
    "operator": Operator,
    "nature": Nature,
    "kind": Kind,
}


def changed(entry: Entry, edit: Edit, place: Place) -> Entry:
    """Return `entry` with the fields that `edit` sets, and its reason.

    Raises:
        UserError: `CR002` a field is unknown or its value is wrong.
    """
    before: dict[str, Any] = msgspec.to_builtins(entry)
    if isinstance(entry, Figure):
        before |= _step(edit.values, entry.value)
    return _made(before, edit, place)


def added(ledger: Ledger, text: str, span: tuple[int, int], edit: Edit, place: Place) -> Entry:
    """Return a new entry at `span` of the report's text.

    A figure's value, step and unit are read from its characters where duban can; what the edit
    sets goes before.

    Raises:
        UserError: `CR002` a field is missing, unknown or its value is wrong.
    """
    start, end = span
    base: dict[str, Any] = {
        "type": edit.type,
        "id": f"{edit.type[0].upper()}{start}",
        "start": start,
        "end": end,
        "text": text[start:end],
        "section": _section(ledger, start),
    }
    if edit.type == "figure":
        opening, closing = sentence_around(text, start, end)
        base |= {"unit": "", "sentence": text[opening:closing], "sentence_start": opening}
        base |= _quantity(text[start:end]) | _step(edit.values, None)
    return _made(base, edit, place)


def _section(ledger: Ledger, offset: int) -> str:
    holding = (s.id for s in reversed(ledger.sections) if s.heading.start <= offset < s.body.end)
    return next(holding, "")


def _quantity(written: str) -> dict[str, Any]:
    """Read the number in `written`, where it is one and fills it."""
    read = next(quantities(fold(written)), None)
    if read is None or (read.start, read.end) != (0, len(written)):
        return {}
    found = {"value": plain(read.value), "step": plain(read.step), "unit": read.unit}
    if read.value_max is not None:
        found["value_max"] = plain(read.value_max)
    return found | ({"comparator": Comparator.ABOVE.value} if read.more else {})


def _step(values: dict[str, Any], before: Decimal | None) -> dict[str, Any]:
    """Return the step of a value set by hand: that of its own last digit.

    Where only the sign was set right, the step as read stands.
    """
    try:
        value = Decimal(values.get("value", ""))
        exponent = int(value.as_tuple().exponent)
    except (ArithmeticError, ValueError, TypeError):
        return {}
    if before is not None and abs(value) == abs(before):
        return {}
    return {"step": plain(Decimal(1).scaleb(min(exponent, 0)))}


def _made(base: dict[str, Any], edit: Edit, place: Place) -> Entry:
    kind = _TYPES[edit.type]
    _check(kind, edit, place)
    empty = {field.name for field in msgspec.structs.fields(kind) if field.default is None}
    values = {k: None if v == "" and k in empty else v for k, v in edit.values.items()}
    try:
        entry = msgspec.convert(base | values | {"corrected": edit.reason}, kind, strict=False)
        sound(entry)
    except ValueError as error:
        raise faults.wrong_shape(
            place, zh=f"set 不对（{error}）", en=f"wrong set ({error})"
        ) from error
    return entry


def _check(kind: type[Entry], edit: Edit, place: Place) -> None:
    fixed = _FIXED_TARGET if kind is Target else _FIXED
    check_keys(place, edit.values, [name for name in kind.__struct_fields__ if name not in fixed])
    for name in edit.values.keys() & _CHOICES.keys():
        words = [member.value for member in _CHOICES[name]]
        if edit.values[name] not in (*words, ""):
            raise faults.wrong_shape(
                place,
                zh=f"{name} 没有 {edit.values[name]} 这个值，可用的是 {'、'.join(words)}",
                en=f"{name} cannot be {edit.values[name]}; known: {', '.join(words)}",
            )
