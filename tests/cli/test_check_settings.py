"""What steers `duban check`: settings, suppressions, a baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from .drafts import CLEAN, REPORT

if TYPE_CHECKING:
    from collections.abc import Callable

    Duban = Callable[..., Any]


def found(whole: Duban, *arguments: object) -> list[str]:
    """Return the codes of the findings."""
    done = json.loads(whole("check", *arguments, "--format", "json").out)
    return [finding["code"] for report in done["reports"] for finding in report["findings"]]


# -- settings -----------------------------------------------------------------------------------


def settings(folder: Path, text: str) -> Path:
    path = folder / "duban.toml"
    path.write_text(text, "utf-8")
    return path


def test_settings_are_found_above_the_report(whole: Duban, draft: Path) -> None:
    settings(draft.parent, '[check]\nselect = ["ST", "WD"]\nseverity = "error"\n')
    inner = draft.parent / "a" / "b"
    inner.mkdir(parents=True)
    report = draft.rename(inner / "draft.txt")
    assert found(whole, report) == ["WD901", "ST901"]
    assert whole("check", report).status == 0
    assert whole("check", report, "--severity", "warning").status == 1


def test_settings_by_path_and_by_section(whole: Duban, draft: Path) -> None:
    settings(
        draft.parent,
        '[check]\nignore = ["WD"]\n'
        '[[check.paths]]\npattern = "drafts/*.txt"\nignore = ["AR"]\n'
        '[[check.paths]]\npattern = "*.md"\nselect = ["AR"]\n'
        '[[check.sections]]\ntitle = "2025年*"\nignore = ["ST9"]\n',
    )
    (draft.parent / "drafts").mkdir()
    inner, other = draft.parent / "drafts" / "a.txt", draft.parent / "a.md"
    for path in (inner, other):
        path.write_text(REPORT, "utf-8")
    assert [found(whole, p) for p in (draft, inner, other)] == [["AR101"], [], ["AR101"]]


def test_what_is_asked_for_in_the_call_goes_before_the_settings(whole: Duban, draft: Path) -> None:
    other = settings(draft.parent, '[check]\nselect = ["WD"]\nignore = ["AR"]\n')
    assert found(whole, draft, "--select", "AR") == ["AR101"]
    assert found(whole, draft, "--ignore", "WD") == []
    chosen = other.rename(other.with_name("office.toml"))
    assert found(whole, draft) == ["WD901", "AR101", "ST901"]
    assert found(whole, draft, "--config", chosen) == ["WD901"]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("[check\n", "CF001", "第 1 行"),
        ("[chek]\n", "CF002", "chek"),
        ('[check]\nselect = "AR"\n', "CF002", "select"),
        ('[check]\nseverity = "bad"\n', "CF002", "severity"),
        ('[[check.paths]]\nignore = ["AR"]\n', "CF002", "pattern"),
        ('[[check.sections]]\ntitle = "x"\nignore = ["QQ"]\n', "CF003", "'QQ'"),
    ],
)
def test_wrong_settings_are_told(
    whole: Duban, draft: Path, text: str, code: str, says: str
) -> None:
    settings(draft.parent, text)
    done = whole("check", draft)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} ")
    assert says in done.err


# -- suppressions ---------------------------------------------------------------------------------


def suppressed(draft: Path, text: str) -> None:
    draft.with_name("draft.suppressions.yml").write_text(text, "utf-8")


def test_a_finding_with_a_reason_is_not_told_but_counted(whole: Duban, draft: Path) -> None:
    suppressed(draft, "- code: AR101\n  words: 65万吨\n  reason: 含上年结转，已核实\n")
    assert found(whole, draft, "--select", "AR") == []
    done = whole("check", draft, "--select", "AR")
    assert done.status == 0
    assert done.out.endswith("核对 2 项，相符 1 项。\n另有：免报 1 处。\n")


def test_a_suppression_out_of_date_is_a_finding(whole: Duban, draft: Path) -> None:
    suppressed(draft, "- code: AR101\n  words: 66万吨\n  reason: 已核实\n")
    assert found(whole, draft, "--select", "AR") == ["CH002", "AR101"]


def test_a_comment_in_the_text_suppresses(whole: Duban, draft: Path) -> None:
    comment = "65万吨。<!-- duban: ignore AR 含结转 -->"
    draft.write_text(REPORT.replace("65万吨。", comment), "utf-8")
    assert found(whole, draft, "--select", "AR") == []


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("- code: [", "SP001", "draft.suppressions.yml"),
        ("code: AR101", "SP001", "以 - 开头的列表"),
        ("- AR101", "SP002", "第 1 条"),
        ("- code: AR101\n  reason: 甲\n", "SP002", "words:"),
        ("- code: AR101\n  reason: 甲\n  word: 乙\n", "SP002", "word"),
        ("- code: AR101\n  words: 65万吨\n", "SP003", "第 1 条"),
        ("- code: AR101\n  words: 65万吨\n  reason: ' '\n", "SP003", "理由"),
        ("- code: QQ1\n  words: 65万吨\n  reason: 甲\n", "SP004", "'QQ1'"),
    ],
)
def test_wrong_suppressions_are_told(
    whole: Duban, draft: Path, text: str, code: str, says: str
) -> None:
    suppressed(draft, text)
    done = whole("check", draft)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} ")
    assert says in done.err


@pytest.mark.parametrize(("comment", "code"), [("AR101", "SP003"), ("QQ1 理由", "SP004")])
def test_wrong_comments_are_told(whole: Duban, draft: Path, comment: str, code: str) -> None:
    draft.write_text(f"{REPORT}<!-- duban: ignore {comment} -->\n", "utf-8")
    done = whole("check", draft)
    assert done.err.startswith(f"{code} draft.txt 第 9 段")


# -- the baseline ----------------------------------------------------------------------------------


def test_an_office_starts_clean(whole: Duban, draft: Path) -> None:
    done = whole("check", draft, "--write-baseline", "base.json")
    assert (done.status, done.err) == (0, "已把 3 处问题记入基线 base.json，以后只报新的。\n")
    later = draft.with_name("second.txt")
    later.write_text("（征求意见稿）\n" + REPORT.replace("二、", "新增油菜。\n二、"), "utf-8")
    assert found(whole, later, "--baseline", "base.json") == ["ST901"]
    draft.write_text(CLEAN, "utf-8")
    done = whole("check", draft, "--baseline", "base.json")
    assert done.status == 0
    assert done.out.endswith("另有：基线已有 2 处，基线中 1 处已消失。\n")


def test_a_baseline_can_be_renewed_in_its_place(whole: Duban, draft: Path) -> None:
    whole("check", draft, "--select", "AR", "--write-baseline", "base.json")
    whole("check", draft, "--baseline", "base.json", "--write-baseline", "base.json")
    entries = json.loads(Path("base.json").read_text("utf-8"))["findings"]
    assert sorted(entry["code"] for entry in entries) == ["AR101", "ST901", "WD901"]


def test_no_baseline_is_written_where_a_file_is_missing(whole: Duban, draft: Path) -> None:
    done = whole("check", draft, "没有.txt", "--write-baseline", "base.json")
    assert done.status == 2
    assert not Path("base.json").exists()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "BL001"),
        ('{"type": "ledger"}', "BL001"),
        ('{"type": "duban-baseline", "version": 9}', "BL002"),
    ],
)
def test_a_wrong_baseline_is_told(whole: Duban, draft: Path, text: str, code: str) -> None:
    draft.with_name("base.json").write_text(text, "utf-8")
    done = whole("check", draft, "--baseline", "base.json")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith(f"{code} ")
