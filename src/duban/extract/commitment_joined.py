"""Verbs that share an object: 建立|和完善好|…, of which a pattern finds the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duban.extract.commitment_lexicon import lexicon

if TYPE_CHECKING:
    from re import Match, Pattern

# What may follow the last of them.
ANYTHING: Final = re.compile("")
NO_NOUN: Final = re.compile("(?![的越])")
THING: Final = re.compile("(?=[^，。的]{2})")
_JOINS: Final = ("、", "和", "与", "并", "好")
_MOST: Final = 6


def verbs_end(folded: str, match: Match[str], end: int, following: Pattern[str]) -> int:
    """Return the offset after a verb and those joined to it.

    Args:
        folded: the folded text.
        match: where the verb was found; it ends there.
        end: offset to stop before.
        following: what must follow the last of them.
    """
    at = found = match.end()
    if not folded.startswith(_JOINS, at, end):
        return at
    for _ in range(_MOST + 1):
        good = at + folded.startswith("好", at, end)
        found = good if following.match(folded, good, end) else found
        more = lexicon().joined.match(folded, good, end)
        if more is None:
            break
        at = more.end()
        found = at if following.match(folded, at, end) else found
    return found
