"""What a file is, told by its first bytes; its suffix is a hint where they leave it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.errors import OLD_WORD, UNSUPPORTED, WORD_ENCRYPTED
from duban.documents.package import Package

if TYPE_CHECKING:
    from duban.model import UserError

_HEAD = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PDF = re.compile(rb"(?s:.{0,1024})%PDF-")
_IMAGE = re.compile(rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\0|MM\0\*|(?s:BM.{4}\0{4}|RIFF.{4}WEBP)")
_HTML = re.compile(rb"\s*(?=<)(?s:.*?)<(!doctype\s+html|html\b|head\b|body\b)", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_TAG = re.compile(rb"<(p|div|span|table|meta|h\d|br|a)\b", re.IGNORECASE)


class Foreign(NamedTuple):
    """A kind of file that people send and that is not read, and what to do with it."""

    kind: tuple[str, str]
    remedy: tuple[str, str]

    def refusal(self, name: str) -> UserError:
        """Return the error that says so."""
        return UNSUPPORTED.error(name=name, kind=self.kind, remedy=self.remedy)


_TO_PDF = ("另存或导出为 PDF", "export it as PDF")
_TO_DOCX = ("用 Word 或 WPS 另存为 .docx", "save it as .docx in Word or WPS")
_TO_PNG = ("另存为 png 或 jpg", "save it as png or jpg")
_SHEET = Foreign(
    ("电子表格", "a spreadsheet"),
    ("把正文复制到 .docx 或 .txt", "copy its text to a .docx or .txt file"),
)
_SLIDES = Foreign(("演示文稿", "a slide show"), _TO_PDF)
_ARCHIVE = Foreign(("压缩包", "an archive"), ("解压", "unpack it"))
_BY_FIRST_BYTES = (
    (rb"\{\\rtf", Foreign((" RTF 文件", "rich text (RTF)"), _TO_DOCX)),
    (rb"(?s:.{0,2048})<w:wordDocument", Foreign((" Word XML 文件", "Word XML"), _TO_DOCX)),
    (rb"GIF8[79]a", Foreign((" GIF 图片", "a GIF picture"), _TO_PNG)),
    (rb"(?s:.{4})ftyp(hei|hev|mif1|avif)", Foreign((" HEIC 图片", "a HEIC picture"), _TO_PNG)),
    (rb"CAJ|KDH |HN\0\0", Foreign((" CAJ 文件", "CAJ"), _TO_PDF)),
    (rb"AT&TFORM", Foreign((" DjVu 文件", "DjVu"), _TO_PDF)),
    (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh\d1AY|\xfd7zXZ", _ARCHIVE),
)
_BY_PART = (
    ("xl/", _SHEET),
    ("ppt/", _SLIDES),
    ("OFD.xml", Foreign((" OFD 文件", "OFD"), _TO_PDF)),
    ("content.xml", Foreign((" OpenDocument 文件", "OpenDocument"), _TO_DOCX)),
    ("", _ARCHIVE),
)
_BY_STREAM = (
    ("EncryptedPackage", WORD_ENCRYPTED.error),
    ("Workbook", _SHEET.refusal),
    ("PowerPoint Document", _SLIDES.refusal),
    ("", OLD_WORD.error),
)


def detect(data: bytes, name: str) -> str:
    """Return the format of `data`: `txt`, `md`, `docx`, `pdf`, `html` or `image`.

    Raises:
        UserError: `DC009`, `DC010` or `DC011` for a known kind that is not read.
    """
    head = data[:_HEAD]
    if head.startswith(_OLE):
        raise next(error for stream, error in _BY_STREAM if _utf16(stream) in data)(name=name)
    if head.startswith(_ZIP):
        return _packed(data, name)
    if _PDF.match(head):
        return "pdf"
    if _IMAGE.match(head):
        return "image"
    for mark, foreign in _BY_FIRST_BYTES:
        if re.match(mark, head):
            raise foreign.refusal(name)
    return _text(head, name)


def _utf16(stream: str) -> bytes:
    return stream.encode("utf-16-le")


def _packed(data: bytes, name: str) -> str:
    parts = Package(data, name).parts
    if any(part.startswith("word/") for part in parts):
        return "docx"
    known = next((f for mark, f in _BY_PART if any(p.startswith(mark) for p in parts)), _ARCHIVE)
    if known is _ARCHIVE and PurePath(name).suffix.lower() in {".docx", ".docm"}:
        return "docx"  # its reader says what is missing
    raise known.refusal(name)


def _text(head: bytes, name: str) -> str:
    suffix = PurePath(name).suffix.lower()
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")  # marks and UTF-16
    if _HTML.match(plain) or _WEB_ARCHIVE.search(plain):
        return "html"
    if suffix in {".html", ".htm", ".shtml", ".xhtml"} and _TAG.search(plain):
        return "html"
    return "md" if suffix in {".md", ".markdown"} else "txt"
