"""Finds wholes that are printed together with their parts, by the words that say so."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.arithmetic.around import around
from duban.model import Comparator, Measure
from duban.reference.partitions import partitions
from duban.reference.units import conversion, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure

LEVELS = frozenset((Measure.LEVEL, Measure.ADDED, Measure.TOTAL))
_AMONG = "其中"
_ENDS = "。\n;；!！?？"
_STOPS = _ENDS + ",，、:："
_FROM = re.compile(r"(?:由|从)[^,，。;；]*$")
_CHANGES = re.compile(r"[^,，。;；]{0,6}(?:增|提|扩|升|降|减|下|上|到|至|发展)")
_AVERAGE = re.compile(r"平均|年均|人均|户均|月均|亩均|均价|单产|每[件公亩人户股]|率|指数|价格")
_SEGMENT = 12  # characters in which 由 stands before a figure that is where a change began
_TOTAL = re.compile(r"[,，、。;；](?:以上|各项|全部)?(?:共计|合计|总计)(?:达到|达|为|是|有|约)?$")
_ABOVE = re.compile(r"[。;；\n]以上(?:各项)?(?:共计|合计|总计)$")
_KIND = re.compile(r"^以上|[^一-龥]")
_NUMBER_OF = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_SAID = re.compile(r"[共合总]计")
_REACH = 6  # characters from 共计 to its figure
_STATED = re.compile(
    r"[,，、。;；\n](?:上述|以上|这|前)?([两二三四五六])(?:部分|项|者|类|笔)(?:共计|合计|总计)[^,，。;；0-9]{0,6}$"
)


class Parts(NamedTuple):
    """A whole and its parts, as printed.

    Attributes:
        whole: the figure of the whole.
        parts: those of its parts, in the order of the text.
        complete: whether the words say that these are all of them.
        near: whether the whole is the nearest figure of a level before its parts.
    """

    whole: Figure
    parts: tuple[Figure, ...]
    complete: bool
    near: bool = True


def exact(figure: Figure) -> bool:
    """Say whether a figure is printed without a bound, and is no range."""
    return figure.comparator is Comparator.EQUAL and figure.value_max is None


def convertible(one: Figure, other: Figure) -> bool:
    """Say whether two figures can be added."""
    return one.unit == other.unit or conversion(one.unit, other.unit) is not None


def dimension(figure: Figure) -> str:
    """Return the dimension of a figure's unit, or the unit itself where it is none of the table."""
    unit = find_unit(figure.unit)
    return unit.dimension if unit else figure.unit


def label(report: Report, figure: Figure) -> str:
    """Return the words around a figure up to the next separator on either side."""
    text, start, end = report.folded, figure.start, figure.end
    while start and text[start - 1] not in _STOPS:
        start -= 1
    while end < len(text) and text[end] not in _STOPS:
        end += 1
    return (text[start : figure.start] + text[figure.end : end]).removeprefix(_AMONG)


def among(report: Report) -> Iterator[Parts]:
    """Yield every whole and the parts that 其中 introduces."""
    at = report.folded.find(_AMONG)
    while at >= 0:
        found = _introduced(report, at)
        if found:
            yield found
        at = report.folded.find(_AMONG, at + 2)


def _introduced(report: Report, at: int) -> Parts | None:
    end = at
    while end < len(report.folded) and report.folded[end] not in "。\n":
        end += 1
    after = _levels(report, at, end)
    if not after or _between(report, at, after[0].start):
        return None
    first = after[0]
    if re.search(r"[;；]", report.folded[at : first.start]) or averaged(report, first):
        return None
    before = _levels(report, _back(report, at), at)
    wholes = [f for f in before if convertible(f, first)]
    if not wholes:
        return None
    whole = wholes[-1]
    if averaged(report, whole):
        return None
    parts = tuple(_chain(report, [f for f in after if convertible(f, whole)], whole))
    return Parts(whole, parts, _complete(report, parts), whole is before[-1])


def _back(report: Report, at: int) -> int:
    """Return where the statement before 其中 begins: one sentence earlier if 其中 opens its own."""
    text, start = report.folded, at
    if start and text[start - 1] in _ENDS:
        start -= 1
    while start and text[start - 1] not in "。\n":
        start -= 1
    return start


def _levels(report: Report, start: int, end: int) -> list[Figure]:
    starts = report.starts
    return [
        f
        for f in report.figures[bisect_left(starts, start) : bisect_left(starts, end)]
        if f.measure in LEVELS and not began(report, f)
    ]


def began(report: Report, figure: Figure) -> bool:
    """Say whether a figure is where a change began: 由46亿元 in 由46亿元增加到92亿元."""
    text = report.folded
    return bool(
        _FROM.search(text[max(0, figure.start - _SEGMENT) : figure.start])
        and _CHANGES.match(text, figure.end)
    )


def averaged(report: Report, figure: Figure) -> bool:
    """Say whether a figure is an average or a rate, whose parts do not add up."""
    return "/" in figure.unit or bool(
        _AVERAGE.search(figure.indicator) or _AVERAGE.search(label(report, figure))
    )


