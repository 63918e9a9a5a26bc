"""A report's pledges against the next report, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.assess.observations import canonical
from duban.assess.scorecard.numeric import score_target
from duban.assess.scorecard.outcomes import Outcomes
from duban.assess.scorecard.promises import Review, score_commitment
from duban.model import Entry, Fate, Kind, Scorecard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.model import Reading, Target


def score(earlier: Reading, later: Reading) -> Scorecard:
    """Return what the later report says of the earlier one's pledges for its year.

    Targets with a number are matched by indicator, measure, unit and place; commitments by what
    they name. Where the later report does not follow the year of the pledges (a report is
    missing in between), only what it says of that very year counts.

    Args:
        earlier: the report with the pledges.
        later: a later report of the same government.
    """
    year = earlier.ledger.masthead.year or 0
    return Scorecard(
        earlier.ledger.masthead.place,
        year,
        later.ledger.masthead.year or 0,
        (*_targets(earlier, later, year), *_commitments(earlier, later)),
    )


def _targets(earlier: Reading, later: Reading, year: int) -> Iterator[Entry]:
    outcomes = Outcomes(later.ledger, year)
    aims = {canonical(target.indicator) for target in later.ledger.targets}
    figures = {figure.id: figure for figure in earlier.ledger.figures}
    for target in earlier.ledger.targets:
        figure = figures.get(target.figure)
        if not _due(target, year):
            continue
        if figure is None:
            yield Entry(target.id, canonical(target.indicator), target.text, Fate.UNDECIDED)
        else:
            yield score_target(target, figure, outcomes, aims, year)


def _due(target: Target, year: int) -> bool:
    return target.period in {"", str(year)}


def _commitments(earlier: Reading, later: Reading) -> Iterator[Entry]:
    review = Review(later.document, later.ledger)
    targets = {target.figure for target in earlier.ledger.targets}
    for commitment in earlier.ledger.commitments:
        if commitment.kind is not Kind.QUANTIFIED or not targets.issuperset(commitment.figures):
            yield score_commitment(commitment, review)
