"""A name for a finding that outlives small shifts of the text."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from duban.checks.passage import sentence
from duban.grammar.folding import fold
from duban.model import Span

if TYPE_CHECKING:
    from duban.model import Finding

_LENGTH = 16  # hexadecimal digits; a draft has some dozens of findings


def fingerprint(finding: Finding, text: str) -> str:
    """Return the digest of a finding's rule, its words and the sentence that holds them.

    It has no offsets: what is written before or after the sentence does not change it, nor do
    blanks, line ends and full-width digits.

    Args:
        finding: one of the report's.
        text: the text of the report.
    """
    around = sentence(text, Span(finding.start, finding.end)).of(text)
    parts = (finding.code, _plain(finding.text), _plain(around))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:_LENGTH]


def _plain(words: str) -> str:
    return "".join(fold(words).split())