def _between(report: Report, at: int, start: int) -> bool:
    """Say whether another clause stands between 其中 and the first figure behind it."""
    return bool(re.search(r"[,，]", report.folded[at + 3 : start]))


def _chain(report: Report, figures: list[Figure], whole: Figure) -> Iterator[Figure]:
    """Yield the first figure and those that are listed with it by `、` or in the same form."""
    kind = _form(report, figures[0])
    for number, figure in enumerate(figures):
        if number:
            gap = report.folded[figures[number - 1].end : figure.start]
            listed = not re.search(r"[,，。;；]", gap)
            if not listed and not (kind and _form(report, figure) == kind):
                return
        if figure.measure is Measure.TOTAL and whole.measure is Measure.ADDED:
            return
        yield figure


def _form(report: Report, figure: Figure) -> str:
    """Return what parts of one list have in common: their partition, or 用于 at the head."""
    words = label(report, figure)
    for partition in partitions():
        if partition.part(words) is not None:
            return partition.parts[0][0]
    return "用于" if words.startswith("用于") else ""


def _complete(report: Report, parts: tuple[Figure, ...]) -> bool:
    labels = [label(report, part) for part in parts]
    for partition in partitions():
        members = [partition.part(words) for words in labels]
        found = {member for member in members if member is not None}
        if len(found) == len(members) == len(partition.parts):
            return True
    return False


def totals(report: Report) -> Iterator[Parts]:
    """Yield every figure that 共计, 合计 or 总计 calls the sum of those before it."""
    text = report.folded
    for said in around(text, _SAID, ("共计", "合计", "总计"), before=0, after=0):
        at = bisect_left(report.starts, said.end())
        whole = report.figures[at] if at < len(report.figures) else None
        if whole is None or whole.start - said.end() > _REACH:
            continue
        before = text[max(0, whole.start - 14) : whole.start]
        if whole.measure not in LEVELS or not exact(whole):
            continue
        stated = _STATED.search(before)
        parts = (
            _last(report, whole, _NUMBER_OF[stated[1]])
            if stated
            else _above(report, whole)
            if _ABOVE.search(before)
            else _listed(report, whole)
            if _TOTAL.search(before)
            else ()
        )
        if len(parts) > 1 and all(map(exact, parts)):
            yield Parts(whole, parts, complete=True)


def _above(report: Report, whole: Figure) -> tuple[Figure, ...]:
    """Return the counts of the same thing that the paragraph gave before 以上共计28项指标."""
    start = report.text.rfind("\n", 0, whole.start)
    thing = _KIND.sub("", whole.indicator)[-2:]
    return tuple(
        f
        for f in _levels(report, start, whole.start)
        if f.unit == whole.unit and thing and f.indicator.endswith(thing)
    )


def _listed(report: Report, whole: Figure) -> tuple[Figure, ...]:
    figures = report.sentences[whole.sentence_start]
    return tuple(
        f
        for f in figures
        if f.start < whole.start and f.measure in LEVELS and convertible(f, whole)
    )


def _last(report: Report, whole: Figure, count: int) -> tuple[Figure, ...]:
    start = report.text.rfind("\n", 0, whole.start)
    found = [f for f in _levels(report, start, whole.start) if convertible(f, whole)]
    return tuple(found[-count:]) if len(found) >= count else ()


def named(report: Report) -> Iterator[Parts]:
    """Yield the wholes whose parts are named in the same sentence without 其中."""
    among_them = {found.whole.start for found in among(report)}
    for figures in report.sentences.values():
        if len(figures) > 2:  # noqa: PLR2004  a whole and two parts
            levels = [f for f in figures if f.measure is Measure.LEVEL]
            if len(levels) - len({f.unit for f in levels}) > 1:  # three of one unit
                yield from (p for p in _divided(levels) if p.whole.start not in among_them)


def _divided(levels: list[Figure]) -> Iterator[Parts]:
    names = "".join(f.indicator for f in levels)
    for partition in partitions():
        if not all(any(word in names for word in words) for words in partition.parts):
            continue
        found: dict[str, dict[int, Figure]] = {}
        for figure in levels:
            member = partition.part(figure.indicator)
            if member is not None:
                found.setdefault(_stem(figure, partition.words()), {})[member] = figure
        for stem, members in found.items():
            if len(members) == len(partition.parts):
                whole = _whole(levels, stem, members, partition.whole)
                if whole and not _AVERAGE.search(whole.indicator + stem):
                    yield Parts(whole, tuple(members[n] for n in sorted(members)), complete=True)


def _stem(figure: Figure, words: tuple[str, ...]) -> str:
    name = figure.indicator
    for word in words:
        name = name.replace(word, "")
    return name


def _whole(
    levels: list[Figure], stem: str, members: dict[int, Figure], words: tuple[str, ...]
) -> Figure | None:
    for figure in levels:
        if figure in members.values() or not convertible(figure, members[0]):
            continue
        if any(figure.indicator in (word + stem, word) for word in words if word or stem):
            return figure
    return None
