"""Which measure words count which things: `measures.yaml` as a table."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


@cache
def fitting() -> dict[str, frozenset[str]]:
    """Return the measure words that fit, by the end of the noun."""
    data = yaml.load(files(__package__).joinpath("measures.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return {noun: frozenset(row["units"]) for row in data for noun in row["nouns"]}


@cache
def nouns() -> tuple[str, ...]:
    """Return the ends of all nouns of the table."""
    return tuple(fitting())


def unfit(noun: str, unit: str) -> str:
    """Return the end of the noun that `unit` does not count, or an empty string."""
    if not noun.endswith(nouns()):
        return ""
    end = max((n for n in nouns() if noun.endswith(n)), key=len)
    return "" if unit in fitting()[end] else end
