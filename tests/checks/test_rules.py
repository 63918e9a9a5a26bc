"""Every rule keeps its cases, and its manual page is whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import duban
from duban.checks import audit, rules

from .cases import Case, cases

if TYPE_CHECKING:
    from duban.checks.rule import Rule

FOLDER = Path(__file__).parents[1] / "cases" / "checks"
CASES = list(cases(FOLDER))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code} {case.name}")
def test_case(case: Case) -> None:
    previous = duban.read_text(case.previous).ledger if case.previous else None
    found = audit(duban.read_text(case.text), previous=previous, chosen=[rules()[case.code]])

    assert [(f.severity.value, f.text) for f in found.findings] == [
        (severity, words) for severity, words, _ in case.findings
    ]
    for finding, (_, _, message) in zip(found.findings, case.findings, strict=True):
        assert message in finding.zh
        assert finding.en
    if case.proofs is not None:
        assert [f"{p.verdict.value} {p.equation}" for p in found.proofs] == case.proofs


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_cases_of_both_kinds(code: str) -> None:
    if code.startswith("CH"):
        pytest.skip("the runner itself reports these; see test_runner.py")
    mine = [case for case in CASES if case.code == code]
    assert any(case.findings for case in mine), "no case with a finding"
    assert any(not case.findings for case in mine), "no case without one"


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.code)
def test_every_manual_page_is_whole_in_both_languages(rule: Rule) -> None:
    for language in ("zh", "en"):
        page = rule.page(language)
        assert all((page.title, page.finds, page.why, page.example, page.advice, page.silent))


def test_codes_and_names_are_unique() -> None:
    names = [rule.name for rule in rules().values()]
    assert len(set(names)) == len(names)


def test_the_sample_report_is_clean_of_errors() -> None:
    sample = duban.read(Path(__file__).parents[2] / "samples" / "yunshan-2025.txt")
    assert [f for f in duban.check(sample) if f.severity == "error"] == []
