"""A figure in the making, and the text that it is made from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from duban.extract.naming import NO_NAME, Name
from duban.grammar.predicate import Predicate, comparator_after, predicate_before
from duban.model import Comparator, Measure, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.extract.segments import Segments
    from duban.extract.value_tables import TableValue
    from duban.grammar.quantity import Quantity

# Read over the reversed text: 2020年的, 去年的 right before a number.
# 恢复至2019年的95%: the year is what the rate refers to, not when it holds.
_REFERS = frozenset(("恢复到", "恢复至", "相当于", "等于"))
_GLUE = re.compile(r"[、和及与]|以及")
_YEAR_BEFORE = re.compile(
    r"的(?:[底末初]?年(?P<year>\d{4}|[一二三四五六七八九〇零]{4})|(?P<last>[底末初]?年[去上])|[底末初]?年[今本]|初年|期同年[去上]|度季[一二三四1-4])"
    r"|[底末]?年(?P<bare>\d{4})(?=[由从到至])"
)


@dataclass(slots=True)
class Draft:
    """A figure in the making.

    Attributes:
        quantity: the number.
        clause: offsets of its clause.
        sentence: offsets of its sentence.
        floor: where the words that may belong to it begin.
        predicate: the words right before it.
        tail: offset after the number and the bound behind it.
        used: offset after the noun behind the number, where that names it.
        year: the year right before the number, in Arabic digits.
        last_year: whether 去年的 stands right before the number.
        listed: whether it was read as one of a list.
        bracketed: whether it stands in brackets.
        goal: whether it is an earlier target that an outcome is compared with.
        base: whether it is the earlier value that a change is counted from.
        before: the figure before it in its sentence. What stands in brackets is an aside: nothing
            outside goes on from it.
        status: what the head of its table says, 目标 or 完成, or None.
        why: the rule that decided each slot, for explanations.
    """

    quantity: Quantity
    clause: tuple[int, int]
    sentence: tuple[int, int]
    floor: int
    predicate: Predicate
    tail: int
    used: int
    comparator: Comparator
    year: str = ""
    last_year: bool = False
    name: Name = NO_NAME
    indicator: str = ""
    measure: Measure = Measure.LEVEL
    area: str = ""
    whole: str = ""
    negative: bool = False
    listed: bool = False
    bracketed: bool = False
    goal: bool = False
    base: bool = False
    before: Draft | None = field(default=None, repr=False)
    status: Status | None = None
    why: dict[str, str] = field(default_factory=dict)

    def take_cell(self, value: TableValue) -> None:
        """Take over what its table says about a number."""
        self.listed, self.status = True, value.status
        self.indicator, self.measure, self.area = value.indicator, value.measure, value.area
        self.year, self.name = value.year, NO_NAME._replace(rule="cell")
        self.comparator = Comparator.EQUAL
        self.why |= {"indicator": "cell", "measure": "cell"}

    @property
    def is_rate(self) -> bool:
        """Whether the number is a percentage or a per mille."""
        return self.quantity.unit in ("%", "‰")


@dataclass(slots=True)
class Passage:
    """A text with the figures found so far.

    Attributes:
        source: the text as the document has it.
        text: the same, folded.
        parts: its sentences and clauses.
        drafts: its figures, in order.
        backwards: the folded text, back to front.
    """

    source: str
    text: str
    parts: Segments
    drafts: list[Draft] = field(default_factory=list)
    backwards: str = ""

    def backwards_from(self, at: int) -> Iterator[Draft]:
        """Yield the figures before number `at`, the nearest first."""
        return (self.drafts[i] for i in range(at - 1, -1, -1))

    def forwards_from(self, at: int) -> Iterator[Draft]:
        """Yield number `at` and the figures after it."""
        return (self.drafts[i] for i in range(at, len(self.drafts)))

    def before(self, at: int) -> Draft | None:
        """Return the figure before number `at`, if it stands in the same sentence."""
        return self.drafts[at].before

    def written(self, start: int, end: int) -> str:
        """Return the characters of the source between two offsets, blanks at the ends left out."""
        return self.source[start:end].strip("　 \n\r\t，、")

    def add(self, number: Quantity) -> None:
        """Begin the draft of a number that follows those added before."""
        clause, sentence = self.parts.clause(number.start), self.parts.sentence(number.start)
        bracket = self._bracket(number.start, clause[0])
        floor = max(bracket or clause[0], self.drafts[-1].tail if self.drafts else 0)
        size = len(self.text)
        dated = _YEAR_BEFORE.match(self.backwards, size - number.start, size - floor)
        near = size - dated.end() if dated else number.start
        predicate = predicate_before(self.backwards, near, floor)
        if set(predicate.words) & _REFERS:
            dated = None
        bound, tail = comparator_after(self.text, number.end)
        if number.form == "doubling" and "近" in self.text[number.start : number.end]:
            bound = Comparator.ABOUT
        elif number.form == "rank" and self.text.startswith("前", number.start - 1):
            bound = Comparator.AT_MOST
        elif number.more or (number.form == "half" and self.text.startswith("过", number.start)):
            bound = Comparator.ABOVE
        self.drafts.append(
            Draft(
                quantity=number,
                clause=clause,
                sentence=sentence,
                floor=floor,
                predicate=predicate,
                tail=tail,
                used=number.end,
                bracketed=bracket is not None,
                before=self._before(sentence, bracketed=bracket is not None),
                comparator=predicate.comparator if bound is Comparator.EQUAL else bound,
                last_year=bool(dated and dated["last"]),
                year=(dated["year"] or dated["bare"] or "")[::-1] if dated else "",
            )
        )

    def _before(self, sentence: tuple[int, int], *, bracketed: bool) -> Draft | None:
        """Return the last figure of a sentence so far that the next can go on from."""
        for found in reversed(self.drafts):
            if found.sentence != sentence:
                return None
            if bracketed or not found.bracketed:
                return found
        return None

    def share_units(self) -> None:
        """Give bare numbers of a list the unit of the one they are joined to: 18万和12万人."""
        for draft, following in pairwise(reversed(self.drafts)):
            if following.quantity.unit or not draft.quantity.unit:
                continue
            if _GLUE.fullmatch(self.text, following.tail, draft.quantity.start):
                following.quantity = following.quantity._replace(unit=draft.quantity.unit)

    def _bracket(self, start: int, clause: int) -> int | None:
        """Return where the bracket around a number begins, or None if it stands in none."""
        opened = self.text.rfind("（", clause, start)
        inside = opened >= 0 and self.text.find("）", opened, start) < 0
        return opened + 1 if inside else None
