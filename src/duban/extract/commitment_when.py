"""When a commitment is due: the deadline named in its words."""

from __future__ import annotations

import re
from calendar import monthrange

from duban.reference.plans import plan_number, plan_years

_DEADLINE = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年|今年|年内)?(?P<month>1[0-2]|[1-9])月"
    "(?:(?P<day>[12][0-9]|3[01]|[1-9])日(?:以前|之前|前)|[底末](?:以前|之前|前)?|份?(?:以前|之前|前))"
    "|(?:(?P<end_year>(?:19|20)[0-9]{2})年?|今)?年[底末内终](?:以前|之前|前)?"
    "|(?P<half>[上下])半年|(?P<quarter>[一二三四])季度"
    "|[到至](?P<by>(?:19|20)[0-9]{2})年(?:底|末)?|(?P<before>(?:19|20)[0-9]{2})年(?:以前|之前|前)"
    "|(?P<plan>“十[一二三四五六七八九]?五”)(?P<part>时期|期间|末)"
)
_HINT = re.compile("[年月季]|“十")  # no deadline without one of these; much faster to look for
_QUARTERS = {"一": 3, "二": 6, "三": 9, "四": 12}
_DECEMBER, _JUNE = 12, 6


def deadline_of(folded: str, start: int, end: int, year: int | None) -> str:
    """Return the first deadline between two offsets: `2025-06-30`, `2027`, `2026-2030` or nothing.

    Args:
        folded: the folded text.
        start: offset to search from.
        end: offset to stop before.
        year: the plan year, for 年底前 and 6月底前; without it these give nothing.
    """
    found = _HINT.search(folded, start, end) and _DEADLINE.search(folded, start, end)
    if not found:
        return ""
    if found["by"] or found["before"]:
        return found["by"] or found["before"]
    if found["plan"]:
        return _plan(found["plan"] + "时期", at_end=found["part"] == "末")
    named = found["year"] or found["end_year"]
    return _last_day(int(named) if named else year, _month(found), found["day"])


def _month(found: re.Match[str]) -> int:
    if found["month"]:
        return int(found["month"])
    if found["quarter"]:
        return _QUARTERS[found["quarter"]]
    return _JUNE if found["half"] == "上" else _DECEMBER


def _last_day(year: int | None, month: int, day: str | None) -> str:
    if year is None:
        return ""
    last = monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{min(int(day), last) if day else last:02}"


def _plan(name: str, *, at_end: bool) -> str:
    number = plan_number(name)
    if number is None:
        return ""
    first, last = plan_years(number)
    return str(last) if at_end else f"{first}-{last}"
