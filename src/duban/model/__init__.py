"""The nouns: frozen records that every stage hands on."""

from duban.model.assessment import Judgement, Observation, Override, Series, Standing
from duban.model.document import Document, Paragraph, Source
from duban.model.entries import (
    Action,
    Commitment,
    Comparator,
    Correction,
    Figure,
    Kind,
    Measure,
    Nature,
    Operator,
    Remark,
    Status,
    Target,
)
from duban.model.errors import UserError
from duban.model.finding import Audit, Finding, Proof, Severity, Verdict
from duban.model.ledger import SCHEMA_VERSION, Ledger, Reading
from duban.model.scorecard import Entry, Fate, Scorecard
from duban.model.section import Masthead, Outline, Role, Section
from duban.model.span import Span

__all__ = [
    "SCHEMA_VERSION",
    "Action",
    "Audit",
    "Commitment",
    "Comparator",
    "Correction",
    "Document",
    "Entry",
    "Fate",
    "Figure",
    "Finding",
    "Judgement",
    "Kind",
    "Ledger",
    "Masthead",
    "Measure",
    "Nature",
    "Observation",
    "Operator",
    "Outline",
    "Override",
    "Paragraph",
    "Proof",
    "Reading",
    "Remark",
    "Role",
    "Scorecard",
    "Section",
    "Series",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "Status",
    "Target",
    "UserError",
    "Verdict",
]
