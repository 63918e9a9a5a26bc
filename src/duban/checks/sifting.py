"""What of an audit is told: after suppressions, settings by section, and a baseline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec
from msgspec import structs

from duban.checks.fingerprint import fingerprint
from duban.checks.report import Report
from duban.checks.selection import InSections, Selection, allowed
from duban.checks.suppressions import STALE, Suppression, apply
from duban.model import Finding, Proof, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.model import Audit, Reading


class Policy(msgspec.Struct, frozen=True):
    """What an office wants to hear.

    Attributes:
        selection: the rules that are asked for.
        sections: what is asked for in some sections only.
        suppressions: findings that a person lets stand.
        baseline: fingerprints of the findings that were there before, with their number.
    """

    selection: Selection = Selection()
    sections: tuple[InSections, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    baseline: Mapping[str, int] = {}


class Sifted(msgspec.Struct, frozen=True):
    """An audit as it is told.

    Attributes:
        findings: what should be looked at.
        proofs: relations that were tested and hold.
        suppressed: findings that a person lets stand, each with the decision.
        known: findings that are in the baseline.
    """

    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...] = ()
    suppressed: tuple[tuple[Finding, Suppression], ...] = ()
    known: tuple[Finding, ...] = ()

    @property
    def tested(self) -> int:
        """How many relations were tested, whatever came of it."""
        held = (*self.findings, *self.known, *(finding for finding, _ in self.suppressed))
        return len(self.proofs) + sum(not finding.code.startswith("CH") for finding in held)

    def count(self, severity: Severity) -> int:
        """Return the number of findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)


def sift(audit: Audit, reading: Reading, policy: Policy, codes: Iterable[str]) -> Sifted:
    """Return of an audit what its reader asked for.

    Args:
        audit: all that the rules found.
        reading: the report.
        policy: what is asked for.
        codes: of all rules there are.
    """
    text = reading.document.text
    ran = [code for code in codes if policy.selection.covers(code)]
    asked = [f for f in audit.findings if policy.selection.covers(f.code)]
    applied = apply(
        asked, policy.suppressions, text, lambda code: any(c.startswith(code) for c in ran)
    )
    report = Report(reading)
    kept = [
        f if f.code != STALE else structs.replace(f, section=report.section_at(f.start))
        for f in applied.kept
    ]
    told = [
        f
        for f in kept
        if policy.selection.covers(f.code)
        and allowed(f.code, f.section, report.sections, policy.sections)
    ]
    new, known = _divided(told, text, policy.baseline)
    return Sifted(tuple(new), audit.proofs, applied.suppressed, tuple(known))


def _divided(
    findings: list[Finding], text: str, baseline: Mapping[str, int]
) -> tuple[list[Finding], list[Finding]]:
    """Part the findings that are new from as many of each kind as the baseline has."""
    left = Counter(baseline)
    new: list[Finding] = []
    known: list[Finding] = []
    for finding in findings:
        name = fingerprint(finding, text) if baseline else ""
        (known if left[name] > 0 else new).append(finding)
        left[name] -= 1
    return new, known
