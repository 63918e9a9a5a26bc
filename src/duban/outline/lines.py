"""The paragraphs of a document as lines: where their words begin and end in the folded text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.outline.marks import LEAD, read_mark

if TYPE_CHECKING:
    from duban.model import Document

# Also the blanks that str.strip does not know: zero-width ones, joiners, the byte order mark.
BLANKS: Final = (
    " \t\r\n\v\f\x85\xa0\xad\u2000\u2002\u2003\u2009\u200b\u200c\u200d\u202f\u2060\u3000\ufeff"
)
_STYLE_LEVEL = re.compile(r"(?:heading|标题|head|h)\s*([1-9])", re.IGNORECASE)
GREETING: Final = re.compile(r"各位代表|各位委员|同志们|各位领导")
# Web pages break lines at links and bold words. A line that begins like this goes on …
_CONTINUES = re.compile(r"[，。、；：！？）》”’的等及]|和(?![平谐美睦])|为[0-9]")
# … and so does what follows a line that ends like this, or a long one that does not end at all.
_OPENED: Final = "《“（"
_CONTINUED: Final = "，、"
_ENDED: Final = "。！？：；…”’）》"
_LONG: Final = 80  # as no heading is


class Line(NamedTuple):
    """A paragraph without the blanks around it; torn ones are joined again.

    Attributes:
        start: offset of its first character.
        end: offset after its last character.
        style: level of its heading style in Word, or 0.
    """

    start: int
    end: int
    style: int = 0


def lines_of(document: Document, folded: str) -> list[Line]:
    """Return the paragraphs that hold more than blanks, in order."""
    lines: list[Line] = []
    for paragraph in document.paragraphs:
        text = folded[paragraph.span.start : paragraph.span.end]
        words = text.lstrip(BLANKS)
        if not words:
            continue
        start = paragraph.span.start + len(text) - len(words)
        end = start + len(words.rstrip(BLANKS))
        if lines and _is_torn(folded, lines[-1], start, end):
            lines[-1] = lines[-1]._replace(end=end)
        else:
            style = _style_level(paragraph.style) if paragraph.style else 0
            lines.append(Line(start, end, style))
    return lines


def _is_torn(text: str, before: Line, start: int, end: int) -> bool:
    last = text[before.end - 1]
    if last in _OPENED or _CONTINUES.match(text, start, end):
        return True
    unfinished = last in _CONTINUED or (before.end - before.start > _LONG and last not in _ENDED)
    return unfinished and not _begins_anew(text, start, end)


def _begins_anew(text: str, start: int, end: int) -> bool:
    if GREETING.match(text, start, end):
        return True
    lead = LEAD.match(text, start, end)
    return lead is not None and (lead.end() > start or read_mark(text, lead.end(), end) is not None)


def _style_level(style: str) -> int:
    found = _STYLE_LEVEL.match(style.strip())
    return int(found[1]) if found else 0
