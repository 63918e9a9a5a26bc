"""Sections whose words and language leave their role open, judged by those beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from duban.model import Role
from duban.outline.heads import PASSAGE, PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.outline.nesting import Node
    from duban.outline.years import Years

# What a report speaks of after its review and its plan, or beside them.
ABROAD: Final = re.compile(r"外交|国际|对外[政关]|祖国.{0,4}统一|台湾|霸权|结束语|结语")
_FORWARD: Final = (Role.PLAN, Role.OBJECTIVES)


@dataclass(slots=True)
class Verdict:
    """What a section does.

    Attributes:
        role: its role.
        years: the years that it speaks of, or None.
        told: words said so, its own or those of a section above it; not its language alone.
    """

    role: Role
    years: Years | None
    told: bool


def settle_siblings(
    nodes: Sequence[Node], verdicts: Sequence[Verdict], titles: Sequence[str]
) -> list[Verdict]:
    """Return the verdicts with open ones settled by the items before and after in their list.

    An item between two of a review, or between a review and what calls itself a plan, belongs to
    the review; one between two of a plan to the plan. What stands under it follows.
    """
    settled = list(verdicts)
    for before, index, after in _triples(nodes):
        if _is_open(settled[index]) and not ABROAD.search(titles[index]):
            settled[index] = _between(settled[before], settled[after]) or settled[index]
    for index, node in enumerate(nodes):
        if node.parent >= 0 and _is_open(settled[index]):
            settled[index] = settled[node.parent]
    return settled


def _is_open(verdict: Verdict) -> bool:
    return verdict.role is Role.OTHER and not verdict.told


def _between(before: Verdict, after: Verdict) -> Verdict | None:
    forward = after.role in _FORWARD
    if before.role is Role.REVIEW:
        return before if after.role is Role.REVIEW or (forward and after.told) else None
    return before if before.role is Role.PLAN and forward else None


def _triples(nodes: Sequence[Node]) -> Iterator[tuple[int, int, int]]:
    """Yield each numbered section that has one like it before and after in its list."""
    lists: dict[tuple[int, str], list[int]] = {}
    for index, node in enumerate(nodes):
        if node.heading.kind not in (PLAIN, PASSAGE):
            lists.setdefault((node.parent, node.heading.kind), []).append(index)
    for items in lists.values():
        yield from zip(items, items[1:], items[2:], strict=False)
