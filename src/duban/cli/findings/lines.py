"""Lines and columns of a text, from 1 and in code points, for formats that count so."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


class Point(NamedTuple):
    """Where a character stands."""

    line: int
    column: int


class Lines:
    """The lines of one text; a line ends with a line feed."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def point(self, offset: int) -> Point:
        """Return line and column of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Point(line, offset - self._starts[line - 1] + 1)
