"""Above a higher mark there are not more.

Finds: two counts of the same things in one sentence, above one mark and above a higher one
(亿元以上项目50个，其中10亿元以上60个), of which the higher mark has more.
Why: what is above the higher mark is also above the lower one.
Example: 亿元以上项目50个，其中10亿元以上60个.
Do: look both counts up; the two may have been swapped.
Silent: for different things, and for marks in different sentences. For classes called 级
(百亿级), which may leave out the next, only a note.

———

门槛越高，数量不会更多。

发现：同一句里同类事物按两个门槛计数（亿元以上项目50个，其中10亿元以上60个），门槛高的反而多。
为什么：达到高门槛的也达到低门槛。
例子：亿元以上项目50个，其中10亿元以上60个。
怎么办：核对两个数，可能写反了。
不报：不同事物、不同句子里的门槛。“级”（百亿级）可能互不包含，只作提示。
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.arithmetic.around import around
from duban.checks.arithmetic.years import sentence_start
from duban.checks.outcome import fault, holds
from duban.grammar.numeral import parse_number
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "more-above-higher-mark"
SEVERITY = Severity.ERROR
_NUMBER = r"[0-9]+(?:\.[0-9]+)?|[一二三四五六七八九]"
_MARK = re.compile(
    rf"(其中[^,，。;；0-9]{{0,8}})?({_NUMBER})?([十百千]?[万亿])(元|人|吨|亩)?(以上|级)(?:的)?"
    r"([^,，、。;；0-9]{0,12}?)([0-9]+)([个家户项所人])"
)
_WORDS = ("亿元以上", "亿级", "万元以上", "万级", "亿以上", "万人以上")
_SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}


class _Count(NamedTuple):
    sentence: int
    mark: Decimal
    unit: str
    words: str
    thing: str
    number: int
    counter: str
    among: bool
    span: Span


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every pair of counts above two marks in one sentence."""
    counts = sorted(
        (_count(report, m) for m in around(report.folded, _MARK, _WORDS, before=16, after=16)),
        key=lambda count: count.span,
    )
    for number, late in enumerate(counts):
        for early in counts[:number]:
            if _alike(early, late):
                yield _weigh(early, late)


def _count(report: Report, found: re.Match[str]) -> _Count:
    mark = parse_number(found[2])[0] if found[2] else Decimal(1)
    for character in found[3]:
        mark *= _SIZES[character]
    at = found.start(7)
    return _Count(
        sentence_start(report, found.start()),
        mark,
        found[4] or "元",
        found[5],
        found[6],
        int(found[7]),
        found[8],
        bool(found[1]),
        Span(at, found.end(8)),
    )


def _alike(early: _Count, late: _Count) -> bool:
    thing = late.thing == early.thing or (late.among and not late.thing)
    return (
        early.sentence == late.sentence
        and early.unit == late.unit
        and early.words == late.words
        and early.counter == late.counter
        and thing
        and early.mark != late.mark
    )


def _weigh(early: _Count, late: _Count) -> Outcome:
    higher, lower = (late, early) if late.mark > early.mark else (early, late)
    equation = f"{higher.number} ≤ {lower.number}"
    if higher.number <= lower.number:
        return holds(higher.span, equation, related=(lower.span,))
    return fault(
        higher.span,
        zh=f"门槛更高的有{higher.number}{higher.counter}，多于门槛低的{lower.number}{lower.counter}。",
        en=f"{higher.number} above the higher mark, but {lower.number} above the lower.",
        equation=equation,
        related=(lower.span,),
        severity=Severity.NOTE
        if higher.words == "级"
        else None
        if late.among
        else Severity.WARNING,
    )
