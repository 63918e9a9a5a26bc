"""Whether a figure happened or is pledged: from its section, its year and its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from duban.extract.moments import Frame, Moment, moments, year_of
from duban.model import Outline, Role, Section, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.extract.draft import Draft

_PLANNED = re.compile(
    r"将(?:达|于|在|新|完|建|实|增|超|突破|保持)|力争|确保|到(?P<year>\d{4})年|今年(?:计划|将|要|拟|预期|预计)|应[该当](?:有|达到|增加)|还要(?!求)|预期目标|"
    r"目标(?:是|为)|计划(?:到|在|于|安排|投资|完成|今年)|拟(?:安排|建设)|(?<![重主需])要(?:达到|增加到|增长|提高到|完成|生产)"
)
_HAPPENED = re.compile(
    r"(?<![比较由从])(?:去年|上年)(?!同期|实际|预算|增)(?![^，；。]{0,6}(?:增长|提高|下降))|已(?:经)?(?:[一-鿿])|截至|"
    r"了(?=\d|[一二三四五六七八九十百])|达到了|完成了|实现了|取消了"
)
_STARTS = frozenset(("由", "从"))
_PAST_YEAR = re.compile(r"(?:过去|刚刚过去|即将过去)的?一年|(?<![^，。；\n　 ])一年来")
_WILL = re.compile(
    r"(?<![重主需紧])要|(?<!即)将|力争|确保|争取|计划|预期|目标|今年|明年|安排|拟|[推促]进|加[快强大]|坚持"
)
_PARAGRAPH = 600  # characters before a number that its paragraph may have
_AHEAD = (Role.PLAN, Role.OBJECTIVES, Role.SELF_GOVERNMENT)


def looks_ahead(section: Section | None) -> bool:
    """Say whether a section speaks of what will be done."""
    return section is not None and section.role in _AHEAD


def starts_a_change(draft: Draft) -> bool:
    """Say whether 由 or 从 stands before the number: it is the value that a change starts from."""
    return not _STARTS.isdisjoint(draft.predicate.words)


class Setting:
    """The outline's answer to when and whether, for any figure of the text."""

    def __init__(self, folded: str, outline: Outline) -> None:
        """Prepare the look-up.

        Args:
            folded: folded text.
            outline: masthead and sections of the same text.
        """
        self.text = folded
        self.plan_year = outline.masthead.year
        self._sections: Sequence[Section] = outline.sections
        self._starts = [section.heading.start for section in outline.sections]
        self._sentence = (-1, -1)
        self._moments: list[Moment] = []
        self._start: tuple[str, str | None] = ("", None)

    def section(self, offset: int) -> Section | None:
        """Return the innermost section that holds the character at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return self._sections[at] if at >= 0 else None

    def moments(self, sentence: tuple[int, int]) -> list[Moment]:
        """Return the time adverbials of a sentence."""
        if sentence != self._sentence:
            self._sentence = sentence
            frame = self._frame(sentence[0])
            self._moments = list(moments(self.text, *sentence, frame))
        return self._moments

    def carry_start(self, section: Section, stated: str | None) -> str:
        """Return the period of a value that a change starts from, 由1.2万户增加到3万户.

        Where the text states no year, it is that of the last such value in the section.

        Args:
            section: a section of several years.
            stated: the period of this value, or None where the text states none.
        """
        if stated is not None:
            self._start = (section.id, stated)
        return (self._start[1] or "") if self._start[0] == section.id else ""

    def _frame(self, offset: int) -> Frame:
        section = self.section(offset)
        years = section.years if section is not None else None
        if years and section is not None and section.role is Role.REVIEW:
            return Frame(years[1], None, self.plan_year or 0)
        ahead = years if looks_ahead(section) else None
        return Frame(self.plan_year - 1 if self.plan_year else 0, ahead, self.plan_year or 0)

    def default_year(self, section: Section | None, status: Status) -> int:
        """Return the year that a figure holds for if the text states none; 0 for several."""
        if section is not None and section.years is not None:
            first, last = section.years
            if looks_ahead(section) == (status is Status.TARGET):
                return 0 if first < last and status is Status.TARGET else last
        if self.plan_year is None:
            return 0
        return self.plan_year - (status is Status.ACTUAL)

    def status(self, section: Section | None, draft: Draft) -> Status:
        """Say whether a figure happened or is pledged."""
        ahead = looks_ahead(section)
        if draft.goal or draft.status:
            return draft.status or Status.TARGET
        if self.text.startswith("的基础上", draft.tail):
            return Status.ACTUAL
        if draft.base or (ahead and starts_a_change(draft)):
            return Status.ACTUAL
        if draft.year and draft.name.rule == "cell" and (section is None or not section.years):
            later = self._is_later(None, year_of(draft.year))
            return Status.TARGET if later else Status.ACTUAL
        told = draft.year and draft.quantity.unit != "倍"  # 等于1950年的两倍 tells its base
        if told and section is not None and section.years is not None:
            year = year_of(draft.year)
            later = year >= section.years[0] if ahead else year > section.years[1]
            return Status.TARGET if later else Status.ACTUAL
        pledged = self._pledged(section, draft) if ahead else self._foretold(section, draft)
        return Status.TARGET if pledged else Status.ACTUAL

    def _pledged(self, section: Section | None, draft: Draft) -> bool:
        """In a part that looks ahead everything is pledged but what the words say is over."""
        number = draft.quantity.start
        if _HAPPENED.search(self.text, draft.clause[0], number + 1) or self._looks_back(draft):
            return False
        planned = _PLANNED.search(self.text, draft.clause[0], number)
        if section is None or section.years is None or (planned and not planned["year"]):
            return True
        first, last = section.years
        begins = self.plan_year if self.plan_year and first < self.plan_year <= last else first
        said = [
            m
            for m in self.moments(draft.sentence)
            if m.offset < number and m.kind in ("year", "span", "range")
        ]
        return not said or said[-1].last >= begins

    def _looks_back(self, draft: Draft) -> bool:
        """Say whether the paragraph has turned to the past year and not yet to the future."""
        number = draft.quantity.start
        start = self.text.rfind("\n", max(0, number - _PARAGRAPH), number) + 1
        turns = list(_PAST_YEAR.finditer(self.text, start or max(0, number - _PARAGRAPH), number))
        return bool(turns) and _WILL.search(self.text, turns[-1].end(), number) is None

    def _foretold(self, section: Section | None, draft: Draft) -> bool:
        """In any other part only what the words say is to come."""
        number = draft.quantity.start
        found = _PLANNED.search(self.text, *draft.clause)
        if found is None and (section is None or section.role is Role.OTHER):
            found = _PLANNED.search(self.text, draft.sentence[0], number)
        if found is not None:
            return not found["year"] or self._is_later(section, int(found["year"]))
        if self._exceeds_review(section, draft):
            return True
        said = [
            m
            for m in self.moments(draft.sentence)
            if m.offset < number and m.kind not in ("base", "now")
        ]
        if not said or said[-1].offset < draft.clause[0]:
            return False
        return said[-1].kind != "span" and self._is_later(section, said[-1].last)

    def _exceeds_review(self, section: Section | None, draft: Draft) -> bool:
        """Say whether a value is compared with the year reviewed, so that it comes after it."""
        if section is None or section.years is None:
            return False
        clause, number, reviewed = draft.clause[0], draft.quantity.start, section.years[1]
        bases = [m for m in self.moments(draft.sentence) if clause <= m.offset < number and m.dated]
        return bool(bases) and bases[-1].first == reviewed and self._is_later(section, reviewed + 1)

    def _is_later(self, section: Section | None, year: int) -> bool:
        if section is not None and section.years is not None:
            return year > section.years[1]
        return self.plan_year is not None and year >= self.plan_year
