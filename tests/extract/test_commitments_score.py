"""The commitments of labelled reports: F1 must not fall below the level reached."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from duban.pipeline import read

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
NAMES = ("haidong-2025", "zhejiang-2026", "henan-2026", "shaanxi-2026", "national-2010")
LEVEL_SPAN, LEVEL_KIND = 0.989, 0.989
SAMPLE_SPAN, SAMPLE_KIND = 0.99, 0.99

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="the labelled reports are not here (../shared)"
)


class Tally:
    """Counts over several reports, and the two F1 values that they give."""

    def __init__(self) -> None:
        self.labelled = self.found = self.span = self.kind = 0

    def f1(self, hits: int) -> float:
        return 2 * hits / (self.labelled + self.found)

    def add(self, report: Path, labels: Path, match: Any) -> None:  # noqa: ANN401  a loaded script
        rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
        windows = [row["window"] for row in rows if "window" in row]
        gold = [row for row in rows if "window" not in row]
        guesses = [
            {"start": row.start, "end": row.end, "kind": str(row.kind)}
            for row in read(report).ledger.commitments
            if not windows or any(start <= row.start < end for start, end in windows)
        ]
        pairs = match(gold, guesses)
        self.labelled, self.found = self.labelled + len(gold), self.found + len(guesses)
        self.span += len(pairs)
        self.kind += sum(gold[i]["kind"] == guesses[j]["kind"] for i, j in pairs)


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@needs_shared
def test_the_development_labels_are_reached() -> None:
    sources = json.loads((SHARED / "gold" / "sources.json").read_text(encoding="utf-8"))
    match, tally = _scorer().match, Tally()
    for name in NAMES:
        labels = SHARED / "gold" / f"{name}.commitments.jsonl"
        tally.add(SHARED / sources[name], labels, match)
    assert tally.f1(tally.span) >= LEVEL_SPAN
    assert tally.f1(tally.kind) >= LEVEL_KIND


def _overlapping(
    gold: list[dict[str, Any]], guesses: list[dict[str, Any]]
) -> list[tuple[int, int]]:
    """Pair spans that share at least half of the longer one; spans of one side are disjoint."""
    return [
        (i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(guesses)
        if 2 * (min(a["end"], b["end"]) - max(a["start"], b["start"]))
        > max(a["end"] - a["start"], b["end"] - b["start"])
    ]


def test_the_labels_of_the_sample_are_reached() -> None:
    tally = Tally()
    samples = ROOT / "samples"
    tally.add(
        samples / "yunshan-2025.txt", samples / "yunshan-2025.commitments.jsonl", _overlapping
    )
    assert tally.f1(tally.span) >= SAMPLE_SPAN
    assert tally.f1(tally.kind) >= SAMPLE_KIND
