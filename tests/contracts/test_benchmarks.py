"""The benchmark's parts work; how fast anything is decides no test."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks import corpus, gold, peers, plain, report
from benchmarks.planted import errors
from benchmarks.planted.planting import Fate, Planting, fate

import duban


def test_the_plain_pass_writes_a_row_of_twelve_fields_for_a_number() -> None:
    search = re.compile("新建").findall
    rows = [
        json.loads(row) for row in plain.one_pass("新建公园15个，公路３公里、步道2.5万米。", search)
    ]
    assert [row["text"] for row in rows] == ["15个", "2.5万米"]
    assert {len(row) for row in rows} == {12}


def test_quantities_of_the_peers_are_read_generously() -> None:
    assert gold.read_quantity("1,286.4亿元") == ("128640000000.0", "元")
    assert gold.read_quantity("百分之三十六点九") == ("36.9", "%")
    assert gold.read_quantity("三万亩") == ("30000", "亩")
    assert gold.read_quantity("若干") == ("", "")


def test_the_page_keeps_the_peers_of_an_earlier_run() -> None:
    figures = report.Figures(
        note="nothing",
        characters=1000,
        figures=1,
        reader=1_000_000.0,
        checker=2_000_000.0,
        plain=5_000_000.0,
        automaton="none",
        start_up={"duban --version": 0.1, "duban read": None},
        memory={"import duban": 20.0},
        peers=[peers.Result("slow", 10_000.0, 0.5, 0.25), peers.Result("gone", reason="no wheel")],
    )
    first = report.render(figures, "")
    assert "| slow | 10,000 | 100 times | 0.50 | 0.25 |" in first
    assert "| gone | not measured: no wheel | | | |" in first
    assert "| duban read | failed |" in first
    later = report.render(report.Figures(**(vars(figures) | {"peers": None})), first)
    assert later == first


def test_there_is_something_to_read() -> None:
    reports = corpus.load()
    assert reports.characters > 0
    assert reports.largest.exists()


CROP = "全县粮食播种面积200万亩，单产300公斤/亩，总产量60万吨。"


def test_a_planted_digit_is_found_by_the_rule_of_its_relation() -> None:
    before = duban.audit(duban.read_text(CROP))
    at = CROP.index("60万吨")
    planted = Planting("digit changed", at, at + 1, "9", frozenset(("AR101",)), at)
    assert fate(planted, CROP, before) is Fate.FOUND


def test_a_change_within_the_rounding_breaks_nothing() -> None:
    text = CROP.replace("300公斤", "300.4公斤")
    before = duban.audit(duban.read_text(text))
    at = text.index("4公斤")
    result = text.index("60万吨")
    planted = Planting("digit changed", at, at + 1, "5", frozenset(("AR101",)), result)
    assert fate(planted, text, before) is Fate.UNBROKEN


def test_the_fate_of_an_error_without_a_rule_is_missed() -> None:
    before = duban.audit(duban.read_text(CROP))
    planted = Planting("list value dropped", 2, 3, "", frozenset(("XX999",)))
    assert fate(planted, CROP, before) is Fate.MISSED


def test_numbers_and_values_to_spoil_are_found_by_the_benchmark_itself() -> None:
    text = "一、回顾\n一是稳增长。二是惠民生。\n二、任务\n产值、产量分别增长3%和4.5%。\n"
    before = duban.audit(duban.read_text(text), chosen=[])
    random = Random(1)  # noqa: S311  no secret
    found = {p.kind: p.planted_in(text) for p in errors.plantings(text, before, random, 9)}
    assert found == {
        "heading number doubled": text.replace("二、任", "一、任"),
        "enumerator doubled": text.replace("二是", "一是"),
        "list value dropped": text.replace("和4.5%", ""),
    }
