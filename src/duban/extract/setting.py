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

    from duban.extract.draft import Draft

_YEAR = r"(?:\d{4}|[一二三四五六七八九〇零]{4})"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
# Adverbials that say when; “base” is the year that growth is counted from.
_TIME = re.compile(
    rf"(?:比|较|同|与)(?P<base>{_YEAR})年(?!来)"
    rf"|(?P<from>{_YEAR})年?(?:—|-|－|至|到|~)(?P<to>{_YEAR})年"
    rf"|从?(?P<since>{_YEAR})年以来"
    rf"|(?P<year>{_YEAR})年(?!来)(?P<of>的)?"
    rf"|[“\"](?P<plan>十?[一二三四五六七八九十])五[”\"]?(?P<end>末)?(?P<part>规划|计划|《)?"
    r"|(?P<century>本世纪末|[二2][十0]世纪末)"
    rf"|(?P<past>(?P<past_word>过去|近|前|这|最近)?(?P<span>{_NUMBER})年(?:来|间|内|中|里|累计|共|平均)|(?:过去|近|最近|(?<=[，。；、：\n　]))(?P<span2>{_NUMBER})年(?=[一-鿿])(?![前后期规计行]))"
    rf"|(?:今后|未来)(?P<next>{_NUMBER})年"
)
_PLANNED = re.compile(
    r"将(?:达|于|在|新|完|建|实|增|超|突破|保持)|力争|确保|到(?P<year>\d{4})年|今年(?:计划|将|要|拟|预期)|预期目标|目标(?:是|为)|计划(?:到|在|于|安排|投资|完成|今年)|拟(?:安排|建设)|要(?:达到|增加到|增长|提高到|完成|生产)"
)
_HAPPENED = re.compile(
    r"(?:去年|上年)(?!同期|预算|增)(?![^，；。]{0,6}(?:增长|提高|下降))|已(?:经)?(?:[一-鿿])|截至|了(?=\d|[一二三四五六七八九十百])|达到了|完成了|实现了"
)
_AHEAD = (Role.PLAN, Role.OBJECTIVES, Role.SELF_GOVERNMENT)


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

    def status(self, section: Section | None, draft: Draft) -> Status:
        """Say whether a figure happened or is pledged."""
        if draft.goal:
            return Status.TARGET
        if draft.base or (_from(draft) and _forward(section)):
            return Status.ACTUAL
        if draft.year and section is not None and section.years is not None:
            year = year_of(draft.year)
            if _forward(section):
                return Status.ACTUAL if year < section.years[0] else Status.TARGET
            return Status.TARGET if year > section.years[1] else Status.ACTUAL
        if _forward(section):
            return self._pledged(section, draft)
        return self._told(section, draft)

    def _pledged(self, section: Section | None, draft: Draft) -> Status:
        number = draft.quantity.start
        past = self._past_year(section, draft.sentence, number)
        if past or _HAPPENED.search(self.text, draft.clause[0], number + 1):
            return Status.ACTUAL
        return Status.TARGET

    def _told(self, section: Section | None, draft: Draft) -> Status:
        number = draft.quantity.start
        found = _PLANNED.search(self.text, *draft.clause)
        if found is None and (section is None or section.role is Role.OTHER):
            found = _PLANNED.search(self.text, draft.sentence[0], number)
        if found is None:
            before = [m for m in self.moments(draft.sentence) if m.offset < number]
            ahead = before and before[-1].kind != "base" and self._ahead(section, before[-1].last)
            return (
                Status.TARGET if ahead and before[-1].offset >= draft.clause[0] else Status.ACTUAL
            )
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
            return Moment(at, year_of(match["from"]), year_of(match["to"]), "range")
        if match["since"]:
            return Moment(at, year_of(match["since"]), self._review_year(at), "span")
        if match["year"]:
            year = year_of(match["year"])
            return Moment(at, year, year, "of" if match["of"] else "year")
        if match["century"]:
            return Moment(at, 2000, 2000, "year")
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
        section = self.section(at)
        if section is not None and _forward(section) and section.years and not match["past_word"]:
            if section.years[1] - section.years[0] + 1 == count:
                return Moment(at, *section.years, "span")
            return None
        if match["next"]:
            return Moment(at, year + 1, year + count, "span")
        return Moment(at, year - count + 1, year, "span")

    def _review_year(self, offset: int) -> int:
        section = self.section(offset)
        if section is not None and section.years is not None and section.role is Role.REVIEW:
            return section.years[1]
        return self.plan_year - 1 if self.plan_year else 0

    def period(self, section: Section | None, draft: Draft, status: Status, *, flow: bool) -> str:
        """Return the year or years that the text states for a figure, or an empty string.

        Args:
            section: the innermost section.
            draft: the figure.
            status: whether it happened.
            flow: whether it counts what was done in a time, not a state at its end.
        """
        if draft.goal:
            return str(self._default(section, Status.ACTUAL) or "")
        default = self._default(section, status)
        if draft.year:
            year = year_of(draft.year)
            return "" if year in (default, self._default(section, Status.ACTUAL)) else str(year)
        number = draft.quantity.start
        said = [
            m
            for m in self.moments(draft.sentence)
            if m.offset < number
            and (m.kind != "base" or m.offset >= draft.clause[0] or _from(draft))
        ]
        if said and (found := self._said(said, default, draft, flow=flow)) is not None:
            return found
        years = section.years if section is not None else None
        yearly = "每年" in self.text[draft.clause[0] : number]
        if years and years[0] < years[1] and (flow or yearly or status is Status.TARGET):
            return _span(*years)
        return ""

    def _said(self, said: list[Moment], default: int, draft: Draft, *, flow: bool) -> str | None:
        last = said[-1]
        if _from(draft) and last.kind in ("base", "range"):
            return str(last.first)
        if last.kind == "range" and not flow:
            reached = "level" in draft.predicate.kinds
            return str(last.last) if reached and last.last != default else None
        if last.kind == "base":
            return (
                self._since(last.first, said[:-1], default)
                if draft.measure is Measure.CHANGE
                else None
            )
        if last.kind in ("span", "range"):
            return _span(last.first, last.last) if flow else None
        if last.kind == "of":
            if draft.measure is not Measure.CHANGE:
                return None if default == last.last else ""
            first = said[-2].first if len(said) > 1 and said[-2].kind == "of" else last.first
            end = last.last if first != last.first else default
            return _span(first, end) if end - first > 1 else ""
        return "" if last.last == default else str(last.last)

    def _since(self, base: int, said: list[Moment], default: int) -> str:
        """Return the years of a growth counted from `base`."""
        end = said[-1].last if said and said[-1].kind == "year" else default
        if base == end - 1:
            return "" if end == default else str(end)
        return _span(base, end) if end > base else ""

    def _default(self, section: Section | None, status: Status) -> int:
        if section is not None and section.years is not None:
            if _forward(section) == (status is Status.TARGET):
                several = section.years[0] < section.years[1] and status is Status.TARGET
                return 0 if several else section.years[1]
        if self.plan_year is None:
            return 0
        return self.plan_year - (status is Status.ACTUAL)


def _from(draft: Draft) -> bool:
    """Say whether 由 or 从 stands before the number: it is the value that a change starts from."""
    return draft.predicate.words[-1:] in (("由",), ("从",))


def _forward(section: Section | None) -> bool:
    return section is not None and section.role in _AHEAD


def _span(first: int, last: int) -> str:
    return str(last) if first >= last else f"{first}-{last}"
