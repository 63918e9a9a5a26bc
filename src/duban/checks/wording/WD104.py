"""Digits are of one width.

Finds: full-width and half-width digits, or ％ and %, in one report; one finding a report, at the
first character of the rarer kind.
Why: mixed widths come from pasted text, look careless in print, and break searches for a number.
Example: 增长５.2%: a full-width 5 before a half-width 2.
Do: set all digits in half-width.
Silent: when the report keeps to one width.

———

数字用同一种宽度。

发现：一份报告里全角、半角数字并用，或“％”“%”并用；全篇只报一次，指向较少的一种的第一处。
为什么：多是拼接文稿留下的，印出来不齐，按数字检索也会漏。
例子：增长５.2%：全角的5接半角的2。
怎么办：统一用半角数字。
不报：全篇只用一种宽度时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "mixed-width-digits"
SEVERITY = Severity.NOTE
_FULL, _HALF = re.compile("[０-９]"), re.compile("[0-9]")
_KINDS = ((_FULL, _HALF), (re.compile("％"), re.compile("%")))


def check(report: Report) -> Iterator[Outcome]:
    """Yield one finding where a report uses two widths."""
    for full, half in _KINDS:
        if not full.search(report.text):  # most reports: one pass, and done
            continue
        rarer = min(len(full.findall(report.text)), len(half.findall(report.text)))
        if rarer:
            yield _mixed(report, full, half)
            return


def _mixed(report: Report, full: re.Pattern[str], half: re.Pattern[str]) -> Outcome:
    wide, narrow = list(full.finditer(report.text)), list(half.finditer(report.text))
    rare = wide if len(wide) <= len(narrow) else narrow
    name = "数字" if full is _FULL else "百分号"
    return fault(
        Span(*rare[0].span()),
        zh=f"全角与半角{name}并用（全角{len(wide)}处，半角{len(narrow)}处），建议统一为半角。",
        en=f"Full-width ({len(wide)}) and half-width ({len(narrow)}) signs are mixed.",
    )
