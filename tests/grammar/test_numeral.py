"""Numerals against an oracle: what cn2an writes, `parse_number` reads back."""

from __future__ import annotations

from decimal import Decimal

import cn2an  # type: ignore[import-untyped]  # it has no stubs
from hypothesis import example, given
from hypothesis import strategies as st

from duban.grammar.numeral import parse_number
from duban.grammar.quantity import quantities

# Above this cn2an writes 万亿 in a way of its own.
INTEGERS = st.one_of(st.integers(0, 99_999), st.integers(0, 10**12 - 1))
SCALES = st.sampled_from(["", "十", "百", "千", "万", "亿", "万亿"])


def spoken(number: int) -> str:
    return str(cn2an.an2cn(number))


@given(INTEGERS)
@example(10)
@example(110)
@example(10_500)
@example(1_000_010)
@example(100_000_001)
def test_integers_are_read_back(number: int) -> None:
    assert parse_number(spoken(number))[0] == number


@given(st.integers(0, 9999), st.text("零一二三四五六七八九", min_size=1, max_size=4))
def test_decimals_are_read_back(whole: int, places: str) -> None:
    written = f"{spoken(whole)}点{places}"
    digits = "".join(str("零一二三四五六七八九".index(char)) for char in places)
    assert parse_number(written) == (
        Decimal(f"{whole}.{digits}"),
        Decimal(1).scaleb(-len(places)),
    )


@given(st.decimals("0", "99999", places=2), SCALES)
def test_a_scale_multiplies_value_and_step(number: Decimal, scale: str) -> None:
    power = sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[char] for char in scale)
    value, step = parse_number(f"{number:f}", scale)
    assert value == number.scaleb(power)
    assert step == Decimal("0.01").scaleb(power)


@given(st.integers(0, 10**9))
def test_arabic_digits_with_commas_or_spaces_are_the_same_number(number: int) -> None:
    wanted = Decimal(number), Decimal(1)
    assert parse_number(str(number)) == wanted
    assert parse_number(f"{number:,}") == wanted
    assert parse_number(f"{number:,}".replace(",", " ")) == wanted


@given(st.integers(20, 10**8))
def test_a_numeral_with_a_unit_is_one_quantity(number: int) -> None:
    text = f"完成{spoken(number)}公顷"
    (found,) = quantities(text)
    assert (found.start, found.end) == (2, len(text))
    assert (found.value, found.unit) == (Decimal(number), "公顷")


@given(st.text("零〇一二两三四五六七八九十百千万亿点0123456789., ", max_size=12))
def test_any_run_of_numeral_characters_is_a_number_or_a_value_error(text: str) -> None:
    try:
        value, step = parse_number(text)
    except ValueError:
        return
    assert value.is_finite()
    assert step > 0
