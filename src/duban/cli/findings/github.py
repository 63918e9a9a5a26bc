"""Findings as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.cli.findings import words
from duban.cli.findings.lines import Lines
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.cli.checking.checked import Checked, Run
    from duban.cli.language import Say
    from duban.model import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
# https://docs.github.com/actions: the sign of escapes first, then what would end the message
# and, in a property, what would end the property.
_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_PROPERTY = (*_MESSAGE, (":", "%3A"), (",", "%2C"))


def dumps(run: Run, say: Say) -> str:
    """Return a line for every finding."""
    return "".join(line + "\n" for checked in run.checked for line in _report(checked, run, say))


def _report(checked: Checked, run: Run, say: Say) -> Iterator[str]:
    lines = Lines(checked.document.text)
    for finding in checked.findings:
        rule = run.rules.get(finding.code)
        title = f"{finding.code} {rule.name}" if rule else finding.code  # the name is the offence
        place = {"file": checked.file} | _place(finding, lines) | {"title": title}
        properties = ",".join(f"{key}={_escaped(v, _PROPERTY)}" for key, v in place.items())
        parts = (finding.message(say.language), words.arithmetic(finding, say))
        message = _escaped("\n".join(filter(None, parts)), _MESSAGE)
        yield f"::{_COMMANDS[finding.severity]} {properties}::{message}"


def _place(finding: Finding, lines: Lines) -> dict[str, str]:
    first, last = lines.point(finding.start), lines.point(finding.end)
    found = {"line": first.line, "endLine": last.line}
    if first.line == last.line:  # GitHub takes columns only inside one line
        found |= {"col": first.column, "endColumn": last.column}
    return {key: str(value) for key, value in found.items()}


def _escaped(text: str, table: tuple[tuple[str, str], ...]) -> str:
    for sign, escape in table:
        text = text.replace(sign, escape)
    return text
