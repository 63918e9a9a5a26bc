"""Paragraphs that open with a time (五年来， 刚刚过去的2025年， 各位代表！今年是).

Where the years change without a heading, such a paragraph begins a passage, a section that has
years and a role but no heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.outline.years import TIME, years_of

if TYPE_CHECKING:
    from duban.outline.lines import Line
    from duban.outline.years import Years

_HEAD: Final = 150  # characters in which an opening paragraph may come to its time
_ADDRESS: Final = r"(?:各位代表|同志们|各位委员)"
_LEAD_IN: Final = r"(?:回[顾首望]|透过|展望|走过|刚刚|过去的|综观|纵观|做好)*"
_FRAME = re.compile(
    rf"(?:^|(?<=。)|(?<=！)|(?<=\n)){_LEAD_IN}(?:{TIME})"
    r"(?!第|[0-9一二三四五六七八九十]{1,3}月|召开|[上下]半年|[春夏秋冬初末底除])"
)
_SOME_YEARS = re.compile("[两二三四六七八九]年")  # 近三年: a remark; only five years are a term
# What follows a year that the report turns to; after other words it only dates a figure.
_TURNS_TO = re.compile(r"[，、是的极很各主目工经]")
_OPENS = re.compile(rf"{_ADDRESS}|{_LEAD_IN}(?:{TIME})")
_ADDRESSED = re.compile(rf"{_ADDRESS}[！，、：。 \u3000]*")
_CLOSING = re.compile(
    r"让我们|更加紧密地?团结|团结在以|为.{0,40}而(?:不懈|团结)?奋斗！$|奋勇前进！$|谢谢"
)


class Opening(NamedTuple):
    """How a paragraph opens.

    Attributes:
        addressed: it speaks to the deputies (各位代表！).
        closing: it is the call that ends a report.
        years: the years that it turns to, or None.
    """

    addressed: bool
    closing: bool
    years: Years | None


def opening_of(text: str, line: Line, after: Line | None, year: int | None) -> Opening | None:
    """Return how the line opens, or None if it just goes on.

    Args:
        text: folded text.
        line: the line.
        after: the next line, which says more where 各位代表！ stands alone.
        year: the report's own year.
    """
    if not _OPENS.match(text, line.start, line.end):
        return None
    start, end = line.start, line.end
    addressed = _ADDRESSED.match(text, start, end)
    if addressed:
        start = addressed.end()
        start, end = (after.start, after.end) if start == end and after else (start, end)
    head = text[start : min(end, start + _HEAD)]
    frames = [years for found in _FRAME.finditer(head) if (years := _frame(found, year))]
    widest = max(frames, key=lambda years: years[1] - years[0], default=None)
    closing = addressed is not None and _CLOSING.search(text, start, end) is not None
    return Opening(addressed is not None, closing, widest)


def _frame(found: re.Match[str], year: int | None) -> Years | None:
    """Return the years that the report turns to, or None where a year only dates a figure."""
    years = years_of(found, year)
    if not years or _SOME_YEARS.search(found[0]):
        return None
    if found["now"] and found.string.startswith("以来", found.end()):
        return None  # what this year has brought so far is no plan
    if not found["year"]:
        return years
    own = year is None or year - 1 <= years[0] <= year
    return years if own and _TURNS_TO.match(found.string, found.end()) else None
