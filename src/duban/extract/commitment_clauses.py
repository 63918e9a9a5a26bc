"""Paragraphs, sentences and clauses of a plan: the pieces that commitments are made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# Quotes, brackets and titles keep their commas; only the last branch is a boundary.
_BOUNDARY = re.compile(
    r"“[^“”\n]{0,80}”|（[^（）\n]{0,80}）|《[^《》。]{0,80}》|(?P<stop>[，。；！？\n]|：(?![0-9]))"
)
_MARK = re.compile(
    r"[^\S\n]*[*#●•▪■◆·—\- 　]*"
    r"(?:(?P<item>（[0-9]{1,2}）|[0-9]{1,2}[.、](?![0-9])|[①-⑳]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、)"
    r"|(?P<ordinal>(?:[一二三四五六七八九十]{1,3}[是要]|第[一二三四五六七八九十]{1,2}，|首先，|其次，)))?"
    r"[*　 ]*"
)
_TRAIL = re.compile(r"[\s*]*$")
_WRAPPED = 25  # a line this long without final punctuation was broken by its page
_OPENS_LINE = re.compile(r"\s*[，。；、：！？》”）]")


class Clause(NamedTuple):
    """A stretch between two marks: offsets in the text, and the mark after it."""

    start: int
    end: int
    stop: str


class Sentence(NamedTuple):
    """Clauses up to 。；！ or the end of the paragraph.

    Attributes:
        clauses: at least one.
        mark: `item` for （1） or 1. before it, `ordinal` for 一是, or nothing.
        first: whether it opens its paragraph.
        last: whether it closes it.
    """

    clauses: list[Clause]
    mark: str
    first: bool
    last: bool


def paragraphs(folded: str, start: int, end: int) -> Iterator[list[Sentence]]:
    """Yield the sentences of each paragraph between two offsets."""
    found: list[tuple[list[Clause], str]] = []
    clauses: list[Clause] = []
    mark, at = _skip_mark(folded, start, end)
    for boundary in _BOUNDARY.finditer(folded, start, end):
        stop = boundary.group("stop")
        if stop is None or boundary.start() < at:
            continue
        if stop == "\n" and _is_wrapped(folded, at, boundary.start(), end):
            continue
        if boundary.start() > at:
            clauses.append(Clause(at, boundary.start(), stop))
        at = boundary.end()
        if stop != "，":
            if clauses:
                found.append((clauses, mark))
            clauses = []
            mark, at = _skip_mark(folded, at, end)
        if stop == "\n" and found:
            yield _number(found)
            found = []
    if at < end:
        clauses.append(Clause(at, end, ""))
    if clauses:
        found.append((clauses, mark))
    if found:
        yield _number(found)


def _number(found: list[tuple[list[Clause], str]]) -> list[Sentence]:
    last = len(found) - 1
    return [Sentence(c, m, i == 0, i == last) for i, (c, m) in enumerate(found)]


def _skip_mark(folded: str, at: int, end: int) -> tuple[str, int]:
    """Return the kind of number or bullet at a sentence's head, and the offset after it."""
    match = _MARK.match(folded, at, end)
    return (match.lastgroup or "", match.end()) if match else ("", at)


def _is_wrapped(folded: str, start: int, at: int, end: int) -> bool:
    """Say whether the line end at `at` only breaks a sentence that goes on."""
    if _OPENS_LINE.match(folded, at, end):
        return True
    begin = folded.rfind("\n", 0, at) + 1
    return at > start and at - begin >= _WRAPPED and not folded[at + 1 : at + 2].isspace()
