"""Word documents built for the test."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx as python_docx

from duban.documents import word

if TYPE_CHECKING:
    from collections.abc import Callable

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>
    <w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/>
    <w:lvlText w:val="%1.%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""
STYLES = """
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="一级题"/><w:basedOn w:val="1"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="loop"><w:name w:val="环"/><w:basedOn w:val="loop"/></w:style>
<w:style w:type="character" w:styleId="ghost"><w:name w:val="隐"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""


def p(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def item(text: str, level: int, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def style(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


def texts(data: bytes) -> list[str]:
    content = word.read(data, "a.docx")
    return [paragraph.span.of(content.text) for paragraph in content.paragraphs]


def test_a_file_of_python_docx_comes_back() -> None:
    file = python_docx.Document()
    file.add_heading("政府工作报告", 0)
    file.add_heading("一、2024年工作回顾", 1)
    file.add_paragraph("粮食总产量达到56.7万吨。")
    table = file.add_table(2, 2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells],
        ["指标", "目标", "粮食", "57万吨"],
        strict=True,
    ):
        cell.text = text
    data = io.BytesIO()
    file.save(data)
    content = word.read(data.getvalue(), "a.docx")

    assert content.text == (
        "政府工作报告\n一、2024年工作回顾\n粮食总产量达到56.7万吨。\n指标\t目标\n粮食\t57万吨"
    )
    assert [x.style for x in content.paragraphs] == ["Title", "heading 1", "", "", ""]
    assert [x.page for x in content.paragraphs] == [None] * 5


def test_automatic_numbers_stand_before_their_text(docx: Callable[..., bytes]) -> None:
    body = (
        item("工作回顾", 0) + item("经济", 1) + item("民生", 1) + item("工作安排", 0)
        + item("投资", 1) + item("项目", 2) + item("要点", 3) + item("另起", 0, 2)
    )  # fmt: skip

    assert texts(docx(body, numbering=NUMBERING)) == [
        "一、工作回顾", "（一）经济", "（二）民生", "二、工作安排",
        "（一）投资", "2.1. 项目", "●要点", "五、另起",
    ]  # fmt: skip


def test_a_style_numbers_names_headings_and_inherits(docx: Callable[..., bytes]) -> None:
    data = docx(
        p("回顾", style("1")) + p("安排", style("own")) + p("正文", style("loop")),
        styles=STYLES,
        numbering=NUMBERING,
    )
    content = word.read(data, "a.docx")

    assert texts(data) == ["一、回顾", "二、安排", "正文"]
    assert [x.style for x in content.paragraphs] == ["heading 1", "一级题", ""]


def test_an_outline_level_of_its_own_makes_a_heading(docx: Callable[..., bytes]) -> None:
    content = word.read(docx(p("回顾", '<w:outlineLvl w:val="1"/>')), "a.docx")

    assert content.paragraphs[0].style == "heading 2"


def test_deleted_text_goes_and_inserted_text_stays(docx: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:r><w:t>增长</w:t></w:r>"
        "<w:del><w:r><w:delText>5%</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>6%</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t>。</w:t></w:r></w:moveTo></w:p>"
    )

    assert texts(docx(body)) == ["增长6%。"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs(docx: Callable[..., bytes]) -> None:
    body = p("前半，", "<w:rPr><w:del/></w:rPr>") + p("后半。") + p("另一段。")

    assert texts(docx(body)) == ["前半，后半。", "另一段。"]


def test_a_deleted_row_goes(docx: Callable[..., bytes]) -> None:
    row = "<w:tr><w:trPr>{}</w:trPr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    body = "<w:tbl>{}{}</w:tbl>".format(
        row.format("", p("甲"), p("1")), row.format("<w:del/>", p("乙"), p("2"))
    )

    assert texts(docx(body)) == ["甲\t1"]


def test_hidden_text_goes(docx: Callable[..., bytes]) -> None:
    body = (
        p("看得见。")
        + p("看不见。", run="<w:vanish/>")
        + p("样式隐去。", run='<w:rStyle w:val="ghost"/>')
        + p("又显出。", run='<w:vanish w:val="0"/>')
    )

    assert texts(docx(body, styles=STYLES)) == ["看得见。", "又显出。"]


def test_a_text_box_is_read_once(docx: Callable[..., bytes]) -> None:
    box = f"<w:txbxContent>{p('框中文字')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>段落。</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>" + p("下一段。")
    )

    assert texts(docx(body)) == ["段落。", "框中文字", "下一段。"]


def test_the_table_of_contents_does_not_double_the_headings(
    docx: Callable[..., bytes],
) -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = (
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{p('一、回顾 1')}</w:sdtContent></w:sdt>"
        + p("二、安排 5", style("toc"))
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('一、回顾')}</w:sdtContent></w:sdt>"
        + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{p('单击此处')}"
        "</w:sdtContent></w:sdt>"
    )

    assert texts(docx(body, styles=STYLES)) == ["一、回顾"]


