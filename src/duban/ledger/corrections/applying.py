"""Apply a person's corrections to a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from duban.ledger.corrections import faults
from duban.ledger.corrections.faults import Place
from duban.ledger.corrections.fields import added, changed
from duban.ledger.corrections.links import relink
from duban.ledger.corrections.places import entry_at, span_at
from duban.model import Action, Commitment, Correction, Figure, Target

if TYPE_CHECKING:
    from duban.ledger.corrections.file import Corrections, Edit
    from duban.ledger.rows import Entry
    from duban.model import Ledger


def apply(ledger: Ledger, text: str, corrections: Corrections) -> Ledger:
    """Return `ledger` as corrected; what was done stands in its `corrections`.

    Every place is looked up in the ledger as the reader left it. Additions come last, so that
    an entry can be dropped and another put in its stead.

    Args:
        ledger: as the reader left it.
        text: the report's characters, which its offsets count.
        corrections: from `load` or `find`.

    Raises:
        UserError: `CR002` a value is wrong; `CR004` a place is not found; `CR005` it is found
            more than once; `CR006` two corrections, or an addition and an entry, meet.
    """
    if not corrections.edits:
        return ledger
    desk = _Desk(ledger, text)
    numbered = [*enumerate(corrections.edits, start=1)]
    for number, edit in sorted(numbered, key=lambda item: item[1].action is Action.ADD):
        desk.records[number] = desk.take(edit, Place(corrections.name, number))
    return desk.corrected()


class _Desk:
    """A ledger's entries laid out while they are corrected.

    They are kept under the identity of the reader's own entry: should two share an `id`,
    neither is lost.
    """

    def __init__(self, ledger: Ledger, text: str) -> None:
        self.ledger, self.text = ledger, text
        groups = (ledger.figures, ledger.targets, ledger.commitments)
        self.entries: dict[int, Entry] = {id(entry): entry for group in groups for entry in group}
        self.records: dict[int, Correction] = {}
        self.touched: set[int] = set()
        self.fresh: set[str] = set()

    def take(self, edit: Edit, place: Place) -> Correction:
        """Do what `edit` says and return the record of it."""
        if edit.action is Action.ADD:
            entry = self._add(edit, place)
            return _record(edit, entry, None)
        entry = entry_at(self.ledger, self.text, edit, place)
        self._once(entry, place)
        if edit.action is Action.DROP:
            del self.entries[id(entry)]
        else:
            self.entries[id(entry)] = changed(entry, edit, place)
        return _record(edit, entry, entry)

    def _once(self, entry: Entry, place: Place) -> None:
        if id(entry) in self.touched:
            raise faults.conflict(
                place,
                entry.id,
                zh="另一条更正已经改过它，先后不同结果就不同，请并成一条",
                en="another correction has it already, and their order would matter; make them one",
            )
        self.touched.add(id(entry))

    def _add(self, edit: Edit, place: Place) -> Entry:
        entry = added(self.ledger, self.text, span_at(self.text, edit, place), edit, place)
        for other in self.entries.values():
            if type(other) is type(entry) and _meet(other, entry):
                raise faults.conflict(
                    place,
                    other.id,
                    zh="这里已有同类条目，再加就重复了，请用 action: change，或先用 drop 删去它",
                    en="there is one of its type here, it would count twice; use action: change, "
                    "or drop that one too",
                )
        self.entries[id(entry)] = entry
        self.fresh.add(entry.id)
        return entry

    def corrected(self) -> Ledger:
        """Return the ledger with the entries as they now are."""
        entries = relink(self.entries.values(), self.fresh)
        return msgspec.structs.replace(
            self.ledger,
            figures=tuple(entry for entry in entries if isinstance(entry, Figure)),
            targets=tuple(entry for entry in entries if isinstance(entry, Target)),
            commitments=tuple(entry for entry in entries if isinstance(entry, Commitment)),
            corrections=tuple(self.records[number] for number in sorted(self.records)),
        )


def _meet(one: Entry, other: Entry) -> bool:
    return one.start < other.end and other.start < one.end


def _record(edit: Edit, entry: Entry, was: Entry | None) -> Correction:
    return Correction(
        action=edit.action,
        entry=entry.id,
        start=entry.start,
        end=entry.end,
        text=entry.text,
        reason=edit.reason,
        was=was,
    )
