"""Scores against labels: of the sample always, of real reports where they are at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import yaml

from duban.pipeline import read

from .scoring import Labels, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.model import Commitment, Figure, Reading, Remark, Target

HERE = Path(__file__).parent
LEVELS: dict[str, dict[str, dict[str, float]]] = yaml.safe_load(
    (HERE / "levels.yaml").read_text("utf-8")
)
COMMITMENT_FIELDS = ("kind",)


def rows(entries: Sequence[msgspec.Struct]) -> list[dict[str, Any]]:
    return [json.loads(msgspec.json.encode(entry)) for entry in entries]


def score(report: Path, labels: Path, kind: str, tally: Tally) -> None:
    """Add a report's figures or commitments, compared with its labels, to a tally."""
    ledger = read(report).ledger
    if kind == "figures":
        tally.add(Labels(labels), rows(ledger.figures))
    else:
        tally.add(Labels(labels), rows(ledger.commitments), COMMITMENT_FIELDS)


def below(tally: Tally, floors: dict[str, float]) -> dict[str, float]:
    """Return the scores that are below their floor."""
    reached = {name: round(tally.f1(name), 4) for name in floors}
    return {name: reached[name] for name in floors if reached[name] < floors[name]}


@pytest.mark.parametrize(("kind", "ending"), [("figures", "gold"), ("commitments", "commitments")])
def test_the_sample_is_read_as_labelled(samples: Path, kind: str, ending: str) -> None:
    tally = Tally()
    labels = samples / f"yunshan-2025.{ending}.jsonl"
    score(samples / "yunshan-2025.txt", labels, kind, tally)
    assert below(tally, LEVELS["sample"][kind]) == {}


@pytest.mark.parametrize(("kind", "ending"), [("figures", "gold"), ("commitments", "commitments")])
def test_real_reports_are_read_as_labelled(shared: Path, kind: str, ending: str) -> None:
    sources = json.loads((shared / "gold" / "sources.json").read_text("utf-8"))
    tally = Tally()
    for name, report in sources.items():
        labels = shared / "gold" / f"{name}.{ending}.jsonl"
        if labels.exists():
            score(shared / report, labels, kind, tally)
    assert tally.labelled
    assert below(tally, LEVELS["development"][kind]) == {}


def test_nothing_is_invented_in_any_real_report(shared: Path) -> None:
    reports = sorted((shared / "reports").rglob("*.txt"))
    assert reports
    for report in reports:
        reading = read(report)
        assert invented(reading) == [], report.name
        assert reading.ledger.figures, report.name


def invented(reading: Reading) -> list[str]:
    """Return the ids of entries whose text is not their slice of the document."""
    text, ledger = reading.document.text, reading.ledger
    entries: list[Figure | Target | Commitment | Remark] = [*ledger.figures, *ledger.targets]
    entries += [*ledger.commitments, *ledger.remarks]
    return [str(entry) for entry in entries if text[entry.start : entry.end] != entry.text]
