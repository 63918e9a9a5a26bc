"""No target asks for better than the best grade.

Finds: 以上, 优于 and the like after a grade above which there is none: 水质Ⅰ类以上, 特级以上,
空气质量一级以上, 五星级以上.
Why: nothing lies above the best grade; either the bound or the grade is wrong.
Example: 云河水质保持在Ⅰ类以上: either Ⅰ类, or Ⅱ类以上.
Do: strike out the bound, or put the grade that was meant.
Silent: for grades with a better one above them: Ⅲ类以上 is Ⅰ to Ⅲ; 二级以上医院.

———

目标不高过最高一级。

发现：最高一级后面又有“以上”“优于”：水质Ⅰ类以上、特级以上、空气质量一级以上、五星级以上。
为什么：最高一级之上没有别的级；不是界限多写了，就是级别写错了。
例子：云河水质保持在Ⅰ类以上：或是“Ⅰ类”，或是“Ⅱ类以上”。
怎么办：删去界限词，或者改成本意的级别。
不报：上面还有更高级别的：Ⅲ类以上即Ⅰ至Ⅲ类；二级以上医院。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "grade-above-best"
SEVERITY = Severity.ERROR
_GRADE = r"(?P<grade>[ⅠⅡⅢⅣⅤIV一二三四五]+类|[一二三四特]级|优级|[五5]星级|[5五]A级|AAAAA级?)"
_ABOVE = re.compile(rf"{_GRADE}(?:标准|水质|水体)?(?:或|及|或者)?(?:以上|优于)")
_BETTER = re.compile(rf"(?:优于|好于|高于)(?:国家|地表水)?{_GRADE}")
_SIGNS = ("以上", "优于", "好于", "高于")
_BEFORE = frozenset("类级或及者准质体A")  # a grade's last characters, and what may follow it
_NEAR = 12  # characters around a sign that hold its grade
_WATER = re.compile(r"水[质体]|断面|河|江|湖|水库|流域|水源")
_AIR = re.compile(r"空气|大气")
_REACH = 40  # characters before a grade in which it is said what is graded
_TOP = frozenset(("特级", "五星级", "5星级", "5A级", "五A级", "AAAAA", "AAAAA级"))
_ONE = frozenset(("Ⅰ类", "I类", "一类"))
_ORDER = {"Ⅰ": 1, "I": 1, "一": 1, "Ⅱ": 2, "II": 2, "二": 2, "Ⅲ": 3, "III": 3, "三": 3}


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every grade of water, air, hotels and sights with a bound above it."""
    seen = -1
    for at in sorted(_signs(report.folded)):
        start, end = max(0, at - _NEAR, seen), at + _NEAR
        above = list(_ABOVE.finditer(report.folded, start, at + 2))
        found = above[-1] if above else _BETTER.match(report.folded, at, end)
        if found and found.start() <= at <= found.end():
            seen = found.end()
            yield from _judge(report, found)


def _signs(text: str) -> Iterator[int]:
    """Yield where the text speaks of a bound above a grade."""
    for sign in _SIGNS:
        at = text.find(sign)
        while at >= 0:
            if sign != "以上" or text[at - 1] in _BEFORE:
                yield at
            at = text.find(sign, at + 1)


def _judge(report: Report, found: re.Match[str]) -> Iterator[Outcome]:
    grade, at = found["grade"], Span(*found.span())
    before = report.folded[max(0, found.start() - _REACH) : found.start()]
    before = re.split(r"[。；\n]", before)[-1]
    if _best(grade, before):
        yield fault(
            at,
            zh=f"{grade}已是最高一级，“{at.of(report.text)}”无从达到。",
            en=f"{grade} is the best grade; nothing lies above it.",
        )
    elif grade.endswith("类") and _WATER.search(before) and grade[:-1] in _ORDER:
        last = _ORDER[grade[:-1]]
        yield holds(at, f"1 ≤ {last}")


def _best(grade: str, before: str) -> bool:
    if grade in _TOP:
        return True
    if grade in _ONE:
        return bool(_WATER.search(before))
    clause = before.rpartition("，")[2]  # a hospital may follow the air
    return grade in {"一级", "优级"} and bool(_AIR.search(clause))
