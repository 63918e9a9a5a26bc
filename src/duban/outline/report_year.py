"""The year of a report: the year in which it is given and that it plans."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from duban.model import Role
from duban.outline.wording import role_by_words
from duban.outline.years import DIGITS
from duban.reference.plans import NUMERALS, PLAN_NAME, plan_years

if TYPE_CHECKING:
    from collections.abc import Iterable

_YEAR: Final = r"(?P<year>(?:19[4-9]|20[0-9])[0-9]|(?:一九|二[〇零])[〇零一二三四五六七八九]{2})"
_IN_TITLE = re.compile(rf"{_YEAR}年")
_DATED = re.compile(rf"{_YEAR}年(?!远景|[、和至到—])")
_IN_FILE = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])")
_DRAFTING = re.compile(rf"编制(?:[^，。；]{{0,12}}?)(?:{PLAN_NAME})")
_WORK: Final = ("工作", "任务", "安排", "建议", "目标", "部署")
_AUTUMN: Final = 11  # local congresses that meet in November or later plan the year after
_OFTEN: Final = 0.2  # of the mentions of the year named most


def year_of_headings(titles: Iterable[str], likely: int | None = None) -> int | None:
    """Return the year that the headings plan, or that follows the one that they review.

    Args:
        titles: the words, folded, of the headings that divide the report.
        likely: the year that the head of the report names, preferred where a heading plans it.
    """
    planned: list[int] = []
    reviewed: list[int] = []
    for title in titles:
        found = _DATED.search(title)
        if found and any(word in title for word in _WORK):
            past = role_by_words(title, None) is Role.REVIEW
            (reviewed if past else planned).append(_number(found))
    if planned:
        return likely if likely in planned else max(planned)
    return max(reviewed) + 1 if reviewed else None


def year_of_date(date: str) -> int | None:
    """Return the year that a report given on `date`, ISO 8601, plans."""
    if not date:
        return None
    year, month = int(date[:4]), int(date[5:7])
    return year + 1 if month >= _AUTUMN else year


def year_in_title(title: str) -> int | None:
    """Return the year that the report's title names."""
    found = _IN_TITLE.search(title)
    return _number(found) if found else None


def year_in_file(name: str) -> int | None:
    """Return the year that the file's name holds."""
    found = _IN_FILE.search(name)
    return _number(found) if found else None


def year_in_text(text: str) -> int | None:
    """Return the year after the one that a text speaks of most, or that year if it is the plan's.

    A plan says 今年 for its own year, so that the year reviewed is named more often.
    """
    counts = Counter(_number(found) for found in _IN_TITLE.finditer(text))
    named = {year: count for year, count in counts.items() if not _is_horizon(year, counts)}
    most = max(named, key=lambda year: (named[year], year), default=None)
    if most is None:
        return _year_of_drafting(text)
    follows = counts[most + 1] >= _OFTEN * counts[most]
    follower = counts[most - 1] >= _OFTEN * counts[most]
    return most if follower and not follows else most + 1


def _year_of_drafting(text: str) -> int | None:
    """Return the last year before the five-year plan that the text sets out to draft."""
    found = _DRAFTING.search(text)
    return plan_years(NUMERALS[found["short"] or found["full"]])[0] - 1 if found else None


def _is_horizon(year: int, counts: Counter[int]) -> bool:
    """Say whether a year is one that plans look ahead to: 2030, 2035."""
    return year % 5 == 0 and counts[year - 1] < counts[year] / 2


def _number(found: re.Match[str]) -> int:
    return int(found["year"].translate(DIGITS))
