"""One list has one kind of separator.

Finds: quantities of one unit in a row, parted here by a comma and there by 、; and a comma that
parts the two halves of one subject.
Why: whoever reads it aloud pauses in the wrong place, and a reader counts wrong.
Example: 推动40件代表建议，110件政协提案全部办结: one subject, cut in two.
Do: write 、 between the items, or 和 before the last.
Silent: where 、 joins the figures of one item and commas part the items.

———

同一串并列的分隔号一致。

发现：同一单位的一串数量，有的用逗号、有的用顿号隔开；一个主语被逗号断成两截。
为什么：念起来停错地方，读的人也容易数错。
例子：推动40件代表建议，110件政协提案全部办结：一个主语断成两截。
怎么办：并列各项之间用顿号，或在末项前用“和”。
不报：顿号连接一项之内的几个数、逗号隔开各项时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "separators-mixed"
SEVERITY = Severity.NOTE

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?万?"
# 公路200公里，渠道110公里，管道300公里、河道50公里: bare nouns, then the same unit.
_ROW = re.compile(
    rf"(?:，(?P<name>[一-鿿]{{2,6}}){_NUMBER}(?P<unit>公里|平方米|公顷|[亩米吨座个处套栋户件项台辆家条]))"
    rf"(?:，[一-鿿]{{2,6}}{_NUMBER}(?P=unit))*、[一-鿿]{{2,6}}{_NUMBER}(?P=unit)(?=[，。；])"
)
_BEFORE = re.compile(rf"{_NUMBER}(公里|平方米|公顷|[亩米吨座个处套栋户件项台辆家条])$")
_VERB = re.compile(
    "[建改修完新增实开创培引扩治整打争投发累达共认办安]|提升|提高|种植|推进|设立|超|近|约|其中|惠及|净|获"
)
# A causative verb needs what its object does; the comma cuts the object in two.
_CUT = re.compile(
    rf"(?:推动|促进|确保|促使|保障|力促)(?P<first>{_NUMBER}(?P<unit>[件项个户家条座])[一-鿿]{{2,10}})，"
    rf"{_NUMBER}(?P=unit)[一-鿿]{{2,12}}?(?:全部|均|都|全面)"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield a note for each row of quantities whose separators differ."""
    text = report.folded
    for found in _ROW.finditer(text) if "、" in text else ():
        before = _BEFORE.search(text, max(0, found.start() - 20), found.start())
        if before and before[1] == found["unit"] and not _VERB.search(found["name"]):
            yield _note(Span(found.start() + 1, found.end()), "并列的数量分隔号不一")
    for found in _CUT.finditer(text):
        yield _note(Span(*found.span()), "一个主语被逗号断开，宜用顿号或“和”")


def _note(at: Span, words: str) -> Outcome:
    return fault(at, zh=f"{words}。", en="The separators of one list differ, or cut a subject.")
