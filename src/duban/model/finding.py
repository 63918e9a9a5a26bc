"""What a check of a report finds: relations that hold, and words to look at again."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from duban.model.span import Span


class Severity(StrEnum):
    """How sure a finding is, and how much it would embarrass."""

    ERROR = "error"  # wrong as printed
    WARNING = "warning"  # very likely wrong, or misleading
    NOTE = "note"  # worth a look; may be right


class Verdict(StrEnum):
    """How a printed value stands to the one that follows from the other printed values."""

    EXACT = "exact"
    ROUNDED = "rounded"  # agrees within the digits as printed
    TRUNCATED = "truncated"  # cut off instead of rounded
    FORCED = "forced"  # one share of a table was bent so that they sum to 100
    WRONG = "wrong"


class Finding(msgspec.Struct, frozen=True):
    """One thing that a drafter should look at.

    Attributes:
        code: of the rule, two letters and three digits; its meaning never changes.
        severity: error, warning or note.
        start: offset of the words that it is about, in code points.
        end: offset after them.
        text: these words as written.
        zh: what is wrong, in Chinese.
        en: what is wrong, in English.
        equation: the arithmetic written out; empty where there is none.
        related: the other figures or words of the relation, in the order of the equation.
        section: id of the innermost section that holds it.
    """

    code: str
    severity: Severity
    start: int
    end: int
    text: str
    zh: str
    en: str
    equation: str = ""
    related: tuple[Span, ...] = ()
    section: str = ""

    def message(self, language: str = "zh") -> str:
        """Return what is wrong in `language`, `zh` or `en`."""
        return self.en if language == "en" else self.zh


class Proof(msgspec.Struct, frozen=True):
    """One relation that was tested and holds.

    Attributes:
        code: of the rule that tested it.
        verdict: exact, rounded, truncated or forced to 100.
        start: offset of the words that state the result.
        end: offset after them.
        text: these words as written.
        equation: the arithmetic, or the relation in signs: `3 = 3`.
        related: the other figures or words of the relation.
        section: id of the innermost section that holds it.
    """

    code: str
    verdict: Verdict
    start: int
    end: int
    text: str
    equation: str
    related: tuple[Span, ...] = ()
    section: str = ""


class Audit(msgspec.Struct, frozen=True):
    """All that a check of one report found, in the order of the text.

    Attributes:
        findings: what should be looked at.
        proofs: relations that were tested and hold.
    """

    findings: tuple[Finding, ...]
    proofs: tuple[Proof, ...]
