"""On which prices and scope the growth of an indicator is published: `price_basis.yaml`.

A real rate of growth says nothing about levels at current prices. Every rule that sets a rate
against levels asks here first.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it
# What may follow the name of an indicator without changing it.
_TAIL = re.compile(r"(?:总量|规模|总规模|水平|总体|预计|累计|合计|（[^（）]*）|数|额)$")
_RESTATED = re.compile(
    "可比|不变价|实际增|实际下|实际提|实际年|实际上升|扣除|剔除|同口径|平均实际|年均实际|现价"
)
_LONGEST = 12  # characters of a key


class Basis(StrEnum):
    """How the growth of an indicator stands to its printed levels."""

    CURRENT = "current"  # growth is that of the levels
    CONSTANT = "constant"  # growth at constant prices, levels at current ones
    COMPARABLE = "comparable"  # growth on the scope of now, levels on that of then
    EITHER = "either"  # published both ways


@cache
def _names() -> dict[str, Basis]:
    data = yaml.load(files(__package__).joinpath("price_basis.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return {name: Basis(basis) for basis, names in data.items() for name in names}


def growth_basis(indicator: str) -> Basis:
    """Return how the growth of `indicator` stands to its levels, from the end of its name.

    >>> growth_basis("规上工业增加值"), growth_basis("粮食产量")
    (<Basis.CONSTANT: 'constant'>, <Basis.CURRENT: 'current'>)
    """
    return _by_ending(indicator) or _by_ending(_TAIL.sub("", indicator)) or Basis.CURRENT


def _by_ending(name: str) -> Basis | None:
    """Return the basis under the longest key that a name ends in."""
    names = _names()
    starts = range(max(len(name) - _LONGEST, 0), len(name))
    return next((names[name[at:]] for at in starts if name[at:] in names), None)


def is_restated(words: str) -> bool:
    """Say whether words tell that a rate was computed on another price or scope.

    >>> is_restated("，按可比价格计算，增长"), is_restated("，比上年增长")
    (True, False)
    """
    return bool(_RESTATED.search(words))
