"""Shares of one whole add up to 100.

Finds: a ratio of the parts of a structure (三次产业结构6.1:42.3:51.6), or the shares of a complete
list of classes, that do not add up to 100 within rounding; and shares of separate grades
(“中等村”“强村”) that are more than 100 together.
Why: the sum is known beforehand, so any reader can test it.
Example: 三次产业结构调整为7.4:39.6:54 adds up to 101.
Do: compute the shares again from the values; where rounding leaves a tenth, adjust the largest.
Silent: for shares of different wholes (炼铁、炼钢先进产能占比), and ratios of other things (2.1:1).

———

同一整体的各项比重合计为100。

发现：结构比例（三次产业结构6.1:42.3:51.6）或列全的各类占比，合计与100之差超出四舍五入；互不重叠的等次
（“中等村”“强村”）占比之和大于100。
为什么：合计数是已知的，谁都可以验算。
例子：三次产业结构调整为7.4:39.6:54，合计101。
怎么办：用原始数重算各项比重；舍入余下的零点几，调在最大的一项上。
不报：不同整体的占比（炼铁、炼钢先进产能占比）、其他比例（2.1:1）。
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from duban.checks.arithmetic.around import around
from duban.checks.arithmetic.shares import classes
from duban.checks.equation import plain
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Span, Verdict
from duban.reference.partitions import partitions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

NAME = "shares-not-100"
SEVERITY = Severity.ERROR
_WHOLE = 100
_RATIO = re.compile(r"[0-9]+(?:\.[0-9]+)?(?:\s?[:：∶]\s?[0-9]+(?:\.[0-9]+)?){2,}")
_STRUCTURE = re.compile(r"结构|三次产业|一二三产|一、二、三|比重")
_REACH = 40  # characters before a ratio in which its structure is named
_LEAST = 60  # a ratio that adds up to less is no structure in percent: 1:2:3


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every set of shares that must add up to 100, or to no more."""
    yield from _ratios(report)
    for found in classes(report):
        if found.complete and len(found.rows) > 1:
            yield from _listed([row.share for row in found.rows])
    for figures in report.sentences.values():
        shares = [f for f in figures if f.measure is Measure.SHARE and f.unit == "%"]
        if len(shares) > 1:
            if "分别" in shares[0].sentence:
                yield from _partitioned(shares)
            if "”占比" in shares[0].indicator:
                yield from _graded(shares)


def _ratios(report: Report) -> Iterator[Outcome]:
    text = report.folded
    for found in around(text, _RATIO, ("：", ":"), before=6, after=24):
        parts = [Decimal(n) for n in re.findall(r"[0-9.]+", found[0])]
        before = text[max(0, found.start() - _REACH) : found.start()]
        if sum(parts) > _LEAST and _STRUCTURE.search(before):
            yield _sum(parts, Span(found.start(), found.end()), ())


def _listed(shares: list[Figure]) -> Iterator[Outcome]:
    yield _sum([f.value for f in shares], Span(shares[-1].start, shares[-1].end), shares[:-1])


def _partitioned(shares: list[Figure]) -> Iterator[Outcome]:
    """Three industries, town and country: their shares of one thing are all of it."""
    for partition in partitions():
        members = {partition.part(f.indicator): f for f in shares}
        members.pop(None, None)
        found = [members[n] for n in sorted(n for n in members if n is not None)]
        wholes = {f.whole for f in found}
        same = len(wholes) == 1
        if len(found) == len(partition.parts) and same:
            yield from _listed(found)


def _graded(shares: list[Figure]) -> Iterator[Outcome]:
    """Quoted grades of one noun: “中等村”“强村”占比分别在65%、10%以上."""
    for one, other in pairwise(shares):
        names = [re.match(r"“([^”]+)”占比", f.indicator) for f in (one, other)]
        first, second = names
        if first and second and first[1] != second[1] and first[1][-1] == second[1][-1]:
            total = one.value + other.value
            equation = f"{one.text} + {other.text} = {plain(total)}% ≤ 100%"
            bounded = {one.comparator, other.comparator} & {Comparator.AT_MOST, Comparator.BELOW}
            if total <= _WHOLE:
                yield holds(other, equation, related=(one,))
            elif not bounded:
                yield fault(
                    other,
                    zh=f"各等次占比之和为{plain(total)}%，大于100%。",
                    en=f"The shares of the grades add up to {plain(total)}%, above 100%.",
                    equation=equation,
                    related=(one,),
                    severity=Severity.WARNING,
                )


def _sum(parts: list[Decimal], at: Span, related: list[Figure] | tuple[()]) -> Outcome:
    total = sum(parts, Decimal(0))
    slack = min(map(_step, parts)) * len(parts) / 2  # 53 among tenths is 53.0
    equation = f"{' + '.join(plain(part) for part in parts)} = {plain(total)}"
    if abs(total - _WHOLE) <= slack:
        verdict = Verdict.EXACT if total == _WHOLE else Verdict.ROUNDED
        return holds(at, equation, related=related, verdict=verdict)
    return fault(
        at,
        zh=f"各项比重合计为{plain(total)}，不是100。",
        en=f"The shares add up to {plain(total)}, not to 100.",
        equation=equation,
        related=related,
    )


def _step(part: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(part.as_tuple().exponent))
