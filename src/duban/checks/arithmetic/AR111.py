"""Two ways to the former value must agree.

Finds: a level, the former level it is compared with (比上年的A, 上年为A, or printed for the year
before in another place) and a change between the two that do not fit together.
Why: the former value is in last year's report; whoever looks there finds the slip.
Example: 产量达到502万吨，比去年的312万吨增加180万吨: the two levels differ by 190万吨.
Do: look up the former value as it was published and correct the figure that does not fit.
Silent: on multiples (AR103), on growth at constant prices against money at current prices, and on
bounded values.

———

两条路算出的上期数应当一致。

发现：本期数、所比的上期数（比上年的A、上年为A，或另一处写明的上年数）与两者之间的变化，三者对不上。
为什么：上期数就在去年的报告里，一查便知。
例子：产量达到502万吨，比去年的312万吨增加180万吨：两数相差190万吨。
怎么办：查上期公布数，改掉对不上的那个。
不报：倍数（见AR103）、不变价增速对现价金额、带“以上”等界限的数。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.change import (
    bounded,
    difference,
    growth_of,
    is_percent,
    rate_severity,
    same_unit,
    whole,
)
from duban.checks.arithmetic.durations import year_in
from duban.checks.arithmetic.runs import Part, runs
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.runs import Said
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "former-values-disagree"
SEVERITY = Severity.ERROR

_FORMERLY = re.compile(
    r"[，、；]?（?[，、]?(?:而)?(?:上年|去年|上一?年|上年末|去年末|上年底|去年底|上年同期|去年同期|前一年)(?:为|是|仅为|仅|只有)?"
)
_LAST_YEAR = re.compile("|同比|[比较](?:上|去|前一?)年(?:末|底|同期)?")
_ON_PLAN = re.compile("预算|预计|计划|原")
_LEVELS = frozenset((Measure.LEVEL, Measure.SHARE, Measure.TOTAL))
_NEAR = 60  # characters from a level to the remark on last year's


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every level that stands with a former one and a change."""
    for run in report.once(runs):
        level = run.first(Part.LEVEL)
        if level is None:
            continue
        former = run.first(Part.FORMER)
        start = former.figure if former else _remark(report, run.said[-1].figure)
        if start is not None and start.start < level.figure.start:
            continue
        for said in run.all(Part.AMOUNT, Part.POINTS, Part.RATE):
            found = start or _elsewhere(report, said, level.figure)
            if found is not None:
                worst = Severity.ERROR if start else Severity.WARNING
                yield from _weigh(report, said, found, level.figure, worst)


def _elsewhere(report: Report, said: Said, level: Figure) -> Figure | None:
    """Return the level of the year before where the report prints it in another place."""
    years = report.years(level)
    if _ON_PLAN.search(said.base) or years is None or years[0] != years[1] or not level.indicator:
        return None
    before = year_in(said.base)
    if before is None:
        if not _LAST_YEAR.fullmatch(said.base):
            return None
        before = years[0] - 1
    found = [
        f
        for f in report.indicators[level.indicator]
        if f.measure in _LEVELS and f.unit == level.unit and report.years(f) == (before, before)
    ]
    return found[0] if found and len({f.value for f in found}) == 1 else None


def _remark(report: Report, last: Figure) -> Figure | None:
    """Return last year's value where it is said right behind a run: （上年为A）."""
    for figure in report.sentences[last.sentence_start]:
        if last.end <= figure.start < last.end + _NEAR:
            words = report.folded[last.end : figure.start]
            return figure if figure.measure in _LEVELS and _FORMERLY.fullmatch(words) else None
    return None


def _weigh(
    report: Report, said: Said, start: Figure, end: Figure, worst: Severity
) -> Iterator[Outcome]:
    figure = said.figure
    if not (bounded(start, end) and same_unit(start, end) and whole(report, start, end, figure)):
        return
    if said.part is not Part.RATE:
        if same_unit(figure, end) or (said.part is Part.POINTS and is_percent(end)):
            yield difference(figure, start, end, worst)
        return
    if figure.unit == "倍" or "翻" in figure.text:
        return
    severity = rate_severity(report, end, said)
    if severity and start.value and not is_percent(end):
        yield growth_of(figure, start, end, worst if severity is Severity.ERROR else severity)
