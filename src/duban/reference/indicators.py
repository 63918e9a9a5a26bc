"""The indicators of government reports: `indicators.yaml` as records, and finding one by name."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Flow(StrEnum):
    """How an indicator's level behaves in time; decides how progress within a year is judged."""

    FLOW = "flow"  # counts up within the year and starts anew
    RATE = "rate"  # is itself a rate of change
    RATIO = "ratio"  # a share or proportion
    STOCK = "stock"  # holds at a date
    GRADE = "grade"  # a class: Ⅰ better than Ⅱ
    INDEX = "index"  # a score
    NODE = "node"  # there or not there on a date


class Better(StrEnum):
    """Which way an indicator moves when things go well."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class Indicator(msgspec.Struct, frozen=True):
    """One indicator of government reports.

    Attributes:
        name: canonical Chinese name, which is also its identity.
        english: English name.
        aliases: other names, as reports write them.
        dimension: of its level, as in `units.yaml`; `per` for a value per something.
        flow: how its level behaves in time.
        better: which way is well.
        constant_price: whether its rate of change is at constant prices.
        money: whether it is money, so that the price basis matters at all.
        nature: `binding` or `expected`, as the five-year plans set it; empty where they do not.
        group: the field it belongs to, in Chinese.
        source: where name, kind, price basis and nature come from.
    """

    name: str
    english: str
    aliases: tuple[str, ...]
    dimension: str
    flow: Flow
    better: Better
    constant_price: bool
    money: bool
    nature: str
    group: str
    source: str


class Match(msgspec.Struct, frozen=True):
    """An indicator found for a name.

    Attributes:
        indicator: the one found.
        confidence: 1 for its name or an alias, less for what had to be left out, above 0.5 always.
        rule: `name`, `trimmed` or `ending`.
    """

    indicator: Indicator
    confidence: float
    rule: str


# Words around an indicator's name that leave it the same indicator.
_BEFORE = re.compile(
    r"(?:全国|全省|全市|全县|全区|全州|全盟|全旗|全自治区|我国|我省|我市|我县|我区|本省|本市|本县"
    r"|全年|年度|年均|预计|预期|计划|中央|力争|确保|实现|完成|其中|提出了?|今年|明年|去年|地方|为?到\d+年|五年|每年|主要)+"
)
_BEHIND = re.compile(
    r"(?:年均|年度|全年|实际|预期|宏观调控|调控|的|增长|增速|增幅|涨幅|增长率|增长速度|目标|总量|总额|数量|规模|水平|任务"
    r"|力?争?控制|稳定|保持|达到?|拟?定为?|安排|设?定|突破|超过?|为|在|比|人?数|要)+$"
)
_OWN = 4  # letters of a name that is long enough to be known by its ending
_SPECIFIC = re.compile(r"(?:人均|户均|地均|亩均|单位|每[万千百]?\w|占|率|类|额|量)$")
_QUOTES = re.compile(r"[“”‘’\"「」]")
_TRIMMED, _ENDING = 0.9, 0.7


@cache
def indicators() -> dict[str, Indicator]:
    """Return the indicators by canonical name, read once."""
    data = yaml.load(files(__package__).joinpath("indicators.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return {
        name: _indicator(name, row, group)
        for group in data["groups"]
        for name, row in group["indicators"].items()
    }


def _indicator(name: str, row: dict[str, object], group: dict[str, str]) -> Indicator:
    aliases = row.get("also", [])
    return Indicator(
        name=name,
        english=str(row["en"]),
        aliases=tuple(map(str, aliases if isinstance(aliases, list) else ())),
        dimension=str(row["dim"]),
        flow=Flow(str(row["kind"])),
        better=Better(str(row["better"])),
        constant_price=row.get("price") == "constant",
        money="price" in row,
        nature=str(row.get("nature", "")),
        group=group["name"],
        source=group["source"],
    )


@cache
def _by_name() -> dict[str, Indicator]:
    return {
        _QUOTES.sub("", name): indicator
        for indicator in indicators().values()
        for name in (indicator.name, *indicator.aliases)
    }


@cache
def resolve(name: str) -> Match | None:
    """Return the indicator that a report calls `name`, or None where that is not sure.

    The name itself is tried, then the name without words that do not change it (全省, 年均,
    预期目标), then its ending, where what stands before is a place or another owner.
    """
    bare = _QUOTES.sub("", name)
    known = _by_name()
    if bare in known:
        return Match(known[bare], 1.0, "name")
    trimmed = _BEHIND.sub("", _BEFORE.sub("", bare, count=1))
    for candidate in (_BEFORE.sub("", bare, count=1), _BEHIND.sub("", bare), trimmed):
        if candidate in known:
            return Match(known[candidate], _TRIMMED, "trimmed")
    return _by_ending(trimmed)


def _by_ending(name: str) -> Match | None:
    for start in range(1, len(name) - _OWN + 1):
        found = _by_name().get(name[start:])
        if found is not None:
            sure = not _SPECIFIC.search(name[:start])
            return Match(found, _ENDING, "ending") if sure else None
    return None
