"""What a sentence says of one thing in a row: from A to B, an increase of C, a growth of D.

A run is read from the words between its figures alone, and those words must hold nothing but a
step of the row: `，比上年增加` goes on, `，其中出口` begins anew. Lists go side by side:
`从645元、4318元提高到801元、7226元` makes two runs.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Measure
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure

# Longer words first, for they stand in patterns.
RISES = (
    "增长|增加|增产|增收|增支|提高|提升|上升|上涨|上调|上浮|扩大|扩展|扩容|跃升|攀升|调高|拓展|延长|发展|"
    "高出|超出|递增|增|升|多"
)
FALLS = (
    "负增长|下降|下跌|下滑|下调|降低|减少|减产|减收|减亏|减支|回落|缩小|缩短|缩减|压缩|压减|收窄|收缩|"
    "调低|精简|递减|降|减|少|低"
)
# 负增长 ends like a rise and must be tried before it.
_STEP = rf"(?:{FALLS}|{RISES})"
_NUMERAL = "[一二两三四五六七八九十0-9]"
_NEAR = (
    "(?:约|近|将近|接近|大约|大概|超过|超|突破|至少|不到|了|可|达|达到|高达|幅度|幅度达|"
    "幅度为){0,3}"
)
_TAIL = (
    r"(?:：1|左右|上下|以上|以下|以内|多|余|[/每](?:人|年|月|亩|天|日|户))?(?:（[^（）]{0,30}）)?"
)
_BASE = (
    r"(?:(?:比|较|同|与)[^，。；、：]{1,20}?(?:相比，?)?|同比"
    rf"|[这近过去在]{{0,2}}{_NUMERAL}{{1,3}}年(?:来|间|中|内|里|期间)?|期间)"
)
_YEARLY = "(?:年均|平均每年|每年平均|年平均|每年|平均年)"
_SOFT = (
    "(?:即|也|又|还|已|将|再|就|共|累计|合计|总共|净|实际|预计|分别|各|均|只|可|可以|相当于|则|要|"
    "也就是){0,3}"
)

_CHANGED = re.compile(
    rf"{_TAIL}[，、；（]?{_SOFT}(?P<base>{_BASE})?，?{_SOFT}(?P<yearly>{_YEARLY})?(?:约|近|实际|只|可|将|共)?"
    rf"(?:{_STEP}(?:速度|率)?|{_YEARLY}){_NEAR}"
)
_NAMED = re.compile(rf"{_TAIL}(?:[、，和]|以及)[^，。；、：0-9]{{1,14}}")  # the next name of a list
# 翻番 is verb and number in one.
_DOUBLED = re.compile(rf"{_TAIL}[，、；（]?{_SOFT}(?P<base>{_BASE})?，?{_SOFT}(?:实现|近|约)?")
_THAT_IS = re.compile(rf"{_TAIL}[，、（]?(?:也就是|即|合){_NEAR}")
_REACHED = re.compile(
    rf"{_TAIL}[，、；]?(?:[^，。；、：（]{{0,10}}年[^，。；、：（]{{0,3}})?{_SOFT}"
    r"(?:总[^，。；、：]{0,4}|规模|全年|目前|现|余额|存量|在册)?(?:将|已|预计)?"
    rf"(?:达|达到|{_STEP}(?:到|至|为)|累计达|累计达到|突破|超过|跃上){_NEAR}"
)
_GONE_TO = re.compile(
    rf"{_TAIL}，?[^，。；、：]{{0,8}}?(?P<verb>[\u4e00-\u9fff]{{1,4}}?)(?:到|至|为|成)"
    r"[^，。；、：]{0,14}?"
)
_FROM = re.compile(r"(?:从|由|自)[^，。；、：]{0,14}$")
# 一九五二年有十九万人，一九五七年已经有四十四万人
_A_YEAR = "[12一二][0-9〇零一二三四五六七八九]{3}年"
_IN_YEAR = re.compile(
    rf"({_A_YEAR})底?(?:[^，。；、：]{{0,12}}?)(?:为|是|有|达到?|只有|仅为|仅有)$"
)
_THEN = re.compile(
    rf"{_TAIL}[，；](?:到了?)?{_A_YEAR}底?(?:已经|已|预计|将)?(?:将|要)?"
    rf"(?:为|是|有|达到?|{_STEP}(?:到|至|为)){_NEAR}"
)
_TIMES = re.compile(
    rf"{_TAIL}[，、]?(?:已|将)?(?:是|为|相当于|等于|达到?|约为|约是|{_STEP}[到至为])(?P<base>[^，。；、：]{{1,16}}?)的?{_NEAR}"
)
_COMPARED = re.compile(rf"{_TAIL}[，、；]?(?:比|较)(?P<base>[^，。；、：]{{1,16}}?)的?")
_AGAINST = re.compile(r"(?:比|较)(?P<base>[^，。；、：]{1,12}?)的$")
_BARE = re.compile(rf"{_TAIL}{_SOFT}(?:{_STEP}){_NEAR}")
_LIST = re.compile(rf"{_TAIL}(?:、|，?和|及|，?与|以及|或)?")  # 13户49人 has no separator
_BASED = re.compile(rf"(?P<base>{_BASE}){_SOFT}(?:{_YEARLY})?[^，。；、：]{{0,4}}$")
_NEARBY = 32  # characters before a figure in which the words of its part stand
_LONGEST = 44  # characters between two figures of one run


class Part(Enum):
    """What a figure of a run says."""

    FORMER = auto()  # 从A
    LEVEL = auto()  # 达到B
    ADDED = auto()  # 新增C
    AMOUNT = auto()  # 增加C
    RATE = auto()  # 增长D%, 增长D倍
    POINTS = auto()  # 提高D个百分点
    TIMES = auto()  # 是…的D倍
    YEARLY = auto()  # 年均增长D%, 平均每年增加C


class Said(NamedTuple):
    """One figure of a run.

    Attributes:
        part: what it says.
        figure: the figure.
        words: folded, what stands between it and the figure before, or the opening clause.
        base: what a change is measured against, as written; empty where it is not said.
    """

    part: Part
    figure: Figure
    words: str
    base: str = ""


class Run(NamedTuple):
    """What is said of one thing in a row, in the order of the text.

    Attributes:
        said: its figures, two or more.
    """

    said: tuple[Said, ...]

    def first(self, part: Part) -> Said | None:
        """Return the first figure that says `part`."""
        return next((s for s in self.said if s.part is part), None)

    def all(self, *parts: Part) -> list[Said]:
        """Return the figures that say one of `parts`."""
        return [s for s in self.said if s.part in parts]


_Row = list[tuple[Part, list["Figure"], str, str]]


def runs(report: Report) -> list[Run]:
    """Return the runs of a report, in the order of the text."""
    found: list[Run] = []
    for start, figures in report.sentences.items():
        if len(figures) > 1:
            for row in _rows(report.folded, start, figures):
                found += _side_by_side(row)
    return found


def gap(report: Report, one: Figure, other: Figure) -> str:
    """Return the words between two figures, folded."""
    return report.folded[one.end : other.start]


def _groups(text: str, figures: list[Figure]) -> Iterator[list[Figure]]:
    """Gather the figures of lists: nothing but a separator stands between two of them."""
    group = [figures[0]]
    for figure in figures[1:]:
        between = text[group[-1].end : figure.start]
        if len(between) < _LONGEST // 2 and _LIST.fullmatch(between):
            group.append(figure)
        else:
            yield group
            group = [figure]
    yield group


def _rows(text: str, start: int, figures: list[Figure]) -> Iterator[_Row]:
    groups = list(_groups(text, figures))
    yield from _respective(text, groups)
    row: _Row = []
    for at, group in enumerate(groups):
        before = text[groups[at - 1][-1].end if at else start : group[0].start]
        after = groups[at + 1] if at + 1 < len(groups) else None
        between = text[group[-1].end : after[0].start] if after else ""
        step = _step(row, before, group) if row else None
        leveled = bool(row) and row[-1][0] is Part.LEVEL
        step = step or _former(before, between, group, after, leveled=leveled)
        if step and step[0] is Part.FORMER and not _COMPARED.fullmatch(before):
            if len(row) > 1:
                yield row
            row = []
        elif not step:
            if len(row) > 1:
                yield row
            row, step = [], _start(before, group)
        row.append((step[0], group, before, step[1]))
    if len(row) > 1:
        yield row


def _respective(text: str, groups: list[list[Figure]]) -> Iterator[_Row]:
    """Yield the rows of values with words between them: 事故3起，死亡4人，分别下降50%、42.9%."""
    for at, group in enumerate(groups):
        values = groups[max(at - len(group), 0) : at]
        if len(values) < len(group) or len(group) == 1 or any(len(v) > 1 for v in values):
            continue
        listed = [value[0] for value in values]
        before = text[listed[-1].end : group[0].start]
        apart = [text[a.end : b.start] for a, b in pairwise(listed)]
        if "分别" in before and all(_NAMED.fullmatch(words) for words in apart):
            found = _CHANGED.fullmatch(before)
            if found and all(f.measure is not Measure.CHANGE for f in listed):
                part = _change(group[0], yearly=_is_yearly(before))
                row: _Row = [(Part.LEVEL, listed, apart[0], "")]
                yield [*row, (part, group, before, found["base"] or "")]


def _step(row: _Row, before: str, group: list[Figure]) -> tuple[Part, str] | None:
    """Say how a figure goes on with a row, or None where it speaks of something else."""
    if len(before) > _LONGEST:
        return None
    last, figure = row[-1], group[0]
    if last[0] is Part.FORMER:
        return _after_former(last[1][0], before, figure)
    found = _TIMES.fullmatch(before) if figure.unit == "倍" else None
    if found:
        return Part.TIMES, found["base"]
    found = _DOUBLED.fullmatch(before) if "翻" in figure.text else None
    if found := found or _CHANGED.fullmatch(before):
        base = found["base"] or ""
        yearly = _is_yearly(before) or (last[0] is Part.YEARLY and not base)
        return _change(figure, yearly=yearly), base
    if last[0] in {Part.RATE, Part.AMOUNT} and _THAT_IS.fullmatch(before):
        return _change(figure), last[3]
    leveled = any(part is Part.LEVEL for part, *_ in row)
    return None if leveled or not _REACHED.fullmatch(before) else (Part.LEVEL, "")


def _after_former(former: Figure, before: str, figure: Figure) -> tuple[Part, str] | None:
    if _alike(former, figure) and (_GONE_TO.fullmatch(before) or _THEN.fullmatch(before)):
        return Part.LEVEL, ""
    return (_change(figure), "") if _BARE.fullmatch(before) else None


def _former(
    before: str, between: str, group: list[Figure], after: list[Figure] | None, *, leveled: bool
) -> tuple[Part, str] | None:
    """Say whether a figure is where something came from; what follows must bear it out."""
    if after is None or len(between) > _LONGEST:
        return None
    tail = before[-_NEARBY:]
    if found := _FROM.search(tail):
        fits = _GONE_TO.fullmatch(between) and _alike(group[0], after[0])
        return (Part.FORMER, found[0]) if fits else None
    if "年" in between and (found := _IN_YEAR.search(tail)):
        fits = _THEN.fullmatch(between) and _alike(group[0], after[0])
        return (Part.FORMER, found[1]) if fits else None
    if found := _AGAINST.search(tail) if not leveled else None:
        return (Part.FORMER, found["base"]) if _BARE.fullmatch(between) else None
    if leveled and len(before) < _LONGEST and (found := _COMPARED.fullmatch(before)):
        return (Part.FORMER, found["base"]) if _BARE.fullmatch(between) else None
    return None


def _start(before: str, group: list[Figure]) -> tuple[Part, str]:
    if group[0].measure is Measure.ADDED:
        return Part.ADDED, ""
    if group[0].measure is not Measure.CHANGE:
        return Part.LEVEL, ""
    base = _BASED.search(before[-_NEARBY:])
    return _change(group[0], yearly=_is_yearly(before[-12:])), base["base"] if base else ""


def _is_yearly(words: str) -> bool:
    return "年均" in words or "每年" in words or "年平均" in words or "递增" in words


def _change(figure: Figure, *, yearly: bool = False) -> Part:
    if yearly:
        return Part.YEARLY
    if "百分点" in figure.unit:
        return Part.POINTS
    return Part.RATE if conversion(figure.unit, "%") else Part.AMOUNT


def _alike(one: Figure, other: Figure) -> bool:
    return bool(conversion(one.unit, other.unit)) or not one.unit or not other.unit


def _side_by_side(row: _Row) -> Iterator[Run]:
    """Turn a row of lists into runs: the first of each, the second of each."""
    length = len(row[0][1])
    fitting = [step for step in row if len(step[1]) == length]
    if len(fitting) > 1:
        for at in range(length):
            yield Run(tuple(Said(part, group[at], *rest) for part, group, *rest in fitting))
