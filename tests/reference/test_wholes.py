"""Partitions and containments: names of wholes and of their parts do not mix."""

from __future__ import annotations

import pytest

from duban.reference.anniversaries import anniversaries
from duban.reference.contained import containment_words, containments
from duban.reference.partitions import partitions


@pytest.mark.parametrize(
    ("name", "part"),
    [("进口总额", 0), ("出口总额", 1), ("进出口总额", None), ("投资", None)],
)
def test_trade_is_divided_into_imports_and_exports(name: str, part: int | None) -> None:
    assert partitions()[0].part(name) == part


def test_what_is_no_tax_is_not_taken_for_a_tax() -> None:
    revenue = next(p for p in partitions() if ("非税",) in p.parts)
    assert [revenue.part(name) for name in ("非税收入", "税收收入")] == [0, 1]


@pytest.mark.parametrize("name", ["进出口额", "公路里程", "汽车产量", "常住人口", "粮食产量"])
def test_no_whole_is_a_part_of_itself(name: str) -> None:
    wholes, parts = containment_words(name)
    assert wholes
    assert not parts


def test_a_part_is_found_by_its_name() -> None:
    assert any(c.holds_part("新能源汽车产量") for c in containments())
    assert containment_words("空气质量优良率") == ((), ())


def test_anniversaries_are_years() -> None:
    known = anniversaries()
    assert all(1900 < year < 2100 for year in (known.events | known.founded).values())
