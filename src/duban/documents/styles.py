"""The styles of a Word document: which are headings, which number, which hide their text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.markup import attribute, child, children, number, switched_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading\b|标题|標題|(sub)?title\b|副标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(toc|目录|目錄)\s*\d|table of figures", re.IGNORECASE)
_BODY_LEVEL = 9  # w:outlineLvl 0 to 8 are headings, 9 is body text


class Style(NamedTuple):
    """What duban needs of a style, inherited values included.

    Attributes:
        heading: the style's own name where it makes a heading, or an empty string.
        list_id: the list it numbers in, or an empty string.
        depth: the level in that list.
        hidden: whether its text is not printed.
        contents: whether it is a line of a table of contents.
    """

    heading: str = ""
    list_id: str = ""
    depth: int = 0
    hidden: bool = False
    contents: bool = False


PLAIN = Style()


def read_styles(root: _Element | None) -> dict[str, Style]:
    """Return the styles in `word/styles.xml` by their ids."""
    elements = {attribute(e, "styleId"): e for e in children(root, "style")}
    return {key: _style(element, elements) for key, element in elements.items()}


def _style(element: _Element, elements: dict[str, _Element]) -> Style:
    """Read a style, then what it leaves open from the styles it is based on."""
    name = attribute(child(element, "name"), "val")
    family = _family(element, elements)
    listed = next((p for e in family if (p := child(e, "pPr", "numPr")) is not None), None)
    return Style(
        heading=name if any(map(_is_heading, family)) else "",
        list_id=attribute(child(listed, "numId"), "val"),
        depth=number(attribute(child(listed, "ilvl"), "val")),
        hidden=any(switched_on(child(e, "rPr", "vanish")) for e in family),
        contents=bool(_CONTENTS.match(name)),
    )


def _family(element: _Element, elements: dict[str, _Element]) -> list[_Element]:
    family: list[_Element] = []
    base: _Element | None = element
    while base is not None and base not in family:  # a damaged file may go in circles
        family.append(base)
        base = elements.get(attribute(child(base, "basedOn"), "val"))
    return family


def _is_heading(element: _Element) -> bool:
    if attribute(element, "type") == "character":
        return False
    name = attribute(child(element, "name"), "val")
    return bool(_HEADING.match(name)) or is_outline_level(child(element, "pPr", "outlineLvl"))


def is_outline_level(element: _Element | None) -> bool:
    """Say whether a `w:outlineLvl` makes its paragraph a heading."""
    return number(attribute(element, "val"), _BODY_LEVEL) < _BODY_LEVEL