def test_field_codes_furigana_and_signs(docx: Callable[..., bytes]) -> None:
    body = (
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:ruby><w:rt><w:r><w:t>yun</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>云</w:t></w:r></w:rubyBase></w:ruby>"
        "<w:r><w:t>山</w:t><w:tab/><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t><w:br/><w:t>下一行</w:t></w:r></w:p>'
    )

    assert texts(docx(body)) == ["云山\tA-1≥5", "下一行"]


def test_a_lone_cell_is_a_frame_and_cells_of_many_lines_stay_one_row(
    docx: Callable[..., bytes],
) -> None:
    frame = f"<w:tbl><w:tr><w:tc>{p('第一段。')}{p('第二段。')}</w:tc></w:tr></w:tbl>"
    inner = f"<w:tbl><w:tr><w:tc>{p('内一')}</w:tc><w:tc>{p('内二')}</w:tc></w:tr></w:tbl>"
    row = (
        f"<w:tbl><w:tr><w:tc>{p('甲')}{p('乙')}</w:tc><w:tc>{p('')}</w:tc>"
        f"<w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
    )

    assert texts(docx(frame + row)) == ["第一段。", "第二段。", "甲 乙\t\t内一\t内二"]


def test_notes_follow_the_text(docx: Callable[..., bytes]) -> None:
    notes = f'<w:footnote w:id="1">{p("“一网通办”：指政务服务一个入口。")}</w:footnote>'
    content = word.read(docx(p("推行“一网通办”。"), footnotes=notes), "a.docx")

    assert content.text == "推行“一网通办”。\n“一网通办”：指政务服务一个入口。"
    assert [x.style for x in content.paragraphs] == ["", "footnote"]


def pages(data: bytes) -> list[int | None]:
    return [paragraph.page for paragraph in word.read(data, "a.docx").paragraphs]


def test_pages_as_word_laid_them_out(docx: Callable[..., bytes]) -> None:
    mark = "<w:lastRenderedPageBreak/>"
    body = (
        p("一")
        + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        + f"<w:p><w:r>{mark}<w:t>二</w:t></w:r></w:p>"
        + f"<w:p><w:r><w:t>跨页</w:t>{mark}<w:t>的段</w:t></w:r></w:p>"
        + p("三")
    )

    assert pages(docx(body)) == [1, 2, 2, 3]


def test_pages_as_the_author_broke_them(docx: Callable[..., bytes]) -> None:
    body = (
        p("一")
        + '<w:p><w:r><w:br w:type="page"/><w:t>二</w:t></w:r></w:p>'
        + p("三", "<w:pageBreakBefore/>")
    )

    assert pages(docx(body)) == [1, 2, 3]


def test_the_strict_dialect_is_read_as_well(docx: Callable[..., bytes]) -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    assert texts(docx(item("正文。", 0), numbering=NUMBERING, namespace=strict)) == ["一、正文。"]
