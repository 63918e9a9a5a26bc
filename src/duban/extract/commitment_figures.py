"""Where figures begin in a text, for the question asked of every clause: is there one in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARK = 1


class FigureMarks:
    """One byte for each character of the text, set where a figure begins."""

    def __init__(self, size: int, starts: Iterable[int]) -> None:
        self._marks = bytearray(size)
        for start in starts:
            self._marks[start] = _MARK

    def any(self, start: int, end: int) -> bool:
        """Say whether a figure begins between two offsets."""
        return self._marks.find(_MARK, start, end) >= 0
