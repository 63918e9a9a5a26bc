"""Findings in SARIF 2.1.0, which code review and security tools read.

Offsets, lines and columns count code points. Of a Word or PDF file they are those of its text
as duban reads it, which is why each place carries its words.
"""

from __future__ import annotations

import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from duban import __version__
from duban.checks.fingerprint import fingerprint
from duban.cli.findings import words
from duban.cli.findings.lines import Lines
from duban.model import Severity, Span

if TYPE_CHECKING:
    from duban.checks.rule import Rule
    from duban.cli.checking.checked import Checked, Run, Unread
    from duban.cli.language import Say
    from duban.model import Finding, Proof

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "duban/v1"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}

Json = dict[str, Any]


def dumps(run: Run, say: Say) -> str:
    """Return one SARIF log with one run; suppressed findings are in it, marked as such."""
    rules = [*run.rules.values()]
    index = {rule.code: at for at, rule in enumerate(rules)}
    results = [
        result
        for at, checked in enumerate(run.checked)
        for result in _Results(checked, at, index, say).all(proofs=run.proofs)
    ]
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver(rules, say)},
                "columnKind": "unicodeCodePoints",
                "language": say("zh-CN", "en-US"),
                "artifacts": [_artifact(checked) for checked in run.checked],
                "invocations": [_invocation(run, say)],
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


# -- the tool and its files --------------------------------------------------------------------


def _driver(rules: list[Rule], say: Say) -> Json:
    return {
        "name": "duban",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [_rule(rule, say) for rule in rules],
    }


def _rule(rule: Rule, say: Say) -> Json:
    page = rule.page(say.language)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": f"{page.finds}\n{page.why}"},
        "help": {"text": f"{page.advice}\n{page.example}\n{page.silent}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _artifact(checked: Checked) -> Json:
    source = checked.document.source
    return {
        "location": {"uri": _uri(checked.file)},
        "length": source.size,
        "hashes": {"sha-256": source.sha256},
    }


def _invocation(run: Run, say: Say) -> Json:
    found: Json = {"executionSuccessful": not run.unread}
    if run.unread:
        found["toolExecutionNotifications"] = [_notification(u, say) for u in run.unread]
    return found


def _notification(unread: Unread, say: Say) -> Json:
    return {
        "level": "error",
        "descriptor": {"id": unread.error.code},
        "message": {"text": unread.error.message(say.language)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(unread.file)}}}],
    }


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


# -- results -------------------------------------------------------------------------------------


class _Results:
    """The results of one report."""

    def __init__(self, checked: Checked, artifact: int, rules: dict[str, int], say: Say) -> None:
        self.checked, self.artifact, self.rules, self.say = checked, artifact, rules, say
        self.text = checked.document.text
        self.lines = Lines(self.text)

    def all(self, *, proofs: bool) -> list[Json]:
        sifted = self.checked.sifted
        found = [self._finding(finding) for finding in sifted.findings]
        for finding, decision in sifted.suppressed:
            kind = "inSource" if decision.comment else "external"
            told = {"kind": kind, "justification": decision.reason}
            found.append(self._finding(finding) | {"suppressions": [told]})
        return found + ([self._proof(proof) for proof in sifted.proofs] if proofs else [])

    def _finding(self, finding: Finding) -> Json:
        parts = (finding.message(self.say.language), words.arithmetic(finding, self.say))
        result = self._result(finding, "\n".join(filter(None, parts)))
        result["level"] = _LEVELS[finding.severity]
        result["partialFingerprints"] = {_FINGERPRINT: fingerprint(finding, self.text)}
        return result

    def _proof(self, proof: Proof) -> Json:
        return self._result(proof, words.proven(proof, self.say)) | {
            "kind": "pass",
            "level": "none",
        }

    def _result(self, entry: Finding | Proof, message: str) -> Json:
        result: Json = {"ruleId": entry.code}
        if entry.code in self.rules:
            result["ruleIndex"] = self.rules[entry.code]
        result |= {
            "message": {"text": message},
            "locations": [self._location(Span(entry.start, entry.end), entry.section)],
        }
        related = [{"id": at} | self._location(span) for at, span in enumerate(entry.related, 1)]
        return result | ({"relatedLocations": related} if related else {})

    def _location(self, span: Span, section: str = "") -> Json:
        first, last = self.lines.point(span.start), self.lines.point(span.end)
        artifact = {"uri": _uri(self.checked.file), "index": self.artifact}
        region = {
            "startLine": first.line,
            "startColumn": first.column,
            "endLine": last.line,
            "endColumn": last.column,
            "charOffset": span.start,
            "charLength": span.end - span.start,
            "snippet": {"text": span.of(self.text)},
        }
        found: Json = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
        titles = [held.number + held.title for held in self.checked.path(section)]
        if titles:
            found["logicalLocations"] = [
                {"name": titles[-1], "fullyQualifiedName": " › ".join(titles)}
            ]
        return found
