"""Explanations: each slot of a number with the rule that decided it, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from duban.extract.explain import explain
from duban.model import Role

EXAMPLES = yaml.safe_load(Path(__file__).with_name("explain.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_explain(example: dict[str, Any]) -> None:
    role = Role(example.get("role", "other"))
    found = explain(example["text"], role, example.get("year"))
    assert [one.text for one in found] == [number["text"] for number in example["numbers"]]
    for one, number in zip(found, example["numbers"], strict=True):
        assert example["text"][one.start : one.end] == one.text
        slots = {name: [value, why] for name, value, why in one.slots}
        wanted = {name: slot for name, slot in number.items() if name != "text"}
        assert {name: slots.get(name) for name in wanted} == wanted
