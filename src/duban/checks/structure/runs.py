"""Runs of enumerators: the numbers of one list, however deep it stands in others."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duban.checks.structure.enumerators import Shape, enumerators
from duban.checks.structure.tearing import rejoined, split

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.checks.report import Report
    from duban.checks.structure.enumerators import Enumerator

# From the outermost kind to the innermost, as offices nest them.
_HEADINGS = ("part", "chapter", "clause", "hanzi", "paren", "digit", "digit_paren", "ring")
_SENTENCES = ("ordinal", "item", "one")
_RANKS: Final = {kind: rank for rank, kind in enumerate((*_HEADINGS, *_SENTENCES))}


@dataclass(slots=True)
class Run:
    """The numbers of one list.

    Attributes:
        kind: of its enumerators.
        above: the item of another list that holds it, or None.
        items: its enumerators, in the order of the text.
    """

    kind: str
    above: Enumerator | None
    items: list[Enumerator] = field(default_factory=list)

    @property
    def numbers(self) -> list[int]:
        """The numbers as printed."""
        return [item.ordinal for item in self.items]


def runs(report: Report) -> list[Run]:
    """Return the runs of a report."""
    collector = _Collector()
    for item in enumerators(report.folded):
        collector.add(item)
    return [part for run in rejoined(collector.runs) for part in split(report, run)]


@dataclass(slots=True)
class _Collector:
    """The runs so far.

    Attributes:
        runs: all of them.
        open: those that may go on, the outermost first.
        closed: the last run that another of its kind and shape replaced.
    """

    runs: list[Run] = field(default_factory=list)
    open: list[Run] = field(default_factory=list)
    closed: dict[tuple[str, Shape], Run] = field(default_factory=dict)

    def add(self, item: Enumerator) -> None:
        """Give the next enumerator its run."""
        self.open = [run for run in self.open if not _is_left(run, item)]
        alike = [run for run in self.open if run.kind == item.kind]
        if item.doubtful and all(run.items[-1].ordinal + 1 != item.ordinal for run in alike):
            return
        if item.ordinal == 1:
            self._begin(item, alike)
        else:
            self._go_on(item, alike)

    def _begin(self, item: Enumerator, alike: Sequence[Run]) -> None:
        """Open a list; it ends the one of its kind and shape, but may stand inside another."""
        over = [run for run in alike if run.items[-1].shape is item.shape]
        if over:
            self.closed[item.kind, item.shape] = over[-1]
            del self.open[self.open.index(over[-1]) :]
        self._open(item)

    def _go_on(self, item: Enumerator, alike: Sequence[Run]) -> None:
        same = [run for run in alike if run.items[-1].shape is item.shape]
        follows = [
            run
            for run in alike
            if run.items[-1].ordinal + 1 == item.ordinal and (run in same or run is alike[-1])
        ]
        chosen = next((found[-1] for found in (follows, same, alike) if found), None)
        if chosen is None:  # its first number is missing
            rank = _RANKS[item.kind]
            while self.open and _RANKS[self.open[-1].kind] > rank:
                self.open.pop()
            self._open(item)
            return
        outer = self.closed.get((item.kind, item.shape))
        resumes = outer and outer.items[-1].ordinal + 1 == item.ordinal
        at = self.open.index(chosen)
        if outer and resumes and item.ordinal < chosen.items[-1].ordinal:
            self.open[at:] = [outer]  # the list in between stood inside it
        else:
            del self.open[at + 1 :]
        self.open[-1].items.append(item)
        self._replace(item)

    def _replace(self, item: Enumerator) -> None:
        """Close older lists that this one now looks like: its 二是 heads a line, as theirs did."""
        mine = self.open[-1]
        self.open = [
            run
            for run in self.open
            if run is mine or run.kind != item.kind or run.items[-1].shape is not item.shape
        ]

    def _open(self, item: Enumerator) -> None:
        run = Run(item.kind, self.open[-1].items[-1] if self.open else None, [item])
        self.open.append(run)
        self.runs.append(run)


def _is_left(run: Run, item: Enumerator) -> bool:
    """Say whether a list inside a line ended with that line."""
    last = run.items[-1]
    goes_on = run.kind == item.kind and item.ordinal > 1
    return last.shape is Shape.INSIDE and last.line != item.line and not goes_on
