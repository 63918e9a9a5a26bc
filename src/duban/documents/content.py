"""What a reader of one format hands back, and how pieces of text become a document's text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from duban.model import Paragraph, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

# White space, and the invisible characters that editors and web pages leave behind.
BLANK = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)
_ENDS = "\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
# A line without the blanks around it. The greedy middle walks back over trailing blanks only,
# so the scan is linear on any text.
_LINE = re.compile(rf"[^{BLANK}](?:[^{_ENDS}]*[^{BLANK}])?")
# Hyphenation points, joiners, marks of direction and of byte order: nobody sees them, and inside
# a number they would cut it in two.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BREAKS = re.compile(rf"[{_ENDS}]+")


class Content(msgspec.Struct, frozen=True):
    """The text of a file with its paragraphs.

    Attributes:
        text: what becomes `Document.text`.
        paragraphs: in order, blank ones left out.
        encoding: the character encoding found, empty where the format fixes it.
        ocr: whether any page was recognised from a picture.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    encoding: str = ""
    ocr: bool = False


class Piece(NamedTuple):
    """Some characters of a block, and what holds them in the file.

    Attributes:
        text: the characters.
        element: what holds them; None for what the reader adds, such as an automatic number.
        start: index of the first among the characters of the element.
    """

    text: str
    element: _Element | None = None
    start: int = 0


class Block(NamedTuple):
    """One paragraph before it has an offset.

    Attributes:
        text: its characters.
        page: where it begins.
        style: as `Paragraph.style`.
        pieces: where the characters came from, one after the other; empty where nobody asks.
    """

    text: str
    page: int | None = None
    style: str = ""
    pieces: tuple[Piece, ...] = ()


def visible(text: str) -> str:
    """Return `text` without the characters that nobody sees."""
    return _UNSEEN.sub("", text)


def lines(text: str) -> tuple[Paragraph, ...]:
    """Return every line of `text` that is not blank as a paragraph, edges stripped."""
    return tuple(
        Paragraph(Span(*match.span()), number)
        for number, match in enumerate(_LINE.finditer(text), 1)
    )


def compose(blocks: Iterable[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    """Write one block a line and return the text with its paragraphs; blank blocks vanish."""
    kept = [(text, block) for block in blocks if (text := _tidy(block.text))]
    paragraphs = []
    offset = 0
    for number, (text, block) in enumerate(kept, 1):
        span = Span(offset, offset + len(text))
        paragraphs.append(Paragraph(span, number, block.page, block.style))
        offset = span.end + 1
    return "\n".join(text for text, _ in kept), tuple(paragraphs)


def origins(blocks: Iterable[Block]) -> list[tuple[_Element, int] | None]:
    """Return for every character of the text that `compose` makes what holds it, and where in it.

    None stands for characters that the reader added.
    """
    found: list[tuple[_Element, int] | None] = []
    for block in blocks:
        kept = _kept(block.text)
        if kept:
            own = [
                None if piece.element is None else (piece.element, piece.start + at)
                for piece in block.pieces
                for at in range(len(piece.text))
            ]
            found += [*([None] if found else []), *(own[at] for at in kept)]
    return found


def _kept(text: str) -> list[int]:
    """Return the indices of the characters that `_tidy` keeps."""
    seen = [at for at, sign in enumerate(text) if not _UNSEEN.match(sign)]
    while seen and text[seen[-1]] in BLANK:
        seen.pop()
    lead = next((n for n, at in enumerate(seen) if text[at] not in BLANK), 0)
    kept: list[int] = []
    broken = False
    for at in seen[lead:]:
        breaks = bool(_BREAKS.match(text[at]))
        if not (breaks and broken):  # breaks in a row become one blank
            kept.append(at)
        broken = breaks
    return kept


def _tidy(text: str) -> str:
    return _BREAKS.sub(" ", visible(text).strip(BLANK))
