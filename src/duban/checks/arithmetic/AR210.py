"""Ordinals, anniversaries and dates agree with the calendar.

Finds: an anniversary that does not fall in its year (中国共产党成立106周年 in 2026); a year called
the first or last of a plan that it is not; a plan's name that is none (“十五四”); the years of a
plan in brackets that are others; a span of years and its length (1952年到1956年六年间); a date that
does not exist; a weekday that does not fit; the heading of a review that names another year; a
session later than the report's own; an event planned under a number that does not follow the last.
Why: such a slip is found by everybody and excused by nobody.
Example: 2026年是“十五五”收官之年.
Do: correct the number; last year's draft is the usual cause.
Silent: for events that are not in the reference, and areas whose founding is not.

———

届次、周年和日期与历法一致。

发现：周年数与年份不符（2026年写中国共产党成立106周年）；某年不是所称规划的首年、末年；没有的规划名称
（“十五四”）；括注的规划起止年份有误；
起止年份与年数不符（1952年到1956年六年间）；不存在的日期；星期不符；回顾部分标题年份有误；届次晚于本次会议；
活动的届次与上一届不相连。
为什么：这类错误人人看得出，没有人会原谅。
例子：2026年是“十五五”收官之年。
怎么办：改正数字；多半是沿用了上年的稿子。
不报：参考数据里没有的事件、没有成立年份的地区。
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from duban.checks.arithmetic.around import around
from duban.checks.arithmetic.years import possible_years
from duban.checks.outcome import fault, holds
from duban.grammar.numeral import parse_number
from duban.model import Role, Severity, Span
from duban.reference.anniversaries import anniversaries
from duban.reference.plans import PLAN_NAME, plan_number, plan_years

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Section

NAME = "calendar-contradicted"
SEVERITY = Severity.ERROR
_HANZI = "〇零一二三四五六七八九十百"
_COUNT = rf"([0-9]+|[{_HANZI}]+)"
_JUBILEE = re.compile(_COUNT + r"周年")
_CROWDED = re.compile(r"[。\n;；]")
_PHASE = re.compile(
    rf"(?:{PLAN_NAME})[”\"」』]?(?:规划|计划)?(?:实施|执行)?(?:的)?"
    r"(开局之年|收官之年|开局年|收官年|第[一二三四五]年|最后一年)"
)
_SUBJECT = re.compile(
    r"(?:([0-9]{4})年|(今年|去年|过去的?一年|过去这一年))[,，]?(?:是|为|也是)[^。;；\n0-9]*"
    r"(?:[0-9]+周年[^。;；\n0-9]*)?$"
)
_PHASES = ("局之年", "官之年", "局年", "官年", "第一年", "第二年", "第三年", "最后一年")
_NO_PLAN = re.compile(
    r"“十[一二三四五六七八九][一二三四六七八九]”(?=规划|时期|期间|以来|计划|[开收][局官]|末|发展)"
)
_BRACKET = re.compile(
    rf"(?:{PLAN_NAME})[”\"」』]?(?:规划|时期|期间|计划)?[(（]((?:19|20)[0-9]{{2}})年?[-—－–~至到]+"
    r"((?:19|20)[0-9]{2})年?[)）]"
)
_STRETCH = re.compile(
    r"([0-9]{4})年?[到至]([0-9]{4})年(?:末|底)?[,，]?(?:这|的|共)?"
    rf"{_COUNT}年(?:间|来|中|内|里|合计|共|累计|的总和|$)"
)
_DATE = re.compile(
    r"(?:((?:19|20)[0-9]{2})年)?([0-9]{1,2})月([0-9]{1,2})日(?:[(（]?(?:星期|周)([一二三四五六日天]))?"
)
_HEADING = re.compile(r"(?<![0-9])([0-9]{4})年")
_SESSION = re.compile(rf"(?<!国)(?<!国第){_COUNT}届人(?:大|民代表大会)第?{_COUNT}次会议")
_EDITION = re.compile(rf"第{_COUNT}届([^,，。;；、“”()（）\n]{{5}})")
_APPLIED = re.compile(r"申办|筹办|筹备|获得|取得")
_OF = re.compile(r"(全国|[省市县区州旗])?(?:第)?$")
_WEEKDAYS = "一二三四五六日"
_REACH = 26  # characters from an event's name to its 周年
_FIRST_HALF = "06"
_NO_HEADING = re.compile(r"以来|政府工作报告")
_DATED = frozenset((Role.REVIEW, Role.OBJECTIVES, Role.PLAN))
_MIDDLE = {"二": 2, "三": 3, "四": 4}


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every statement that the calendar can test."""
    yield from _jubilees(report)
    yield from _phases(report)
    yield from _misnamed(report)
    yield from _spans(report)
    yield from _dates(report)
    yield from _headings(report)
    yield from _sessions(report)
    yield from _editions(report)


