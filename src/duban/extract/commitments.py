"""Commitments: the pledged actions of a report's plan, each with its span."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from duban.extract.commitment_clauses import paragraphs
from duban.extract.commitment_details import kind_of, verb_and_object
from duban.extract.commitment_duties import (
    answered,
    find_leads,
    find_notes,
    lead_names,
    names_in,
    notes_within,
    without_notes,
)
from duban.extract.commitment_figures import FigureMarks
from duban.extract.commitment_filters import Paragraph, is_target, pledges
from duban.extract.commitment_places import find_places
from duban.extract.commitment_rows import Row, read_sentence, row_of_cell
from duban.extract.commitment_tables import table_rows
from duban.extract.commitment_when import Calendar, deadline_of
from duban.grammar.goals import target_lists
from duban.model import Commitment, Outline, Role, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.extract.commitment_duties import Stretch
    from duban.extract.commitment_tables import TableRow
    from duban.model import Figure

_ROLES = frozenset({Role.PLAN, Role.SELF_GOVERNMENT, Role.OBJECTIVES})
_TELLING = frozenset({Role.PLAN, Role.OBJECTIVES})
_LEAD = 1000  # characters in which a section without subsections may list its targets


class _Answer(NamedTuple):
    """What stands beside a commitment: the units that answer for it, and its deadline."""

    units: tuple[Stretch, ...] = ()
    due: Stretch | None = None


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
        self._leads = find_leads(folded)
        self._notes = find_notes(folded)
        self._roles = {section.id: section.role for section in outline.sections}
        self._calendar = Calendar(None, None)
        self._period = ""

    def commitments(self) -> Iterator[Commitment]:
        for index, section in enumerate(self.outline.sections):
            if section.role in _ROLES:
                self._enter(section)
                for row, answer in self._rows(index, section):
                    yield self._commitment(row, answer, section.id)

    def _enter(self, section: Section) -> None:
        """Note the year that a section plans for, or the years as its default deadline."""
        first, last = section.years or (0, 0)
        masthead = self.outline.masthead
        plan = last if first == last != 0 else masthead.year
        given = int(masthead.date[:4]) if masthead.date else masthead.year
        self._calendar = Calendar(plan, given)
        self._period = f"{first}-{last}" if first < last else ""

    def _rows(self, index: int, section: Section) -> Iterator[tuple[Row, _Answer]]:
        """Yield the commitments of a section's own text, up to its first subsection."""
        start, end = section.body.start, section.body.end
        after = self.outline.sections[index + 1 : index + 2]
        end = min(end, after[0].heading.start) if after else end
        whole = not (after and after[0].parent == section.id)
        targets = self._target_lists(section, start, end, whole=whole)
        at = start
        if self.folded.find("\t", start, end) >= 0:
            for line in table_rows(self.folded, start, end):
                yield from self._of_text(section, at, line.start, targets, whole=False)
                yield from self._of_table(line)
                at = line.end
        yield from self._of_text(section, at, end, targets, whole=whole and at == start)

    def _target_lists(
        self, section: Section, start: int, end: int, *, whole: bool
    ) -> list[Stretch]:
        """Return the lists of targets that stand before the measures of a plan."""
        if section.role not in _TELLING or self._roles.get(section.parent) in _TELLING:
            return []
        stop = min(end, start + _LEAD) if whole else end
        return list(target_lists(self.folded, start, stop))

    def _of_text(
        self, section: Section, start: int, end: int, targets: list[Stretch], *, whole: bool
    ) -> Iterator[tuple[Row, _Answer]]:
        folded, marks = self.folded, self._marks
        rows = [
            row
            for paragraph in self._paragraphs(section, start, end, whole=whole)
            for sentence in pledges(folded, paragraph, marks, targets)
            for row in read_sentence(folded, sentence, marks)
        ]
        if section.role is Role.OBJECTIVES:
            rows = [row for row in rows if not is_target(folded, row)]
        if not self._notes:
            return ((row, _NO_ANSWER) for row in rows)
        found = answered(folded, rows, self._notes, start, end)
        return ((row, _Answer(n.units, n.due) if n else _NO_ANSWER) for row, n in found)

    def _of_table(self, line: TableRow) -> Iterator[tuple[Row, _Answer]]:
        if line.task:
            yield row_of_cell(self.folded, *line.task, self._marks), _Answer(line.units, line.due)

    def _paragraphs(
        self, section: Section, start: int, end: int, *, whole: bool
    ) -> Iterator[Paragraph]:
        found = list(paragraphs(self.folded, start, end))
        notes = notes_within(self._notes, start, end) if self._notes else []
        found = without_notes(found, notes) if notes else found
        only = len(found) == 1 and whole
        titled = start == section.body.start and section.heading.start < section.heading.end
        for place, sentences in enumerate(found):
            first = sentences[0].clauses[0].start
            inline = titled and place == 0 and "\n" not in self.folded[start - 1 : first]
            following = found[place + 1 : place + 2]
            details = len(following[0]) if following and not following[0][0].mark else 0
            yield Paragraph(sentences, inline, only, details)

    def _commitment(self, row: Row, answer: _Answer, section: str) -> Commitment:
        text, start, end = self.text, row.start, row.end
        figures = self._figures(row)
        numbers = _numbers(row, figures) if figures else ()
        verb, thing = verb_and_object(self.folded, row, numbers)
        return Commitment(
            id=f"C{start}",
            start=start,
            end=end,
            text=text[start:end],
            kind=kind_of(self.folded, row, has_figure=bool(figures)),
            verb=text[verb[0] : verb[1]],
            object=text[thing[0] : thing[1]],
            figures=tuple([figure.id for figure in figures]) if figures else (),
            deadline=deadline_of(self.folded, start, end, self._calendar)
            or (self._due(answer.due) if answer.due else self._period),
            place=self._place(start, end),
            units=self._responsible(row, answer) if self._leads.starts or answer.units else (),
            section=section,
        )

    def _due(self, stretch: Stretch) -> str:
        return deadline_of(self.folded, *stretch, self._calendar) or self._period

    def _figures(self, row: Row) -> tuple[Figure, ...]:
        if not self._marks.any(row.start, row.end):
            return ()
        low = bisect_left(self._starts, row.start)
        return self.figures[low : bisect_left(self._starts, row.end, low)]

    def _place(self, start: int, end: int) -> str:
        place = self._places.first(start, end)
        return self.text[place[0] : place[1]] if place else ""

    def _responsible(self, row: Row, answer: _Answer) -> tuple[str, ...]:
        led = self.folded.find("由", row.start, row.end) >= 0
        if not led and not answer.units:
            return ()
        leads = self._leads.within(row.start, row.end) if led else []
        names = [n for a, b in leads for n in lead_names(self.text, self.folded, a, b)]
        names += [n for a, b in answer.units for n in names_in(self.text, self.folded, a, b)]
        return tuple(dict.fromkeys(names))


_NO_ANSWER = _Answer()


def _numbers(row: Row, figures: tuple[Figure, ...]) -> tuple[Stretch, ...]:
    """Return where the figures of the action stand."""
    return tuple([(f.start, f.end) for f in figures if row.action <= f.start < row.action_end])
