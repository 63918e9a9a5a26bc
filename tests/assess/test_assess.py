"""Targets against observations: how they stand, and that the reason says the numbers."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import duban
from duban.assess import Observations, assess
from duban.model import Judgement, Measure, Observation, Series

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


FIELDS = ("indicator", "month", "value", "unit", "measure", "area", "series", "year")


def observation(*row: object) -> Observation:
    given = dict(zip(FIELDS, map(str, row), strict=False))
    return Observation(
        given["indicator"],
        int(given.get("year", 2025)),
        int(given["month"]),
        Decimal(given["value"]),
        given["unit"],
        Measure(given.get("measure", "level")),
        Series(given.get("series", "actual")),
        given.get("area", ""),
    )


def judged(case: dict[str, Any]) -> Judgement:
    text = f"云山县2025年政府工作报告\n二、2025年工作安排\n今年的主要目标是：{case['text']}\n"
    ledger = duban.read_text(text, name="yunshan-2025.txt").ledger
    seen = Observations(observation(*row) for row in case["seen"])
    today = case.get("today", dt.date(2026, 1, 20))
    found = assess(ledger, seen, today)
    assert len(found) == 1, [t.text for t in ledger.targets]
    return found[0]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['text']} {case['seen'][:1]}")
def test_standing(case: dict[str, Any]) -> None:
    found = judged(case)
    assert (found.standing.value, found.rule) == (case["standing"], case["rule"])
    assert found.zh.endswith("。")
    assert found.en.endswith(".")


def test_the_reason_says_the_calculation() -> None:
    case = {"text": "城镇新增就业9000人以上。", "seen": [["城镇新增就业", 6, 4400, "人"]]}
    found = judged(case | {"today": dt.date(2025, 7, 10)})
    assert found.zh == "2025年1—6月4400人，为目标不低于9000人的48.9%，序时应为4500人（50.0%）。"
    numbers = (found.goal, found.actual, found.planned)
    assert numbers == (Decimal(9000), Decimal(4400), Decimal(4500))


def test_a_judgement_goes_through_json() -> None:
    found = judged({"text": "地区生产总值增长5%。", "seen": [["GDP", 12, 5, "%", "change"]]})
    assert msgspec.json.decode(msgspec.json.encode(found), type=Judgement) == found
