"""From A to B is a change of B − A.

Finds: 从A提高到B where B is below A, 从A降到B where it is above, and a stated change (提高C,
增长D%) that is not the one from A to B.
Why: both ends and the change are printed within one breath; the reader subtracts on the spot.
Example: 城镇化率从60.2%提高到65.2%、提高4个百分点: the two ends give 5.
Do: look up both ends in the statistics; correct the one that was carried over wrongly, or the
change.
Silent: on growth at constant prices against money at current prices, on multiples (AR103), on
averages a year (AR108), and where the change is measured against another year.

———

从A到B，变化就是B减A。

发现：“从A提高到B”而B反而小，“从A降到B”而B反而大；写明的变化（提高C、增长D%）与从A到B的变化不符。
为什么：两头和变化在一口气里念出来，听的人当场就能减。
例子：城镇化率从60.2%提高到65.2%、提高4个百分点：两头相减是5个百分点。
怎么办：对照统计数据核两头的数和变化，改掉抄错的一个。
不报：不变价增速对现价金额、倍数（见AR103）、年均（见AR108）、变化另有比较基期的。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import (
    bounded,
    difference,
    growth_of,
    is_percent,
    is_rank,
    middle,
    rate_severity,
    same_unit,
    whole,
)
from duban.checks.arithmetic.ranks import moves
from duban.checks.arithmetic.runs import FALLS, RISES, Part, runs
from duban.checks.outcome import fault, holds
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.ranks import Move
    from duban.checks.arithmetic.runs import Run, Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure, Span

NAME = "from-to-against-change"
SEVERITY = Severity.ERROR

_WAY = re.compile(rf"(?P<fall>{FALLS})|(?P<rise>{RISES})")
_TO = re.compile(r"([一-鿿]{1,4}?)(?:到|至|为|成)")
_YEAR = re.compile("[一二〇0-9九八七六五四三]{2,4}年")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every from-to, and for every change stated with one."""
    for run in report.once(runs):
        former, level = run.first(Part.FORMER), run.first(Part.LEVEL)
        if former is None or level is None or former.figure.start > level.figure.start:
            continue
        start, end = former.figure, level.figure
        if not same_unit(start, end) or not whole(report, start, end):
            continue
        yield from _way(report, start, end, level.words)
        if bounded(start, end):
            yield from _changes(report, run, start, end)
    seen = {f.start for run in report.once(runs) for f in _ends(run)}
    for move in moves(report):
        if move.figure.start not in seen:
            yield _move(report, move)
        if move.steps is not None:
            yield _places(report, move, move.steps)


def _ends(run: Run) -> list[Figure]:
    return [said.figure for said in run.all(Part.LEVEL) if run.first(Part.FORMER)]


def _move(report: Report, move: Move) -> Outcome:
    """Test that a rank that rises has the lower number."""
    one, other = move.number, move.figure.value
    sign = "<" if one < other else ">" if one > other else "="
    former = move.former.of(report.text)
    return _directed(
        move.figure, former, sign, [move.former], good=sign == (">" if move.rises else "<")
    )


def _places(report: Report, move: Move, steps: Figure) -> Outcome:
    """Test that the places between two ranks are as many as said."""
    former = move.former.of(report.text)
    apart = abs(move.number - move.figure.value)
    one, other = (former, move.figure.text)[:: 1 if move.rises else -1]
    equation = f"{one} − {other} = {apart}"
    if apart == abs(steps.value):
        return holds(steps, equation, related=[move.former, move.figure])
    return fault(
        steps,
        zh=f"从{former}到{move.figure.text}相差{apart}位，与{steps.text}不符。",
        en=f"From {former} to {move.figure.text} are {apart} places, not {steps.text}.",
        equation=equation,
        related=[move.former, move.figure],
    )


def _directed(
    end: Figure, start: str, sign: str, related: list[Figure | Span], *, good: bool
) -> Outcome:
    equation = f"{start} {sign} {end.text}"
    if good:
        return holds(end, equation, related=related)
    return fault(
        end,
        zh=f"从{start}到{end.text}与所述升降方向不符。",
        en=f"From {start} to {end.text} does not go the way the words say.",
        equation=equation,
        related=related,
    )


def _way(report: Report, start: Figure, end: Figure, words: str) -> Iterator[Outcome]:
    """Test that what rises ends higher; a rank ends with a lower number."""
    rising = _rising(words)
    if rising is None or end.unit == "类" or _is_rate_of_change(report, start, end):
        return
    if is_rank(end):
        rising = not rising
    one, other = start.value, middle(end, start)
    sign = "<" if one < other else ">" if one > other else "="
    good = sign == ("<" if rising else ">")
    yield _directed(end, start.text, sign, [start], good=good)


def _rising(words: str) -> bool | None:
    found = _TO.search(words)
    ways = list(_WAY.finditer(words[: found.end()])) if found else []
    return bool(ways[-1]["rise"]) if ways else None


def _is_rate_of_change(report: Report, start: Figure, end: Figure) -> bool:
    """Say whether the two are falls or widths of falls, whose signs are not printed."""
    return start.value < 0 or end.value < 0 or "幅" in report.folded[start.start - 12 : start.start]


def _changes(report: Report, run: Run, start: Figure, end: Figure) -> Iterator[Outcome]:
    for said in run.all(Part.AMOUNT, Part.POINTS, Part.RATE):
        figure = said.figure
        if _other_base(said) or figure.unit == "倍" or "翻" in figure.text:
            continue
        if said.part is Part.RATE:
            severity = rate_severity(report, end, said)
            if severity and start.value and not is_percent(end):
                yield growth_of(figure, start, end, severity)
        elif same_unit(figure, end) or (said.part is Part.POINTS and is_percent(end)):
            yield difference(figure, start, end)


def _other_base(said: Said) -> bool:
    """Say whether a change is measured against something other than where it came from."""
    return said.base.startswith("同比") or "上年" in said.base or bool(_YEAR.search(said.base))
