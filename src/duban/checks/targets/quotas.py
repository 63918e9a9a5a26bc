"""A goal and what each place is to do of it."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.interval import point, printed
from duban.model import Comparator, Measure, Status
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.interval import Interval
    from duban.checks.report import Report
    from duban.model import Figure

# A place and nothing else between one number and the next.
_PLACE = re.compile(
    r"(?:以上|左右|以下|以内)?(?:[：:]|、|，|；|和|及)*(?:其中)?[：:，]?"
    r"(?:由|为)?[一-鿿]{1,7}?(?:自治县|县|区|市|州|盟|旗|乡|镇|街道)(?:承担|完成|不少于|为)?"
)
# Kinds of places are no places: 小区60个 is not the quota of 小区.
KIND = re.compile(
    r"(?:[小社园街片校景灾牧库城农林山矿新特辖]|示范|试验|先行|保护|开发|合作|功能|服务|产业|工业|聚集|集聚)区|[城乡集]镇"
    r"|(?:重点|特色|示范|中心|强)镇|城市|县市|市县|[全本我各两多][省市县区州]"
)
_BREAKS_DOWN = re.compile("其中|：|（|分解|下达|分配|落实到")
_ADDABLE = frozenset((Measure.LEVEL, Measure.ADDED, Measure.TOTAL))
_FEWEST = 2


class Quota(NamedTuple):
    """A goal and its parts, in the order of the text.

    Attributes:
        goal: the figure of the whole.
        parts: the places' figures.
        whole: whether the words say that the parts are all of it.
    """

    goal: Figure
    parts: list[Figure]
    whole: bool


def quotas(report: Report) -> Iterator[Quota]:
    """Yield every goal that a sentence breaks down by place."""
    for figures in report.sentences.values():
        if len(figures) > _FEWEST:
            yield from _in_sentence(report, figures)


def total(parts: list[Figure], goal: Figure) -> Interval:
    """Return the sum of the parts in the goal's unit."""
    result = point(0)
    for part in parts:
        size = conversion(part.unit, goal.unit) or Fraction(1)
        result = result.plus(printed(part).scaled(size))
    return result


def _in_sentence(report: Report, figures: list[Figure]) -> Iterator[Quota]:
    goal: Figure | None = None
    parts: list[Figure] = []
    for before, figure in zip([None, *figures], figures, strict=False):
        if before and goal and _is_part(report, before, figure, goal):
            parts.append(figure)
            continue
        if goal and len(parts) >= _FEWEST:
            yield Quota(goal, parts, _is_whole(report, goal, parts))
        goal, parts = (figure if _is_goal(figure) else None), []
    if goal and len(parts) >= _FEWEST:
        yield Quota(goal, parts, _is_whole(report, goal, parts))


def _is_goal(figure: Figure) -> bool:
    return (
        figure.status is Status.TARGET
        and figure.measure in _ADDABLE
        and figure.unit not in ("", "%", "类", "级")
        and figure.value_max is None
    )


def _is_part(report: Report, before: Figure, figure: Figure, goal: Figure) -> bool:
    if conversion(figure.unit, goal.unit) is None or figure.comparator is Comparator.ABOUT:
        return False
    between = report.folded[before.end : figure.start]
    if before is goal and not _BREAKS_DOWN.search(between):
        return False
    if before is goal:  # the goal's own noun may follow it: 50万亩建设任务分解到各县：云溪县
        between = re.split("[：:，；（]|其中", between)[-1]
    named = bool(figure.area) and between.lstrip("、，；和及") == figure.area
    return named or bool(_PLACE.fullmatch(between) and not KIND.search(between))


def _is_whole(report: Report, goal: Figure, parts: list[Figure]) -> bool:
    words = report.folded[goal.sentence_start : parts[0].start]
    return bool(re.search(r"分解|分配|下达|落实到[各六七八九十]|各[县区市乡镇]", words))
