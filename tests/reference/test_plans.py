"""The five-year plans."""

from __future__ import annotations

import pytest

from duban.reference.plans import plan_number, plan_years


@pytest.mark.parametrize(
    ("number", "years"),
    [
        (1, (1953, 1957)),
        (2, (1958, 1962)),
        (3, (1966, 1970)),
        (5, (1976, 1980)),
        (10, (2001, 2005)),
        (14, (2021, 2025)),
        (15, (2026, 2030)),
    ],
)
def test_years(number: int, years: tuple[int, int]) -> None:
    assert plan_years(number) == years


@pytest.mark.parametrize("number", [0, -1, 21])
def test_no_such_plan(number: int) -> None:
    with pytest.raises(ValueError, match="no five-year plan"):
        plan_years(number)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("“一五”计划", 1),
        ("“十五”时期", 10),
        ("“十五五”时期", 15),
        ("“十四五”", 14),
        ("「八五」", 8),
        ("十三五规划", 13),
        ("第七个五年计划", 7),
        ("第十四个五年规划", 14),
        ("十五", None),
        ("第十五届", None),
        ("五年规划", None),
    ],
)
def test_number(name: str, number: int | None) -> None:
    assert plan_number(name) == number
