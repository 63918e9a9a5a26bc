"""Word documents (docx): the parts of the package, and their text put together."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.content import Content, compose
from duban.documents.errors import NO_TEXT, WORD_DAMAGED
from duban.documents.markup import attribute, parse
from duban.documents.numbering import Numbering
from duban.documents.package import Package
from duban.documents.styles import read_styles
from duban.documents.word_body import Body

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from duban.documents.content import Block

_NOTES = ("footnotes", "endnotes")
_PICTURES = (
    "文档里只有图片；请导出为 PDF，再用文字识别读取",
    "it holds only pictures; export it as PDF to have them recognised",
)
_RENDERED = b"lastRenderedPageBreak"


def read(data: bytes, name: str) -> Content:
    """Read a docx: paragraphs with their automatic numbers, tables a row a line, then notes.

    Raises:
        UserError: `DC011` encrypted, `DC012` damaged, `DC013` a zip bomb,
            `DC019` pictures only.
    """
    file = unpack(data, name)
    text, paragraphs = compose(blocks(file))
    if not paragraphs and any("/media/" in part for part in file.package.parts):
        raise NO_TEXT.error(name=name, reason=_PICTURES)
    return Content(text, paragraphs)


class File(NamedTuple):
    """A docx opened.

    Attributes:
        name: for messages.
        package: its parts.
        main: name of the part that holds the text.
        parts: names of the parts that this one refers to, by kind.
        root: its tree.
        rendered: whether Word recorded where its own layout broke the pages.
    """

    name: str
    package: Package
    main: str
    parts: dict[str, str]
    root: _Element
    rendered: bool


def unpack(data: bytes, name: str) -> File:
    """Open a docx.

    Raises:
        UserError: `DC011` encrypted, `DC012` damaged, `DC013` a zip bomb.
    """
    package = Package(data, name)
    main = _main_part(package, name)
    text = package.read(main)
    if text is None:
        reason = ("缺少正文部件 document.xml", "its main part document.xml is missing")
        raise WORD_DAMAGED.error(name=name, reason=reason)
    parts = dict(_related(package, main, name))
    return File(name, package, main, parts, parse(text, main, name), _RENDERED in text)


def blocks(file: File, *, traced: bool = False) -> Iterator[Block]:
    """Yield the paragraphs of a docx, then those of its notes.

    Args:
        file: the docx.
        traced: whether the pieces of their texts name the elements that hold them.
    """
    package, parts, name = file.package, file.parts, file.name
    styles = read_styles(_root(package, parts.get("styles"), name))
    numbering = Numbering(_root(package, parts.get("numbering"), name))
    body = Body(styles, numbering, rendered=file.rendered, traced=traced)
    yield from body.blocks(file.root)
    for kind in _NOTES:
        root = _root(package, parts.get(kind), name)
        if root is not None:
            for block in Body(styles, numbering, rendered=True, traced=traced).blocks(root):
                yield block._replace(style=kind[:-1])


def _main_part(package: Package, name: str) -> str:
    """Return the part that the package itself calls its document; most call it the same."""
    return dict(_related(package, "", name)).get("officeDocument", "word/document.xml")


def _related(package: Package, part: str, name: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of the parts that `part` refers to; the package itself is ``""``."""
    folder, file = posixpath.split(part)
    root = _root(package, posixpath.join(folder, "_rels", f"{file}.rels"), name)
    for relation in () if root is None else root:
        if attribute(relation, "TargetMode") != "External":
            target = posixpath.join("/", folder, attribute(relation, "Target"))
            yield posixpath.basename(attribute(relation, "Type")), posixpath.normpath(target)[1:]


def _root(package: Package, part: str | None, name: str) -> _Element | None:
    data = package.read(part) if part else None
    return None if data is None else parse(data, part or "", name)
