"""The years that a heading, or the first words of a paragraph, speak of."""

from __future__ import annotations

import re
from typing import Final

from duban.outline.marks import ORDINALS
from duban.reference.plans import NUMERALS, PLAN_NAME, plan_years

Years = tuple[int, int]

DIGITS: Final = str.maketrans("〇零一二三四五六七八九", "00123456789")
_YEAR: Final = r"(?:1[89]|20)[0-9]{2}|(?:一[八九]|二[〇零])[〇零一二三四五六七八九]{2}"
_COUNT: Final = r"[两二三四五六七八九十]"
_TIME: Final = (
    rf"(?P<plan>{PLAN_NAME})(?:(?:规划|计划)?的?(?:第(?P<nth>[一二三四五])|前(?P<head>[两二三四]))年)?"
    rf"|(?P<first>{_YEAR})年?(?:至|到|—|-|~)+(?P<last>{_YEAR})年"
    rf"|(?P<year>{_YEAR})年"
    rf"|(?:过去|这|近|前|上)的?(?P<past>{_COUNT})年|(?P<since>{_COUNT})年来"
    rf"|(?:成就|成绩|变化|进展|前进|奋进|辉煌|不平凡|跨越|发展)的(?P<spent>{_COUNT})年$"
    rf"|(?:今后|未来)的?(?P<coming>{_COUNT})年"
    r"|(?P<before>过去的?一年|一年来|这一年|去年|上年|上一年)"
    r"|(?P<now>今年|新的一年|本年)|(?P<next>明年)"
)
_ANY_TIME = re.compile(_TIME)
# 第一个五年计划时期和第二个五年计划的第一年: one stretch of years that follow each other
_AND_THEN = re.compile(rf"(?:时期|期间|计划|规划)*内?(?:和|及|以及)(?:{_TIME})")
_TERM = re.compile(rf"的(?P<count>{_COUNT})年$")
_ON_A_PLAN = re.compile(
    rf"(?:关于|提出)[^。；]{{0,30}}?(?:{PLAN_NAME})(?:计划|规划)?[^。，]{{0,12}}报告"
)


def years_in(text: str, year: int | None) -> Years | None:
    """Return the first years that the folded text names, or None if it names none.

    Args:
        text: a heading or the beginning of a paragraph.
        year: the report's own year, which 今年 and 过去五年 count from.
    """
    found = _ANY_TIME.search(text)
    years = years_of(found, year) if found else None
    if found is None or years is None:
        return None
    after = _AND_THEN.match(text, found.end())
    then = years_of(after, year) if after else None
    return (years[0], then[1]) if then and then[0] == years[1] + 1 else years


def term_years(text: str, year: int | None) -> Years | None:
    """Return the years that a look back at a term names by their number alone (…的五年).

    >>> term_years("取得新成就的五年", 2026)
    (2021, 2025)
    """
    found = _TERM.search(text)
    return (year - _count(found["count"]), year - 1) if found and year else None


def merged_years(text: str, year: int | None) -> Years | None:
    """Return the first years named, widened by others that overlap them (1991年和“八五”时期)."""
    named = [years for found in _ANY_TIME.finditer(text) if (years := years_of(found, year))]
    if not named:
        return None
    first, last = named[0]
    alike = [years for years in named if years[0] <= last and years[1] >= first]
    return min(years[0] for years in alike), max(years[1] for years in alike)


def coming_years(text: str, year: int | None) -> Years | None:
    """Return the last years that the folded text names and that lie ahead of `year`."""
    named = (years_of(found, year) for found in _ANY_TIME.finditer(text))
    ahead = [years for years in named if years and year and years[0] >= year]
    return ahead[-1] if ahead else None


def plan_reported(greeting: str) -> Years | None:
    """Return the years of the five-year plan that a report says it is about.

    Args:
        greeting: the folded first words of the report.
    """
    found = _ON_A_PLAN.search(greeting)
    return plan_years(NUMERALS[found["short"] or found["full"]]) if found else None


def begins_with_time(text: str) -> bool:
    """Say whether the folded text opens with years: 过去五年， 2024年：."""
    return _ANY_TIME.match(text) is not None


def years_of(found: re.Match[str], year: int | None) -> Years | None:
    """Return the years that a match of `TIME` stands for."""
    if found["plan"]:
        return _of_plan(found)
    if found["first"]:
        return _ordered(_number(found["first"]), _number(found["last"]))
    if found["year"]:
        return (_number(found["year"]),) * 2
    return _relative(found, year) if year else None


def _of_plan(found: re.Match[str]) -> Years:
    """Return a plan's years, or the part of them that 第一年 or 前两年 names."""
    first, last = plan_years(NUMERALS[found["short"] or found["full"]])
    if found["nth"]:
        return (first + _count(found["nth"]) - 1,) * 2
    return first, first + _count(found["head"]) - 1 if found["head"] else last


def _relative(found: re.Match[str], year: int) -> Years | None:
    """Return the years that are counted from the report's own."""
    past = found["past"] or found["since"] or found["spent"]
    if past:
        return year - _count(past), year - 1
    if found["coming"]:
        return year, year + _count(found["coming"]) - 1
    single = year - 1 if found["before"] else year + 1 if found["next"] else year
    return single, single


def _count(numeral: str) -> int:
    return ORDINALS.get(numeral, 2)  # 两


def _number(digits: str) -> int:
    return int(digits.translate(DIGITS))


def _ordered(first: int, last: int) -> Years:
    return min(first, last), max(first, last)


TIME: Final = _TIME
