"""Tables of observations: what offices write is read, and what is wrong is told by row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from duban.assess.table import read_observations
from duban.assess.table.periods import Period, period
from duban.model import Measure, Series, UserError

if TYPE_CHECKING:
    from pathlib import Path


def csv(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "observations.csv"
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025", Period(2025, 12, 0)),
        ("2025年", Period(2025, 12, 0)),
        ("2025-06", Period(2025, 6, 1)),
        ("2025年6月", Period(2025, 6, 1)),
        ("2025年1—6月", Period(2025, 6, 0)),
        ("2025年4-6月", Period(2025, 6, 3)),
        ("2025年上半年", Period(2025, 6, 0)),
        ("2025年前三季度", Period(2025, 9, 0)),
        ("2025Q2", Period(2025, 6, 3)),
        ("2025年二季度", Period(2025, 6, 3)),
        ("2025年13月", None),
        ("去年", None),
    ],
)
def test_period(text: str, expected: Period | None) -> None:
    assert period(text) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_csv_file_is_read(tmp_path: Path, encoding: str) -> None:
    text = (
        "指标,时间,数值,单位,地区,系列\n"
        "地区生产总值,2025年1—6月,302.5,亿元,,\n"
        "GDP,2025年上半年,5.2%,,全国,\n"
    )
    first, second = read_observations(csv(tmp_path, text, encoding))

    assert (first.value, first.unit, first.month) == (Decimal(30250000000), "元", 6)
    assert first.measure is Measure.LEVEL
    assert (second.value, second.unit, second.area) == (Decimal("5.2"), "%", "全国")
    assert (second.measure, second.series) == (Measure.CHANGE, Series.ACTUAL)


def test_single_months_are_summed(tmp_path: Path) -> None:
    text = "指标,时间,数值,单位,口径\n" + "".join(
        f"城镇新增就业,2025-{month:02},{month * 100},人,当月\n" for month in (1, 2, 3)
    )
    assert [o.value for o in read_observations(csv(tmp_path, text))] == [100, 300, 600]


def test_single_quarters_are_summed(tmp_path: Path) -> None:
    text = (
        "指标,时间,数值,单位,口径\n"
        "固定资产投资,2025Q1,10,亿元,当季\n"
        "固定资产投资,2025Q2,15,亿元,当季\n"
    )
    found = read_observations(csv(tmp_path, text))
    assert [o.month for o in found] == [3, 6]
    assert [o.value for o in found] == [1_000_000_000, 2_500_000_000]


def test_a_workbook_is_read(tmp_path: Path) -> None:
    path = tmp_path / "observations.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["指标", "时间", "数值", "单位"])
        sheet.write_row(1, 0, ["城镇新增就业", "2025年1—9月", 7400, "人"])
        sheet.write(2, 0, "城镇登记失业率")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_datetime(2, 1, dt.date(2025, 9, 30), day)
        sheet.write_row(2, 2, [2.4, "%"])
    jobs, unemployment = read_observations(path)
    assert jobs.month == 9
    assert jobs.value == 7400
    assert (unemployment.year, unemployment.month) == (2025, 9)


def code_of(path: Path) -> tuple[str, str]:
    with pytest.raises(UserError) as caught:
        read_observations(path)
    return caught.value.code, caught.value.zh


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    code, zh = code_of(csv(tmp_path, "指标,数值\nGDP,5\n"))
    assert code == "OB002"
    assert "时间" in zh


def test_every_wrong_row_is_told_at_once(tmp_path: Path) -> None:
    text = (
        "指标,时间,数值,单位,口径\n"
        "GDP,2025年1—6月,5.2,%,\n"
        ",2025年1—6月,5.2,%,\n"
        "GDP,明年,5.2,%,\n"
        "GDP,2025年1—6月,很高,%,\n"
        "GDP,2025年1—6月,5.2,%,大概\n"
        "固定资产投资,2025年2月,3,亿元,当月\n"
    )
    code, zh = code_of(csv(tmp_path, text))
    assert code == "OB003"
    assert "有 5 行" in zh
    for row, words in ((3, "没有指标名称"), (4, "明年"), (5, "很高"), (6, "大概"), (7, "缺少")):
        assert f"第 {row} 行" in zh
        assert words in zh


@pytest.mark.parametrize("data", [b"PK\x03\x04broken", b"\xff\xff\xff\x00"])
def test_what_is_no_table_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "observations.xlsx"
    path.write_bytes(data)
    assert code_of(path)[0] in {"OB001", "OB002"}


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.csv")[0] == "OB001"
