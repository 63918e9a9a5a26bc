"""Lines of a text and composed blocks."""

from __future__ import annotations

import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from duban.documents.content import BLANK, Block, Piece, compose, lines, origins

TEXTS = st.text(
    st.one_of(st.sampled_from("甲乙。 \t\n\r\f\v\u3000\ufeff\u200b\u2028\x85a1"), st.characters())
)


def spelled(text: str) -> list[str]:
    return [p.span.of(text) for p in lines(text)]


def test_every_kind_of_line_end_parts_paragraphs() -> None:
    assert spelled("甲\r\n乙\r丙\n丁\f戊\u2028己") == ["甲", "乙", "丙", "丁", "戊", "己"]


def test_blanks_around_a_line_are_left_out_and_blanks_inside_stay() -> None:
    assert spelled("\u3000\u3000各位代表：\u200b \n \t\n市长\u3000李某 \n") == [
        "各位代表：",
        "市长\u3000李某",
    ]


def test_blank_lines_have_no_number() -> None:
    assert [p.number for p in lines("甲\n\n\n乙")] == [1, 2]


def test_blank_covers_all_that_python_calls_space() -> None:
    assert [c for c in map(chr, range(0x110000)) if c.isspace() and c not in BLANK] == []


@given(TEXTS)
@settings(deadline=None)
def test_paragraphs_hold_every_character_once_and_in_order(text: str) -> None:
    found = lines(text)
    kept = "".join(p.span.of(text) for p in found)

    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert re.sub(f"[{BLANK}]", "", kept) == re.sub(f"[{BLANK}]", "", text)
    for paragraph in found:
        words = paragraph.span.of(text)
        assert words == words.strip(BLANK) != ""
        assert len(words.splitlines()) == 1


@given(
    st.lists(st.builds(Block, TEXTS, st.one_of(st.none(), st.integers(1, 9)), pieces=st.just(())))
)
@settings(deadline=None)
def test_composed_blocks_are_found_again(blocks: list[Block]) -> None:
    text, paragraphs = compose(blocks)

    kept = [b for b in blocks if b.text.strip(BLANK)]
    assert [p.page for p in paragraphs] == [b.page for b in kept]
    assert [p.span for p in paragraphs] == [p.span for p in lines(text)]


@given(st.lists(st.lists(TEXTS)))
@settings(deadline=None)
def test_every_character_of_a_composed_text_knows_where_it_came_from(
    texts: list[list[str]],
) -> None:
    held = [[(part, etree.Element("t")) for part in parts] for parts in texts]
    blocks = [
        Block("".join(p for p, _ in parts), pieces=tuple(Piece(p, e) for p, e in parts))
        for parts in held
    ]
    contents = {element: part for parts in held for part, element in parts}
    text, _ = compose(blocks)
    found = origins(blocks)

    assert len(found) == len(text)
    for sign, origin in zip(text, found, strict=True):
        if origin is None:
            assert sign == "\n"
        else:
            source = contents[origin[0]][origin[1]]
            assert sign == source or (sign == " " and len(f"甲{source}甲".splitlines()) > 1)


@pytest.mark.parametrize("unit", ["甲", " ", "甲 ", "\n", "\r\n", "甲\n", " \u3000\n"])
def test_ten_megabytes_take_a_moment(unit: str) -> None:
    text = unit * (3_000_000 // len(unit))
    start = process_time()
    lines(text)

    assert process_time() - start < 8
