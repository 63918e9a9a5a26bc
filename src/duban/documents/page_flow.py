"""Lines of print joined to paragraphs: the end of a line is no end of a paragraph."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import NamedTuple

from duban.documents.content import Block
from duban.documents.page_lines import Line, columns
from duban.documents.page_margins import without_running_lines
from duban.documents.page_notes import without_notes

_SENTENCE_END = ("。", "！", "？", "：", "…", "。”", "！”", "。）")
# All lengths in heights of a line.
_INDENT = 0.9
_SHORT_AFTER_SENTENCE = 1.2
_SHORT = 3.0  # a number that may not be broken leaves as much white
_ANOTHER_SIZE = 1.3
_GAP = 1.4  # distance of two lines, in usual distances, that parts paragraphs
_RICH = 8  # lines from which a column shows its own margins …
_NARROW = 0.9  # … unless it is narrower than this share of the usual
_DRIFT = 1.0
_DEEPEST_INDENT = 4.0
_USUAL = 0.08  # share of lines from which an indent or a gap is this document's habit


class _Measure(NamedTuple):
    """Where the lines of a column begin and end, and the usual height of a line."""

    left: float
    right: float
    height: float
    lines: int


class _Habit(NamedTuple):
    """How a document sets off its paragraphs, and its usual distance of lines."""

    marked: bool
    pitch: float


def flow(pages: list[list[Line]]) -> list[Block]:
    """Return the paragraphs of a document, then its footnotes; each has the page it begins on.

    Args:
        pages: the pieces of text of every page, in any order.
    """
    order = [c for page in without_running_lines(pages) for c in columns(page)]
    texts, notes = without_notes(order)
    return [*_paragraphs(texts), *(note for column in notes for note in _paragraphs([column]))]


def _paragraphs(order: list[list[Line]]) -> list[Block]:
    measures = _measures(order)
    habit = _habit(order, measures)
    groups: list[list[Line]] = []
    before: tuple[Line, _Measure] | None = None
    for column, measure in zip(order, measures, strict=True):
        for line in column:
            here = (line, measure)
            if before and _continues(before, here, habit):
                groups[-1].append(line)
            else:
                groups.append([line])
            before = here
    return [Block(_joined(group), group[0].page) for group in groups]


def _continues(before: tuple[Line, _Measure], here: tuple[Line, _Measure], habit: _Habit) -> bool:
    (upper, measure), (lower, own) = before, here
    height = measure.height
    if lower.left - own.left > _INDENT * own.height or "\t" in upper.text + lower.text:
        return False
    if not 1 / _ANOTHER_SIZE < upper.height / lower.height < _ANOTHER_SIZE:
        return False
    if measure is own and lower.top - upper.top > _GAP * habit.pitch:
        return False
    if upper.text.endswith(_SENTENCE_END):
        full = measure.right - upper.right < _SHORT_AFTER_SENTENCE * height
        return full and habit.marked
    return measure.right - upper.right < _SHORT * height


def _joined(lines: list[Line]) -> str:
    """Join lines; only between Latin letters is a line end a blank."""
    joined = [lines[0].text]
    for upper, lower in pairwise(lines):
        edges = upper.text[-1:] + lower.text[:1]
        joined.append(" " if edges.isascii() and edges.isalpha() else "")
        joined.append(lower.text)
    return "".join(joined)


def _measures(order: list[list[Line]]) -> list[_Measure]:
    """Measure every column; one with little in it is taken to be set like the others."""
    own = [_measure(column) for column in order]
    rich = [m for m in own if m.lines >= _RICH]
    width = median(m.right - m.left for m in rich) if rich else 0.0
    frames = [m for m in rich if m.right - m.left > _NARROW * width]
    return [m if m in frames else _frame(m, frames) for m in own]


def _measure(column: list[Line]) -> _Measure:
    height = median(line.height for line in column)
    left = _supported(sorted(line.left for line in column), height / 2)
    right = -_supported(sorted(-line.right for line in column), height)
    return _Measure(left, right, height, len(column))


def _supported(places: list[float], drift: float) -> float:
    """Return the first of the sorted places that is no lone stray."""
    return next((a for a, b in pairwise(places) if b - a <= drift), places[0])


def _frame(measure: _Measure, frames: list[_Measure]) -> _Measure:
    """Return the narrowest frame that holds a sparse column, or its own measure."""
    drift = _DRIFT * measure.height
    around = (
        f for f in frames if f.left <= measure.left + drift and f.right >= measure.right - drift
    )
    return min(around, key=lambda f: f.right - f.left, default=measure)


def _habit(order: list[list[Line]], measures: list[_Measure]) -> _Habit:
    pairs = [pair for column in order for pair in pairwise(column)]
    steps = sorted(lower.top - upper.top for upper, lower in pairs)
    pitch = steps[len(steps) // 4] if steps else 0.0  # inside paragraphs it is the smaller
    lines = sum(map(len, order))
    indents = sum(
        _INDENT < (line.left - m.left) / m.height < _DEEPEST_INDENT
        for column, m in zip(order, measures, strict=True)
        for line in column
    )
    gaps = sum(step > _GAP * pitch for step in steps)
    return _Habit(max(indents, gaps) > _USUAL * lines, pitch)
