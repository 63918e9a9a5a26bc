"""The sample's labels fit its text, and its figures agree with each other."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
TEXT = (SAMPLES / "yunshan-2025.txt").read_bytes().decode("utf-8")


def rows(kind: str) -> list[dict[str, Any]]:
    lines = (SAMPLES / f"yunshan-2025.{kind}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("kind", ["gold", "commitments"])
def test_a_label_is_its_slice_of_the_text(kind: str) -> None:
    assert [row for row in rows(kind) if TEXT[row["start"] : row["end"]] != row["text"]] == []


@pytest.mark.parametrize("kind", ["gold", "commitments"])
def test_labels_stand_in_order_and_apart(kind: str) -> None:
    labels = rows(kind)
    assert all(a["end"] <= b["start"] for a, b in itertools.pairwise(labels))


def value(text: str) -> Decimal:
    return next(Decimal(row["value"]) for row in rows("gold") if row["text"] == text)


def test_the_figures_agree() -> None:
    assert round(value("58.8亿元") / value("86.4亿元") * 100, 1) == value("68.1%")
    assert value("14.2") + value("43.5") + value("42.3") == 100
    growth = (
        value("14.2") * value("4.1%")
        + value("43.5") * value("6.2%")
        + value("42.3") * value("5.5%")
    )
    assert round(growth / 100, 1) == value("5.6%")
    output = value("186.5万亩") * value("381.8公斤每亩") / 1000
    assert round(output / 10000, 1) * 10000 == value("71.2万吨")
    added, total = value("2100P"), value("2600P")
    assert added / (total - added) == value("四点二倍")
    assert round(value("一百零六万亩") / value("225万亩") * 100, 1) == value("百分之四十七点一")
    assert total + value("3000P") == value("5600P")
