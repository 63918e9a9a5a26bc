"""The ledger of a report, and a reading: the ledger with its document."""

from __future__ import annotations

import msgspec

from duban.model.document import Document, Source
from duban.model.entries import Commitment, Correction, Figure, Remark, Target
from duban.model.section import Masthead, Section

SCHEMA_VERSION = 1


class Ledger(msgspec.Struct, frozen=True):
    """Everything that duban read in one report, in the order of the text.

    Attributes:
        source: the file, with its SHA-256.
        masthead: what the report says about itself.
        sections: the outline.
        figures: every number.
        targets: results promised or expected.
        commitments: pledged actions of the plan.
        remarks: phrases with more than one reading.
        corrections: what a person corrected, in the order of the corrections file.
        schema_version: version of this layout; raised when a field changes its meaning.
    """

    source: Source
    masthead: Masthead
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    targets: tuple[Target, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    remarks: tuple[Remark, ...] = ()
    corrections: tuple[Correction, ...] = ()
    schema_version: int = SCHEMA_VERSION


class Reading(msgspec.Struct, frozen=True):
    """A document and the ledger that was read from it."""

    document: Document
    ledger: Ledger
