"""A passage of the report in the terminal, with marks under the words that matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from click import style

from duban.cli.terminal.typeset import broken, cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.model import Span

WORDS, RELATED = "^", "~"
_NEAR = 1  # lines without a mark that are kept on either side of one
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_ELLIPSIS = "……"


class Marks(NamedTuple):
    """What is marked in a passage.

    Attributes:
        words: the words that a finding is about.
        related: the other words of the relation.
        colour: of the marks; they are told apart without it.
    """

    words: Sequence[Span]
    related: Sequence[Span] = ()
    colour: str = ""


def underlined(text: str, passage: Span, marks: Marks, width: int) -> Iterator[str]:
    """Yield the lines of a passage, each followed by its marks where it has any.

    In a long passage only the lines near a mark are shown.

    Args:
        text: of the whole report.
        passage: the stretch to show.
        marks: what to mark in it.
        width: cells of a line.
    """
    shown = _UNSEEN.sub(" ", passage.of(text))
    lines = [
        (line.rstrip(), _row(line, passage.start + at, marks)) for at, line in broken(shown, width)
    ]
    kept = {
        near
        for at, (_, row) in enumerate(lines)
        if row
        for near in range(at - _NEAR, at + _NEAR + 1)
    }
    skipping = False
    for at, (line, row) in enumerate(lines):
        if at not in kept and kept:
            yield from [] if skipping else [_ELLIPSIS]
            skipping = True
            continue
        skipping = False
        yield line
        yield from [style(row, fg=marks.colour or None)] if row else []


def _row(line: str, start: int, marks: Marks) -> str:
    """Return the marks under a line; those of the words go over those of the others."""
    row = ""
    for at, character in enumerate(line, start):
        sign = " "
        if any(span.contains(at) for span in marks.related):
            sign = RELATED
        if any(span.contains(at) or span.start == span.end == at for span in marks.words):
            sign = WORDS
        row += sign * cells(character)
    return row.rstrip()
