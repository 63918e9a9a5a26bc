"""The heads of invented reports, as `mastheads.yaml` has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from duban.model import Masthead
from duban.outline import outline

if TYPE_CHECKING:
    from .conftest import MakeDocument

CASES = yaml.safe_load(Path(__file__).with_name("mastheads.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_masthead(case: dict[str, Any], make_document: MakeDocument) -> None:
    document = make_document(case["text"], case.get("file", "report.txt"))
    assert outline(document).masthead == Masthead(**case["masthead"])
