"""Years in words between figures, and how many of them a run spans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.runs import Part

if TYPE_CHECKING:
    from duban.checks.arithmetic.runs import Run, Said
    from duban.checks.report import Report
    from duban.model import Figure

_DIGITS = {digit: str(value) for value, digit in enumerate("〇一二三四五六七八九")} | {"零": "0"}
_YEAR = re.compile(
    "(?<![0-9〇零一二三四五六七八九])([12一二][0-9〇零一二三四五六七八九]{3})(?=年|[^0-9])"
)
_COUNT = re.compile("(?<![0-9一二三四五六七八九十第])([二两三四五六七八九十]|1?[0-9])年")
_COUNTS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2}
_PLAN = 5  # years


def year_in(words: str) -> int | None:
    """Return the last year named in words, in digits or numerals.

    >>> year_in("由一九七八年的"), year_in("从2020年的"), year_in("由上年的")
    (1978, 2020, None)
    """
    years = years_in(words)
    return years[-1] if years else None


def years_in(words: str) -> list[int]:
    """Return the years named in words, in their order."""
    found = _YEAR.findall(f"{words}。") if "年" in words else []
    return [int("".join(_DIGITS.get(c, c) for c in year)) for year in found]


def count_in(words: str) -> int | None:
    """Return how many years words speak of: `五年来` is 5."""
    found = _COUNT.search(words)
    return (_COUNTS.get(found[1]) or int(found[1])) if found else None


def span_of(report: Report, run: Run, yearly: Said) -> tuple[int, bool] | None:
    """Return over how many years an average runs, and whether the run itself says so.

    Args:
        report: the report.
        run: the run that holds the average.
        yearly: the average.
    """
    if stated := count_in(yearly.base):
        return stated, True
    named = years_of(report, run, yearly)
    if named:
        return (named[1] - named[0], True) if named[1] > named[0] else None
    start, _, end = yearly.figure.period.partition("-")
    if end.isdecimal() and int(end) - int(start) + 1 == _PLAN:
        return _PLAN, False
    return None


def years_of(report: Report, run: Run, yearly: Said) -> tuple[int, int] | None:
    """Return the first and the last year of a run as its words name them."""
    bases = [s.base for s in run.said if s.part in {Part.FORMER, Part.RATE}] + [yearly.base]
    first = next((year for base in bases if (year := year_in(base))), None)
    opening = years_in(run.said[0].words.rpartition("；")[2])
    level = run.first(Part.LEVEL)
    last = year_in(level.words) if level and level is not run.said[0] else None
    if first is None:
        return (min(opening), max(opening)) if len(opening) > 1 else None
    last = last or max(opening, default=0)
    if last <= first:
        last = report_year(report, (level or yearly).figure) or 0
    return first, last


def report_year(report: Report, figure: Figure) -> int | None:
    """Return the year of a figure without one of its own: that under review."""
    years = report.years(figure)
    return years[1] if years else None
