"""Units in running text: the vocabulary as one pattern, composites included."""

from __future__ import annotations

from duban.grammar.alternation import gated
from duban.reference.units import units

_NAMES = units().by_name
# A unit by itself.
SIMPLE = (
    rf"(?:{gated(name for name in _NAMES if not name.isascii())}|%|"
    rf"{gated(name for name in _NAMES if name.isascii() and name != '%')}(?![A-Za-z]))"
)
_PER = (
    "年|月|日|天|次|小时|秒|人|户|件|亩|公顷|平方公里|平方米|立方米|升|吨|公斤|千克|千瓦时|"
    "m³|L|km²|[十百千万亿]{1,2}(?:元|人|户|吨|平方公里|公里|公顷)"
)
_EACH = "亩|公顷|平方公里|立方米|平方米|吨|千瓦时|公斤|小时"
_OR = "间|套|台|次|只|匹|头|处|段|条|户|个|名|人|、"
# A simple unit, another one in brackets (套（间）), a denominator (公斤每亩, 元/人·年).
UNIT = rf"{SIMPLE}(?:（(?:{_OR})+）)?(?:(?:/(?:{_PER})|每(?:{_EACH}))(?:·[年月天次人])?)?"

_STOPS = {name: tuple(stops) for name, stops in units().not_before.items()}


def is_cut_short(unit: str, text: str, end: int) -> bool:
    """Say whether what was taken for `unit` begins another word: 部 in 部门, 人 in 人均."""
    stops = _STOPS.get(unit)
    return stops is not None and text.startswith(stops, end)


def dimension(unit: str) -> str:
    """Return the unit's dimension, a composite's first part's; empty where it is unknown."""
    found = _NAMES.get(unit) or _NAMES.get(unit.partition("/")[0])
    return found.dimension if found else ""


def base_unit(written: str) -> str:
    """Return the unit as a ledger names it: `公斤每亩` is `公斤/亩`, `百分点` is `个百分点`.

    >>> base_unit("公斤每亩")
    '公斤/亩'
    """
    if "每" in written:
        written = written.replace("每", "/")
    return "个百分点" if written == "百分点" else written
