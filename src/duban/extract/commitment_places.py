"""Places named in a report, found in one pass and looked up by span."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.alternation import alternation
from duban.reference.regions import NATION_CODE, find_region, place_names, regions

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS = "省市区县州盟旗"
_WORD = 2  # a name of two characters is often a common word (平安, 和平)
# A word for the kind of place after a short name: 岚溪、霁川两县 counts, 平安市场 does not.
_KIND_AFTER = re.compile(r"[市县区州盟旗](?![场域级委民])")
# What a city's short name follows where the city is meant: 支持沈阳…, but 朝阳产业, 长治久安.
_CITY_AFTER = re.compile("(?:支持|推动|推进|加快|建设|建成|打造|将|在|以|与|对)$")
# A county that is in no table, by its shape: 完成望泉县…. 县 stands first for the sake of speed.
_NOT_A_NAME = (
    "全各市区旗强大小本某该辖郊多跨我个数几余两一二三四五六七八九十百村镇州省国农牧灾老民富产等"
)
_NAME = rf"[^\s，。、“”（）0-9A-Za-z{_NOT_A_NAME}]"
_COUNTY = re.compile(rf"县(?<=[在于成持为对]{_NAME}{{2}}县)(?![域城级区委内市道际])")
_KIND_OF_COUNTY = re.compile(
    "重点|示范|试点|贫困|帮扶|脱贫|先进|边境|沿边|沿海|资源|人口|薄弱|发达|相关|有关|周边|毗邻|结对|所在"
)


class Mentions(NamedTuple):
    """Spans of a text in order, to be looked up.

    Attributes:
        starts: their first offsets.
        ends: their last offsets.
    """

    starts: list[int]
    ends: list[int]

    def first(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the first span that begins between two offsets."""
        at = bisect_left(self.starts, start)
        if at == len(self.starts) or self.starts[at] >= end:
            return None
        return self.starts[at], self.ends[at]

    def within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the spans that begin between two offsets."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low)
        return list(zip(self.starts[low:high], self.ends[low:high], strict=True))


class _Names(NamedTuple):
    """The places that a report can name: all names, and the short ones of cities."""

    pattern: re.Pattern[str]
    cities: frozenset[str]


def find_places(folded: str, own: str) -> Mentions:
    """Find the divisions of the report's own place that the text names: `甲市`, `甲、乙两县`.

    A short name counts only in a list, after 在 or before a word for its kind, a city's also
    after a verb that helps or builds. Names in a list make one mention.

    Args:
        folded: the folded text.
        own: the report's place; without a known one only counties in full are found.
    """
    spans = _counties(folded)
    names = _names(own)
    if names:
        spans += [
            (group[0][0], _with_kind(folded, group[-1][1]))
            for group in _lists(folded, names.pattern)
            if len(group) > 1 or _is_sure(folded, *group[0], names)
        ]
    spans.sort()
    return Mentions([start for start, _ in spans], [end for _, end in spans])


def _counties(folded: str) -> list[tuple[int, int]]:
    found = ((match.start() - 2, match.end()) for match in _COUNTY.finditer(folded))
    return [span for span in found if not _KIND_OF_COUNTY.match(folded, span[0])]


def _lists(folded: str, names: re.Pattern[str]) -> Iterator[list[tuple[int, int]]]:
    """Yield the names that stand in a row, joined by 、 or 和."""
    group: list[tuple[int, int]] = []
    for match in names.finditer(folded):
        start, end = match.span()
        if group and (start > group[-1][1] + 1 or folded[start - 1] not in "、和"):
            yield group
            group = []
        group.append((start, end))
    if group:
        yield group


def _with_kind(folded: str, end: int) -> int:
    return end + 1 if _KIND_AFTER.match(folded, end) else end


def _is_sure(folded: str, start: int, end: int, names: _Names) -> bool:
    """Say whether a single name is meant as a place."""
    if end - start > _WORD and folded[end - 1] in _KINDS:
        return True
    if folded.startswith("在", start - 1) or _KIND_AFTER.match(folded, end):
        return True
    city = folded[start:end] in names.cities
    return city and bool(_CITY_AFTER.search(folded, max(start - 2, 0), start))


@cache
def _names(own: str) -> _Names | None:
    region = find_region(own) if own else None
    if region is None:
        return None
    if region.code == NATION_CODE:
        inside = [r for r in regions() if r.level == "province" and r.until is None]
        known = {name for r in inside for name in (r.name, r.short_name)}
    else:
        inside = [r for r in regions() if r.level == "prefecture" and r.is_within(region)]
        known = set(place_names(region)) - {region.name, region.short_name}
    cities = frozenset(r.short_name for r in inside) & known
    return _Names(re.compile(alternation(known)), cities)
