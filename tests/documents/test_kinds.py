"""Telling kinds of files by their first bytes."""

from __future__ import annotations

import io
import zipfile

import pytest

from duban.documents.kinds import detect
from duban.model import UserError

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def packed(*parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for part in parts:
            file.writestr(part, "x")
    return data.getvalue()


def compound(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + bytes(64)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        ("各位代表：".encode(), "a.txt", "txt"),
        ("# 报告".encode(), "a.md", "md"),
        ("# 报告".encode(), "a.MARKDOWN", "md"),
        ("各位代表：".encode(), "没有后缀", "txt"),
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.7\n", "a.pdf", "pdf"),
        (packed("[Content_Types].xml", "word/document.xml"), "a.bin", "docx"),
        (packed("[Content_Types].xml"), "a.docx", "docx"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\xef\xbb\xbf <!-- saved --><html><p>x", "a", "html"),
        ("<html><p>报告".encode("utf-16"), "a", "html"),
        ("<p>只有一段。</p>".encode(), "a.htm", "html"),
        ("<p>只有一段。</p>".encode(), "a.txt", "txt"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "a", "html"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "image"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "image"),
        (b"II*\0", "a.tif", "image"),
        (b"MM\0*", "a.tif", "image"),
    ],
)
def test_the_bytes_tell_the_kind(data: bytes, name: str, kind: str) -> None:
    assert detect(data, name) == kind


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (compound("WordDocument"), "DC010", ".docx"),
        (compound("WpsDocument"), "DC010", ".docx"),
        (compound("EncryptedPackage"), "DC011", "密码"),
        (compound("Workbook"), "DC009", "电子表格"),
        (compound("PowerPoint Document"), "DC009", "演示文稿"),
        (packed("xl/workbook.xml"), "DC009", "电子表格"),
        (packed("ppt/presentation.xml"), "DC009", "演示文稿"),
        (packed("OFD.xml", "Doc_0/Document.xml"), "DC009", "OFD"),
        (packed("mimetype", "content.xml"), "DC009", "OpenDocument"),
        (packed("报告.docx"), "DC009", "解压"),
        (b"{\\rtf1\\ansi", "DC009", "RTF"),
        (b"Rar!\x1a\x07\x01\0", "DC009", "解压"),
        (b"\x1f\x8b\x08\0", "DC009", "解压"),
        (b"GIF89a", "DC009", "png"),
        (b"\0\0\0\x18ftypheic", "DC009", "jpg"),
        (b"<?xml version='1.0'?><w:wordDocument>", "DC009", "Word XML"),
    ],
)
def test_known_kinds_that_are_not_read_say_what_to_do(data: bytes, code: str, words: str) -> None:
    with pytest.raises(UserError) as caught:
        detect(data, "报告")

    assert caught.value.code == code
    assert words in caught.value.zh


def test_a_spreadsheet_that_is_called_docx_is_told() -> None:
    with pytest.raises(UserError, match="a spreadsheet"):
        detect(packed("xl/workbook.xml"), "a.docx")


def test_a_text_that_speaks_of_html_stays_text() -> None:
    assert detect("报告说到 <html> 标签。".encode(), "a.txt") == "txt"
