"""Numbers and bullets at the head of a line."""

from __future__ import annotations

import pytest

from duban.outline.marks import ORDINALS, read_mark


@pytest.mark.parametrize(
    ("line", "kind", "ordinal", "number"),
    [
        ("第一部分 回顾", "part", 1, "第一部分"),
        ("第3章 任务", "chapter", 3, "第3章"),
        ("第二节 目标", "clause", 2, "第二节"),
        ("一、工作回顾", "hanzi", 1, "一、"),
        ("二十一、工作", "hanzi", 21, "二十一、"),
        ("三.工作", "hanzi", 3, "三."),
        ("四　工作回顾", "hanzi", 4, "四"),
        ("五", "hanzi", 5, "五"),
        ("（六）改革", "hanzi_paren", 6, "（六）"),
        ("七）改革", "hanzi_paren", 7, "七）"),
        ("㈧改革", "hanzi_paren", 8, "㈧"),
        ("9.教育", "digit", 9, "9."),
        ("10、教育", "digit", 10, "10、"),
        ("1 生态环境", "digit", 1, "1"),
        ("2.2025年底前完成", "digit", 2, "2."),
        ("（3）教育", "digit_paren", 3, "（3）"),
        ("4）教育", "digit_paren", 4, "4）"),
        ("⑸教育", "digit_paren", 5, "⑸"),
        ("⑥教育", "circle", 6, "⑥"),
        ("一是稳增长", "item", 1, "一是"),
        ("二要抓改革", "item", 2, "二要"),
        ("第三，抓开放", "ordinal", 3, "第三，"),
        ("首先，抓开放", "sequence", 1, "首先，"),
        ("——经济增长", "dash", 0, "——"),
        ("--经济增长", "dash", 0, "--"),
    ],
)
def test_mark(line: str, kind: str, ordinal: int, number: str) -> None:
    mark = read_mark(line, 0, len(line))
    assert mark is not None
    assert (mark.kind, mark.ordinal, line[: mark.end]) == (kind, ordinal, number)


@pytest.mark.parametrize(
    "line",
    [
        "二、三产业增加值",
        "一、二、三次产业",
        "第一产业增加值",
        "2.85倍",
        "3.5万户居民",
        "三要素",
        "一九八五年",
        "三一、工作",
        "5%左右",
        "工作回顾",
        "-5",
    ],
)
def test_no_mark(line: str) -> None:
    assert read_mark(line, 0, len(line)) is None


def test_ordinals_run_from_one_to_ninety_nine() -> None:
    assert sorted(ORDINALS.values()) == list(range(1, 100))
    assert ORDINALS["九十九"] == 99
