"""When a figure holds and whether it happened: status and period."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.numeral import DIGITS, parse_number
from duban.model import Measure, Outline, Role, Section, Status
from duban.reference.plans import NUMERALS, plan_years

if TYPE_CHECKING:
    from collections.abc import Sequence

_YEAR = r"(?:\d{4}|[一二三四五六七八九〇零]{4})"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
# Adverbials that say when; “base” is the year that growth is counted from.
_TIME = re.compile(
    rf"(?:比|较|同|与)(?P<base>{_YEAR})年(?!来)"
    rf"|(?P<from>{_YEAR})年?(?:—|-|－|至|到|~)(?P<to>{_YEAR})年"
    rf"|从?(?P<since>{_YEAR})年以来"
    rf"|(?P<year>{_YEAR})年(?!来)(?P<of>的)?"
    rf"|[“\"](?P<plan>十?[一二三四五六七八九十])五[”\"]?(?P<end>末)?(?P<part>规划|计划|《)?"
    rf"|(?P<past>(?:过去|近|前|这|最近)?(?P<span>{_NUMBER})年(?:来|间|内|中|里|累计|共|平均)|(?:过去|近|最近)(?P<span2>{_NUMBER})年)"
    rf"|(?:今后|未来)(?P<next>{_NUMBER})年"
)
_PLANNED = re.compile(
    r"将(?:达|于|在|新|完|建|实|增|超|突破|保持)|力争|确保|到(?P<year>\d{4})年|今年(?:计划|将|要|拟|预期)|预期目标|目标(?:是|为)|计划(?:到|在|于|安排|投资|完成|今年)|拟(?:安排|建设)|要(?:达到|增加到|增长|提高到|完成|生产)"
)
_HAPPENED = re.compile(
    r"(?:去年|上年)(?!同期|预算|增)(?![^，；。]{0,6}(?:增长|提高|下降))|已(?:经)?(?:[一-鿿])|截至|了(?=\d|[一二三四五六七八九十百])|达到了|完成了|实现了"
)
_COMPARED = re.compile(r"(?:比|较|在|于|高于|快于|超过)$")


class Moment(NamedTuple):
    """A time adverbial.

    Attributes:
        offset: where it stands.
        first: first year.
        last: last year.
        kind: `year`, `span`, `base` or `end` (the end of a plan).
    """

    offset: int
    first: int
    last: int
    kind: str


def year_of(text: str) -> int:
    """Return a year written in either kind of digits.

    >>> year_of("一九八二")
    1982
    """
    return int("".join(str(DIGITS.get(char, char)) for char in text))


class Setting:
    """The outline's answer to when and whether, for any offset of the text."""

    def __init__(self, folded: str, outline: Outline) -> None:
        """Prepare the look-up.

        Args:
            folded: folded text.
            outline: masthead and sections of the same text.
        """
        self.text = folded
        self.sections: Sequence[Section] = outline.sections
        self.starts = [section.heading.start for section in outline.sections]
        self.plan_year = outline.masthead.year
        self._sentence = (-1, -1)
        self._moments: list[Moment] = []

    def section(self, offset: int) -> Section | None:
        """Return the innermost section that holds the character at `offset`."""
        at = bisect_right(self.starts, offset) - 1
        return self.sections[at] if at >= 0 else None

    def status(
        self,
        section: Section | None,
        clause: tuple[int, int],
        number: int,
        sentence: tuple[int, int],
    ) -> Status:
        """Say whether the number at offset `number` happened or is pledged.

        Args:
            section: the innermost section.
            clause: the number's clause.
            number: its offset.
            sentence: its sentence.
        """
        forward = section is not None and section.role in (
            Role.PLAN,
            Role.OBJECTIVES,
            Role.SELF_GOVERNMENT,
        )
        if forward:
            past = self._past_year(section, sentence, number) or _HAPPENED.search(
                self.text, clause[0], number
            )
            return Status.ACTUAL if past else Status.TARGET
        found = _PLANNED.search(self.text, clause[0], clause[1])
        if found is None and (section is None or section.role is Role.OTHER):
            found = _PLANNED.search(self.text, sentence[0], number)
        if found is None:
            return Status.ACTUAL
        if found["year"]:
            return Status.TARGET if self._ahead(section, int(found["year"])) else Status.ACTUAL
        return Status.TARGET

    def _ahead(self, section: Section | None, year: int) -> bool:
        default = section.years[1] if section and section.years else (self.plan_year or year) - 1
        return year > default

    def _past_year(self, section: Section | None, sentence: tuple[int, int], number: int) -> bool:
        if section is None or section.years is None:
            return False
        before = [
            m for m in self.moments(sentence) if m.offset < number and m.kind in ("year", "span")
        ]
        return bool(before) and before[-1].last < section.years[0]

    def moments(self, sentence: tuple[int, int]) -> list[Moment]:
        """Return the time adverbials of a sentence."""
        if sentence != self._sentence:
            self._sentence = sentence
            found = (self._moment(match) for match in _TIME.finditer(self.text, *sentence))
            self._moments = [moment for moment in found if moment]
        return self._moments

    def _moment(self, match: re.Match[str]) -> Moment | None:
        at = match.start()
        if match["base"]:
            return Moment(at, year_of(match["base"]), year_of(match["base"]), "base")
        if match["from"]:
            return Moment(at, year_of(match["from"]), year_of(match["to"]), "span")
        if match["since"]:
            return Moment(at, year_of(match["since"]), self._review_year(at), "span")
        if match["year"]:
            year = year_of(match["year"])
            return Moment(at, year, year, "of" if match["of"] else "year")
        if match["plan"]:
            return self._plan(match)
        return self._spell(match)

    def _plan(self, match: re.Match[str]) -> Moment | None:
        number = NUMERALS.get(match["plan"])
        if number is None or match["part"]:
            return None
        first, last = plan_years(number)
        return Moment(
            match.start(), last if match["end"] else first, last, "end" if match["end"] else "span"
        )

    def _spell(self, match: re.Match[str]) -> Moment | None:
        count = int(parse_number(match["span"] or match["span2"] or match["next"])[0])
        at, year = match.start(), self._review_year(match.start())
        if not year or not 1 < count < 30:
            return None
        if match["next"]:
            return Moment(at, year + 1, year + count, "span")
        return Moment(at, year - count + 1, year, "span")

    def _review_year(self, offset: int) -> int:
        section = self.section(offset)
        if section is not None and section.years is not None and section.role is Role.REVIEW:
            return section.years[1]
        return self.plan_year - 1 if self.plan_year else 0

    def period(
        self,
        section: Section | None,
        sentence: tuple[int, int],
        number: int,
        measure: Measure,
        status: Status,
        *,
        flow: bool,
    ) -> str:
        """Return the year or years that the text states for a number, or an empty string.

        Args:
            section: the innermost section.
            sentence: the number's sentence.
            number: its offset.
            measure: what it states.
            status: whether it happened.
            flow: whether it counts what was done in a time, not a state at its end.
        """
        default = self._default(section, status)
        before = [m for m in self.moments(sentence) if m.offset < number]
        moving = flow or measure in (Measure.CHANGE, Measure.ADDED, Measure.TOTAL)
        if before:
            said = self._said(before, default, measure, moving=moving)
            if said is not None:
                return said
        years = section.years if section is not None else None
        if years and years[0] < years[1] and (moving or status is Status.TARGET):
            return _span(*years)
        return ""

    def _said(
        self, before: list[Moment], default: int, measure: Measure, *, moving: bool
    ) -> str | None:
        last = before[-1]
        if last.kind == "base":
            if measure is not Measure.CHANGE or last.first == default - 1:
                return None
            year = before[-2].last if len(before) > 1 and before[-2].kind == "year" else default
            return _span(last.first, year)
        if last.kind == "span":
            return _span(last.first, last.last) if moving else None
        if last.kind == "of":
            return None
        return "" if last.last == default else str(last.last)

    def _default(self, section: Section | None, status: Status) -> int:
        if section is not None and section.years is not None:
            forward = section.role in (Role.PLAN, Role.OBJECTIVES, Role.SELF_GOVERNMENT)
            if forward == (status is Status.TARGET):
                return section.years[1]
        if self.plan_year is None:
            return 0
        return self.plan_year - (status is Status.ACTUAL)


def _span(first: int, last: int) -> str:
    return str(last) if first >= last else f"{first}-{last}"
