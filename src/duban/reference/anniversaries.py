"""Years from which anniversaries are counted."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Anniversaries(msgspec.Struct, frozen=True):
    """What began when.

    Attributes:
        events: name of an event → its year.
        founded: name of an area, without its kind → the year in which it was founded.
    """

    events: dict[str, int]
    founded: dict[str, int]


@cache
def anniversaries() -> Anniversaries:
    """Return the data, read once.

    >>> anniversaries().events["中国共产党成立"]
    1921
    """
    data = yaml.load(files(__package__).joinpath("anniversaries.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return Anniversaries(data["events"], data["founded"])
