"""Targets: results that a report promises or expects, with a figure or without."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

import msgspec

from duban.extract.naming import name_before
from duban.grammar.promise import Promise, nature_of, nature_of_all, promises, stretches
from duban.model import Comparator, Figure, Nature, Operator, Outline, Role, Span, Status, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from duban.extract.draft import Passage
    from duban.model import Section

OPERATORS = {
    Comparator.ABOUT: Operator.ABOUT,
    Comparator.AT_LEAST: Operator.AT_LEAST,
    Comparator.ABOVE: Operator.ABOVE,
    Comparator.AT_MOST: Operator.AT_MOST,
    Comparator.BELOW: Operator.BELOW,
    Comparator.EQUAL: Operator.BARE,
}
_FORWARD = (Role.PLAN, Role.OBJECTIVES, Role.SELF_GOVERNMENT)
# Markup, blanks and the number of an item before a clause.
_LEAD = re.compile(
    r"(?:[，。；：！？、\s*●○■◆·]|\d{1,2}[.．、](?!\d)|（[一二三四五六七八九十\d]{1,3}）"
    r"|[一二三四五六七八九十]{1,3}[是、])*"
)
_EDGES = "，。；：！？、 \u3000\r\n\t●*"


def extract_targets(
    passage: Passage, outline: Outline, figures: Sequence[Figure], objectives: Sequence[Span] = ()
) -> tuple[Target, ...]:
    """Return the targets of a report, in the order of the text.

    Args:
        passage: the text.
        outline: its masthead and sections.
        figures: its figures; each one of status target is a target.
        objectives: the stretches that list targets.
    """
    reader = _Reader(passage, outline)
    found = [reader.of_figure(figure) for figure in figures if figure.status is Status.TARGET]
    found += reader.without_figures(objectives)
    found.sort(key=lambda target: (target.start, target.end))
    return tuple(_numbered(reader.with_riders(found)))


class _Reader:
    def __init__(self, passage: Passage, outline: Outline) -> None:
        self.source, self.text, self.parts = passage.source, passage.text, passage.parts
        self.sections = outline.sections

    def of_figure(self, figure: Figure) -> Target:
        start, end = self._stretch(figure.start, figure.end)
        ranged = figure.value_max is not None
        return Target(
            id="",
            start=start,
            end=end,
            text=self.source[start:end],
            indicator=figure.indicator,
            operator=Operator.RANGE if ranged else OPERATORS[figure.comparator],
            measure=figure.measure,
            figure=figure.id,
            nature=self._nature(figure.start),
            area=figure.area,
            period=figure.period,
            section=figure.section,
        )

    def without_figures(self, objectives: Sequence[Span]) -> list[Target]:
        found = [
            self._of_promise(promise, section)
            for section, start, end in self._forward()
            for promise in promises(self.text, start, end, objectives=False)
        ]
        found += [
            self._of_promise(promise, self._ahead(span.start))
            for span in objectives
            for promise in promises(self.text, span.start, span.end, objectives=True)
        ]
        return list({(t.start, t.end, t.operator): t for t in found if t.indicator}.values())

    def _ahead(self, offset: int) -> Section | None:
        section = self._section(offset)
        return section if section is not None and section.role in _FORWARD else None

    def _forward(self) -> Iterator[tuple[Section, int, int]]:
        """Yield the stretches that look ahead, each with its innermost section."""
        for at, section in enumerate(self.sections):
            after = (
                self.sections[at + 1].heading.start
                if at + 1 < len(self.sections)
                else len(self.text)
            )
            if section.role in _FORWARD:
                yield section, section.body.start, min(after, section.body.end)

    def _section(self, offset: int) -> Section | None:
        at = bisect_right(self.sections, offset, key=lambda section: section.heading.start) - 1
        return self.sections[at] if at >= 0 else None

    def _of_promise(self, promise: Promise, section: Section | None) -> Target:
        start, end = self._stretch(promise.start, promise.end)
        return Target(
            id="",
            start=start,
            end=end,
            text=self.source[start:end],
            indicator=self._indicator(promise, start),
            operator=promise.operator,
            reference=self.source[slice(*promise.reference)] if promise.reference else "",
            nature=self._nature(promise.start),
            period=self._years(section),
            section=section.id if section else "",
        )

    def _nature(self, offset: int) -> Nature | None:
        """Return the nature that the clause names, or that 均为约束性指标 gives the sentence."""
        if self.text.find("性", *self.parts.sentence(offset)) < 0:
            return None
        own = nature_of(self.text, *self.parts.clause(offset))
        return own or nature_of_all(self.text, *self.parts.sentence(offset))

    def _years(self, section: Section | None) -> str:
        if section is None or section.years is None or section.years[0] == section.years[1]:
            return ""
        return f"{section.years[0]}-{section.years[1]}"

    def _indicator(self, promise: Promise, start: int) -> str:
        if promise.object:
            named = self.source[slice(*promise.object)].strip("的 ")
            if named and not self.text[start : promise.start].strip(_EDGES):
                return named
        piece = max(start, self.text.rfind("、", start, promise.start) + 1)
        name = name_before(self.text, piece, promise.start).of(self.source)
        if not name and promise.start > 1:
            clause = self.parts.clause(start - 1)
            if clause[0] >= self.parts.sentence(promise.start)[0]:
                name = name_before(self.text, clause[0], clause[1] - 1).of(self.source)
        return name or (self.source[slice(*promise.object)].strip("的 ") if promise.object else "")

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the clause around a figure or promise, without its punctuation."""
        first = self.parts.clause(start)[0]
        last = self.parts.clause(max(end - 1, start))[1]
        lead = _LEAD.match(self.text, first, start)
        first = lead.end() if lead else first
        while last > end and self.text[last - 1] in _EDGES:
            last -= 1
        return first, last

    def with_riders(self, targets: Iterable[Target]) -> list[Target]:
        """Give each rider such as 力争更好结果 to the target right before it."""
        found = list(targets)
        for match in self._riders():
            at = bisect_right(found, match[0], key=lambda target: target.start) - 1
            sentence = self.parts.sentence(match[0])
            if at >= 0 and found[at].start >= sentence[0]:
                rider = self.source[slice(*match)]
                found[at] = _replaced(found[at], rider)
        return found

    def _riders(self) -> Iterator[tuple[int, int]]:
        for _, start, end in self._forward():
            yield from stretches(self.text, start, end)


def _replaced(target: Target, rider: str) -> Target:
    return msgspec.structs.replace(target, stretch=rider)


def _numbered(targets: Iterable[Target]) -> Iterator[Target]:
    taken: set[str] = set()
    for target in targets:
        name = f"T{target.start}"
        if name in taken:
            name = f"T{target.start}-{target.figure[1:] or target.operator.value}"
        taken.add(name)
        yield msgspec.structs.replace(target, id=name)
