"""The indicators: the file is whole, and names of reports find theirs or nothing."""

from __future__ import annotations

from collections import Counter

import pytest

from duban.reference.indicators import indicators, resolve
from duban.reference.units import units


def test_no_name_stands_for_two_indicators() -> None:
    names = Counter(n for i in indicators().values() for n in (i.name, *i.aliases))
    assert [name for name, count in names.items() if count > 1] == []


def test_every_dimension_is_one_of_units() -> None:
    known = {unit.dimension for unit in units().by_name.values()} | {"per"}
    assert {i.dimension for i in indicators().values()} <= known


def test_only_money_and_values_per_something_have_a_price_basis() -> None:
    assert {i.dimension for i in indicators().values() if i.constant_price} <= {"money", "per"}


@pytest.mark.parametrize(
    ("name", "canonical", "rule"),
    [
        ("地区生产总值", "地区生产总值", "name"),
        ("CPI", "居民消费价格", "name"),
        ("“小巨人”企业", "专精特新“小巨人”企业", "name"),
        ("全省规上工业增加值", "规模以上工业增加值", "trimmed"),
        ("经济增长预期目标", "地区生产总值", "trimmed"),
        ("城镇新增就业预期目标", "城镇新增就业", "trimmed"),
        ("云山县粮食产量", "粮食产量", "ending"),
    ],
)
def test_a_name_finds_its_indicator(name: str, canonical: str, rule: str) -> None:
    match = resolve(name)
    assert match is not None
    assert (match.indicator.name, match.rule) == (canonical, rule)


@pytest.mark.parametrize("name", ["", "其他", "人均粮食产量", "主要指标", "单位粮食产量"])
def test_what_is_not_sure_stays_unresolved(name: str) -> None:
    assert resolve(name) is None
