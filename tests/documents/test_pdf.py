"""PDF files built for the test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duban.documents import load, ocr, pdf
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from duban.documents.content import Content

PARAGRAPHS = [
    "一、2024年工作回顾",
    "过去一年，云山市地区生产总值增长5.6%，粮食总产量达到56.7万吨，城镇新增就业9000人，主要指标好于全省平均水平。",
    "（一）产业转型步伐加快",
    "新建改造农村公路500公里，惠及群众3.2万人；青川湾生态修复完成投资12.5亿元，增长3.4%，水质稳定保持在Ⅱ类以上。",
    "各项工作取得新的进步。",
]


def texts(content: Content) -> list[str]:
    return [p.span.of(content.text) for p in content.paragraphs]


def test_wrapped_lines_are_joined_to_paragraphs(typeset_pdf: Callable[..., bytes]) -> None:
    assert texts(pdf.read(typeset_pdf(PARAGRAPHS * 8), "a.pdf")) == PARAGRAPHS * 8


def test_a_paragraph_has_the_page_of_its_first_character(
    typeset_pdf: Callable[..., bytes],
) -> None:
    long = "全市上下团结奋斗，" * 60 + "完。"
    content = pdf.read(typeset_pdf(["开头。", long, "结尾。"], lines=10), "a.pdf")

    assert texts(content) == ["开头。", long, "结尾。"]
    assert [p.page for p in content.paragraphs] == [1, 1, 3]


@given(
    st.lists(st.text("全市增长，。；一（）", min_size=1, max_size=60), min_size=1, max_size=5),
    st.integers(12, 30),
    st.integers(16, 24),  # so few pages that no line repeats on three of them
)
@settings(deadline=None)
def test_no_character_is_doubled_or_lost(
    typeset_pdf: Callable[..., bytes], paragraphs: list[str], measure: int, lines: int
) -> None:
    data = typeset_pdf(paragraphs, measure=measure, lines=lines, furniture=False)

    assert "".join(texts(pdf.read(data, "a.pdf"))) == "".join(paragraphs)


def test_page_numbers_and_running_heads_are_left_out(typeset_pdf: Callable[..., bytes]) -> None:
    text = pdf.read(typeset_pdf(PARAGRAPHS * 20), "a.pdf").text

    assert "云山市人民政府文件" not in text
    assert "—" not in text


def test_the_title_may_repeat_the_running_head(pdf_of: Callable[..., bytes]) -> None:
    pages = [[(70, 800, 9, "政府工作报告"), (70, 600, 16, f"第{n}段。")] for n in range(4)]
    pages[0].append((200, 770, 22, "政府工作报告"))

    assert texts(pdf.read(pdf_of(pages), "a.pdf"))[0] == "政府工作报告"


def test_paragraphs_set_apart_by_gaps(pdf_of: Callable[..., bytes]) -> None:
    full = "全市新建改造农村公路五百公里，惠及群众三万二千人。"
    lines = [(full, 760), (full[:8] + "。", 740), (full, 700), (full, 660), (full[:5], 640)]
    page = [(70, y, 16, text) for text, y in lines]

    assert texts(pdf.read(pdf_of([page]), "a.pdf")) == [
        full + full[:8] + "。",
        full,
        full + full[:5],
    ]


def test_the_cells_of_a_row_are_parted_by_tabs(pdf_of: Callable[..., bytes]) -> None:
    page = [
        (70, 700, 12, "指标"),
        (250, 700, 12, "目标"),
        (70, 680, 12, "粮食"),
        (250, 680, 12, "57万吨"),
    ]

    assert texts(pdf.read(pdf_of([page]), "a.pdf")) == ["指标\t目标", "粮食\t57万吨"]


def test_bold_type_is_not_read_twice(pdf_of: Callable[..., bytes]) -> None:
    page = [(70, 640, 16, "一、回顾"), (70.4, 640, 16, "一、回顾")]

    assert texts(pdf.read(pdf_of([page]), "a.pdf")) == ["一、回顾"]


@pytest.mark.parametrize("apart", [20, 30, 40, 90])
def test_letters_set_apart_for_looks_are_one_word(pdf_of: Callable[..., bytes], apart: int) -> None:
    page = [(100 + apart * i, 700, 16, c) for i, c in enumerate("工作报告")]

    assert texts(pdf.read(pdf_of([page]), "a.pdf")) == ["工作报告"]


def test_a_watermark_across_the_page_is_no_text(pdf_of: Callable[..., bytes]) -> None:
    slanted = b"BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 300 Tm <51855bb88d446599> Tj ET\n"
    data = pdf_of([[(70, y, 16, "全市增长。") for y in range(300, 700, 40)]])
    length = int(data.split(b"/Length ")[1].split(b">>")[0])
    marked = data.replace(
        b"/Length %d>>stream\n" % length,
        b"/Length %d>>stream\n%s" % (length + len(slanted), slanted),
    )

    assert set(texts(pdf.read(marked, "a.pdf"))) == {"全市增长。"}


def test_a_footnote_does_not_cut_the_paragraph_that_runs_on(
    pdf_of: Callable[..., bytes],
) -> None:
    full = "全市新建改造农村公路五百公里惠及群众三万二千人和"
    body = [(70, 760 - 28 * i, 16, full) for i in range(10)]
    pages = [
        [*body, (70, 100, 10, "①一网通办：指政务服务只进一个入口。")],
        [*body, (70, 480, 16, "完。")],
    ]

    assert texts(pdf.read(pdf_of(pages), "a.pdf")) == [
        full * 20 + "完。",
        "①一网通办：指政务服务只进一个入口。",
    ]


def test_a_radical_becomes_its_character(pdf_of: Callable[..., bytes]) -> None:
    assert texts(pdf.read(pdf_of([[(70, 700, 16, "⼀、⼯作")]]), "a.pdf")) == ["一、工作"]


@pytest.mark.parametrize(
    ("rotate", "first", "second"),
    [
        (90, (100, 60), (130, 60)),
        (180, (500, 100), (500, 130)),
        (270, (500, 700), (470, 700)),
    ],
)
def test_a_landscape_page_is_read_along_its_lines(
    pdf_of: Callable[..., bytes], rotate: int, first: tuple[int, int], second: tuple[int, int]
) -> None:
    page = [(*second, 16, "下一行。"), (*first, 16, "上一行。")]
    content = pdf.read(pdf_of([page], rotate=rotate), "a.pdf")

    assert texts(content) == ["上一行。", "下一行。"]


def failure(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        pdf.read(data, "a.pdf")
    return caught.value


def test_a_file_that_is_cut_off(typeset_pdf: Callable[..., bytes]) -> None:
    data = typeset_pdf(PARAGRAPHS * 4)

    assert {failure(data[: len(data) * i // 10]).code for i in range(10)} == {"DC015"}


def test_a_file_laid_out_for_the_web_that_is_cut_off(typeset_pdf: Callable[..., bytes]) -> None:
    head = b"%PDF-1.5\n1 0 obj <</Linearized 1 /L 999999 /N 1>> endobj\n"
    data = typeset_pdf(PARAGRAPHS).replace(b"%PDF-1.5\n", head)

    assert "download" in failure(data).en


def test_a_file_without_structure() -> None:
    assert failure(b"%PDF-1.7\nnothing\n%%EOF\n").code == "DC015"


def test_a_file_with_a_password(typeset_pdf: Callable[..., bytes]) -> None:
    """A standard security handler whose keys fit no empty password."""
    keys = b"/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>/ID[<00><00>]" % (
        b"41" * 32,
        b"42" * 32,
    )
    data = typeset_pdf(PARAGRAPHS).replace(b"/Root 1 0 R", b"/Root 1 0 R" + keys)

    assert failure(data).code == "DC014"


def test_a_file_without_pages(pdf_of: Callable[..., bytes]) -> None:
    assert failure(pdf_of([])).code == "DC016"


def test_a_file_with_blank_pages(pdf_of: Callable[..., bytes]) -> None:
    assert failure(pdf_of([[], []])).code == "DC019"


def test_a_scan_without_the_extra_says_how_to_install_it(
    scan: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    error = failure(scan(2))

    assert error.code == "DC018"
    assert "第 1、2 页" in error.zh
    assert 'pip install "duban[ocr]"' in error.en


def test_a_picture_as_a_cover_does_not_need_the_extra(
    scan: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)
    content = pdf.read(scan(1, text_after="正文。"), "a.pdf")

    assert [(p.page, p.span.of(content.text)) for p in content.paragraphs] == [(2, "正文。")]


def test_a_report_of_thirty_pages_is_read_in_a_moment(
    typeset_pdf: Callable[..., bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(typeset_pdf(PARAGRAPHS * 66, lines=20))
    document = load(path)

    assert document.paragraphs[-1].page == 30
    assert document.source.format == "pdf"
    assert not document.source.ocr
