"""When a value holds, as offices write it: 2025-06, 2025年1—6月, 2025年上半年, 2025Q2, 2025."""

from __future__ import annotations

import re
from typing import NamedTuple

_YEAR = 12
_QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_WORDS = {"全年": _YEAR, "年度": _YEAR, "上半年": 6, "半年": 6, "前三季度": 9, "前三个季度": 9}
_FORM = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?:年|[-/.])?(?:"
    r"(?P<month>\d{1,2})(?:月(?:份)?|[-/.]\d{1,2}(?: .*)?)?"
    r"|(?P<first>\d{1,2})月?[-—–~至到](?P<last>\d{1,2})月(?:份)?"
    r"|[Qq](?P<q>[1-4])|(?:第)?(?P<quarter>[一二三四1-4])季度"
    r"|(?P<word>全年|年度|上半年|半年|前三季度|前三个季度))?"
)


class Period(NamedTuple):
    """A stretch of months within a year.

    Attributes:
        year: calendar year.
        month: its last month.
        months: how many it has where it is named by itself (a quarter has 3); 0 where the
            words say “from January”, or do not say.
    """

    year: int
    month: int
    months: int


def period(text: str) -> Period | None:
    """Read when a value holds; None where the words are not understood."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    year = int(found["year"])
    if quarter := found["q"] or found["quarter"]:
        return Period(year, _QUARTERS[quarter] * 3, 3)
    if found["word"]:
        return Period(year, _WORDS[found["word"]], 0)
    if found["last"]:
        first, last = int(found["first"]), int(found["last"])
        return Period(year, last, last - first + 1 if first > 1 else 0) if _is_month(last) else None
    if found["month"]:
        month = int(found["month"])
        return Period(year, month, 1) if _is_month(month) else None
    return Period(year, _YEAR, 0)


def _is_month(number: int) -> bool:
    return 1 <= number <= _YEAR
