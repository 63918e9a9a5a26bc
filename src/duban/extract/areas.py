"""The place that a figure is about, where the text names one other than the report's own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.grammar.alternation import alternation
from duban.reference.regions import Region, place_names

if TYPE_CHECKING:
    from duban.extract.draft import Draft
    from duban.model import Masthead

_NATION = "100000"
_ZONES = "中心城区|主城区|城市副中心|平原新城|核心区|回天地区"
# After a place these begin an indicator; anything else may go on with a proper name (萧山机场).
_BEGINS = (
    r"(?=居民|城镇|城乡|农村|农民|园区|地区生产总值|生产总值|规上|规模|一般|固定|财政|工业|农业|常住|人均|"
    r"农产品|产业|企业|绿色|经济|全体|进出口|外贸|社会|人口|新增|服务业|县域|森林|粮食|空气|水质|$)"
)


class Areas:
    """The places of a report, as a pattern for the beginning of an indicator."""

    def __init__(self, masthead: Masthead, text: str) -> None:
        """Prepare the places inside the report's own area, and those the text itself names."""
        self._pattern = _pattern(masthead.place_code, _told(text, masthead.place_code))

    def place(self, draft: Draft, last: Draft | None) -> None:
        """Move a place at the beginning of the indicator into the draft's area."""
        found = self._pattern.match(draft.indicator)
        if found is None:
            return
        draft.area = found.group().rstrip("的")
        rest = draft.indicator[found.end() :]
        if rest:
            draft.indicator = rest
        elif last is not None and last.sentence == draft.sentence:
            draft.indicator = last.indicator


@cache
def _pattern(code: str, told: frozenset[str]) -> re.Pattern[str]:
    names = alternation(sorted(_names(code) | told))
    place = rf"(?:{names})(?:市|县|区|省)?"
    zone = rf"(?:{_ZONES})"
    return re.compile(
        rf"{place}(?:[、和]{place})*(?:的)?{_BEGINS}|{zone}(?:[、和](?:{zone}|{place}))*(?:的)?"
    )


# A county that the text names in full: a former one, or one that the table does not have.
_TOLD = re.compile(
    r"(?:^|(?<=[，。、；：和与在\n]))(?P<name>[一-鿿]{2})[县市区](?![域级城委长政直])"
)
_NO_PLACE = frozenset(
    (
        "开发",
        "示范",
        "试验",
        "保护",
        "核心",
        "度假",
        "功能",
        "中心",
        "自治",
        "各个",
        "市县",
        "所有",
        "其他",
    )
)


def _told(text: str, code: str) -> frozenset[str]:
    if code == _NATION:
        return frozenset()
    return frozenset(match["name"] for match in _TOLD.finditer(text)) - _NO_PLACE


def _names(code: str) -> frozenset[str]:
    if not code:
        return frozenset()
    if code == _NATION:
        return frozenset(name for name in place_names() if name.endswith(("省", "自治区")))
    return place_names(Region(code, "")) - {"新城", "城区"}
