"""The page in the terminal: its width, its words, and the bar for what takes long."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from duban.cli.language import Say
from duban.cli.terminal import changes, explanation
from duban.cli.terminal import ledger as table
from duban.cli.terminal import waiting as bar
from duban.cli.terminal.typeset import columns, wrap
from duban.ledger.diff import diff
from duban.ledger.doubts import doubt
from duban.model import Remark

if TYPE_CHECKING:
    from duban.model import Ledger

replace = msgspec.structs.replace
LONG = "在云山市东部青川湾沿岸六个乡镇建成的高标准农田面积占全市耕地总面积（含复垦）的比重" * 3


def lines(page: str) -> list[str]:
    return click.unstyle(page).splitlines()


def stretched(ledger: Ledger) -> Ledger:
    """The ledger with every word far too long."""
    return replace(
        ledger,
        masthead=replace(ledger.masthead, title=LONG, session=LONG, speaker=LONG),
        source=replace(ledger.source, name=LONG + ".txt"),
        sections=tuple(replace(section, title=LONG) for section in ledger.sections),
        figures=tuple(
            replace(f, indicator=LONG, text="1,234,567.8万千瓦时每平方公里每年", area=LONG)
            for f in ledger.figures
        ),
        targets=tuple(replace(t, indicator=LONG, reference=LONG) for t in ledger.targets),
        commitments=tuple(
            replace(c, text=LONG, units=(LONG, "Ministry of Everything"))
            for c in ledger.commitments
        ),
        remarks=tuple(replace(remark, text=LONG) for remark in ledger.remarks),
        corrections=tuple(replace(c, reason=LONG) for c in ledger.corrections),
    )


# -- the page -----------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_line_is_wider_than_the_terminal(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch, width: int, language: str
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    for one in (ledger, stretched(ledger)):
        page = lines(table.dumps(one, language=language))
        assert max(map(cell_len, page)) <= width


def test_on_paper_a_line_has_80_cells(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert max(map(cell_len, lines(table.dumps(ledger, paper=True)))) == 80


def test_the_head_says_what_was_read(ledger: Ledger) -> None:
    head = lines(table.dumps(ledger))
    assert head[0] == "云山市人民政府工作报告"
    assert head[1].split() == ["云山市", "2025年", ledger.masthead.session, "林清川", "2025-01-08"]
    assert head[2].split("  ") == ["指标 19", "目标 7", "任务 7", "更正 1", "存疑 1"]


def test_a_figure_is_one_line_with_bound_direction_measure_and_status(ledger: Ledger) -> None:
    rows = [line.split() for line in lines(table.dumps(ledger, only="figures"))]
    assert ["地区生产总值", "718.4亿元", "数值", "实际"] in rows
    assert ["一般公共预算收入", "↓", "3.5%", "增减", "实际"] in rows
    assert ["湖西", "·", "粮食产量", ">", "9万多吨", "数值", "实际"] in rows
    assert ["城镇新增就业", "≥", "8000人", "数值", "目标"] in rows


def test_numbers_stand_under_each_other(ledger: Ledger) -> None:
    page = lines(table.dumps(ledger, only="figures"))
    ends = {
        cell_len(line[: line.index(figure.text) + len(figure.text)])
        for figure in ledger.figures
        for line in page
        if line.endswith(("实际", "目标")) and f" {figure.text} " in line
    }
    assert len(ends) == 1


def test_targets_without_a_number_say_what_is_asked(ledger: Ledger) -> None:
    page = lines(table.dumps(ledger, only="targets"))
    assert any("居民收入" in line and "同步 · 经济增长" in line for line in page)
    assert any("节能降耗" in line and line.endswith("约束性") for line in page)


def test_commitments_show_deadline_and_unit(ledger: Ledger) -> None:
    page = lines(table.dumps(ledger, only="commitments"))
    assert "    期限 2025-06-30 · 市商务局" in page


def test_sections_without_entries_are_left_out(ledger: Ledger) -> None:
    page = "\n".join(lines(table.dumps(ledger, only="commitments")))
    assert "一、2024年工作回顾" not in page
    assert page.index("三、2025年重点工作") < page.index("（一）扩大有效投资")


def test_entries_outside_every_section_are_shown(ledger: Ledger) -> None:
    loose = replace(ledger, sections=())
    assert len(lines(table.dumps(loose, only="targets"))) > len(ledger.targets)
    lost = replace(ledger.targets[0], section="", indicator="无处可归")
    page = table.dumps(replace(ledger, targets=(lost,)))
    assert "无处可归" in page


def test_what_a_person_corrected_is_marked_and_explained(ledger: Ledger) -> None:
    page = "\n".join(lines(table.dumps(ledger)))
    assert "〔更正〕" in page
    assert ledger.corrections[0].reason in page


def test_no_character_moves_the_cursor(ledger: Ledger) -> None:
    danger = replace(ledger.figures[0], indicator="甲\x1b[2J乙\r丙\n丁")
    page = click.unstyle(table.dumps(replace(ledger, figures=(danger,))))
    assert "\x1b" not in page
    assert "\r" not in page


def test_an_empty_ledger_has_a_page(ledger: Ledger) -> None:
    empty = replace(ledger, **dict.fromkeys(("sections", "figures", "targets", "commitments"), ()))
    assert "指标 0" in table.dumps(empty)


@pytest.mark.parametrize(
    ("remark", "zh", "en"),
    [
        (
            Remark("AM003", 0, 3, "三万五", "35000", ("the digit as ones",)),
            "三万五：按口语记作 35000；末位也可能就是个位",
            "三万五: 35000, or the digit as ones",
        ),
        (
            Remark("AM004", 0, 3, "五六百", "500 to 600", ("digits run together",)),
            "五六百：记作 500—600；也可能是漏了“点”的小数",
            "五六百: 500 to 600, or digits run together",
        ),
        (
            Remark("AM006", 0, 4, "3824", "no indicator"),
            "3824：文中没有写明是什么的数值，指标一栏空着",
            "3824: no indicator",
        ),
        (
            Remark("AM999", 0, 1, "某", "this", ("that", "more")),
            "某：读作 this，也可读作 that，也可读作 more",
            "某: this, or that, or more",
        ),
    ],
)
def test_doubts_are_said_in_the_language(remark: Remark, zh: str, en: str) -> None:
    assert (doubt(remark, "zh"), doubt(remark, "en")) == (zh, en)


def test_every_documented_doubt_has_chinese_words() -> None:
    page = Path(__file__).parents[2] / "docs" / "errors.md"
    codes = re.findall(r"`(AM[0-9]{3})`", page.read_text(encoding="utf-8"))
    assert codes
    for code in codes:
        assert "读作" not in doubt(Remark(code, 0, 1, "某", "this", ("that",)), "zh")


# -- setting ------------------------------------------------------------------


@given(st.text(), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    wrapped = wrap(text, width)
    assert all(cell_len(line) <= width for line in wrapped)
    assert [c for c in "".join(wrapped) if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.lists(st.sampled_from(("云山", "建成，", "3.5万亩。", "（含", "复垦）", "“甲”、"))))
def test_marks_stay_with_their_words(words: list[str]) -> None:
    wrapped = wrap("".join(words), 14)
    assert all(line[0] not in "，。）”、" for line in wrapped if line)
    assert all(line[-1] not in "（“" for line in wrapped if line)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("新建农村公路60公里", 16, ["新建农村公路", "60公里"]),
        ("实施项目，完成投资", 9, ["实施项", "目，完成", "投资"]),
        ("建成“一站式”中心", 6, ["建成", "“一站", "式”中", "心"]),
        ("", 5, [""]),
        ("一二三", 4, ["一二", "三"]),
        ("read the report", 8, ["read the", "report"]),
    ],
)
def test_lines_break_as_chinese_is_set(text: str, width: int, expected: list[str]) -> None:
    assert wrap(text, width) == expected


def test_columns_stand_side_by_side() -> None:
    assert columns(["指标一二", "5%"], (4, 6), right=1) == ["指标      5%", "一二"]


# -- changes and explanations ---------------------------------------------------


def test_changes_are_marked_and_counted(ledger: Ledger) -> None:
    new = replace(
        ledger,
        figures=(replace(ledger.figures[0], unit="万元"), *ledger.figures[1:]),
        targets=ledger.targets[1:],
    )
    page = lines(changes.dumps(diff(ledger, new), Say("zh")))
    assert page == [
        "~ 指标 地区生产总值：718.4亿元",
        "    unit: 元 → 万元",
        "- 目标 地区生产总值：地区生产总值增长5.5%左右",
        "增加 0，减少 1，改变 1。",
    ]
    assert lines(changes.dumps([], Say("en"))) == ["No difference."]


def test_changes_fit(ledger: Ledger) -> None:
    page = lines(changes.dumps(diff(ledger, stretched(ledger)), Say("zh")))
    assert max(map(cell_len, page)) <= 80


class Read(NamedTuple):
    """An explanation as the reader gives it."""

    text: str
    start: int
    end: int
    slots: tuple[tuple[str, str, str], ...]


def test_an_explanation_names_slot_value_and_rule() -> None:
    found = [Read("3000P", 4, 9, (("value", "3000", "阿拉伯数字，没有倍数"), ("rule", "x", LONG)))]
    page = lines(explanation.dumps("新增算力3000P", found, Say("zh")))
    assert page[0] == "新增算力3000P"
    assert page[2].startswith("3000P ")
    assert page[2].endswith("第 5—9 字")
    assert page[3].split() == ["数值", "3000", "“阿拉伯数字，没有倍数”"]
    assert max(map(cell_len, page)) <= 80


def test_nothing_to_explain_is_said() -> None:
    assert "没有读出数字" in explanation.dumps("大家好", [], Say("zh"))


# -- waiting --------------------------------------------------------------------


def test_nothing_is_shown_where_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    with bar.waiting("正在读"):
        time.sleep(0.01)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("terminal", ["none", "dumb"])
def test_no_bar_where_it_could_not_move(monkeypatch: pytest.MonkeyPatch, terminal: str) -> None:
    monkeypatch.setattr(bar, "_PATIENCE", 0.0)
    drawn: list[str] = []
    monkeypatch.setattr(bar, "_bar", drawn.append)
    monkeypatch.setenv("TERM", terminal)
    if terminal == "none":
        monkeypatch.setattr("sys.stderr", None)
    else:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    with bar.waiting("正在读"):
        time.sleep(0.05)
    assert drawn == []


@pytest.mark.parametrize(("patience", "shown"), [(0.0, True), (30.0, False)])
def test_the_bar_comes_only_after_a_while(
    monkeypatch: pytest.MonkeyPatch, patience: float, *, shown: bool
) -> None:
    started: list[str] = []
    stopped: list[bool] = []

    class Bar:
        def stop(self) -> None:
            stopped.append(True)

    def make(what: str) -> Bar:
        started.append(what)
        return Bar()

    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(bar, "_PATIENCE", patience)
    monkeypatch.setattr(bar, "_bar", make)
    with bar.waiting("正在读"):
        time.sleep(0.1)
    assert bool(started) == bool(stopped) == shown


def test_the_bar_is_drawn_and_taken_away(capsys: pytest.CaptureFixture[str]) -> None:
    progress = bar._bar("正在读 云山[2025].txt")  # noqa: SLF001  its drawing has no other door
    progress.stop()
    assert capsys.readouterr().out == ""
