"""The corrections file: found beside a report, read and checked entry by entry."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from duban.ledger.corrections import faults
from duban.ledger.corrections.faults import Place
from duban.model import Action
from duban.reference.reasons import why

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

Offset = Annotated[int, msgspec.Meta(ge=0)]


class Edit(msgspec.Struct, frozen=True, rename={"values": "set"}, forbid_unknown_fields=True):
    """One entry of a corrections file.

    Attributes:
        action: add, change or drop.
        reason: why, never empty.
        type: `figure`, `target` or `commitment`.
        text: the characters of the entry, as the report has them.
        sentence: a passage that holds them, where they occur more than once.
        occurrence: 1-based number among the places that are left.
        start: offset of the entry, instead of `text`.
        end: offset after it.
        values: fields to set, as written; `set` in the file.
    """

    action: Action
    reason: str
    type: Literal["figure", "target", "commitment"] = "figure"
    text: str = ""
    sentence: str = ""
    occurrence: Annotated[int, msgspec.Meta(ge=1)] | None = None
    start: Offset | None = None
    end: Offset | None = None
    values: dict[str, Any] = {}


_KEYS = tuple(field.encode_name for field in msgspec.structs.fields(Edit))


class Corrections(msgspec.Struct, frozen=True):
    """A corrections file.

    Attributes:
        name: file name, for messages.
        edits: its entries in order.
    """

    name: str
    edits: tuple[Edit, ...]


def find(report: Path) -> Corrections | None:
    """Return the corrections beside `report`, or None where there are none.

    They stand in the same folder under the report's name with `.corrections.yml` instead of its
    own ending: `yunshan-2025.corrections.yml` for `yunshan-2025.docx`.

    Raises:
        UserError: as `load` does.
    """
    path = report.with_name(f"{report.stem}.corrections.yml")
    # os.path answers no where pathlib raises: the longer name may be longer than a name can be.
    return load(path) if os.path.isfile(path) else None  # noqa: PTH113  see above


def load(path: Path) -> Corrections:
    """Read a corrections file.

    Raises:
        UserError: `CR001` it is no YAML in UTF-8; `CR002` an entry is not as `Edit` says;
            `CR003` an entry has no reason.
    """
    entries = _parse(path)
    edits = (_edit(Place(path.name, at), entry) for at, entry in enumerate(entries, start=1))
    return Corrections(path.name, tuple(edits))


def _parse(path: Path) -> list[object]:
    import yaml  # noqa: PLC0415  most reports have no corrections

    try:
        # BaseLoader leaves every scalar a string, so that digits stay as they were written.
        entries = yaml.load(path.read_text("utf-8-sig"), yaml.BaseLoader)  # noqa: S506  safe
    except (OSError, UnicodeDecodeError, RecursionError) as error:
        raise faults.unreadable(path.name, why(error)) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        detail = getattr(error, "problem", None) or str(error)
        raise faults.unreadable(
            path.name, (detail, detail), mark.line + 1 if mark else None
        ) from error
    if entries in (None, ""):
        return []
    if not isinstance(entries, list):
        raise faults.unreadable(
            path.name, ("不是以 - 开头的列表", "not a list of entries that begin with -")
        )
    return entries


def _edit(place: Place, entry: object) -> Edit:
    if not isinstance(entry, dict):
        raise faults.wrong_shape(place, zh="不是“键: 值”的形式", en="not keys with values")
    check_keys(place, entry, _KEYS)
    if not str(entry.get("reason", "")).strip():
        raise faults.no_reason(place)
    try:
        edit = msgspec.convert(entry, Edit, strict=False)
    except msgspec.ValidationError as error:
        raise faults.wrong_shape(
            place, zh=f"值不对（{error}）", en=f"wrong value ({error})"
        ) from error
    _check_place(place, edit)
    _check_values(place, edit)
    return edit


def check_keys(place: Place, given: Iterable[str], allowed: Collection[str]) -> None:
    """Refuse a key that is not allowed.

    Raises:
        UserError: `CR002`, with the allowed key that looks like it, or with all of them.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only for a mistake

    for key in given:
        if key not in allowed:
            near = get_close_matches(str(key), allowed, n=1) or allowed
            raise faults.wrong_shape(
                place,
                zh=f"不认识的键 {key}，可用的是 {'、'.join(near)}",
                en=f"unknown key {key}; known: {', '.join(near)}",
            )


def _check_place(place: Place, edit: Edit) -> None:
    if (edit.start is None) != (edit.end is None) or not (edit.text or edit.end):
        raise faults.wrong_shape(
            place,
            zh="没有说明是哪一处，请写 text: 原文文字，或同时写 start: 和 end:",
            en="it names no place; give text:, or both start: and end:",
        )


def _check_values(place: Place, edit: Edit) -> None:
    if edit.action is Action.DROP and edit.values:
        raise faults.wrong_shape(
            place,
            zh="删去（drop）不能同时用 set: 改字段",
            en="a drop cannot set: fields as well",
        )
    if edit.action is Action.CHANGE and not edit.values:
        raise faults.wrong_shape(
            place,
            zh="没有说改什么，请写 set: 字段和新值",
            en="it does not say what to change; give set: with fields and values",
        )
