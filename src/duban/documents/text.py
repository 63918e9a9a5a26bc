"""Plain text and Markdown: the characters as they stand, a line a paragraph."""

from __future__ import annotations

from duban.documents.content import Content, lines
from duban.documents.encoding import decode


def read(data: bytes, name: str) -> Content:
    """Read a text file; line ends stay as they are in the file, the byte order mark goes.

    Raises:
        UserError: `DC007` or `DC008` where the bytes are not text in a known encoding.
    """
    decoded = decode(data, name)
    return Content(decoded.text, lines(decoded.text), decoded.encoding)
