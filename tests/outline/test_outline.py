"""The outlines of invented reports, as `cases.yaml` has them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from duban.grammar.folding import fold
from duban.outline import outline

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.model import Outline

    from .conftest import MakeDocument

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_outline(
    case: dict[str, Any], make_document: MakeDocument, drawn: Callable[[Outline, str], str]
) -> None:
    document = make_document(case["text"], case.get("file", "report.txt"), case.get("styles"))
    assert drawn(outline(document), document.text) == case["outline"].strip()


def test_folded_text_may_be_handed_in(make_document: MakeDocument) -> None:
    document = make_document(CASES[0]["text"])
    assert outline(document, fold(document.text)) == outline(document)


def test_heading_ends_where_the_body_begins(make_document: MakeDocument) -> None:
    document = make_document(
        "一、2025年工作安排\n● **扩大投资。**用足政策。\n（一）抓项目。要开工。"
    )
    plan, bullet, item = outline(document).sections
    assert bullet.heading.of(document.text) == "● **扩大投资。**"
    assert bullet.body.of(document.text) == "用足政策。\n"
    assert item.heading.of(document.text) == "（一）抓项目。"
    assert plan.body.of(document.text).endswith("要开工。")
    assert item.parent == plan.id == f"S{plan.heading.start}"


def test_words_spaced_out_lose_their_blanks(make_document: MakeDocument) -> None:
    (section,) = outline(make_document("一、工 作　回 顾\n完成了任务。")).sections
    assert section.title == "工作回顾"
    assert section.heading.end == len("一、工 作　回 顾")
