"""A web page as a tree: parsing it, and finding the part that holds the article."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from duban.documents.errors import NO_TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

# Never shown. A part that turns out to be no content is given the first of these tags.
UNSEEN = {
    "template", "script", "style", "noscript", "iframe", "object", "svg", "head", "select",
    "button", "textarea", "input",
}  # fmt: skip
_AROUND = ("nav", "footer", "aside")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_AROUND_NAME = re.compile(
    r"(?<![a-z])(nav(bar|igation)?|menu|foot(er)?|copyright|share|crumbs?|breadcrumbs?|sidebar|"
    r"related|recommend|toolbar|login|search|banner|qrcode|ewm|jiathis|bdshare\w*)(?![a-z])",
    re.IGNORECASE,
)
_TOO_DEEP = ("网页的元素嵌套过深", "its elements are nested too deeply")
_STOP = re.compile("[，。；、]")
# Less than this share of a page's stops is no article, whatever the element is called …
_MARGINAL = 0.2
# … and an element holds the whole article if no more stops than these stand outside it.
_OUTSIDE = 0.05
_MOST_OUTSIDE = 6
# Only these hold articles; a paragraph that holds nearly all of one has others beside it.
_HOLDERS = {
    "body", "div", "section", "article", "main", "form", "center", "blockquote", "table", "tbody",
    "tr", "td", "ucapcontent",
}  # fmt: skip


def parse(text: str, name: str) -> _Element:
    """Return the root element of a page; nearly any text makes a tree.

    Raises:
        UserError: `DC019` where it is nested so deeply that parts would be lost.
    """
    from lxml import etree, html  # noqa: PLC0415  heavy, and most reports are plain text

    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = html.document_fromstring(text.encode(errors="replace"), parser=parser)
    except etree.ParserError:  # nothing but comments
        return etree.Element("html")
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise NO_TEXT.error(name=name, reason=_TOO_DEEP)
    return root


def mask(root: _Element) -> None:
    """Take out of sight what is hidden, or named like a menu and holds few sentences."""
    stops = _count_stops(root)
    limit = stops[root] * _MARGINAL
    for element in root.iter("*"):
        if stops[element] <= limit and _is_around(element):
            element.tag = "template"


def article(root: _Element) -> _Element:
    """Return the deepest element that holds nearly all the sentences of the page."""
    stops = _count_stops(root)
    enough = stops[root] - min(stops[root] * _OUTSIDE, _MOST_OUTSIDE)
    element = root
    while stops[root]:
        holders = (child for child in element if child.tag in _HOLDERS)
        inner = next((child for child in holders if stops[child] >= enough), None)
        if inner is None:
            break
        element = inner
    return element


def _count_stops(root: _Element) -> dict[_Element, int]:
    """Count the Chinese stops and commas under every element; those of links do not count."""
    from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

    stops: dict[_Element, int] = defaultdict(int)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        seen = element.tag not in UNSEEN
        if event == "start" and seen:
            stops[element] += len(_STOP.findall(element.text or ""))
        elif event == "start":
            walk.skip_subtree()
        elif element is not root:
            own = 0 if element.tag == "a" and "href" in element.attrib else stops[element]
            stops[element.getparent()] += own + len(_STOP.findall(element.tail or ""))
    return stops


def _is_around(element: _Element) -> bool:
    if element.tag in _AROUND or element.get("hidden") is not None:
        return True
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return bool(_AROUND_NAME.search(names) or _HIDDEN.search(element.get("style", "")))
