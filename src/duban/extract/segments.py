"""Sentences and clauses of a text, as offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

# One class first, so that the search runs at C speed; a dash breaks where it is double.
_BREAK = re.compile(r"[，；：。！？\n\r\t—](?:(?<!—)|—)(?!下同）)")  # （按可比价格计算，下同）
LONGEST_CLAUSE = 500  # characters
LONGEST_SENTENCE = 1000
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
    """Find the sentences and clauses of a folded text.

    What runs on without a full stop or a comma, as a broken text does, is cut into stretches of
    bounded length, so that looking around in one never costs more than a constant.
    """
    sentences, clauses = [0], [0]
    last = 0
    for match in _BREAK.finditer(folded):
        end = match.end()
        while end - last > LONGEST_CLAUSE:
            last += LONGEST_CLAUSE
            clauses.append(last)
        last = end
        clauses.append(end)
        if folded[end - 1] in _SENTENCE_END or end - sentences[-1] > LONGEST_SENTENCE:
            sentences.append(end)
    while len(folded) - clauses[-1] > LONGEST_CLAUSE:
        clauses.append(clauses[-1] + LONGEST_CLAUSE)
    return Segments(_bounded(sentences, len(folded)), clauses, len(folded))


def _bounded(starts: list[int], size: int) -> list[int]:
    """Cut stretches that hold neither full stop nor comma for longer than any sentence."""
    if all(b - a <= 2 * LONGEST_SENTENCE for a, b in pairwise([*starts, size])):
        return starts
    cuts = (range(a, b, LONGEST_SENTENCE) for a, b in pairwise([*starts, size]))
    return [0, *(cut for stretch in cuts for cut in stretch if cut)]
