"""Provinces, prefectures and counties by name: `regions.tsv` as records.

Codes are those of GB/T 2260; names that went out of use since 1980 are kept with their last
year, so that a report of their time still resolves.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec

Level = Literal["nation", "province", "prefecture", "county"]

NATION_CODE = "100000"
_RANK = {"nation": 0, "province": 1, "prefecture": 2, "county": 3}

_PEOPLES = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|"
    "景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|"
    "鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各"
)
_AUTONOMOUS = re.compile(rf"(..+?)(?:(?:{_PEOPLES})族?)+自治[区州县旗]")
_GENERIC = re.compile(
    r"(..+?)(?:族?自治[区州县旗]|特别行政区|地区|林区|特区|矿区|[省市区县盟旗州])"
)
# Names that say only what kind of district it is; anywhere else they are common nouns.
_COMMON_NOUNS = frozenset({"郊区", "城区", "矿区", "新区", "市区", "特区"})


class Region(msgspec.Struct, frozen=True):
    """One administrative division, or the nation.

    Attributes:
        code: six digits of GB/T 2260; `100000` for the nation.
        name: the full name, `海东市`.
        until: the last year of a name that went out of use; None for today's divisions.
    """

    code: str
    name: str
    until: int | None = None

    @property
    def level(self) -> Level:
        """The level that the code gives."""
        if self.code == NATION_CODE:
            return "nation"
        if self.code.endswith("0000"):
            return "province"
        return "prefecture" if self.code.endswith("00") else "county"

    @property
    def short_name(self) -> str:
        """The name without the word for its kind and its peoples; the full name if no more remains.

        >>> Region("630222", "民和回族土族自治县").short_name
        '民和'
        """
        found = _AUTONOMOUS.fullmatch(self.name) if "自治" in self.name else None
        found = found or _GENERIC.fullmatch(self.name)
        return found[1] if found else self.name

    def is_within(self, other: Region) -> bool:
        """Say whether this division is `other` or lies in it."""
        stem = {"nation": 0, "province": 2, "prefecture": 4, "county": 6}[other.level]
        return self.code[:stem] == other.code[:stem]


@cache
def regions() -> tuple[Region, ...]:
    """Return all divisions in the order of their codes, read once."""
    text = files(__package__).joinpath("regions.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple(Region(row[0], row[1], int(row[2]) if row[2:] else None) for row in rows)


@cache
def _indexes() -> tuple[dict[str, list[Region]], ...]:
    """Index today's full names, today's other names, former full names, former other names."""
    indexes: tuple[dict[str, list[Region]], ...] = ({}, {}, {}, {})
    for region in regions():
        full, other = indexes[2:] if region.until else indexes[:2]
        full.setdefault(region.name, []).append(region)
        for name in _other_names(region):
            other.setdefault(name, []).append(region)
    return indexes


def _other_names(region: Region) -> set[str]:
    """Return 民和 and 民和县 for 民和回族土族自治县."""
    short = region.short_name
    return {short, short + region.name[-1]} - {region.name} if "自治" in region.name else {short}


def find_region(name: str, within: Region | None = None) -> Region | None:
    """Return the one division called `name`, or None if there is none or more than one.

    Divisions of today go before former ones, full names before short ones (民和, 民和县), and a
    division of higher level before one of lower level that shares its name. Names in a row
    (`浙江省杭州市西湖区`) are read from the left.

    Args:
        name: a full, short or former name in simplified characters.
        within: accept only divisions of this one; its own name counts.
    """
    for index in _indexes():
        found = _only(index.get(name, []), within)
        if found:
            return found
    return _find_chain(name, within)


def _only(found: list[Region], within: Region | None) -> Region | None:
    inside = [r for r in found if within is None or r.is_within(within)]
    highest = min((_RANK[r.level] for r in inside), default=0)
    left = [r for r in inside if _RANK[r.level] == highest]
    return left[0] if len(left) == 1 else None


def _find_chain(name: str, within: Region | None) -> Region | None:
    for cut in range(min(len(name) - 2, 20), 1, -1):
        outer = _only(_indexes()[0].get(name[:cut], []), within)
        inner = find_region(name[cut:], outer) if outer else None
        if inner:
            return inner
    return None


@cache
def place_names(within: Region | None = None) -> frozenset[str]:
    """Return the full and short names of today's divisions below the nation.

    Many short names are also words (和平, 平安, 新兴): where the report's own place is known,
    ask only for the names `within` it.
    """
    inside = [
        region
        for region in regions()
        if region.until is None
        and region.code != NATION_CODE
        and (within is None or region.is_within(within))
    ]
    return (
        frozenset(name for region in inside for name in (region.name, region.short_name))
        - _COMMON_NOUNS
    )
