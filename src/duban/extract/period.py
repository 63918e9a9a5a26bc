"""The year or years that the text states for a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.extract.moments import Moment, year_of
from duban.extract.setting import starts_a_change
from duban.model import Measure, Section, Status

if TYPE_CHECKING:
    from duban.extract.draft import Draft
    from duban.extract.setting import Setting

_YEARLY = re.compile("每年|年平均")
_THERE_ARE: Final = frozenset(("有", "共有", "近", "约", "超过"))


class Case(NamedTuple):
    """What decides a figure's period, besides the adverbials.

    Attributes:
        draft: the figure.
        section: the innermost section.
        status: whether it happened.
        flow: whether it counts what was done in a time, not a state at its end.
        default: the year it holds for if nothing is said; 0 for several.
    """

    draft: Draft
    section: Section | None
    status: Status
    flow: bool
    default: int

    @property
    def several(self) -> tuple[int, int] | None:
        """The years of a section that covers more than one."""
        years = self.section.years if self.section is not None else None
        return years if years and years[0] < years[1] else None


def period_of(
    setting: Setting, section: Section | None, draft: Draft, status: Status, *, flow: bool
) -> str:
    """Return the stated period as `2030` or `2021-2025`; empty for the report's default.

    Source of the rules: the figure guidelines, "period" and its settled cases.
    """
    case = Case(draft, section, status, flow, setting.default_year(section, status))
    found = _period(setting, case)
    if not case.several or section is None or not starts_a_change(draft):
        return found
    stated = bool(draft.year) or found not in ("", _years(*case.several))
    return setting.carry_start(section, found if stated else None)


def _period(setting: Setting, case: Case) -> str:
    section, draft, status = case.section, case.draft, case.status
    review_year = setting.default_year(section, Status.ACTUAL)
    if draft.goal:
        return str(review_year or "")
    if draft.year:
        return _dated(case, review_year)
    if draft.last_year and status is Status.ACTUAL:
        return ""
    said = _before(setting.moments(draft.sentence), draft)
    said = [m for m in said if m.kind != "now" or _still(setting, m, draft)]
    if said and (found := _stated(said, case)) is not None:
        return found
    yearly = "年平均" in draft.indicator or _YEARLY.search(
        setting.text, draft.clause[0], draft.quantity.start
    )
    if case.several and (case.flow or yearly or status is Status.TARGET):
        return _years(*case.several)
    return ""


def _still(setting: Setting, moment: Moment, draft: Draft) -> bool:
    """Say whether 今年 or 去年 still holds: not past a semicolon, nor where a change starts."""
    past = setting.text.find("；", moment.offset, draft.quantity.start) >= 0
    return not past and not starts_a_change(draft)


def _dated(case: Case, review_year: int) -> str:
    """Return the period of a number right behind a year: 2020年的95万吨."""
    year = year_of(case.draft.year)
    if case.draft.quantity.unit == "倍":
        return _years(year, case.default or review_year)
    return "" if year in (case.default, review_year) else str(year)


def _yearly(draft: Draft) -> bool:
    return not {"年均", "平均每年", "每年"}.isdisjoint(draft.predicate.words)


def _before(moments: list[Moment], draft: Draft) -> list[Moment]:
    """Return the adverbials before the number; 比上年 holds only in its own clause."""
    number, clause = draft.quantity.start, draft.clause[0]
    parallel = draft.measure is Measure.CHANGE or starts_a_change(draft)
    return [
        moment
        for moment in moments
        if moment.offset < number
        and (moment.kind != "base" or moment.offset >= clause or (parallel and moment.dated))
    ]


def _stated(said: list[Moment], case: Case) -> str | None:
    """Return what the last adverbial states; None where it says nothing about this figure."""
    last = said[-1]
    if starts_a_change(case.draft) and last.kind in ("base", "range"):
        return str(last.first) if last.kind == "range" else _years(last.first, last.last)
    if last.kind == "year" and len(said) > 1 and said[-2].governs:
        said = [*said[:-2], last, said[-2]]  # 同1957年相比，1964年…增长
    if said[-1].kind == "base":
        return _since(said[-1], said[:-1], case)
    if last.kind in ("span", "range"):
        return _spell(last, case)
    if last.kind in ("of", "start"):
        return _between(last, said[:-1], case)
    return _at(last, case)


def _at(last: Moment, case: Case) -> str | None:
    """Return the year that an adverbial names: 2030年, “十五五”末, 今年."""
    if last.kind == "now" and (case.status is Status.TARGET) is (last.last != case.default):
        return None
    if case.several and case.draft.measure is Measure.CHANGE and _yearly(case.draft):
        return _years(*case.several)  # 到2030年…年均增长5%: each year until then
    return "" if last.last == case.default else str(last.last)


def _since(since: Moment, said: list[Moment], case: Case) -> str | None:
    """比2020年增长: the years of a growth counted from a base."""
    if case.draft.measure is not Measure.CHANGE or since.first < since.last:
        return None
    base, said = since.first, [moment for moment in said if moment.kind != "base"]
    stated = bool(said) and said[-1].kind in ("year", "of")
    end = said[-1].last if stated else case.default
    if not stated and case.several and base == case.several[0] - 1 and end in (0, case.several[1]):
        return _years(*case.several)
    if base == end - 1:
        return "" if end == case.default else str(end)
    return _years(base, end) if end > base else ""


def _spell(moment: Moment, case: Case) -> str | None:
    if not case.flow and not _happens_inside(moment, case.draft):
        if moment.kind != "range" or case.draft.is_rate:
            return None
        if "level" in case.draft.predicate.kinds:
            return str(moment.last) if moment.last != case.default else None
    running = case.status is Status.ACTUAL and moment.first < case.default < moment.last
    return _years(moment.first, case.default if running else moment.last)


def _happens_inside(moment: Moment, draft: Draft) -> bool:
    """Say whether an amount is what a span brought: 五年间使用贷款3亿元, 五年间引进设备有1万项."""
    only_counted = draft.measure is Measure.LEVEL and not draft.is_rate
    reached = "level" in draft.predicate.kinds and not _THERE_ARE.issuperset(draft.predicate.words)
    return moment.inside and only_counted and not reached


def _between(moment: Moment, said: list[Moment], case: Case) -> str | None:
    """由1978年的…增加到1982年的…, 增长…: from the one year to the other."""
    ahead = said[-1].last if said and said[-1].kind == "year" else case.default
    if case.draft.measure is not Measure.CHANGE:
        if moment.kind == "start" and ahead > moment.last:
            return "" if ahead == case.default else str(ahead)
        return None if case.default == moment.last else ""
    if moment.kind == "of":
        started = bool(said) and said[-1].kind == "start" and said[-1].first != moment.first
        return _years(said[-1].first, moment.last) if started else None
    return _years(moment.first, ahead) if ahead - moment.first > 1 else ""


def _years(first: int, last: int) -> str:
    return str(last) if first >= last else f"{first}-{last}"
