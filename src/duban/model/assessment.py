"""Targets against what happened: observations and judgements."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec

from duban.model.entries import Measure


class Series(StrEnum):
    """What an observation says."""

    ACTUAL = "actual"  # 实际
    QUOTA = "quota"  # 下达数: what a higher government asks for
    PLAN = "plan"  # 计划数: what should be reached by then


class Observation(msgspec.Struct, frozen=True):
    """One value of an indicator at one time.

    Attributes:
        indicator: its name, canonical or as the office writes it.
        year: calendar year.
        month: last month that it covers, 1 to 12; 12 is the whole year.
        value: magnitude in the base unit, scale multiplied out; a fall is negative.
        unit: base unit: `元`, `人`, `%` …
        measure: level, change, share or rank.
        series: actual, quota or plan.
        area: the place, empty for the report's own; `全国` for the nation.
        source: where it comes from, as given.
    """

    indicator: str
    year: int
    month: int
    value: Decimal
    unit: str
    measure: Measure = Measure.LEVEL
    series: Series = Series.ACTUAL
    area: str = ""
    source: str = ""


class Standing(StrEnum):
    """How a target stands on a date."""

    MET = "met"
    EXCEEDED = "exceeded"
    ON_SCHEDULE = "on-schedule"
    BEHIND = "behind"
    MISSED = "missed"
    NOT_YET = "not-yet"
    UNDECIDED = "undecided"


class Override(msgspec.Struct, frozen=True):
    """A person's verdict, kept apart from the computed one.

    Attributes:
        standing: what the person says.
        reason: why.
        by: who.
    """

    standing: Standing
    reason: str
    by: str


class Judgement(msgspec.Struct, frozen=True):
    """How one target stands, with the calculation.

    Attributes:
        target: id of the target.
        standing: the computed verdict.
        rule: the rule that decided: `about`, `schedule`, `direct` …
        zh: the reason in one sentence, in Chinese.
        en: the same in English.
        goal: the value aimed at, in base units; None where the target has none.
        actual: the value compared; None where nothing is observed.
        planned: what should be reached by then, for cumulative flows within the year.
        override: a person's verdict, or None.
    """

    target: str
    standing: Standing
    rule: str
    zh: str
    en: str
    goal: Decimal | None = None
    actual: Decimal | None = None
    planned: Decimal | None = None
    override: Override | None = None
