"""Web pages saved from a government site: the article, without what stands around it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING

from duban.documents.content import Block, Content, compose
from duban.documents.errors import NO_TEXT
from duban.documents.html_lines import read_lines
from duban.documents.html_source import decode_page, unpack
from duban.documents.html_tree import article, mask, parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from duban.documents.html_lines import Line

_SHORTEST_TITLE = 4
_LONGEST_LEAD = 4  # lines: title, subtitle, speaker, date
_LONGEST_FURNITURE = 100
_EMPTY = re.compile(r"[\s\[\]【】()（）|｜、:：>»/·-]*")
_NO_ARTICLE = (
    "网页里没有正文，可能是由脚本加载的",
    "the page holds no article; a script may load it",
)


def read(data: bytes, name: str) -> Content:
    """Read a web page: title, dates and source line, then the article.

    Raises:
        UserError: `DC007`, `DC008` where it cannot be decoded, `DC019` where it has no text.
    """
    decoded = decode_page(unpack(data), name)
    root = parse(decoded.text, name)
    title = _title(root)
    mask(root)
    lines = _around(list(read_lines(root)), article(root), title)
    text, paragraphs = compose(_blocks(lines))
    if not paragraphs:
        raise NO_TEXT.error(name=name, reason=_NO_ARTICLE)
    return Content(text, paragraphs, decoded.encoding)


def _title(root: _Element) -> str:
    """Return what the page calls its article; sites of the State Council's standard say so."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "articletitle":
            return _squeeze(meta.get("content", ""))
    return _squeeze("".join(element.text or "" for element in root.iter("title")))


def _squeeze(text: str) -> str:
    return "".join(text.split())


def _around(lines: list[Line], core: _Element, title: str) -> list[Line]:
    """Return the lines of the article with its title above and what belongs to it below."""
    inside = set(core.iter())
    at = [i for i, line in enumerate(lines) if line.element in inside]
    if not at:
        return lines
    first, last = at[0], at[-1] + 1
    heads = [i for i in range(first) if _is_title(lines[i], title)]
    if not heads:
        return lines[_lead(lines, first) : _tail(lines, last)]
    start = max(heads, key=lambda i: (len(lines[i].text), i))
    repeated = any(line.text == lines[start].text for line in lines[first : first + 3])
    return lines[first if repeated else start : _tail(lines, last)]


def _lead(lines: list[Line], first: int) -> int:
    """Return where the few plain lines right above the article begin, its title among them."""
    start = first
    while start > max(first - _LONGEST_LEAD, 0) and _is_plain(lines[start - 1]):
        start -= 1
    return start


def _tail(lines: list[Line], last: int) -> int:
    """Return where the plain lines right below the article end: a closing, a table, a date."""
    end = last
    while end < len(lines) and _is_plain(lines[end]):
        end += 1
    heads_links = end < len(lines) and bool(lines[end].linked and _cut_furniture(lines[end].text))
    return end - 1 if heads_links and end > last else end


def _is_plain(line: Line) -> bool:
    return not line.linked and bool(_cut_furniture(line.text))


def _is_title(line: Line, title: str) -> bool:
    """Say whether a line is the head of the article: the page's own title begins with it."""
    text = _squeeze(line.text)
    if line.linked or len(text) < _SHORTEST_TITLE:
        return False
    return line.heading == "h1" or title.startswith(text)


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """Yield what stays: links to other pages go, and the site's furniture at either end."""
    sentences = [i for i, line in enumerate(lines) if "。" in line.text] or [len(lines)]
    for i, line in enumerate(lines):
        if "。" not in line.text and line.linked * 2 > len(line.text):
            continue
        inside = sentences[0] <= i <= sentences[-1]
        yield Block(line.text if inside else _cut_furniture(line.text), None, line.heading)


def _cut_furniture(text: str) -> str:
    if len(text) > _LONGEST_FURNITURE:
        return text
    cut = text
    for pattern in _furniture():
        cut = pattern.sub("", cut)
    return "" if cut != text and _EMPTY.fullmatch(cut) else cut


@cache
def _furniture() -> tuple[re.Pattern[str], ...]:
    import yaml  # noqa: PLC0415  only web pages need the list

    data = files(__package__).joinpath("html_furniture.yaml").read_bytes()
    return tuple(re.compile(p) for p in chain.from_iterable(yaml.safe_load(data).values()))
