"""What the last word of a name demands of a unit: 面积 an area, 产值 money."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from duban.reference.units import find_unit, units

COMPOSITE: Final = "composite"  # 公斤每亩, 元/人
_MONEY: Final = frozenset(("money",))
_GOODS: Final = frozenset(("mass", "volume", "things", "length", "energy", "area"))
_RATIO: Final = frozenset(("ratio", COMPOSITE))
_WORDS: Final = (
    (
        _MONEY,
        "产值 收入 支出 资金 总额 销售额 零售额 交易额 成交额 购物额 进出口额 出口额 进口额 投资额",
    ),
    (_MONEY, "利润 税收 花费 增加值 营收 余额 生产总值 经费"),
    (_GOODS, "产量 输出量"),
    (frozenset(("things", "mass")), "出栏量"),
    (frozenset((COMPOSITE, "mass")), "单产 亩产"),
    (frozenset(("area",)), "面积"),
    (frozenset(("length",)), "里程 长度"),
    (frozenset(("people",)), "人数 人次"),
    (frozenset(("households",)), "户数"),
    (frozenset(("things",)), "起数 件数"),
    (frozenset(("energy",)), "发电量 用电量"),
    (frozenset(("power",)), "装机 装机容量"),
    (_RATIO, "率 占比 比重 增速 涨幅 增幅"),
)
_DEMANDS: Final = {word: allowed for allowed, words in _WORDS for word in words.split()}
_HEAD = re.compile(f"(?:{'|'.join(sorted(_DEMANDS, key=len, reverse=True))})$")
# Heads that look like others: 名额 is no money, 效率 no share.
_NOT = re.compile("(?:[名员配份定]额|[效功频速汇斜曲]率|生产率|概率)$")
_VALUE = re.compile(
    r"[百千]分之|(?:[0-9][0-9,]*(?:\.[0-9]+)?|[一二三四五六七八九十百千万亿两点零〇]+)[百千万亿]*[多余]?"
)
_LONGEST: Final = 5  # characters of a unit
_CHANGES: Final = frozenset(("ratio",))


def demanded(name: str) -> frozenset[str]:
    """Return the dimensions that a name allows; empty where it does not tell."""
    found = _HEAD.search(name)
    return _DEMANDS[found[0]] if found and not _NOT.search(name) else frozenset()


def dimension(value: str) -> str:
    """Return the dimension of a value with its unit, folded; empty where it has none.

    >>> dimension("1.12亿元")
    'money'
    """
    found = _VALUE.search(value)
    if found is None or "第" in value[: found.start()]:
        return ""
    if found[0].startswith(("百分之", "千分之")):
        return "ratio"
    rest = value[found.end() :]
    unit = next(
        (rest[:size] for size in range(min(len(rest), 5), 0, -1) if _known(rest[:size])), ""
    )
    if not unit:
        return ""
    if rest[len(unit) :].startswith(("每", "/")):
        return COMPOSITE
    known = find_unit(unit)
    return known.dimension if known else ""


def fits(name: str, value_dimension: str) -> bool | None:
    """Say whether a value fits its name; None where words or unit do not tell.

    A share or a rate may be said of anything: 面积占30%, 产值增长5%.
    """
    allowed = demanded(name)
    if not allowed or not value_dimension or value_dimension in _CHANGES - allowed:
        return None
    return value_dimension in allowed


@cache
def _known(unit: str) -> bool:
    return unit in units().by_name
