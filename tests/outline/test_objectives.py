"""Where invented reports state their targets, as `objectives.yaml` has it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from duban.grammar.folding import fold
from duban.outline import objectives_spans, outline

if TYPE_CHECKING:
    from .conftest import MakeDocument

CASES = yaml.safe_load(Path(__file__).with_name("objectives.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_objectives(case: dict[str, Any], make_document: MakeDocument) -> None:
    document = make_document(case["text"])
    folded = fold(document.text)
    sections = outline(document, folded).sections
    found = objectives_spans(document, folded, sections)
    assert [span.of(document.text) for span in found] == case["spans"]
