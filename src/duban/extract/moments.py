"""Time adverbials of a sentence: which years they name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.numeral import DIGITS, parse_number
from duban.reference.plans import NUMERALS, plan_years

if TYPE_CHECKING:
    from collections.abc import Iterator

_YEAR = r"(?:\d{4}|[一二三四五六七八九〇零]{4})"
_NUMBER = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})"
# Behind one class of the characters that these begin with, which rules most places out.
_TIME = re.compile(
    r"(?=[\d一二三四五六七八九十〇零两比较同与快慢高低优好去从由自以在“\"本过近前这最今未])(?:"
    rf"(?:比|较|同|与|[快慢高低优好]于(?=.{{4}}年\d))(?:(?P<base>{_YEAR})年(?!来)"
    r"|[“\"]?(?P<base_plan>十?[一二三四五六七八九])五[”\"]?(?:计划)?(?:时期|期间))(?P<governs>相比|比较)?"
    rf"|[以在](?P<ground>{_YEAR})年(?:为|[^，。；]{{0,12}}的)基"
    rf"|(?:[自从由])?(?P<from>{_YEAR})年?(?:—|-|－|至|到|~)(?P<to>{_YEAR})年"
    rf"|从?(?P<since>{_YEAR})年以来"
    rf"|(?P<start>由|从)?(?P<year>{_YEAR})年(?!来)(?P<of>的)?"
    r"|(?P<before>(?:比|较)(?:上年|去年|上一年)|同比)"
    rf"|(?P<than>[比较同与])?[“\"](?P<plan>十?[一二三四五六七八九十])五[”\"]?(?P<end>末)?(?P<part>规划|计划|《)?"
    r"|(?<![比较同与])(?P<now>今|去)年(?![的底末]?的|同期|预算|来|度)"
    r"|(?P<century>本世纪末|[二2][十0]世纪末)"
    r"|(?P<lately>过去|近|前|这|最近)?"
    rf"(?P<span>{_NUMBER})年(?:以?来|(?P<inside>间|内|中|里)|累计|共|平均)"
    rf"|(?:过去|近|最近|这|(?<=[，。；、：\n　]))(?P<alone>{_NUMBER})年(?=[一-鿿])"
    r"(?![前后期规计行])"
    rf"|(?:今后|未来)(?P<next>{_NUMBER})年)"
)
_SINCE = ("来", "间")  # 十七年间 in a plan of one year is over; 十年内 may be to come
_LONGEST = 30  # years; 一百年来 is rhetoric


class Moment(NamedTuple):
    """A time adverbial.

    Attributes:
        offset: where it stands.
        first: first year.
        last: last year.
        kind: `year`; `of` (2020年的); `start` (由2020年的); `base` (比2020年, 比上年);
            `range` (from … to …); `end` (a plan's last year); `now` (今年, 去年);
            or `span`.
        inside: whether it says that something happened within a span (五年间).
        dated: whether it is a base with a year of its own (比2020年).
        governs: whether it is a base that what follows is compared with (同2020年相比，).
    """

    offset: int
    first: int
    last: int
    kind: str
    inside: bool = False
    dated: bool = False
    governs: bool = False


class Frame(NamedTuple):
    """What spells such as 五年来 are counted from.

    Attributes:
        review_year: the last year that is over; 0 where it is unknown.
        ahead: the years of a plan section that holds the sentence, or None.
        report: the year in which the report is given; 0 where it is unknown.
    """

    review_year: int
    ahead: tuple[int, int] | None
    report: int = 0

    @property
    def parts(self) -> list[tuple[int, int]]:
        """The years of the plan: all, and those that are over where it is being carried out."""
        if self.ahead is None:
            return []
        return [self.ahead, (self.ahead[0], self.review_year)]

    @property
    def this_year(self) -> int:
        """The year that 比上年 compares."""
        return self.ahead[0] if self.ahead else self.review_year


def year_of(text: str) -> int:
    """Return a year written in either kind of digits.

    >>> year_of("一九八二")
    1982
    """
    return int("".join(str(DIGITS.get(char, char)) for char in text))


def moments(text: str, start: int, end: int, frame: Frame) -> Iterator[Moment]:
    """Yield the time adverbials between two offsets of a folded text."""
    if not any(text.find(word, start, end) >= 0 for word in ("年", "五", "同比", "世纪")):
        return
    for match in _TIME.finditer(text, start, end):
        found = _moment(match, frame)
        if found is not None:
            yield found


def _moment(match: re.Match[str], frame: Frame) -> Moment | None:
    at = match.start()
    if match["before"]:
        return Moment(at, frame.this_year - 1, frame.this_year - 1, "base")
    if match["base"] or match["base_plan"] or match["ground"]:
        return _base(match)
    if match["from"]:
        return Moment(at, year_of(match["from"]), year_of(match["to"]), "range")
    if match["since"]:
        return Moment(at, year_of(match["since"]), frame.review_year, "span")
    if match["year"] or match["century"] or match["now"]:
        return _now(match, frame) if match["now"] else _year(match)
    return _plan(match) if match["plan"] else _spell(match, frame)


def _now(match: re.Match[str], frame: Frame) -> Moment | None:
    """今年, 去年: said of the year in which the report is given, and the one before."""
    year = frame.report - (match["now"] == "去")
    return Moment(match.start(), year, year, "now") if frame.report else None


def _base(match: re.Match[str]) -> Moment | None:
    number = NUMERALS.get(match["base_plan"] or "")
    if match["base_plan"] and number is None:
        return None
    first, last = plan_years(number) if number else (year_of(match["base"] or match["ground"]),) * 2
    governs = bool(match["governs"] or match["ground"])
    return Moment(match.start(), first, last, "base", dated=True, governs=governs)


def _year(match: re.Match[str]) -> Moment:
    year = year_of(match["year"]) if match["year"] else 2000  # 本世纪末 before it came
    kind = ("start" if match["start"] else "of") if match["of"] else "year"
    return Moment(match.start(), year, year, kind)


def _plan(match: re.Match[str]) -> Moment | None:
    number = NUMERALS.get(match["plan"])
    if number is None or match["part"]:
        return None
    first, last = plan_years(number)
    if match["than"]:
        return Moment(match.start(), last if match["end"] else first, last, "base", dated=True)
    if match["end"]:
        return Moment(match.start(), last, last, "end")
    return Moment(match.start(), first, last, "span")


def _spell(match: re.Match[str], frame: Frame) -> Moment | None:
    """五年来, 近三年, 今后五年."""
    try:
        count = int(parse_number(match["span"] or match["alone"] or match["next"])[0])
    except ValueError:  # 十七五年来: no numeral
        return None
    at, year, inside = match.start(), frame.review_year, match["inside"] is not None
    if not year or not 1 < count < _LONGEST:
        return None
    if frame.ahead and match["lately"] in (None, "这"):
        part = next((years for years in frame.parts if years[1] - years[0] + 1 == count), None)
        if part or not match[0].endswith(_SINCE):
            return Moment(at, *part, "span", inside) if part else None
    if match["next"]:
        return Moment(at, year + 1, year + count, "span", inside)
    return Moment(at, year - count + 1, year, "span", inside)
