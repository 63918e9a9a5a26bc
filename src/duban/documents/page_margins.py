"""Page numbers and running heads: printed on every page, and no part of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duban.documents.page_lines import Line

_DIGITS = re.compile(r"\d+")
# `— 12 —`, `- 12 -`, `·12·`, `第12页 共30页`, `12/30`; a reader of pictures takes dashes for 一.
_MARKED_NUMBER = re.compile(
    r"[—–―‐\-－_~·•．.一]{1,3}\d{1,4}[—–―‐\-－_~·•．.一]{1,3}"
    r"|第\d{1,4}页([，,/]?共\d{1,4}页)?|\d{1,4}[/／]\d{1,4}页?|Page\d{1,4}(of\d{1,4})?"
)
_BARE_NUMBER = re.compile(r"\d{1,4}|[ivxIVX]{1,6}")
_EDGE = 3  # pieces at the top and at the bottom of a page that may be such
_FEWEST_PAGES = 3
_SHARE = 0.4  # heads of odd and even pages differ
_ANOTHER_SIZE = 1.25  # the title may repeat the words of the head


def without_running_lines(pages: list[list[Line]]) -> list[list[Line]]:
    """Return the pages without page numbers and without heads and feet that repeat."""
    edges = [_edges(page) for page in pages]
    running = _running([line for edge in edges for line in edge], len(pages))
    return [
        [line for line in page if line not in edge or not _is_running(line, running)]
        for page, edge in zip(pages, edges, strict=True)
    ]


def _edges(page: list[Line]) -> set[Line]:
    ordered = sorted(page, key=lambda line: line.top)
    return {*ordered[:_EDGE], *ordered[-_EDGE:]}


def _key(line: Line) -> str:
    """Return what stays the same from page to page."""
    return _DIGITS.sub("0", _squeeze(line))


def _squeeze(line: Line) -> str:
    return "".join(line.text.split())


def _running(lines: list[Line], pages: int) -> dict[str, tuple[float, float]]:
    """Return the keys that stand at one place on many pages, with their top and their size."""
    alike: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        alike[_key(line)].append(line)
    enough = max(_FEWEST_PAGES, pages * _SHARE)
    return {
        key: (median(line.top for line in found), median(line.height for line in found))
        for key, found in alike.items()
        if len({line.page for line in found}) >= enough
    }


def _is_running(line: Line, running: dict[str, tuple[float, float]]) -> bool:
    text = _squeeze(line)
    if _MARKED_NUMBER.fullmatch(text) or text == str(line.page):
        return True
    if _key(line) not in running:
        return False
    top, height = running[_key(line)]
    in_place = abs(line.top - top) < height and line.height < height * _ANOTHER_SIZE
    return in_place or bool(_BARE_NUMBER.fullmatch(text))
