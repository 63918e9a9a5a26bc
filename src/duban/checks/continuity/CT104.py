"""An objective is not weaker than last year's.

Finds: an objective whose bound or value is weaker than last year's for the same indicator: 以上 has
become 左右, 8% has become 7.5%, a ceiling was raised.
Why: a weaker objective is a decision that deputies will ask about; the drafter should have the
reason ready, and a slip should not make it.
Example: last year 城镇新增就业9000人以上, this year 城镇新增就业9000人左右.
Do: check that the change is meant.
Silent: for objectives that are equal or stronger, for other measures or units, and without last
year's ledger.

———

目标不弱于去年。

发现：同一指标的目标比去年弱：“以上”变成“左右”，8%变成7.5%，上限放宽。
为什么：目标放低是一项决定，代表会问；起草时要有说法，更不能因笔误造成。
例子：去年城镇新增就业9000人以上，今年城镇新增就业9000人左右。
怎么办：核实是否有意调整。
不报：持平或更强的目标，度量、单位不同的，以及没有去年台账时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.continuity.matching import consecutive, kind, normal, objectives
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure, Ledger

NAME = "target-reworded"
SEVERITY = Severity.NOTE
# Indicators of which less is better, or that are capped.
_FALLING = re.compile(r"失业|价格|PM|浓度|死亡|能耗|排放|人口自然增长")
_STRENGTH = {
    Comparator.ABOUT: 0,
    Comparator.EQUAL: 1,
    Comparator.AT_LEAST: 2,
    Comparator.AT_MOST: 2,
    Comparator.ABOVE: 2,
    Comparator.BELOW: 2,
}


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every objective that last year's report had too."""
    previous = consecutive(report)
    if previous is None:
        return
    before = _first(previous)
    for key, target in _first(report.ledger).items():
        earlier = before.get(key)
        if earlier is not None and conversion(target.unit, earlier.unit) == 1:
            yield _weigh(earlier, target, key[0])


def _first(ledger: Ledger) -> dict[tuple[str, Measure, str], Figure]:
    found: dict[tuple[str, Measure, str], Figure] = {}
    for target in objectives(ledger):
        if target.value_max is None and "赤字" not in target.indicator:  # a policy, no result
            found.setdefault((normal(target.indicator), kind(target.measure), target.area), target)
    return found


def _weigh(earlier: Figure, target: Figure, name: str) -> Outcome:
    if _FALLING.search(name) and target.value > 0:
        lower, sign = target.value > earlier.value, ">"
    else:
        lower, sign = target.value < earlier.value, "<"
    looser = (
        target.value == earlier.value
        and _STRENGTH[target.comparator] < _STRENGTH[earlier.comparator]
    )
    if not lower and not looser:
        return holds(target, f"{_said(earlier)} → {_said(target)}")
    return fault(
        target,
        zh=f"“{name}”的目标去年为{_said(earlier)}，今年为{_said(target)}，有所放宽，请核实。",
        en=f"The objective was {_said(earlier)} last year and is {_said(target)} now.",
        equation=f"{target.text} {sign if lower else '≈'} {earlier.text}",
    )


def _said(figure: Figure) -> str:
    """Return a figure with its bound as reports write it."""
    bounds = {
        Comparator.AT_LEAST: "以上",
        Comparator.AT_MOST: "以内",
        Comparator.ABOUT: "左右",
    }
    before = {Comparator.ABOVE: "超过", Comparator.BELOW: "低于"}
    return f"{before.get(figure.comparator, '')}{figure.text}{bounds.get(figure.comparator, '')}"
