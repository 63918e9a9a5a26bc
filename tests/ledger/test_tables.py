"""CSV and XLSX: what an official sees when the file opens."""

from __future__ import annotations

import csv as reader
import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from duban.ledger import jsonl
from duban.ledger.labels import label
from duban.ledger.table import csv, xlsx
from duban.ledger.table.columns import COMMITMENTS, FIGURES, OUTLINE, TARGETS, columns
from duban.ledger.table.tables import TABLES
from duban.model import Action, Kind, Measure, Nature, Operator, Role, Status, UserError

if TYPE_CHECKING:
    from duban.model import Ledger

Rows = list[dict[str, object]]


def csv_rows(text: str) -> list[dict[str, str]]:
    return list(reader.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def sheet(raw: bytes, name: str) -> Rows:
    heading, *rows = (
        CalamineWorkbook.from_filelike(io.BytesIO(raw)).get_sheet_by_name(name).to_python()
    )
    return [dict(zip(map(str, heading), row, strict=True)) for row in rows]


def with_sentence(ledger: Ledger, sentence: str) -> Ledger:
    figure = msgspec.structs.replace(ledger.figures[0], sentence=sentence)
    return msgspec.structs.replace(ledger, figures=(figure,))


# -- words ------------------------------------------------------------------


@pytest.mark.parametrize("kind", [Action, Kind, Measure, Nature, Operator, Role, Status])
def test_every_member_has_a_chinese_word_of_its_own(kind: type[Measure]) -> None:
    words = [label(member) for member in kind]
    assert all(re.fullmatch("[一-鿿]+", word) for word in words)
    assert len(set(words)) == len(words)
    assert [label(member, "en") for member in kind] == [member.value for member in kind]


def test_equal_strings_of_different_enumerations_keep_their_words() -> None:
    assert label(Measure.CHANGE) != label(Action.CHANGE)


@pytest.mark.parametrize("keys", [FIGURES, TARGETS, COMMITMENTS, OUTLINE])
def test_every_column_says_what_it_holds(keys: str) -> None:
    for column in columns(keys):
        assert column.heading("zh") != column.heading("en")
        assert column.explanation("zh")
        assert column.explanation("en")


# -- CSV --------------------------------------------------------------------


def test_csv_begins_with_a_mark_and_ends_lines_as_spreadsheets_do(ledger: Ledger) -> None:
    text = csv.dumps(ledger)
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")


def test_csv_of_figures_has_value_unit_and_sentence(ledger: Ledger) -> None:
    row = csv_rows(csv.dumps(ledger, only="figures"))[0]
    assert row["指标"] == "地区生产总值"
    assert row["原文数字"] == "718.4亿元"
    assert row["数值"] == "71840000000"
    assert row["单位"] == "元"
    assert row["性质"] == "数值"
    assert row["状态"] == "实际"
    assert row["原文句子"].startswith("全市地区生产总值718.4亿元")
    assert row["章节"] == "一、2024年工作回顾 / （一）经济运行稳中向好"


def test_csv_of_everything_says_which_row_is_what(ledger: Ledger) -> None:
    rows = csv_rows(csv.dumps(ledger))
    count = {kind: sum(row["类别"] == kind for row in rows) for kind in ("指标", "目标", "任务")}
    assert count == {
        "指标": len(ledger.figures),
        "目标": len(ledger.targets),
        "任务": len(ledger.commitments),
    }
    target = next(row for row in rows if row["类别"] == "目标")
    assert (target["原文数字"], target["要求"], target["力争"]) == ("5.5%", "左右", "力争更好结果")


def test_csv_in_english_uses_the_words_of_the_ledger(ledger: Ledger) -> None:
    row = csv_rows(csv.dumps(ledger, only="figures", language="en"))[1]
    assert (row["indicator"], row["measure"], row["status"]) == ("地区生产总值", "change", "actual")


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t=", "\r+", " -", "＝"])
def test_csv_runs_no_formula(ledger: Ledger, lead: str) -> None:
    danger = lead + 'HYPERLINK("x")'
    row = csv_rows(csv.dumps(with_sentence(ledger, danger), only="figures"))[0]
    assert row["原文句子"] == "'" + danger


@pytest.mark.parametrize("number", ["-3.5%", "+2", "-7"])
def test_csv_leaves_numbers_as_they_are(ledger: Ledger, number: str) -> None:
    row = csv_rows(csv.dumps(with_sentence(ledger, number), only="figures"))[0]
    assert row["原文句子"] == number


def test_csv_keeps_a_negative_value(ledger: Ledger) -> None:
    rows = csv_rows(csv.dumps(ledger, only="figures"))
    assert "-3.5" in [row["数值"] for row in rows]


@given(sentence=st.text())
def test_csv_keeps_any_sentence(ledger: Ledger, sentence: str) -> None:
    row = csv_rows(csv.dumps(with_sentence(ledger, sentence), only="figures"))[0]
    assert row["原文句子"].removeprefix("'") == sentence.removeprefix("'")


# -- XLSX -------------------------------------------------------------------


def test_the_workbook_has_its_five_sheets(ledger: Ledger) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.dumps(ledger)))
    assert book.sheet_names == ["指标", "目标", "任务", "章节", "说明"]


