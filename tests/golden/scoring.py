"""Compare entries with labels: the rules of the guidelines for labels, in our own words.

A found span counts for a label if they share at least half of the longer one, each once. A field
is right if it is equal; names are right if they share enough characters.
"""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Row = dict[str, Any]
ENOUGH = 0.6  # shared characters of two names, as F1
SAME_UNITS = {"度": "千瓦时", "千米": "公里", "平方千米": "平方公里", "千克": "公斤", "KM": "公里"}
JOINT = ("quantity", "indicator", "measure", "status", "comparator")
FULL = (*JOINT, "area", "whole", "period")


class Labels:
    """The labels of a report, and the windows of it that were labelled; none means all of it."""

    def __init__(self, path: Path) -> None:
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        self.windows: list[list[int]] = [row["window"] for row in rows if "window" in row]
        self.rows: list[Row] = [row for row in rows if "window" not in row]

    def covers(self, start: int) -> bool:
        return not self.windows or any(a <= start < b for a, b in self.windows)


class Tally:
    """Counts over one or several reports; `f1` of each name that `judge` gives."""

    def __init__(self) -> None:
        self.labelled = self.found = 0
        self.hits: Counter[str] = Counter()

    def add(self, labels: Labels, found: Iterable[Row], names: Sequence[str] = FULL) -> None:
        """Count a report: the fields `names` of figures, or the kind of commitments."""
        rows = [row for row in found if labels.covers(row["start"])]
        self.labelled += len(labels.rows)
        self.found += len(rows)
        for label, row in pairs(labels.rows, rows):
            right = {name for name in names if agree(name, label, row)}
            self.hits["span"] += 1
            self.hits.update(right)
            self.hits["joint"] += right.issuperset(JOINT)
            self.hits["full"] += right.issuperset(FULL)

    def f1(self, name: str) -> float:
        both = self.labelled + self.found
        return 2 * self.hits[name] / both if both else 1.0


def pairs(labels: Sequence[Row], found: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Pair labels with found rows, the best overlaps first."""
    overlaps = sorted(
        (
            (share, at, to)
            for at, label in enumerate(labels)
            for to, row in enumerate(found)
            if (share := overlap(label, row)) >= Decimal("0.5")
        ),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    for _, at, to in overlaps:
        if not taken & {("label", at), ("row", to)}:
            taken |= {("label", at), ("row", to)}
            yield labels[at], found[to]


def overlap(one: Row, other: Row) -> Decimal:
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    longer: int = max(one["end"] - one["start"], other["end"] - other["start"])
    return Decimal(max(shared, 0)) / Decimal(longer)


def agree(name: str, label: Row, row: Row) -> bool:
    if name == "quantity":
        amounts = all(amount(label, key) == amount(row, key) for key in ("value", "value_max"))
        return amounts and unit(label) == unit(row)
    if name in ("indicator", "area", "whole"):
        return alike(str(label.get(name) or ""), str(row.get(name) or ""))
    default = {"comparator": "="}.get(name, "")
    return str(label.get(name) or default) == str(row.get(name) or default)


def amount(row: Row, key: str) -> Decimal | None:
    """Return a number to nine digits, so that how it was written does not matter."""
    found = row.get(key)
    return None if found in (None, "") else Decimal(f"{Decimal(str(found)):.9e}")


def unit(row: Row) -> str:
    written = (row.get("unit") or "").strip()
    return SAME_UNITS.get(written, written)


def alike(one: str, other: str) -> bool:
    """Say whether two names share enough characters; an empty one is only like an empty one."""
    if not one or not other:
        return one == other
    shared = (Counter(one.strip()) & Counter(other.strip())).total()
    return 2 * shared >= ENOUGH * (len(one.strip()) + len(other.strip()))
