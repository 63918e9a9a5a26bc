"""The place that a figure is about, where the text names one other than the report's own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.reference.regions import NATION_CODE, regions

if TYPE_CHECKING:
    from duban.extract.draft import Draft
    from duban.model import Masthead

# Parts of a city that reports name without listing them among the divisions.
_ZONE = re.compile(r"中心城区|主城区|城市副中心|平原新城|核心区")
# After a place these begin an indicator; anything else may go on with a proper name (萧山机场).
_BEGINS = re.compile(
    r"居民|城镇|城乡|农村|农民|园区|地区生产总值|生产总值|规上|规模|一般|固定|财政|工业|农业|常住|人均|"
    r"农产品|产业|企业|绿色|经济|全体|进出口|外贸|社会|人口|新增|服务业|县域|森林|粮食|空气|水质|$"
)
# A county that the text names in full: a former one, or one that the table does not have.
_TOLD = re.compile(r"[，。、；：和与在\n](?P<name>[一-鿿]{2})[县市区](?![域级城委长政直])")
# 开发区, 棚户区 and the like name no place.
_NO_PLACE = re.compile(
    "开发|示范|试验|保护|核心|度假|功能|中心|自治|各个|市县|所有|棚户|居民|住宅|工业|生活|行政|风景|"
    "城中|安置|聚集|集聚|先行|试点|服务|作业|养殖|种植|生态|旅游|商业|贫困"
)
_COMMON = frozenset(("新城", "城区", "郊区", "矿区", "新区", "市区"))
_SUFFIXES = ("市", "县", "区", "省")
_JOINS = ("、", "和")


class Areas:
    """The places that a report may name: those in its own area, and those the text tells."""

    def __init__(self, masthead: Masthead, text: str) -> None:
        """Prepare the names.

        Args:
            masthead: it gives the report's own place.
            text: folded text; a county that it names in full counts as a place.
        """
        code = masthead.place_code
        told = {match["name"] for match in _TOLD.finditer("\n" + text)}
        told = {name for name in told if not _NO_PLACE.fullmatch(name)}
        self._own = _own(code)
        self._names = _inside(code) | (told if code != NATION_CODE else set())
        self._sizes = sorted({len(name) for name in self._names}, reverse=True)

    def place(self, draft: Draft, last: Draft | None) -> None:
        """Move a place at the beginning of the indicator into the draft's area."""
        name = draft.indicator
        end = self._end(name)
        if not end:
            return
        draft.area = "" if name[:end] in self._own else name[:end]
        rest = name[end:].removeprefix("的")
        if rest:
            draft.indicator = rest
        elif last is not None and last.sentence == draft.sentence:
            draft.indicator = last.indicator

    def _end(self, name: str) -> int:
        """Return where the places that begin a name end, 0 if it begins with none."""
        zone = _ZONE.match(name)
        end = zone.end() if zone else self._one(name, 0)
        while end and name.startswith(_JOINS, end):
            following = _ZONE.match(name, end + 1)
            after = following.end() if following else self._one(name, end + 1)
            if not after:
                break
            end = after
        begins = zone or _BEGINS.match(name, end + name.startswith("的", end))
        return end if end and begins else 0

    def _one(self, name: str, start: int) -> int:
        """Return where the place at `start` ends, its 县 or 市 included; 0 if there is none."""
        for size in self._sizes:
            if name[start : start + size] in self._names:
                end = start + size
                return end + name.startswith(_SUFFIXES, end)
        return 0


def _own(code: str) -> set[str]:
    """Return the names of the place itself: what is said of it is said of the report's area."""
    return {name for r in regions() if r.code == code for name in (r.name, r.short_name)}


def _inside(code: str) -> set[str]:
    """Return the full and short names of the divisions inside the one with this code."""
    if not code:
        return set()
    stem = code[:2] if code.endswith("0000") else code[:4] if code.endswith("00") else code
    return _names().get("" if code == NATION_CODE else stem, set())


@cache
def _names() -> dict[str, set[str]]:
    """Index names by the first two and four digits of their codes; the nation's by nothing."""
    index: dict[str, set[str]] = {"": set()}
    for region in regions():
        if region.until is not None or region.code == NATION_CODE:
            continue
        names = {region.name, region.short_name} - _COMMON
        for stem in {region.code[:2], region.code[:4], region.code}:
            index.setdefault(stem, set()).update(names)
        if region.level == "province":
            index[""].add(region.name)
    return index
