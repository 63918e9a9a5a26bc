"""Tells a character that was typed twice from 人人 and from 中国国家, where two words meet."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it
_LONGEST = 3  # characters of a word


class Doubles(msgspec.Struct, frozen=True):
    """What may stand twice in a row.

    Attributes:
        repeated: characters of which words of form AA are made.
        every: characters that are doubled to mean every one of them.
        every_one: what then follows.
        names: names and phrases in which the double belongs.
        single: characters that are words by themselves.
        stutters: words that could meet at a shared character, but not in one phrase.
        phrases: words of two characters that stand twice on purpose.
        words: words of two and three characters.
    """

    repeated: frozenset[str]
    every: frozenset[str]
    every_one: frozenset[str]
    names: tuple[str, ...]
    single: frozenset[str]
    stutters: tuple[str, ...]
    phrases: frozenset[str]
    words: frozenset[str]


@cache
def doubles() -> Doubles:
    """Return what may stand twice in a row, read once."""
    rules, words = _load("doubled.yaml"), _load("words.yaml")
    return Doubles(
        frozenset(rules["repeated"].split()),
        frozenset(rules["every"].split()),
        frozenset(rules["every_one"].split()),
        tuple(rules["names"]),
        frozenset(rules["single"].split()),
        tuple(rules["stutters"]),
        frozenset(rules["phrases"].split()),
        frozenset(words["words"].split()),
    )


def meeting(text: str, at: int) -> int:
    """Return how many of the characters at `at` and behind it are the rim of a word.

    Two of them: one word ends and another begins. None: nobody would write it so.

    Args:
        text: folded text in which `text[at] == text[at + 1]`.
        at: offset of the first of the two.
    """
    words = doubles().words
    sizes = range(2, _LONGEST + 1)
    ends = any(at + 1 >= n and text[at + 1 - n : at + 1] in words for n in sizes)
    begins = any(text[at + 1 : at + 1 + n] in words for n in sizes)
    counted = text[at + 2 : at + 3].isdecimal()  # no word by itself before a number
    if text[at] in doubles().single and (ends or begins) and not counted:
        return 2
    return ends + begins


def _load(name: str) -> dict[str, str]:
    content = files(__package__).joinpath(name).read_bytes()
    data: dict[str, str] = yaml.load(content, Loader=_LOADER)  # noqa: S506  the C safe loader
    return data
