"""The paragraphs of a Word document, as they are printed.

One flat pass over the tree: deleted, moved-away and hidden text, prompts, the table of
contents and the second copy of every drawing are pruned as whole branches.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.documents.content import Block, Piece
from duban.documents.markup import attribute, child, local_name, number, switched_on
from duban.documents.styles import PLAIN, Style, is_outline_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lxml.etree import _Element

    from duban.documents.numbering import Numbering

# Branches that are never printed: tracked deletions, furigana, properties.
_PRUNED = frozenset({"del", "moveFrom", "rt", "pPr", "rPr", "tblPr", "tblGrid", "sectPr"})
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "-"}
# Characters that authors insert from the Symbol font; any other picture letter is a bullet.
_SYMBOLS = {"F0B3": "≥", "F0A3": "≤", "F0B1": "±", "F0B4": "×", "F0B0": "°", "F0AE": "→"}
_BULLET = "●"


class _Paragraph:
    """A paragraph while its text is being collected."""

    def __init__(self, style: str = "", label: str = "", *, printed: bool = True) -> None:
        self.style = style
        self.label = label
        self.printed = printed
        self.pieces: list[str] = []
        self.elements: list[_Element | None] = []  # what holds each piece, where somebody asks
        self.page: int | None = None

    def text(self) -> str:
        text = "".join(self.pieces)
        return self.label + text if self.printed and text.strip() else ""

    def blocks(self) -> Iterator[Block]:
        """Yield a block a line: authors use line breaks where they mean paragraphs."""
        text = self.text()
        traced = _lines(self._traced()) if text and self.elements else iter(())
        for line in text.split("\n"):
            yield Block(line, self.page, self.style, next(traced, ()))

    def _traced(self) -> Iterator[Piece]:
        yield Piece(self.label)
        yield from map(Piece, self.pieces, self.elements)


class _Row:
    """A row of a table: its cells, each with what stands in it."""

    def __init__(self, *, printed: bool) -> None:
        self.printed = printed
        self.cells: list[list[_Paragraph | _Row]] = []

    def blocks(self) -> Iterator[Block]:
        """Yield the row as one block, cells parted by tabs; a lone cell is a frame around text."""
        cells = [[b for item in cell for b in item.blocks() if b.text] for cell in self.cells]
        filled = [cell for cell in cells if cell]
        if self.printed and len(filled) > 1:
            text = "\t".join(" ".join(block.text.strip() for block in cell) for cell in cells)
            parts = [_joined([_stripped(block.pieces) for block in cell], " ") for cell in cells]
            traced = _joined(parts, "\t") if filled[0][0].pieces else ()
            yield Block(text, filled[0][0].page, pieces=tuple(traced))
        elif self.printed and filled:
            yield from filled[0]


class Body:
    """A walk over one part of a Word document."""

    def __init__(
        self,
        styles: dict[str, Style],
        numbering: Numbering,
        *,
        rendered: bool,
        traced: bool = False,
    ) -> None:
        """Prepare a walk.

        Args:
            styles: the document's styles by id.
            numbering: its lists; they go on counting through the walk.
            rendered: whether Word recorded where its own layout broke the pages; if not,
                the breaks that the authors set are counted.
            traced: whether every piece of the text names its element; it costs time.
        """
        self._traced = traced
        self._styles = styles
        self._numbering = numbering
        self._rendered = rendered
        self._page = 1
        self._top: list[_Paragraph | _Row] = []
        self._sinks = [self._top]
        self._rows: list[_Row] = []
        self._open: list[_Paragraph] = []
        self._unended: _Paragraph | None = None  # its paragraph mark is a tracked deletion

    def blocks(self, root: _Element) -> list[Block]:
        """Return the paragraphs under `root`; pages are None where no page break was seen."""
        from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = local_name(element)
            if event == "end":
                self._end(tag, element)
            elif _is_pruned(tag, element) or (tag == "r" and self._is_hidden(element)):
                walk.skip_subtree()
            else:
                self._start(tag, element)
        found = [block for item in self._top for block in item.blocks()]
        return found if self._page > 1 else [block._replace(page=None) for block in found]

    def _start(self, tag: str, element: _Element) -> None:
        if tag == "p":
            self._start_paragraph(element)
        elif tag == "tr":
            self._rows.append(_Row(printed=child(element, "trPr", "del") is None))
            self._sinks[-1].append(self._rows[-1])
        elif tag == "tc" and self._rows:
            self._rows[-1].cells.append([])
            self._sinks.append(self._rows[-1].cells[-1])
        elif tag in {"br", "lastRenderedPageBreak"}:
            self._break(tag, element)
        elif self._open:
            self._add(_characters(tag, element), element)

    def _end(self, tag: str, element: _Element) -> None:
        if tag == "p":
            ended = self._open.pop()
            deleted_mark = child(element, "pPr", "rPr", "del") is not None
            self._unended = ended if deleted_mark else None
        elif tag == "tc" and self._rows:
            self._sinks.pop()
        elif tag == "tr":
            self._rows.pop()

    def _start_paragraph(self, element: _Element) -> None:
        properties = child(element, "pPr")
        if switched_on(child(properties, "pageBreakBefore")) and not self._rendered and self._top:
            self._page += 1
        if self._unended is not None:
            self._open.append(self._unended)
            return
        style = self._styles.get(attribute(child(properties, "pStyle"), "val"), PLAIN)
        label = self._label(child(properties, "numPr"), style)
        heading = style.heading or _direct_heading(child(properties, "outlineLvl"))
        printed = not (style.contents or style.hidden)
        self._open.append(_Paragraph(heading, label, printed=printed))
        self._sinks[-1].append(self._open[-1])

    def _label(self, listed: _Element | None, style: Style) -> str:
        list_id = attribute(child(listed, "numId"), "val") or style.list_id
        depth = child(listed, "ilvl")
        level = style.depth if depth is None else number(attribute(depth, "val"))
        return self._numbering.label(list_id, level)

    def _break(self, tag: str, element: _Element) -> None:
        by_author = tag == "br" and attribute(element, "type") == "page"
        if by_author != self._rendered and (by_author or tag != "br"):
            self._page += 1
        if tag == "br" and self._open:
            self._add("\n", None)

    def _add(self, characters: str, element: _Element | None) -> None:
        paragraph = self._open[-1]
        if paragraph.page is None and characters.strip():
            paragraph.page = self._page
        paragraph.pieces.append(characters)
        if self._traced:
            paragraph.elements.append(element)

    def _is_hidden(self, run: _Element) -> bool:
        properties = child(run, "rPr")
        if properties is None:
            return False
        vanish = child(properties, "vanish")
        if vanish is not None:
            return switched_on(vanish)
        return self._styles.get(attribute(child(properties, "rStyle"), "val"), PLAIN).hidden


def _is_pruned(tag: str, element: _Element) -> bool:
    if tag in {"Choice", "Fallback"}:  # the same drawing for newer and for older programs
        return any(local_name(e) == "Choice" for e in element.itersiblings(preceding=True))
    if tag == "sdt":
        return _is_prompt_or_contents(child(element, "sdtPr"))
    return tag in _PRUNED


def _is_prompt_or_contents(control: _Element | None) -> bool:
    gallery = attribute(child(control, "docPartObj", "docPartGallery"), "val")
    return gallery == "Table of Contents" or child(control, "showingPlcHdr") is not None


def _direct_heading(outline_level: _Element | None) -> str:
    if not is_outline_level(outline_level):
        return ""
    return f"heading {number(attribute(outline_level, 'val')) + 1}"


def _characters(tag: str, element: _Element) -> str:
    if tag == "t":
        return element.text or ""
    if tag == "sym":
        return _SYMBOLS.get(attribute(element, "char").upper(), _BULLET)
    return _SIGNS.get(tag, "")


# -- pieces: characters that remember where they came from ---------------------------------------


def _lines(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the pieces of each line; line ends belong to none."""
    line: list[Piece] = []
    for piece in pieces:
        at = piece.start
        for count, part in enumerate(piece.text.split("\n")):
            if count:
                yield tuple(line)
                line = []
            if part:
                line.append(Piece(part, piece.element, at))
            at += len(part) + 1
    yield tuple(line)


def _stripped(pieces: Sequence[Piece]) -> list[Piece]:
    """Return pieces without the blanks at either end of them all."""
    left = [*pieces]
    while left and not left[0].text.strip():
        left.pop(0)
    while left and not left[-1].text.strip():
        left.pop()
    if left:
        first = left[0].text
        lead = len(first) - len(first.lstrip())
        left[0] = Piece(first[lead:], left[0].element, left[0].start + lead)
        left[-1] = left[-1]._replace(text=left[-1].text.rstrip())
    return left


def _joined(parts: Sequence[Sequence[Piece]], between: str) -> list[Piece]:
    pieces: list[Piece] = []
    for count, part in enumerate(parts):
        pieces += [Piece(between), *part] if count else part
    return pieces
