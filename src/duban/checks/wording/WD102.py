"""The measure word fits what is counted.

Finds: a measure word that does not count such things: a residential quarter in 套, cattle in 只,
a demonstration site in 家.
Why: the wrong measure word makes the hearer ask whether the noun or the number is wrong.
Example: 改造老旧小区66套: quarters are counted in 个, flats in 套.
Do: replace the measure word, or name what was really counted.
Silent: when the figure counts households or people (小区改造2000户), or another noun follows it.

———

量词与所数的东西相称。

发现：量词与名词不相称：小区论“套”，牛论“只”，示范点论“家”。
为什么：量词不对，听的人会疑心是名词错了还是数错了。
例子：改造老旧小区66套：小区论“个”，住房才论“套”。
怎么办：改量词，或者写明实际数的是什么。
不报：数的是户或人（小区改造2000户），或数字后面另有名词时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.checks.wording.measures import unfit
from duban.model import Measure, Severity
from duban.reference.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "measure-word-does-not-fit"
SEVERITY = Severity.NOTE
_REACH = 12  # characters before a figure that can hold the noun and its verb
# what may stand between the noun and the number
_LINK = re.compile(
    r"(?:总[数量]|数量|累计|分别|达到|增至|共计|超过|突破|[达共至到约近超各为有了])+$"
)
_LINKS = frozenset("数量计别到达至过破共约近超各为有了")  # their last characters
_STOCK = re.compile(r"(?:出栏量?|存栏量?|饲养量|产量|总产量|数量|总数)+$")
_ALONE = re.compile(r"(?:以上|以下|左右|以内)?[，。；、,;\n）)和]|(?:以上|以下|左右|以内)?$")


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every measure word that does not count its noun."""
    for figure in report.figures:
        unit = find_unit(figure.unit)
        if unit is None or unit.dimension != "things" or figure.measure is Measure.RANK:
            continue
        noun = _noun(report, figure)
        if noun and _ALONE.match(report.folded, figure.end):
            yield fault(
                figure,
                zh=f"“{noun}”不论“{figure.unit}”，请核对量词或所数的对象。",
                en=f"{noun} is not counted in {figure.unit}: check the measure word or the noun.",
            )


def _noun(report: Report, figure: Figure) -> str:
    """Return the noun beside the figure that its measure word does not fit."""
    beside = report.folded[max(0, figure.start - _REACH) : figure.start]
    if beside[-1:] in _LINKS:
        beside = _STOCK.sub("", _LINK.sub("", beside))
    found = unfit(beside, figure.unit)
    if not found and figure.indicator.endswith("量"):
        found = unfit(_STOCK.sub("", figure.indicator), figure.unit)
    return found
