"""A prefix-factored alternation matches what the plain list matches, longest first."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duban.grammar.alternation import alternation, gated

WORDS = st.lists(st.text(alphabet="建设成投.]^-\\|)", max_size=5), max_size=12)


@pytest.mark.parametrize(
    ("words", "pattern"),
    [
        ([], "(?!)"),
        ([""], "(?!)"),
        (["建"], "建"),
        (["建", "建成"], "建成?"),
        (["建", "建成投运"], "建(?:成投运)?"),
        (["建成", "建设"], "建[成设]"),
        (["亿", "万", "万亿"], "(?:万亿?|亿)"),
    ],
)
def test_beginnings_are_shared(words: list[str], pattern: str) -> None:
    assert alternation(words) == pattern


@given(WORDS, st.text(alphabet="建设成投.]^-\\|)", max_size=8))
def test_the_longest_word_at_a_place_is_found(words: list[str], text: str) -> None:
    found = re.match(alternation(words), text)
    fitting = [word for word in words if word and text.startswith(word)]
    assert (found.group() if found else "") == max(fitting, key=len, default="")


@given(WORDS)
def test_every_word_matches_whole_and_nothing_is_captured(words: list[str]) -> None:
    pattern = re.compile(alternation(words))
    assert pattern.groups == 0
    assert all(pattern.fullmatch(word) for word in words if word)


@given(st.sets(st.characters(), min_size=1, max_size=300), st.text(max_size=3))
def test_a_class_before_the_words_changes_nothing(firsts: set[str], text: str) -> None:
    words = [first + rest for first in firsts for rest in ("", "成", "立了")]
    assert str(re.match(gated(words), text)) == str(re.match(alternation(words), text))
    assert all(re.fullmatch(gated(words), word) for word in words[:9])
