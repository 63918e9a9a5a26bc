"""Writes a docx again with comments on some of its words; nothing else of it changes."""

from __future__ import annotations

import posixpath
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.content import compose, origins, visible
from duban.documents.markup import attribute, local_name, parse
from duban.documents.word import blocks, unpack
from duban.documents.word_anchors import Anchors, is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from duban.documents.word import File
    from duban.documents.word_anchors import Character
    from duban.model import Paragraph, Span

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OVERRIDES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT = "http://purl.oclc.org/ooxml/"
_STRICT_KIND = _STRICT + "officeDocument/relationships/comments"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Comment(NamedTuple):
    """One comment.

    Attributes:
        span: the words of the document's text that it is about; where these are not in the file,
            as an automatic number is not, it is set on their paragraph.
        lines: what it says, a line a paragraph.
    """

    span: Span
    lines: Sequence[str]


class Annotated(NamedTuple):
    """A docx with comments.

    Attributes:
        data: its bytes.
        left: comments that could not be set: Word has none in notes and text boxes.
    """

    data: bytes
    left: list[Comment]


def annotate(data: bytes, name: str, comments: Sequence[Comment], author: str) -> Annotated:
    """Return a docx with comments on its words; every other part keeps its bytes.

    Args:
        data: the docx.
        name: for messages.
        comments: in the order of the text.
        author: of the comments.

    Raises:
        UserError: `DC011` to `DC013`, as reading it does.
    """
    file = unpack(data, name)
    found = [*blocks(file, traced=True)]
    places, (_, paragraphs) = origins(found), compose(found)
    new = _Comments(file, author)
    ends = [_ends(c.span, places, paragraphs, new.namespace) for c in comments]
    anchors = Anchors(new.namespace)
    left: list[Comment] = []
    for comment, pair in zip(comments, ends, strict=True):
        if pair is None:
            left.append(comment)
        else:
            anchors.set(*pair, new.add(comment.lines))
    return Annotated(file.package.replaced(new.parts()) if len(left) < len(ends) else data, left)


def _ends(
    span: Span,
    places: list[Character | None],
    paragraphs: tuple[Paragraph, ...],
    namespace: str,
) -> tuple[Character, Character] | None:
    """Return the first and last character of the words, else of their paragraph, if it has any."""
    home = next((p.span for p in reversed(paragraphs) if p.span.start <= span.start), span)
    for start, end in ((span.start, span.end), (home.start, home.end)):
        held = [place for place in places[start:end] if place]
        if held:
            return (held[0], held[-1]) if all(is_open(e, namespace) for e, _ in held) else None
    return None


class _Comments:
    """The part that holds the comments, and what makes the package know it."""

    def __init__(self, file: File, author: str) -> None:
        self._file, self._author = file, author
        self.namespace = file.root.tag.rpartition("}")[0][1:]
        self._part = file.parts.get("comments")
        data = file.package.read(self._part) if self._part else None
        self._is_new = data is None
        self._root = (
            self._made("comments") if data is None else parse(data, self._part or "", file.name)
        )
        marks = (e for e in file.root.iter() if local_name(e).startswith("comment"))
        used = {attribute(e, "id") for e in (*self._root, *marks)}
        self._ids = (str(n) for n in count() if str(n) not in used)

    def _made(self, tag: str, **attributes: str) -> _Element:
        from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

        own = {f"{{{self.namespace}}}{key}": value for key, value in attributes.items()}
        return etree.Element(f"{{{self.namespace}}}{tag}", own, {"w": self.namespace})

    def add(self, lines: Sequence[str]) -> str:
        """Add a comment and return its id."""
        identity = next(self._ids)
        comment = self._made("comment", id=identity, author=self._author, initials="duban")
        for line in lines:
            paragraph, run, text = (self._made(tag) for tag in ("p", "r", "t"))
            text.text = _printable(line)
            text.set(_SPACE, "preserve")
            run.append(text)
            paragraph.append(run)
            comment.append(paragraph)
        self._root.append(comment)
        return identity

    def parts(self) -> dict[str, bytes]:
        """Return the parts of the package that are new or other than before."""
        main = self._file.main
        folder, name = posixpath.split(main)
        if not self._is_new and self._part:
            return {main: _written(self._file.root), self._part: _written(self._root)}
        part = self._free(folder)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        return {
            main: _written(self._file.root),
            part: _written(self._root),
            relations: self._related(relations, posixpath.basename(part)),
            _TYPES: self._typed(part),
        }

    def _free(self, folder: str) -> str:
        names = (posixpath.join(folder, f"comments{n or ''}.xml") for n in range(10_000))
        return next(name for name in names if name not in self._file.package.parts)

    def _related(self, relations: str, target: str) -> bytes:
        root = self._tree(relations, "Relationships", _RELATIONS)
        used = {attribute(relation, "Id") for relation in root}
        identity = next(i for n in range(10_000) if (i := f"rIdDuban{n}") not in used)
        kind = _STRICT_KIND if self.namespace.startswith(_STRICT) else _KIND
        given = {"Id": identity, "Type": kind, "Target": target}
        root.append(root.makeelement(f"{{{_RELATIONS}}}Relationship", given))
        return _written(root)

    def _typed(self, part: str) -> bytes:
        root = self._tree(_TYPES, "Types", _OVERRIDES)
        given = {"PartName": f"/{part}", "ContentType": _TYPE}
        root.append(root.makeelement(f"{{{_OVERRIDES}}}Override", given))
        return _written(root)

    def _tree(self, part: str, tag: str, namespace: str) -> _Element:
        data = self._file.package.read(part)
        empty = f'<{tag} xmlns="{namespace}"/>'.encode()
        return parse(empty if data is None else data, part, self._file.name)


def _written(root: _Element) -> bytes:
    from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

    return etree.tostring(
        root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
    )


def _printable(line: str) -> str:
    return "".join(sign for sign in visible(line) if sign >= " " or sign == "\t")
