"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duban.documents.encoding import decode
from duban.model import UserError

SIMPLIFIED = "云山市2024年地区生产总值增长5.6%，粮食总产量达到56.7万吨。\r\n新建农村公路500公里；"
TRADITIONAL = "雲山市去年糧食總產量達到五十六萬噸，比上年增長百分之三。\n工業生產總值完成計劃。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (SIMPLIFIED, "utf-8"),
        (SIMPLIFIED, "gb18030"),
        (TRADITIONAL, "utf-8"),
        (TRADITIONAL, "gb18030"),
        (TRADITIONAL, "big5hkscs"),
        (SIMPLIFIED, "utf-16-le"),
        (SIMPLIFIED, "utf-16-be"),
    ],
)
@pytest.mark.parametrize("times", [1, 50])
def test_what_offices_save_is_found(text: str, encoding: str, times: int) -> None:
    assert decode((text * times).encode(encoding), "a.txt") == (text * times, encoding)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_text(mark: bytes, encoding: str) -> None:
    assert decode(mark + SIMPLIFIED.encode(encoding), "a.txt") == (SIMPLIFIED, encoding)


@pytest.mark.parametrize("encoding", ["gb18030", "big5hkscs"])
def test_a_report_with_one_broken_byte_names_it(encoding: str) -> None:
    """Any reader that takes such a file for another encoding turns it into noise."""
    data = (TRADITIONAL * 40).encode(encoding)
    error = failure(data[:-2] + b"\xff" + data[-2:])

    assert error.code == "DC008"
    assert f"byte {len(data) - 1} is invalid in {encoding.upper()}" in error.en


def test_other_languages_are_not_taken_for_chinese() -> None:
    assert failure(("Отчет о работе за год. " * 9).encode("cp1251")).code == "DC008"
    assert failure(("Déjà vu, façade naïve. " * 9).encode("latin-1")).code == "DC008"
    assert failure(("日本語のテキストです。" * 9).encode("shift_jis")).code == "DC008"


def test_a_long_line_is_decoded_whole() -> None:
    for lead in range(4):
        text = "1" * lead + "粮食总产量达到五十六万吨，" * 20_000

        assert decode(text.encode("gb18030"), "a.txt").text == text


def test_bytes_far_from_the_start_tell_the_encoding() -> None:
    text = "plain\n" * 20_000 + SIMPLIFIED

    assert decode(text.encode("gb18030"), "a.txt").text == text


def failure(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        decode(data, "a.txt")
    return caught.value


def test_utf8_cut_inside_a_character_names_the_byte() -> None:
    error = failure(SIMPLIFIED.encode()[:-1])

    assert error.code == "DC008"
    assert f"byte {len(SIMPLIFIED.encode()) - 2} is invalid in UTF-8" in error.en


def test_utf16_with_half_a_character() -> None:
    assert failure(codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le")[:-1]).code == "DC008"


def test_another_encoding_in_the_middle_is_not_read_as_noise() -> None:
    mixed = (SIMPLIFIED * 40).encode() + (SIMPLIFIED * 2).encode("gb18030")

    assert failure(mixed).code == "DC008"


def test_programs_are_no_text() -> None:
    assert failure(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8).code == "DC007"
    assert failure(b"text with a \x07 bell").code == "DC007"


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data, "a.txt")
    except UserError as error:
        refused = error.code
    else:
        refused = ""
        assert decoded.text.encode(decoded.encoding) in data
    assert refused in {"", "DC007", "DC008"}
