"""A rule as the runner knows it, made from the module that declares it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.checks.manual import pages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from duban.checks.manual import Page
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Severity

_CODE = re.compile(r"[A-Z]{2}[0-9]{3}")


class Rule(NamedTuple):
    """One rule of the checker.

    Attributes:
        code: two letters for the family and three digits; the name of its module.
        name: states the offence in hyphenated English: `parts-exceed-total`.
        severity: of its findings, unless one says otherwise.
        check: yields an outcome for every relation that it tested in a report.
        manual: its page, by language.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Report], Iterator[Outcome]]
    manual: dict[str, Page]

    def page(self, language: str = "zh") -> Page:
        """Return the manual page in `language`, `zh` or `en`."""
        return self.manual["en" if language == "en" else "zh"]


def rule_of(module: ModuleType) -> Rule:
    """Make the rule that a module declares with `NAME`, `SEVERITY` and `check`.

    Raises:
        ValueError: its name is no code, or its docstring is no manual page.
        AttributeError: one of the three is missing.
    """
    code = module.__name__.rpartition(".")[2]
    if not _CODE.fullmatch(code):
        raise ValueError(f"a rule's module is named by its code, not {code!r}")
    return Rule(code, module.NAME, module.SEVERITY, module.check, pages(module.__doc__ or ""))
