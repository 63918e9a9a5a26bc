"""A document: its text, and where each character came from."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from duban.model.span import Span


class Source(msgspec.Struct, frozen=True):
    """The file that a document was read from.

    Attributes:
        name: file name without folders.
        format: `txt`, `md`, `docx`, `pdf`, `html` or `image`.
        sha256: digest of the file's bytes, 64 hexadecimal digits.
        size: length of the file in bytes.
        encoding: the character encoding found, empty where the format fixes it.
        ocr: whether the text was recognised from a picture.
    """

    name: str
    format: str
    sha256: str
    size: int
    encoding: str = ""
    ocr: bool = False


class Paragraph(msgspec.Struct, frozen=True):
    """One paragraph of the source: a line of text, a Word paragraph, a block of a page.

    Attributes:
        span: its characters in `Document.text`, without the line end.
        number: 1-based position in the document, blank ones not counted.
        page: 1-based page, or None where the format has no pages.
        style: the format's own name for a heading style, or an empty string.
    """

    span: Span
    number: int
    page: int | None = None
    style: str = ""


class Document(msgspec.Struct, frozen=True):
    """A report's text with the map from every character to its paragraph and page.

    Attributes:
        source: the file it came from.
        text: the characters as the source has them; offsets everywhere count its code points.
        paragraphs: in order, not overlapping; blank lines belong to none.
    """

    source: Source
    text: str
    paragraphs: tuple[Paragraph, ...]

    def locate(self, offset: int) -> Paragraph | None:
        """Return the paragraph that the character at `offset` came from.

        A line end, or a blank line, belongs to the paragraph before it.
        """
        at = bisect_right(self.paragraphs, offset, key=lambda p: p.span.start)
        return self.paragraphs[at - 1] if at else None
