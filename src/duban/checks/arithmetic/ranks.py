"""Places in an order that something rose or fell to: 从全国第13位升至第9位."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.numeral import parse_number
from duban.model import Measure, Span

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from duban.checks.report import Report
    from duban.model import Figure

_DIGIT = "[一二三四五六七八九]"
_NUMBER = rf"[0-9]{{1,4}}|{_DIGIT}?十{_DIGIT}?|{_DIGIT}"
_MOVE = re.compile(
    rf"(?:从|由)[^，。；、：\n]{{0,10}}?(?P<former>第(?P<number>{_NUMBER})[位名]?)"
    r"(?:左右)?(?:逐步|大幅|快速|连续)?(?:(?P<rise>上升|跃升|提升|攀升|晋升|前移|前进|提高|升|跃居|进)"
    r"|(?P<fall>下降|下滑|后移|回落|退居|退|降|滑落))(?:到|至|为)?[^，。；、：\n]{0,6}$"
)
_BY = re.compile("[，、](?:上升|跃升|提升|攀升|晋升|前移|前进|提高|下降|下滑|后移|回落)了?")
_REACH = 34  # characters before the later rank


class Move(NamedTuple):
    """A rank that is said to have risen or fallen.

    Attributes:
        former: where the earlier rank stands.
        number: the earlier rank.
        figure: the later rank.
        rises: whether the words say that it rose.
        steps: by how many places, where that is said next.
    """

    former: Span
    number: Decimal
    figure: Figure
    rises: bool
    steps: Figure | None = None


def moves(report: Report) -> Iterator[Move]:
    """Yield the moves from rank to rank, in the order of the text."""
    for at, figure in enumerate(report.figures):
        if figure.measure is not Measure.RANK:
            continue
        start = max(figure.start - _REACH, 0)
        before = report.folded[start : figure.start]
        if "第" in before and (found := _MOVE.search(before)):
            former = Span(start + found.start("former"), start + found.end("former"))
            number, _ = parse_number(found["number"])
            steps = _steps(report, figure, report.figures[at + 1 : at + 2])
            yield Move(former, number, figure, bool(found["rise"]), steps)


def _steps(report: Report, figure: Figure, following: tuple[Figure, ...]) -> Figure | None:
    """Return by how many places a rank moved, where it is said right behind it."""
    for step in following:
        words = report.folded[figure.end : step.start]
        if step.unit in {"位", "名"} and _BY.fullmatch(words):
            return step
    return None
