"""Bytes to Document: one module per format."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from duban.documents.content import lines
from duban.documents.errors import EMPTY
from duban.documents.file import fetch, printable, too_large
from duban.documents.kinds import detect
from duban.model import Document, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from duban.documents.content import Content

    # Reads the bytes of a file; the name is for messages.
    Reader: TypeAlias = Callable[[bytes, str], Content]

__all__ = ["MAX_BYTES", "MAX_TEXT", "from_bytes", "from_text", "load"]

MAX_BYTES = 64 * 2**20  # of a file, pictures included
MAX_TEXT = 16 * 2**20  # bytes of its text in UTF-8; reports have a tenth to a quarter of a million
# The module that reads each format; only the one that is needed is loaded.
_MODULES = {
    "txt": "text",
    "md": "text",
    "docx": "word",
    "pdf": "pdf",
    "html": "html",
    "image": "image",
}
_PLAIN = ("txt", "md", "html")  # the file is its text, markup included


def load(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read a report from a file; nothing is written anywhere.

    Args:
        path: a txt, md, docx, pdf or html file, or a picture of a page.
        max_bytes: size above which the file is refused before it is read; its text must not
            be larger than `MAX_TEXT` either.

    Raises:
        UserError: `DC001` to `DC021`, see `duban.documents.errors`.
    """
    path = Path(path)
    return _parse(fetch(path, max_bytes=max_bytes), printable(path))


def from_bytes(data: bytes, *, name: str) -> Document:
    """Read a report whose bytes are already in memory, such as those of standard input.

    Args:
        data: the bytes of a file of any kind that `load` reads.
        name: stands in messages and in the ledger.

    Raises:
        UserError: `DC005` to `DC021`, see `duban.documents.errors`.
    """
    if not data:
        raise EMPTY.error(name=name)
    if len(data) > MAX_BYTES:
        raise too_large(name, MAX_BYTES)
    return _parse(data, name)


def _parse(data: bytes, name: str) -> Document:
    kind = detect(data, name)
    if kind in _PLAIN and len(data) > MAX_TEXT:
        raise too_large(name, MAX_TEXT)
    read: Reader = import_module(f"{__name__}.{_MODULES[kind]}").read
    content = read(data, name)
    if not content.paragraphs:
        raise EMPTY.error(name=name)
    if len(content.text.encode("utf-8", "surrogatepass")) > MAX_TEXT:
        raise too_large(name, MAX_TEXT, what=("的文字", "The text of "))
    source = Source(
        name=PurePath(name).name,
        format=kind,
        sha256=hashlib.sha256(data).hexdigest(),
        size=len(data),
        encoding=content.encoding,
        ocr=content.ocr,
    )
    return Document(source, content.text, content.paragraphs)


def from_text(text: str, *, name: str = "") -> Document:
    """Return characters that are already in memory as a document, a line a paragraph."""
    data = text.encode("utf-8", "surrogatepass")
    source = Source(name, "txt", hashlib.sha256(data).hexdigest(), len(data))
    return Document(source, text, lines(text))
