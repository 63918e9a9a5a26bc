"""A number says what its unit is.

Finds: a number in 万 or 亿 that ends its clause without a unit, about something that is not people.
Why: 突破100万 may be pieces, yuan or households; on paper nobody can tell.
Example: 宽带接入端口突破100万: 个 is missing.
Do: add the unit.
Silent: about people, users and families (人口突破12亿), in steps and thresholds (迈上5万亿台阶),
and where a noun follows the number.

———

数字带着单位。

发现：以“万”“亿”结尾的数后面没有单位，而说的又不是人。
为什么：“突破100万”是个、元还是户，纸面上看不出。
例子：宽带接入端口突破100万：缺“个”。
怎么办：补上单位。
不报：说人口、用户、家庭时（人口突破12亿），说台阶时（迈上5万亿台阶），以及数字后面跟着名词时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Measure, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "missing-unit"
SEVERITY = Severity.WARNING
_SHORT = 7  # characters of a clause that has no room for what is counted
_REACH = 20  # characters before the number to be read instead
_END = re.compile(r"(?:以上|以下|左右|以内)?(?:[，。；,;\n]|$)")
# People, families and those who use something are often counted without a measure word.
_PEOPLE = re.compile(
    r"[人员户者儿兵众婴]|[居农市村牧渔股网选移]民|(?:学|新|考|招|校|业|究|师)生|妇女|老年|[民职员用]工|[游旅顾]客"
    r"|家庭|劳动力|参保|粉丝|流量|播放|点击|裁军"
)


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every number that lacks its unit."""
    for figure in report.figures:
        if figure.unit or figure.measure is Measure.RANK or not figure.text.endswith(("万", "亿")):
            continue
        if not _END.match(report.folded, figure.end):
            continue
        before = _said(report, figure)
        if before and not _PEOPLE.search(before) and not _PEOPLE.search(figure.indicator):
            yield fault(
                figure,
                zh=f"“{figure.text}”缺少单位。",
                en=f"{figure.text} lacks its unit.",
            )


def _said(report: Report, figure: Figure) -> str:
    """Return what stands before a number: its clause, and the one before where that is short."""
    clause = report.before(figure)
    if len(clause) >= _SHORT:
        return clause
    return report.folded[max(figure.sentence_start, figure.start - _REACH) : figure.start]
