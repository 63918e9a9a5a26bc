"""The plain cost of one pass in CPython: what any reader has to do, and nothing more.

Number spans by one regular expression, a clause split, an automaton of 300 terms, and for each
figure a row of twelve fields with its JSON. It understands nothing; it is the yardstick.
"""

from __future__ import annotations

import importlib
import json
import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NUMBER = re.compile(r"[0-9][0-9.,]*(?:万亿|[十百千万亿])?[%％A-Za-z一-鿿]?")
CLAUSE = re.compile(r"[^，。；：！？、\s]+")
TERMS = 300
LEAD = 2  # characters of a term: clauses open with a verb of two


def terms(texts: Iterable[str]) -> list[str]:
    """Return the 300 words of two characters that open most clauses."""
    openings = Counter(c[:LEAD] for text in texts for c in CLAUSE.findall(text) if len(c) > LEAD)
    return [word for word, _ in openings.most_common(TERMS)]


def automaton(words: list[str]) -> tuple[str, Callable[[str], object]]:
    """Return the name of the automaton that is installed here, and its search."""
    try:
        installed = importlib.import_module("ahocorasick_rs")
    except ImportError:
        return "one alternation of `re`", re.compile("|".join(map(re.escape, words))).findall
    found = installed.AhoCorasick(words, matchkind=installed.MatchKind.LeftmostLongest)
    return "ahocorasick-rs", found.find_matches_as_indexes


def one_pass(text: str, search: Callable[[str], object]) -> list[str]:
    """Return one line of JSON for each number of the text."""
    clauses = [match.start() for match in CLAUSE.finditer(text)]
    search(text)
    return [
        json.dumps(row(match, len(clauses)), ensure_ascii=False) for match in NUMBER.finditer(text)
    ]


def row(match: re.Match[str], clauses: int) -> dict[str, object]:
    """Return the twelve fields of a figure, filled with whatever costs nothing to know."""
    return {
        "start": match.start(),
        "end": match.end(),
        "text": match.group(),
        "value": match.group(),
        "unit": "",
        "indicator": "",
        "measure": "level",
        "status": "actual",
        "comparator": "=",
        "area": "",
        "whole": "",
        "period": clauses,
    }
