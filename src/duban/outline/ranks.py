"""What headings nest by: the rank of their kind or, without a number, of the lists around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.model import Role
from duban.outline.heads import PASSAGE, PLAIN
from duban.outline.marks import RANKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.headings import Heading

_HALF: Final = 0.5
_OUTERMOST: Final = RANKS["hanzi"] - _HALF
_IN_HANZI: Final = RANKS["hanzi"] + _HALF


def ranks_of(headings: Sequence[Heading]) -> list[float]:
    """Return what each heading nests by; a smaller rank stands further out.

    A line without a number stands above the list that begins under it, and inside the item
    between whose number and the next it is found; one that names a role of the whole report
    stands as far out as the list of 一、 lets it.
    """
    styles = _style_ranks(headings)
    ranks: list[float] = []
    lists = _Lists()
    for heading, follower in zip(headings, _followers(headings), strict=True):
        if heading.kind != PLAIN:
            lists.enter(heading.kind)
            ranks.append(RANKS.get(heading.kind, _OUTERMOST))
        elif heading.style:
            ranks.append(_by_style(heading.style, styles))
        else:
            ranks.append(lists.rank(heading, follower))
    return ranks


def _followers(headings: Sequence[Heading]) -> list[Heading | None]:
    """Return for each heading the next one that has a number or a bullet."""
    followers: list[Heading | None] = []
    follower = None
    for heading in reversed(headings):
        followers.append(follower)
        if heading.kind not in (PLAIN, PASSAGE):
            follower = heading
    return followers[::-1]


class _Lists:
    """The lists seen so far, and where lines without a number stood in them."""

    def __init__(self) -> None:
        self.inside = ""  # kind of the list that is open
        self.in_hanzi = False  # an item 一、 is open
        self.placed: dict[str, float] = {}  # kind of list → rank of such lines in its items
        self.last = _OUTERMOST
        self.named = False  # a line that names a role of the whole report has come

    def enter(self, kind: str) -> None:
        """Take up a heading with a number, or a passage."""
        if kind != PASSAGE:
            self.inside = kind
            self.in_hanzi = self.in_hanzi or kind == "hanzi"

    def rank(self, heading: Heading, follower: Heading | None) -> float:
        """Return the rank of a line without a number."""
        opens = follower is not None and follower.ordinal <= 1
        if follower and opens:
            rank = RANKS[follower.kind] - _HALF
        elif follower:
            rank = self.placed.get(self.inside, RANKS[follower.kind] + _HALF)
        else:
            rank = self.placed.get(self.inside, self.last)
        if heading.role:
            self.named = True
            outside = heading.role is Role.OTHER or not self.in_hanzi
            return min(rank, _OUTERMOST if outside else _IN_HANZI)
        if self.named and not self.inside and not follower:  # a report without any numbers
            rank = _OUTERMOST + _HALF / 2
        self.placed[self.inside] = self.last = rank
        return rank


def _style_ranks(headings: Sequence[Heading]) -> dict[int, float]:
    """Return the rank of the numbers that stand in each style."""
    ranks: dict[int, float] = {}
    for heading in headings:
        if heading.style and heading.kind in RANKS:
            ranks.setdefault(heading.style, RANKS[heading.kind])
    return ranks


def _by_style(style: int, ranks: dict[int, float]) -> float:
    """Place a style without numbers among those with numbers, by its level."""
    if style in ranks:
        return ranks[style]
    outer = [ranks[other] for other in ranks if other < style]
    inner = [ranks[other] for other in ranks if other > style]
    if outer:
        return max(outer) + _HALF * style / 10
    return (min(inner) - 1 if inner else 0) + style / 10