def _jubilees(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _JUBILEE, ("周年",), before=6, after=0):
        founding = _founding(report, found.start())
        years, sure = possible_years(report, found.start())
        if founding and years:
            age = _number(found[1])
            equation = f"{founding} + {age} = {founding + age}"
            at = Span(found.start(), found.end())
            if founding + age in years:
                yield holds(at, equation)
            else:
                yield _fault(
                    at, f"{founding}年起算，{age}周年应在{founding + age}年", equation, sure
                )


def _founding(report: Report, at: int) -> int | None:
    """Return the year of the event or area named last before an offset."""
    before = _CROWDED.split(report.folded[max(0, at - _REACH) : at])[-1]
    known = anniversaries()
    events = {
        before.rfind(name) + len(name): year
        for name, year in known.events.items()
        if name in before
    }
    if events and re.fullmatch(r"[^,，、]{0,4}", before[max(events) :]):
        return events[max(events)]
    if not re.search(r"(?:成立|建政|建州|建县|建区)[^,，]{0,4}$", before):
        return None
    areas = {before.rfind(name): year for name, year in known.founded.items() if name in before}
    if areas:
        return areas[max(areas)]
    own = [
        year
        for name, year in known.founded.items()
        if report.ledger.masthead.place.startswith(name)
    ]
    return own[0] if own and re.search(r"自治[区州县]成立$", before) else None


def _phases(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _PHASE, _PHASES, before=20, after=0):
        number = plan_number(found[0])
        year = _subject_year(report, found.start())
        if number and year:
            first, last = plan_years(number)
            named = found[found.lastindex or 0]
            due = _phase_year(named, first, last)
            at = Span(found.start(), found.end())
            equation = f"{due}年 = {found[0]}"
            if due == year:
                yield holds(at, equation)
            else:
                yield _fault(at, f"{named}是{due}年，不是{year}年", equation, sure=True)


def _subject_year(report: Report, at: int) -> int | None:
    """Return the year that is called so: of 2026年 or 今年 in 今年是“十五五”开局之年."""
    found = _SUBJECT.search(report.folded[max(0, at - 40) : at])
    if not found:
        return None
    if found[1]:
        return int(found[1])
    return report.year and report.year - (found[2] != "今年")


def _misnamed(report: Report) -> Iterator[Outcome]:
    """“十五四”规划: the last character of a plan's short name is always 五."""
    for found in around(report.folded, _NO_PLAN, ("“十",), before=0, after=8):
        at = Span(found.start(), found.end())
        yield _fault(at, "五年规划的简称末字是“五”", "", sure=True)


def _phase_year(named: str, first: int, last: int) -> int:
    if named.startswith(("收官", "最后")):
        return last
    return first + _MIDDLE.get(named[1], 1) - 1 if named.startswith("第") else first


def _spans(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _BRACKET, ("五规划", "五”"), before=4, after=22):
        number = plan_number(found[0])
        if number:
            *_, start, end = found.groups()
            stated = int(start), int(end)
            first, last = plan_years(number)
            at, equation = Span(found.start(), found.end()), f"{first}—{last}"
            if stated == (first, last):
                yield holds(at, equation)
            else:
                yield _fault(at, f"该规划起止为{first}年至{last}年", equation, sure=True)
    for found in around(report.folded, _STRETCH, ("年到", "年至"), before=6, after=24):
        early, late, count = int(found[1]), int(found[2]), _number(found[3])
        at, length = Span(found.start(), found.end()), late - early
        equation = f"{late} − {early} + 1 = {length + 1}"
        if count in (length, length + 1):
            yield holds(at, equation)
        else:
            yield _fault(
                at, f"{early}年到{late}年共{length + 1}年，不是{count}年", equation, sure=True
            )


