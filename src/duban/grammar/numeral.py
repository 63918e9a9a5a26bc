"""Numerals: Arabic, Chinese and mixed, with their scales, as written.

The value and its step come from the digits alone: `56万` is 560000 with a step of 10000.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

DIGITS = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "两": 2,
}
SCALES = {"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}
# No number of a report has more digits; longer runs are noise and would cost quadratic time.
LONGEST = 30
_LARGEST = 20  # powers of ten; beyond it a number is noise, and Decimal would round it
_MIXED = r"\d{1,9}亿\d{1,9}[百千]?[多余]?万|\d{1,9}万\d{1,9}[百千]"  # 2万5千
_GROUPED = r"\d{1,3}(?:[, ]\d{3}){1,9}(?![0-9])(?:\.\d{1,9})?"  # 1,234.5 or 1 234.5
_SPACED = r"\d(?: \d){1,20}(?!\d)(?: ?\. ?\d(?: ?\d){0,9})?"  # 1 6 5 5
ARABIC = rf"{_MIXED}|{_GROUPED}|{_SPACED}|\d{{1,{LONGEST}}}(?: ?\. ?\d{{1,{LONGEST}}})?"
HANZI_DIGIT = "零〇一二两三四五六七八九"
# 千 may begin a unit (千瓦), and 两 after a scale is one (七万万两).
_HANZI_CHAR = r"(?:[零〇一二三四五六七八九十百万亿]|千(?![瓦米克卡伏帕赫])|两(?=[百千万亿]))"
HANZI = (
    rf"(?:{_HANZI_CHAR}|两){_HANZI_CHAR}{{0,{LONGEST}}}"
    rf"(?:点[{HANZI_DIGIT}]{{1,9}}[十百千万亿]{{0,4}})?"
)

_GROUP = re.compile(rf"(\d+|[{HANZI_DIGIT}]*)([十百千]?)")
_ONLY_DIGITS = re.compile(rf"[{HANZI_DIGIT}]{{2,}}")
_LEAD_SCALES = 4  # 千 and below: 十 百 千 have the powers 1 to 3

Number = tuple[Decimal, Decimal]


@lru_cache(maxsize=65536)
def parse_number(text: str, scale: str = "") -> Number:
    """Return the value and the weight of the last digit written.

    Args:
        text: a numeral in folded characters, spaces and thousands commas allowed.
        scale: 十, 百, 千, 万, 亿 or a run of them (万亿) that multiplies the whole.

    Raises:
        ValueError: if the text is no numeral.

    >>> parse_number("605.46", "亿")
    (Decimal('60546000000'), Decimal('1000000'))
    >>> parse_number("两万四千")
    (Decimal('24000'), Decimal('1000'))
    """
    digits, exponent = _significant(text)
    exponent += sum(SCALES[char] for char in scale)
    if exponent > _LARGEST or digits >= 10**_LARGEST:
        raise ValueError(text)
    return _decimal(digits, exponent), _decimal(1, exponent)


def _significant(text: str) -> tuple[int, int]:
    """Return the numeral as an integer and the power of ten of its last written digit."""
    text = text.replace(" ", "").replace(",", "")
    if not text or text.endswith((".", "点")):
        raise ValueError(text)
    whole, point, rest = text.partition("." if "." in text else "点")
    if not point:
        return _whole(text)
    decimals = rest.rstrip("十百千万亿")
    exponent = sum(SCALES[char] for char in rest[len(decimals) :])
    places = "".join(str(DIGITS.get(char, char)) for char in decimals)
    leading, zeros = _whole(whole)
    return int(f"{leading * 10**zeros}{places}"), exponent - len(places)


def _whole(text: str) -> tuple[int, int]:
    if text.isdecimal() and text.isascii():
        return int(text), 0
    if _ONLY_DIGITS.fullmatch(text):
        return int("".join(str(DIGITS[char]) for char in text)), 0
    value, last = _scaled(text)
    return value // 10**last, last


def _scaled(text: str) -> tuple[int, int]:
    """Read a whole numeral with 亿 and 万; return its value and its last digit's power of ten."""
    for scale, power in (("亿", 8), ("万", 4)):
        head, found, tail = text.rpartition(scale)
        if found:
            high, high_last = _scaled(head) if head else (1, 0)
            low, low_last = _tail(tail, power)
            last = low_last if low else high_last + power
            return high * 10**power + low, last
    return _below_ten_thousand(text)


def _tail(text: str, power: int) -> tuple[int, int]:
    """Read what follows 亿 or 万; a single bare digit counts the next lower place (三万五)."""
    gap = text.startswith(("零", "〇"))  # 三万零五 is 30005, 三万五 is 35000
    text = text.lstrip("零〇")
    if not text:
        return 0, 0
    if len(text) == 1 and text in DIGITS and not gap:
        return DIGITS[text] * 10 ** (power - 1), power - 1
    return _scaled(text)


def _below_ten_thousand(text: str) -> tuple[int, int]:
    value, last, at, power = 0, 0, 0, 4
    while at < len(text):
        match = _GROUP.match(text, at)
        if not match or not match.group():
            raise ValueError(text)
        power, before = SCALES.get(match[2], 0), power
        digit = _digit(match[1])
        bare = (
            digit is not None
            and not match[2]
            and 1 < before < _LEAD_SCALES
            and match[1][0] not in "零〇"
        )
        power = before - 1 if bare else power  # 一百二 is 120
        value += (1 if digit is None else digit) * 10**power
        last, at = power, match.end()
    return value, last


def _digit(text: str) -> int | None:
    text = text.lstrip("零〇") or text[:1]
    if not text:
        return None
    if text.isascii():
        return int(text)
    if len(text) > 1:
        raise ValueError(text)
    return DIGITS[text]


@lru_cache(maxsize=4096)
def _decimal(digits: int, exponent: int) -> Decimal:
    return Decimal(digits * 10**exponent) if exponent >= 0 else Decimal(digits).scaleb(exponent)
