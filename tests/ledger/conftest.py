"""The ledger of an invented report, written by hand and not by the extractors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duban.ledger import jsonl

if TYPE_CHECKING:
    from duban.model import Ledger

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def report() -> str:
    """The report's text."""
    return (HERE / "yunshan.txt").read_text("utf-8")


@pytest.fixture(scope="session")
def golden() -> str:
    """Its ledger as JSON Lines."""
    return (HERE / "yunshan.jsonl").read_text("utf-8")


@pytest.fixture(scope="session")
def ledger(golden: str) -> Ledger:
    """Its ledger."""
    return jsonl.loads(golden)
