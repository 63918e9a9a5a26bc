"""分别 stands behind at least two names.

Finds: 分别 with several values behind one word, which has to be taken apart to find the names.
Why: the reader must guess which value is whose; in a list of targets two departments will.
Example: 粮油种植面积分别在10万亩、4万亩以上: 粮 and 油 are run together.
Do: write the names out: 粮食、油料种植面积.
Silent: for compounds that everyone takes apart (城乡, 存贷款, 一二三产), and where the names stand
in the clause before.

———

“分别”之前至少有两个名称。

发现：“分别”之后有几个数，之前只有一个词，要拆开才知道各指什么。
为什么：读者得猜哪个数属于谁；目标任务分解时两个部门会各执一词。
例子：粮油种植面积分别在10万亩、4万亩以上：“粮”“油”连写。
怎么办：把名称写开：粮食、油料种植面积。
不报：大家都会拆的合称（城乡、存贷款、一二三产）；名称在前一分句时。
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.checks.lists.respective import respectives
from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "one-name-for-several-values"
SEVERITY = Severity.NOTE


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault for every list of values behind one word."""
    for found in report.once(respectives):
        name = Span(found.start, found.word.start).of(report.text).strip()
        if found.names.counts or found.distant or len(found.values) == 1 or not name:
            continue
        yield fault(
            Span(found.start, found.values[-1].end),
            zh=f"“分别”之后有{len(found.values)}个数，之前只有“{name}”一个名称，宜写明各指什么。",
            en=f"{len(found.values)} values stand behind one name.",
            related=found.values,
        )
