"""`duban diff`: ledgers and reports compared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from duban.ledger import jsonl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from duban.model import Ledger

    Duban = Callable[..., Any]


@pytest.fixture
def ledgers(tmp_path: Path, ledger: Ledger) -> tuple[Path, Path]:
    """Two ledgers in files, the newer without its first target."""
    old, new = tmp_path / "old.jsonl", tmp_path / "new.jsonl"
    old.write_text(jsonl.dumps(ledger), "utf-8")
    new.write_text(
        jsonl.dumps(msgspec.structs.replace(ledger, targets=ledger.targets[1:])), "utf-8"
    )
    return old, new


def test_diff_of_two_ledgers(duban: Duban, ledgers: tuple[Path, Path]) -> None:
    done = duban("diff", *ledgers)
    assert done.status == 0
    assert done.out == ("- 目标 地区生产总值：地区生产总值增长5.5%左右\n增加 0，减少 1，改变 0。\n")


def test_diff_in_rows(duban: Duban, ledgers: tuple[Path, Path], ledger: Ledger) -> None:
    (line,) = duban("diff", *reversed(ledgers), "--format", "jsonl").out.splitlines()
    row = json.loads(line)
    assert (row["type"], row["action"], row["old"]) == ("target", "added", None)
    assert row["new"]["id"] == ledger.targets[0].id


def test_diff_reads_reports_too(duban: Duban, ledgers: tuple[Path, Path], report: Path) -> None:
    assert duban("diff", ledgers[0], report).out == "没有不同。\n"


def test_diff_takes_the_format_from_the_ending(
    duban: Duban, ledgers: tuple[Path, Path], tmp_path: Path
) -> None:
    assert duban("diff", *ledgers, "-o", tmp_path / "changes.jsonl").status == 0
    assert json.loads((tmp_path / "changes.jsonl").read_text("utf-8"))["action"] == "removed"
    done = duban("diff", *ledgers, "-o", tmp_path / "changes.csv")
    assert done.status == 2
    assert "扩展名请用 .txt、.jsonl，" in done.err


@pytest.mark.parametrize("name", ["-", ""])
def test_diff_wants_names(duban: Duban, ledgers: tuple[Path, Path], name: str) -> None:
    done = duban("diff", ledgers[0], name)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("UC004 'NEW' 的值不对：")


def test_diff_refuses_to_write_over_a_ledger(duban: Duban, ledgers: tuple[Path, Path]) -> None:
    done = duban("diff", *ledgers, "-o", ledgers[1])
    assert done.status == 2
    assert done.err.startswith("OU001 ")


def test_diff_says_which_ledger_is_broken(duban: Duban, ledgers: tuple[Path, Path]) -> None:
    ledgers[1].write_text("{}\n", "utf-8")
    done = duban("diff", *ledgers)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("LD002 new.jsonl：第 1 行")
