"""Every unit named as behind stands in the annex.

Finds: a name in a list of those who lag (滞后的有…, 排名后三位的是…) that the annex of the same
document does not contain.
Why: a unit that is criticised in the text and missing in the table has not been counted.
Example: 进度滞后的有甲县、乙县, with a table that has no 乙县.
Do: add the row, or take the name out.
Silent: without an annex (附件) behind the text.

———

正文点名的单位，附表里都有。

发现：正文点名滞后的单位（滞后的有……、排名后三位的是……），同一文件的附件里没有。
为什么：正文批评、附表没有，说明没有纳入统计。
例子：正文“进度滞后的有甲县、乙县”，附表没有乙县。
怎么办：补上一行，或删去点名。
不报：正文后没有附件时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.arithmetic.around import around
from duban.checks.outcome import fault, holds
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "laggard-not-in-annex"
SEVERITY = Severity.WARNING
_ANNEX = re.compile(r"\n\s*附(?:件|表)[0-9一二三四五]?[:：]?[^\n]{0,30}\n")
_NAMED = re.compile(
    r"(?:滞后|落后|靠后|后[二三四五六十两]位|未达标|未完成)(?:的)?(?:单位|部门|乡镇|县区|县[(（]市、区[)）]|镇街)?"
    r"(?:分别)?(?:有|是|为|[:：])[:：]?((?:[^,，。;；、\n]{2,12}、)*[^,，。;；、\n]{2,12})"
)
_WORDS = ("滞后", "落后", "靠后", "位", "未达标", "未完成")
_AND = re.compile(r"、|和(?=[^和]{2,}$)|及")
_MORE = re.compile(r"等[0-9一二三四五六七八九十]*个?.*$")


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every unit that the text names as behind."""
    annex = _ANNEX.search(report.folded)
    if not annex or len(report.folded) - annex.end() < len("附件"):
        return
    rest = report.folded[annex.end() :]
    seen: set[int] = set()
    for found in around(report.folded[: annex.start()], _NAMED, _WORDS, before=2, after=90):
        for start, name in _names(found):
            if start not in seen:
                seen.add(start)
                yield _weigh(Span(start, start + len(name)), name, rest)


def _names(found: re.Match[str]) -> Iterator[tuple[int, str]]:
    at = found.start(1)
    for part in re.split(_AND, found[1]):
        start = found.string.index(part, at)
        name = _MORE.sub("", part).strip()
        at = start + len(part)
        if len(name) > 1:
            yield start, name


def _weigh(span: Span, name: str, annex: str) -> Outcome:
    if name in annex:
        return holds(span, f"附件 ∋ {name}")
    return fault(
        span,
        zh=f"正文点名的“{name}”，附件中没有。",
        en="Named in the text as behind, but not in the annex.",
        equation=f"附件 ∌ {name}",
    )
