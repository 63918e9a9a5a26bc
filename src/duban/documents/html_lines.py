"""A tree of HTML as the lines that a browser shows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.content import BLANK
from duban.documents.html_tree import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKING = _HEADINGS | {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
}  # fmt: skip
_CELLS = ("td", "th")
# Runs of blanks, which a browser shows as one.
_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")
_LINE_ENDS = re.compile(r"[\r\n]")
# Two code points that no text holds keep cell gaps and kept line ends while blanks are settled.
_GAP, _END = "\ufdd0", "\ufdd1"
# A row with a longer cell, or with so many lines in one, lays out the page.
_LONGEST_CELL = 300
_MOST_LINES = 6


class Line(NamedTuple):
    """A line of a page.

    Attributes:
        text: its characters, blanks as a browser shows them.
        linked: how many of them lead to another page.
        heading: `h1` to `h6`, or an empty string.
        element: the element in which it begins.
    """

    text: str
    linked: int
    heading: str
    element: _Element


def read_lines(root: _Element) -> Iterator[Line]:
    """Yield the lines under `root`; a row of a table of data is one line, its cells tabbed."""
    from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            yield from flow.leave(element)
            if element is not root:
                flow.add(element.tail, element.getparent())
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            yield from flow.enter(element)
            flow.add(element.text, element)
    yield from flow.end_line()


class _Flow:
    """The text since the last line end, and what the walk stands in."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0
        self._first: _Element | None = None
        self._links = 0
        self._kept = 0  # depth of `pre`
        self._heading = ""
        self._row: _Element | None = None

    def enter(self, element: _Element) -> Iterator[Line]:
        tag = element.tag
        if tag in _BREAKING:
            yield from self._boundary()
        if tag == "tr" and self._row is None and _holds_data(element):
            self._row = element
        elif tag in _HEADINGS:
            self._heading = tag
        self._links += _is_link(element)
        self._kept += tag == "pre"

    def leave(self, element: _Element) -> Iterator[Line]:
        tag = element.tag
        if element is self._row:
            self._row = None
        if tag in _BREAKING:
            yield from self._boundary(cell=tag in _CELLS)
        if tag in _HEADINGS:
            self._heading = ""
        self._links -= _is_link(element)
        self._kept -= tag == "pre"

    def add(self, text: str | None, element: _Element) -> None:
        if not text:
            return
        if self._first is None and text.strip():
            self._first = element
        self._linked += len(text.strip()) if self._links else 0
        kept = text.replace("\n", _END) if self._kept else text
        self._pieces.append(_BLANKS.sub(_shown, kept))

    def end_line(self) -> Iterator[Line]:
        shown = _BLANKS.sub(" ", "".join(self._pieces))
        for text in shown.split(_END):
            cells = [cell.strip(BLANK) for cell in text.split(_GAP)]
            if any(cells) and self._first is not None:
                row = "\t".join(cells).strip("\t")
                yield Line(row, self._linked, self._heading, self._first)
        self._pieces, self._linked, self._first = [], 0, None

    def _boundary(self, *, cell: bool = False) -> Iterator[Line]:
        if self._row is None:
            yield from self.end_line()
        else:
            self._pieces.append(_GAP if cell else " ")


def _shown(blanks: re.Match[str]) -> str:
    """Return what a run of blanks comes to: Chinese wrapped in the source has no gap.

    Only inside one element: between two, such as the words of a tool bar, the gap is meant.
    """
    before = blanks.string[max(blanks.start() - 1, 0) : blanks.start()]
    after = blanks.string[blanks.end() : blanks.end() + 1]
    wrapped = before and after and _LINE_ENDS.search(blanks[0])
    return "" if wrapped and not (before + after).isascii() else " "


def _is_link(element: _Element) -> bool:
    """Say whether an element leads somewhere; Word marks places with `<a name=…>`."""
    return element.tag == "a" and ("href" in element.attrib or "name" not in element.attrib)


def _holds_data(row: _Element) -> bool:
    cells = [cell for cell in row if cell.tag in _CELLS]
    if len(cells) < 2 or next(row.iter("table"), None) is not None:  # noqa: PLR2004  a lone cell
        return False
    return all(
        sum(map(len, cell.itertext())) <= _LONGEST_CELL
        and sum(1 for _ in cell.iter("p", "div", "br", "li")) <= _MOST_LINES
        for cell in cells
    )
