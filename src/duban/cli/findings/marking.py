"""Marks over the text of a page; marks may overlap."""

from __future__ import annotations

import re
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.model import Span

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def safe(text: str) -> str:
    """Return a text as it may stand in a page, in an attribute too."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


class Mark(NamedTuple):
    """One stretch that is marked.

    Attributes:
        span: of the report's text.
        kind: class of the mark.
        link: where its number leads, if it has one.
        number: shown behind its last character.
    """

    span: Span
    kind: str
    link: str = ""
    number: str = ""


def marked(text: str, stretch: Span, marks: Iterable[Mark]) -> str:
    """Return a stretch of the text as HTML, its marks nested where they overlap.

    Args:
        text: of the report.
        stretch: what to show.
        marks: that overlap it.
    """
    inside = [mark for mark in marks if mark.span.overlaps(stretch)]
    edges = {stretch.start, stretch.end}
    for mark in inside:
        edges |= {max(mark.span.start, stretch.start), min(mark.span.end, stretch.end)}
    cuts = sorted(edges)
    return "".join(_piece(text, a, b, inside) for a, b in pairwise(cuts))


def _piece(text: str, start: int, end: int, marks: list[Mark]) -> str:
    held = [mark for mark in marks if mark.span.start <= start and end <= mark.span.end]
    piece = safe(text[start:end])
    for kind in dict.fromkeys(mark.kind for mark in held):
        piece = f'<mark class="{kind}">{piece}</mark>'
    ended = [mark for mark in held if mark.number and mark.span.end == end]
    return piece + "".join(
        f'<sup><a href="{safe(mark.link)}">{mark.number}</a></sup>' for mark in ended
    )
