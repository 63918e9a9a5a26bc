"""Pieces of text with their places on a page, put into the order in which people read them."""

from __future__ import annotations

from itertools import accumulate, pairwise
from statistics import median
from typing import NamedTuple

_THINNEST = 1e-3  # a damaged font may give boxes without height


class Line(NamedTuple):
    """A line of print, or a piece of one.

    Attributes:
        text: its characters.
        page: 1-based page.
        left: distance from the left edge of the page, in the unit of the page.
        top: distance from its upper edge; smaller is higher.
        right: its other end.
        bottom: its lower edge.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """The height of its box, close to the size of its type."""
        return max(self.bottom - self.top, _THINNEST)

    def beside(self, other: Line) -> bool:
        """Say whether two pieces stand on one line of print."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > min(self.height, other.height) / 2


# A gutter is looked for in the middle half of a page, at so many places, and may be crossed by
# few pieces (headlines); each side must hold some lines, wider than the cells of a table.
_PLACES = 200
_MOST_CROSSING = 0.08
_FEWEST_LINES = 5
_NARROWEST = 0.2
# A gap as wide as this many heights parts the cells of a table.
_CELL_GAP = 1.2
_BLANK_GAP = 0.5
_FEWEST_SPREAD = 3


def columns(pieces: list[Line]) -> list[list[Line]]:
    """Return the pieces of one page as columns of whole lines, in reading order.

    A headline across both columns ends the columns above it.
    """
    gutter = _gutter(pieces)
    if gutter is None:
        return [rows(pieces)] if pieces else []
    found: list[list[Line]] = []
    band: list[Line] = []
    for piece in sorted(pieces, key=lambda p: p.top):
        if piece.left < gutter < piece.right:
            found += _split(band, gutter)
            found.append([piece])
            band = []
        else:
            band.append(piece)
    return found + _split(band, gutter)


def rows(pieces: list[Line]) -> list[Line]:
    """Join pieces that stand on one line of print; the cells of a table are parted by tabs."""
    joined: list[Line] = []
    row: list[Line] = []
    for piece in sorted(pieces, key=lambda p: p.top):
        if row and not piece.beside(row[0]):
            joined.append(_row(row))
            row = []
        row.append(piece)
    return [*joined, _row(row)] if row else joined


def _split(band: list[Line], gutter: float) -> list[list[Line]]:
    left = [piece for piece in band if piece.right <= gutter]
    right = [piece for piece in band if piece.right > gutter]
    return columns(left) + columns(right)


def _gutter(pieces: list[Line]) -> float | None:
    """Return the middle of the widest white stripe that runs down the page, if there is one."""
    if len(pieces) < 2 * _FEWEST_LINES:
        return None
    start, end = min(p.left for p in pieces), max(p.right for p in pieces)
    step = (end - start) / _PLACES or 1.0
    changes = [0] * (_PLACES + 2)
    for piece in pieces:
        changes[int((piece.left - start) / step)] += 1
        changes[int((piece.right - start) / step) + 1] -= 1
    crossing = list(accumulate(changes))
    fewest, place = min((crossing[i], -_width(crossing, i), i) for i in _MIDDLE)[::2]
    gutter = start + (place + _width(crossing, place) / 2) * step
    if fewest > len(pieces) * _MOST_CROSSING:
        return None
    sides = ([p for p in pieces if p.right <= gutter], [p for p in pieces if p.left >= gutter])
    return gutter if all(_is_column(side, end - start) for side in sides) else None


_MIDDLE = range(_PLACES // 4, _PLACES * 3 // 4)


def _width(crossing: list[int], place: int) -> int:
    """Count the places from `place` on that are no more crossed than it."""
    end = place
    while end < _PLACES and crossing[end] <= crossing[place]:
        end += 1
    return end - place


def _is_column(side: list[Line], width: float) -> bool:
    if len(side) < _FEWEST_LINES:
        return False
    return median(line.right - line.left for line in side) > width * _NARROWEST


def _row(row: list[Line]) -> Line:
    row.sort(key=lambda piece: piece.left)
    gaps = [(b.left - a.right) / b.height for a, b in pairwise(row)]
    return Line(
        _spaced(row, gaps),
        row[0].page,
        row[0].left,
        min(piece.top for piece in row),
        max(piece.right for piece in row),
        max(piece.bottom for piece in row),
    )


def _spaced(row: list[Line], gaps: list[float]) -> str:
    letters = len(row) >= _FEWEST_SPREAD and all(len(piece.text) == 1 for piece in row)
    if letters and max(gaps) - min(gaps) < _BLANK_GAP:
        return "".join(piece.text for piece in row)  # a title with its letters set apart
    text = row[0].text
    for gap, piece in zip(gaps, row[1:], strict=True):
        text += ("\t" if gap > _CELL_GAP else " " if gap > _BLANK_GAP else "") + piece.text
    return text
