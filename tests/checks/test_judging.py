"""How a printed figure stands to what was computed for it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

import duban
from duban.checks.interval import Interval, judge, point, printed
from duban.model import Verdict

if TYPE_CHECKING:
    from duban.model import Figure


def figure(text: str) -> Figure:
    return duban.read_text(f"全县粮食产量增长{text}。").ledger.figures[0]


@pytest.mark.parametrize(
    ("computed", "text", "verdict"),
    [
        ("50", "50%", Verdict.EXACT),
        ("49.6", "50%", Verdict.ROUNDED),
        ("50.7", "50%", Verdict.TRUNCATED),
        ("51", "50%", Verdict.WRONG),  # cutting off never takes away a whole last digit
        ("46", "百分之五十", Verdict.WRONG),  # as exact as 50%
    ],
)
def test_one_value(computed: str, text: str, verdict: Verdict) -> None:
    assert judge(point(Decimal(computed)), figure(text)) is verdict


def test_an_interval_is_cut_off_by_its_middle() -> None:
    around_five = Interval(Decimal("4.9"), Decimal("5.1"))
    assert judge(around_five, figure("4%")) is Verdict.WRONG


def test_a_quotient_of_what_has_no_end_may_be_anything() -> None:
    endless = printed(figure("超过5%"))
    assert endless.over(endless).meets(point(0))
