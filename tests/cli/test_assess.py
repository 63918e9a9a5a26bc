"""`duban assess` and `duban scorecard`: what they print, and what they say to a wrong table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from duban.cli.program import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

REPORT = """云山市2025年政府工作报告
一、2024年工作回顾
地区生产总值增长4.9%。新建农村公路430公里。
二、2025年工作安排
地区生产总值增长5%左右；城镇新增就业9000人以上。
"""
LAST = """云山市2024年政府工作报告
一、2023年工作回顾
地区生产总值增长4.2%。
二、2024年工作安排
今年的主要目标是：地区生产总值增长5%左右，新建农村公路500公里。
"""
TABLE = "指标,时间,数值,单位\nGDP,2025年1—6月,5.2,%\n城镇新增就业,2025年1—6月,4400,人\n"


def files(folder: Path, table: str = TABLE) -> tuple[Path, Path]:
    report, seen = folder / "report.txt", folder / "seen.csv"
    report.write_text(REPORT, encoding="utf-8")
    seen.write_text(table, encoding="utf-8")
    return report, seen


def test_targets_are_judged(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, seen = files(tmp_path)
    arguments = ["assess", str(report), "--observations", str(seen), "--date", "2025-07-15"]

    assert run(arguments, {}) == 0
    out = capsys.readouterr().out
    assert "● 正常  地区生产总值" in out
    assert "▲ 滞后  城镇新增就业" in out
    assert "序时应为4500人（50.0%）" in out
    assert "目标 2 项：正常 1、滞后 1。" in out


def test_judgements_as_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, seen = files(tmp_path)
    arguments = ["assess", str(report), "--observations", str(seen), "--date", "2025-07-15"]

    assert run([*arguments, "--format", "jsonl"], {}) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["standing"] for row in rows] == ["on-schedule", "behind"]


def test_a_wrong_table_is_told_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report, seen = files(tmp_path, "指标,时间,数值\nGDP,明年,5\n")
    out = tmp_path / "out.jsonl"

    assert run(["assess", str(report), "--observations", str(seen), "-o", str(out)], {}) == 2
    assert capsys.readouterr().err.startswith("OB003")
    assert not out.exists()


def test_a_scorecard_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, _ = files(tmp_path)
    last = tmp_path / "last.txt"
    last.write_text(LAST, encoding="utf-8")

    assert run(["--lang", "en", "scorecard", str(last), str(report)], {}) == 0
    out = capsys.readouterr().out
    assert "◆ kept  地区生产总值" in out
    assert "within the precedent" in out
    assert "■ missed  农村公路" in out


def test_scorecards_as_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, _ = files(tmp_path)
    last = tmp_path / "last.txt"
    last.write_text(LAST, encoding="utf-8")

    assert run(["scorecard", str(last), str(report), "--format", "jsonl"], {}) == 0
    card = json.loads(capsys.readouterr().out)
    assert (card["year"], card["reported_in"]) == (2024, 2025)
    assert [entry["fate"] for entry in card["entries"][:2]] == ["kept", "missed"]
