"""Which years words of a report can mean: 去年, a year written beside, a plan, the section's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.reference.plans import plan_number, plan_years

if TYPE_CHECKING:
    from duban.checks.report import Report

_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年")
_AHEAD = re.compile(r"迎接|即将|将迎来|筹备")
_STOPS = "。\n;；"


def sentence_start(report: Report, at: int) -> int:
    """Return where the sentence that holds an offset begins."""
    while at and report.text[at - 1] not in _STOPS:
        at -= 1
    return at


def possible_years(report: Report, at: int) -> tuple[set[int], bool]:
    """Return the years that a statement may be of, and whether its own words say so.

    A year written before it in its sentence is the one; else 今年 and 去年; else its plan; else the
    years of its section, this year and the last.
    """
    before = report.folded[sentence_start(report, at) : at]
    written = _YEAR.findall(before)
    if written:
        return {int(written[-1])}, True
    plan = plan_number(before)
    if plan:
        first, last = plan_years(plan)
        return set(range(first, last + 1)), True
    if not report.year:
        return set(), False
    section = report.sections.get(report.section_at(at))
    if section and section.years:
        years = set(range(section.years[0], section.years[1] + 1))
        return years | ({max(years) + 1} if _AHEAD.search(before) else set()), False
    return {report.year, report.year - 1}, False
