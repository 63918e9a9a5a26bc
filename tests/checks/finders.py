"""Rules for tests: each finds every occurrence of some words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.manual import Page
from duban.checks.outcome import fault, holds
from duban.checks.rule import Rule
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report


def finder(code: str, words: str, severity: str = "error", proven: str = "") -> Rule:
    """Return a rule that finds `words`, each related to the first of them, and proves others."""

    def check(report: Report) -> Iterator[Outcome]:
        found = [Span(*match.span()) for match in re.finditer(re.escape(words), report.text)]
        for span in found:
            related = found[:1] if span != found[0] else []
            yield fault(span, zh=f"有“{words}”。", en=f"“{words}” found.", related=related)
        for match in re.finditer(re.escape(proven), report.text) if proven else ():
            yield holds(Span(*match.span()), f"{proven} = {proven}")

    page = Page(f"没有{words}。", "发现甲。", "为什么乙。", "例子丙。", "改掉它。", "不报丁。")
    english = Page(f"No {words}.", "finds a.", "why b.", "example c.", "mend it.", "silent d.")
    manual = {"zh": page, "en": english}
    return Rule(code, f"has-{code.lower()}", Severity(severity), check, manual)
