"""Whose growth is at constant prices."""

from __future__ import annotations

import pytest

from duban.reference.price_basis import Basis, growth_basis, is_restated


@pytest.mark.parametrize(
    ("indicator", "basis"),
    [
        ("地区生产总值", Basis.CONSTANT),
        ("人均地区生产总值", Basis.CONSTANT),
        ("第三产业增加值", Basis.CONSTANT),
        ("规上工业增加值总量", Basis.CONSTANT),
        ("工农业总产值", Basis.CONSTANT),
        ("固定资产投资", Basis.COMPARABLE),
        ("地方一般公共预算收入", Basis.COMPARABLE),
        ("农村居民人均可支配收入", Basis.EITHER),
        ("粮食产量", Basis.CURRENT),
        ("进出口总额", Basis.CURRENT),
        ("", Basis.CURRENT),
    ],
)
def test_basis_by_the_end_of_the_name(indicator: str, basis: Basis) -> None:
    assert growth_basis(indicator) is basis


@pytest.mark.parametrize(
    ("words", "restated"),
    [
        ("，按可比价格计算，增长", True),
        ("，扣除价格因素，实际增长", True),
        ("（同口径增长", True),
        ("，比上年增长", False),
        ("，实际完成", False),
    ],
)
def test_words_that_tell_of_another_price_or_scope(words: str, *, restated: bool) -> None:
    assert is_restated(words) is restated
