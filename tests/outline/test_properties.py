"""Any text at all has an outline with sound spans, in time linear in its length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duban.grammar.folding import fold
from duban.outline import objectives_spans, outline, section_at

if TYPE_CHECKING:
    from duban.model import Document, Outline

    from .conftest import MakeDocument

PIECES = [
    "一、", "二、", "（一）", "（三）", "1.", "2 ", "（1）", "①", "一是", "第二，", "首先，",
    "——", "● ", "- ", "第一部分", "# ", "**", "工作回顾", "总体目标", "2025年工作安排",
    "加强政府自身建设", "结束语", "附件", "各位代表！", "五年来，", "今年是", "“十四五”时期",
    "让我们团结起来。", "完成了5%。", "要力争10万人。", "《", "》", "主要预期目标是：",
    "云山市政府工作报告", "第一届人大第二次会议", "市长 张三", "2025年1月8日", "，", "。", "：",
    "\n", "\n\n", "\u3000", "\u200b", "國", "１２", "\r",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
)


@given(text=TEXTS)
@settings(max_examples=400, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sections_are_sound(text: str, make_document: MakeDocument) -> None:
    document = make_document(text)
    folded = fold(text)
    found = outline(document, folded)
    _check_order(found, len(text))
    _check_cover(found, document)
    _check_nesting(found)
    for span in objectives_spans(document, folded, found.sections):
        assert 0 <= span.start < span.end <= len(text)


def _check_order(found: Outline, length: int) -> None:
    starts = [section.heading.start for section in found.sections]
    assert starts == sorted(set(starts))
    assert len({section.id for section in found.sections}) == len(starts)
    for section in found.sections:
        heading, body = section.heading, section.body
        assert 0 <= heading.start <= heading.end == body.start <= body.end <= length


def _check_cover(found: Outline, document: Document) -> None:
    for paragraph in document.paragraphs:
        words = paragraph.span.of(document.text)
        start = paragraph.span.start + len(words) - len(words.lstrip())
        section = section_at(found.sections, start)
        assert section is not None
        assert section.heading.start <= start < section.body.end


def _check_nesting(found: Outline) -> None:
    by_id = {section.id: section for section in found.sections}
    for section in found.sections:
        if not section.parent:
            assert section.level == 1
            continue
        parent = by_id[section.parent]
        assert section.level == parent.level + 1
        assert parent.body.start <= section.heading.start
        assert section.body.end <= parent.body.end


REPEATED = [
    "一、\n", "一、（一）\n（二）\n", "一、甲\n二、乙\n（一）丙\n一、丁\n", "1.\n1、\n",
    "第一，\n", "工作回顾\n", "总体目标\n1 生态\n二是加快\n", "各位代表！\n",
    "五年来，我们增长了5%。\n", "主要预期目标是：5%。", "**", "——", "（", "《", "甲，\n",
    "# 甲\n## 乙\n", "云山市政府工作报告\n", "在云山市", "市长", "2025年", "要将了已", "\u3000",
    "甲",
]  # fmt: skip


@pytest.mark.parametrize("piece", REPEATED, ids=lambda piece: repr(piece)[:20])
def test_repetition_takes_linear_time(piece: str, make_document: MakeDocument) -> None:
    def seconds(size: int) -> float:
        document = make_document(piece * (size // len(piece)))
        folded = fold(document.text)
        start = time.process_time()
        found = outline(document, folded)
        objectives_spans(document, folded, found.sections)
        return time.process_time() - start

    seconds(1000)
    short, long = min(seconds(10_000) for _ in range(3)), seconds(80_000)
    assert long < 8 * 3 * short + 0.05


def test_one_line_of_ten_megabytes(make_document: MakeDocument) -> None:
    document = make_document("全市完成投资90亿元，要力争更好结果。" * 500_000)
    start = time.process_time()
    outline(document, document.text)
    assert time.process_time() - start < 5
