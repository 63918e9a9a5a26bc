"""`duban read`: every format, to the screen and to a file, and what is refused."""

from __future__ import annotations

import io
import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from duban.ledger import document, jsonl
from duban.ledger.table import csv, xlsx

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import ModuleType

    from duban.model import Ledger

    Duban = Callable[..., Any]


def test_the_default_is_a_table(duban: Duban, report: Path) -> None:
    done = duban("read", report)
    assert done.status == 0
    assert done.out.startswith("云山市人民政府工作报告\n")
    assert done.err == ""


def test_jsonl_is_the_ledger(duban: Duban, report: Path, ledger: Ledger) -> None:
    assert jsonl.loads(duban("read", report, "--format", "jsonl").out) == ledger


@pytest.mark.parametrize("only", ["figures", "targets", "commitments"])
def test_jsonl_of_one_type(duban: Duban, report: Path, ledger: Ledger, only: str) -> None:
    out = duban("read", report, "--format", "jsonl", "--only", only).out
    assert [json.loads(line)["id"] for line in out.splitlines()] == [
        entry.id for entry in getattr(ledger, only)
    ]


def test_json_is_one_document(duban: Duban, report: Path, ledger: Ledger) -> None:
    assert document.loads(duban("read", report, "--format", "json").out) == ledger


def test_csv_on_the_screen_is_the_csv_of_a_file(duban: Duban, report: Path, ledger: Ledger) -> None:
    assert duban("read", report, "--format", "csv").out == csv.dumps(ledger)


@pytest.mark.parametrize(
    ("ending", "same"),
    [
        ("jsonl", lambda ledger: jsonl.dumps(ledger).encode()),
        ("json", lambda ledger: document.dumps(ledger).encode()),
        ("csv", lambda ledger: csv.dumps(ledger).encode()),
        ("XLSX", xlsx.dumps),
    ],
)
def test_the_ending_of_the_output_chooses_the_format(
    duban: Duban, report: Path, ledger: Ledger, ending: str, same: Callable[[Ledger], bytes]
) -> None:
    target = report.with_name(f"out.{ending}")
    done = duban("read", report, "-o", target)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert target.read_bytes() == same(ledger)
    assert sorted(p.name for p in report.parent.iterdir()) == [target.name, report.name]


def test_the_format_goes_before_the_ending(duban: Duban, report: Path) -> None:
    target = report.with_name("out.json")
    duban("read", report, "--format", "csv", "--only", "targets", "-o", target)
    assert target.read_text("utf-8-sig").startswith("编号,章节,指标,要求")


def test_a_table_in_a_file_has_no_colours(duban: Duban, report: Path) -> None:
    target = report.with_name("out.txt")
    duban("read", report, "-o", target)
    assert "\x1b" not in target.read_text("utf-8")


def test_the_workbook_speaks_the_language(duban: Duban, report: Path) -> None:
    target = report.with_name("out.xlsx")
    duban("read", report, "-o", target, "--lang", "en")
    book = CalamineWorkbook.from_filelike(io.BytesIO(target.read_bytes()))
    assert book.sheet_names == ["figures", "targets", "commitments", "outline", "notes"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--format", "xlsx"], "-o"),
        (["--format", "json", "--only", "figures"], "jsonl、csv"),
        (["--format", "pdf"], "只能是 table、jsonl、json、csv、xlsx"),
        (["--only", "sections"], "figures、targets、commitments"),
        (["--frmat", "csv"], "是不是 --format"),
    ],
)
def test_a_wrong_call_is_told_with_the_way_to_help(
    duban: Duban, report: Path, arguments: list[str], says: str
) -> None:
    done = duban("read", report, *arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert done.err.endswith("用法见 duban read --help\n")


def test_a_user_error_has_its_code_and_writes_nothing(duban: Duban, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = duban("read", tmp_path / "没有.txt", "-o", target)
    assert (done.status, done.out) == (2, "")
    assert done.err == "DC001 没有.txt 不存在\n"
    assert not target.exists()
    assert duban("read", tmp_path / "没有.txt", "--lang", "en").err.endswith("does not exist\n")


@pytest.mark.parametrize("link", [None, os.symlink, os.link])
def test_the_input_is_not_overwritten(
    duban: Duban, report: Path, link: Callable[[Path, Path], None] | None
) -> None:
    before, target = report.read_bytes(), report
    if link:
        target = report.with_name("alias.txt")
        link(report, target)
    done = duban("read", report, "-o", target)
    assert done.status == 2
    assert done.err.startswith("OU001 ")
    assert report.read_bytes() == before


@pytest.mark.parametrize("target", [".", "no/such/folder/out.csv"])
def test_an_output_without_a_place_is_told_before_reading(
    duban: Duban, report: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setattr(reader, "read", lambda _path: pytest.fail("was read"))
    done = duban("read", report, "-o", report.parent / target)
    assert done.status == 2
    assert done.err.startswith("OU002 ")


def test_what_was_there_before_stays_when_writing_fails(
    duban: Duban, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = report.with_name("out.jsonl")
    target.write_text("旧台账", "utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    done = duban("read", report, "-o", target)
    assert done.status == 2
    assert done.err.startswith("OU002 ")
    assert "No space left" in done.err
    assert target.read_text("utf-8") == "旧台账"
    assert sorted(p.name for p in report.parent.iterdir()) == ["out.jsonl", report.name]


def test_a_file_keeps_its_permissions(duban: Duban, report: Path) -> None:
    target = report.with_name("out.jsonl")
    target.write_text("旧", "utf-8")
    target.chmod(0o640)
    duban("read", report, "-o", target)
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(duban: Duban, report: Path) -> None:
    real, link = report.with_name("real.jsonl"), report.with_name("link.jsonl")
    real.write_text("旧", "utf-8")
    link.symlink_to(real)
    duban("read", report, "-o", link)
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith('{"type":"ledger"')


def test_a_device_is_written_and_not_replaced(duban: Duban, report: Path) -> None:
    assert duban("read", report, "--format", "jsonl", "-o", os.devnull).status == 0
    assert not os.path.isfile(os.devnull)  # noqa: PTH113  a device, not a file of ours


def test_an_interruption_is_130(
    duban: Duban, report: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(reader, "read", interrupted)
    done = duban("read", report)
    assert (done.status, done.out, done.err.strip()) == (130, "", "")
