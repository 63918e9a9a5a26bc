"""What lies wholly inside what: 高速公路里程 in 公路里程."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Containment(msgspec.Struct, frozen=True):
    """A whole and the things that are parts of it.

    Attributes:
        whole: finds the whole's name.
        part: finds the names of parts.
        unlike: finds names that are neither, though they look it; None for none.
        soft: whether there are places in which a part may be above the whole.
    """

    whole: re.Pattern[str]
    part: re.Pattern[str]
    unlike: re.Pattern[str] | None
    soft: bool

    def holds_part(self, name: str) -> bool:
        """Say whether a name is one of a part.

        >>> containments()[0].holds_part("蔬菜出口额"), containments()[0].holds_part("进出口额")
        (True, False)
        """
        return bool(self.part.search(name)) and not (self.unlike and self.unlike.search(name))


@cache
def containments() -> tuple[Containment, ...]:
    """Return all of them, read once."""
    data = yaml.load(files(__package__).joinpath("contained.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return tuple(
        Containment(
            re.compile(entry["whole"]),
            re.compile(entry["part"]),
            re.compile(entry["not"]) if "not" in entry else None,
            entry.get("soft", False),
        )
        for entry in data
    )


@cache
def _any() -> re.Pattern[str]:
    """Return what finds every name that any of the patterns finds, in one pass."""
    return re.compile("|".join(f"{c.whole.pattern}|{c.part.pattern}" for c in containments()))


@cache
def containment_words(name: str) -> tuple[tuple[Containment, ...], tuple[Containment, ...]]:
    """Return in which relations a name is the whole, and in which it is a part."""
    if not _any().search(name):
        return (), ()
    return (
        tuple(c for c in containments() if c.whole.search(name)),
        tuple(c for c in containments() if c.holds_part(name)),
    )
