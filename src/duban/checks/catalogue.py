"""All rules there are: every module of the families, and what others have installed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from duban.checks import arithmetic, continuity, lists, running, structure, targets, wording
from duban.checks.rule import Rule, rule_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ENTRY_POINTS = "duban.checks"  # a third party's: each names a module that declares one rule
_FAMILIES = (structure, lists, arithmetic, targets, wording, continuity, running)


@cache
def rules() -> dict[str, Rule]:
    """Return the rules by code, in order of code.

    Raises:
        ValueError: two modules claim the same code.
    """
    found: dict[str, Rule] = {}
    for module in (*_own(), *_installed()):
        rule = rule_of(module)
        if rule.code in found:
            raise ValueError(f"two rules are called {rule.code}")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def _own() -> Iterator[ModuleType]:
    for family in _FAMILIES:
        for info in iter_modules(family.__path__):
            if info.name[:2].isupper():  # the other modules of a family are what its rules share
                yield import_module(f"{family.__name__}.{info.name}")


def _installed() -> Iterator[ModuleType]:
    for point in entry_points(group=ENTRY_POINTS):
        yield point.load()
