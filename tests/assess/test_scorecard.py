"""Pledges against the next report: reports of our own, and the State Council's where they are."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

import duban
from duban.assess.observations import canonical
from duban.assess.scorecard import score
from duban.model import Fate

NATION = Path(__file__).resolve().parents[3] / "shared" / "reports" / "national"
TRUTH: dict[int, dict[str, dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("national.yaml").read_text("utf-8")
)
ROWS = [(year, name, row) for year, rows in TRUTH.items() for name, row in rows.items()]

EARLIER = """云山市2024年政府工作报告
二、2024年工作安排
今年的主要目标是：地区生产总值增长5%左右，城镇新增就业9000人以上，新建农村公路500公里，研发经费投入增长9%。
建成星澜智算中心。开工建设清江大桥。推进老旧市场改造。
"""
LATER = """云山市2025年政府工作报告
一、2024年工作回顾
地区生产总值增长4.9%，城镇新增就业9412人。新建农村公路430公里。研发投入强度2.1%。
星澜智算中心建成投用。清江大桥前期工作加快推进。
二、2025年工作安排
地区生产总值增长5%左右。
"""


def fates() -> dict[str, Fate]:
    card = score(duban.read_text(EARLIER), duban.read_text(LATER))
    return {entry.indicator: entry.fate for entry in card.entries}


def test_targets_are_held_against_the_review() -> None:
    found = fates()
    assert found["地区生产总值"] is Fate.KEPT  # 4.9% of 5%左右, within the precedent
    assert found["城镇新增就业"] is Fate.EXCEEDED
    assert found["农村公路"] is Fate.MISSED
    assert found["全社会研发经费投入"] is Fate.DROPPED


def test_commitments_are_held_against_the_sentences_that_name_them() -> None:
    found = fates()
    assert found["星澜智算中心"] is Fate.KEPT
    assert found["清江大桥"] is Fate.PARTLY
    assert found["老旧市场改造"] is Fate.NOT_REPORTED


def test_a_match_explains_itself() -> None:
    card = score(duban.read_text(EARLIER), duban.read_text(LATER))
    entry = next(e for e in card.entries if e.indicator == "城镇新增就业")
    assert entry.confidence == 1
    assert "9412人" in entry.reported
    assert entry.judgement is not None
    assert entry.judgement.zh == "2024年9412人，目标不低于9000人，好于目标412人。"


@cache
def nation(year: int) -> duban.Reading:
    return duban.read(NATION / f"{year}.txt")


@pytest.mark.skipif(not NATION.exists(), reason="the shared reports are not here")
@pytest.mark.parametrize(("year", "name", "row"), ROWS, ids=lambda v: str(v)[:12])
def test_the_nation(year: int, name: str, row: dict[str, Any]) -> None:
    ledger = nation(year).ledger
    figures = {figure.id: figure for figure in ledger.figures}
    targets = [
        t
        for t in ledger.targets
        if canonical(t.indicator) == name and t.figure and t.period in {"", str(year)}
    ]
    operator, *values = row["target"]
    first = figures[targets[0].figure]
    read = [first.value] + ([first.value_max] if first.value_max is not None else [])
    assert (targets[0].operator.value, read) == (operator, [Decimal(str(v)) for v in values])
    if "outcome" in row:
        card = score(nation(year), nation(year + 1))
        entry = next(e for e in card.entries if e.pledge == targets[0].id)
        assert entry.judgement is not None
        assert entry.judgement.actual == Decimal(str(row["outcome"]))


PROVINCES = NATION.parent / "provinces-2026"
GROWTH: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("provinces-2026.yaml").read_text("utf-8")
)


@pytest.mark.skipif(not PROVINCES.exists(), reason="the shared reports are not here")
@pytest.mark.parametrize("place", GROWTH)
def test_the_growth_targets_of_the_provinces(place: str) -> None:
    ledger = duban.read(PROVINCES / f"{place}.txt").ledger
    figures = {figure.id: figure for figure in ledger.figures}
    found = [
        (target, figures[target.figure])
        for target in ledger.targets
        if canonical(target.indicator) == "地区生产总值"
        and target.figure
        and target.period in {"", "2026"}
        and figures[target.figure].measure == "change"
    ]
    target, figure = found[0]
    read = [figure.value] + ([figure.value_max] if figure.value_max is not None else [])
    operator, *values = GROWTH[place]["target"]
    assert (target.operator.value, read) == (operator, [Decimal(str(v)) for v in values])
    assert bool(target.stretch) is GROWTH[place]["stretch"]
