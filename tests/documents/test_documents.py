"""Whole files through the public door, sound, damaged and random."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from duban.documents import from_text, load
from duban.model import Document, UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPORT = "政府工作报告\r\n\r\n　　各位代表：\r\n　　全市地区生产总值增长5.6%。\r\n"


def is_sound(document: Document) -> bool:
    """Say whether every paragraph lies in the text, in order, and can be found again."""
    spans = [p.span for p in document.paragraphs]
    numbers = [p.number for p in document.paragraphs]
    return (
        numbers == list(range(1, len(spans) + 1))
        and all(a.end <= b.start for a, b in pairwise(spans))
        and all(s.of(document.text).strip() for s in spans)
        and all(document.locate(p.span.start) == p for p in document.paragraphs)
    )


@pytest.mark.parametrize(
    ("encoding", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8"), ("gb18030", "gb18030"), ("utf-16", "utf-16-le")],
)
def test_a_text_keeps_every_character_and_loses_its_mark(
    tmp_path: Path, encoding: str, named: str
) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(REPORT.encode(encoding))
    document = load(str(path))

    assert document.text == REPORT
    assert document.source.encoding == named
    assert document.source.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.source.size == len(path.read_bytes())
    assert [p.span.of(REPORT) for p in document.paragraphs] == [
        "政府工作报告",
        "各位代表：",
        "全市地区生产总值增长5.6%。",
    ]


def test_markdown_stays_as_written(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: 报告\n---\n# 一、回顾\n", encoding="utf-8")
    document = load(path)

    assert document.source.format == "md"
    assert document.text == "---\ntitle: 报告\n---\n# 一、回顾\n"


def test_text_in_memory_is_a_document() -> None:
    document = from_text(REPORT, name="粘贴")

    assert document.source.name == "粘贴"
    assert document.source.format == "txt"
    assert document.text == REPORT
    assert len(document.paragraphs) == 3


@given(st.text())
@settings(deadline=None)
def test_any_text_in_memory_is_sound(text: str) -> None:
    assert is_sound(from_text(text))
    assert from_text(text).text == text


def outcome_of(path: Path) -> Document | UserError:
    try:
        return load(path)
    except UserError as error:
        return error


def read_or_refused(path: Path, data: bytes) -> None:
    """Check that a file gives a sound document or one clear error, and stays untouched."""
    path.write_bytes(data)
    outcome = outcome_of(path)
    if isinstance(outcome, Document):
        assert is_sound(outcome)
    else:
        assert outcome.code.startswith("DC")
        assert path.name in outcome.zh
        assert path.name in outcome.en
    assert path.read_bytes() == data
    assert list(path.parent.iterdir()) == [path]


fuzz = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
HEADS = (
    b"", b"%PDF-1.7\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"<html>",
    b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"II*\0", b"MM\0*", b"\xff\xfe", b"\xef\xbb\xbf",
    b"{\\rtf1", b"BM",
)  # fmt: skip


@given(
    head=st.sampled_from(HEADS),
    body=st.binary(max_size=400),
    tail=st.sampled_from((b"", b"%%EOF\n", b"PK\x05\x06" + bytes(18), b"</html>")),
    suffix=st.sampled_from(("txt", "md", "docx", "pdf", "html", "png", "doc", "")),
)
@fuzz
def test_any_bytes_are_read_or_refused(
    tmp_path: Path, head: bytes, body: bytes, tail: bytes, suffix: str
) -> None:
    read_or_refused(tmp_path / f"文件.{suffix}", head + body + tail)
    (tmp_path / f"文件.{suffix}").unlink()


def damage(data: bytes, at: float, junk: bytes, *, cut: bool) -> bytes:
    place = int(len(data) * at)
    return data[:place] + junk + (b"" if cut else data[place + len(junk) :])


DAMAGE = {
    "at": st.floats(0, 1),
    "junk": st.binary(max_size=30),
    "cut": st.booleans(),
}


@given(**DAMAGE)
@fuzz
def test_a_damaged_pdf(
    tmp_path: Path, typeset_pdf: Callable[..., bytes], at: float, junk: bytes, *, cut: bool
) -> None:
    read_or_refused(
        tmp_path / "a.pdf", damage(typeset_pdf(["全市完成投资5亿元。"] * 40), at, junk, cut=cut)
    )


@given(**DAMAGE)
@fuzz
def test_a_damaged_docx(
    tmp_path: Path, docx: Callable[..., bytes], at: float, junk: bytes, *, cut: bool
) -> None:
    body = "".join(f"<w:p><w:r><w:t>第{i}段。</w:t></w:r></w:p>" for i in range(50))
    read_or_refused(tmp_path / "a.docx", damage(docx(body), at, junk, cut=cut))


@given(**DAMAGE)
@fuzz
def test_a_damaged_page(tmp_path: Path, at: float, junk: bytes, *, cut: bool) -> None:
    page = "<html><head><meta charset=gbk><body><table><tr><td>甲<td>乙</table><p>增长，5%。"
    read_or_refused(tmp_path / "a.html", damage(page.encode("gbk"), at, junk, cut=cut))


@given(inner=st.recursive(st.just("<w:t>字</w:t>"), lambda s: st.builds(
    "<w:{0}>{1}</w:{0}>".format,
    st.sampled_from(["p", "r", "tbl", "tr", "tc", "sdt", "txbxContent", "ins", "del", "pPr", "br"]),
    st.lists(s, max_size=3).map("".join),
), max_leaves=12))  # fmt: skip
@fuzz
def test_word_elements_in_any_order(tmp_path: Path, docx: Callable[..., bytes], inner: str) -> None:
    read_or_refused(tmp_path / "a.docx", docx(inner))


def test_a_report_in_plain_text_costs_little(tmp_path: Path) -> None:
    """20,000 characters take some milliseconds even on a slow machine, ten megabytes moments."""
    path = tmp_path / "a.txt"
    for text, seconds in (("全市地区生产总值增长5.6%。\n" * 1000, 0.2), ("增" * 3_400_000, 3)):
        path.write_text(text, encoding="utf-8")
        start = process_time()
        load(path)

        assert process_time() - start < seconds
