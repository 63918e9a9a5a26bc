"""A report as the rules see it: its ledger, with the indices that more than one rule needs."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from duban.grammar.folding import fold
from duban.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.model import Figure, Ledger, Reading, Section

Made = TypeVar("Made")
_STOPS = "，。；！？,;!?\n"


class Report:
    """One report under check. Its indices are made when first asked for, once.

    Attributes:
        ledger: its entries and sections.
        previous: last year's ledger of the same government, or None.
        text: the text of the document; every offset counts its code points.
    """

    def __init__(self, reading: Reading, previous: Ledger | None = None) -> None:
        self.document = reading.document
        self.ledger = reading.ledger
        self.previous = previous
        self.text = reading.document.text
        self._shared: dict[Callable[[Report], Any], Any] = {}

    def shared(self, make: Callable[[Report], Made]) -> Made:
        """Return what `make` makes of this report; it is made once for all rules that ask."""
        if make not in self._shared:
            self._shared[make] = make(self)
        found: Made = self._shared[make]
        return found

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures, in the order of the text."""
        return self.ledger.figures

    @property
    def year(self) -> int | None:
        """The plan year; the review speaks of the year before."""
        return self.ledger.masthead.year

    @cached_property
    def folded(self) -> str:
        """The text in half-width digits and simplified characters, of the same length."""
        return fold(self.text)

    # -- sections -----------------------------------------------------------

    @cached_property
    def sections(self) -> dict[str, Section]:
        """The sections by id, in the order of the text."""
        return {section.id: section for section in self.ledger.sections}

    @cached_property
    def children(self) -> dict[str, list[Section]]:
        """The sections right under each section; those of the first level under an empty id."""
        found: dict[str, list[Section]] = defaultdict(list)
        for section in self.ledger.sections:
            found[section.parent].append(section)
        return dict(found)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [section.heading.start for section in self.ledger.sections]

    def section_at(self, offset: int) -> str:
        """Return the id of the innermost section that holds a character; empty before the first."""
        at = bisect_right(self._section_starts, offset)
        return self.ledger.sections[at - 1].id if at else ""

    def role(self, figure: Figure) -> Role:
        """Return the role of the section that holds a figure."""
        section = self.sections.get(figure.section)
        return section.role if section else Role.OTHER

    def years(self, figure: Figure) -> tuple[int, int] | None:
        """Return the first and last year that a figure speaks of, or None where unknown."""
        if figure.period:
            first, _, last = figure.period.partition("-")
            if first.isdecimal():
                return int(first), int(last) if last.isdecimal() else int(first)
            return None
        section = self.sections.get(figure.section)
        return section.years if section else None

    # -- sentences and clauses ---------------------------------------------

    @cached_property
    def sentences(self) -> dict[int, list[Figure]]:
        """The figures of each sentence, by the sentence's offset."""
        found: dict[int, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            found[figure.sentence_start].append(figure)
        return dict(found)

    def clause(self, figure: Figure) -> Span:
        """Return the clause that holds a figure: from stop to stop, commas included."""
        start, end = figure.start, figure.end
        while start and self.text[start - 1] not in _STOPS:
            start -= 1
        while end < len(self.text) and self.text[end] not in _STOPS:
            end += 1
        return Span(start, end)

    def before(self, figure: Figure) -> str:
        """Return what stands before a figure in its clause, folded."""
        return self.folded[self.clause(figure).start : figure.start]

    def after(self, figure: Figure) -> str:
        """Return what stands behind a figure in its clause, folded."""
        return self.folded[figure.end : self.clause(figure).end]

    # -- indicators -----------------------------------------------------------

    @cached_property
    def indicators(self) -> dict[str, list[Figure]]:
        """The figures by what they measure, in the words of the text."""
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.figures:
            if figure.indicator:
                found[figure.indicator].append(figure)
        return dict(found)
