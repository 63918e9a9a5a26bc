"""The scorer itself: it must see each kind of mistake."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from .scoring import Labels, Tally

if TYPE_CHECKING:
    from pathlib import Path

LABEL = {
    "start": 10,
    "end": 16,
    "value": "5",
    "unit": "%",
    "indicator": "地区生产总值",
    "measure": "change",
    "status": "target",
    "comparator": "~",
}


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(LABEL) + "\n" + json.dumps({"window": [0, 100]}), "utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "lost"),
    [
        ({}, []),
        ({"value": "5.0"}, []),
        ({"indicator": "生产总值"}, []),
        ({"value": "6"}, ["quantity", "joint", "full"]),
        ({"value_max": "6"}, ["quantity", "joint", "full"]),
        ({"unit": "倍"}, ["quantity", "joint", "full"]),
        ({"indicator": "粮食产量"}, ["indicator", "joint", "full"]),
        ({"measure": "level"}, ["measure", "joint", "full"]),
        ({"status": "actual"}, ["status", "joint", "full"]),
        ({"comparator": "="}, ["comparator", "joint", "full"]),
        ({"area": "岚溪"}, ["area", "full"]),
        ({"period": "2030"}, ["period", "full"]),
        ({"start": 14}, ["span", "quantity", "joint", "full"]),
    ],
)
def test_a_mistake_costs_its_fields(labels: Path, change: dict[str, Any], lost: list[str]) -> None:
    tally = Tally()
    tally.add(Labels(labels), [LABEL | change])
    assert {name for name in lost if tally.f1(name)} == set()
    assert tally.f1("full") == (0.0 if lost else 1.0)


def test_what_is_missed_or_added_costs_too(labels: Path) -> None:
    tally = Tally()
    tally.add(Labels(labels), [LABEL, LABEL | {"start": 50, "end": 52}])
    assert tally.f1("span") == pytest.approx(2 / 3)
    missed = Tally()
    missed.add(Labels(labels), [])
    assert missed.f1("span") == 0


def test_what_stands_outside_the_windows_is_not_counted(labels: Path) -> None:
    tally = Tally()
    tally.add(Labels(labels), [LABEL, LABEL | {"start": 150, "end": 152}])
    assert tally.f1("full") == 1
