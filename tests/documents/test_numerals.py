"""Word's number formats."""

from __future__ import annotations

import pytest

from duban.documents.numerals import numeral

EXAMPLES = {
    "chineseCounting": {1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五"},
    "chineseCountingThousand": {100: "一百", 105: "一百零五", 110: "一百一十", 2030: "二千零三十"},
    "japaneseCounting": {12: "十二"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "11"},
    "ideographZodiac": {12: "亥"},
    "ideographDigital": {10: "一〇", 25: "二五"},
    "chineseLegalSimplified": {3: "叁", 12: "壹拾贰"},
    "decimal": {7: "7"},
    "decimalZero": {7: "07"},
    "decimalFullWidth": {12: "１２"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedParen": {2: "⑵"},
    "upperLetter": {1: "A", 27: "AA"},
    "lowerLetter": {26: "z"},
    "upperRoman": {4: "IV", 19: "XIX"},
    "lowerRoman": {8: "viii"},
    "none": {1: ""},
    "a format of the future": {3: "3"},
}


@pytest.mark.parametrize(
    ("style", "number", "written"),
    [(style, n, w) for style, cases in EXAMPLES.items() for n, w in cases.items()],
)
def test_numbers_are_written_as_word_does(style: str, number: int, written: str) -> None:
    assert numeral(number, style) == written
