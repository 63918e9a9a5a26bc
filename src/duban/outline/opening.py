"""Where the report itself begins, after its title and what websites put above it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.outline.lines import GREETING
from duban.outline.marks import read_mark
from duban.outline.titles import is_short
from duban.outline.wording import role_by_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.lines import Line

_WITHIN: Final = 80  # lines; a greeting further down is none …
_HEAD: Final = 8000  # … nor one after so many characters
_LONG: Final = 100  # characters; titles, speakers and sources are shorter
_NOT_IN_TITLES: Final = ("part", "chapter", "hanzi", "hanzi_paren", "digit")


def find_body(text: str, lines: Sequence[Line]) -> int:
    """Return the index of the greeting, or of the first heading or long paragraph."""
    first = [line for line in lines[:_WITHIN] if line.start < _HEAD]
    for index, line in enumerate(first):
        if GREETING.match(text, line.start, line.end):
            return index
    return next((index for index, line in enumerate(first) if _begins(text, line)), 0)


def _begins(text: str, line: Line) -> bool:
    if line.end - line.start >= _LONG:
        return True
    mark = read_mark(text, line.start, line.end)
    if mark:
        return mark.kind in _NOT_IN_TITLES and not mark.loose
    words = text[line.start : line.end]
    headed = is_short(text, line.start, line.end) and "报告" not in words
    return headed and role_by_words(words, None) is not None
