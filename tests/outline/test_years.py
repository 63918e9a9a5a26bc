"""The years that words speak of, and the years of reports."""

from __future__ import annotations

import pytest

from duban.outline.report_year import year_in_file, year_in_text, year_of_date, year_of_headings
from duban.outline.sessions import session_year
from duban.outline.years import years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2025年工作回顾", (2025, 2025)),
        ("一九八四年工作的回顾", (1984, 1984)),
        ("“十四五”时期和2025年工作回顾", (2021, 2025)),
        ("2025年和“十四五”时期工作回顾", (2025, 2025)),
        ("第七个五年计划的任务", (1986, 1990)),
        ("第七个五年计划前两年的执行情况", (1986, 1987)),
        ("“十五五”规划的第一年", (2026, 2026)),
        ("“十四五”时期和“十五五”规划的第一年", (2021, 2026)),
        ("2021—2025年发展目标", (2021, 2025)),
        ("2030至2026年", (2026, 2030)),
        ("过去五年工作回顾", (2021, 2025)),
        ("三年来的工作", (2023, 2025)),
        ("今后五年的任务", (2026, 2030)),
        ("过去一年工作回顾", (2025, 2025)),
        ("去年工作", (2025, 2025)),
        ("今年工作", (2026, 2026)),
        ("明年的任务", (2027, 2027)),
        ("重点工作", None),
        ("第十四届", None),
    ],
)
def test_years_in(text: str, years: tuple[int, int] | None) -> None:
    assert years_in(text, 2026) == years


def test_relative_years_need_the_report_s_own() -> None:
    assert years_in("去年工作", None) is None
    assert years_in("2025年工作", None) == (2025, 2025)


@pytest.mark.parametrize(
    ("titles", "year"),
    [
        (["2024年工作回顾", "2025年工作安排"], 2025),
        (["二〇二四年工作回顾", "着力扩大内需"], 2025),
        (["“十五五”时期目标", "2026年重点工作"], 2026),
        (["2035年远景目标"], None),
        (["工作回顾"], None),
    ],
)
def test_year_of_headings(titles: list[str], year: int | None) -> None:
    assert year_of_headings(titles) == year


@pytest.mark.parametrize(("date", "year"), [("2025-01-08", 2025), ("2021-12-28", 2022), ("", None)])
def test_year_of_date(date: str, year: int | None) -> None:
    assert year_of_date(date) == year


@pytest.mark.parametrize(
    ("name", "year"),
    [("haibei-2019.txt", 2019), ("二〇一九年.txt", 2019), ("20190311.txt", None), ("a.txt", None)],
)
def test_year_in_file(name: str, year: int | None) -> None:
    assert year_in_file(name) == year


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023年增长。2023年完成。2023年建成。今年要再建。", 2024),
        ("2023年增长。2023年完成。2022年基数。2022年落后。", 2023),
        ("2024年增长。2024年完成。到2030年、2030年、2030年、2030年达标。", 2025),
        ("高质量编制“十五五”规划。", 2025),
        ("没有年份。", None),
    ],
)
def test_year_in_text(text: str, year: int | None) -> None:
    assert year_in_text(text) == year


@pytest.mark.parametrize(
    ("congress", "session", "year"),
    [
        (1, 1, 1954),
        (2, 3, 1962),
        (5, 1, 1978),
        (5, 5, 1982),
        (14, 4, 2026),
        (14, 6, None),
        (4, 2, None),
    ],
)
def test_session_year(congress: int, session: int, year: int | None) -> None:
    assert session_year(congress, session) == year
