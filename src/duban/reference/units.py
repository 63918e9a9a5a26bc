"""The vocabulary of units: `units.yaml` as records."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Unit(msgspec.Struct, frozen=True):
    """A unit or counter.

    Attributes:
        name: as reports write it.
        dimension: `area`, `money`, … or `people`, `households`, `things`, `places` for counters.
        size: its size in the dimension's first unit; None where it converts only to itself.
    """

    name: str
    dimension: str
    size: Fraction | None = None


class Units(msgspec.Struct, frozen=True):
    """The whole vocabulary.

    Attributes:
        by_name: every unit.
        not_before: unit → first characters that make it the beginning of another word (部门).
    """

    by_name: dict[str, Unit]
    not_before: dict[str, list[str]]


@cache
def units() -> Units:
    """Return the vocabulary, read once."""
    data = yaml.load(files(__package__).joinpath("units.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    measured = {
        name: Unit(name, dimension, Fraction(str(size)) if size is not None else None)
        for dimension, sizes in data["dimensions"].items()
        for name, size in sizes.items()
    }
    counted = {name: Unit(name, kind) for kind, names in data["counters"].items() for name in names}
    return Units(counted | measured, data["not_before"])


def find_unit(name: str) -> Unit | None:
    """Return the unit called `name`; a composite such as `公斤/亩` is not in the table."""
    return units().by_name.get(name)


def conversion(unit: str, into: str) -> Fraction | None:
    """Return how many of `into` one `unit` is, or None where they do not convert."""
    if unit == into:
        return Fraction(1)
    one, other = find_unit(unit), find_unit(into)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return one.size / other.size if one.size and other.size else None
