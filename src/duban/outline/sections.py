"""The sections of an outline, made of headings in their places and of what they do."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from duban.model import Role, Section, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.nesting import Node
    from duban.outline.siblings import Verdict

# Blanks that say nothing: those inside a word that was spaced out, and where a line was torn.
_BLANKS = re.compile(r"(?<=[^ -~])\s+|\s+(?=[^ -~])|\s*\n\s*")


def sections_of(
    text: str, nodes: Sequence[Node], verdicts: Sequence[Verdict]
) -> tuple[Section, ...]:
    """Return the sections in the order of the text.

    Args:
        text: the document's text, not folded.
        nodes: the headings in their places.
        verdicts: what each does.
    """
    first = nodes[0].heading.start if nodes else len(text)
    sections = [_head(first)] if text[:first].strip() else []
    for node, verdict in zip(nodes, verdicts, strict=True):
        heading = node.heading
        parent = nodes[node.parent].heading.start if node.parent >= 0 else None
        sections.append(
            Section(
                id=f"S{heading.start}",
                heading=Span(heading.start, heading.end),
                body=Span(heading.end, node.end),
                number=text[slice(*heading.number)],
                title=_BLANKS.sub("", text[slice(*heading.title)]),
                level=node.level,
                role=verdict.role,
                years=verdict.years,
                parent="" if parent is None else f"S{parent}",
            )
        )
    return tuple(sections)


def section_at(sections: Sequence[Section], offset: int) -> Section | None:
    """Return the innermost section that holds the character at `offset`.

    Args:
        sections: an outline's sections, in the order of the text.
        offset: offset in the document's text.
    """
    at = bisect_right(sections, offset, key=lambda section: section.heading.start)
    return sections[at - 1] if at else None


def _head(end: int) -> Section:
    """Return the section of what stands before the first heading: masthead and greeting."""
    return Section("S0", Span(0, 0), Span(0, end), "", "", 1, Role.OTHER)
