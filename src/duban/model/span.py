"""A stretch of a document's text."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of the text, in code points.

    Attributes:
        start: offset of the first character.
        end: offset after the last character.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters that the span covers, always as they stand in the source."""
        return text[self.start : self.end]

    def contains(self, offset: int) -> bool:
        """Say whether the character at `offset` lies inside the span."""
        return self.start <= offset < self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
