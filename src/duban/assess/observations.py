"""The values that were observed, found by indicator, measure, place and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.model import Measure, Observation, Series
from duban.reference.indicators import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable

YEAR = 12  # months
_TOTALS = frozenset((Measure.LEVEL, Measure.ADDED, Measure.TOTAL))


class Key(NamedTuple):
    """What is observed.

    Attributes:
        indicator: its canonical name, or the words of the text.
        measure: `level` for levels, additions and totals; else change, share or rank.
        area: the place, empty for the report's own.
        series: actual, quota or plan.
    """

    indicator: str
    measure: str
    area: str = ""
    series: Series = Series.ACTUAL


class Observations:
    """Observations of any number of indicators, indexed.

    Args:
        values: in any order; of two for the same time the later one holds.
    """

    def __init__(self, values: Iterable[Observation]) -> None:
        self._by_key: dict[Key, dict[tuple[int, int], Observation]] = {}
        for value in values:
            key = key_of(value.indicator, value.measure, value.area, value.series)
            self._by_key.setdefault(key, {})[value.year, value.month] = value

    def latest(self, key: Key, year: int, until: int = YEAR) -> Observation | None:
        """Return the last value of a year up to a month, or None."""
        times = [t for t in self._by_key.get(key, {}) if t[0] == year and t[1] <= until]
        return self._by_key[key][max(times)] if times else None

    def at(self, key: Key, year: int, month: int = YEAR) -> Observation | None:
        """Return the value up to one month of a year, or None; of the whole year by default."""
        return self._by_key.get(key, {}).get((year, month))


def key_of(indicator: str, measure: Measure, area: str = "", series: Series = Series.ACTUAL) -> Key:
    """Return under what an indicator's values are kept."""
    kind = Measure.LEVEL if measure in _TOTALS else measure
    return Key(canonical(indicator), kind.value, area, series)


def canonical(indicator: str) -> str:
    """Return the name by which an indicator is known, or the words of the text themselves."""
    match = resolve(indicator)
    if match is None or match.rule == "ending":  # an oilfield's output is not the nation's
        return indicator
    return match.indicator.name
