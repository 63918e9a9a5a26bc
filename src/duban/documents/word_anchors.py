"""Puts the marks of comments around words of a Word document, splitting runs where they begin.

A split run keeps its properties, so that no character changes its looks.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from duban.documents.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    Character = tuple[_Element, int]  # what holds it, and its index there

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# Word allows no comment in these.
_CLOSED = frozenset({"txbxContent", "footnote", "endnote"})


def is_open(element: _Element, namespace: str) -> bool:
    """Say whether a comment can begin or end at a character that an element holds.

    Args:
        element: a part of a run.
        namespace: of the text; formulas and drawings have runs of their own.
    """
    run = element.getparent()
    if run is None or run.tag != f"{{{namespace}}}r":
        return False
    return not any(local_name(e) in _CLOSED for e in element.iterancestors())


class Anchors:
    """Sets marks in one document; the characters keep their names however often runs are split."""

    def __init__(self, namespace: str) -> None:
        self._namespace = f"{{{namespace}}}"
        # Where the parts of a split element went: index of the first character, and the part.
        self._parts: dict[_Element, list[Character]] = {}

    def set(self, first: Character, last: Character, identity: str) -> None:
        """Set the marks of one comment around the words from `first` to `last`."""
        begins = self._begin(*first)
        ends = self._end(*last)
        begins.addprevious(self._mark(begins, "commentRangeStart", identity))
        reference = begins.makeelement(f"{self._namespace}r")
        reference.append(self._mark(begins, "commentReference", identity))
        ends.addnext(reference)
        ends.addnext(self._mark(begins, "commentRangeEnd", identity))

    def _mark(self, near: _Element, tag: str, identity: str) -> _Element:
        return near.makeelement(f"{self._namespace}{tag}", {f"{self._namespace}id": identity})

    def _begin(self, element: _Element, index: int) -> _Element:
        """Return the run that begins with a character."""
        part, at = self._find(element, index)
        if at:
            part = self._split(element, part, at)
        return self._parted(part)

    def _end(self, element: _Element, index: int) -> _Element:
        """Return the run that ends with a character."""
        part, at = self._find(element, index)
        if at + 1 < len(part.text or ""):
            self._split(element, part, at + 1)
        following = part.getnext()
        if following is not None:
            self._parted(following)
        run = part.getparent()
        assert run is not None, "only characters in runs are marked"  # noqa: S101  see is_open
        return run

    def _find(self, element: _Element, index: int) -> Character:
        """Return the part of an element that now holds a character, and the index there."""
        parts = self._parts.get(element, [(element, 0)])
        part, start = next((p, s) for p, s in reversed(parts) if s <= index)
        return part, index - start

    def _split(self, element: _Element, part: _Element, at: int) -> _Element:
        """Split a part of an element's characters in two, and return the second."""
        text = part.text or ""
        second = deepcopy(part)
        part.text, second.text = text[:at], text[at:]
        for half in (part, second):
            half.set(_SPACE, "preserve")
        part.addnext(second)
        known = self._parts.setdefault(element, [(element, 0)])
        start = next(s for p, s in known if p is part)
        known.append((second, start + at))
        known.sort(key=lambda held: held[1])
        return second

    def _parted(self, child: _Element) -> _Element:
        """Return the run that begins with a child of a run: its own, or a new one behind it."""
        run = child.getparent()
        assert run is not None, "only characters in runs are marked"  # noqa: S101  see is_open
        before = [e for e in child.itersiblings(preceding=True) if local_name(e) != "rPr"]
        if not before:
            return run
        new = run.makeelement(run.tag, {str(k): str(v) for k, v in run.attrib.items()})
        properties = next((e for e in run if local_name(e) == "rPr"), None)
        if properties is not None:
            new.append(deepcopy(properties))
        for moved in [child, *child.itersiblings()]:
            new.append(moved)
        run.addnext(new)
        return new
