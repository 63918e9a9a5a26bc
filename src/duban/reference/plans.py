"""The five-year plans and their years.

Source: the plans as adopted by the National People's Congress, and its decision on the years
1963–1965 of adjustment between the second and the third plan.
"""

from __future__ import annotations

import re
from typing import Final

_FIRST: Final = {1: (1953, 1957), 2: (1958, 1962)}
_THIRD_BEGINS: Final = 1966  # after three years of adjustment
_LATEST: Final = 20  # no report speaks of plans further ahead
_YEARS: Final = 5

# numeral → number of a plan
NUMERALS: Final = {
    numeral: number
    for number, numeral in enumerate("一 二 三 四 五 六 七 八 九 十".split(), start=1)  # noqa: SIM905  reads as what it is
} | {f"十{unit}": 10 + number for number, unit in enumerate("一二三四五六七八九", start=1)}

# “十四五”, 第十四个五年规划. Its groups `short` and `full` hold the numeral, which is 十 in 十五.
PLAN_NAME: Final = (
    r"[“\"「『]?(?P<short>十[一二三四五六七八九]?|[一二三四五六七八九])五[”\"」』]?(?=时期|期间|以来|规划|计划|末|[”\"」』])"
    r"|第(?P<full>十[一二三四五六七八九]?|[一二三四五六七八九])个五年(?=规划|计划)"
)
_PLAN = re.compile(PLAN_NAME)


def plan_years(number: int) -> tuple[int, int]:
    """Return the first and the last year of a five-year plan.

    >>> plan_years(14)
    (2021, 2025)

    Raises:
        ValueError: there is no plan of that number.
    """
    if number in _FIRST:
        return _FIRST[number]
    if not 1 <= number <= _LATEST:
        raise ValueError(f"no five-year plan {number}")
    first = _THIRD_BEGINS + _YEARS * (number - 3)
    return first, first + _YEARS - 1


def plan_number(name: str) -> int | None:
    """Return the number of a plan from its name in simplified characters.

    >>> plan_number("“十五”时期"), plan_number("“十五五”规划"), plan_number("第七个五年计划")
    (10, 15, 7)
    """
    found = _PLAN.search(name)
    return NUMERALS[found["short"] or found["full"]] if found else None
