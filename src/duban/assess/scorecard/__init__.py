"""Pledges of one year's report against the outcomes in the next."""

from duban.assess.scorecard.scoring import score

__all__ = ["score"]
