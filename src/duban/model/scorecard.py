"""Pledges of one report and what the next one says of them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from duban.model.assessment import Judgement


class Fate(StrEnum):
    """What became of a pledge, by the next report."""

    KEPT = "kept"
    EXCEEDED = "exceeded"
    MISSED = "missed"
    PARTLY = "partly"  # under way, or some of it
    REWORDED = "reworded"  # the next report measures or names something else
    DROPPED = "dropped"  # not reported, and no longer aimed at
    NOT_REPORTED = "not-reported"  # the review is silent
    UNDECIDED = "undecided"


class Entry(msgspec.Struct, frozen=True):
    """One pledge and its outcome side by side.

    Attributes:
        pledge: id of the target or commitment in the earlier report.
        indicator: what was pledged, canonical where it is known.
        pledged: the sentence of the pledge, as printed.
        fate: what became of it.
        outcome: id of the figure or section of the later report; empty where there is none.
        reported: its sentence, as printed; empty where there is none.
        confidence: of the match, 0 to 1.
        why: how the two were matched, one phrase in Chinese.
        why_en: the same in English.
        judgement: for a target with a number, the comparison.
    """

    pledge: str
    indicator: str
    pledged: str
    fate: Fate
    outcome: str = ""
    reported: str = ""
    confidence: float = 0.0
    why: str = ""
    why_en: str = ""
    judgement: Judgement | None = None


class Scorecard(msgspec.Struct, frozen=True):
    """A report's pledges against the next report.

    Attributes:
        place: the government's area.
        year: the year of the pledges.
        reported_in: the year of the report with the outcomes.
        entries: in the order of the pledges.
    """

    place: str
    year: int
    reported_in: int
    entries: tuple[Entry, ...]
