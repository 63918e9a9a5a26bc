"""What is wrong with the numbers of one run: doubled, missing or out of order."""

from __future__ import annotations

import re
from collections import Counter
from enum import Enum, auto
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.structure.enumerators import Shape, numeral
from duban.checks.structure.runs import runs
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.checks.report import Report
    from duban.checks.structure.enumerators import Enumerator
    from duban.checks.structure.runs import Run

_SURE = 3  # numbers that make a run beyond doubt
_OPENED = re.compile("首先|其次")
_OPENED_ABOVE = re.compile(r"\n[ \t\u3000]*首先")
_FAR = 4000  # characters: an item with several paragraphs


class Offence(Enum):
    """What a number does wrong."""

    MISSING = auto()
    DOUBLED = auto()
    DISORDERED = auto()


class Fault(NamedTuple):
    """One wrong place in a run.

    Attributes:
        offence: what is wrong.
        run: the run.
        place: index of the number that it is about; for a missing one, of the next.
        lacking: the numbers that are missing there.
    """

    offence: Offence
    run: Run
    place: int
    lacking: tuple[int, ...]

    @property
    def item(self) -> Enumerator:
        """The number that it is about."""
        return self.run.items[self.place]

    def twins(self) -> list[Span]:
        """Return the other places where the same number stands."""
        items = self.run.items
        return [o.at for o in items if o is not self.item and o.ordinal == self.item.ordinal]

    def written(self, report: Report) -> str:
        """Write the missing numbers as this run writes its own: `三是`, `四是`."""
        like = self.item.at.of(report.folded)
        return "、".join(f"“{numeral(like, n).rstrip('，、：.')}”" for n in self.lacking)

    def severity(self) -> Severity:
        """Return how sure it is: two numbers inside a paragraph may be no list."""
        short = len(self.run.items) < _SURE and self.item.shape is Shape.INSIDE
        return Severity.WARNING if short else Severity.ERROR


def faults(report: Report, offence: Offence) -> Iterator[Fault]:
    """Yield the faults of one kind."""
    return (fault for fault in report.once(_faults) if fault.offence is offence)


def sound(report: Report) -> Iterator[Run]:
    """Yield the runs of at least two numbers that go from one to the last."""
    broken = {id(fault.run) for fault in report.once(_faults)}
    for run in report.once(runs):
        if len(run.items) > 1 and id(run) not in broken:
            yield run


def _faults(report: Report) -> list[Fault]:
    return [fault for run in report.once(runs) for fault in _of_run(report, run)]


def _of_run(report: Report, run: Run) -> Iterator[Fault]:
    numbers = run.numbers
    if numbers == list(range(1, len(numbers) + 1)):
        return
    kept = _rising(numbers)
    explained: set[int] = set()
    for index in sorted(set(range(len(numbers))) - set(kept)):
        lacking = _gap(numbers, kept, index)
        doubled = any(numbers[k] == numbers[index] for k in kept)
        if doubled or not explained.intersection(lacking):
            yield Fault(
                Offence.DOUBLED if doubled else Offence.DISORDERED, run, index, tuple(lacking)
            )
        explained.update(lacking, [numbers[index]])
    yield from _missing(report, run, kept, explained)


def _missing(report: Report, run: Run, kept: Sequence[int], explained: set[int]) -> Iterator[Fault]:
    numbers = run.numbers
    before = 0
    for index in kept:
        lacking = [n for n in range(before + 1, numbers[index]) if n not in explained]
        if lacking and not (before == 0 and _begun_otherwise(report, run)):
            yield Fault(Offence.MISSING, run, index, tuple(lacking))
        before = numbers[index]


def _begun_otherwise(report: Report, run: Run) -> bool:
    """Say whether the first items are named in other words: 首先…其次…第三，; 就是一要…，二要."""
    first, text = run.items[0], report.folded
    start = text.rfind("\n", 0, first.at.start) + 1
    sign = text[first.at.end - 1]
    named = first.kind == "item" and f"一{sign}" in text[start : first.at.start]
    if named or _OPENED.search(text, start, first.at.start):
        return True
    return _OPENED_ABOVE.search(text, max(0, start - _FAR), start) is not None


def _gap(numbers: Sequence[int], kept: Sequence[int], index: int) -> list[int]:
    """Return the numbers that could stand at `index` between those that are in order."""
    low = max((numbers[k] for k in kept if k < index), default=0)
    high = min((numbers[k] for k in kept if k > index), default=low + 2)
    return list(range(low + 1, high))


def _rising(numbers: Sequence[int]) -> list[int]:
    """Return the indices of the longest rising part.

    Of several, the one with fewest gaps; then the one whose numbers stand where they should.
    """
    offsets = Counter(number - index for index, number in enumerate(numbers))
    usual = max(offsets, key=lambda offset: (offsets[offset], offset == 1))
    best: list[tuple[tuple[int, int, int, int], list[int]]] = []
    for index, number in enumerate(numbers):
        before = [one for one in best if numbers[one[1][-1]] < number]
        placed, exact = int(number - index == usual), int(number == index + 1)
        choices = [((1, int(number == 1), placed, exact), [index])]
        for (length, steps, places, exacts), path in before:
            step = int(numbers[path[-1]] + 1 == number)
            score = (length + 1, steps + step, places + placed, exacts + exact)
            choices.append((score, [*path, index]))
        best.append(max(choices, key=itemgetter(0)))
    return max(best, key=itemgetter(0))[1]
