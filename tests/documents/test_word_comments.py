"""Comments in a docx: on the exact words, and nothing else of the file changes."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import docx as python_docx
import pytest
from docx.shared import Pt
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from duban.documents import from_bytes, word
from duban.documents.word_comments import Comment, annotate
from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from docx.document import Document as WordDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def saved(file: WordDocument) -> bytes:
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()


def split_runs(*, commented: bool = False) -> bytes:
    """Return a docx whose words run over bold and italic runs, in a paragraph and in a table."""
    file = python_docx.Document()
    file.add_heading("云山县人民政府工作报告", 0)
    line = file.add_paragraph("播种面积200万亩，总产量6")
    middle = line.add_run("5万")
    middle.italic, middle.font.size = True, Pt(20)
    line.add_run("吨，收入增长7%，")
    line.add_run("就业稳定").bold = True
    line.add_run("。\t另见附表。")
    cell = file.add_table(1, 2)
    cell.cell(0, 0).text = "油菜"
    inner = cell.cell(0, 1).paragraphs[0]
    inner.add_run("总产")
    inner.add_run("量9万吨").bold = True
    last = file.add_paragraph("政府工作要重实效。")
    if commented:
        file.add_comment(last.runs, text="原有批注", author="某某", initials="某")
    return saved(file)


def commented(data: bytes, *wanted: str) -> tuple[bytes, list[str]]:
    """Return the file with a comment on each of the words, and the words that had no place."""
    text = from_bytes(data, name="a.docx").text
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in wanted]
    done = annotate(data, "a.docx", [Comment(s, [s.of(text), "第二行"]) for s in spans], "某机")
    return done.data, [c.span.of(text) for c in done.left]


def marked(data: bytes) -> dict[str, str]:
    """Return the words between the marks of each comment, by id."""
    root = tree(data)
    open_ids: set[str] = set()
    found: dict[str, str] = {}
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_ids.add(element.get(f"{W}id"))
        elif element.tag == f"{W}commentRangeEnd":
            open_ids.remove(element.get(f"{W}id"))
        elif element.tag == f"{W}t":
            for identity in open_ids:
                found[identity] = found.get(identity, "") + (element.text or "")
    assert not open_ids
    return found


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def tree(data: bytes) -> Any:  # noqa: ANN401  lxml's stubs want every parent proven
    """Return the tree of the text."""
    return etree.fromstring(parts(data)["word/document.xml"])


def looks(data: bytes) -> list[tuple[object, ...]]:
    """Return every character with its formatting."""
    file = python_docx.Document(io.BytesIO(data))
    cells = [c for t in file.tables for row in t.rows for c in row.cells]
    paragraphs = [*file.paragraphs, *(p for c in cells for p in c.paragraphs)]
    return [
        (sign, run.bold, run.italic, run.font.size, run.style.name, paragraph.style.name)
        for paragraph in paragraphs
        for run in paragraph.runs
        for sign in run.text
    ]


@pytest.mark.parametrize(
    "words",
    [
        "65万吨",
        "总产量65万吨",
        "5",
        "7%，就业稳定",
        "就业",
        "稳定。",
        "量9万",
        "9万吨",
        "播种",
        "附表",
    ],
)
def test_a_comment_is_on_the_exact_words_and_no_character_changes(words: str) -> None:
    before = split_runs()
    after, left = commented(before, words)

    assert (marked(after), left) == ({"0": words}, [])
    assert looks(after) == looks(before)
    assert from_bytes(after, name="a.docx").text == from_bytes(before, name="a.docx").text


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_any_words_of_any_runs_are_marked_and_no_character_changes(data: st.DataObject) -> None:
    text = "一、回顾：粮食播种面积200万亩，总产量65万吨；二、安排：新建公园8个。"
    file = python_docx.Document()
    line = file.add_paragraph()
    cuts = sorted({0, len(text), *data.draw(st.lists(st.integers(0, len(text))))})
    for start, end in pairwise(cuts):
        line.add_run(text[start:end]).bold = data.draw(st.sampled_from([True, False, None]))
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    drawn = [Span(*sorted(pair)) for pair in data.draw(st.lists(ends)) if pair[0] != pair[1]]
    before = saved(file)
    done = annotate(before, "a.docx", [Comment(s, [s.of(text)]) for s in drawn], "某机")

    assert done.left == []
    assert marked(done.data) == {str(at): s.of(text) for at, s in enumerate(drawn)}
    assert looks(done.data) == looks(before)


def test_comments_may_overlap_and_share_their_ends() -> None:
    words = ("65万吨，收入增长7%", "65万吨", "万吨，收入", "收入增长7%", "6", "万")
    before = split_runs()
    after, _ = commented(before, *words)

    assert marked(after) == {str(at): word for at, word in enumerate(words)}
    assert looks(after) == looks(before)


def test_nothing_of_the_text_part_is_other_than_marks_and_split_runs() -> None:
    before = split_runs()
    after, _ = commented(before, "65万吨", "就业", "量9")

    def plain(data: bytes) -> list[tuple[str, str]]:
        """Return the file with the marks taken out and runs of the same properties joined."""
        root = tree(data)
        for mark in [e for e in root.iter() if "comment" in str(e.tag)]:
            held = mark.getparent()
            held.remove(mark)
            if held.tag == f"{W}r" and not len(held):
                held.getparent().remove(held)
        found: list[tuple[str, str]] = []
        for element in root.iter():
            if element.tag == f"{W}t":
                own = element.getparent().find(f"{W}rPr")
                key = "t" if own is None else etree.tostring(own, method="c14n").decode()
                if found and found[-1][0] == key:
                    found[-1] = (key, found[-1][1] + (element.text or ""))
                else:
                    found.append((key, element.text or ""))
            elif element.tag not in {f"{W}r", f"{W}rPr"} and not any(
                a.tag == f"{W}rPr" for a in element.iterancestors()
            ):
                found.append((str(element.tag), str(sorted(element.attrib.items()))))
        return found

    assert plain(after) == plain(before)


def test_the_other_parts_keep_their_bytes() -> None:
    before, after = split_runs(), commented(split_runs(), "就业")[0]
    old, new = parts(before), parts(after)

    changed = {name for name in new if new[name] != old.get(name)}
    assert changed == {
        "[Content_Types].xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
    }
    assert old.keys() <= new.keys()


def test_python_docx_reads_the_comments() -> None:
    after = commented(split_runs(), "65万吨")[0]
    comments = [*python_docx.Document(io.BytesIO(after)).comments]

    assert [(c.author, c.text) for c in comments] == [("某机", "65万吨\n第二行")]


def test_comments_that_are_there_stay() -> None:
    before = split_runs(commented=True)
    after, _ = commented(before, "65万吨", "就业")
    comments = [*python_docx.Document(io.BytesIO(after)).comments]

    assert [(c.comment_id, c.text.splitlines()[0]) for c in comments] == [
        (0, "原有批注"),
        (1, "65万吨"),
        (2, "就业"),
    ]
    assert marked(after) == {"0": "政府工作要重实效。", "1": "65万吨", "2": "就业"}
    changed = {n for n, data in parts(after).items() if data != parts(before).get(n)}
    assert changed == {"word/document.xml", "word/comments.xml"}


def test_the_same_comments_give_the_same_bytes() -> None:
    data = split_runs()
    assert commented(data, "就业") == commented(data, "就业")


def test_an_automatic_number_is_told_on_its_paragraph(docx: Callable[..., bytes]) -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    data = docx(
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
        "<w:r><w:t>抓好粮食</w:t></w:r></w:p>",
        numbering=numbering,
    )
    assert from_bytes(data, name="a.docx").text.startswith("1.")
    after, left = commented(data, "1.")
    assert (marked(after), left) == ({"0": "抓好粮食"}, [])


def test_notes_and_text_boxes_have_no_comments(docx: Callable[..., bytes]) -> None:
    data = docx(
        "<w:p><w:r><w:t>正文甲</w:t></w:r></w:p>"
        "<w:p><w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框内乙</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></w:pict></w:r></w:p>"
        '<w:p><m:oMath xmlns:m="urn:formula"><m:r><m:t>丁</m:t></m:r></m:oMath></w:p>',
        footnotes="<w:footnote><w:p><w:r><w:t>脚注丙</w:t></w:r></w:p></w:footnote>",
    )
    after, left = commented(data, "正文甲", "框内乙", "丁", "脚注丙")
    assert (marked(after), left) == ({"0": "正文甲"}, ["框内乙", "丁", "脚注丙"])
    assert commented(data, "脚注丙") == (data, ["脚注丙"])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p><w:hyperlink><w:r><w:t>见附件一</w:t></w:r></w:hyperlink></w:p>", "附件"),
        ("<w:p><w:ins><w:r><w:t>新增十二字</w:t></w:r></w:ins></w:p>", "十二"),
        (
            "<w:p><w:r><w:t>第一段</w:t></w:r></w:p><w:p><w:r><w:t>第二段</w:t></w:r></w:p>",
            "段\n第二",
        ),
        (
            "<w:p><w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t><w:br/><w:t>戊己</w:t></w:r></w:p>",
            "乙\t丙",
        ),
        (
            (
                "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
                "<w:r><w:t>乙丙</w:t></w:r></w:p>"
            ),
            "甲乙",
        ),
    ],
)
def test_words_in_links_in_insertions_and_around_signs(
    docx: Callable[..., bytes], body: str, words: str
) -> None:
    data = docx(body)
    after, _ = commented(data, words)
    assert marked(after) == {"0": words.replace("\t", "").replace("\n", "")}
    assert word.read(after, "a.docx") == word.read(data, "a.docx")


def test_a_strict_file_gets_strict_comments(docx: Callable[..., bytes]) -> None:
    data = docx("<w:p><w:r><w:t>总产量九万吨</w:t></w:r></w:p>", namespace=STRICT)
    new = parts(commented(data, "九万")[0])
    assert etree.fromstring(new["word/comments.xml"]).tag == f"{{{STRICT}}}comments"
    assert (
        b"purl.oclc.org/ooxml/officeDocument/relationships/comments"
        in (new["word/_rels/document.xml.rels"])
    )
