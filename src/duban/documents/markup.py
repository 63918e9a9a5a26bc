"""Office XML as a tree, read by local names: the strict and the usual dialect differ only there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.documents.errors import WORD_DAMAGED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_OFF = {"0", "false", "off", "none"}
_NUMBER = re.compile("[0-9]{1,9}")


def parse(data: bytes, part: str, name: str) -> _Element:
    """Return the root of an XML part; entities are not resolved and nothing is fetched.

    Raises:
        UserError: `DC012` where the part is no well-formed XML, or defines entities of its own.
    """
    from lxml import etree  # noqa: PLC0415  heavy, and most reports are plain text

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        reason = (f"部件 {part} 的 XML 有错误", f"the XML of its part {part} is broken")
        raise WORD_DAMAGED.error(name=name, reason=reason) from None
    if (
        root.getroottree().docinfo.internalDTD is not None
    ):  # no office program writes one; attacks do
        reason = (f"部件 {part} 含有 DOCTYPE", f"its part {part} carries a DOCTYPE")
        raise WORD_DAMAGED.error(name=name, reason=reason)
    return root


def local_name(element: _Element) -> str:
    """Return the tag without its namespace; a comment or an instruction has none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: _Element | None, *path: str) -> Iterator[_Element]:
    """Yield the elements at the end of a path of local names."""
    if element is None:
        return
    for found in element:
        if local_name(found) == path[0]:
            yield from children(found, *path[1:]) if len(path) > 1 else (found,)


def child(element: _Element | None, *path: str) -> _Element | None:
    """Return the first element at the end of a path of local names, if there is one."""
    return next(children(element, *path), None)


def attribute(element: _Element | None, local: str) -> str:
    """Return an attribute by its local name, or an empty string."""
    if element is not None:
        for key, value in element.attrib.items():
            if str(key).rpartition("}")[2] == local:
                return str(value)
    return ""


def switched_on(element: _Element | None) -> bool:
    """Say whether an on-off property such as `w:vanish` is there and not turned off."""
    return element is not None and attribute(element, "val") not in _OFF


def number(value: str, default: int = 0) -> int:
    """Return an attribute as a number; nonsense counts as `default`."""
    return int(value) if _NUMBER.fullmatch(value) else default
