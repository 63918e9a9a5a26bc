"""When a commitment is due: the deadline named in its words."""

from __future__ import annotations

import re
from calendar import monthrange
from typing import NamedTuple

from duban.reference.plans import plan_number, plan_years

_YEAR = "(?:19|20)[0-9]{2}"
_BEFORE = "(?:以前|之前|前)"
_DEADLINE = re.compile(
    f"(?:(?P<year>{_YEAR})年|(?P<next>明年)|今年|年内)?"
    "(?P<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月"
    "(?:(?P<day>[12][0-9]|3[01]|[1-9]|[一二三四五六七八九十]{1,3})日"
    f"{_BEFORE}|[底末]{_BEFORE}?|份{_BEFORE}?|{_BEFORE})"
    "|(?P<span>[两二三四五六七八九十]|[2-9]|10)年(?:时间)?[之以]?内"
    f"|(?:(?P<end_year>{_YEAR})年?|今|(?P<end_next>明))?年[底末内终]{_BEFORE}?"
    "|(?P<half>[上下])半年|(?P<quarter>[一二三四])季度"
    f"|[到至](?P<by>{_YEAR})年(?!的)(?:底|末)?|(?P<before>{_YEAR})年{_BEFORE}"
    "|(?P<plan>“十[一二三四五六七八九]?五”)(?P<part>时期|期间|末)"
    f"|(?P<eve>明年)?(?P<festival>国庆|春节|元旦|五一|“五一”|七一|“七一”)[节]?(?:假期|长假)?{_BEFORE}"
)
# No deadline without one of these, all of them literals, which are much faster to look for.
_HINT = re.compile("年|月|季|“十|国庆|春节|元旦|五一|七一")
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_DECEMBER, _JUNE = 12, 6
_NUMERALS = {numeral: n for n, numeral in enumerate("一二三四五六七八九十", start=1)} | {
    "十一": 11,
    "十二": 12,
    "两": 2,
}
_FESTIVALS = {"国庆": "10-01", "元旦": "01-01", "五一": "05-01", "七一": "07-01"}
# First days of the lunar year by the calendar of GB/T 33661-2017, month and day, from 2000 on.
_SPRING_FROM = 2000
_SPRING = (
    "0205", "0124", "0212", "0201", "0122", "0209", "0129", "0218", "0207", "0126", "0214",
    "0203", "0123", "0210", "0131", "0219", "0208", "0128", "0216", "0205", "0125", "0212",
    "0201", "0122", "0210", "0129", "0217", "0206", "0126", "0213", "0203", "0123", "0211",
)  # fmt: skip


class Calendar(NamedTuple):
    """What the years of a deadline are counted from.

    Attributes:
        plan: the plan year, for 年底前 and 6月底前; without it these give nothing.
        given: the year in which the report was given, which 明年 counts from.
    """

    plan: int | None
    given: int | None


def deadline_of(folded: str, start: int, end: int, calendar: Calendar) -> str:
    """Return the first deadline between two offsets: `2025-06-30`, `2027`, `2026-2030` or nothing.

    Args:
        folded: the folded text.
        start: offset to search from.
        end: offset to stop before.
        calendar: the years that count.
    """
    if not _HINT.search(folded, start, end):
        return ""
    for found in _DEADLINE.finditer(folded, start, end):
        deadline = _deadline(found, calendar)
        if deadline:
            return deadline
    return ""


def _deadline(found: re.Match[str], calendar: Calendar) -> str:
    if found["by"] or found["before"]:
        year = found["by"] or found["before"]
        return "" if calendar.plan and int(year) < calendar.plan else year  # 恢复到2019年水平
    if found["plan"]:
        return _plan(found["plan"] + "时期", at_end=found["part"] == "末")
    if found["span"]:
        return str(calendar.plan + _number(found["span"]) - 1) if calendar.plan else ""
    if found["festival"]:
        return _festival(found["festival"].strip("“”"), _year(found, calendar))
    return _last_day(_year(found, calendar), _month(found), found["day"])


def _year(found: re.Match[str], calendar: Calendar) -> int | None:
    named = found["year"] or found["end_year"]
    if named:
        return int(named)
    if found["next"] or found["end_next"] or found["eve"]:
        return calendar.given + 1 if calendar.given else None
    return calendar.plan


def _number(numeral: str) -> int:
    return int(numeral) if numeral.isascii() else _NUMERALS.get(numeral, 0)


def _month(found: re.Match[str]) -> int:
    if found["month"]:
        return _number(found["month"])
    if found["quarter"]:
        return _QUARTERS[found["quarter"]]
    return _JUNE if found["half"] == "上" else _DECEMBER


def _last_day(year: int | None, month: int, day: str | None) -> str:
    if year is None:
        return ""
    last = monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{min(_day(day), last) if day else last:02}"


def _day(numeral: str) -> int:
    """Return a day of the month: 15, 十五, 二十, 三十一."""
    if numeral.isascii():
        return int(numeral)
    tens, ten, units = numeral.rpartition("十")
    return (10 * _NUMERALS.get(tens, 1) if ten else 0) + _NUMERALS.get(units, 0)


def _festival(name: str, year: int | None) -> str:
    """Return the day of a festival; the lunar year's first only where the table holds it."""
    if year is None:
        return ""
    if name in _FESTIVALS:
        return f"{year}-{_FESTIVALS[name]}"
    if not _SPRING_FROM <= year < _SPRING_FROM + len(_SPRING):
        return ""
    day = _SPRING[year - _SPRING_FROM]
    return f"{year}-{day[:2]}-{day[2:]}"


def _plan(name: str, *, at_end: bool) -> str:
    number = plan_number(name)
    if number is None:
        return ""
    first, last = plan_years(number)
    return str(last) if at_end else f"{first}-{last}"
