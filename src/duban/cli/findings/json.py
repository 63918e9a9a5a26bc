"""All that a check found, as one JSON document (`docs/checks.md`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from duban import __version__
from duban.checks.fingerprint import fingerprint
from duban.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.cli.checking.checked import Checked, Run, Unread
    from duban.model import Finding, Proof, Span

SCHEMA_VERSION = 1  # raised when a field changes its meaning


def dumps(run: Run) -> str:
    """Return the findings and proofs of every report, in both languages."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "duban": __version__,
        "reports": [_report(checked) for checked in run.checked],
        "unread": [_unread(unread) for unread in run.unread],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode() + "\n"


def _report(checked: Checked) -> dict[str, Any]:
    sifted, previous = checked.sifted, checked.previous
    return {
        "file": checked.file,
        "source": checked.document.source,
        "previous": previous.source if previous else None,
        "summary": {severity.value + "s": sifted.count(severity) for severity in Severity}
        | {
            "tested": sifted.tested,
            "holding": len(sifted.proofs),
            "suppressed": len(sifted.suppressed),
            "known": len(sifted.known),
            "vanished": checked.vanished,
        },
        "findings": [_finding(checked, finding) for finding in checked.findings],
        "suppressed": [
            _finding(checked, finding) | {"reason": decision.reason}
            for finding, decision in sifted.suppressed
        ],
        "proofs": [_proof(checked, proof) for proof in sifted.proofs],
    }


def _finding(checked: Checked, finding: Finding) -> dict[str, Any]:
    name = {"fingerprint": fingerprint(finding, checked.document.text)}
    return _fields(finding, checked) | name


def _proof(checked: Checked, proof: Proof) -> dict[str, Any]:
    return _fields(proof, checked)


def _fields(entry: Finding | Proof, checked: Checked) -> dict[str, Any]:
    """Return the fields of an entry in their order, and where it is in the file."""
    fields = {name: getattr(entry, name) for name in entry.__struct_fields__}
    home = checked.document.locate(entry.start)
    return fields | {
        "related": _related(entry.related, checked.document.text),
        "paragraph": home.number if home else None,
        "page": home.page if home else None,
    }


def _related(spans: Iterable[Span], text: str) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "text": s.of(text)} for s in spans]


def _unread(unread: Unread) -> dict[str, Any]:
    error = unread.error
    return {"file": unread.file, "code": error.code, "zh": error.zh, "en": error.en}
