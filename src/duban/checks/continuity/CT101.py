"""This year's report says of an earlier year what last year's report said.

Finds: a value for an earlier year that differs from what last year's report printed for that year.
Why: deputies have last year's report at hand; a silent revision looks like a correction of history.
Example: last year's report: 2023年粮食产量54.4万吨; this year's: 2023年粮食产量53.1万吨.
Do: if the statistics were revised, say so; if not, correct the value.
Silent: where the two agree within the digits as printed, for bounds (超过, 左右) and ranges, and
without last year's ledger.

———

对往年的说法与去年的报告一致。

发现：本报告里某个往年的数，与去年报告里同一指标、同一年的数不一致。
为什么：代表手里有去年的报告；不加说明的修订，看起来像改写历史。
例子：去年报告说2023年粮食产量54.4万吨，今年说2023年粮食产量53.1万吨。
怎么办：若是统计修订，请注明；若不是，请改正。
不报：在印出的位数内一致，带“超过”“左右”的约数、区间，以及没有去年台账时。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duban.checks.continuity.matching import consecutive, kind, normal, plain, sections_of, years
from duban.checks.interval import printed
from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity, Status, Verdict
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure, Ledger

    Key = tuple[str, Measure, str, tuple[int, int] | None]

NAME = "restated-differently"
SEVERITY = Severity.NOTE


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every value that both reports give for the same year."""
    previous = consecutive(report)
    if previous is None:
        return
    earlier = _by_key(previous)
    for key, figures in _by_key(report.ledger).items():
        before = earlier.get(key, [])
        if len(before) == 1:  # two values for one year: the names are too wide to be matched
            for figure in figures:
                yield from _compare(figure, before[0], key)


def _by_key(ledger: Ledger) -> dict[Key, list[Figure]]:
    found: dict[Key, list[Figure]] = defaultdict(list)
    sections = sections_of(ledger)
    for figure in ledger.figures:
        if figure.status is Status.ACTUAL and plain(figure):
            spoken = years(figure, sections)
            if spoken:
                name = normal(figure.indicator)
                found[name, kind(figure.measure), figure.area, spoken].append(figure)
    return found


def _compare(figure: Figure, before: Figure, key: Key) -> Iterator[Outcome]:
    factor = conversion(before.unit, figure.unit)
    if factor is None or figure.whole != before.whole:
        return
    name, _, _, spoken = key
    if printed(before).scaled(factor).meets(printed(figure)):
        same = figure.value * factor.denominator == before.value * factor.numerator
        verdict = Verdict.EXACT if same else Verdict.ROUNDED
        yield holds(figure, f"{before.text} = {figure.text}", verdict=verdict)
        return
    when = "—".join(str(year) for year in sorted(set(spoken or ())))
    yield fault(
        figure,
        zh=f"{when}年“{name}”去年报告为{before.text}（“{before.indicator}”），本报告为{figure.text}，"
        "若系修订请注明。",
        en=f"Last year's report gave {before.text} for {when}, this one {figure.text}.",
        equation=f"{before.text} ≠ {figure.text}",
    )
