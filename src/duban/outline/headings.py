"""The headings of a document, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duban.outline.heads import PLAIN, Head, holds_next, read_head
from duban.outline.marks import RANKS
from duban.outline.plain import plain_lines
from duban.outline.titles import Extent, bold_extent, extent, is_short, whole_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.model import Role
    from duban.outline.lines import Line
    from duban.outline.years import Years


@dataclass(slots=True)
class Heading:
    """A heading that has not found its place in the outline yet.

    Attributes:
        start: offset of its first character, markup included.
        end: offset after it and its markup; equals `start` where a section has no heading.
        number: offsets of the number or bullet.
        title: offsets of the words.
        kind: a key of `marks.RANKS`, or `plain`, or `passage`.
        ordinal: place in its list, 0 where there is none.
        style: level of a Word style or of Markdown's `#`, or 0.
        role: what its words, or the paragraph under it, say that its section does.
        years: the years that they name.
    """

    start: int
    end: int
    number: tuple[int, int]
    title: tuple[int, int]
    kind: str
    ordinal: int = 0
    style: int = 0
    role: Role | None = None
    years: Years | None = None

    def words(self, text: str) -> str:
        """Return the heading's words without blanks.

        Args:
            text: folded text.
        """
        return "".join(text[self.title[0] : self.title[1]].split())


def find_headings(text: str, lines: Sequence[Line]) -> list[Heading]:
    """Return the headings among the lines of the folded text."""
    heads = [read_head(text, line) for line in lines]
    found: list[Heading | None] = []
    for index, head in enumerate(heads, start=1):
        after = lines[index] if index < len(lines) else None
        follower = heads[index] if index < len(heads) else None
        found.append(_heading(text, head, after, follower) if head else None)
    for index in plain_lines(text, lines, [heading is not None for heading in found]):
        found[index] = _plain(text, lines[index])
    return [heading for heading in found if heading]


def _heading(text: str, head: Head, after: Line | None, follower: Head | None) -> Heading | None:
    """Return the heading that begins with `head`.

    Args:
        text: folded text.
        head: what stands before the words.
        after: the next line.
        follower: its head, if it has one.
    """
    start, end = head.words, head.line.end
    if (head.loose and not is_short(text, start, end)) or holds_next(text, head):
        return None
    if not head.style and "\t" in text[start:end].strip():  # the row of a table
        return None
    if head.kind == PLAIN:
        words = whole_line(text, start, end)
    elif start == end and after and not follower:  # a number torn from its words
        words = extent(text, after.start, after.end, covers=True)
    else:
        covers = after is not None and not (follower and _closes(follower, head))
        words = (bold_extent(text, start, end) if head.bold else None) or extent(
            text, start, end, covers=covers
        )
    if words is None and head.kind in (PLAIN, "bold"):
        return None
    return _made(head, words or Extent(start, start, start))


def _closes(follower: Head, head: Head) -> bool:
    """Say whether nothing stands under `head` because a heading like it follows at once."""
    return RANKS.get(follower.kind, 0) <= RANKS.get(head.kind, 0)


def _made(head: Head, words: Extent) -> Heading:
    whole = head.kind == "bold" and words.end == head.line.end
    return Heading(
        head.line.start,
        words.end,
        head.number,
        (words.start, words.stop),
        PLAIN if whole else head.kind,
        head.ordinal,
        head.style,
    )


def _plain(text: str, line: Line) -> Heading:
    words = whole_line(text, line.start, line.end) or Extent(line.start, line.end, line.end)
    return Heading(
        line.start, words.end, (line.start, line.start), (words.start, words.stop), PLAIN
    )
