"""Judges targets against observations, and pledges against outcomes."""

from duban.assess.judging import Case, assess, judge
from duban.assess.observations import Observations

__all__ = ["Case", "Observations", "assess", "judge"]