def _dates(report: Report) -> Iterator[Outcome]:
    for found in around(report.folded, _DATE, ("月",), before=8, after=10):
        at = Span(found.start(), found.end())
        year = int(found[1]) if found[1] else 2024  # a leap year: without a year 2月29日 may be
        try:
            day = date(year, int(found[2]), int(found[3]))
        except ValueError:
            yield _fault(at, f"没有{found[2]}月{found[3]}日这一天", "", sure=True)
            continue
        if found[1] and found[4]:
            weekday = _WEEKDAYS[day.weekday()]
            equation = f"{day.isoformat()} = 星期{weekday}"
            if weekday == found[4].replace("天", "日"):
                yield holds(at, equation)
            else:
                yield _fault(at, f"这一天是星期{weekday}", equation, sure=True)


def _headings(report: Report) -> Iterator[Outcome]:
    """A review is of the year before the report's own, a plan of its own year."""
    dated = list(_dated(report))
    year = _own_year(report, [year for *_, year in dated])
    if year is None:
        return
    head = report.ledger.masthead
    slack = not (head.session or head.date) or head.date[5:7] > _FIRST_HALF
    for section, at, named in dated:
        written = named - (section.role is Role.REVIEW)
        due = year - (section.role is Role.REVIEW)
        if slack and section.role is not Role.REVIEW and named == year + 1:
            due = written  # a report of late summer plans for the next year too
        equation = f"{written} = {due}"
        if written == due:
            yield holds(at, equation)
        else:
            yield _fault(at, f"标题应为{due}年", equation, sure=False)


def _dated(report: Report) -> Iterator[tuple[Section, Span, int]]:
    """Yield the sections whose headings name one year, each with the plan year that follows."""
    for section in report.ledger.sections:
        if section.role not in _DATED or _NO_HEADING.search(section.title):
            continue
        named = list(_HEADING.finditer(report.folded, section.heading.start, section.heading.end))
        if len(named) == 1:
            at = Span(named[0].start(), named[0].end())
            yield section, at, int(named[0][1]) + (section.role is Role.REVIEW)


def _own_year(report: Report, headings: list[int]) -> int | None:
    """Return the plan year: of the title or the date, else the one that most headings agree on."""
    head = report.ledger.masthead
    given = _HEADING.findall(head.title)
    if given or head.date:
        return int(given[0] if given else head.date[:4])
    if len(headings) > 1:
        return max(headings, key=headings.count)
    return head.year


def _sessions(report: Report) -> Iterator[Outcome]:
    """No session of the same congress is later than the one that the report is given to."""
    own = _SESSION.search(report.ledger.masthead.session.replace("第", ""))
    if not own:
        return
    this = _number(own[1]), _number(own[2])
    for found in around(report.folded, _SESSION, ("届人",), before=5, after=14):
        of = _OF.search(report.folded[max(0, found.start() - 4) : found.start()])
        if of and of[1] == "全国" and report.ledger.masthead.place != "全国":
            continue
        named = _number(found[1]), _number(found[2])
        at = Span(found.start(), found.end())
        equation = f"{named[0]}届{named[1]}次 ≤ {this[0]}届{this[1]}次"
        if named <= this:
            yield holds(at, equation)
        elif of and of[1]:
            yield _fault(at, f"晚于本次会议（{this[0]}届{this[1]}次）", equation, sure=False)


def _editions(report: Report) -> Iterator[Outcome]:
    """An event that was held as the 六届 is prepared as the 七届, not as the same again."""
    held: dict[str, tuple[int, Span]] = {}
    for found in around(report.folded, _EDITION, ("届",), before=6, after=10):
        section = report.sections.get(report.section_at(found.start()))
        at, number = Span(found.start(), found.end(1) + 1), _number(found[1])
        if section is None or _APPLIED.search(report.folded[at.start - 12 : at.start]):
            continue
        if section.role is Role.REVIEW:
            held[found[2]] = (number, at)
        elif section.role is Role.PLAN and found[2] in held:
            last, where = held[found[2]]
            equation = f"{number} = {last} + 1"
            if number == last + 1:
                yield holds(at, equation, related=(where,))
            else:
                yield _fault(at, f"上一届是第{last}届，此处为第{number}届", equation, sure=False)


def _number(text: str) -> int:
    return int(parse_number(text)[0])


def _fault(at: Span, what: str, equation: str, sure: bool) -> Outcome:  # noqa: FBT001  named by its callers
    return fault(
        at,
        zh=f"与历法不符：{what}。",
        en="The calendar says otherwise" + (f": {equation}." if equation else "."),
        equation=equation,
        severity=None if sure else Severity.WARNING,
    )
