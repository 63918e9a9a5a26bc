"""Where the years change without a heading: sections that begin with an opening paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from duban.model import Role
from duban.outline.frames import opening_of
from duban.outline.headings import Heading
from duban.outline.heads import PASSAGE, PLAIN
from duban.outline.tense import lean
from duban.outline.vocabulary import vocabulary
from duban.outline.wording import role_by_words
from duban.outline.years import coming_years, merged_years, term_years, years_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.frames import Opening
    from duban.outline.lines import Line
    from duban.outline.years import Years

_OUTER: Final = ("part", "chapter", "hanzi", PLAIN)
FORWARD: Final = (Role.PLAN, Role.OBJECTIVES, Role.SELF_GOVERNMENT)
_TAIL: Final = 0.8  # the closing call stands in the last fifth of a report
_FIRST_WORDS: Final = 60
_FIRST_SENTENCE: Final = 150
_SAMPLE: Final = 3000  # characters that show how a section leans
_PARAGRAPH: Final = 100  # characters of a paragraph whose language says what it does …
_CLEARLY: Final = 0.6  # … if it leans so far


def outer_kinds(headings: Sequence[Heading]) -> tuple[str, ...]:
    """Return the kinds of headings that divide the whole report."""
    divided = any(heading.kind in _OUTER and heading.kind != PLAIN for heading in headings)
    if divided or not headings or headings[0].kind != "hanzi_paren":
        return _OUTER
    return (*_OUTER, "hanzi_paren")


def with_passages(
    text: str,
    lines: Sequence[Line],
    headings: Sequence[Heading],
    year: int | None,
    *,
    prose: bool = False,
) -> list[Heading]:
    """Return the headings with the passages between them, in the order of the text.

    Headings of the outermost kinds are given the role and years that their words name; where
    these name none, the paragraph under the heading does.

    Args:
        text: folded text.
        lines: its lines.
        headings: its headings.
        year: the report's own year, or None where it is unknown.
        prose: whether no heading and no opening says where the plan is, so that the language of
            each paragraph has to.
    """
    reader = _Reader(text, year, outer_kinds(headings), prose)
    by_start = {heading.start: heading for heading in headings}
    covered = 0
    for index, line in enumerate(lines):
        heading = by_start.get(line.start)
        if heading:
            reader.enter(heading)
            covered = heading.end
        elif line.start >= covered:
            after = lines[index + 1] if index + 1 < len(lines) else None
            reader.read(line, None if after and after.start in by_start else after)
    return reader.found


@dataclass(slots=True)
class _Reader:
    """What the text speaks of, while it is read from above.

    Attributes:
        text: folded text.
        year: the report's own year.
        outer: kinds of headings that divide the whole report.
        prose: the language of paragraphs tells reviews and plans apart.
        fresh: the heading of the outermost kinds that nothing stands under yet.
        inside: an inner heading has come since.
        base: role and years of the last such heading.
        role: the role of the passage that is open, or of the heading.
        years: the years of the passage that is open, or of the heading.
        awaited: years ahead that the heading of a review also names (“十四五”成就和“十五五”目标).
        closing: the passage that seems to be the closing call.
        found: headings and passages so far.
    """

    text: str
    year: int | None
    outer: tuple[str, ...]
    prose: bool = False
    fresh: Heading | None = None
    inside: bool = False
    base: tuple[Role | None, Years | None] = (None, None)
    role: Role | None = None
    years: Years | None = None
    awaited: Years | None = None
    closing: Heading | None = None
    found: list[Heading] = field(default_factory=list)

    def enter(self, heading: Heading) -> None:
        """Take up a heading."""
        self.found.append(heading)
        self.fresh = None
        self.inside = heading.kind not in self.outer
        if self.inside:
            return
        title = heading.words(self.text)
        heading.role = role_by_words(title, self.year)
        named = merged_years if heading.role is Role.OBJECTIVES else years_in
        heading.years = named(title, self.year)
        self.awaited = None
        if heading.role is Role.REVIEW:
            heading.years = heading.years or term_years(title, self.year)
            self.awaited = coming_years(title, self.year)
        if heading.role or heading.kind != PLAIN:
            self.fresh = heading
            self._settle(heading)

    def _settle(self, heading: Heading) -> None:
        years = heading.years
        if years is None and self.year and heading.role:
            years = (self.year - (heading.role is Role.REVIEW),) * 2
        self.role, self.years = self.base = heading.role, years

    def read(self, line: Line, after: Line | None) -> None:
        """Take up a line under a heading; it may begin a passage."""
        opening = opening_of(self.text, line, after, self.year)
        fresh, self.fresh = self.fresh, None
        if opening is None:
            if self._comes_to_plan(line):
                self._begin(line, Role.PLAN, self.awaited)
            elif self.prose and self.year and not self.base[0] and not self.inside:
                self._follow_language(line, self.year)
            return
        if opening.addressed:
            self._reopen()
        role = self._role(opening, line)
        if opening.addressed and role is None and self._comes_to_plan(line):
            role, opening = Role.PLAN, opening._replace(years=self.awaited)
        if fresh and role is not Role.OTHER:
            self._tell(fresh, role, opening.years)
        elif role and self._turns(opening, role):
            self._begin(line, role, opening.years)
        elif opening.addressed and self.role is Role.REVIEW is not self.base[0]:
            self._begin(line, *self.base)  # the look back is over

    def _follow_language(self, line: Line, year: int) -> None:
        """Let a paragraph's language turn to the plan, or away from it, where no heading does.

        Args:
            line: a paragraph under a heading that names no role, or under none.
            year: the report's own year.
        """
        if line.end - line.start < _PARAGRAPH:
            return
        leaning = lean(self.text, line.start, line.end)
        if leaning <= -_CLEARLY and self.role is not Role.PLAN:
            self._begin(line, Role.PLAN, (year, year))
        elif (leaning > 0 and self.role is Role.PLAN) or (leaning >= _CLEARLY and not self.found):
            self.years = None
            self._begin(line, None, None)

    def _comes_to_plan(self, line: Line) -> bool:
        """Say whether a review whose heading also names a plan comes to it (根据…规划的建议，)."""
        if self.awaited is None or self.role is not Role.REVIEW:
            return False
        end = min(line.end, line.start + _FIRST_SENTENCE)
        return coming_years(self.text[line.start : end], self.year) is not None

    def _reopen(self) -> None:
        """Take back a closing call that others follow."""
        if self.closing and self.found[-1] is self.closing:
            self.found.pop()
        self.closing = None

    def _role(self, opening: Opening, line: Line) -> Role | None:
        if opening.closing and line.start > _TAIL * len(self.text):
            return Role.OTHER
        if opening.years and self.year:
            if opening.years[1] < self.year:
                return Role.REVIEW
            if opening.years[0] >= self.year:
                return Role.PLAN
        words = vocabulary().nested[Role.SELF_GOVERNMENT]
        if opening.addressed and words.search(self.text, line.start, line.start + _FIRST_WORDS):
            return Role.SELF_GOVERNMENT
        return None

    def _tell(self, heading: Heading, role: Role | None, years: Years | None) -> None:
        """Let the first paragraph say what its heading left open."""
        if role and (
            heading.role is role or (heading.role is None and self._agrees(heading, role))
        ):
            heading.role = role
            title = heading.words(self.text)
            named = role_by_words(title, None)  # a slogan's “十五五” does not date its section
            heading.years = (heading.years if named else None) or years or heading.years
            self._settle(heading)

    def _agrees(self, heading: Heading, role: Role) -> bool:
        """Say whether the text under a heading does not speak against the role."""
        leaning = lean(self.text, heading.end, heading.end + _SAMPLE)
        return leaning <= 0 if role is Role.PLAN else leaning >= 0

    def _turns(self, opening: Opening, role: Role) -> bool:
        """Say whether the opening leaves what its surroundings speak of."""
        forward = self.base[0] in FORWARD
        if role is Role.OTHER:
            return True
        if self.inside and not self.base[0] and not opening.addressed:
            return False  # a remark inside an item
        if role is Role.SELF_GOVERNMENT:
            return forward and self.role is not role
        if forward and role is Role.REVIEW and not opening.addressed:
            return False  # a look back that the plan goes on from
        return opening.years != self.years

    def _begin(self, line: Line, role: Role | None, years: Years | None) -> None:
        at = line.start
        self.role, self.years = role, years or self.years
        passage = Heading(at, at, (at, at), (at, at), PASSAGE, role=role, years=self.years)
        self.closing = passage if role is Role.OTHER else None
        self.found.append(passage)
