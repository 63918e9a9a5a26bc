"""Keep the ids by which targets and commitments name their figures true after corrections."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import msgspec

from duban.model import Figure, Status, Target

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from duban.ledger.rows import Entry


def relink(entries: Iterable[Entry], fresh: AbstractSet[str]) -> list[Entry]:
    """Return `entries` in the order of the text, naming only figures that are there.

    A figure that was dropped is named no more. An added one is named by the commitments that
    hold it, and by the target that holds it and has no other; an added target or commitment
    names the figures inside it.

    Args:
        entries: figures, targets and commitments as they now are.
        fresh: ids of the entries that were added.
    """
    ordered = sorted(entries, key=lambda entry: (entry.start, entry.end))
    figures = [entry for entry in ordered if isinstance(entry, Figure)]
    starts = [figure.start for figure in figures]
    offsets = {figure.id: figure.start for figure in figures}

    def relinked(entry: Entry) -> Entry:
        if isinstance(entry, Figure):
            return entry
        inside = figures[bisect_left(starts, entry.start) : bisect_left(starts, entry.end)]
        new = [figure for figure in inside if {figure.id, entry.id} & fresh]
        if isinstance(entry, Target):
            return entry if entry.figure in offsets else _retargeted(entry, new)
        named = {key for key in entry.figures if key in offsets} | {figure.id for figure in new}
        return msgspec.structs.replace(entry, figures=tuple(sorted(named, key=offsets.__getitem__)))

    return [relinked(entry) for entry in ordered]


def _retargeted(target: Target, new: list[Figure]) -> Target:
    pledged = (figure.id for figure in new if figure.status is Status.TARGET)
    return msgspec.structs.replace(target, figure=next(pledged, ""))
