"""Quotas of places sum to the goal.

Finds: a goal that a sentence breaks down by county, district or town, whose quotas exceed it, or
do not reach it although the words say that all of it is handed down.
Why: quotas are what each place is held to; what they do not sum to nobody will deliver.
Example: 将50万亩任务分解到各县：云溪县20万亩、云岭县15万亩、白水县10万亩: 45万亩.
Do: correct the goal or the quota that was misprinted, or name the missing place.
Silent: when only some places are named (其中) and do not exceed the goal.

———

各地的任务数相加等于总目标。

发现：一句里把总目标分到县、区、乡镇，分数之和超过总目标；或者写明全部分解下达，分数之和却不足。
为什么：各地按分到的数考核；加起来不够的那一块没有人去完成。
例子：将50万亩任务分解到各县：云溪县20万亩、云岭县15万亩、白水县10万亩：合计45万亩。
怎么办：改正总数或印错的分数，或者补上漏列的地方。
不报：只列了其中几处、又没有超过总目标时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.equation import amount
from duban.checks.interval import judge
from duban.checks.outcome import fault, holds
from duban.checks.targets.quotas import quotas, total
from duban.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.checks.targets.quotas import Quota

NAME = "quotas-not-sum"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every goal that is broken down by place."""
    for quota in quotas(report):
        yield from _weigh(quota)


def _weigh(quota: Quota) -> Iterator[Outcome]:
    goal, parts = quota.goal, quota.parts
    computed = total(parts, goal)
    result = amount(computed.middle(), goal)
    equation = f"{' + '.join(part.text for part in parts)} = {result}"
    verdict = judge(computed, goal)
    if computed.low > goal.interval()[1] or (quota.whole and verdict is Verdict.WRONG):
        yield fault(
            goal,
            zh=f"各地任务数合计{result}，与总目标{goal.text}不符。",
            en=f"The quotas sum to {result}, not {goal.text}.",
            equation=equation,
            related=parts,
        )
    elif verdict is not Verdict.WRONG:
        yield holds(goal, equation, related=parts, verdict=verdict)
    else:
        yield holds(goal, f"{equation} ≤ {goal.text}", related=parts)
