"""Writes values as people would on the margin of a draft: in the scale of a printed figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.grammar.folding import fold

if TYPE_CHECKING:
    from decimal import Decimal

    from duban.model import Figure

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.([0-9]+))?")
_MORE_DIGITS = 2  # than the printed figure has, so that rounding can be seen


def amount(value: Decimal, like: Figure, *, digits: int = _MORE_DIGITS) -> str:
    """Write a value in the scale and unit of a printed figure: `56.03万吨` for `56万吨`.

    Args:
        value: in the figure's base unit.
        like: the printed figure.
        digits: how many decimals more than the printed figure has.
    """
    found = _NUMBER.search(fold(like.text))
    if found is None:  # Chinese numerals: digits, in 万 and 亿
        return f"{scaled(value)}{like.unit}"
    decimals = len(found[1] or "")
    scale = like.step * 10**decimals
    return f"{plain(value / scale, decimals + digits)}{like.text[found.end() :].strip()}"


def scaled(value: Decimal) -> str:
    """Write a number in the 万 or 亿 that Chinese readers count in: `1900000` is `190万`."""
    for name, size in (("亿", 10**8), ("万", 10**4)):
        if abs(value) >= size:
            return f"{plain(value / size)}{name}"
    return plain(value)


def percent(ratio: Decimal, digits: int = 2) -> str:
    """Write a ratio as a percentage: `0.029028` is `2.9%`."""
    return f"{plain(ratio * 100, digits)}%"


def plain(value: Decimal, digits: int = 4) -> str:
    """Write a number without needless zeros or exponent."""
    if not value.is_finite():
        return "∞" if value > 0 else "-∞"
    text = f"{value:.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"
