"""`duban check`: exit status, files, and the page in the terminal."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from duban.cli.findings.words import arithmetic
from duban.cli.language import Say
from duban.model import Finding, Severity

from .drafts import CLEAN, REPORT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Duban = Callable[..., Any]


# -- exit status --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        ([], 1),
        (["--severity", "error"], 1),
        (["--select", "ST"], 1),
        (["--select", "ST", "--severity", "error"], 0),
        (["--select", "WD"], 0),
        (["--select", "WD", "--severity", "note"], 1),
        (["--ignore", "AR,ST,WD"], 0),
    ],
)
def test_the_exit_status_tells_what_was_found(
    whole: Duban, draft: Path, arguments: list[str], status: int
) -> None:
    done = whole("check", draft, *arguments)
    assert (done.status, done.err) == (status, "")


def test_a_file_that_cannot_be_read_does_not_keep_the_others(whole: Duban, draft: Path) -> None:
    done = whole("check", "没有.txt", draft, "--format", "json")
    assert done.status == 2
    assert done.err.startswith("DC001 ")
    whole_json = json.loads(done.out)
    assert [u["code"] for u in whole_json["unread"]] == ["DC001"]
    assert [r["file"] for r in whole_json["reports"]] == [str(draft)]


def test_nothing_is_written_where_nothing_could_be_read(whole: Duban, tmp_path: Path) -> None:
    done = whole("check", "没有.txt", "-o", "out.json", "--write-baseline", "b.json")
    assert (done.status, done.out) == (2, "")
    assert [*tmp_path.iterdir()] == []


def test_standard_input_is_checked(whole: Duban, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(REPORT.encode())))
    done = whole("check", "-", "--select", "AR")
    assert done.status == 1
    assert "200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符" in done.out


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--select", "ZZ"], "UC004", "没有以 'ZZ' 开头的规则"),
        (["--ignore", "AR,XX9"], "UC004", "'XX9'"),
        (["--select", ","], "UC004", ""),
        (["--severity", "bad"], "UC004", "error、warning、note"),
        (["--format", "html", "-o", "out.json"], "UC006", "扩展名 .html"),
        (["-o", "out.doc"], "UC007", ".txt、.json、.sarif、.html"),
        (["--annotate", "out.docx"], "AN001", "draft.txt"),
        (["draft.txt", "--annotate", "out.docx"], "UC006", "一次只能给一个"),
        (["-", "-"], "UC006", "只能写一个"),
        (["--annotate", "x.docx", "--write-baseline", "x.docx"], "UC006", "同一个文件名"),
        (["--write-baseline", "draft.txt"], "OU001", "draft.txt"),
        (["--previous", "没有.txt"], "DC001", "没有.txt"),
        (["--previous", "没有.jsonl"], "LD004", "没有.jsonl"),
        (["--baseline", "没有.json"], "BL001", "没有.json"),
        (["--config", "没有.toml"], "CF001", "没有.toml"),
    ],
)
def test_a_wrong_call_is_told_and_writes_nothing(
    whole: Duban, draft: Path, arguments: list[str], code: str, says: str
) -> None:
    done = whole("check", draft, *arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} ")
    assert says in done.err
    assert [p.name for p in draft.parent.iterdir()] == ["draft.txt"]
    assert draft.read_text("utf-8") == REPORT


def test_a_report_without_anything_does_not_pass_for_a_clean_one(whole: Duban, draft: Path) -> None:
    draft.write_text(
        "关于召开县人民代表大会的通知\n各位代表：请准时出席，听取政府工作报告。\n", "utf-8"
    )
    done = whole("check", draft, "--select", "AR")
    assert done.status == 0
    assert done.err.startswith("WN001 ")


def test_last_year_is_read_from_a_report_or_a_ledger(whole: Duban, draft: Path) -> None:
    ledger = draft.with_name("old.jsonl")
    whole("read", draft, "-o", ledger)
    for old in (draft, ledger):
        done = json.loads(whole("check", draft, "--previous", old, "--format", "json").out)
        assert done["reports"][0]["previous"]["name"] == "draft.txt"


# -- the page in the terminal ---------------------------------------------------------------------


def test_the_page_shows_words_arithmetic_and_what_to_do(whole: Duban, draft: Path) -> None:
    out = whole("check", draft.name, "--select", "AR").out
    assert out.splitlines() == [
        "draft.txt",
        "",
        "✗ 错误 AR101  面积乘单产得60万吨，与总产量65万吨不符。",
        "  一、2024年工作回顾 · 第 6 段 · 第 118 字",
        "  │ 全县粮食播种面积200万亩，单产300公斤/亩，总产量65万吨。",
        "  │                 ~~~~~~~      ~~~~~~~~~~        ^^^^^^",
        "  200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符",
        "",
        "怎么办",
        "  AR101  面积乘单产等于总产量。对照统计部门的发布数核三个数，改掉不一致的那个。",
        "  各条规则详见 duban rule 代码。",
        "",
        "错误 1、警告 0、提示 0；核对 2 项，相符 1 项。",
    ]


def test_the_page_speaks_english(whole: Duban, draft: Path) -> None:
    out = whole("check", draft, "--lang", "en", "--proofs").out
    assert "200万亩 × 300公斤/亩 = 60万吨; printed 65万吨: does not agree" in out
    assert "! warning ST901  “油菜” found." in out
    assert "  ✓ ¶8 20万亩 × 200公斤/亩 = 4万吨: holds (rounded)" in out
    assert out.endswith("1 error, 1 warning, 1 note; 4 relations tested, 1 holding.\n")


def test_marks_stand_under_their_words_in_every_line(whole: Duban, draft: Path) -> None:
    long = "全县上下齐心协力，" * 9
    draft.write_text(
        REPORT.replace("，单产", f"，{long}单产").replace("全县粮食", long + "全县粮食")
    )
    lines = whole("check", draft, "--select", "AR").out.splitlines()
    assert all(cell_len(line) <= 80 for line in lines)
    marked: list[str] = []
    for above, below in pairwise(lines):
        if below.startswith("  │ ") and set(below[4:]) <= set(" ~^"):
            cells = "".join(sign * cell_len(sign) for sign in above)
            marked.append("".join(c for c, m in zip(cells, below, strict=False) if m in "~^"))
    assert marked == ["200万万亩亩", "300公公斤斤/亩亩65万万吨吨"]
    assert "  │ ……" in lines


def test_words_of_another_sentence_are_shown_with_their_place(whole: Duban, draft: Path) -> None:
    draft.write_text(REPORT + "今年油菜再增产。\n", "utf-8")
    out = whole("check", draft, "--select", "ST").out
    place = f"第 8 段 · 第 {REPORT.index('油菜') + 1} 字"
    assert f"  相关：二、2025年工作安排 · {place}\n  │ 油菜播种" in out


def test_several_reports_have_a_sum(whole: Duban, draft: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.txt"
    other.write_text(CLEAN, "utf-8")
    out = whole("check", draft, other, "--select", "AR").out
    assert out.count("怎么办") == 1
    assert "没有发现问题。\n错误 0、警告 0、提示 0；核对 2 项，相符 2 项。\n" in out
    assert out.endswith("\n共 2 份：错误 1、警告 0、提示 0；核对 4 项，相符 3 项。\n")


def test_severities_are_told_apart_without_colours(whole: Duban, draft: Path) -> None:
    out = whole("check", draft).out
    assert "\x1b" not in out
    assert [line[:8] for line in out.splitlines() if "01  " in line and line[0] != " "] == [
        "i 提示 WD9",
        "✗ 错误 AR1",
        "! 警告 ST9",
    ]


# -- the parts of the page --------------------------------------------------------------------


def test_the_line_that_tells_a_place_breaks_between_its_parts(whole: Duban, draft: Path) -> None:
    title = "坚持以人民为中心持续推动城乡居民增收致富"
    heads = f"二、{title}\n（一）{title}\n"
    draft.write_text(REPORT.replace("二、2025年工作安排\n", heads), "utf-8")
    lines = whole("check", draft.name, "--select", "ST").out.splitlines()
    assert (
        lines[3] == "  二、坚持以人民为中心持续推动城… › （一）坚持以人民为中心持续推动… · 第 9 段"
    )
    assert re.fullmatch("  第 [0-9]+ 字", lines[4])


@pytest.mark.parametrize(
    ("equation", "text", "shown"),
    [
        ("2 × 3 = 6吨", "7吨", "2 × 3 = 6吨，原文 7吨：不符"),
        ("2 × 3 = 6吨", "6吨", "2 × 3 = 6吨：不符"),
        ("(6吨 + 1吨) ÷ 2 = 3.5吨", "6吨", "(6吨 + 1吨) ÷ 2 = 3.5吨：不符"),
        ("2项 ≠ 3项", "2项", "2项 ≠ 3项：不符"),
        ("2 + 3 = 5项", "下列五项工作由各部门分头负责抓好落实并按季通报", "2 + 3 = 5项，原文"),
        ("2 + 3 = 5项", "长" * 30, "2 + 3 = 5项：不符"),
        ("", "甲", ""),
    ],
)
def test_the_printed_value_stands_behind_what_follows(equation: str, text: str, shown: str) -> None:
    finding = Finding("AR101", Severity.ERROR, 0, 1, text, "甲", "a", equation)
    assert arithmetic(finding, Say("zh")).startswith(shown)
