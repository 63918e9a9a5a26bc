"""Real reports, where they are: what a careful reader finds is found, and hardly anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import duban

SHARED = Path(__file__).resolve().parents[3] / "shared" / "reports"
LIST = yaml.safe_load(Path(__file__).with_name("haidong.yaml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the shared reports are not here")


@pytest.fixture(scope="module")
def audit() -> duban.Audit:
    return duban.audit(duban.read(SHARED / "haidong-2025.txt"))


@pytest.mark.parametrize(("code", "start", "verdict"), LIST["relations"])
def test_a_relation_is_proved(audit: duban.Audit, code: str, start: int, verdict: str) -> None:
    assert (code, start, verdict) in {(p.code, p.start, p.verdict.value) for p in audit.proofs}


@pytest.mark.parametrize(("code", "start", "fault"), LIST["faults"])
def test_a_fault_is_found(audit: duban.Audit, code: str, start: int, fault: str) -> None:
    assert (code, start) in {(f.code, f.start) for f in audit.findings}, fault


def test_hardly_anything_else_is_found(audit: duban.Audit) -> None:
    listed = {(code, start) for code, start, _ in LIST["faults"]}
    others = [(f.code, f.start) for f in audit.findings if (f.code, f.start) not in listed]
    assert len(others) <= LIST["others"], others


def test_at_most_one_error_a_report_is_found_in_what_was_printed() -> None:
    files = sorted((SHARED / "provinces-2026").glob("*.txt"))
    errors = [
        (file.stem, finding.code, finding.start)
        for file in files
        for finding in duban.check(duban.read(file))
        if finding.severity is duban.Severity.ERROR
    ]
    assert len(errors) <= len(files), errors
