"""A list of words as one regular expression that shares their beginnings.

A plain `a|b|c` is tried word by word at every place; with beginnings shared, the first
character rules most words out, so that the time grows with the longest word and not with the list.
Where most often none of many words stands, one class of characters says so at once; only a search
for nothing but the words needs none, for it looks for their first characters anyway.
"""

from __future__ import annotations

import re
from itertools import chain, groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PAIR = 2  # characters that are as quickly compiled as a class
_FEW = 8  # beginnings that are as quickly tried one by one
_MANY = 120  # beginnings that are better divided into groups, each behind its class


def alternation(words: Iterable[str]) -> str:
    """Return a pattern, without capturing groups, that matches the longest of `words`.

    Empty words are left out; no word at all gives a pattern that never matches.

    >>> alternation(["建设", "建成", "建成投运", "开工"])
    '(?:建(?:成(?:投运)?|设)|开工)'
    """
    found = sorted({word for word in words if word})
    return _branches(found) if found else r"(?!)"


def gated(words: Iterable[str]) -> str:
    """Return the same with a class of the first characters, if these are many, before the words.

    >>> gated("农业 工业 金融 建设 交通 水利 教育 卫生 文化".split())
    '(?=[交农卫工建教文水金])(?:交通|农业|卫生|工业|建设|教育|文化|水利|金融)'
    """
    found = sorted({word for word in words if word})
    groups = [list(group) for _, group in groupby(found, itemgetter(0))]
    if len(groups) <= _FEW:
        return alternation(found)
    firsts = "".join(group[0][0] for group in groups)
    if len(groups) <= _MANY:
        inner = _branches(found)
    else:
        parts = (chain.from_iterable(part) for part in _parts(groups))
        inner = f"(?:{'|'.join(gated(part) for part in parts)})"
    return f"(?=[{re.escape(firsts)}]){inner}"


def _parts(groups: list[list[str]]) -> Iterator[list[list[str]]]:
    """Yield the groups, as many at a time as are tried one by one behind a class."""
    return (groups[at : at + _MANY] for at in range(0, len(groups), _MANY))


def _branches(words: list[str]) -> str:
    """Join sorted, distinct words; an empty one says that the rest may be absent."""
    optional = not words[0]
    branches = [_branch(list(group)) for _, group in groupby(filter(None, words), itemgetter(0))]
    if len(branches) > 1 and all(map(_is_one_character, words[optional:])):
        joined = f"[{''.join(branches)}]" if len(branches) <= _PAIR else _apart(branches)
    elif len(branches) > 1 or (optional and not _is_one_character(words[-1])):
        joined = f"(?:{'|'.join(branches)})"
    else:
        joined = branches[0]
    return joined + "?" if optional else joined


def _branch(words: list[str]) -> str:
    """Factor out what all of `words`, which begin alike, have in common."""
    first, last = words[0], words[-1]
    if first == last:
        return re.escape(first)
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    size = min(len(first), len(last)) if size is None else size
    rests = [word[size:] for word in words]
    return re.escape(first[:size]) + _branches(rests)


def _apart(characters: list[str]) -> str:
    """Join characters as branches, which compile twenty times faster than a class.

    Python spreads a class of Chinese characters over a table of all 65,536; and it makes a class
    of branches of one character each, but for the last, which never matches.
    """
    return f"(?:{'|'.join(characters)}|(?!))"


def _is_one_character(word: str) -> bool:
    return len(word) == 1
