"""Bytes to Document: one module per format."""

from __future__ import annotations

import hashlib
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from duban.documents.content import lines
from duban.documents.errors import EMPTY
from duban.documents.file import fetch, printable
from duban.documents.kinds import detect
from duban.model import Document, Source

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from duban.documents.content import Content

    # Reads the bytes of a file; the name is for messages.
    Reader: TypeAlias = Callable[[bytes, str], Content]

__all__ = ["MAX_BYTES", "from_text", "load"]

MAX_BYTES = 64 * 2**20
# The module that reads each format; only the one that is needed is loaded.
_MODULES = {
    "txt": "text",
    "md": "text",
    "docx": "word",
    "pdf": "pdf",
    "html": "html",
    "image": "image",
}


def load(path: str | Path, *, max_bytes: int = MAX_BYTES) -> Document:
    """Read a report from a file; nothing is written anywhere.

    Args:
        path: a txt, md, docx, pdf or html file, or a picture of a page.
        max_bytes: size above which the file is refused before it is read.

    Raises:
        UserError: `DC001` to `DC021`, see `duban.documents.errors`.
    """
    path = Path(path)
    name = printable(path)
    data = fetch(path, max_bytes=max_bytes)
    kind = detect(data, name)
    read: Reader = import_module(f"{__name__}.{_MODULES[kind]}").read
    content = read(data, name)
    if not content.paragraphs:
        raise EMPTY.error(name=name)
    source = Source(
        name=printable(path.name),
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
