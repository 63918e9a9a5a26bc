"""均 puts one value on every name.

Finds: 均 between names and more values than one: 甲、乙均增长3%、4%.
Why: with 均 each name has the same value; two values leave open which belongs to which.
Example: 旅游人数、旅游收入均增长20%、25%: either 分别 is meant, or one value is left over.
Do: write 分别 in the order of the names, or leave one value.
Silent: where one value follows, which is a proof; where the words before 均 name one thing only.

———

“均”让各项同为一数。

发现：“均”前有几项名称，后面却有几个数：甲、乙均增长3%、4%。
为什么：“均”是各项同数；出现两个数，就不知道各归哪一项。
例子：旅游人数、旅游收入均增长20%、25%：应为“分别”，或多出一个数。
怎么办：改用“分别”并与名称次序一致，或只留一个数。
不报：后面只有一个数（列为相符）；“均”前只有一项。
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from duban.checks.lists.names import count_names
from duban.checks.outcome import fault, holds
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "several-values-for-all"
SEVERITY = Severity.WARNING

# Not 人均, 年均, 平均, nor 均衡, 均等: the adverb stands between names and a verb.
_ALL = re.compile(
    r"(?<![人年户日月亩地平次队村县校班件头])均(?![衡等匀田势价值值可线已未不])"
    r"[^，。；、0-9]{0,12}?$"
)
_TOLD = re.compile(r"[0-9一二三四五六七八九十百]|分别|年|[达为至将从由破超]|[并在等]")
_NEXT = re.compile(r"[、和与]")
_FEWEST = 2


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every figure that 均 puts on several names."""
    figures = report.figures
    for at, figure in enumerate(figures):
        before = report.before(figure)
        if "均" not in before and figure.measure is not Measure.RANK:
            continue
        names = _names(report, figure, before)
        if names < _FEWEST:
            continue
        values = 1 + _listed(report, figures[at : at + 6])
        yield _outcome(report, figure, names, values)


def _names(report: Report, figure: Figure, before: str) -> int:
    """Return how many names share the value: those before 均, or the values they had before."""
    start = report.clause(figure).start
    found = _ALL.search(before)
    if found is None:
        return 0 if _TOLD.search(before) else before.count("、") + 1  # 甲、乙、丙全省第一
    counted = max(count_names(report.folded, start, start + found.start()).counts, default=1)
    if counted >= _FEWEST:
        return counted
    return sum(
        other.measure is Measure.CHANGE and other.end < figure.start
        for other in report.sentences[figure.sentence_start]
    )


def _listed(report: Report, run: tuple[Figure, ...]) -> int:
    """Return how many more figures follow in the same list."""
    joined = 0
    for one, other in pairwise(run):
        if not _NEXT.fullmatch(report.folded, one.end, other.start):
            break
        joined += one.unit == other.unit
    return joined


def _outcome(report: Report, figure: Figure, names: int, values: int) -> Outcome:
    if values == 1:
        return holds(report.clause(figure), f"{names} : 1")
    return fault(
        report.clause(figure),
        zh=f"“均”之前有{names}项，之后有{values}个数；各项不同数时应用“分别”。",
        en=f"{values} values follow 均 and {names} names; where they differ, write 分别.",
        equation=f"{names} : {values}",
    )
