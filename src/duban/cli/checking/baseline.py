"""The findings that were there when an office began, so that only new ones are told.

An entry has no offset: it is named by rule, words and sentence (`checks/fingerprint.py`), so
that it is found again after text was added before it, or the file renamed.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from duban.checks.fingerprint import fingerprint
from duban.cli.checking import faults
from duban.reference.reasons import why

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from duban.model import Finding

VERSION = 1


class Entry(msgspec.Struct, frozen=True):
    """One finding that was there.

    Attributes:
        fingerprint: names it.
        file: name of the report that had it.
        code: of the rule, for people.
        words: the words as written, for people.
    """

    fingerprint: str
    file: str
    code: str
    words: str


class Baseline(msgspec.Struct, frozen=True, tag="duban-baseline", tag_field="type"):
    """The file.

    Attributes:
        version: of its layout.
        findings: in the order of the reports and their texts.
    """

    version: int = VERSION
    findings: tuple[Entry, ...] = ()

    def counts(self) -> Counter[str]:
        """Return how many findings of each fingerprint there were."""
        return Counter(entry.fingerprint for entry in self.findings)

    def vanished(self, file: str, known: Iterable[str]) -> int:
        """Return how many entries of a report have no finding any more.

        Args:
            file: name of the report.
            known: fingerprints of its findings that are in the baseline.
        """
        there = Counter(entry.fingerprint for entry in self.findings if entry.file == file)
        return (there - Counter(known)).total()


def entries(file: str, findings: Iterable[Finding], text: str) -> tuple[Entry, ...]:
    """Return the entries for the findings of one report."""
    return tuple(Entry(fingerprint(f, text), file, f.code, f.text) for f in findings)


def load(path: Path) -> Baseline:
    """Read a baseline.

    Raises:
        UserError: `BL001` it cannot be read; `BL002` a later duban wrote it.
    """
    try:
        found = msgspec.json.decode(path.read_bytes(), type=Baseline)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise faults.baseline_unreadable(path.name, why(error)) from error
    if found.version > VERSION:
        raise faults.baseline_newer(path.name, found.version)
    return found


def dumps(baseline: Baseline) -> str:
    """Return a baseline as a JSON text, an entry every few lines, so that versions compare."""
    return msgspec.json.format(msgspec.json.encode(baseline), indent=1).decode() + "\n"
