"""The clock."""

from __future__ import annotations

import gc
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def best_of(rounds: int, jobs: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """Return the shortest time of each job in seconds.

    The jobs take turns, so that a slow spell of the machine falls on all of them.
    """
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            start = perf_counter()
            job()
            times[name].append(perf_counter() - start)
    return {name: min(taken) for name, taken in times.items()}
