"""Runs the rules over a report; one that crashes becomes a finding and the others go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.catalogue import rules
from duban.checks.report import Report
from duban.model import Audit, Finding, Ledger, Proof, Reading, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.rule import Rule

CRASHED = "CH001"


def audit(
    reading: Reading, *, previous: Ledger | None = None, chosen: Iterable[Rule] | None = None
) -> Audit:
    """Test every relation of a report that a rule knows.

    Args:
        reading: the report, read.
        previous: last year's ledger of the same government, for the rules on continuity.
        chosen: the rules to run; all of them if left out.
    """
    report = Report(reading, previous)
    found = [
        result
        for rule in (rules().values() if chosen is None else chosen)
        for result in _run(rule, report)
    ]
    return Audit(
        tuple(sorted((f for f in found if isinstance(f, Finding)), key=_place)),
        tuple(sorted((p for p in found if isinstance(p, Proof)), key=_place)),
    )


def check(reading: Reading, *, previous: Ledger | None = None) -> list[Finding]:
    """Return what should be looked at in a report, in the order of its text.

    Args:
        reading: the report, read.
        previous: last year's ledger of the same government.
    """
    return list(audit(reading, previous=previous).findings)


def _place(result: Finding | Proof) -> tuple[int, int, str]:
    return result.start, result.end, result.code


def _run(rule: Rule, report: Report) -> Iterator[Finding | Proof]:
    try:
        outcomes = list(rule.check(report))
    except Exception as error:  # noqa: BLE001  whatever a rule does wrong, the others go on
        yield _crash(rule, error)
        return
    for outcome in outcomes:
        yield _result(rule, outcome, report)


def _result(rule: Rule, outcome: Outcome, report: Report) -> Finding | Proof:
    at, text = outcome.at, outcome.at.of(report.text)
    section = report.section_at(at.start)
    if outcome.verdict is not Verdict.WRONG:
        return Proof(
            rule.code,
            outcome.verdict,
            at.start,
            at.end,
            text,
            outcome.equation,
            outcome.related,
            section,
        )
    return Finding(
        rule.code,
        outcome.severity or rule.severity,
        at.start,
        at.end,
        text,
        outcome.zh,
        outcome.en,
        outcome.equation,
        outcome.related,
        section,
    )


def _crash(rule: Rule, error: Exception) -> Finding:
    what = f"{type(error).__name__}: {error}"
    return Finding(
        CRASHED,
        Severity.WARNING,
        0,
        0,
        "",
        f"规则 {rule.code} 没有跑完（{what}），其余规则照常。",
        f"Rule {rule.code} did not finish ({what}); the others did.",
    )
