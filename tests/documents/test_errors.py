"""The table of faults and its messages."""

from __future__ import annotations

from string import Formatter

import pytest

from duban.documents.errors import FAULTS, UNSUPPORTED, Fault, not_a_report


def places(template: str) -> set[str]:
    return {field for _, field, _, _ in Formatter().parse(template) if field}


def test_codes_are_unique_and_leave_no_gap() -> None:
    assert [f.code for f in FAULTS] == [f"DC{n:03}" for n in range(1, len(FAULTS) + 1)]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.code)
def test_both_languages_name_the_file_and_the_same_facts(fault: Fault) -> None:
    assert places(fault.zh) == places(fault.en)
    assert "name" in places(fault.zh)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.code)
def test_every_message_says_what_to_do(fault: Fault) -> None:
    assert "请" in fault.zh
    assert fault.zh.endswith("。")
    assert fault.en.count(".") >= 2 or "then" in fault.en


def test_a_pair_is_said_in_each_language() -> None:
    error = UNSUPPORTED.error(
        name="a.ofd", kind=("版式文件", "a layout"), remedy=("导出", "export it")
    )

    assert error.message("zh") == "“a.ofd”是版式文件，不能直接读取。请先导出，再读取得到的文件。"
    assert "is a layout" in error.message("en")


def test_a_name_may_hold_braces() -> None:
    assert "{0}{x}.txt" in not_a_report("{0}{x}.txt").zh


def test_a_file_that_is_no_report_has_its_code() -> None:
    assert not_a_report("菜谱.txt").code == "DC020"
