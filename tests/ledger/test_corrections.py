"""A person's corrections: applied, recorded, and refused where they are not clear."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from duban.ledger import jsonl
from duban.ledger.corrections import apply, find, load
from duban.model import Action, Comparator, Figure, Kind, Ledger, Measure, Status, UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Correct = Callable[[str], Ledger]


@pytest.fixture
def correct(tmp_path: Path, ledger: Ledger, report: str) -> Correct:
    """Apply the text of a corrections file to the ledger."""

    def run(text: str) -> Ledger:
        path = tmp_path / "yunshan.corrections.yml"
        path.write_text(text, "utf-8")
        return apply(ledger, report, load(path))

    return run


def figure_at(ledger: Ledger, words: str) -> Figure:
    return next(figure for figure in ledger.figures if figure.text == words)


# -- change -------------------------------------------------------------------


def test_a_change_sets_fields_and_carries_its_reason(correct: Correct, ledger: Ledger) -> None:
    after = correct(
        "- action: change\n  text: 46.08亿元\n  set: {indicator: 地方财政收入, period: '2024'}\n"
        "  reason: 与决算口径一致\n"
    )
    figure = figure_at(after, "46.08亿元")
    assert (figure.indicator, figure.period) == ("地方财政收入", "2024")
    assert figure.corrected == "与决算口径一致"
    (record,) = after.corrections
    assert (record.action, record.entry) == (Action.CHANGE, figure.id)
    assert record.was == figure_at(ledger, "46.08亿元")


def test_digits_stay_as_they_were_written(correct: Correct) -> None:
    after = correct("- {action: change, text: 5.2%, set: {value: '5.20'}, reason: 公报两位小数}")
    figure = figure_at(after, "5.2%")
    assert str(figure.value) == "5.20"
    assert figure.step == Decimal("0.1")


@pytest.mark.parametrize(
    ("values", "step"),
    [("value: '-3.5'", "0.1"), ("value: 3.5", "0.1"), ("value: 3.55", "0.01"), ("value: 3", "1")],
)
def test_a_new_value_has_the_step_of_its_own_digits(
    correct: Correct, values: str, step: str
) -> None:
    after = correct(f"- {{action: change, text: 3.5%, set: {{{values}}}, reason: 公报}}")
    assert figure_at(after, "3.5%").step == Decimal(step)


def test_a_field_is_emptied_with_an_empty_value(correct: Correct) -> None:
    after = correct("- {action: change, text: 60至80公里, set: {value_max: ''}, reason: 取下限}")
    assert figure_at(after, "60至80公里").value_max is None


def test_targets_and_commitments_are_corrected_by_type(correct: Correct) -> None:
    after = correct(
        "- {action: change, type: target, text: 居民收入增长与经济增长同步,"
        " set: {operator: sync_approx, nature: expected}, reason: 纲要如此}\n"
        "- {action: change, type: commitment, text: 健全群众诉求快速响应机制,"
        " set: {kind: deliverable, units: [市信访局, 市政务局]}, reason: 已列清单}\n"
    )
    assert after.targets[4].operator == "sync_approx"
    assert after.commitments[5].kind is Kind.DELIVERABLE
    assert after.commitments[5].units == ("市信访局", "市政务局")


@pytest.mark.parametrize(
    "place",
    [
        "text: 2%, sentence: 收入增长2%",
        "text: 2%, occurrence: 2",
        "start: 301, end: 303",
        "text: 2%, start: 301, end: 303",
    ],
)
def test_one_of_two_alike_is_named_by_passage_number_or_offset(
    correct: Correct, place: str
) -> None:
    after = correct(f"- {{action: change, {place}, set: {{area: 湖东}}, reason: 仅湖东}}")
    assert [f.area for f in after.figures if f.text == "2%"] == ["", "湖东"]


# -- drop ---------------------------------------------------------------------


def test_a_dropped_entry_stays_visible(correct: Correct, ledger: Ledger) -> None:
    after = correct("- {action: drop, text: 326项, reason: 名称中的数}")
    assert len(after.figures) == len(ledger.figures) - 1
    (record,) = after.corrections
    assert record.action is Action.DROP
    assert record.was == figure_at(ledger, "326项")
    assert record.reason == "名称中的数"


def test_nothing_names_a_dropped_figure(correct: Correct, ledger: Ledger) -> None:
    after = correct(
        "- {action: drop, text: 326项, reason: 名称}\n- {action: drop, text: 5.5%, reason: 误读}\n"
    )
    assert after.commitments[0].figures == (figure_at(ledger, "158亿元").id,)
    assert after.targets[0].figure == ""


# -- add ----------------------------------------------------------------------


def test_an_added_figure_is_read_from_its_characters(correct: Correct, report: str) -> None:
    after = correct(
        "- {action: drop, text: 46.08亿元, reason: 漏了多字}\n"
        "- {action: add, text: 46.08亿, set: {indicator: 收入, measure: level, status: actual},"
        " reason: 单位另说}\n"
    )
    figure = figure_at(after, "46.08亿")
    assert (figure.value, figure.step, figure.unit) == (Decimal(4608000000), Decimal(1000000), "")
    assert report[figure.start : figure.end] == "46.08亿"
    assert figure.sentence.startswith("全市地区生产总值")
    assert figure.sentence.endswith("下降3.5%。")
    assert figure.id == f"F{figure.start}"
    assert figure.section == "S67"
    assert [record.action for record in after.corrections] == [Action.DROP, Action.ADD]


def test_an_added_figure_may_set_its_value(correct: Correct) -> None:
    after = correct(
        "- {action: add, text: 青川湾大桥, set: {value: '1', unit: 座, indicator: 大桥,"
        " measure: level, status: target, comparator: '='}, reason: 一座}\n"
    )
    figure = figure_at(after, "青川湾大桥")
    assert (figure.value, figure.step, figure.unit) == (Decimal(1), Decimal(1), "座")
    assert figure.measure is Measure.LEVEL
    assert figure.comparator is Comparator.EQUAL


def test_entries_stay_in_the_order_of_the_text(correct: Correct) -> None:
    after = correct(
        "- {action: add, text: 第五届, set: {value: '5', indicator: 届次, measure: level,"
        " status: actual}, reason: 试}\n"
    )
    assert after.figures[0].text == "第五届"
    assert after.figures[0].section == ""


def test_what_is_added_is_linked(correct: Correct, report: str) -> None:
    after = correct(
        "- {action: drop, text: 5.5%, reason: 换写法}\n"
        "- {action: add, text: 增长5.5%, set: {value: 5.5, unit: '%', indicator: 地区生产总值,"
        " measure: change, status: target}, reason: 连动词}\n"
        "- {action: drop, type: commitment, text: 建成青川湾大桥, reason: 并入下条}\n"
        "- {action: drop, type: commitment, text: 年内新建农村公路60至80公里, reason: 并入上条}\n"
        "- {action: add, type: commitment, text: 建成青川湾大桥，年内新建农村公路60至80公里,"
        " set: {kind: quantified, verb: 建成}, reason: 一家负责}\n"
    )
    figure = figure_at(after, "增长5.5%")
    assert after.targets[0].figure == figure.id
    added = next(c for c in after.commitments if c.corrected == "一家负责")
    assert added.figures == (figure_at(after, "60至80公里").id,)
    assert added.text == report[added.start : added.end]


def test_an_added_target_finds_its_figure(correct: Correct, ledger: Ledger) -> None:
    after = correct(
        "- {action: add, type: target, text: 实施重点项目326项,"
        " set: {indicator: 重点项目, operator: bare}, reason: 也是目标}\n"
    )
    target = next(t for t in after.targets if t.corrected)
    assert target.figure == figure_at(ledger, "326项").id


def test_a_corrected_ledger_survives_the_round_trip(correct: Correct) -> None:
    after = correct(
        "- {action: drop, text: 326项, reason: 名称}\n"
        "- {action: change, type: target, text: 城镇新增就业8000人以上, set: {stretch: 力争},"
        " reason: 补}\n"
    )
    assert jsonl.loads(jsonl.dumps(after)) == after


def test_no_corrections_change_nothing(correct: Correct, ledger: Ledger) -> None:
    assert correct("") is ledger
    assert correct("[]") is ledger


# -- refused ------------------------------------------------------------------

NEW = "indicator: 甲, measure: level, status: actual"
PLAIN = "action: drop, text: 326项, reason: 试"


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("- action: [", "CR001", "第 1 行"),
        ("- {action: change, text: 5.2%, set: {unit: %}, reason: 试}", "CR001", "加英文引号"),
        ("action: drop", "CR001", "列表"),
        ("- " * 2000 + "x", "CR00", "更正"),
        ("- 只有一句话", "CR002", "第 1 条"),
        (f"- {{{PLAIN}, resaon: 试}}", "CR002", "resaon，可用的是 reason"),
        ("- {action: 删, text: 326项, reason: 试}", "CR002", "action"),
        ("- {action: drop, type: number, text: 326项, reason: 试}", "CR002", "type"),
        ("- {action: drop, reason: 试}", "CR002", "哪一处"),
        ("- {action: drop, start: 3, reason: 试}", "CR002", "哪一处"),
        ("- {action: drop, start: 三, end: 五, reason: 试}", "CR002", "start"),
        ("- {action: drop, text: 326项, occurrence: 0, reason: 试}", "CR002", "occurrence"),
        ("- {action: change, text: 326项, reason: 试}", "CR002", "set"),
        (f"- {{{PLAIN}, set: {{unit: 个}}}}", "CR002", "set"),
        ("- {action: change, text: 326项, set: {untt: 个}, reason: 试}", "CR002", "unit"),
        ("- {action: change, text: 326项, set: {start: 1}, reason: 试}", "CR002", "start"),
        ("- {action: change, text: 326项, set: {measure: 数值}, reason: 试}", "CR002", "level、"),
        ("- {action: change, text: 326项, set: {value: 三百}, reason: 试}", "CR002", "value"),
        ("- {action: change, text: 326项, set: {value: NaN}, reason: 试}", "CR002", "NaN"),
        ("- {action: change, text: 326项, set: {unit: [个]}, reason: 试}", "CR002", "unit"),
        ("- {action: add, text: 林清川, reason: 试}", "CR002", "value"),
        ("- {action: drop, text: 326项}", "CR003", "reason"),
        ("- {action: drop, text: 326项, reason: ' '}", "CR003", "reason"),
        ("- {action: drop, text: 327项, reason: 试}", "CR004", "327项"),
        ("- {action: drop, text: 农村公路, reason: 试}", "CR004", "add"),
        ("- {action: drop, text: 2%, occurrence: 3, reason: 试}", "CR004", "只有 2 处"),
        ("- {action: drop, text: 2%, sentence: 别处, reason: 试}", "CR004", "2%"),
        ("- {action: drop, start: 1, end: 2, reason: 试}", "CR004", "1:2"),
        ("- {action: add, text: 海滨, reason: 试}", "CR004", "报告里没有"),
        ("- {action: add, start: 9, end: 99999, reason: 试}", "CR004", "9:99999"),
        ("- {action: drop, text: 2%, reason: 试}", "CR005", "286、301"),
        ("- {action: add, text: 云山市, reason: 试}", "CR005", "3 处"),
        (f"- {{{PLAIN}}}\n- {{{PLAIN}}}", "CR006", "第 2 条"),
        (f"- {{action: add, text: 26项, set: {{{NEW}}}, reason: 试}}", "CR006", "change"),
    ],
)
def test_what_is_not_clear_is_refused(correct: Correct, text: str, code: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        correct(text)
    assert caught.value.code.startswith(code)
    assert says in caught.value.zh
    assert "yunshan.corrections.yml" in caught.value.zh
    assert "yunshan.corrections.yml" in caught.value.en


def test_the_entry_is_named_by_its_number(correct: Correct) -> None:
    with pytest.raises(UserError) as caught:
        correct(f"- {{{PLAIN}}}\n- {{action: drop, text: 不在, reason: 试}}\n")
    assert "第 2 条" in caught.value.zh
    assert "correction 2" in caught.value.en


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.corrections.yml"
    path.write_bytes("- action: drop # 理由".encode("gb18030"))
    with pytest.raises(UserError, match="CR001"):
        load(path)


# -- found --------------------------------------------------------------------


def test_corrections_are_found_beside_the_report(tmp_path: Path) -> None:
    (tmp_path / "云山2025.corrections.yml").write_text(f"- {{{PLAIN}}}", "utf-8-sig")
    for name in ("云山2025.txt", "云山2025.docx"):
        found = find(tmp_path / name)
        assert found is not None
        assert [edit.text for edit in found.edits] == ["326项"]
        assert found.name == "云山2025.corrections.yml"
    assert find(tmp_path / "云山2024.txt") is None


def test_status_is_an_enumeration_after_correction(correct: Correct) -> None:
    after = correct("- {action: change, text: 326项, set: {status: actual}, reason: 已实施}")
    assert figure_at(after, "326项").status is Status.ACTUAL
