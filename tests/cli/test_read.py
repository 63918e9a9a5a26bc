"""`duban read`: every format, to the screen and to a file, and what is refused."""

from __future__ import annotations

import contextlib
import io
import json
import os
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from duban.ledger import document, jsonl
from duban.ledger.table import csv, xlsx
from duban.model import Document, Reading

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


@pytest.mark.parametrize("name", ["out", "out.bak"])
def test_an_ending_that_says_nothing_goes_with_any_format(
    duban: Duban, report: Path, name: str
) -> None:
    target = report.with_name(name)
    duban("read", report, "--format", "csv", "--only", "targets", "-o", target)
    assert target.read_text("utf-8-sig").startswith("编号,章节,指标,要求")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["-o", "out"], "UC007", ".txt、.jsonl、.json、.csv、.xlsx"),
        (["-o", "out.doc"], "UC007", "--format"),
        (["--format", "csv", "-o", "out.xlsx"], "UC006", "扩展名 .csv"),
        (["--format", "table", "-o", "out.json"], "UC006", "扩展名 .txt"),
        (["--format", "jsonl", "-o", "out.JSON"], "UC006", "扩展名 .jsonl"),
    ],
)
def test_an_ending_that_does_not_fit_is_refused(
    duban: Duban, report: Path, arguments: list[str], code: str, says: str
) -> None:
    with contextlib.chdir(report.parent):
        done = duban("read", report, *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} ")
    assert says in done.err
    assert [p.name for p in report.parent.iterdir()] == [report.name]


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
        (["--frmat", "csv"], "UC002 没有 --frmat 这个选项，是不是 --format"),
        (["又一份.txt"], "UC005 多出了参数 又一份.txt。"),
        (["--format"], "UC003 选项 --format 后面缺少值。"),
        (["--help=x"], "UC003 选项 --help 后面不带值。"),
        (["-o", ""], "UC004 '-o' / '--output' 的值不对：文件名不能是空的。"),
    ],
)
def test_a_wrong_call_is_told_with_the_way_to_help(
    duban: Duban, report: Path, arguments: list[str], says: str
) -> None:
    done = duban("read", report, *arguments)
    assert (done.status, done.out) == (2, "")
    assert says in done.err
    assert done.err.splitlines()[-1] in {"用法见 duban read --help", "用法见 duban --help"}


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


@pytest.mark.parametrize("target", [".", "no/such/folder/out.csv", "长" * 100 + ".csv"])
def test_an_output_without_a_place_is_told_before_reading(
    duban: Duban, report: Path, reader: ModuleType, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setattr(reader, "read", lambda _path: pytest.fail("was read"))
    done = duban("read", report, "--format", "csv", "-o", report.parent / target)
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
    assert "（磁盘已满）" in done.err
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


def test_a_read_only_file_is_not_replaced(duban: Duban, report: Path) -> None:
    target = report.with_name("out.jsonl")
    target.write_text("旧", "utf-8")
    target.chmod(0o444)
    done = duban("read", report, "-o", target)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("OU002 ")
    assert "是只读文件" in done.err
    assert target.read_text("utf-8") == "旧"


def test_a_dash_is_standard_output(
    duban: Duban, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(report.parent)
    asked = ("read", report, "--format", "jsonl")
    assert duban(*asked, "-o", "-").out == duban(*asked).out
    assert [p.name for p in report.parent.iterdir()] == [report.name]
    duban(*asked, "-o", "./-")
    assert (report.parent / "-").is_file()


def test_a_dash_is_standard_input(
    duban: Duban, report: Path, reader: ModuleType, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[Document] = []

    def read_document(document: Document) -> Reading:
        given.append(document)
        return Reading(document, ledger)

    monkeypatch.setattr(reader, "read_document", read_document, raising=False)
    text = report.read_text("utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("gb18030"))))
    assert jsonl.loads(duban("read", "-", "--format", "jsonl").out) == ledger
    assert (given[0].text, given[0].source.name) == (text, "stdin")


@pytest.mark.parametrize(
    ("given", "code"),
    [(b"", "DC006"), ("雨下了整整一夜，他没有睡。".encode(), "DC020"), (None, "DC006")],
)
def test_standard_input_is_checked_as_a_file_is(
    duban: Duban, monkeypatch: pytest.MonkeyPatch, given: bytes | None, code: str
) -> None:
    stream = None if given is None else io.TextIOWrapper(io.BytesIO(given))
    monkeypatch.setattr("sys.stdin", stream)
    done = duban("read", "-")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} “stdin”")


def test_a_report_without_anything_is_told(
    duban: Duban, report: Path, reader: ModuleType, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = msgspec.structs.replace(
        ledger, **dict.fromkeys(("sections", "figures", "targets", "commitments"), ())
    )
    document = Document(bare.source, "", ())
    monkeypatch.setattr(reader, "read", lambda _path: Reading(document, bare))
    done = duban("read", report, "--format", "jsonl")
    assert (done.status, jsonl.loads(done.out)) == (0, bare)
    assert done.err.startswith("WN001 ")
    assert "No figure was read" in duban("read", report, "--lang", "en").err


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
