"""A list has as many values as names.

Finds: 分别 or 依次 with more or fewer values than the names before it.
Why: one value was dropped or one added, and every value behind it is read for the wrong name.
Example: 粮食、油料、蔬菜产量分别增长2%、3%: three names, two values.
Do: restore the value that is missing; where one value holds for all, write 均 or 各.
Silent: where the names cannot be told apart, and where the values are no numbers.

———

名称与数值一一对应。

发现：“分别”“依次”之后的数值多于或少于前面的名称。
为什么：漏掉或多出一个数，后面的数就都对错了名称。
例子：粮食、油料、蔬菜产量分别增长2%、3%：三个名称，两个数。
怎么办：补上漏掉的数；若一个数管全部名称，改用“均”“各”。
不报：名称无法分清时；“分别”之后不是数字时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.lists.respective import respectives
from duban.checks.outcome import fault, holds
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.lists.respective import Respective
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "values-not-names"
SEVERITY = Severity.ERROR


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every list whose names can be counted."""
    for found in report.once(respectives):
        values, counts = len(found.values), found.names.counts
        if values in counts:
            if values == max(counts) or not found.distant:
                yield _proof(found)
        elif counts and values not in found.names.tolerated:
            yield _fault(report, found)


def _whole(found: Respective) -> Span:
    return Span(found.word.start, found.values[-1].end)


def _proof(found: Respective) -> Outcome:
    values = len(found.values)
    return holds(_whole(found), f"{values} = {values}", related=(*found.names.spans, *found.values))


def _fault(report: Report, found: Respective) -> Outcome:
    values = len(found.values)
    names = max(found.names.counts) if values > 1 else min(found.names.counts)
    word = found.word.of(report.text)
    if values == 1:
        zh = f"“{word}”之前有{names}项，之后只有一个数；如各项相同，宜用“均”或“各”。"
        en = f"{names} names stand before one value; where it holds for all, write 均 or 各."
    else:
        zh = f"“{word}”之前有{names}项，之后有{values}个数，不相对应。"
        en = f"{names} names stand before {values} values."
    return fault(
        _whole(found),
        zh=zh,
        en=en,
        equation=f"{names} ≠ {values}",
        related=(*found.names.spans, *found.values),
        severity=_severity(found),
    )


def _severity(found: Respective) -> Severity:
    if found.names.open or found.distant:
        return Severity.NOTE
    sure = len(found.names.counts) == 1 and len(found.values) > 1
    return Severity.ERROR if sure else Severity.WARNING
