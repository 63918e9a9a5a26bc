"""All rules there are: every module of the families, and what others have installed."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from duban.checks import arithmetic, continuity, lists, running, structure, targets, wording
from duban.checks.manual import Page
from duban.checks.rule import Rule, rule_of
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

ENTRY_POINTS = "duban.checks"  # a third party's: each names a module that declares one rule
_FAMILIES = (structure, lists, arithmetic, targets, wording, continuity, running)


@cache
def rules() -> dict[str, Rule]:
    """Return the rules by code, in order of code.

    Raises:
        ValueError: two modules claim the same code.
    """
    found: dict[str, Rule] = {}
    for rule in (*_own(), *_installed()):
        if rule.code in found:
            raise ValueError(f"two rules are called {rule.code}")
        found[rule.code] = rule
    return dict(sorted(found.items()))


def _own() -> Iterator[Rule]:
    for family in _FAMILIES:
        for info in iter_modules(family.__path__):
            if info.name[:2].isupper():  # the other modules of a family are what its rules share
                yield rule_of(import_module(f"{family.__name__}.{info.name}"))


def _installed() -> Iterator[Rule]:
    for point in entry_points(group=ENTRY_POINTS):
        try:
            yield rule_of(point.load())
        except Exception as error:  # noqa: BLE001  whatever is wrong with it, the others go on
            yield _unloadable(point.name, error)


def _unloadable(name: str, error: Exception) -> Rule:
    """Stand in for a rule of others that cannot be loaded; when it runs, the runner tells so."""

    def check(report: Report) -> Iterator[Outcome]:
        del report
        raise RuntimeError(str(error) or type(error).__name__)

    pages = {"en": _missing("Could not be loaded."), "zh": _missing("未能加载。")}
    return Rule(name, "rule-not-loaded", Severity.WARNING, check, pages)


def _missing(title: str) -> Page:
    return Page(title, "", "", "", "", "")
