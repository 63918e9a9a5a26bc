"""How many figures of the objectives resolve to an indicator, over all real reports."""

from __future__ import annotations

from pathlib import Path

import pytest

import duban
from duban.grammar.folding import fold
from duban.outline import objectives_spans
from duban.reference.indicators import resolve

REPORTS = Path(__file__).resolve().parents[3] / "shared" / "reports"
LEAST = 0.93


@pytest.mark.skipif(not REPORTS.exists(), reason="the shared reports are not here")
def test_most_figures_of_the_objectives_resolve() -> None:
    names = []
    for file in sorted(REPORTS.rglob("*.txt")):
        reading = duban.read(file)
        folded = fold(reading.document.text)
        spans = objectives_spans(reading.document, folded, reading.ledger.sections)
        names += [
            figure.indicator
            for figure in reading.ledger.figures
            if any(span.contains(figure.start) for span in spans)
        ]
    share = sum(resolve(name) is not None for name in names) / len(names)
    print(f"{share:.3f} of {len(names)} figures")  # noqa: T201  the measure, shown by pytest -s
    assert share >= LEAST
