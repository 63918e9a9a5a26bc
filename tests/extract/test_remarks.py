"""Remarks: ambiguous phrases are reported with the reading that was taken, as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from duban.extract.figures import extract_figures, read_figures, settle_figures
from duban.extract.remarks import find_remarks
from duban.grammar.folding import fold
from duban.model import Masthead, Outline

EXAMPLES = yaml.safe_load(Path(__file__).with_name("remarks.yaml").read_text("utf-8"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["text"])
def test_remarks(example: dict[str, Any]) -> None:
    text = example["text"]
    found = find_remarks(read_figures(text, fold(text)))
    assert len(found) == len(example["remarks"]), [remark.code for remark in found]
    for remark, row in zip(found, example["remarks"], strict=True):
        assert text[remark.start : remark.end] == remark.text
        built = msgspec.json.decode(msgspec.json.encode(remark))
        assert {name: built.get(name) for name in row} == row


def test_the_ledger_carries_the_reading_that_is_reported() -> None:
    text, outline = "造林三万五亩。", Outline(Masthead(), ())
    passage = read_figures(text, fold(text))
    (remark,), (figure,) = find_remarks(passage), settle_figures(passage, outline)
    assert remark.reading == f"{figure.value:f}"
    assert extract_figures(text, fold(text), outline) == (figure,)
