"""What differs between two ledgers: two drafts, two readings, before and after corrections."""

from __future__ import annotations

from collections import defaultdict, deque
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from duban.ledger.rows import row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duban.ledger.rows import Entry
    from duban.model import Ledger

_GROUPS = {"figure": "figures", "target": "targets", "commitment": "commitments"}
# By which fields entries are paired, from the surest to the loosest.
_LIKENESS = {
    "figure": (
        ("text", "indicator", "sentence"),
        ("text", "sentence"),
        ("indicator", "measure", "status", "unit", "area", "whole", "period"),
    ),
    "target": (("text",), ("indicator", "measure", "area", "period")),
    "commitment": (("text",), ("verb", "object"), ("object",)),
}
# Where an entry stands is not what it says: a word put in above moves every offset.
_PLACE = frozenset(
    ("id", "start", "end", "sentence", "sentence_start", "section", "figure", "figures")
)


class Change(NamedTuple):
    """One entry that differs.

    Attributes:
        type: `figure`, `target` or `commitment`.
        action: `added`, `removed` or `changed`.
        old: the entry in the older ledger; None where added.
        new: the entry in the newer ledger; None where removed.
        fields: name, old and new value of each field that changed.
    """

    type: str
    action: Literal["added", "removed", "changed"]
    old: Entry | None
    new: Entry | None
    fields: tuple[tuple[str, object, object], ...] = ()


def diff(old: Ledger, new: Ledger) -> list[Change]:
    """Return the entries that differ: by type, then in the order of the text.

    Entries of the same file are paired by id; else, and where an id has no twin, by their words
    and sentence, and last by what they are about, so that a changed number is one change and
    not a loss and a gain. The time is linear in the number of entries.
    """
    by_id = [("id", "text")] if old.source.sha256 == new.source.sha256 else []
    return [
        change
        for kind, group in _GROUPS.items()
        for change in _changes(
            kind, getattr(old, group), getattr(new, group), [*by_id, *_LIKENESS[kind]]
        )
    ]


def dumps(changes: Iterable[Change]) -> str:
    """Return the changes as JSON Lines: type, action, names of fields, old and new row."""
    rows = (
        {
            "type": change.type,
            "action": change.action,
            "fields": [name for name, *_ in change.fields],
            "old": change.old and row(change.old),
            "new": change.new and row(change.new),
        }
        for change in changes
    )
    return msgspec.json.Encoder().encode_lines(rows).decode()


def _changes(
    kind: str, old: Sequence[Entry], new: Sequence[Entry], keys: list[tuple[str, ...]]
) -> list[Change]:
    twins: dict[int, Entry] = {}
    left, right = list(old), list(new)
    for key in keys:
        left, right = _pair(left, right, key, twins)
    lost = {id(entry) for entry in left}
    gained = {id(entry) for entry in right}
    found = [
        Change(kind, "removed", entry, None)
        if id(entry) in lost
        else Change(kind, "changed", entry, twins[id(entry)], _fields(entry, twins[id(entry)]))
        for entry in old
    ]
    found += [Change(kind, "added", None, entry) for entry in new if id(entry) in gained]
    return sorted(filter(_tells, found), key=_offset)


def _pair(
    old: list[Entry], new: list[Entry], fields: tuple[str, ...], twins: dict[int, Entry]
) -> tuple[list[Entry], list[Entry]]:
    """Pair entries alike in `fields`, in order; return those of either side without a twin.

    Entries whose first field is empty are about nothing in particular, and so not alike.
    """
    waiting: dict[tuple[object, ...], deque[Entry]] = defaultdict(deque)
    for entry in new:
        waiting[_key(entry, fields)].append(entry)
    alone = []
    for entry in old:
        key = _key(entry, fields)
        if key[0] and waiting[key]:
            twins[id(entry)] = waiting[key].popleft()
        else:
            alone.append(entry)
    unpaired = {id(entry) for queue in waiting.values() for entry in queue}
    return alone, [entry for entry in new if id(entry) in unpaired]


def _key(entry: Entry, fields: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(entry, field) for field in fields)


def _fields(old: Entry, new: Entry) -> tuple[tuple[str, object, object], ...]:
    names = (name for name in old.__struct_fields__ if name not in _PLACE)
    values = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return tuple(value for value in values if value[1] != value[2])


def _tells(change: Change) -> bool:
    return change.action != "changed" or bool(change.fields)


def _offset(change: Change) -> int:
    entry = change.old or change.new
    return entry.start if entry else 0
