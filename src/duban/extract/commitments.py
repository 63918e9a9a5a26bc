"""Commitments: the pledged actions of a report's plan, each with its span."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from duban.extract.commitment_clauses import paragraphs
from duban.extract.commitment_details import kind_of, verb_and_object
from duban.extract.commitment_figures import FigureMarks
from duban.extract.commitment_filters import Paragraph, pledges
from duban.extract.commitment_places import find_places, find_units, unit_names
from duban.extract.commitment_rows import Row, read_sentence
from duban.extract.commitment_when import deadline_of
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
        self._marks = FigureMarks(len(folded), self._starts)
        self._places = find_places(folded, outline.masthead.place)
        self._units = find_units(folded)
        self._year: int | None = None
        self._period = ""

    def commitments(self) -> Iterator[Commitment]:
        for index, section in enumerate(self.outline.sections):
            if section.role in _ROLES:
                self._enter(section)
                for paragraph in self._paragraphs(index):
                    for sentence in pledges(self.folded, paragraph, self._marks):
                        for row in read_sentence(self.folded, sentence, self._marks):
                            yield self._commitment(row, section.id)

    def _enter(self, section: Section) -> None:
        """Note the year that a section plans for, or the years as its default deadline."""
        first, last = section.years or (0, 0)
        self._year = last if first == last != 0 else self.outline.masthead.year
        self._period = f"{first}-{last}" if first < last else ""

    def _paragraphs(self, index: int) -> Iterator[Paragraph]:
        """Yield the paragraphs of a section's own text, up to its first subsection."""
        section = self.outline.sections[index]
        start, end = section.body.start, section.body.end
        after = self.outline.sections[index + 1 : index + 2]
        if after:
            end = min(end, after[0].heading.start)
        found = list(paragraphs(self.folded, start, end))
        only = len(found) == 1 and not (after and after[0].parent == section.id)
        titled = section.heading.start < section.heading.end
        for place, sentences in enumerate(found):
            first = sentences[0].clauses[0].start
            inline = titled and place == 0 and "\n" not in self.folded[start - 1 : first]
            following = found[place + 1 : place + 2]
            details = len(following[0]) if following and not following[0][0].mark else 0
            yield Paragraph(sentences, inline, only, details)

    def _commitment(self, row: Row, section: str) -> Commitment:
        text, start = self.text, row.start
        figures = self._figures(row)
        end = self._end(row)
        verb, thing = verb_and_object(self.folded, row, self._first_figure(row, figures))
        return Commitment(
            id=f"C{start}",
            start=start,
            end=end,
            text=text[start:end],
            kind=kind_of(self.folded, row, has_figure=bool(figures)),
            verb=text[verb[0] : verb[1]],
            object=text[thing[0] : min(thing[1], end)].strip(),
            figures=tuple([figure.id for figure in figures]),
            deadline=deadline_of(self.folded, start, end, self._year) or self._period,
            place=self._place(start, end),
            units=self._responsible(row) if self._units.starts else (),
            section=section,
        )

    def _figures(self, row: Row) -> tuple[Figure, ...]:
        if not self._marks.any(row.start, row.end):
            return ()
        low = bisect_left(self._starts, row.start)
        return self.figures[low : bisect_left(self._starts, row.end, low)]

    def _first_figure(self, row: Row, figures: tuple[Figure, ...]) -> int:
        """Return where the first figure of the action begins, or the end of the action."""
        found = (f.start for f in figures if row.action <= f.start < row.action_end)
        return next(found, row.action_end) if figures else row.action_end

    def _end(self, row: Row) -> int:
        """Leave a bracket with the responsible units out of the commitment."""
        if self.folded[row.end - 1] != "）":
            return row.end
        bracket = _BRACKETED.search(self.folded, row.action, row.end)
        return bracket.start() if bracket else row.end

    def _place(self, start: int, end: int) -> str:
        place = self._places.first(start, end)
        return self.text[place[0] : place[1]] if place else ""

    def _responsible(self, row: Row) -> tuple[str, ...]:
        phrases = self._units.within(row.start, row.end)
        names = [n for a, b in phrases for n in unit_names(self.text, self.folded, a, b)]
        return tuple(dict.fromkeys(names))
