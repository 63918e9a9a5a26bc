"""The nouns: frozen records that every stage hands on."""

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
from duban.model.ledger import SCHEMA_VERSION, Ledger, Reading
from duban.model.section import Masthead, Outline, Role, Section
from duban.model.span import Span

__all__ = [
    "SCHEMA_VERSION",
    "Action",
    "Commitment",
    "Comparator",
    "Correction",
    "Document",
    "Figure",
    "Kind",
    "Ledger",
    "Masthead",
    "Measure",
    "Nature",
    "Operator",
    "Outline",
    "Paragraph",
    "Reading",
    "Remark",
    "Role",
    "Section",
    "Source",
    "Span",
    "Status",
    "Target",
    "UserError",
]
