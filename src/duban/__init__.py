"""duban 督办: read Chinese government work reports into a typed, sourced ledger.

>>> import duban
>>> reading = duban.read_text("全市新增算力3824P，增长2.85倍。")
>>> [(figure.indicator, figure.text) for figure in reading.ledger.figures]
[('算力', '3824P'), ('算力', '2.85倍')]
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duban.checks import audit, check
    from duban.model import (
        Audit,
        Commitment,
        Comparator,
        Document,
        Figure,
        Finding,
        Kind,
        Ledger,
        Masthead,
        Measure,
        Nature,
        Operator,
        Proof,
        Reading,
        Remark,
        Role,
        Section,
        Severity,
        Source,
        Span,
        Status,
        Target,
        UserError,
        Verdict,
    )
    from duban.pipeline import read, read_document, read_text

__version__ = "0.1.0"
__all__ = [
    "Audit",
    "Commitment",
    "Comparator",
    "Document",
    "Figure",
    "Finding",
    "Kind",
    "Ledger",
    "Masthead",
    "Measure",
    "Nature",
    "Operator",
    "Proof",
    "Reading",
    "Remark",
    "Role",
    "Section",
    "Severity",
    "Source",
    "Span",
    "Status",
    "Target",
    "UserError",
    "Verdict",
    "__version__",
    "audit",
    "check",
    "read",
    "read_document",
    "read_text",
]
_HOMES = {
    "audit": "duban.checks",
    "check": "duban.checks",
    "read": "duban.pipeline",
    "read_document": "duban.pipeline",
    "read_text": "duban.pipeline",
}


def __getattr__(name: str) -> object:
    """Load a public name when it is first used, so that the command starts at once."""
    if name not in __all__:
        raise AttributeError(f"module 'duban' has no attribute {name!r}")
    return getattr(import_module(_HOMES.get(name, "duban.model")), name)
