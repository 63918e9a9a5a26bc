"""Commitments: the pledged actions of a report's plan, each with its span."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from duban.extract.commitment_clauses import paragraphs
from duban.extract.commitment_details import kind_of, units_of, verb_and_object
from duban.extract.commitment_filters import Paragraph, pledges
from duban.extract.commitment_rows import Row, read_sentence
from duban.extract.commitment_when import deadline_of, place_of
from duban.model import Commitment, Outline, Role, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.model import Figure

_ROLES = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.OBJECTIVES})
_BRACKETED = re.compile("（(?:牵头|责任|主办|承办|落实|配合|协办)(?:单位|部门)[^（）]*）$")


def extract_commitments(
    text: str, folded: str, outline: Outline, figures: tuple[Figure, ...]
) -> tuple[Commitment, ...]:
    """Return the commitments of a report in the order of its text.

    Args:
        text: the report.
        folded: `fold(text)`.
        outline: its sections; only those that plan or set objectives hold commitments.
        figures: its figures in the order of the text.
    """
    return tuple(_Reader(text, folded, outline, figures).commitments())


class _Reader:
    """One report, while its commitments are read.

    Attributes:
        text: the report.
        folded: the same, folded.
        outline: its sections.
        figures: its figures in order.
    """

    def __init__(
        self, text: str, folded: str, outline: Outline, figures: tuple[Figure, ...]
    ) -> None:
        self.text = text
        self.folded = folded
        self.outline = outline
        self.figures = figures
        self._starts = [figure.start for figure in figures]

    def commitments(self) -> Iterator[Commitment]:
        for index, section in enumerate(self.outline.sections):
            if section.role in _ROLES:
                for paragraph in self._paragraphs(index):
                    for sentence in pledges(self.folded, paragraph, self._count):
                        for row in read_sentence(self.folded, sentence, self._count):
                            yield self._commitment(row, section)

    def _count(self, start: int, end: int) -> int:
        """Return how many figures start between two offsets."""
        return bisect_left(self._starts, end) - bisect_left(self._starts, start)

    def _paragraphs(self, index: int) -> Iterator[Paragraph]:
        """Yield the paragraphs of a section's own text, up to its first subsection."""
        section = self.outline.sections[index]
        start, end = section.body.start, section.body.end
        after = self.outline.sections[index + 1 : index + 2]
        if after:
            end = min(end, after[0].heading.start)
        found = list(paragraphs(self.folded, start, end))
        only = len(found) == 1 and not (after and after[0].parent == section.id)
        for place, sentences in enumerate(found):
            first = sentences[0].clauses[0].start
            inline = place == 0 and "\n" not in self.folded[max(start - 1, 0) : first]
            yield Paragraph(sentences, inline, only)

    def _commitment(self, row: Row, section: Section) -> Commitment:
        text, folded = self.text, self.folded
        low, high = bisect_left(self._starts, row.start), bisect_left(self._starts, row.end)
        inside = self.figures[low:high]
        first = next((f.start for f in inside if f.start >= row.action), None)
        verb, thing = verb_and_object(folded, row, first)
        bracket = _BRACKETED.search(folded, row.action, row.end)
        end = bracket.start() if bracket else row.end
        return Commitment(
            id=f"C{row.start}",
            start=row.start,
            end=end,
            text=text[row.start : end],
            kind=kind_of(folded, row, has_figure=bool(inside)),
            verb=text[slice(*verb)],
            object=text[slice(*thing)].strip(),
            figures=tuple(figure.id for figure in inside),
            deadline=self._deadline(row, section),
            place=place_of(text, folded, row.start, end, self.outline.masthead.place),
            units=units_of(text, folded, row.start, row.end),
            section=section.id,
        )

    def _deadline(self, row: Row, section: Section) -> str:
        years = section.years
        year = years[1] if years and years[0] == years[1] else self.outline.masthead.year
        found = deadline_of(self.folded, row.start, row.end, year)
        if not found and years and years[0] < years[1]:
            return f"{years[0]}-{years[1]}"
        return found
