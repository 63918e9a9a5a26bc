"""Automatic numbering in Word: `一、` in front of a heading is not in its text.

The label is worked out as Word does (ECMA-376 17.9): a definition has nine levels, each with a
start, a format and a pattern such as `第%1章`; an item counts its level up and starts the
deeper ones again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.markup import attribute, child, children, local_name, number
from duban.documents.numerals import numeral

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff]")  # bullets of the Symbol and Wingdings fonts


class Level(NamedTuple):
    """How one level of a list counts and is written."""

    start: int = 1
    style: str = "decimal"
    pattern: str = ""
    gap: str = "tab"
    legal: bool = False  # upper levels in Arabic digits, whatever their own format
    restart: bool = True


class Numbering:
    """The lists of one document, and how far each has counted."""

    def __init__(self, root: _Element | None) -> None:
        """Read the definitions in `word/numbering.xml`, where there is one."""
        self._definitions: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, Level]]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int | None]] = {}
        for element in () if root is None else root:
            self._define(element)

    def label(self, list_id: str, depth: int) -> str:
        """Count the next item of a list and return its label, with the gap that follows it.

        Args:
            list_id: the paragraph's `w:numId`; an unknown one gives no label.
            depth: its `w:ilvl`, 0 for the outermost level.
        """
        if list_id not in self._lists or not 0 <= depth < _LEVELS:
            return ""
        definition, levels = self._lists[list_id]
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        for level, start in self._starts.pop(list_id, {}).items():
            counts[level] = start - 1
        self._count(counts, levels, depth)
        return _written(counts, levels, depth)

    def _define(self, element: _Element) -> None:
        tag = local_name(element)
        if tag == "abstractNum":
            self._definitions[attribute(element, "abstractNumId")] = _levels(element)
        elif tag == "num":
            list_id = attribute(element, "numId")
            definition = attribute(child(element, "abstractNumId"), "val")
            levels = dict(self._definitions.get(definition, {}))
            for override in children(element, "lvlOverride"):
                levels |= _levels(override)
            self._lists[list_id] = (definition, levels)
            self._starts[list_id] = _starts(element)

    @staticmethod
    def _count(counts: list[int | None], levels: dict[int, Level], depth: int) -> None:
        for level in range(depth + 1):
            before = counts[level]
            if before is None:
                counts[level] = levels.get(level, Level()).start
            elif level == depth:
                counts[level] = before + 1
        for level in range(depth + 1, _LEVELS):
            if levels.get(level, Level()).restart:
                counts[level] = None


def _levels(element: _Element) -> dict[int, Level]:
    return {number(attribute(level, "ilvl")): _level(level) for level in children(element, "lvl")}


def _level(element: _Element) -> Level:
    formats = [e for e in element.iter() if local_name(e) == "numFmt"]
    return Level(
        start=number(attribute(child(element, "start"), "val"), 1),
        style=attribute(formats[-1], "val") if formats else "decimal",
        pattern=attribute(child(element, "lvlText"), "val"),
        gap=attribute(child(element, "suff"), "val") or "tab",
        legal=child(element, "isLgl") is not None,
        restart=attribute(child(element, "lvlRestart"), "val") != "0",
    )


def _starts(element: _Element) -> dict[int, int]:
    overrides = children(element, "lvlOverride")
    return {
        number(attribute(o, "ilvl")): number(attribute(start, "val"), 1)
        for o in overrides
        if (start := child(o, "startOverride")) is not None
    }


def _written(counts: list[int | None], levels: dict[int, Level], depth: int) -> str:
    level = levels.get(depth, Level())
    if level.style == "bullet":
        return _PRIVATE_USE.sub("●", level.pattern)

    def count(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        style = "decimal" if level.legal else levels.get(at, Level()).style
        return numeral(counts[at] or levels.get(at, Level()).start, style)

    label = _PLACE.sub(count, level.pattern)
    # `1.` needs a gap before digits that follow; `一、` and `（一）` never have one in print.
    return f"{label} " if label.isascii() and label and level.gap != "nothing" else label
