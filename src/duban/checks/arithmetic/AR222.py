"""Ranks follow the scores.

Finds: a table with a column of scores and one of ranks, in which a unit with more points has the
worse rank, equal scores have different ranks, or a rank is missing.
Why: a unit that is ranked behind one with fewer points telephones the same day.
Example: 乙县97.2分排第2，丙区97.9分排第3.
Do: sort the table by the score again, and declare ties.
Silent: for tables without both columns, and rows whose cells are no numbers.

———

名次与得分一致。

发现：表中有得分列和排名列，得分高的名次反而靠后、得分相同名次不同，或名次有缺。
为什么：分高却排在后面的单位，当天就会来电话。
例子：乙县97.2分排第2，丙区97.9分排第3。
怎么办：按得分重新排序，并列的注明。
不报：没有这两列的表、单元格不是数字的行。
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.arithmetic.tables import tables
from duban.checks.outcome import fault, holds
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.arithmetic.tables import Cell
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Span

NAME = "rank-against-score"
SEVERITY = Severity.ERROR
_SCORE = re.compile(r"得分|总分|分数|分值|综合分|满意率|评分")
_RANK = re.compile(r"排名|名次|位次|排序")
_NUMBER = re.compile(r"(?:第)?([0-9]+(?:\.[0-9]+)?)(?:分|%|名|位)?")


class _Entry(NamedTuple):
    score: Decimal
    rank: int
    name: str
    span: Span


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every row of a table with scores and ranks."""
    for head, *rows in tables(report):
        score, rank = _column(head, _SCORE), _column(head, _RANK)
        if score is not None and rank is not None:
            yield from _weigh([e for e in (_entry(row, score, rank) for row in rows) if e])


def _column(head: list[Cell], pattern: re.Pattern[str]) -> int | None:
    found = [n for n, cell in enumerate(head) if pattern.search(cell.text)]
    return found[0] if len(found) == 1 else None


def _entry(row: list[Cell], score: int, rank: int) -> _Entry | None:
    points, place = (_NUMBER.fullmatch(row[n].text) for n in (score, rank))
    if not points or not place:
        return None
    return _Entry(Decimal(points[1]), int(Decimal(place[1])), row[0].text, row[rank].span)


def _weigh(entries: list[_Entry]) -> Iterator[Outcome]:
    for entry in entries:
        better = sum(other.score > entry.score for other in entries)
        due = {better + 1, len({o.score for o in entries if o.score > entry.score}) + 1}
        equation = f"{entry.score}分 = 第{better + 1}名"
        if entry.rank in due:
            yield holds(entry.span, equation)
            continue
        yield fault(
            entry.span,
            zh=f"{entry.name}得{entry.score}分，应排第{better + 1}，表中为第{entry.rank}。",
            en=f"{entry.score} points are rank {better + 1}, not {entry.rank}.",
            equation=equation,
        )
