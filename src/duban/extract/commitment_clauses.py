"""Paragraphs, sentences and clauses of a plan: the pieces that commitments are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

# Quotes, brackets and titles keep their commas; what is one character long is a boundary. All
# that it may begin with comes first, in one class, so that the search runs at C speed.
_BOUNDARY = re.compile(
    r"[，。；！？\n\t：“（《](?:(?<=[，。；！？\n\t])|(?<=：)(?![0-9])"
    r"|(?<=“)[^“”\n]{0,80}”|(?<=（)[^（）\n]{0,80}）|(?<=《)[^《》。]{0,80}》)"
)
_MARK = re.compile(
    r"[*#●•▪■◆·—\- 　\t]*"
    r"(?:(?P<item>（[0-9]{1,2}）|[0-9]{1,2}[.、](?![0-9])|[①-⑳]|（[一二三四五六七八九十]{1,3}）"
    r"|[一二三四五六七八九十]{1,3}、)"
    r"|(?P<ordinal>[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}[，、]|首先，|其次，))?"
    r"[*　 ]*"
)
# What such a mark can begin with.
_MARKS = frozenset("*#●•▪■◆·—- \u3000\t（①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳一二三四五六七八九十第首其0123456789")
_PADDING = " \t\n\r\u3000\u200b*"
_WRAPPED = 25  # a line this long that goes on in the next was broken by its page
_OPENS_LINE = re.compile(r"\s{0,4}[，。；、：！？》”）]")


class Clause(msgspec.Struct, frozen=True, gc=False):
    """A stretch between two marks: offsets in the text, and the mark after it."""

    start: int
    end: int
    stop: str


class Sentence(msgspec.Struct, frozen=True, gc=False):
    """Clauses up to 。；！ or the end of the paragraph.

    Attributes:
        clauses: at least one.
        mark: `item` for （1） or 1. before it, `ordinal` for 一是, or nothing.
    """

    clauses: list[Clause]
    mark: str


def paragraphs(folded: str, start: int, end: int) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph between two offsets of the folded text."""
    found: list[Sentence] = []
    clauses: list[Clause] = []
    mark, at = _skip_mark(folded, start, end)
    for boundary in _BOUNDARY.finditer(folded, start, end):
        stop = boundary[0]
        place, after = boundary.span()
        if len(stop) > 1 or place < at or (stop == "\n" and _is_wrapped(folded, at, place, end)):
            continue
        if place > at:
            _add(clauses, folded, Clause(at, place, stop))
        at = after
        if stop != "，":
            if clauses:
                found.append(Sentence(clauses, mark))
                clauses = []
            mark, at = _skip_mark(folded, at, end)
            if stop == "\n" and found:
                yield found
                found = []
    if at < end:
        _add(clauses, folded, Clause(at, end, ""))
    if clauses:
        found.append(Sentence(clauses, mark))
    if found:
        yield found


def _add(clauses: list[Clause], folded: str, clause: Clause) -> None:
    """Add a clause without the blanks and the markup around it, unless that is all there is."""
    start, end = clause.start, clause.end
    if folded[start] in _PADDING or folded[end - 1] in _PADDING:
        words = folded[start:end].strip(_PADDING)
        if not words:
            return
        start = folded.index(words[0], start)
        clause = Clause(start, start + len(words), clause.stop)
    clauses.append(clause)


def _skip_mark(folded: str, at: int, end: int) -> tuple[str, int]:
    """Return the kind of number or bullet at a sentence's head, and the offset after it."""
    if at < end and folded[at] not in _MARKS:
        return "", at
    match = _MARK.match(folded, at, end)
    return (match.lastgroup or "", match.end()) if match else ("", at)


def _is_wrapped(folded: str, start: int, at: int, end: int) -> bool:
    """Say whether the line end at `at` only breaks a sentence that goes on."""
    if _OPENS_LINE.match(folded, at, end) or "\u200b" in folded[at - 1 : at + 2]:
        return True  # web pages leave zero-width blanks on a line of their own
    begin = folded.rfind("\n", 0, at) + 1
    return at > start and at - begin >= _WRAPPED and not folded[at + 1 : at + 2].isspace()