def test_figures_are_numbers_with_units_of_their_own(ledger: Ledger) -> None:
    rows = sheet(xlsx.dumps(ledger), "指标")
    assert [row["数值"] for row in rows] == [float(figure.value) for figure in ledger.figures]
    assert [row["单位"] for row in rows] == [figure.unit for figure in ledger.figures]
    assert [row["原文数字"] for row in rows] == [figure.text for figure in ledger.figures]
    assert [row["原文句子"] for row in rows] == [figure.sentence for figure in ledger.figures]


def test_a_percentage_stays_a_percentage(ledger: Ledger) -> None:
    rows = sheet(xlsx.dumps(ledger), "目标")
    assert (rows[0]["数值"], rows[0]["单位"]) == (5.5, "%")
    assert rows[4]["数值"] == ""


def test_commitments_show_numbers_deadline_and_unit(ledger: Ledger) -> None:
    rows = sheet(xlsx.dumps(ledger), "任务")
    assert rows[0]["数量"] == "326项、158亿元"
    assert (rows[3]["期限"], rows[3]["责任单位"]) == ("2025-06-30", "市商务局")


def test_the_outline_counts_what_a_section_holds(ledger: Ledger) -> None:
    rows = sheet(xlsx.dumps(ledger), "章节")
    assert [row["指标数"] for row in rows[:3]] == [11, 9, 2]
    assert [row["任务数"] for row in rows[5:]] == [4, 2, 1]


def test_the_notes_name_source_corrections_and_doubts(ledger: Ledger) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(xlsx.dumps(ledger)))
    cells = [cell for row in book.get_sheet_by_name("说明").to_python() for cell in row]
    assert ledger.source.sha256 in cells
    assert ledger.corrections[0].reason in cells
    assert "累计新增：名称比数值少，都记在同一名称下；可能漏写了名称" in cells


def test_headings_are_frozen_filtered_and_repeated_in_print(ledger: Ledger) -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx.dumps(ledger))) as book:
        first = book.read("xl/worksheets/sheet1.xml").decode()
        names = book.read("xl/workbook.xml").decode()
        comments = book.read("xl/comments1.xml").decode()
    assert 'state="frozen"' in first
    assert "<autoFilter ref=" in first
    assert "_xlnm.Print_Titles" in names
    assert "indicator" in comments


def test_only_writes_one_sheet_and_the_notes(ledger: Ledger) -> None:
    raw = xlsx.dumps(ledger, only="targets", language="en")
    book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
    assert book.sheet_names == ["targets", "notes"]


def test_equal_ledgers_are_equal_bytes(ledger: Ledger, golden: str) -> None:
    assert xlsx.dumps(ledger) == xlsx.dumps(jsonl.loads(golden))


def test_no_text_becomes_a_formula_or_a_link(ledger: Ledger) -> None:
    for danger in ("=1+1", "http://example.invalid/", "{=1}", "'=1"):
        raw = xlsx.dumps(with_sentence(ledger, danger))
        assert sheet(raw, "指标")[0]["原文句子"] == danger
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


def test_a_sentence_longer_than_a_cell_is_cut_and_says_so(ledger: Ledger) -> None:
    cell = str(sheet(xlsx.dumps(with_sentence(ledger, "长" * 40_000)), "指标")[0]["原文句子"])
    assert cell.startswith("长" * 1000)
    assert cell.endswith("（原文过长，余略）")


def test_a_number_beyond_a_double_stays_digits(ledger: Ledger) -> None:
    figure = msgspec.structs.replace(ledger.figures[0], value=Decimal("9" * 400))
    raw = xlsx.dumps(msgspec.structs.replace(ledger, figures=(figure,)))
    assert sheet(raw, "指标")[0]["数值"] == "9" * 400


def test_more_rows_than_a_sheet_holds_are_refused(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "_MOST_ROWS", 5)
    with pytest.raises(UserError, match="LD006"):
        xlsx.dumps(ledger)


@settings(max_examples=25, deadline=None)
@given(words=st.text())
def test_any_words_make_a_workbook_that_opens(ledger: Ledger, words: str) -> None:
    odd = msgspec.structs.replace(
        with_sentence(ledger, words), masthead=msgspec.structs.replace(ledger.masthead, title=words)
    )
    assert len(sheet(xlsx.dumps(odd, only="figures"), "指标")) == 1


@pytest.mark.parametrize("name", TABLES)
def test_tables_have_a_cell_for_every_column(ledger: Ledger, name: str) -> None:
    table = TABLES[name](ledger, "zh")
    assert table.rows
    assert all(len(row) == len(table.columns) for row in table.rows)
