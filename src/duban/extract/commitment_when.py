"""When and where a commitment is due: deadlines and places named in its words."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import cache

from duban.grammar.alternation import alternation
from duban.reference.plans import plan_number, plan_years
from duban.reference.regions import NATION_CODE, find_region, place_names, regions

_DEADLINE = re.compile(
    "(?:(?P<year>(?:19|20)[0-9]{2})年|今年|年内)?(?P<month>1[0-2]|[1-9])月"
    "(?:(?P<day>[12][0-9]|3[01]|[1-9])日(?:以前|之前|前)|[底末](?:以前|之前|前)?|份?(?:以前|之前|前))"
    "|(?:(?P<end_year>(?:19|20)[0-9]{2})年?|今)?年[底末内终](?:以前|之前|前)?"
    "|(?P<half>[上下])半年|(?P<quarter>[一二三四])季度"
    "|[到至](?P<by>(?:19|20)[0-9]{2})年(?:底|末)?|(?P<before>(?:19|20)[0-9]{2})年(?:以前|之前|前)"
    "|(?P<plan>“十[一二三四五六七八九]?五”)(?P<part>时期|期间|末)"
)
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
    found = _DEADLINE.search(folded, start, end)
    if found is None:
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


def place_of(text: str, folded: str, start: int, end: int, own: str) -> str:
    """Return the divisions named first between two offsets, as written: `岚溪县`, `甲市、乙市`.

    Args:
        text: the text.
        folded: the same, folded.
        start: offset to search from.
        end: offset to stop before.
        own: name of the report's own place; only what lies in it is looked for.
    """
    pattern = _places(own)
    found = pattern.search(folded, start, end) if pattern else None
    return text[found.start() : found.end()] if found else ""


@cache
def _places(own: str) -> re.Pattern[str] | None:
    """Compile the names of divisions within the report's place.

    A short name counts only beside another place or a word for its kind, since many are also
    common words (平安, 和平).
    """
    region = find_region(own) if own else None
    if region is None:
        return None
    if region.code == NATION_CODE:
        inside = {r.name for r in regions() if r.level == "province" and r.until is None}
        inside |= {r.short_name for r in regions() if r.level == "province" and r.until is None}
    else:
        inside = set(place_names(region)) - {region.name, region.short_name}
    full = alternation(name for name in inside if name[-1] in "省市区县州盟旗" and len(name) > 2)  # noqa: PLR2004  a kind and a name
    short = alternation(inside)
    listed = rf"(?:{full}|{short})"
    return re.compile(
        rf"{listed}(?:[、和]{listed})+|{full}|{short}(?=[市县区州盟旗](?!场|域|级|委))|(?<=在){short}"
    )
