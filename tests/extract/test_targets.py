"""Targets: sentences with the targets that must come of them, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from duban.extract.figures import read_figures, settle_figures
from duban.extract.targets import extract_targets
from duban.grammar.folding import fold
from duban.model import Masthead, Operator, Outline, Role, Section, Span, Target

FOLDER = Path(__file__).with_name("targets")
FILES = {file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*"))}
EXAMPLES = [
    pytest.param(example, id=f"{name}: {example['text'][:24]}")
    for name, examples in FILES.items()
    for example in examples
]


def read(example: dict[str, Any]) -> tuple[Target, ...]:
    text, year = example["text"], example.get("year", 2025)
    role = Role(example.get("section", "plan"))
    own = year - (role is Role.REVIEW)
    first, last = example.get("years", (own, own))
    section = Section("S0", Span(0, 0), Span(0, len(text)), "", "", 1, role, (first, last))
    outline, folded = Outline(Masthead(year=year), (section,)), fold(text)
    listed = [Span(0, len(text))] if example.get("objectives") else []
    passage = read_figures(text, folded)
    return extract_targets(passage, outline, settle_figures(passage, outline), listed)


@pytest.mark.parametrize("example", EXAMPLES)
def test_targets(example: dict[str, Any]) -> None:
    found, rows = read(example), example["targets"]
    assert len(found) == len(rows), [target.text for target in found]
    for target, row in zip(found, rows, strict=True):
        assert example["text"][target.start : target.end] == target.text
        assert {name: getattr(target, name) for name in row} == row


def test_every_operator_has_an_example() -> None:
    used = {row["operator"] for example in FILES["operators"] for row in example["targets"]}
    assert used == set(Operator)


def test_ids_name_their_place() -> None:
    text = "一般公共预算收入、固定资产投资分别增长4%、7%。"
    first, second = (target.id for target in read({"text": text}))
    assert (first, second) == ("T0", "T0-22")
