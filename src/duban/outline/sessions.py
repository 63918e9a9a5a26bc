"""In which year each session of the National People's Congress heard its report.

Source: the Congress's own chronicle. From the fifth congress on, a congress has five yearly
sessions; before, they were held when they could be.
"""

from __future__ import annotations

from typing import Final

_EARLY: Final = {
    (1, 1): 1954, (1, 2): 1955, (1, 3): 1956, (1, 4): 1957, (1, 5): 1958,
    (2, 1): 1959, (2, 2): 1960, (2, 3): 1962, (2, 4): 1963,
    (3, 1): 1964,
    (4, 1): 1975,
}  # fmt: skip
_YEARLY_FROM: Final = 5
_FIFTH: Final = 1978
_YEARS: Final = 5


def session_year(congress: int, session: int) -> int | None:
    """Return the year of a session, or None where there was no such session.

    >>> session_year(14, 4)
    2026
    """
    if congress < _YEARLY_FROM:
        return _EARLY.get((congress, session))
    if not 1 <= session <= _YEARS:
        return None
    return _FIFTH + _YEARS * (congress - _YEARLY_FROM) + session - 1
