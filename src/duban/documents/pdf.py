"""PDF files: pages with text, and pages that are pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.documents import ocr
from duban.documents.content import Content, compose
from duban.documents.errors import NO_TEXT, OCR_MISSING, PDF_DAMAGED, PDF_ENCRYPTED, PDF_NO_PAGES
from duban.documents.page_flow import flow
from duban.documents.pdf_text import is_legible, pieces

if TYPE_CHECKING:
    from pypdfium2 import (  # type: ignore[import-untyped]  # it ships no types
        PdfDocument,
        PdfPage,
    )

    from duban.documents.ocr import Picture
    from duban.documents.page_lines import Line

_END = b"%%EOF"
_TAIL = 2048
_DECLARED_LENGTH = re.compile(rb"/Linearized[^>]{0,200}?/L\s+(\d+)")
_NO_PAGES = re.compile(rb"/Count\s+0\b")
_ANY_PAGE = re.compile(rb"/Type\s*/Page\b")
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY
_POINTS = 72  # an inch
_DPI = 200
_LONGEST_SIDE = 4000  # pixels; the recogniser works on 2000
# A page without text is a picture if so much of it is covered by images, or if its letters
# were turned into so many outlines.
_COVERED = 0.3
_OUTLINES = 60
_LISTED = 5
_CUT_OFF = ("文件结尾缺失，可能没有下载完", "its end is missing; the download may have stopped")
_NO_STRUCTURE = ("内部结构损坏", "its structure is broken")
_BLANK_PAGES = ("所有页面都是空白", "all its pages are blank")


def read(data: bytes, name: str) -> Content:
    """Read a PDF; pages that are pictures are recognised where the extra is installed.

    Raises:
        UserError: `DC014` encrypted, `DC015` cut off or damaged, `DC016` no page, `DC018` a
            scan without the extra, `DC019` no text.
    """
    _require_whole(data, name)
    document = _open(data, name)
    try:
        return _content(document, name)
    finally:
        document.close()


def _content(document: PdfDocument, name: str) -> Content:
    count = len(document)
    if not count:
        raise PDF_NO_PAGES.error(name=name)
    pages: list[list[Line]] = []
    scans: list[int] = []
    for number in range(1, count + 1):
        page, found = _page(document, number, name)
        if _is_picture(page, found):
            scans.append(number)
            found = []
        pages.append(found)
    recognised = _recognise(document, pages, scans, name)
    text, paragraphs = compose(flow(pages))
    if not paragraphs:
        raise NO_TEXT.error(name=name, reason=_BLANK_PAGES)
    return Content(text, paragraphs, ocr=recognised)


def _recognise(document: PdfDocument, pages: list[list[Line]], scans: list[int], name: str) -> bool:
    """Fill in the pages that are pictures; say whether there are any.

    Without the extra, covers at either end may stay unread; any other page would be a gap.
    """
    if scans and not ocr.is_installed():
        covers = {1, len(pages)}
        if any(pages) and covers.issuperset(scans):
            return False
        raise OCR_MISSING.error(name=name, where=_listed(scans))
    for number in scans:
        pages[number - 1] = ocr.recognise(_picture(document[number - 1]), number)
    return bool(scans)


def _require_whole(data: bytes, name: str) -> None:
    """Refuse a file whose end is missing: the library would silently read what is left."""
    declared = _DECLARED_LENGTH.search(data[:_TAIL])
    if _END not in data[-_TAIL:] or (declared and int(declared[1]) > len(data)):
        raise PDF_DAMAGED.error(name=name, reason=_CUT_OFF)


def _open(data: bytes, name: str) -> PdfDocument:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415  heavy

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        # The library's code may be left over from an earlier file: the bytes must agree.
        if error.err_code in {_PASSWORD, _SECURITY} and b"/Encrypt" in data:
            raise PDF_ENCRYPTED.error(name=name) from None
        if _NO_PAGES.search(data) and not _ANY_PAGE.search(data):
            raise PDF_NO_PAGES.error(name=name) from None
        raise PDF_DAMAGED.error(name=name, reason=_NO_STRUCTURE) from None


def _page(document: PdfDocument, number: int, name: str) -> tuple[PdfPage, list[Line]]:
    from pypdfium2 import PdfiumError  # noqa: PLC0415  heavy

    try:
        page = document[number - 1]
        return page, pieces(page, number)
    except PdfiumError:
        reason = (f"第 {number} 页无法读取", f"its page {number} cannot be read")
        raise PDF_DAMAGED.error(name=name, reason=reason) from None


def _is_picture(page: PdfPage, found: list[Line]) -> bool:
    if found:
        return not is_legible(found)
    from pypdfium2 import raw  # noqa: PLC0415  heavy

    outlines = 0
    covered = 0.0
    for drawn in page.get_objects(max_depth=3):
        if drawn.type == raw.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            covered += (right - left) * (top - bottom)
        outlines += drawn.type == raw.FPDF_PAGEOBJ_PATH
    width, height = page.get_size()
    return covered > width * height * _COVERED or outlines > _OUTLINES


def _picture(page: PdfPage) -> Picture:
    scale = min(_DPI / _POINTS, _LONGEST_SIDE / max(page.get_size()))
    picture: Picture = page.render(scale=scale).to_numpy()
    return picture


def _listed(numbers: list[int]) -> tuple[str, str]:
    first = [str(number) for number in numbers[:_LISTED]]
    more = len(numbers) > _LISTED
    return (
        f"第 {'、'.join(first)}{' 等' if more else ''} 页",
        f"pages {', '.join(first)}{' …' if more else ''}",
    )
