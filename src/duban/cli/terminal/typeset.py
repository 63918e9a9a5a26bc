"""Lines of Chinese text in a terminal, where a wide character takes two cells."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A closing mark goes with what is before it, an opening one with what is after it, and a
# number with its scale and unit.
_PIECE = re.compile(
    r"[（〔“‘《【「『(\[]{0,8}"
    r"(?:[0-9A-Za-z][0-9A-Za-z.,:/_+\-]{0,30}[十百千万亿]{0,2}[一-鿿]{0,2}|\s|.)"
    r"[、，。；：！？）〕”’》】」』…%％‰,.;:!?)\]]{0,8}"
)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")


def cells(text: str) -> int:
    """Return the width of `text` in terminal cells."""
    return cell_len(text)


def visible(text: str) -> str:
    """Return `text` on one line, without characters that would move the cursor."""
    return _UNSEEN.sub(" ", text)


def wrap(text: str, width: int) -> list[str]:
    """Break `text` into lines of at most `width` cells, by the rules of Chinese setting.

    No line begins with a closing mark and no number parts from its unit, unless together they
    are wider than a line. An empty text is one empty line.
    """
    text = visible(text).strip()
    if cells(text) <= width:
        return [text]
    return [line.rstrip() for _, line in broken(text, width)]


def broken(text: str, width: int) -> list[tuple[int, str]]:
    """Break a text as `wrap` does, into lines that tell where in the text they begin.

    Every character that takes room stays where it was, so that a mark can be set under it.
    """
    lines: list[tuple[int, str]] = []
    start, line, used, at = 0, "", 0, 0
    for piece in _pieces(text, width):
        taken = cells(piece)
        if used + taken > width:
            lines.append((start, line))
            line, used = "", 0
        if line or piece != " ":
            start = start if line else at
            line += piece
            used += taken
        at += len(piece)
    return [*lines, (start, line)]


def _pieces(text: str, width: int) -> Iterator[str]:
    for match in _PIECE.finditer(text):
        piece = match[0]
        yield from [piece] if cells(piece) <= width else chop_cells(piece, width)


def fill(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` with spaces after it, or before it, to make `width` cells."""
    space = " " * (width - cells(text))
    return space + text if right else text + space


def columns(texts: Sequence[str], widths: Sequence[int], right: int = -1) -> list[str]:
    """Set `texts` side by side, each wrapped to its width, with two cells between them.

    Args:
        texts: one a column.
        widths: cells of each column.
        right: index of the column that is aligned to its right edge, if any.
    """
    wrapped = [wrap(text, width) for text, width in zip(texts, widths, strict=True)]
    return [
        "  ".join(
            fill(part, width, right=at == right)
            for at, (part, width) in enumerate(zip(parts, widths, strict=True))
        ).rstrip()
        for parts in zip_longest(*wrapped, fillvalue="")
    ]
