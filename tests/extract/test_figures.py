"""Figures: sentences with the rows that must come of them, as data; one file for each topic."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from duban.extract.figures import extract_figures
from duban.grammar.folding import fold
from duban.model import Figure, Masthead, Outline, Role, Section, Span

FOLDER = Path(__file__).with_name("figures")
SENTENCES: list[tuple[str, dict[str, Any]]] = [
    (file.stem, example)
    for file in sorted(FOLDER.glob("*.yaml"))
    for example in yaml.safe_load(file.read_text("utf-8"))
]
EXAMPLES = [
    pytest.param(example, id=f"{topic}: {example['text'][:24]}") for topic, example in SENTENCES
]


def read(example: dict[str, Any]) -> tuple[Figure, ...]:
    """Read a sentence in a section of the role, and for the years, that the example names."""
    text, year = example["text"], example.get("year", 2025)
    role = Role(example.get("section", "review"))
    own = year - (role is Role.REVIEW)
    years = tuple(example.get("years", (own, own)))
    section = Section("S0", Span(0, 0), Span(0, len(text)), "", "", 1, role, (years[0], years[1]))
    head = Masthead(place_code=example.get("place_code", ""), year=year)
    return extract_figures(text, fold(text), Outline(head, (section,)))


def field(figure: Figure, name: str, wanted: Any) -> Any:  # noqa: ANN401  a value of YAML
    """Return a field in the type of the example's value."""
    if name == "negative":
        return figure.value < 0
    found = getattr(figure, name)
    if isinstance(found, Decimal) and isinstance(wanted, int | float):
        return found == Decimal(str(wanted)) and wanted
    return found


@pytest.mark.parametrize("example", EXAMPLES)
def test_figures(example: dict[str, Any]) -> None:
    found, rows = read(example), example["rows"]
    assert [figure.text for figure in found] == [row["text"] for row in rows]
    for figure, row in zip(found, rows, strict=True):
        assert example["text"][figure.start : figure.end] == figure.text
        assert {name: field(figure, name, wanted) for name, wanted in row.items()} == row


def test_there_are_enough_rows() -> None:
    assert sum(len(example["rows"]) for _, example in SENTENCES) >= 120
