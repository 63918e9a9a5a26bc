"""A list of words as one regular expression that shares their beginnings.

A plain `a|b|c` is tried word by word at every place; with beginnings shared, the first
character rules most words out, so that the time grows with the longest word and not with the list.
"""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    """Return a pattern, without capturing groups, that matches the longest of `words`.

    Empty words are left out; no word at all gives a pattern that never matches.

    >>> alternation(["建设", "建成", "建成投运", "开工"])
    '(?:建(?:成(?:投运)?|设)|开工)'
    """
    found = sorted({word for word in words if word})
    return _branches(found) if found else r"(?!)"


def _branches(words: list[str]) -> str:
    """Join sorted, distinct words; an empty one says that the rest may be absent."""
    optional = not words[0]
    branches = [_branch(list(group)) for _, group in groupby(filter(None, words), itemgetter(0))]
    if all(len(word) == 1 for word in words[optional:]) and len(branches) > 1:
        joined = f"[{''.join(branches)}]"
    elif len(branches) > 1 or (optional and not _is_one_character(words[-1])):
        joined = f"(?:{'|'.join(branches)})"
    else:
        joined = branches[0]
    return joined + "?" if optional else joined


def _branch(words: list[str]) -> str:
    """Factor out what all of `words`, which begin alike, have in common."""
    first, last = words[0], words[-1]
    size = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    size = min(len(first), len(last)) if size is None else size
    rests = [word[size:] for word in words]
    return re.escape(first[:size]) + (_branches(rests) if rests != [""] else "")


def _is_one_character(word: str) -> bool:
    return len(word) == 1
