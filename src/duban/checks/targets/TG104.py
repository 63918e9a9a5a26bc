"""What the plan asks of places does not exceed the objective.

Finds: an objective, and later in the plan targets for places under the same name whose sum is more
than the objective, in different sentences.
Why: the objective and the measures are read by different offices; one of them will plan for a
number that the other does not know.
Example: 全市新建高标准农田50万亩; later 云溪县新建高标准农田30万亩 and 云岭县新建高标准农田25万亩.
Do: raise the objective or correct the measure.
Silent: when the places named sum to less (others may be left out), for growth, rates and ranks, and
where a range or a rough value is given.

———

分到各地的任务不超过总目标。

发现：总目标之外，后文又在不同句子里给各地同名的任务，合计超过了总目标。
为什么：总目标和具体任务由不同部门看；总有一方照另一方不知道的数去安排。
例子：全市新建高标准农田50万亩；后文云溪县新建高标准农田30万亩、云岭县新建高标准农田25万亩。
怎么办：提高总目标，或者改正任务数。
不报：各地合计不足（可能没有列全），增速、比率、位次，以及区间数、约数。
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from duban.checks.equation import amount
from duban.checks.outcome import fault, holds
from duban.checks.targets.pairs import same
from duban.checks.targets.quotas import KIND, total
from duban.model import Comparator, Measure, Severity, Status
from duban.reference.units import conversion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "parts-below-objective"
SEVERITY = Severity.WARNING
_ADDABLE = frozenset((Measure.LEVEL, Measure.ADDED))
_FEWEST = 2
# A place that stands before the indicator, and what is done there.
_PLACE = re.compile(
    r"(?:在|支持|推动)?([一-鿿]{2,6}?(?:自治县|县|区|市|州|盟|旗|乡|镇))(?=[一-鿿]{2})"
)
_VERB = re.compile(r"^(?:改造|新建|建设|完成|实施|新增|培育|种植|建成)+")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every objective that later sentences break down by place."""
    goals: dict[tuple[str, Measure, str], Figure] = {}
    parts: dict[tuple[str, Measure, str], list[tuple[str, Figure]]] = defaultdict(list)
    mine = [figure for figure in report.figures if _addable(figure)]
    for figure in mine:
        place, name = _split(report, figure)
        key = name, figure.measure, figure.period
        if place:
            parts[key].append((place, figure))
        else:
            goals.setdefault(key, figure)
    for key, found in parts.items():
        goal = goals.get(key)
        if goal is not None:
            places = {place: part for place, part in found if _is_part(part, goal)}
            if len(places) >= _FEWEST:
                yield _weigh(goal, list(places.values()))


def _split(report: Report, figure: Figure) -> tuple[str, str]:
    """Return the place that a figure is for and the indicator without it."""
    name = same(figure.indicator)
    found = None if figure.area else _PLACE.match(name)
    if found and KIND.search(found[1]):
        found = None
    place = found[1] if found else figure.area or _place_before(report, figure)
    return place, _VERB.sub("", name[found.end() :] if found else name)


def _place_before(report: Report, figure: Figure) -> str:
    """Return the place that a clause opens with: 在乐都区新建…."""
    before = report.before(figure)
    found = _PLACE.match(before) if before.startswith("在") else None
    return found[1] if found and not KIND.search(found[1]) else ""


def _addable(figure: Figure) -> bool:
    return (
        figure.status is Status.TARGET
        and figure.measure in _ADDABLE
        and figure.unit not in ("", "%", "类", "级")
        and figure.value_max is None
        and figure.comparator is not Comparator.ABOUT
        and bool(figure.indicator)
    )


def _is_part(part: Figure, goal: Figure) -> bool:
    """Say whether a place's figure is one of the goal; quotas in its own sentence are TG108's."""
    apart = part.sentence_start > goal.sentence_start
    return apart and conversion(part.unit, goal.unit) is not None


def _weigh(goal: Figure, parts: list[Figure]) -> Outcome:
    computed = total(parts, goal)
    result = amount(computed.middle(), goal)
    equation = f"{' + '.join(part.text for part in parts)} = {result}"
    if computed.low <= goal.interval()[1] or goal.comparator in (
        Comparator.AT_LEAST,
        Comparator.ABOVE,
    ):
        return holds(goal, f"{equation} ≤ {goal.text}", related=parts)
    return fault(
        goal,
        zh=f"后文各地任务合计{result}，超过总目标{goal.text}。",
        en=f"The targets of places sum to {result}, more than {goal.text}.",
        equation=equation,
        related=parts,
    )
