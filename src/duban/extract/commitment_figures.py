"""Where figures begin in a text, for the question asked of every clause: is there one in it?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK: Final = 1


class FigureMarks(bytearray):
    """One byte for each character of the text, `MARK` where a figure begins."""

    def __init__(self, size: int, starts: Iterable[int]) -> None:
        super().__init__(size)
        for start in starts:
            self[start] = MARK

    def any(self, start: int, end: int) -> bool:
        """Say whether a figure begins between two offsets."""
        return self.find(MARK, start, end) >= 0
