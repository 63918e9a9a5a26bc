"""One error planted into a text, and what became of it."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import duban

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.model import Audit, Finding


class Fate(StrEnum):
    """What the checker made of a planted error."""

    FOUND = "found"  # by the rule of the relation that it breaks
    OTHER = "named by another rule"
    MISSED = "missed"
    UNBROKEN = "breaks no relation beyond rounding"


class Planting(NamedTuple):
    """A stretch of a text put in the place of another.

    Attributes:
        kind: `digit`, `list value dropped`, …
        start: offset of the first character replaced.
        end: offset after the last.
        put: what stands there now.
        codes: the rules that may rightly name it.
        holds: offset of the relation's result, where a proof without change of its verdict
            means that nothing is broken; None where any planting breaks the relation.
    """

    kind: str
    start: int
    end: int
    put: str
    codes: frozenset[str]
    holds: int | None = None

    def planted_in(self, text: str) -> str:
        """Return the text with the error in it."""
        return text[: self.start] + self.put + text[self.end :]

    def moved(self, offset: int) -> int:
        """Return where a character of the original stands in the changed text."""
        return offset if offset < self.end else offset + len(self.put) - (self.end - self.start)


def fate(planting: Planting, text: str, before: Audit) -> Fate:
    """Read and check the changed text, and say what became of the error.

    Args:
        planting: the error.
        text: the text without it.
        before: what the checker says of that text.
    """
    changed = planting.planted_in(text)
    after = duban.audit(duban.read_text(changed))
    first, last = _paragraph(changed, planting)
    fresh = [f for f in _fresh(planting, before, after) if _touches(f, first, last)]
    if any(finding.code in planting.codes for finding in fresh):
        return Fate.FOUND
    if _still_holds(planting, after):
        return Fate.UNBROKEN
    return Fate.OTHER if fresh else Fate.MISSED


def _fresh(planting: Planting, before: Audit, after: Audit) -> Iterator[Finding]:
    known = Counter((f.code, planting.moved(f.start)) for f in before.findings)
    for finding in after.findings:
        key = finding.code, finding.start
        if known[key]:
            known[key] -= 1
        else:
            yield finding


def _still_holds(planting: Planting, after: Audit) -> bool:
    if planting.holds is None:
        return False
    at = planting.moved(planting.holds)
    return any(p.code in planting.codes and abs(p.start - at) <= 1 for p in after.proofs)


def _paragraph(text: str, planting: Planting) -> tuple[int, int]:
    last = text.find("\n", planting.start)
    return text.rfind("\n", 0, planting.start) + 1, len(text) if last < 0 else last


def _touches(finding: Finding, first: int, last: int) -> bool:
    places = [(finding.start, finding.end), *((s.start, s.end) for s in finding.related)]
    return any(start <= last and first <= end for start, end in places)
