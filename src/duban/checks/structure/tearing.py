"""Runs that a wrong or missing number joined or tore apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.checks.structure.enumerators import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.checks.report import Report
    from duban.checks.structure.enumerators import Enumerator
    from duban.checks.structure.runs import Run

_SECOND: Final = 2
_THIRD: Final = 3


def rejoined(found: Iterable[Run]) -> list[Run]:
    """Join what a wrong number tore apart: 一 一 三 四, and 三 二 一 四."""
    last: dict[tuple[str, Enumerator | None], Run] = {}
    kept: list[Run] = []
    holder: dict[Enumerator, Run] = {}
    for run in found:
        before = last.get((run.kind, run.above))
        if run.above and run.above.kind == run.kind:  # it may go on with the list it stands in
            before = before or holder.get(run.above)
        holder |= dict.fromkeys(run.items, before if before and _is_torn(before, run) else run)
        if before and _is_torn(before, run):
            before.items += run.items
            continue
        if before and _holds_first(before.numbers, run.numbers):
            run.items.insert(0, before.items.pop())
        last[run.kind, run.above] = run
        kept.append(run)
    return kept


def _is_torn(first: Run, second: Run) -> bool:
    before, after = first.numbers, second.numbers
    if after[0] != 1:
        return False
    whole = sorted(before + after)
    if before[0] != 1 and whole == list(range(1, len(whole) + 1)):
        return True  # 二 一 三
    if before == after == [1]:  # 一是…一是 is a figure of speech; two headings 一、 are not
        pair = second.kind == "item" and second.items[0].shape is Shape.INSIDE
        return not pair
    goes_on = len(after) > 1 and after[1] != _SECOND and after[1] == before[-1] + 2
    return before[0] == 1 and goes_on  # 一 一 三, 一 二 一 四


def _holds_first(before: list[int], after: list[int]) -> bool:
    """Say whether the last number of a list belongs to the next: 一 二 三 二 | 一 三."""
    stray = len(before) > 1 and before[-1] != before[-2] + 1
    return stray and after[0] == 1 and len(after) > 1 and after[1] == before[-1] + 1


def split(report: Report, run: Run) -> Iterator[Run]:
    """Yield the run, cut where a list begins whose first number is missing."""
    start = 0
    for index in range(1, len(run.items)):
        if run.items[index].ordinal == _SECOND and _begins(report, run, index):
            yield type(run)(run.kind, run.above, run.items[start:index])
            start = index
    yield type(run)(run.kind, run.above, run.items[start:]) if start else run


def _begins(report: Report, run: Run, index: int) -> bool:
    last, item, *after = run.items[index - 1 :]
    if last.ordinal < _SECOND:
        return False
    fresh = last.line != item.line and (
        item.shape is Shape.INSIDE or _heading_between(report, last, item)
    )
    following = [one.ordinal for one in after[:2]]
    if following:
        goes_on = following[0] == _THIRD or following == [_SECOND, _THIRD]
        return goes_on and (fresh or last.ordinal >= _THIRD)
    return fresh and item.shape is Shape.INSIDE


def _heading_between(report: Report, last: Enumerator, item: Enumerator) -> bool:
    """Say whether a heading without a number, and not below theirs, parts two numbers."""
    between = report.sections.get(report.section_at(item.at.start - 1))
    if between is None or between.number or between.heading.start <= last.at.start:
        return False
    inside = report.sections.get(report.section_at(last.at.start))
    return bool(between.title) and inside is not None and between.level <= inside.level
