"""Which heading stands under which."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duban.model import Role
from duban.outline.heads import PASSAGE, PLAIN
from duban.outline.marks import RANKS
from duban.outline.ranks import ranks_of
from duban.outline.tense import lean
from duban.outline.wording import role_by_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.headings import Heading

_DEEPEST: Final = 9  # levels; a list in a list beyond them is disorder
_SAMPLE: Final = 3000  # characters that show how a section leans
_FREE_PASSAGE: Final = RANKS["item"] - 0.5  # holds only lists of the innermost kinds
_AHEAD: Final = 30  # headings in which an item's successor is looked for
_WEAK: Final = (PLAIN, PASSAGE)
_OWN_WORK: Final = (Role.REVIEW, Role.OBJECTIVES)  # hold no section of another role
_TENSE: Final = {Role.REVIEW: 1, Role.PLAN: -1, Role.OBJECTIVES: -1, Role.SELF_GOVERNMENT: -1}


@dataclass(slots=True)
class Node:
    """A heading in its place.

    Attributes:
        heading: the heading.
        rank: what it nests by; a child's is greater.
        parent: index of the heading above it, or -1.
        level: 1 is the outermost.
        end: offset at which its section ends, subsections included.
    """

    heading: Heading
    rank: float
    parent: int
    level: int
    end: int


def nest(text: str, headings: Sequence[Heading]) -> list[Node]:
    """Return the headings with their parents, in the order given.

    Numbers of one kind are siblings, and kinds nest in the order that offices use (一、 （一） 1.).
    Doubled, missing and resumed numbers stay in their list.
    """
    nester = _Nester(text, headings)
    for index, rank in enumerate(ranks_of(headings)):
        nester.add(index, rank)
    _close(nester.nodes)
    return nester.nodes


def _close(nodes: Sequence[Node]) -> None:
    """Let each section end where the next one begins that does not stand under it."""
    open_nodes: list[Node] = []
    for node in nodes:
        while open_nodes and open_nodes[-1].level >= node.level:
            open_nodes.pop().end = node.heading.start
        open_nodes.append(node)


@dataclass(slots=True)
class _Nester:
    """The outline so far.

    Attributes:
        text: folded text.
        headings: all headings.
        nodes: those that have their place.
        open: indexes of the sections that hold the place reached, the outermost first.
        lists: parent and kind of each list → offset of its first heading.
    """

    text: str
    headings: Sequence[Heading]
    nodes: list[Node] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    lists: dict[tuple[int, str], int] = field(default_factory=dict)

    def add(self, index: int, rank: float) -> None:
        """Give the next heading its place."""
        heading = self.headings[index]
        if heading.kind == PASSAGE:
            rank = self._make_room_for_passage(heading)
        else:
            rank = self._make_room(index, heading, rank)
        parent = self.open[-1] if self.open else -1
        self.lists.setdefault((parent, heading.kind), heading.start)
        self.nodes.append(Node(heading, rank, parent, len(self.open) + 1, len(self.text)))
        self.open.append(index)

    def _make_room_for_passage(self, passage: Heading) -> float:
        """Leave only the outermost section open; the closing call stands under none."""
        outermost = self.nodes[self.open[0]] if self.open else None
        if not outermost or passage.role is Role.OTHER or outermost.heading.kind == PASSAGE:
            self.open.clear()
            return _FREE_PASSAGE
        del self.open[1:]
        return outermost.rank + 0.01 if outermost.heading.role else _FREE_PASSAGE

    def _make_room(self, index: int, heading: Heading, rank: float) -> float:
        """Close the sections that end where the heading begins; return the rank it takes."""
        self._resume(heading)
        alike = [i for i in self.open if self.nodes[i].heading.kind == heading.kind != PLAIN]
        if alike and self._is_inner_list(heading, alike[-1]):
            return self.nodes[self.open[-1]].rank + 0.1
        if alike:
            return self._go_on(heading, alike)
        if self._is_turned_list(index, heading):
            return self.nodes[self.open[-1]].rank + 0.1
        while self.open and self.nodes[self.open[-1]].rank >= rank:
            self.open.pop()
        while self.open and self._contradicts(index, heading):
            self.open.pop()
        return rank

    def _resume(self, heading: Heading) -> None:
        """Close a line without a number, or a passage, that stands in the middle of a list."""
        while self.open and heading.ordinal > 1:
            top = self.nodes[self.open[-1]]
            here, outside = (self.open[-1], heading.kind), (top.parent, heading.kind)
            if top.heading.kind not in _WEAK or here in self.lists or outside not in self.lists:
                return
            self.open.pop()

    def _is_inner_list(self, heading: Heading, alike: int) -> bool:
        """Say whether a list of the same kind begins inside an item (一、 under 第一，)."""
        return (
            heading.ordinal == 1
            and self.open[-1] != alike
            and len(self.open) < _DEEPEST
            and self.nodes[self.open[-1]].rank > RANKS[heading.kind]
            and self.nodes[alike].heading.ordinal > 1
            and role_by_words(heading.words(self.text), None) is None
        )

    def _is_turned_list(self, index: int, heading: Heading) -> bool:
        """Say whether kinds nest the other way round here: （一） inside 第一， until 第二，."""
        if heading.ordinal != 1 or not self.open or len(self.open) >= _DEEPEST:
            return False
        top = self.nodes[self.open[-1]]
        if not top.heading.ordinal or top.rank < RANKS.get(heading.kind, 0):
            return False
        return any(
            other.kind == top.heading.kind and other.ordinal == top.heading.ordinal + 1
            for other in self.headings[index + 1 : index + 1 + _AHEAD]
        )

    def _go_on(self, heading: Heading, alike: Sequence[int]) -> float:
        """Close the item before the heading, in the innermost list that its number continues.

        A heading that names a role of the whole report continues the outermost such list.
        """
        last = {i: self.nodes[i].heading.ordinal for i in alike}
        follows = [i for i in alike if last[i] + 1 == heading.ordinal]
        later = [i for i in alike if last[i] <= heading.ordinal]
        item = (follows or later or alike)[0 if heading.role else -1]
        del self.open[self.open.index(item) :]
        return self.nodes[item].rank

    def _contradicts(self, index: int, heading: Heading) -> bool:
        """Say whether the heading cannot stand under the section, which speaks of another time.

        Asked only where the nesting is doubtful: under a line without a number that names its
        role, or for a list that does not begin with its first number.
        """
        above = self.open[-1]
        node = self.nodes[above]
        parent = node.heading
        if parent.kind == PASSAGE and self._is_numbered(node.parent):
            return False  # the heading above it holds its lists together
        if heading.role not in (None, parent.role) and parent.role in _OWN_WORK:
            return True
        if parent.kind in _WEAK:
            tense = float(_TENSE.get(parent.role, 0)) if parent.role else 0.0
        elif heading.ordinal > 1 and not parent.role:
            first = self.lists[node.parent, parent.kind]
            tense = lean(self.text, max(first, heading.start - _SAMPLE), heading.start)
        else:
            return False
        return tense != 0 and tense * self._lean(index, heading) < 0

    def _is_numbered(self, index: int) -> bool:
        """Say whether the section has a number and names its role."""
        if index < 0:
            return False
        heading = self.nodes[index].heading
        return heading.kind not in _WEAK and heading.role is not None

    def _lean(self, index: int, heading: Heading) -> float:
        """Return how the text under a heading leans, down to the next of its rank or above."""
        end = heading.end + _SAMPLE
        rank = RANKS.get(heading.kind, 0)
        for following in range(index + 1, len(self.headings)):
            other = self.headings[following]
            if other.start >= end or RANKS.get(other.kind, 0) <= rank:
                end = min(end, other.start)
                break
        return lean(self.text, heading.end, end)
