"""A count says what it counts.

Finds: a count in 家, 户 or 个 right after words that only describe: 规上工业15家, 限上商贸8户.
Why: 规上工业 is a branch, not a thing; 企业 is missing, and a search for the indicator misses it.
Example: 净增规上工业15家以上: 规上工业企业 is meant.
Do: add the noun.
Silent: where the noun follows the number (新增15家规上工业企业).

———

数量要有所指的名词。

发现：只作限定的词后面直接跟“家”“户”“个”：规上工业15家、限上商贸8户。
为什么：“规上工业”是行业，不是个体；缺了“企业”，按指标检索也找不到。
例子：净增规上工业15家以上：应为规上工业企业。
怎么办：补上名词。
不报：名词在数字后面（新增15家规上工业企业）。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "noun-or-unit-missing"
SEVERITY = Severity.WARNING
_COUNTED = frozenset("家户个")
_BRANCH = "工业|服务业|商贸业?|批零住?餐?|批发零售|零售|住宿餐饮|建筑业|贸易|文化"
_DESCRIBES = re.compile(
    rf"(?:(?:规上|限上|规模以上|限额以上)(?:{_BRANCH})?|高新技术|专精特新|科技型中小|创新型中小"
    r"|外商投资|民营|国有|集体|个体|涉农|劳动密集型)(?:总数|数量)?(?:分别|达到|累计|突破|超过|新增|净增|[达约近超共至到])*$"
)
_REACH = 14  # characters before a count that can hold the words
_ALONE = re.compile(r"(?:以上|以下|左右|以内)?(?:[，。；、\n）]|$)")


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every count whose noun is missing."""
    for figure in report.figures:
        if figure.unit not in _COUNTED or not _ALONE.match(report.folded, figure.end):
            continue
        before = report.folded[max(0, figure.start - _REACH) : figure.start]
        found = _DESCRIBES.search(before)
        if found:
            yield fault(
                figure,
                zh=f"“{found[0]}”后缺少名词（如“企业”），“{figure.text}”所指不明。",
                en=f"The noun behind {found[0]} is missing: {figure.text} of what?",
            )
