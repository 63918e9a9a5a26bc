"""Which rates lie between 0 and 100%."""

from __future__ import annotations

import pytest

from duban.reference.bounded_rates import is_bounded, may_exceed


@pytest.mark.parametrize("name", ["森林覆盖率", "城镇登记失业率", "项目完工率", "新能源占比"])
def test_shares_of_a_whole_are_bounded(name: str) -> None:
    assert is_bounded(name)
    assert not may_exceed(name)


@pytest.mark.parametrize(
    "name", ["高中阶段毛入学率", "拨备覆盖率", "投资完成率", "产销率", "金融存贷比", "粮食自给率"]
)
def test_others_may_pass_it_by_definition(name: str) -> None:
    assert may_exceed(name)
    assert not is_bounded(name)


def test_an_unknown_rate_is_neither() -> None:
    assert not is_bounded("研发强度")
    assert not may_exceed("研发强度")
