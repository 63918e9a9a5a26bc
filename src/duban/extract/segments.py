"""Sentences and clauses of a text, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_BREAK = re.compile(r"[，；：。！？\n\r]|——")
_SENTENCE_END = frozenset("。！？\n\r")


class Segments(NamedTuple):
    """Where the sentences and clauses of a text begin.

    Attributes:
        sentences: offsets after each 。！？ or line end, 0 first.
        clauses: offsets after each of those and ，；： and ——, 0 first.
        size: length of the text.
    """

    sentences: list[int]
    clauses: list[int]
    size: int

    def sentence(self, offset: int) -> tuple[int, int]:
        """Return the sentence around `offset`, its final punctuation included."""
        return self._around(self.sentences, offset)

    def clause(self, offset: int) -> tuple[int, int]:
        """Return the clause around `offset`, its final punctuation included."""
        return self._around(self.clauses, offset)

    def _around(self, starts: list[int], offset: int) -> tuple[int, int]:
        at = bisect_right(starts, offset)
        return starts[at - 1], starts[at] if at < len(starts) else self.size


def segments(folded: str) -> Segments:
    """Find the sentences and clauses of a folded text."""
    sentences, clauses = [0], [0]
    for match in _BREAK.finditer(folded):
        clauses.append(match.end())
        if match.group() in _SENTENCE_END:
            sentences.append(match.end())
    return Segments(sentences, clauses, len(folded))
