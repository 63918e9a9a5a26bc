"""So many years in a row since a year agree with the year that the report speaks of.

Finds: 自2015年以来连续8年 in a review of 2024: from 2015 to 2024 there are ten years, or nine
after the first; and more quarters in a row than the years between can hold.
Why: such a count is carried over from last year's report and easily left as it was.
Example: 2026年报告回顾2025年，写自2018年以来连续6年增产: there are eight.
Do: count again from the year named to the year reviewed.
Silent: where no year is named, and where either way of counting (the first year in or out) fits.

———

从某年起连续若干年，与报告所说的年份相合。

发现：回顾2024年时写“自2015年以来连续8年”：从2015年到2024年有十年，不算首年是九年；或者连续的季度数超出所经过的年数。
为什么：这类年数常从上年报告照抄，忘了加一。
例子：2026年报告回顾2025年，写自2018年以来连续6年增产：应为八年。
怎么办：从所写的年份数到所回顾的年份，重新数一遍。
不报：没有写明起始年份；两种数法（首年算或不算）有一种相符。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault, holds
from duban.grammar.numeral import parse_number
from duban.model import Role, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "years-in-a-row-do-not-count"
SEVERITY = Severity.WARNING

_ROW = re.compile(
    r"(?P<year>(?:19|20)\d\d)年(?:以来|起|开始|后)，?[^，。；\n最]{0,12}?(?:已)?连续第?"
    r"(?P<count>\d{1,2}|[一二两三四五六七八九十]{1,3})(?:年|个?(?P<quarters>季度))"
)
_QUARTERS = 4


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every count of years or quarters in a row since a year."""
    if "连续" not in report.folded:
        return
    for found in _ROW.finditer(report.folded):
        until = _until(report, found.start())
        if until is not None:
            yield _weigh(found, until)


def _until(report: Report, at: int) -> int | None:
    """Return the last year that the passage speaks of; None where it is not a review of one."""
    section = report.sections.get(report.section_at(at))
    if section is None or section.years is None or section.role is not Role.REVIEW:
        return None
    return section.years[1]


def _weigh(found: re.Match[str], until: int) -> Outcome:
    first, count = int(found["year"]), int(parse_number(found["count"])[0])
    years = until - first
    at = Span(*found.span())
    if found["quarters"]:
        fits, equation = count <= _QUARTERS * (years + 1), f"{count} ≤ 4 × {years + 1}"
    else:
        fits, equation = count in {years, years + 1}, f"{until} − {first} = {years}"
    if fits:
        return holds(at, equation)
    return fault(
        at,
        zh=f"从{first}年到{until}年有{years + 1}年，不算首年{years}年，此处写{found['count']}。",
        en=f"From {first} to {until} there are {years + 1} years, {years} after the first; "
        f"{found['count']} is written.",
        equation=equation,
    )
