"""What a check hands to those who write it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duban.checks.rule import Rule
    from duban.checks.sifting import Sifted
    from duban.model import Document, Finding, Ledger, Reading, Section, UserError

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class Checked(NamedTuple):
    """One report that was read and checked.

    Attributes:
        file: its name as it was given.
        reading: its text and ledger.
        sifted: what is told of it.
        vanished: entries of the baseline that it no longer has.
        previous: last year's ledger that it was held against, if any.
    """

    file: str
    reading: Reading
    sifted: Sifted
    vanished: int = 0
    previous: Ledger | None = None

    @property
    def document(self) -> Document:
        """Its text."""
        return self.reading.document

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What should be looked at."""
        return self.sifted.findings

    def path(self, section: str) -> list[Section]:
        """Return a section and those that hold it, outermost first."""
        by_id = {held.id: held for held in self.reading.ledger.sections}
        found: list[Section] = []
        while section in by_id:
            found.insert(0, by_id[section])
            section = by_id[section].parent
        return found


class Unread(NamedTuple):
    """One file that could not be read.

    Attributes:
        file: its name as it was given.
        error: why.
    """

    file: str
    error: UserError


class Run(NamedTuple):
    """A whole call.

    Attributes:
        checked: the reports that were checked, in the order given.
        unread: the files that were not.
        rules: all rules there are, by code.
        proofs: whether relations that hold are to be told too.
    """

    checked: tuple[Checked, ...]
    unread: tuple[Unread, ...]
    rules: Mapping[str, Rule]
    proofs: bool = False

    def codes(self) -> list[str]:
        """Return the rules that the findings are of, in order of code."""
        found = {finding.code for checked in self.checked for finding in checked.findings}
        return sorted(found & self.rules.keys())


def worst(run: Run) -> Severity | None:
    """Return the gravest severity of all findings, or None where there are none."""
    found = {finding.severity for checked in run.checked for finding in checked.findings}
    return next((severity for severity in ORDER if severity in found), None)
