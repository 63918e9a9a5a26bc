"""Targets without a number: in step with another indicator, above the nation's, a quota met."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from duban.assess import reasons
from duban.assess.observations import YEAR, key_of
from duban.model import Measure, Operator, Series, Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.assess.judging import Case
    from duban.model import Judgement, Observation

_NATION = "全国"
_WHOLE = Decimal(100)  # percent


def judge(case: Case) -> Judgement:
    """Judge a target that has no number of its own."""
    judging = _BY_OPERATOR.get(case.target.operator, reasons.not_computable)
    return judging(case)


def _in_step(case: Case) -> Judgement:
    approximately = case.target.operator is Operator.SYNC_APPROX
    slack = case.rules.sync_approximately if approximately else case.rules.sync_points
    return _against(case, _growth(case, case.target.reference), slack)


def _above_the_nation(case: Case) -> Judgement:
    return _against(case, _growth(case, case.target.indicator, area=_NATION))


def _growth(case: Case, indicator: str, area: str = "") -> Observation | None:
    """Return the latest rate of change, or the level where the indicator has no other."""
    for measure in (Measure.CHANGE, Measure.LEVEL):
        key = key_of(indicator, measure, area)
        found = case.observations.latest(key, case.year, case.until)
        if found is not None:
            return found
    return None


def _against(case: Case, reference: Observation | None, slack: Decimal = Decimal(0)) -> Judgement:
    own = _growth(case, case.target.indicator, case.target.area)
    if own is None or reference is None or own.measure is not reference.measure:
        return reasons.nothing_observed(case)
    common = min(own.month, reference.month)
    met = own.value >= reference.value - slack
    if case.target.operator is Operator.ABOVE_REFERENCE:
        met = own.value > reference.value
    return reasons.against(case, own, reference, _standing(met, common))


def _not_below_last_year(case: Case) -> Judgement:
    key = key_of(case.target.indicator, Measure.LEVEL, case.target.area)
    now = case.observations.latest(key, case.year, case.until)
    before = case.observations.at(key, case.year - 1, now.month) if now else None
    if now is None or before is None:
        return reasons.nothing_observed(case)
    return reasons.against(case, now, before, _standing(now.value >= before.value, now.month))


def _positive(case: Case) -> Judgement:
    key = key_of(case.target.indicator, Measure.CHANGE, case.target.area)
    now = case.observations.latest(key, case.year, case.until)
    if now is None:
        return reasons.nothing_observed(case)
    return reasons.positive(case, now, _standing(now.value > 0, now.month))


def _quota(case: Case) -> Judgement:
    """Compare with the quota where it is known, or with a completion rate of 100%."""
    key = key_of(case.target.indicator, Measure.LEVEL, case.target.area)
    now = case.observations.latest(key, case.year, case.until)
    if now is None:
        return reasons.nothing_observed(case)
    quota = case.observations.latest(key._replace(series=Series.QUOTA), case.year)
    if quota is not None and quota.unit == now.unit:
        return reasons.against(case, now, quota, _standing(now.value >= quota.value, now.month))
    if now.unit == "%":
        return reasons.completed(case, now, _standing(now.value >= _WHOLE, now.month))
    return reasons.not_computable(case)


def _standing(met: bool, month: int) -> Standing:  # noqa: FBT001  the one thing to say
    if month == YEAR:
        return Standing.MET if met else Standing.MISSED
    return Standing.ON_SCHEDULE if met else Standing.BEHIND


_BY_OPERATOR: dict[Operator, Callable[[Case], Judgement]] = {
    Operator.SYNC: _in_step,
    Operator.SYNC_APPROX: _in_step,
    Operator.ABOVE_REFERENCE: _above_the_nation,
    Operator.NO_DECREASE: _not_below_last_year,
    Operator.POSITIVE: _positive,
    Operator.QUOTA: _quota,
    Operator.COMPLETE: _quota,
}
