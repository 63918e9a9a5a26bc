"""The characters of a PDF page with their places, put together to pieces of lines.

The program that wrote the PDF placed glyphs, not words: blanks between them are found from
the gaps, and the blanks that the PDF library guesses around digits are left out.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise
from math import isfinite, pi
from statistics import median_low
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.content import BLANK
from duban.documents.page_lines import Line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pypdfium2 import PdfPage  # type: ignore[import-untyped]  # it ships no types

# Gaps in heights of the type.
_BLANK_GAP = 0.5
_CELL_GAP = 1.2
_STEP_BACK = 0.5
_BOLD_SHIFT = 0.3
_SLANT = 0.1  # radians
_PERHAPS_GUESSED = {0x0D, 0x0A, 0x20}
_NOT_PRINTED = {0x00, 0x02, 0x0D, 0x0A, 0xAD, 0xFFFE}
_MOST_ILLEGIBLE = 0.3
# A box is left, top, right, bottom with y upwards; by the page's rotation, the same as seen.
_TURNS: dict[int, Callable[[float, float, float, float], tuple[float, float, float, float]]] = {
    0: lambda left, top, right, bottom: (left, -top, right, -bottom),
    90: lambda left, top, right, bottom: (bottom, left, top, right),
    180: lambda left, top, right, bottom: (-right, bottom, -left, top),
    270: lambda left, top, right, bottom: (-top, -right, -bottom, -left),
}
_ILLEGIBLE = re.compile("[\ue000-\uf8ff\ufffd]")
# Radicals and compatibility forms that fonts map their glyphs to in place of the character.
_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_SPACED = re.compile(r"\S(?: \S){2,}")


class _Glyph(NamedTuple):
    character: str
    left: float
    top: float
    right: float
    bottom: float
    after_guess: bool  # the library guessed a blank before it


def pieces(page: PdfPage, number: int) -> list[Line]:
    """Return the pieces of text on a page, in the order of the file.

    Args:
        page: an open page.
        number: its 1-based number.
    """
    found: list[Line] = []
    for run in _runs(_glyphs(page)):
        line = _line(run, number)
        if line.text and isfinite(sum(line[2:])) and not _is_printed_over(found[-1:], line):
            found.append(line)
    return found


def is_legible(found: list[Line]) -> bool:
    """Say whether the characters have meanings: a font may come without its table of them."""
    text = "".join(line.text for line in found)
    return len(_ILLEGIBLE.findall(text)) <= len(text) * _MOST_ILLEGIBLE


def _glyphs(page: PdfPage) -> Iterator[_Glyph]:
    from ctypes import byref  # noqa: PLC0415  goes with the next

    from pypdfium2 import raw  # noqa: PLC0415  heavy, and most reports are plain text

    text = page.get_textpage()
    turn = _TURNS[page.get_rotation() % 360]
    box = raw.FS_RECTF()
    guessed = False
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in _PERHAPS_GUESSED and raw.FPDFText_IsGenerated(text, index) == 1:
            guessed = True
        elif code in _NOT_PRINTED or _is_slanting(raw.FPDFText_GetCharAngle(text, index)):
            continue
        elif raw.FPDFText_GetLooseCharBox(text, index, byref(box)):
            yield _Glyph(chr(code), *turn(box.left, box.top, box.right, box.bottom), guessed)
            guessed = False


def _is_slanting(angle: float) -> bool:
    """Say whether a glyph stands across the page, as a watermark does."""
    return min(angle % (pi / 2), -angle % (pi / 2)) > _SLANT


def _runs(glyphs: Iterator[_Glyph]) -> Iterator[list[_Glyph]]:
    """Yield stretches of glyphs that stand side by side, without the gap of a table cell."""
    run: list[_Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(before: _Glyph, glyph: _Glyph) -> bool:
    height = max(before.bottom - before.top, 1e-3)
    shared = min(before.bottom, glyph.bottom) - max(before.top, glyph.top)
    if shared < min(height, glyph.bottom - glyph.top) / 2:
        return False
    back = before.left - glyph.left > _STEP_BACK * height
    return not back and glyph.left - before.right < _CELL_GAP * height


def _line(run: list[_Glyph], number: int) -> Line:
    printed = [g for g in run if not g.character.isspace()] or run
    return Line(
        _text(run),
        number,
        printed[0].left,
        median_low(glyph.top for glyph in printed),  # digits of another font may stand out
        max(glyph.right for glyph in printed),
        median_low(glyph.bottom for glyph in printed),
    )


def _text(run: list[_Glyph]) -> str:
    text = run[0].character
    for before, glyph in pairwise(run):
        text += _blank(before, glyph) + glyph.character
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if _SPACED.fullmatch(text):  # letters set apart for looks: 报 告
        text = text.replace(" ", "")
    return _LOOKALIKE.sub(lambda m: unicodedata.normalize("NFKC", m[0]), text.strip(BLANK))


def _blank(before: _Glyph, glyph: _Glyph) -> str:
    """Return the blank between two glyphs that the file does not spell out."""
    words = before.character.isascii() and glyph.character.isascii()
    if words and glyph.after_guess:
        return " "
    gap = glyph.left - before.right
    return " " if gap > _BLANK_GAP * (glyph.bottom - glyph.top) else ""


def _is_printed_over(last: list[Line], line: Line) -> bool:
    """Say whether a piece repeats the last one to make it look bold."""
    near = _BOLD_SHIFT * line.height
    return any(
        line.text == before.text
        and abs(line.left - before.left) < near
        and abs(line.top - before.top) < near
        for before in last
    )
